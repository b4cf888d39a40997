"""The public surface: what `govreport` offers by name, and that importing it is light."""

import re
import subprocess
import sys

import pytest

import govreport


def test_every_public_name_is_there_and_listed_once() -> None:
    assert sorted(set(govreport.__all__)) == list(govreport.__all__)
    # Each layout has a class of its own; of other names there are few.
    assert len([name for name in govreport.__all__ if not re.fullmatch("Report[0-9]+", name)]) <= 30
    for name in govreport.__all__:
        assert getattr(govreport, name) is not None
    assert set(govreport.__all__) < set(dir(govreport))


def test_an_unknown_name_is_refused_as_by_any_module() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        govreport.no_such_name  # noqa: B018


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = "{'attrs', 'attr', 'jsonschema', 'msgspec', 'hypothesis'}"
    code = f"import sys, govreport; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
