"""Nothing that a document holds makes `check` or `validate` raise, nor `extract` anything but UnreadableDocument."""

import json
import os
import subprocess
import sys

import pytest

from govreport.documents.trees.html import PURE

from .measuring import ROOT

pytestmark = pytest.mark.fuzz

WORKERS = 2
DOCUMENTS = int(os.environ.get("GOVREPORT_FUZZ", "100000"))


def test_no_broken_document_raises(capsys: pytest.CaptureFixture[str]) -> None:
    command = [sys.executable, "-m", "tests.growth.mutation"]
    running = [
        subprocess.Popen(
            [*command, str(seed), str(DOCUMENTS // WORKERS)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            # Every other one reads pages without lxml.
            env={**os.environ, PURE: "1" if seed % 2 == 0 else ""},
        )
        for seed in range(1, WORKERS + 1)
    ]
    outputs = [process.communicate()[0] for process in running]
    # A process that was ended has said on the screen where it hung.
    assert [process.returncode for process in running] == [0] * WORKERS
    results = [json.loads(output) for output in outputs]
    total = sum(sum(result["counts"].values()) for result in results)
    counts = {name: sum(result["counts"].get(name, 0) for result in results) for name in results[0]["counts"]}
    slowest, memory = max(result["slowest"] for result in results), max(result["memory"] for result in results)
    with capsys.disabled():
        print(f"\n{total} broken documents {counts}, the slowest {slowest}, at most {memory} MiB")
    assert total == DOCUMENTS // WORKERS * WORKERS
    assert not sum(result["failed"] for result in results), "\n\n".join(results[0]["failures"] + results[1]["failures"])
