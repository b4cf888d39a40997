"""Old formats of office programs: LibreOffice converts them where it is asked for; nothing is left behind."""

import hashlib
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from govreport import extract, render
from govreport.documents import office
from govreport.documents.limits import Limits, UnreadableDocument
from tests.cli.running import govreport
from tests.documents.rendering.samples import example

REPORT = example("minhang-2025")
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(99)
WITH_OFFICE = Limits(office=True)
needs_office = pytest.mark.skipif(
    office.program() is None, reason="LibreOffice is not installed: no old document is converted here"
)


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return a report of ours as the office program writes it in its old formats."""
    folder = tmp_path_factory.mktemp("old")
    written = {}
    for new, form in (("docx", "doc"), ("xlsx", "xls"), ("docx", "rtf")):
        (folder / f"report.{new}").write_bytes(render(REPORT, "docx" if new == "docx" else "xlsx"))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [str(office.program()), profile, "--headless", "--convert-to", form, f"report.{new}"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
        written[form] = (folder / f"report.{form}").read_bytes()
    return written


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the folder in which all temporary files of this process are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@needs_office
@pytest.mark.parametrize("form", ["doc", "xls", "rtf"])
def test_every_cell_of_an_old_document_is_read_and_its_hash_told(
    old: dict[str, bytes], form: str, temporary: Path
) -> None:
    extraction = extract(old[form], limits=WITH_OFFICE)
    assert extraction.completeness == "whole"
    assert extraction.report is not None
    assert extraction.sha256 == hashlib.sha256(old[form]).hexdigest()
    tables = ("proactive_disclosure", "requests", "disputes")
    assert [getattr(extraction.report, name) for name in tables] == [getattr(REPORT, name) for name in tables]
    assert list(temporary.iterdir()) == []


@needs_office
def test_the_option_reads_what_wps_calls_its_own(old: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "a.wps").write_bytes(old["doc"])
    (tmp_path / "b.et").write_bytes(old["xls"])
    assert govreport("validate", str(tmp_path)).exit_code == 3
    assert govreport("validate", str(tmp_path), "--office").exit_code == 0


@pytest.mark.skipif(shutil.which("ps") is None, reason="without ps nobody says which processes run")
def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, temporary: Path) -> None:
    slow = tmp_path / "slow"
    slow.write_text(f"#!/bin/sh\nsleep 60 & echo $! > {tmp_path}/pid\nwait\n")
    slow.chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: str(slow))
    with pytest.raises(UnreadableDocument, match="limit-exceeded"):
        extract(OLD, limits=Limits(office=True, seconds=2))
    assert list(temporary.iterdir()) == []
    pid = int((tmp_path / "pid").read_text())
    deadline = time.monotonic() + 10
    while _is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_running(pid)


def _is_running(pid: int) -> bool:
    """Tell whether a process runs; one that ended and that nobody has asked for its end does not."""
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return bool(done.stdout.strip()) and not done.stdout.strip().startswith("Z")


def test_nothing_is_started_unless_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "convert", lambda *_: pytest.fail("started"))
    with pytest.raises(UnreadableDocument, match="format-old"):
        extract(OLD)


def test_without_the_program_the_advice_is_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(UnreadableDocument, match="format-old"):
        extract(OLD, limits=WITH_OFFICE)


def test_what_the_program_makes_nothing_of_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: shutil.which("true"))
    with pytest.raises(UnreadableDocument, match="document-damaged"):
        extract(OLD, limits=WITH_OFFICE)


def test_new_formats_never_start_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "convert", lambda *_: pytest.fail("started"))
    assert extract(render(REPORT, "docx"), limits=WITH_OFFICE).completeness == "whole"
    encrypted = OLD + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UnreadableDocument, match="document-encrypted"):
        extract(encrypted, limits=WITH_OFFICE)


def test_the_profile_allows_no_macro_and_no_network() -> None:
    settings = {name: value for _, name, value in office._SETTINGS}
    assert settings["DisableMacrosExecution"] == "true"
    assert settings["MacroSecurityLevel"] == "3"
    assert settings["ooInetProxyType"] == "2"
    assert settings["ooInetHTTPSProxyName"] == "127.0.0.1"
