"""Run the commands and programs in README and docs, and compare what they print with what stands there.

    python tools/examples.py            fail if an output differs
    python tools/examples.py --update   write the outputs that differ

A block is run where an HTML comment stands on the line above it:

- `<!-- output: sh -->`: each line of the block after `$ ` is a command; the lines below are what it prints.
- `<!-- example: python -->`: a program; a block after `<!-- prints -->` is what it prints.
- `<!-- file: NAME -->`: the block is written to that file, for the blocks below it.

All blocks of a document run in one folder of their own, beside a copy of `examples/`. The command `govreport` and the
programs are processes of their own, forked where the system can (`tools/forking`).
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import attrs

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tools.forking.processes import commands, run  # noqa: E402

_SHELL, _PYTHON, _PRINTS, _FILE = "output: sh", "example: python", "prints", "file: "
_MARK = re.compile(r"<!-- (.+) -->")
_PROMPT, _MORE = "$ ", "> "
_SECONDS = 120


@attrs.frozen(kw_only=True)
class Block:
    """A fenced block: the comment above it, its kind, and its lines, which begin at line `start` of the text."""

    mark: str
    kind: str
    start: int
    lines: tuple[str, ...]


def documents() -> list[Path]:
    """Return every document that may hold examples."""
    return [ROOT / "README.md", ROOT / "README.zh.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of a document, in order."""
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        opening = re.fullmatch(r"```([a-z]*)(?: .*)?", lines[number])
        if opening is None:
            number += 1
            continue
        end = lines.index("```", number + 1)
        above = _MARK.fullmatch(lines[number - 1]) if number else None
        yield Block(
            mark=above[1] if above else "",
            kind=opening[1],
            start=number + 1,
            lines=tuple(lines[number + 1 : end]),
        )
        number = end + 1


def executed(text: str) -> str:
    """Return a document with what its examples really print. Raises ValueError for a program that fails."""
    lines = text.split("\n")
    changes: list[tuple[int, int, list[str]]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples", folder / "examples")
        found = list(blocks(text))
        for block, following in zip_longest(found, found[1:]):
            end = block.start + len(block.lines)
            if block.mark == _SHELL:
                changes.append((block.start, end, list(_session(block.lines, folder))))
            elif block.mark == _PYTHON:
                printed = _program(block, folder)
                if following is not None and following.mark == _PRINTS:
                    changes.append((following.start, following.start + len(following.lines), printed))
                elif printed:
                    changes.append((end + 1, end + 1, [f"<!-- {_PRINTS} -->", "```text", *printed, "```"]))
            elif block.mark.startswith(_FILE):
                file = folder / block.mark.removeprefix(_FILE)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text("\n".join(block.lines) + "\n", encoding="utf-8")
    # Later blocks first, so that the numbers of the lines above stay true.
    for start, end, wanted in reversed(changes):
        lines[start:end] = wanted
    return "\n".join(lines)


def _program(block: Block, folder: Path) -> list[str]:
    code, printed = _run([sys.executable, "-"], folder, "\n".join(block.lines))
    if code:
        raise ValueError(f"the program at line {block.start} fails:\n" + "\n".join(printed))
    return printed


def _session(lines: tuple[str, ...], folder: Path) -> Iterator[str]:
    """Yield each command as it stands, followed by what it prints."""
    for command in _commands(lines):
        yield from command
        bare = [line.removeprefix(_PROMPT if number == 0 else _MORE) for number, line in enumerate(command)]
        _, printed = _run(["bash", "-c", "\n".join(bare)], folder)
        yield from printed


def _commands(lines: tuple[str, ...]) -> Iterator[list[str]]:
    found: list[list[str]] = []
    for line in lines:
        if line.startswith(_PROMPT):
            found.append([line])
        elif line.startswith(_MORE) and found and found[-1][-1].endswith("\\"):
            found[-1].append(line)
    yield from found


def _run(arguments: list[str], folder: Path, text: str = "") -> tuple[int, list[str]]:
    """Return the exit code of a command and the lines that it prints."""
    environment = {
        "PATH": os.pathsep.join(
            [str(commands()), str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]
        ),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "PYTHONIOENCODING": "utf-8",
        "COLUMNS": "100",
        # Hypothesis then draws the same examples every time, and takes no notice of a slow machine.
        "CI": "true",
    }
    done = run(
        arguments,
        cwd=folder,
        env=environment,
        input=text,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=_SECONDS,
        check=False,
    )
    return done.returncode, done.stdout.rstrip("\n").split("\n") if done.stdout.strip() else []


def main() -> int:
    """Compare or update all documents; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--update", action="store_true", help="write the outputs that differ")
    parser.add_argument("documents", nargs="*", type=Path, help="documents to run instead of all")
    options = parser.parse_args()
    differing = 0
    for document in options.documents or documents():
        text = document.read_text(encoding="utf-8")
        real = executed(text)
        if real != text:
            differing += 1
            print(f"{document.resolve().relative_to(ROOT)}: {'updated' if options.update else 'differs'}")
            if options.update:
                document.write_text(real, encoding="utf-8")
    return int(differing > 0 and not options.update)


if __name__ == "__main__":
    sys.exit(main())
