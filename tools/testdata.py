"""Make the documents in `tests/data/documents` of published ones: the shape is kept, every sentence is ours.

    python tools/testdata.py            write them, from ../shared or the folder named by --published
    python tools/testdata.py --check    fail if one differs, or shares prose with the published one

Titles, labels, tables, figures, lines and places on the page stay as they were published, so that reading a made
document is as hard as reading the published one. The sentences come from `examples/`, whose words are ours, and from
`tools/rewording/sentences.py`. Without the published documents nothing can be made or compared, and that is said.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.rewording.independence import common_runs  # noqa: E402
from tools.rewording.pages import reworded_pages, words_of  # noqa: E402
from tools.rewording.plans import reworded_plan  # noqa: E402
from tools.rewording.reports import outside_tables, reworded_report  # noqa: E402

MADE = ROOT / "tests" / "data" / "documents"
# The published document of each example.
PUBLISHED = {
    "jiading-2019": "seeds/000_ca1f1612755e7401.txt",
    "jiading-hr-2022": "seeds/001_dde5885ee5fb5128.txt",
    "jingan-2023": "seeds/002_e36cf77514eb609c.txt",
    "shanghai-2021": "seeds/003_0b2d78a0c77ad9ec.txt",
    "minhang-2025": "seeds/004_33e1af150a1899fb.txt",
    "huaian-2024": "published/huaian_city_2024.pdf",
    "hongze-2024": "published/huaian_hongze_2024.pdf",
}
PLANS = {"jiading-hr-2022"}


def make(name: str, path: Path) -> bytes:
    """Return the document that is made of a published one."""
    if path.suffix == ".pdf":
        return reworded_pages(path, name)
    text = path.read_bytes().decode("utf-8")
    return (reworded_plan(text, name) if name in PLANS else reworded_report(text, name)).encode("utf-8")


def shared_prose(name: str, made: Path, published: Path) -> list[str]:
    """Return what a made document has in common with the published one and what is no label, title or name."""
    ours, theirs = (_text(made), _text(published))
    return common_runs(ours, theirs if name in PLANS else outside_tables(theirs), _names(name))


def _text(path: Path) -> str:
    return words_of(path) if path.suffix == ".pdf" else path.read_text(encoding="utf-8")


def _names(name: str) -> Iterator[str]:
    """Yield the titles and the names of bodies that a document prints."""
    folder = "plans" if name in PLANS else "reports"
    value: dict[str, Any] = json.loads((ROOT / "examples" / folder / f"{name}.json").read_text(encoding="utf-8"))
    yield value["title"]
    yield from (value["organ"]["name"], value["organ"]["name"].removeprefix("上海市"))
    if name in PLANS:
        yield value["notice"]["title"]
        yield value["table_title"]
        yield from (task["units"]["printed"] for group in value["groups"] for task in group["tasks"])


def main() -> int:
    """Write or compare the documents; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with what is committed, write nothing")
    beside = ROOT.parent / "shared"
    parser.add_argument("--published", type=Path, default=beside, help="the folder of the published documents")
    options = parser.parse_args()
    if not options.published.is_dir():
        print(f"NOT COMPARED: the published documents are not in {options.published}")
        return 0 if options.check else 1
    faults = 0
    MADE.mkdir(parents=True, exist_ok=True)
    for name, file in PUBLISHED.items():
        published = options.published / file
        made = MADE / f"{name}{published.suffix}"
        data = make(name, published)
        if not made.exists() or made.read_bytes() != data:
            what = "differs, run: python tools/testdata.py" if options.check else "written"
            print(f"{made.relative_to(ROOT)}: {what}")
            faults += options.check
            if not options.check:
                made.write_bytes(data)
        for run in shared_prose(name, made, published):
            print(f"{made.relative_to(ROOT)}: shares with the published document: {run}")
            faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
