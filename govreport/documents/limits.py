"""How large a document may be, and the error for one that cannot be read."""

from typing import Any

import attrs

from govreport.errors import GovReportError
from govreport.findings import Finding, Severity
from govreport.validation.reading import LARGEST_FILE


class UnreadableDocument(GovReportError):
    """A published document cannot be read: damaged, encrypted, too large, or of no known format.

    `finding` says why, in both languages.
    """

    def __init__(self, code: str, **parameters: Any) -> None:
        self.finding = Finding(code=code, severity=Severity.ERROR, parameters=parameters)
        super().__init__(f"{self.finding.message('en')} [{code}]")


@attrs.frozen(kw_only=True)
class Limits:
    """What a document may cost at most; a report needs a small part of each.

    `file_size` and `unpacked_size` are in bytes, the second for all files inside a DOCX or XLSX together;
    `unpacking_ratio` says how many times larger than packed a file inside may be; `cells` counts the slots
    of all tables, `pages` those of a PDF, `characters` and `strokes` what one of its pages shows of text and of lines,
    `files` what a DOCX or XLSX is made of. That JSON has at most 16 MiB is a law of the standard, which no
    `file_size` raises.

    `seconds` of the processor, or four times as many of the clock, and bytes of resident `memory` bound what is read in
    a process of its own: every published document on the command line, and what `govreport.batches.apart` reads.
    `extract` and `check` read in the process that calls them, which cannot end itself in the midst of a library.

    `office` is a permission: with it, LibreOffice may be started to convert a document in an old format (DOC, XLS, WPS,
    ET, RTF), where it is installed; it has `seconds` of the clock, a profile of its own, and runs no macro.
    """

    file_size: int = LARGEST_FILE
    unpacked_size: int = 128 << 20
    unpacking_ratio: int = 200
    cells: int = 200_000
    pages: int = 300
    characters: int = 50_000
    strokes: int = 10_000
    files: int = 5_000
    seconds: int = 60
    memory: int = 1 << 30
    office: bool = False

    def check(self, limit: str, found: int) -> None:
        """Raise UnreadableDocument if `found` is more than the limit of this name."""
        allowed = getattr(self, limit)
        if found > allowed:
            raise UnreadableDocument("limit-exceeded", limit=limit.replace("_", "-"), found=found, allowed=allowed)

    def check_files(self, archive: bytes) -> None:
        """Raise UnreadableDocument if an archive lists too many files: to open it would make an object of each."""
        self.check("files", archive.count(_LISTED))


# With this begins the entry of each file in the list of a ZIP archive.
_LISTED = b"PK\x01\x02"
