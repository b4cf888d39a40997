"""What is found in the corpus: write it down, or say what a change adds and takes away.

    python tools/corpus.py --write               write tests/data/corpus.jsonl anew
    python tools/corpus.py --against REVISION    per rule, what is found now and was not at REVISION, and the reverse

`--against` compares the committed files and runs nothing; a test sees to it that the file is what is found. It exits
with 1 if an error is found in a document where none was, unless tests/data/intended.json lists it with a reason.
"""

import argparse
import fnmatch
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Run from anywhere and never an installed copy: the corpus and the library of this checkout belong together.
sys.path.insert(0, str(ROOT))

from tests.corpus import expected  # noqa: E402

INTENDED = ROOT / "tests" / "data" / "intended.json"
Difference = tuple[str, str, str, str]  # document, severity, code, pointer


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--write", action="store_true", help="write the file anew")
    group.add_argument(
        "--against", metavar="REVISION", help="compare with the file of a revision, or of where we left it"
    )
    options = parser.parse_args()
    if options.write:
        before = expected.FILE.read_text(encoding="utf-8").splitlines() if expected.FILE.exists() else []
        text = expected.write(expected.found())
        expected.FILE.write_text(text, encoding="utf-8")
        print("\n".join(expected.differing(before, text.splitlines())) or "nothing has changed")
        return 0
    return _against(options.against)


def _against(revision: str) -> int:
    base = _base(revision)
    name = expected.FILE.relative_to(ROOT).as_posix()
    shown = _git("show", f"{base}:{name}") if base else None
    if shown is None:
        print(f"NOT COMPARED: {base or revision} has no {name}")
        return 0
    before, after = expected.read(shown), expected.read(expected.FILE.read_text(encoding="utf-8"))
    same = {n for n in before.keys() & after.keys() if before[n].digest == after[n].digest}
    print(f"{len(after)} documents, {len(same)} of them as at {base[:12] if base else ''}")
    added, gone = (
        sorted(_listed(after, same) - _listed(before, same)),
        sorted(_listed(before, same) - _listed(after, same)),
    )
    _print_by_rule(added, gone)
    others = [entry for entry in _listed(after, after.keys() - same) if entry[1] == "error"]
    if others:
        print(f"in documents that are new or were changed: {len(others)} errors, not compared")
    return _refuse([entry for entry in added if entry[1] == "error"])


def _base(revision: str) -> str | None:
    """Return the revision to compare with: where this branch left the other one, or the commit before this one."""
    head = (_git("rev-parse", "HEAD") or "").strip()
    base = (_git("merge-base", "HEAD", revision) or "").strip()
    if base and base != head:
        return base
    before = (_git("rev-parse", "--verify", "--quiet", "HEAD~1") or "").strip()
    return before or None


def _git(*arguments: str) -> str | None:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout if done.returncode == 0 else None


def _listed(documents: Mapping[str, expected.Expected], names: "set[str]") -> set[Difference]:
    return {(name, *finding) for name in names for finding in documents[name].findings}


def _print_by_rule(added: list[Difference], gone: list[Difference]) -> None:
    counts = [Counter((severity, code) for _, severity, code, _ in entries) for entries in (added, gone)]
    for severity, code in sorted(counts[0].keys() | counts[1].keys()):
        more, less = counts[0][severity, code], counts[1][severity, code]
        print(f"  {severity:<8} {code:<30} +{more:<5} -{less}")
    if not added and not gone:
        print("  nothing is added and nothing taken away")


def _refuse(errors: list[Difference]) -> int:
    """Print the new errors that nobody intended; return 1 if there are any."""
    intended = json.loads(INTENDED.read_text(encoding="utf-8"))["errors"]
    used: set[int] = set()
    refused = []
    for entry in errors:
        allowed = set(_allowing(entry, intended))
        used |= allowed
        if not allowed:
            refused.append(entry)
    for number, line in enumerate(intended):
        if number not in used:
            print(f"  intended but not seen, to be struck out: {line['code']} in {line['documents']}")
    for document, _, code, pointer in refused:
        print(f"  new error, not intended: {document}: {code} {pointer}")
    return 1 if refused else 0


def _allowing(entry: Difference, intended: list[dict[str, str]]) -> Iterator[int]:
    document, _, code, _ = entry
    for number, line in enumerate(intended):
        if line["code"] == code and fnmatch.fnmatch(document, line["documents"]):
            yield number


if __name__ == "__main__":
    sys.exit(main())
