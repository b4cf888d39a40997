"""How much time and memory the reading of a document takes, measured in a process of its own."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import attrs

from tools.forking import processes

ROOT = Path(__file__).resolve().parents[2]


@attrs.frozen(kw_only=True)
class Cost:
    """What checking a document cost: seconds of the processor, and the most memory of the process in MiB."""

    seconds: float
    memory: int
    codes: tuple[str, ...] = ()


def peak_memory() -> int:
    """Return the most memory that this process has had so far, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():
        # Not ru_maxrss: there a process begins with the peak of the one that has started it.
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) >> 10
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # macOS counts in bytes, others in KiB.
    return used >> 20 if sys.platform == "darwin" else used >> 10


def check_alone(path: Path, timeout: float) -> Cost | None:
    """Return what checking a file costs in a fresh process, None if it takes longer than the time given.

    The process is forked where it can be: then what it imports is not counted, and all that others import is held.
    """
    try:
        done = processes.run(
            [sys.executable, "-m", __spec__.name, str(path)],
            cwd=ROOT,
            timeout=timeout,
            capture_output=True,
            check=True,
        )
    except subprocess.TimeoutExpired:
        return None
    found: dict[str, Any] = json.loads(done.stdout)
    return Cost(seconds=found["seconds"], memory=found["memory"], codes=tuple(found["codes"]))


def time_check(data: bytes, suffix: str) -> tuple[float, tuple[str, ...]]:
    """Return how many seconds of the processor the check of a document takes, and the codes of what it finds."""
    import govreport

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"document{suffix}"
        path.write_bytes(data)
        started = time.process_time()
        result = govreport.check(path)
        return time.process_time() - started, tuple(finding.code for finding in result.findings)


def main() -> None:
    """Check the file that is named, and print what it cost."""
    import govreport

    started = time.process_time()
    result = govreport.check(Path(sys.argv[1]))
    seconds = time.process_time() - started
    codes = sorted({finding.code for finding in result.findings})
    print(json.dumps({"seconds": seconds, "memory": peak_memory(), "codes": codes}))


if __name__ == "__main__":
    main()
