"""Modules that a library imports at once and needs only for what a browser does not do: drawing, encrypted PDFs.

pdfplumber imports Pillow and pypdfium2 to draw pages, which nobody asks of it here. pdfminer imports cryptography for
PDFs that are encrypted with AES; reading one ends in NotInBrowser, which the reader says as it says of any file that
needs a password.
"""

import sys
from types import ModuleType
from typing import Any

MODULES = (
    "PIL",
    "PIL.Image",
    "PIL.ImageDraw",
    "pypdfium2",
    "cryptography",
    "cryptography.hazmat",
    "cryptography.hazmat.backends",
    "cryptography.hazmat.primitives",
    "cryptography.hazmat.primitives.ciphers",
)


class NotInBrowser(NotImplementedError):
    """Something was asked for that is not in the one file; the message names it."""


class _Refused:
    """A name of a missing module: it can be imported and named, and raises NotInBrowser when it is called."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> "_Refused":
        return _Refused(f"{self._name}.{name}")

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        raise NotInBrowser(self._name)


class _Missing(ModuleType):
    # An import system that sees a path takes it for a package.
    __path__: list[str] = []  # noqa: RUF012

    def __getattr__(self, name: str) -> _Refused:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Refused(f"{self.__name__}.{name}")


def install() -> None:
    """Let each of these modules be imported, where it is not there."""
    for name in MODULES:
        if name not in sys.modules:
            module = sys.modules[name] = _Missing(name)
            above, _, own = name.rpartition(".")
            if above:
                setattr(sys.modules[above], own, module)
