"""Why the system could not do something, in the reader's language: its own words are mostly English."""

import errno

from govreport.messages import word


def reason(error: OSError, language: str) -> str:
    """Return the catalogue's words for the number of an error, else the system's own."""
    key = errno.errorcode.get(error.errno or 0, "").lower()
    found = word(key, language)
    return found if found != key else error.strerror or str(error)
