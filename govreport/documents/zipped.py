"""ZIP archives: opened here alone, whatever their format."""

import io
import struct
import zipfile

from govreport.documents.limits import UnreadableDocument

# What opening one raises that is damaged, or says that it is of a version that there is not.
_BROKEN = (zipfile.BadZipFile, ValueError, struct.error, OSError, NotImplementedError)


def opened(data: bytes) -> zipfile.ZipFile:
    """Return an archive to be read from; raises UnreadableDocument for bytes that are none."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise UnreadableDocument("document-damaged", reason=str(error)) from error
