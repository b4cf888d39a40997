"""Archives and texts that are the same bytes whenever they hold the same."""

import base64
import gzip
import io
import zipfile
from collections.abc import Mapping

# The first moment that an archive knows.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive of files by name; what holds it is compressed as a whole."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as packed:
        for name in sorted(files):
            packed.writestr(zipfile.ZipInfo(name, _MOMENT), files[name])
    return target.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the files of a ZIP archive by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist() if not name.endswith("/")}


def as_text(data: bytes) -> str:
    """Return bytes as a page can carry them: compressed, in letters."""
    return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode("ascii")
