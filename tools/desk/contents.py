"""What goes into the file: the library, its data, the packages it needs, and the standard library of Python."""

from collections.abc import Iterator
from pathlib import Path

from tools.desk.packing import unpacked

ROOT = Path(__file__).resolve().parents[2]
_HERE = Path(__file__).parent
STANDINS = _HERE / "standins"

# Nothing in a browser draws reports, or starts processes.
_NOT_OF_OURS = ("strategies/", "batches/", "corpus/", "__main__.py")
_NOT_OF_SCHEMA = ("conformance/",)
# Tools for those who write Python, and what needs windows or terminals.
_NOT_OF_PYTHON = ("ensurepip/", "idlelib/", "lib2to3/", "pydoc_data/", "tkinter/", "turtledemo/", "unittest/")
_NOT_OF_PACKAGES = ("jsonschema/tests/", "jsonschema/benchmarks/", "referencing/tests/", "charset_normalizer/cli/")
# Of the tables of characters in PDFs those for Chinese.
_CMAPS = "pdfminer/cmap/"
_CHINESE = ("GB", "UniCNS", "Adobe-CNS1", "ETen-B5", "H.pickle", "V.pickle")
# Where a package says under what licence it is.
_LICENCES = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")


def library() -> dict[str, bytes]:
    """Return the files of govreport with its data, and of the page's own Python, by their place in site-packages."""
    files = _tree(ROOT / "govreport", "govreport/", _NOT_OF_OURS)
    files |= _tree(ROOT / "schema", "govreport/schema/", _NOT_OF_SCHEMA)
    files |= _tree(STANDINS, "", ())
    return files | _tree(_HERE / "inside", "inside/", ())


def packages(wheels: dict[str, dict[str, bytes]]) -> dict[str, bytes]:
    """Return the files of packages that are needed when they run, by their place in site-packages."""
    files = {}
    for wheel in wheels.values():
        for name, data in wheel.items():
            if not name.startswith(_NOT_OF_PACKAGES) and _is_run(name) and not _is_foreign_table(name):
                files[name] = data
    return files


def standard_library(archive: bytes) -> dict[str, bytes]:
    """Return the modules of Python that are needed, from the archive that the npm package holds."""
    return {name: data for name, data in unpacked(archive).items() if not name.startswith(_NOT_OF_PYTHON)}


def licences(wheels: dict[str, dict[str, bytes]]) -> Iterator[tuple[str, str]]:
    """Yield each package's name with the text of its licence; raises ValueError for a package that has none."""
    for wheel, files in wheels.items():
        texts = [
            data.decode("utf-8", "replace").strip()
            for name, data in sorted(files.items())
            if ".dist-info/" in name and name.rpartition("/")[2].upper().startswith(_LICENCES)
        ]
        package = "-".join(wheel.split("-")[:2])
        if not texts:
            # Some say it in their description only.
            texts = [_stated(files)]
        yield package, "\n\n".join(texts)


def _stated(files: dict[str, bytes]) -> str:
    (metadata,) = (data.decode("utf-8") for name, data in files.items() if name.endswith(".dist-info/METADATA"))
    head = metadata.partition("\n\n")[0].splitlines()
    found = [line for line in head if line.startswith(("License", "Classifier: License"))]
    if not found:
        raise ValueError(f"a package says nothing of its licence: {head[:3]}")
    return "\n".join(found)


def _tree(folder: Path, into: str, left_out: tuple[str, ...]) -> dict[str, bytes]:
    files = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and "__pycache__" not in path.parts and not name.startswith(left_out):
            files[into + name] = path.read_bytes()
    return files


def _is_run(name: str) -> bool:
    """A package's own description is no part of it, but for its version, which some look up."""
    return ".dist-info/" not in name or name.endswith("/METADATA")


def _is_foreign_table(name: str) -> bool:
    return name.startswith(_CMAPS) and not any(part in name.rpartition("/")[2] for part in _CHINESE)
