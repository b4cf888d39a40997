"""Reports that others are held against, read once and kept on disk: last year's of eighty bodies, or those of a sum.

What is kept in memory does not grow with their number. Processes that read documents look reports up in the same
file: an archive is sent to them as its path alone.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from typing import Any

import attrs

from govreport.batches.loading import Loaded, load_all
from govreport.between.organs import same_organ, tails
from govreport.between.previous import Earlier
from govreport.documents.limits import Limits
from govreport.files import temporary_folder
from govreport.model import codec

Members = Mapping[str, Any]
_TABLES = """
    create table report (
        number integer primary key, path blob, document integer, year integer, layout text, code text, members blob
    );
    create table name (report integer, name text, is_whole integer);
    create table hash (report integer, digest text);
"""
_INDICES = """
    create index by_name on name (name, is_whole);
    create index by_code on report (code, year);
    create index by_year on report (year);
    create index by_hash on hash (digest);
"""


@attrs.frozen(kw_only=True)
class Kept:
    """A report of an archive, with the file that it was read from and its line there."""

    path: str
    document: int | None
    members: Members = attrs.field(repr=False)
    hashes: frozenset[str] = frozenset()


@attrs.frozen(kw_only=True)
class Archive:
    """Reports in a file of their own, found by organ and year, or by hash; gone through in the order of reading."""

    path: str

    def __iter__(self) -> Iterator[Members]:
        return (kept.members for kept in self.reports())

    def reports(self) -> Iterator[Kept]:
        """Yield every report, in the order in which they were read."""
        yield from self._found("select number from report order by number", ())

    def of_year(self, organ: Mapping[str, Any], year: int) -> Iterator[Earlier]:
        """Yield the reports of an organ for a year."""
        names = tails(organ["name"])
        marks = ",".join("?" * len(names))
        # Either name may have places in front that the other lacks; equal codes count whatever the names are.
        found = self._found(
            f"select number from report where year = ? and (code = ? or number in ("
            f"select report from name where is_whole and name in ({marks}) "
            f"union select report from name where name = ?)) order by number",
            (year, organ.get("code", ""), *names, names[0]),
        )
        for kept in found:
            if same_organ(kept.members["organ"], organ):
                yield Earlier(members=kept.members, hashes=kept.hashes)

    def of_hash(self, digest: str) -> Iterator[Earlier]:
        """Yield the reports that have this hash."""
        found = self._found("select distinct report from hash where digest = ? order by report", (digest,))
        return (Earlier(members=kept.members, hashes=kept.hashes) for kept in found)

    def years(self) -> tuple[int, ...]:
        """Return the years that there are reports for, in their order."""
        return tuple(
            year for (year,) in _connected(self.path).execute("select distinct year from report order by year")
        )

    def layouts(self, year: int) -> tuple[str, ...]:
        """Return the layouts of the reports for a year."""
        query = "select distinct layout from report where year = ? order by layout"
        return tuple(layout for (layout,) in _connected(self.path).execute(query, (year,)))

    def __len__(self) -> int:
        (number,) = _connected(self.path).execute("select count(*) from report").fetchone()
        return int(number)

    def _found(self, query: str, values: Sequence[Any]) -> Iterator[Kept]:
        connection = _connected(self.path)
        for (number,) in connection.execute(query, values).fetchall():
            path, document, written = connection.execute(
                "select path, document, members from report where number = ?", (number,)
            ).fetchone()
            hashes = connection.execute("select digest from hash where report = ?", (number,))
            members = codec.unstructure(codec.loads(written))
            yield Kept(
                path=os.fsdecode(path), document=document, members=members, hashes=frozenset(d for (d,) in hashes)
            )


@contextmanager
def archived(loaded: Iterable[Loaded]) -> Iterator[Archive]:
    """Keep the reports among what was loaded for as long as they are needed; what is no report is left to others."""
    with temporary_folder() as folder:
        path = str(folder / "archive.sqlite")
        connection = sqlite3.connect(path)
        try:
            connection.executescript("pragma journal_mode = off; pragma synchronous = off;" + _TABLES)
            for number, one in enumerate(one for one in loaded if one.report is not None):
                _keep(connection, number, one)
            connection.executescript(_INDICES)
            connection.commit()
        finally:
            connection.close()
        try:
            yield Archive(path=path)
        finally:
            _connected(path).close()
            _connected.cache_clear()


@contextmanager
def archive(paths: Sequence[str], *, limits: Limits | None = None, tell: Any = None) -> Iterator[Archive]:
    """Read the reports at paths, in any format, into an archive; what is none is given to `tell` as its outcome."""

    def told(loaded: Iterator[Loaded]) -> Iterator[Loaded]:
        for one in loaded:
            if tell is not None and one.outcome is not None:
                tell(one.outcome)
            yield one

    with archived(told(load_all(paths, limits=limits))) as kept:
        yield kept


def _keep(connection: sqlite3.Connection, number: int, one: Loaded) -> None:
    report = one.report
    assert report is not None
    members, written = codec.unstructure(report), codec.dumps(report)
    organ = members["organ"]
    row = (number, os.fsencode(one.path), one.document, members["year"], members["layout"], organ.get("code"), written)
    connection.execute("insert into report values (?, ?, ?, ?, ?, ?, ?)", row)
    names = ((number, name, order == 0) for order, name in enumerate(tails(organ["name"])))
    connection.executemany("insert into name values (?, ?, ?)", names)
    digests = {sha256(written).hexdigest(), one.sha256, members.get("source", {}).get("sha256")} - {None}
    connection.executemany("insert into hash values (?, ?)", ((number, digest) for digest in digests))


@cache
def _connected(path: str) -> sqlite3.Connection:
    """Return the connection of this process to an archive."""
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)
