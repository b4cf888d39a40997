"""The public surface: what `govreport` offers by name, and that importing it is light."""

import subprocess
import sys

import govreport


def test_every_public_name_is_there_and_listed_once() -> None:
    assert sorted(set(govreport.__all__)) == list(govreport.__all__)
    assert len(govreport.__all__) <= 25
    for name in govreport.__all__:
        assert getattr(govreport, name) is not None
    assert set(govreport.__all__) < set(dir(govreport))


def test_an_unknown_name_is_refused_as_by_any_module() -> None:
    try:
        govreport.no_such_name  # noqa: B018
    except AttributeError as error:
        assert "no_such_name" in str(error)
    else:
        raise AssertionError("no error")


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, govreport; print(sorted({'attrs', 'attr', 'jsonschema', 'msgspec', 'hypothesis'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
