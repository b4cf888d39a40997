"""Old formats of office programs (DOC, XLS, WPS, ET, RTF), converted by LibreOffice where it is asked for."""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from govreport.documents.limits import Limits, UnreadableDocument
from govreport.files import temporary_folder

_PROGRAMS = ("soffice", "libreoffice")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RICH_TEXT = b"{\\rtf"
# A profile of its own: no macro, no link, no active content; whatever asks the network asks a port where nobody is.
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    ("org.openoffice.Office.Common/Save/Document", "CreateBackup", "false"),
    ("org.openoffice.Office.Recovery/AutoSave", "Enabled", "false"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    *(
        ("org.openoffice.Inet/Settings", name, value)
        for scheme in ("HTTP", "HTTPS", "FTP")
        for name, value in ((f"ooInet{scheme}ProxyName", "127.0.0.1"), (f"ooInet{scheme}ProxyPort", "9"))
    ),
)
_REGISTRY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n{items}\n</oor:items>\n'
)
_ITEM = '<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'


class _Kind(NamedTuple):
    """The suffix under which an old document is handed over, and the format it is converted to."""

    suffix: str
    target: str


_WORD, _SHEET, _TEXT = _Kind("doc", "docx"), _Kind("xls", "xlsx"), _Kind("rtf", "docx")
# The names of the parts of which one tells what an old document is.
_PARTS = (("WordDocument", _WORD), ("Workbook", _SHEET), ("Book", _SHEET))


def is_old(data: bytes) -> bool:
    """Tell whether bytes are a document in an old format that can be converted."""
    return _kind(data) is not None


def program() -> str | None:
    """Return the path of the office program, None where none is installed."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def convert(data: bytes, limits: Limits) -> bytes:
    """Return an old document as DOCX or XLSX.

    Raises UnreadableDocument: `format-old` where no office program is installed, `limit-exceeded` where it takes
    more than `limits.seconds`, `document-damaged` where it can make nothing of the document.
    """
    kind, office = _kind(data), program()
    if kind is None or office is None:
        raise UnreadableDocument("format-old")
    with temporary_folder() as folder:
        _write_profile(folder / "profile")
        document = folder / f"document.{kind.suffix}"
        document.write_bytes(data)
        _run(_command(office, folder, document, kind), folder, limits)
        try:
            found = document.with_suffix(f".{kind.target}").read_bytes()
        except OSError as error:
            raise UnreadableDocument("document-damaged", reason="LibreOffice") from error
    limits.check("file_size", len(found))
    return found


def _kind(data: bytes) -> _Kind | None:
    if data.startswith(_RICH_TEXT):
        return _TEXT
    if not data.startswith(_OLD_OFFICE) or _ENCRYPTED in data:
        return None
    return next((kind for part, kind in _PARTS if part.encode("utf-16-le") in data), None)


def _write_profile(profile: Path) -> None:
    items = (_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_REGISTRY.format(items="\n".join(items)), "utf-8")


def _command(office: str, folder: Path, document: Path, kind: _Kind) -> list[str]:
    return [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--nolockcheck",
        "--convert-to",
        kind.target,
        "--outdir",
        str(folder),
        str(document),
    ]


def _run(command: list[str], folder: Path, limits: Limits) -> None:
    """Run the program to its end, or end it and all that it started when its time is over."""
    # What the program writes where the user has his files, it writes into the folder that is taken away.
    environment = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder)}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=limits.seconds)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(
            "limit-exceeded", limit="seconds", found=limits.seconds, allowed=limits.seconds
        ) from error
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and whatever it started and left running."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
