// node compile.mjs PYODIDE IN.zip OUT.zip …: replace each module by its byte code, made by the Python that will run it.
// Byte code that is not checked against a source starts a third faster.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, ...archives] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: `${folder}/` });
python.runPython(`
import importlib._bootstrap_external as external
import importlib.util
import zipfile

def compile_all(source, target):
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as made:
        for name in sorted(given.namelist()):
            data = given.read(name)
            if name.endswith(".py"):
                code = compile(data, name, "exec", dont_inherit=True, optimize=0)
                data, name = external._code_to_hash_pyc(code, importlib.util.source_hash(data), False), name + "c"
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), bytes(data))
`);
const compileAll = python.globals.get("compile_all");
for (let at = 0; at < archives.length; at += 2) {
  python.FS.writeFile("/given.zip", readFileSync(archives[at]));
  compileAll("/given.zip", "/made.zip");
  writeFileSync(archives[at + 1], python.FS.readFile("/made.zip"));
}
process.exit(0);
