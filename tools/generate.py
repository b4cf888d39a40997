"""Generate the modules that are derived from `schema/`: the attrs model, gate and sums of each layout, and their names.

    python tools/generate.py            write them
    python tools/generate.py --check    fail if a committed one differs

The generated code is committed, so that nothing is compiled at import and editors see real classes.
"""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Run from anywhere and never an installed copy: the generator and the schema of this checkout belong together.
sys.path.insert(0, str(ROOT))

from govreport import resources  # noqa: E402
from govreport.kinds import KINDS  # noqa: E402
from tools.generating import gate, model, names, registry, sieves, sums  # noqa: E402


def generators() -> dict[Path, Callable[[], str]]:
    """Return what makes the text of every generated module, by path."""
    package = ROOT / "govreport"
    public = package / "__init__.py"
    found: dict[Path, Callable[[], str]] = {
        package / "model" / "registry.py": partial(registry.generate, KINDS),
        package / "rules" / "sieves.py": sieves.generate,
        public: lambda: names.generate(public.read_text(encoding="utf-8"), resources.layouts()),
    }
    for kind in KINDS:
        for layout in kind.layouts:
            found[package / "model" / f"{kind.module_of(layout)}.py"] = partial(model.generate, kind, layout)
            if kind.has_gate:
                found[package / "validation" / f"gate_{layout}.py"] = partial(gate.generate, layout)
                found[package / "rules" / f"sums_{layout}.py"] = partial(sums.generate, layout)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with what is committed, write nothing")
    check = parser.parse_args().check
    stale = []
    for path, generate in generators().items():
        text = generate()
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
