"""The layers of the library, as the contract on imports in `pyproject.toml` has them, and what each holds."""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import NamedTuple

from tools.site.markup import grid
from tools.site.translating import say_as
from tools.site.words import say

ROOT = Path(__file__).resolve().parents[2]
_CODE = re.compile(r"`([^`]+)`")
# Modules of one layer, which do not import each other, are parted so.
_BESIDE = re.compile(r" [:|] ")


class Contract(NamedTuple):
    """A contract: the package whose modules it orders, and its layers, the top one first."""

    package: str
    layers: tuple[tuple[str, ...], ...]


def contracts() -> Iterator[Contract]:
    """Yield the contracts that order layers, one for each package that they are about."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    for contract in settings["contracts"]:
        if contract["type"] == "layers":
            layers = tuple(tuple(_BESIDE.split(layer)) for layer in contract["layers"])
            yield from (Contract(package, layers) for package in contract.get("containers", [settings["root_package"]]))


def layers(language: str) -> str:
    """Return a table for each contract: a module imports from the lines below its own, never from those above."""
    heads = [say(key, language) for key in ("layer", "what-it-holds")]
    blocks = []
    for contract in contracts():
        rows = [[_names(layer), "<br>".join(_held(contract.package, layer, language))] for layer in contract.layers]
        title = say("layers-of", language, package=contract.package)
        blocks += [f"### {title} {{ #{contract.package.replace('.', '-')} }}", grid(heads, rows, title)]
    return "\n\n".join(blocks)


def described() -> Mapping[str, str]:
    """Return what each module of the contracts says of itself, by the source of its translation."""
    names = (f"{contract.package}.{name}" for contract in contracts() for layer in contract.layers for name in layer)
    return {f"layer {name}": _docstring(name) for name in names}


def _names(layer: tuple[str, ...]) -> str:
    return "<br>".join(f"<code>{name}</code>" for name in layer)


def _held(package: str, layer: tuple[str, ...], language: str) -> Iterator[str]:
    for name in layer:
        module = f"{package}.{name}"
        text = escape(say_as(f"layer {module}", _docstring(module), language), quote=False)
        yield _CODE.sub(r"<code>\1</code>", text)


def _docstring(module: str) -> str:
    """Return the first line of a module's docstring; raises FileNotFoundError for a module that is not there."""
    path = ROOT / module.replace(".", "/")
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").partition("\n")[0]
