"""The scripts of the site, bundled from `web/` with what npm provides, as its lockfile says.

    python -m tools.site.bundle

Needs Node.js and npm. What is there already and younger than its sources is taken as it is.
"""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from mkdocs.exceptions import PluginError

WEB = Path(__file__).resolve().parents[2] / "web"
_BUILD = WEB / "build"
_MODULES = WEB / "node_modules"
_INSTALLED = _MODULES / ".package-lock.json"
# It makes the bundle and is no part of it.
_TOOL = "esbuild"
_TRIES = 3


def modules() -> Path:
    """Return the folder of the packages that the lockfile names, which are fetched where it has changed."""
    if _is_older(_INSTALLED, [WEB / "package.json", WEB / "package-lock.json"]):
        _install(_npm())
    return _MODULES


def build() -> Path:
    """Return the folder with the bundled scripts, which are made anew where a source has changed."""
    npm = _npm()
    modules()
    target = _BUILD / "check.js"
    if _is_older(target, [*sorted((WEB / "src").glob("*.js")), _INSTALLED]):
        subprocess.run([npm, "run", "--silent", "bundle"], cwd=WEB, check=True)
        shutil.copyfile(_MODULES / "iframe-worker" / "shim" / "index.js", _BUILD / "iframe-worker.js")
        (_BUILD / "licences.txt").write_text("\n\n".join(_licences()), encoding="utf-8")
    return _BUILD


def _npm() -> str:
    npm = shutil.which("npm")
    if npm is None:
        raise PluginError("the check in the browser is bundled with npm, which was not found; install Node.js and npm")
    return npm


def _install(npm: str) -> None:
    """Install what the lockfile names; again where npm passed over the program that bundles.

    That program is built for each kind of machine, so it is optional for npm, which says nothing where it could not be
    fetched.
    """
    for _ in range(_TRIES):
        subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=WEB, check=True)
        starts = [npm, "exec", "--offline", "--", _TOOL, "--version"]
        if subprocess.run(starts, cwd=WEB, capture_output=True, check=False).returncode == 0:
            return
    raise PluginError(f"npm did not install the program of {_TOOL} for this machine in {_TRIES} tries")


def _licences() -> Iterator[str]:
    """Yield the licence of each package whose code is in the scripts, under its name."""
    for file in sorted(_MODULES.glob("*/LICENSE*")):
        if file.parent.name != _TOOL:
            yield f"{file.parent.name}\n\n{file.read_text(encoding='utf-8').strip()}\n"


def _is_older(target: Path, sources: list[Path]) -> bool:
    return not target.exists() or any(source.stat().st_mtime > target.stat().st_mtime for source in sources)


if __name__ == "__main__":
    print(build())
