"""How much memory a process holds."""

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
