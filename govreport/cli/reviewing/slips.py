"""What is sent back to each body: what is wrong, where, what would mend it, by when, and its form with marks.

A slip is made of what belongs to its body alone: its name, its documents, last year's report of its own. What the
office has to settle about the list itself is in no slip.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from govreport.cli.display import shown
from govreport.cli.language import say
from govreport.cli.reviewing.words import Told, tell
from govreport.documents.rendering.remarks import printed_day
from govreport.files import write_atomically
from govreport.findings import Finding, Severity
from govreport.form.layout import load_layout
from govreport.kinds import kind_of, resolve
from govreport.messages import word
from govreport.rules.sheet import read_sheet

if TYPE_CHECKING:
    from govreport.batches.reviewed import Review, Reviewed

FORMATS = ("docx", "html")
# What is said of the list is no matter of the body.
_OF_LIST = frozenset({"body-unlisted", "body-ambiguous"})
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\s]+')
_LONGEST_NAME = 60
# How a change of a figure is written.
_ARROW = "→"
_HOW = {"error": "errors", "warning": "warnings"}


@attrs.frozen(kw_only=True)
class Item:
    """A numbered entry of a slip: its place, if it has one, and lines of a label and what it says."""

    number: int
    heading: str
    lines: tuple[tuple[str, str], ...]


@attrs.frozen(kw_only=True)
class Slip:
    """A slip: the two lines of its title, the paragraphs above, groups of entries under a heading, and what comes last.

    `sender` signs it, "" where nobody does. `page` is the composed form with its marks, None where there is no report
    that could be printed.
    """

    title: tuple[str, str]
    addressee: str
    lead: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Item, ...]], ...]
    closing: tuple[str, ...]
    annex: str = ""
    sender: str = ""
    page: Any = attrs.field(default=None, repr=False)


def write_slips(
    review: "Review",
    folder: Path,
    form: str,
    language: str,
    *,
    due: str | None = None,
    sender: str = "",
    replace: bool = False,
) -> int:
    """Write a slip for each body of which anything is to be mended, and return how many; each appears whole.

    `due` is the day by which the answer is asked for, `sender` who signs. Raises FileExistsError where one is there
    already that must not be replaced, and OSError where the system cannot write.
    """
    writer = resolve(f"govreport.cli.reviewing.slip_{form}")
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for number, reviewed in enumerate(review.bodies(), 1):
        slip = slip_of(review, reviewed, language, due, sender)
        if slip is not None:
            name = file_name(number, reviewed.body.name)
            write_atomically(folder / f"{name}.{form}", writer.write(slip, language), replace=replace)
            written += 1
    return written


def file_name(number: int, name: str) -> str:
    """Return the name of a slip's file without its suffix; the number keeps names apart that come out alike."""
    plain = _NOT_IN_NAMES.sub("_", shown(name)).strip("._")
    return f"{number:03} {plain[:_LONGEST_NAME]}".strip()


def slip_of(review: "Review", reviewed: "Reviewed", language: str, due: str | None, sender: str = "") -> Slip | None:
    """Return the slip of a body, None where it has nothing to mend."""
    found = [
        (checked, finding)
        for checked, finding in review.found(reviewed)
        if finding.severity is not Severity.INFO and finding.explained is None and finding.code not in _OF_LIST
    ]
    if not found:
        return None
    found.sort(key=lambda one: one[1].severity.rank)
    told = [tell(finding, checked, language) for checked, finding in found]
    page = _page(review, reviewed, [finding for _, finding in found], language)
    say_ = partial(say, language=language)
    lead = say_(f"slip-lead-{reviewed.state}", year=review.year)
    what = "" if reviewed.state in ("reported", "several") else "-none"
    by = say_(f"slip-soon{what}") if due is None else say_(f"slip-by{what}", day=_day(due, language))
    repairs = tuple(_repairs(review, reviewed, language))
    return Slip(
        title=(say_("slip-title", year=review.year), say_("slip-kind")),
        addressee=say_("slip-to", organ=shown(reviewed.body.name)),
        lead=(lead, by),
        groups=tuple(_groups(told, language)),
        closing=(*repairs, *_closing(told, page, language)),
        annex=say_("slip-annex") if page is not None else "",
        sender=shown(sender),
        page=page,
    )


def _closing(told: Sequence[Told], page: Any, language: str) -> Iterator[str]:
    if any(_ARROW in one.repair for one in told):
        yield say("slip-arrow", language)
    if page is not None:
        yield say("slip-explain", language)


def _groups(told: Sequence[Told], language: str) -> Iterator[tuple[str, tuple[Item, ...]]]:
    numbered = list(enumerate(told, 1))
    for severity, key in _HOW.items():
        items = tuple(_item(number, one, language) for number, one in numbered if one.severity == severity)
        if items:
            yield say(f"slip-{key}", language, n=len(items)), items


def _item(number: int, told: Told, language: str) -> Item:
    """Return an entry; what stands nowhere in the report has the title of its kind for a heading."""
    lines = [
        ("problem", told.sentence),
        ("printed", told.printed),
        ("quote", told.quote),
        ("repair", told.repair),
        ("basis", told.basis),
    ]
    labelled = ((say(f"review-{name}", language), text) for name, text in lines)
    return Item(
        number=number, heading=told.place or told.title, lines=tuple((label, text) for label, text in labelled if text)
    )


def _repairs(review: "Review", reviewed: "Reviewed", language: str) -> Iterator[str]:
    """Yield what would put all sums of a report right together, where that is known."""
    from govreport.cli.writers import wording

    for checked, _ in review.documents(reviewed):
        if checked.repairs and checked.layout is not None:
            head = wording.headline(checked.repairs, language)
            if head is None:
                yield shown(wording.best(checked.repairs[0], checked.layout, language))


def _page(review: "Review", reviewed: "Reviewed", findings: Sequence[Finding], language: str) -> Any:
    """Return the printed form with these findings marked, None where there is not one report that can be printed."""
    standing = [number for number, role in reviewed.documents if role == "standing"]
    members = review.members(standing[0]) if len(standing) == 1 else None
    if members is None:
        return None
    composer = kind_of(members["layout"]).composer
    sheet = read_sheet(load_layout(members["layout"]), members)
    return None if composer is None else resolve(composer)(sheet, findings, language)


def _day(day: str, language: str) -> str:
    return printed_day(day) if language == "zh" else day


def numbered(item: Item) -> str:
    """Return the heading of an entry with its number."""
    return f"{item.number}. {item.heading}"


def labelled(label: str, text: str, language: str) -> str:
    """Return a line of an entry."""
    return f"{label}{word('label-colon', language)}{text}"
