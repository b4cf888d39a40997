"""The reference of the Python library: every public name, described by its docstring."""

import inspect
from importlib import import_module
from itertools import chain

import govreport
from govreport import strategies
from tools.site.words import say

_KINDS = ("functions", "classes", "exceptions")


def names(language: str) -> str:
    """Return the public names by kind, each as mkdocstrings is asked for it."""
    return "\n\n".join(
        f"## {say(f'api-{kind}', language)}\n\n" + "\n\n".join(f"::: {path}" for path in paths)
        for kind, paths in _paths().items()
    )


def paths() -> tuple[str, ...]:
    """Return where each public name is defined, in the order of the page."""
    return tuple(chain.from_iterable(_paths().values()))


def _paths() -> dict[str, list[str]]:
    """Return where the public names are defined, by their kind, those for tests last."""
    found: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    for name in govreport.__all__:
        value = getattr(govreport, name)
        if inspect.isfunction(value):
            kind = "functions"
        else:
            kind = "exceptions" if inspect.isclass(value) and issubclass(value, Exception) else "classes"
        found[kind].append(f"{_home(name)}.{name}")
    found["strategies"] = [f"{getattr(strategies, name).__module__}.{name}" for name in strategies.__all__]
    return found


def _home(name: str) -> str:
    """Return the module that a name comes from: where a class says so, or where an alias is to be found."""
    value = getattr(govreport, name)
    module = getattr(value, "__module__", None)
    if isinstance(module, str) and module.startswith("govreport."):
        return module
    return next(home for home in _ALIASES if name in vars(import_module(home)))


_ALIASES = ("govreport.model.registry",)
