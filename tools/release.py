"""Keep the hashes in `schema/versions.json`: each stands for one released state of a folder.

python tools/release.py            write them
python tools/release.py --check    fail if one differs
"""

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

SCHEMA = Path(__file__).resolve().parent.parent / "schema"


def folder_hash(path: Path) -> str:
    """Return the SHA-256 of a folder as lower-case hexadecimal, from the paths and contents of all files below it.

    `schema/README.md` defines it: any language can compute the same.
    """
    digest = hashlib.sha256()
    files = {file.relative_to(path).as_posix(): file for file in path.rglob("*") if file.is_file()}
    for name in sorted(files):
        content = files[name].read_bytes()
        digest.update(name.encode("utf-8") + b"\0" + str(len(content)).encode("ascii") + b"\0" + content)
    return digest.hexdigest()


def entries(registry: str) -> dict[str, dict[str, Any]]:
    """Return what `versions.json` registers, by the name of the folder: the layouts of each kind of document."""
    registers = (value for value in json.loads(registry).values() if isinstance(value, dict))
    return {folder: entry for register in registers for folder, entry in register.items()}


def with_hashes(registry: str, hashes: dict[str, str]) -> str:
    """Return the text of `versions.json` with the given hash for each folder, all else as it is."""
    for folder, value in hashes.items():
        entry = re.compile(rf'("{folder}"\s*:\s*{{.*?"sha256"\s*:\s*")[^"]*', re.DOTALL)
        registry = entry.sub(rf"\g<1>{value}", registry, count=1)
    assert {name: entry["sha256"] for name, entry in entries(registry).items()} == hashes
    return registry


def main() -> int:
    """Write or compare the hashes; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with what is registered, write nothing")
    check = parser.parse_args().check
    path = SCHEMA / "versions.json"
    registry = path.read_bytes().decode("utf-8")
    layouts = entries(registry)
    hashes = {layout: folder_hash(SCHEMA / layout) for layout in layouts}
    stale = [layout for layout in layouts if layouts[layout]["sha256"] != hashes[layout]]
    if stale and not check:
        path.write_bytes(with_hashes(registry, hashes).encode("utf-8"))
    for layout in stale:
        print(f"{layout}: {'differs, run: python tools/release.py' if check else hashes[layout]}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
