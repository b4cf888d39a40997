"""How much memory a process holds, and how long processors have worked for it."""

import os
from contextlib import suppress

_HAS_PROC = os.path.exists("/proc/self/statm")


def resident(process: int) -> int | None:
    """Return how many bytes of memory a process holds, None where it is gone or the system does not say.

    Linux says it in a file. On other systems the package psutil is asked, which comes with the readers of formats
    there; without it `ps` where there is one.
    """
    if _HAS_PROC:
        return _in_proc(process)
    try:
        import psutil
    except ImportError:
        return _in_ps(process)
    with suppress(psutil.Error):
        return int(psutil.Process(process).memory_info().rss)
    return None


def worked(process: int) -> float | None:
    """Return for how many seconds processors have worked for a process, None where the system does not say."""
    if _HAS_PROC:
        with suppress(OSError, IndexError, ValueError), open(f"/proc/{process}/stat", "rb") as file:
            # The name of the program, in brackets, may hold anything.
            fields = file.read().rpartition(b")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        return None
    try:
        import psutil
    except ImportError:
        return None
    with suppress(psutil.Error):
        times = psutil.Process(process).cpu_times()
        return float(times.user + times.system)
    return None


def _in_proc(process: int) -> int | None:
    try:
        with open(f"/proc/{process}/statm", "rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return None


def _in_ps(process: int) -> int | None:
    import subprocess

    with suppress(OSError, ValueError, subprocess.SubprocessError):
        command = ["ps", "-o", "rss=", "-p", str(process)]
        return int(subprocess.run(command, capture_output=True, timeout=10, check=True).stdout) * 1024
    return None
