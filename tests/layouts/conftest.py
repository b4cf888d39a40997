"""Copies of the project with a layout added, and what each reads of the same documents."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.layouts.added import checkout
from tests.layouts.documents import existing
from tests.layouts.running import read_all
from tests.reports import ROOT
from tests.sharing import once


@pytest.fixture(scope="session")
def checkouts(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return the checkout with an added layout, by its name; each is made once."""
    return lambda name: once(tmp_path_factory, f"checkout-{name}", partial(checkout, name))


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with documents of the layouts that exist."""

    def make(folder: Path) -> None:
        for name, data in existing():
            (folder / name).write_bytes(data)

    return once(tmp_path_factory, "documents", make)


@pytest.fixture(scope="session")
def read_before(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what is read of these documents while there is no other layout."""

    def make(folder: Path) -> None:
        (folder / "read.json").write_text(json.dumps(read_all(ROOT, documents)), encoding="utf-8")

    folder = once(tmp_path_factory, "read-before", make)
    read: dict[str, Any] = json.loads((folder / "read.json").read_bytes())
    return read
