"""The files that pages need besides their text: style, scripts, and the check that is one file."""

from pathlib import Path

from govreport import resources
from tools.desk.kept import built
from tools.site.bundle import WEB, modules

_SHARED = WEB.parent / "docs" / "shared"
SHIM = "assets/iframe-worker.js"
# The theme's script of the search in a built site.
SEARCH = "assets/javascripts/workers/search.*.js"
# The check in the browser, which works from a folder and from a disk as well.
CHECK = "assets/govreport.html"
# For editors.
CONFIGURATION = "assets/configuration.schema.json"


def shared() -> dict[str, Path | str]:
    """Return the files by their path in the site: a file to copy, or a text to write."""
    found: dict[str, Path | str] = {f"assets/{path.name}": path for path in sorted(_SHARED.iterdir())}
    shim = modules() / "iframe-worker"
    found[SHIM] = shim / "shim" / "index.js"
    licence = (shim / "LICENSE").read_text(encoding="utf-8").strip()
    found["assets/licences.txt"] = f"iframe-worker\n\n{licence}\n"
    found[CHECK] = built()
    found[CONFIGURATION] = resources.schema_root() / "meta" / "configuration.schema.json"
    return found


def search() -> str:
    """Return what stands before the theme's script of the search."""
    return (WEB / "search.js").read_text(encoding="utf-8")
