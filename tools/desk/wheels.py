"""The packages that go into the file: fetched by pip as `wheels.txt` locks them, kept between builds."""

import subprocess
import sys
from pathlib import Path

from tools.desk.packing import unpacked

LOCK = Path(__file__).with_name("wheels.txt")
# The Python that the npm package `pyodide` holds, and the platform it is built for.
_TARGET = ("--python-version", "3.14", "--implementation", "cp", "--abi", "cp314", "--abi", "none")
_PLATFORM = ("--platform", "pyemscripten_2026_0_wasm32", "--platform", "any")


def fetch(folder: Path) -> dict[str, dict[str, bytes]]:
    """Return the files of each locked package by the name of its wheel; `folder` keeps the wheels for the next time.

    Raises subprocess.CalledProcessError where pip cannot get one, or gets one whose hash is not the locked one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [line.split()[0] for line in LOCK.read_text(encoding="utf-8").splitlines() if "==" in line]
    if sorted(_version(wheel) for wheel in folder.glob("*.whl")) != sorted(name.lower() for name in wanted):
        for stale in folder.glob("*.whl"):
            stale.unlink()
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        where = ["--require-hashes", "--requirement", str(LOCK), "--dest", str(folder)]
        subprocess.run([*command, *_TARGET, *_PLATFORM, *where], check=True)
    return {wheel.name: unpacked(wheel.read_bytes()) for wheel in sorted(folder.glob("*.whl"))}


def _version(wheel: Path) -> str:
    name, version, *_ = wheel.name.split("-")
    return f"{name.replace('_', '-')}=={version}".lower()
