"""What the rules of arithmetic say of a workbook, as formulas: the verdict of `rules.arithmetic`, worked out in cells.

A cell without a number is an unknown figure, as there. A relation *fails* if no figures in place of the unknown ones
could satisfy it; it *holds* if it does with these as 0, and none of them hides a figure (a text that is no mark for
a blank); else it is *open*. The formulas use what Excel 2010, WPS and LibreOffice have alike.
"""

from collections.abc import Mapping, Sequence

import attrs

from govreport.documents.rendering.report.spots import Boxes, Spot, references
from govreport.documents.wording.signs import SIGNS
from govreport.messages import phrase
from govreport.rules.arithmetic import Verdict, Weighing
from govreport.rules.conditions import is_met
from govreport.rules.data import Condition, Instance
from govreport.rules.sheet import DOUBTFUL_MARKS, Sheet

# What stands in a cell without a figure and hides none: the signs of the marks, and what else is typed for them.
PLAIN = tuple(dict.fromkeys((*(s for m, s in SIGNS.items() if s and m not in DOUBTFUL_MARKS), "-", "--", "——", "无")))
_SAYS: Mapping[str, str] = {"=": "guide-differs", ">=": "guide-less", "<=": "guide-more"}
_TRUE, _FALSE = "TRUE()", "FALSE()"


@attrs.frozen(kw_only=True)
class Side:
    """One side of a relation in a workbook: its cells, those of them that may be negative, and what is never known.

    `unknown` counts cells whose figure is printed in one with others that the relation does not ask;
    `unknown_signed` those of them that may be negative, `is_doubtful` says that one of them is marked as not read.
    """

    spots: tuple[Spot, ...] = ()
    signed: tuple[Spot, ...] = ()
    unknown: int = 0
    unknown_signed: int = 0
    is_doubtful: bool = False


def side_of(cells: Sequence[str], boxes: Boxes, sheet: Sheet) -> Side:
    """Return where the figures of a side stand; one that is printed for a whole group counts once."""
    spots: list[Spot] = []
    signed: list[Spot] = []
    unknown = unknown_signed = 0
    is_doubtful = False
    for cell in cells:
        box, is_signed = boxes[cell], sheet.layout.cells[cell].kind == "change"
        if not box.is_group:
            spots.append(box.spot)
            signed += [box.spot] if is_signed else []
        elif not set(box.cell.pointers[1:]) <= set(cells):
            unknown += 1
            unknown_signed += is_signed
            is_doubtful |= cell in sheet.doubtful
        elif box.spot not in spots:
            spots.append(box.spot)
    return Side(
        spots=tuple(spots),
        signed=tuple(signed),
        unknown=unknown,
        unknown_signed=unknown_signed,
        is_doubtful=is_doubtful,
    )


def formula_of(instance: Instance, boxes: Boxes, sheet: Sheet, home: str, language: str) -> str | None:
    """Return the formula that shows the verdict of a rule on the sheet `home`: "" where it holds or is not asked.

    None where what the report says of its organ, which no cell holds, leaves the rule unasked.
    """
    if not all(condition.above is not None or is_met(condition, sheet) for condition in instance.when):
        return None
    left, right = (side_of(cells, boxes, sheet) for cells in (instance.left, instance.right))
    shown = verdict_formula(instance.rule.relation, left, right, home, language)
    asked = [_is_asked(condition, boxes, home) for condition in instance.when if condition.above is not None]
    return f'=IF({_all(asked)},{shown},"")' if asked else f"={shown}"


def verdict_formula(relation: str, left: Side, right: Side, home: str, language: str) -> str:
    """Return the expression of the verdict over two sides."""
    sums = [f"SUM({','.join(references(side.spots, home))})" if side.spots else "0" for side in (left, right)]
    known_left, known_right = _is_known(left, home), _is_known(right, home)
    # How far what is unknown can move the difference up and down, without bound.
    cannot_rise = _all([known_left, _is_known(_signed(right), home)])
    cannot_fall = _all([known_right, _is_known(_signed(left), home)])
    too_small = _FALSE if relation == "<=" else _all([f"{sums[0]}<{sums[1]}", cannot_rise])
    too_great = _FALSE if relation == ">=" else _all([f"{sums[0]}>{sums[1]}", cannot_fall])
    doubts = [f"{doubt}=0" for doubt in _doubts((*left.spots, *right.spots), home)]
    doubts += [_FALSE] if left.is_doubtful or right.is_doubtful else []
    satisfied = _all([f"{sums[0]}{relation}{sums[1]}", *doubts])
    before, _, after = phrase(_SAYS[relation], language, n="\0").partition("\0")
    fails = "&".join(filter(None, (text(before), f"ABS({sums[0]}-{sums[1]})", text(after))))
    open_or_not = f'IF({satisfied},"",{text(phrase("guide-open", language))})'
    return f"IF({_any([too_small, too_great])},{fails},{open_or_not})"


def shown_of(weighing: Weighing, relation: str, language: str) -> str:
    """Return what the formula shows of a verdict."""
    if weighing.verdict is Verdict.HOLDS:
        return ""
    if weighing.verdict is Verdict.OPEN:
        return phrase("guide-open", language)
    return phrase(_SAYS[relation], language, n=abs(weighing.left_sum - weighing.right_sum))


def fails(cell: str, language: str) -> str:
    """Return the expression that the cell of this name, which shows a verdict, shows that a relation fails."""
    return f"AND(LEN({cell})>0,{cell}<>{text(phrase('guide-open', language))})"


def is_failing(shown: str, language: str) -> bool:
    """Return whether what is shown of a verdict says that a relation fails."""
    return shown not in ("", phrase("guide-open", language))


def _signed(side: Side) -> Side:
    return Side(spots=side.signed, signed=side.signed, unknown=side.unknown_signed)


def _is_known(side: Side, home: str) -> str:
    """Return the expression that every cell of a side holds a number."""
    if side.unknown:
        return _FALSE
    return f"COUNT({','.join(references(side.spots, home))})={len(side.spots)}" if side.spots else _TRUE


def _doubts(spots: Sequence[Spot], home: str) -> list[str]:
    """Return the expressions that count, run by run, the texts in cells that are no marks for a blank."""
    runs = references(spots, home)
    return [
        f"SUMPRODUCT(ISTEXT({run})*(LEN({run})>0){''.join(f'*({run}<>{text(mark)})' for mark in PLAIN)})"
        for run in runs
    ]


def _is_asked(condition: Condition, boxes: Boxes, home: str) -> str:
    spots = [boxes[pointer].spot for pointer in condition.at]
    return _any([f"SUM({run})>{condition.above}" for spot in spots for run in references([spot], home)])


def _all(expressions: Sequence[str]) -> str:
    rest = [e for e in dict.fromkeys(expressions) if e != _TRUE]
    if not rest or _FALSE in rest:
        return _FALSE if rest else _TRUE
    return rest[0] if len(rest) == 1 else f"AND({','.join(rest)})"


def _any(expressions: Sequence[str]) -> str:
    rest = [e for e in dict.fromkeys(expressions) if e != _FALSE]
    if not rest or _TRUE in rest:
        return _TRUE if rest else _FALSE
    return rest[0] if len(rest) == 1 else f"OR({','.join(rest)})"


def text(words: str) -> str:
    """Return words as they stand in a formula, "" for none."""
    return '"' + words.replace('"', '""') + '"' if words else ""
