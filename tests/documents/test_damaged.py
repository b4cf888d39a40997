"""Damaged documents of every format: they are read as far as they go or refused, and nothing else happens."""

import contextlib
import io
import random
import time
import zipfile

import pytest

import govreport
from govreport.documents.limits import UnreadableDocument

from .variations.drawn_catalogue import make

NAMES = (
    pytest.param("site-word-paste", marks=pytest.mark.pages),
    *("word-controls", "workbook-2019", "pdf-2019-unruled", "text-columnwise", "markdown-html"),
)
TRIES = 15
LONGEST = 20  # seconds, on a machine that does other things, too
STRANGE = (
    b"<table><tr><td rowspan=99999 colspan=99999>",
    b"<!--",
    b"]]>",
    b"&#xD800;",
    b"\x00",
    b"\xff\xfe",
    b"|",
    b"\t",
)


def damaged(data: bytes, rng: random.Random) -> bytes:
    place, length = rng.randrange(len(data)), rng.randrange(1, 2000)
    return rng.choice(
        (
            data[:place],
            data[:place] + data[place + length :],
            data[:place] + data[place : place + length] * 2 + data[place:],
            data[:place] + rng.choice(STRANGE) + data[place:],
            data[:place] + bytes(rng.randrange(256) for _ in range(9)) + data[place + 9 :],
        )
    )


def damaged_inside(data: bytes, rng: random.Random) -> bytes:
    """Return an office document that is packed properly, one of its files damaged."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        chosen = rng.choice([name for name in source.namelist() if name.endswith((".xml", ".rels"))])
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, damaged(content, rng) if name == chosen else content)
    return stream.getvalue()


@pytest.mark.parametrize("name", NAMES)
def test_damage_raises_nothing_but_a_refusal(name: str) -> None:
    data, _ = make(name)
    rng = random.Random(name)
    is_office = name.startswith("wo")
    for number in range(TRIES):
        broken = damaged_inside(data, rng) if is_office and number % 2 else damaged(data, rng)
        start = time.monotonic()
        with contextlib.suppress(UnreadableDocument):
            govreport.extract(broken)
        assert time.monotonic() - start < LONGEST


def test_an_archive_of_a_version_that_does_not_exist_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    data = bytearray(stream.getvalue())
    # The version that is needed stands behind the sign of the entry and the version that wrote it.
    data[data.index(b"PK\x01\x02") + 6] = 217
    with pytest.raises(UnreadableDocument, match="document-damaged"):
        govreport.extract(bytes(data))
    with pytest.raises(UnreadableDocument, match="document-damaged"):
        govreport.extract(bytes(data), format="xlsx")


def test_an_archive_that_lost_its_middle_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<p/>" * 1000)
    data = stream.getvalue()
    with pytest.raises(UnreadableDocument, match="document-damaged"):
        govreport.extract(data[:100] + data[600:])
