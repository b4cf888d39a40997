"""Build the one file for the clerk: an HTML page with the library in it, which opens by a double click.

    python tools/onefile.py -o govreport.html

Needs Node.js with npm, and pip. What is fetched (Pyodide as web/package-lock.json locks it, packages as
tools/desk/wheels.txt does) is kept in web/build. The same inputs give the same bytes.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from govreport.files import writing_atomically  # noqa: E402
from tools.desk.kept import built  # noqa: E402

# A USB stick or a mail takes so much without a question.
LARGEST = 20_000_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, help="the file to write; one that is there is replaced"
    )
    path = parser.parse_args().output
    data = built().read_bytes()
    if len(data) > LARGEST:
        print(f"the file is too large: {len(data):,} bytes, at most {LARGEST:,}", file=sys.stderr)
        return 1
    with writing_atomically(path, replace=True) as file:
        file.write(data)
    print(f"{path}: {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
