"""The one file: everything compressed in letters inside a page that unpacks it."""

import base64
import hashlib
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tools.desk import contents, wheels
from tools.desk.packing import archive, as_text
from tools.site.bundle import modules

_PAGE = contents.ROOT / "web" / "onefile"
# One after the other they are the page's script; the last one sets it going.
_SCRIPTS = ("shown.js", "saved.js", "page.js")
_SAMPLE = contents.ROOT / "examples" / "contradictions" / "outcomes-2020.json"
# No package is looked up in it: all are in the file.
_LOCK = (
    b'{"info": {"abi_version": "2026_0", "arch": "wasm32", "platform": "emscripten_5_0_3",'
    b' "python": "3.14.2", "version": "314.0.7"}, "packages": {}}'
)


def build(kept: Path) -> bytes:
    """Return the file; what was fetched is kept in a folder for the next time. Same inputs, same bytes."""
    runtime = modules() / "pyodide"
    found = wheels.fetch(kept / "wheels")
    library, python = _compiled(
        runtime,
        archive(contents.library() | contents.packages(found)),
        archive(contents.standard_library((runtime / "python_stdlib.zip").read_bytes())),
    )
    parts = {
        "wasm": (runtime / "pyodide.asm.wasm").read_bytes(),
        "module": (runtime / "pyodide.asm.mjs").read_bytes(),
        "loader": (runtime / "pyodide.mjs").read_bytes(),
        "lock": _LOCK,
        "python": python,
        "library": library,
        "worker": (_PAGE / "worker.js").read_bytes(),
        "licences": _licences(found).encode(),
    }
    return _page(parts).encode()


def _compiled(runtime: Path, *archives: bytes) -> list[bytes]:
    """Return archives with byte code instead of sources, made by the Python that will run it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = []
        for number, data in enumerate(archives):
            given, made = folder / f"{number}.zip", folder / f"{number}.compiled.zip"
            given.write_bytes(data)
            paths += [given, made]
        subprocess.run(["node", str(_PAGE / "compile.mjs"), str(runtime), *map(str, paths)], check=True)
        return [path.read_bytes() for path in paths[1::2]]


def _licences(found: Mapping[str, Mapping[str, bytes]]) -> str:
    texts = {"govreport": (contents.ROOT / "LICENSE").read_text(encoding="utf-8").strip()}
    texts |= dict(contents.licences({name: dict(files) for name, files in found.items()}))
    texts["pyodide 314.0.7"] = "Mozilla Public License 2.0; the source is published with its package on npm."
    texts["CPython 3.14"] = "Python Software Foundation License 2.0, Copyright Python Software Foundation."
    rule = "\n\n" + "=" * 100 + "\n\n"
    return rule.join(f"{name}\n\n{text}" for name, text in texts.items())


def _page(parts: Mapping[str, bytes]) -> str:
    style = (_PAGE / "page.css").read_text(encoding="utf-8")
    script = "\n".join((_PAGE / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    words = (_PAGE / "words.json").read_text(encoding="utf-8").strip()
    sample = _SAMPLE.read_text(encoding="utf-8").strip()
    carried = "\n".join(
        f'<script type="text/plain" id="part-{name}">{as_text(data)}</script>' for name, data in parts.items()
    )
    text = (_PAGE / "page.html").read_text(encoding="utf-8")
    for name, value in (
        ("SCRIPT-HASH", _hash(script)),
        ("STYLE", style),
        ("WORDS", words.replace("</", "<\\/")),
        ("SAMPLE", sample.replace("</", "<\\/")),
        ("PARTS", carried),
        ("SCRIPT", script),
    ):
        text = text.replace(f"<!--{name}-->", value)
    return text


def _hash(text: str) -> str:
    """Return what a page's policy calls a script by that is allowed in it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
