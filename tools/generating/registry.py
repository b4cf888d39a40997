"""Writes `govreport/model/registry.py`: the class of each layout, of whatever kind of document."""

from collections import Counter
from collections.abc import Iterable, Iterator

from govreport.kinds import Kind


def generate(kinds: Iterable[Kind]) -> str:
    """Return the text of the module; raises ValueError where two layouts would have a class of one name."""
    found = [(kind, layout, kind.class_of(layout)) for kind in kinds for layout in kind.layouts]
    names = [name for _, _, name in found]
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise ValueError(f"several layouts have a class of the name {', '.join(twice)}")
    imports = sorted(f"from govreport.model.{kind.module_of(layout)} import {name}" for kind, layout, name in found)
    entries = "\n".join(f'    "{layout}": {name},' for _, layout, name in found)
    unions = "\n".join(_unions(found))
    return f'''"""The class of each layout, of whatever kind of document. Generated: python tools/generate.py."""

from collections.abc import Mapping

{chr(10).join(imports)}

{unions}
Document = {" | ".join(names)}
"""A document of any kind."""

CLASSES: Mapping[str, type[Document]] = {{
{entries}
}}
'''


def _unions(found: Iterable[tuple[Kind, str, str]]) -> Iterator[str]:
    """Yield a type for each kind that has no class of the kind's own name."""
    by_kind: dict[Kind, list[str]] = {}
    for kind, _, name in found:
        by_kind.setdefault(kind, []).append(name)
    for kind, names in by_kind.items():
        if kind.class_name not in names:
            yield f'{kind.class_name} = {" | ".join(names)}\n"""A {kind.noun} in any layout."""\n'
