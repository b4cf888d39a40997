"""What all work that is shared among processes has in common."""

import os


def processors() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def leave_interrupts_to_the_parent() -> None:
    """Let a worker ignore interruptions, of which it would print a traceback: the parent ends them all."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
