"""Copies of the project with a layout added, and what each reads of the same documents."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.layouts.added import checkout
from tests.layouts.documents import existing
from tests.layouts.running import read_all
from tests.reports import ROOT


@pytest.fixture(scope="session")
def checkouts(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return the checkout with an added layout, by its name; each is made once."""
    made: dict[str, Path] = {}

    def get(name: str) -> Path:
        if name not in made:
            made[name] = checkout(name, tmp_path_factory.mktemp(name))
        return made[name]

    return get


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with documents of the layouts that exist."""
    folder = tmp_path_factory.mktemp("documents")
    for name, data in existing():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def read_before(documents: Path) -> dict[str, Any]:
    """Return what is read of these documents while there is no other layout."""
    return read_all(ROOT, documents)
