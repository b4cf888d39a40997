"""The one file as it was last built, built again where anything that goes into it has changed."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock

from govreport.files import writing_atomically
from tools.desk.building import build
from tools.desk.contents import ROOT

FOLDER = ROOT / "web" / "build"
_SOURCES = ("govreport", "schema", "tools/desk", "web/onefile")
_LOCK = ROOT / "web" / "package-lock.json"


def built() -> Path:
    """Return the path of the file; a build takes about half a minute."""
    path = FOLDER / f"govreport-{_digest()}.html"
    FOLDER.mkdir(exist_ok=True)
    with FileLock(FOLDER / "lock-file"):
        if not path.exists():
            data = build(FOLDER)
            for old in FOLDER.glob("govreport-*.html"):
                old.unlink(missing_ok=True)
            with writing_atomically(path, keep_same=True) as file:
                file.write(data)
    return path


def _digest() -> str:
    found = hashlib.sha256()
    for path in _files():
        found.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:16]


def _files() -> Iterator[Path]:
    yield _LOCK
    for name in _SOURCES:
        for path in sorted((ROOT / name).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path
