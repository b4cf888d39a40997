"""Generate the modules that are derived from `schema/`: the attrs model, gate and sums of each layout, and their names.

    python tools/generate.py            write them
    python tools/generate.py --check    fail if a committed one differs

The generated code is committed, so that nothing is compiled at import and editors see real classes.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Run from anywhere and never an installed copy: the generator and the schema of this checkout belong together.
sys.path.insert(0, str(ROOT))

from govreport import resources  # noqa: E402
from govreport.kinds import KINDS  # noqa: E402
from tools.generating import gate, model, names, registry, sieves, sums  # noqa: E402


def outputs() -> dict[Path, str]:
    """Return the text of every generated module by path."""
    package = ROOT / "govreport"
    texts = {package / "model" / "registry.py": registry.generate(KINDS)}
    texts[package / "rules" / "sieves.py"] = sieves.generate()
    public = package / "__init__.py"
    texts[public] = names.generate(public.read_text(encoding="utf-8"), resources.layouts())
    for kind in KINDS:
        for layout in kind.layouts:
            texts[package / "model" / f"{kind.module_of(layout)}.py"] = model.generate(kind, layout)
            if kind.has_gate:
                texts[package / "validation" / f"gate_{layout}.py"] = gate.generate(layout)
                texts[package / "rules" / f"sums_{layout}.py"] = sums.generate(layout)
    return texts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with what is committed, write nothing")
    check = parser.parse_args().check
    stale = []
    for path, text in outputs().items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path)
        if not check:
            path.write_text(text, encoding="utf-8")
    for path in stale:
        print(f"{path.relative_to(ROOT)}: {'differs, run: python tools/generate.py' if check else 'written'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
