"""LibreOffice as the tests run it: many files in one run, with a profile of its own."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed: nothing is opened or printed")

# A workbook of another program is worked out anew: what that program wrote as the values of formulas proves nothing.
_ANEW = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def converted(files: Mapping[str, bytes], suffix: str, folder: Path) -> dict[str, bytes]:
    """Return files by stem as LibreOffice converts them, every formula worked out; all in one run."""
    source, target, profile = folder / "source", folder / f"target-{suffix}", folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ANEW, encoding="utf-8")
    source.mkdir(exist_ok=True)
    for name, data in files.items():
        (source / name).write_bytes(data)
    options = [
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        suffix,
        "--outdir",
        str(target),
    ]
    command = [str(OFFICE), *options, "--outdir", str(target), *(str(source / name) for name in files)]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    return {path.stem: path.read_bytes() for path in target.iterdir()}
