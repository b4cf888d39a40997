"""Many files: found in folders and by patterns, checked in order, one outcome for each document.

Documents stream through: nothing is kept of a file once its outcome is handed on, so that memory does
not grow with the number of files. A clean document costs no more than the gate.
"""

import glob
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from govreport.validation.gate import Judgement, declared_layout, judge
from govreport.validation.reading import read_document

if TYPE_CHECKING:
    from govreport.findings import Finding

STDIN = "-"
DOCUMENT, LINES = ".json", ".ndjson"
SUFFIXES = (DOCUMENT, LINES)
_CHUNK = 64
# Starting processes takes longer than checking a few thousand clean files.
_WORTH_PROCESSES = 4000


class Checked(NamedTuple):
    """The outcome of one document: its path, its line in an NDJSON file, its layout and what was found.

    A plain tuple, because a run over clean files should not have to load the attrs classes.
    """

    path: str
    document: int | None
    layout: str | None
    findings: "tuple[Finding, ...]" = ()
