"""The files that pages need besides their text: style, scripts, and the data of the check in the browser."""

from pathlib import Path

from tools.site import bundle, checkdata

_SHARED = Path(__file__).resolve().parents[2] / "docs" / "shared"
SHIM = "assets/iframe-worker.js"


def shared(language: str) -> dict[str, Path | str]:
    """Return the files by their path in the site: a file to copy, or a text to write."""
    found: dict[str, Path | str] = {f"assets/{path.name}": path for path in sorted(_SHARED.iterdir())}
    built = bundle.build()
    found["assets/check.js"] = built / "check.js"
    found["assets/licences.txt"] = built / "licences.txt"
    found[SHIM] = built / "iframe-worker.js"
    found["assets/check-data.js"] = checkdata.script(language)
    return found
