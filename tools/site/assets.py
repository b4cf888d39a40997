"""The files that pages need besides their text: style, scripts, and the data of the check in the browser."""

from pathlib import Path

from tools.site import bundle, checkdata

_SHARED = Path(__file__).resolve().parents[2] / "docs" / "shared"
SHIM = "assets/iframe-worker.js"
# The theme's script of the search in a built site.
SEARCH = "assets/javascripts/workers/search.*.js"


def shared(language: str) -> dict[str, Path | str]:
    """Return the files by their path in the site: a file to copy, or a text to write."""
    found: dict[str, Path | str] = {f"assets/{path.name}": path for path in sorted(_SHARED.iterdir())}
    built = bundle.build()
    found["assets/check.js"] = built / "check.js"
    found["assets/licences.txt"] = built / "licences.txt"
    found[SHIM] = built / "iframe-worker.js"
    found["assets/check-data.js"] = checkdata.script(language)
    return found


def search() -> str:
    """Return what stands before the theme's script of the search."""
    return (bundle.WEB / "search.js").read_text(encoding="utf-8")
