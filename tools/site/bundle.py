"""What npm provides for the site, for the one file and for the tests: fetched as the lockfile in `web/` says.

Needs Node.js and npm. What is there already and younger than the lockfile is taken as it is.
"""

import shutil
import subprocess
from pathlib import Path

from filelock import FileLock
from mkdocs.exceptions import PluginError

WEB = Path(__file__).resolve().parents[2] / "web"
_MODULES = WEB / "node_modules"
_INSTALLED = _MODULES / ".package-lock.json"


def modules() -> Path:
    """Return the folder of the packages that the lockfile names, which are fetched where it has changed."""
    (WEB / "build").mkdir(exist_ok=True)
    # Tests and builds may ask at the same time, and npm begins by removing what is there.
    with FileLock(WEB / "build" / "lock"):
        _install()
    return _MODULES


def _install() -> None:
    sources = [WEB / "package.json", WEB / "package-lock.json"]
    if not _INSTALLED.exists() or any(source.stat().st_mtime > _INSTALLED.stat().st_mtime for source in sources):
        npm = shutil.which("npm")
        if npm is None:
            raise PluginError("parts of the site come from npm, which was not found; install Node.js and npm")
        subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=WEB, check=True)
