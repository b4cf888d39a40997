"""What a review has taken up, kept on disk: memory does not grow with what was found."""

import pickle
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from govreport.batches.outcomes import Checked
from govreport.batches.taking import Members, Taken
from govreport.files import temporary_folder

# Written and read by this process alone, in a folder that only its user may enter; so it may be pickled.
_TABLES = """
    pragma journal_mode = off;
    pragma synchronous = off;
    create table entry (number integer primary key, body integer, value blob, outcome blob, members blob);
    create table settled (number integer primary key, record blob);
"""


class Ledger:
    """The documents of a review by number, in the order of reading, and what was made of each body."""

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, check_same_thread=False)
        self._connection.executescript(_TABLES)
        self._number = 0

    def take(self, taken: Taken, body: int | None) -> int:
        """Keep a document, and the number of the body that it belongs to, if that is known; return its own."""
        number = self._number
        self._number += 1
        members = None if taken.members is None else _packed(taken.members)
        row = (number, body, _packed(dict(taken.value)), _packed(taken.checked), members)
        self._connection.execute("insert into entry values (?, ?, ?, ?, ?)", row)
        return number

    def index(self) -> None:
        """Prepare for documents to be looked up by body."""
        self._connection.execute("create index by_body on entry (body)")

    def of_body(self, body: int | None) -> Iterator[tuple[int, Members, Checked, bool]]:
        """Yield the documents of a body, or those of none: number, what it says of itself, outcome, is it a report."""
        query = "select number, value, outcome, members is not null from entry where body is ? order by number"
        for number, value, outcome, is_report in self._connection.execute(query, (body,)).fetchall():
            yield number, pickle.loads(value), pickle.loads(outcome), bool(is_report)

    def outcomes(self, numbers: Sequence[int]) -> Iterator[tuple[int, Checked]]:
        """Yield the outcomes of documents by their numbers."""
        for number in numbers:
            (packed,) = self._connection.execute("select outcome from entry where number = ?", (number,)).fetchone()
            yield number, pickle.loads(packed)

    def members(self, number: int) -> Members | None:
        """Return the members of a document, None where it is no report of sound structure."""
        (packed,) = self._connection.execute("select members from entry where number = ?", (number,)).fetchone()
        members: Members | None = None if packed is None else pickle.loads(packed)
        return members

    def members_of(self, number: int) -> Members:
        """Return the members of a report; raises LookupError for a document that is none."""
        members = self.members(number)
        if members is None:
            raise LookupError(number)
        return members

    def settle(self, body: int, record: Any) -> None:
        """Keep what was made of a body."""
        self._connection.execute("insert into settled values (?, ?)", (body, _packed(record)))

    def settled(self) -> Iterator[Any]:
        """Yield what was made of each body, in their order."""
        for (packed,) in self._connection.execute("select record from settled order by number"):
            yield pickle.loads(packed)

    def settled_one(self, body: int) -> Any:
        """Return what was made of a body."""
        (packed,) = self._connection.execute("select record from settled where number = ?", (body,)).fetchone()
        return pickle.loads(packed)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


@contextmanager
def opened_ledger() -> Iterator[Ledger]:
    """Give an empty ledger, which is gone afterwards."""
    with temporary_folder() as folder:
        ledger = Ledger(str(folder / "ledger.sqlite"))
        try:
            yield ledger
        finally:
            ledger.close()


def _packed(value: Any) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
