"""`python -m tests.corpus`: list the documents of the corpus, or write them to a folder with the truth beside each.

python -m tests.corpus --list
python -m tests.corpus --write FOLDER --count 400 --seed 7
python -m tests.corpus --write FOLDER --shape text-glued --change extra-document
"""

import argparse
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from .changes import CHANGES
from .documents import SEED, Document, as_json, documents, make
from .shapes import SHAPES


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.corpus", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--list", action="store_true", help="name the documents instead of writing them")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="write documents, and NAME.truth.json beside each")
    parser.add_argument("--count", type=int, default=len(SHAPES), help="so many documents (default: one of each shape)")
    parser.add_argument("--seed", type=int, default=SEED, help=f"of what they are drawn (default {SEED})")
    parser.add_argument("--shape", choices=SHAPES, metavar="SHAPE", help="of this shape alone")
    parser.add_argument("--change", choices=CHANGES, metavar="CHANGE", help="with this change alone")
    options = parser.parse_args()
    if options.write is None or options.list:
        _list(options)
        return
    options.write.mkdir(parents=True, exist_ok=True)
    for document in _chosen(options):
        (options.write / document.file).write_bytes(document.data)
        (options.write / f"{document.name}.truth.json").write_text(as_json(document.truth), encoding="utf-8")


def _list(options: argparse.Namespace) -> None:
    print(f"{len(SHAPES)} shapes: {' '.join(SHAPES)}\n")
    print(f"{len(CHANGES)} changes: {' '.join(CHANGES)}\n")
    for document in _chosen(options):
        print(f"{document.file:60} {document.truth['layout']} {document.truth['organ']['name'] or ''}")


def _chosen(options: argparse.Namespace) -> Iterator[Document]:
    if options.shape is None and options.change is None:
        yield from islice(documents(options.seed), options.count)
        return
    shapes = [SHAPES[options.shape]] if options.shape else list(SHAPES.values())
    changes = [CHANGES[options.change]] if options.change else list(CHANGES.values())
    pairs = [(shape, change) for shape in shapes for change in changes if change.touches in shape.shows]
    for number in range(options.count):
        round_, at = divmod(number, len(pairs))
        yield make(*pairs[at], round_, options.seed)


if __name__ == "__main__":
    main()
