"""What the review of a district costs: eighty bodies in six formats with last year's, and thousands of JSON reports."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil

from bench.data import reports
from bench.measuring import Figure, run
from tests.corpus.district import write

_PAUSE = 0.05
# Bodies have not reported or are wrong, and a file cannot be read.
_REFUSED, _CLEAN = 3, 0


def measure(number: int) -> Iterator[Figure]:
    """Yield the cost of the made district, and of so many JSON reports beside a tenth of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        district = write(folder / "district", 80)
        beside = ["--bodies", str(district.bodies), "--previous", str(district.before)]
        command = ["govreport", "review", str(district.now), *beside, "--force", "-o"]
        for form in ("html", "xlsx"):
            cost = run([*command, f"review.{form}"], folder, expected=_REFUSED)
            yield Figure(
                what=f"80 bodies in six formats to {form}, two processes", value=cost.wall, unit="s", at_most=12
            )
            yield Figure(what="processor time of them all", value=cost.cpu, unit="s")
        held = _held([*command, "review.html"], folder)
        yield Figure(what="memory of all processes together", value=held, unit="MB", at_most=300)
        few, many = (_write(folder, n) for n in (number // 10, number))
        small, large = (run(["govreport", "review", *one, "-o", f"{one[0]}.html"], folder) for one in (few, many))
        yield Figure(what=f"{number:,} JSON reports to html", value=large.wall, unit="s", at_most=60 * number / 5000)
        yield Figure(what="peak memory", value=large.peak, unit="MB")
        each = (large.peak - small.peak) / (number - number // 10) * 1000
        yield Figure(what="memory for each more body", value=each, unit="KB", at_most=10)


def _write(folder: Path, number: int) -> tuple[str, str, str]:
    """Write so many reports and the list of their bodies; return the arguments that name both."""
    place = folder / str(number)
    place.mkdir()
    names = [f"第{n}县财政局" for n in range(number)]
    for name, document in zip(names, reports(number), strict=True):
        report = {**json.loads(document), "year": 2024, "organ": {"name": name}}
        (place / f"{name}.json").write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    (folder / f"{number}.csv").write_text("\n".join(["名称", *names]), encoding="utf-8")
    return str(number), "--bodies", f"{number}.csv"


def _held(command: Sequence[str], folder: Path) -> float:
    """Return the most memory that a command and its processes held at once, in MB."""
    running = subprocess.Popen([sys.executable, "-m", *command], cwd=folder, stderr=subprocess.DEVNULL)
    most = 0
    while running.poll() is None:
        held = 0
        try:
            parent = psutil.Process(running.pid)
            for process in (parent, *parent.children(recursive=True)):
                held += process.memory_info().rss
        except psutil.NoSuchProcess:
            continue
        most = max(most, held)
        time.sleep(_PAUSE)
    return most / 1e6
