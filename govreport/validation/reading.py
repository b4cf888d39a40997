"""Files to bytes: read whole, or refused with a finding that says why."""

import os
import stat
from typing import TYPE_CHECKING

from govreport.validation.gate import LARGEST_DOCUMENT

if TYPE_CHECKING:
    from govreport.findings import Finding

# Of a published document, unless another limit is given; the standard bounds JSON by itself.
LARGEST_FILE = 32 * 1024 * 1024


def read_document(path: str | os.PathLike[str], limit: int = LARGEST_DOCUMENT) -> "bytes | Finding":
    """Return the bytes of a file, or the finding that says why it could not be read.

    One byte more than `limit` is read at most, so that a huge file costs no memory and is still seen
    to be too large. What is no regular file (a pipe, a device) is refused unread.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        return _refusal(error)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return _finding("file-unreadable", reason="not-regular-file")
        wanted = min(status.st_size, limit) + 1
        data = os.read(descriptor, wanted)
        # A file may grow, and a read may stop early: go on until there is nothing more or too much.
        while len(data) <= limit and (more := os.read(descriptor, limit + 1 - len(data))):
            data += more
        return data
    except OSError as error:
        return _refusal(error)
    finally:
        os.close(descriptor)


def _refusal(error: OSError) -> "Finding":
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _finding("file-missing")
    if isinstance(error, PermissionError):
        return _finding("file-forbidden")
    return _finding("file-unreadable", reason=os.strerror(error.errno) if error.errno else str(error))


def _finding(code: str, **parameters: str) -> "Finding":
    from govreport.findings import Finding, Severity

    return Finding(code=code, severity=Severity.ERROR, parameters=parameters)
