// Runs the library, apart from the page: a document that never ends costs this worker, not what the page shows.
//
// It is a module worker made from the text of this file, gets all it needs with the first message, and fetches nothing:
// what its Python asks for is handed out here.

const NOWHERE = "https://nowhere.invalid/";
let answers;

// What is made to be saved: the report in the printed form, the user's own file with comments, the list of findings.
const MAKERS = {
  print: (data) => answers.printed(data.json, data.format, data.language, ...given(data.last)),
  mark: (data) => answers.marked(new Uint8Array(data.bytes), data.comments),
  list: (data) => answers.listed(data.title, data.lines),
};

/** Return name and bytes of a file; what is not there has no value in Python, either. */
function given(file) {
  return file ? [file.name, new Uint8Array(file.bytes)] : ["", undefined];
}

function address(bytes, type) {
  return URL.createObjectURL(new Blob([bytes], { type }));
}

function handOut(parts) {
  const known = {
    [`${NOWHERE}pyodide.asm.wasm`]: [parts.wasm, "application/wasm"],
    [`${NOWHERE}python_stdlib.zip`]: [parts.python, "application/zip"],
  };
  self.fetch = async (asked) => {
    const name = String(asked?.url ?? asked);
    if (!(name in known)) throw new TypeError(`nothing is fetched: ${name}`);
    const [bytes, type] = known[name];
    return new Response(bytes, { headers: { "Content-Type": type } });
  };
}

async function start(parts, tell) {
  handOut(parts);
  tell("python");
  const loader = await import(address(parts.loader, "text/javascript"));
  const { default: createPyodideModule } = await import(address(parts.module, "text/javascript"));
  const python = await loader.loadPyodide({
    indexURL: NOWHERE,
    packageBaseUrl: NOWHERE,
    stdLibURL: `${NOWHERE}python_stdlib.zip`,
    lockFileContents: JSON.parse(new TextDecoder().decode(parts.lock)),
    createPyodideModule,
  });
  tell("library");
  const folder = python.runPython("import site; site.getsitepackages()[0]");
  python.unpackArchive(parts.library, "zip", { extractDir: folder });
  python.runPython("from refusing import install; install()");
  answers = python.pyimport("inside.answers");
}

self.onmessage = async ({ data }) => {
  const { kind, id } = data;
  try {
    if (kind === "start") {
      await start(data.parts, (stage) => self.postMessage({ kind: "stage", stage }));
      const versions = JSON.parse(answers.about());
      self.postMessage({ kind: "ready", ...versions });
    } else if (kind === "check") {
      const began = performance.now();
      const beside = [data.last, data.plan, data.explanations].flatMap(given);
      const json = answers.answer(data.name, new Uint8Array(data.bytes), data.language, JSON.stringify(data.stated), ...beside);
      self.postMessage({ kind: "answer", id, json, seconds: (performance.now() - began) / 1000 });
    } else {
      const made = MAKERS[kind](data);
      self.postMessage({ kind: "answer", id, bytes: made.toJs() });
      made.destroy();
    }
  } catch (error) {
    self.postMessage({ kind: "failed", id, message: String(error?.stack ?? error) });
  }
};
