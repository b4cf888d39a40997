"""What goes into the file: nothing that is not needed, every licence, and the same bytes every time."""

import subprocess
import sys

import pytest

from tools.desk import contents, packing
from tools.desk.wheels import LOCK


def test_the_library_goes_in_with_its_data_and_without_what_only_programs_need() -> None:
    names = set(contents.library())
    assert {"govreport/checking.py", "govreport/schema/2021/rules.json", "inside/answers.py", "refusing.py"} <= names
    assert not any(name.startswith(("govreport/batches/", "govreport/schema/conformance/")) for name in names)
    assert not any("__pycache__" in name for name in names)


def test_what_runs_in_the_page_needs_nothing_that_is_left_out() -> None:
    left_out = [f"govreport.{name}" for name in ("batches", "corpus", "strategies")]
    program = f"import sys; sys.modules.update(dict.fromkeys({left_out})); import tools.desk.inside.answers"
    subprocess.run([sys.executable, "-c", program], cwd=contents.ROOT, check=True)


def test_of_the_packages_only_what_runs_goes_in() -> None:
    wheel = {
        "pdfminer/cmap/UniGB-UCS2-H.pickle.gz": b"",
        "pdfminer/cmap/UniJIS-UCS2-H.json": b"",
        "pdfminer/high_level.py": b"",
        "jsonschema/tests/x.py": b"",
        "pdfminer_six-1.dist-info/RECORD": b"",
        "pdfminer_six-1.dist-info/METADATA": b"",
    }
    assert sorted(contents.packages({"pdfminer": wheel})) == [
        "pdfminer/cmap/UniGB-UCS2-H.pickle.gz",
        "pdfminer/high_level.py",
        "pdfminer_six-1.dist-info/METADATA",
    ]


def test_every_package_brings_its_licence() -> None:
    wheels = {
        "a-1-py3.whl": {"a-1.dist-info/licenses/LICENSE": b"Do what you like.\n", "a-1.dist-info/METADATA": b"Name: a"},
        "b-2-py3.whl": {"b-2.dist-info/METADATA": b"Name: b\nLicense: MIT\n\nLong."},
    }
    assert dict(contents.licences(wheels)) == {"a-1": "Do what you like.", "b-2": "License: MIT"}
    with pytest.raises(ValueError, match="licence"):
        dict(contents.licences({"c-3-py3.whl": {"c-3.dist-info/METADATA": b"Name: c\n\nLicense: none of the head"}}))


def test_an_archive_is_the_same_whatever_the_order() -> None:
    files = {"b": b"2", "a": b"1"}
    assert packing.archive(files) == packing.archive(dict(sorted(files.items())))
    assert packing.unpacked(packing.archive(files)) == files
    assert packing.as_text(b"x") == packing.as_text(b"x")


def test_every_locked_package_has_a_hash() -> None:
    lines = [line for line in LOCK.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) > 10
    assert all("==" in line for line in lines[::2])
    assert all(line.strip().startswith("--hash=sha256:") for line in lines[1::2])
