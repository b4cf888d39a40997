"""What the rules must find in a report: a second, plain reading of `rules.json`.

Kept apart from the rule engine on purpose, so that the one can be held against the other.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from govreport.findings import Severity
from govreport.form.layout import load_layout
from govreport.pointers import value_at
from govreport.rules.comparing import WHITE_SPACE, derive
from govreport.rules.data import Condition, Instance, load_instances
from govreport.rules.numbering import Lists
from govreport.rules.own_name import is_other, is_other_self
from govreport.rules.slips import entries, written

# A finding as a test names it: its code, its pointer and its severity.
Found = tuple[str, str, Severity]
_OPEN = "undetermined"
_HIDING = ("illegible", "ambiguous")


def expected(layout: str, report: Mapping[str, Any]) -> frozenset[Found]:
    """Return what the rules of a layout must find in a report of sound structure.

    A relation that blanks leave unsatisfied counts as open. So its blanks must hide figures that would
    satisfy it, as they do in all that the strategies of this package draw.
    """
    sheet = _Sheet(layout, report)
    failed: set[tuple[str, str]] = set()
    years: set[tuple[str, str]] = set()
    found: set[Found] = set()
    for instance in load_instances(layout):
        rule = instance.rule
        above = [at for name, at in failed if name in rule.after and f"{instance.at}/".startswith(f"{at}/")]
        if above or not all(map(sheet.meets, instance.when)):
            continue
        verdict = sheet.verdict(instance)
        told = sheet.year_told(instance) if verdict is not None and rule.voice is not None else ""
        if any((name, told) in years for name in rule.echoes):
            continue
        years.add((rule.id, told))
        if verdict is not None:
            found.add((verdict, instance.at, Severity.INFO if verdict == _OPEN else rule.severity))
        if verdict == rule.id:
            failed.add((rule.id, instance.at))
    return frozenset(found)


class _Sheet:
    def __init__(self, layout: str, report: Mapping[str, Any]) -> None:
        self.report = report
        self.cells = {cell: value_at(report, cell) for cell in load_layout(layout).cells}
        self.hiding = {mark["pointer"] for mark in report.get("marks", ()) if mark["mark"] in _HIDING}
        # Each undivided figure with the cells that it stands for.
        self.undivided = [
            (entry["value"], {cell for cell in self.cells if cell.startswith(entry["pointer"] + "/")}, entry["pointer"])
            for entry in report.get("undivided", ())
        ]
        self.year = self._agreed(layout)

    def _agreed(self, layout: str) -> int:
        """Return the year that most parts of the report tell; its own where as many tell that."""
        own: int = self.report["year"]
        heard: dict[str, int] = {}
        for instance in load_instances(layout):
            if instance.rule.voice is not None and instance.rule.voice not in heard:
                digits = re.match("[0-9]{4}", self._read(instance) or "")
                if digits:
                    heard[instance.rule.voice] = int(digits[0]) - ("{year+1}" in (instance.rule.value or ""))
        told = [own, *heard.values()]
        return max(told, key=lambda year: (told.count(year), year == own, -told.index(year)))

    def year_told(self, instance: Instance) -> str:
        """Return the year in the words that a comparison finds."""
        value = str(value_at(self.report, instance.at))
        match = re.search(instance.rule.pattern, value) if instance.rule.pattern is not None else None
        digits = re.search("[0-9]{4}", unicodedata.normalize("NFKC", match[0] if match else value))
        return digits[0] if digits else ""

    def meets(self, condition: Condition) -> bool:
        if condition.undivided:
            return any(pointer in condition.at for _, _, pointer in self.undivided)
        if condition.above is not None:
            return any((self.cells[pointer] or 0) > condition.above for pointer in condition.at)
        return any(value_at(self.report, pointer) in (condition.among or ()) for pointer in condition.at)

    def verdict(self, instance: Instance) -> str | None:
        """Return the code of what is to be found, None where nothing is."""
        if instance.is_arithmetic:
            return self._weighed(instance)
        if instance.rule.kind == "stated":
            # Texts made here tell no figures of cells.
            return None
        holds = {
            "presence": self._is_there,
            "text": self._says_right,
            "compare": self._compares,
            "slip": self._has_no_slip,
        }[instance.rule.kind]
        return None if holds(instance) else instance.rule.id

    def _weighed(self, instance: Instance) -> str | None:
        sides = [list(self._figures(cells)) for cells in (instance.left, instance.right)]
        left, right = (sum(figure or 0 for figure in side) for side in sides)
        satisfied = {"=": left == right, ">=": left >= right, "<=": left <= right}[instance.rule.relation]
        hides = any(cell in self.hiding for cell in (*instance.left, *instance.right))
        if satisfied and not hides:
            return None
        return _OPEN if None in (*sides[0], *sides[1]) else instance.rule.id

    def _figures(self, cells: tuple[str, ...]) -> Iterator[Any]:
        whole = [(value, group) for value, group, _ in self.undivided if group.issubset(cells)]
        covered = {cell for _, group in whole for cell in group}
        yield from (value for value, _ in whole)
        yield from (self.cells[cell] for cell in cells if cell not in covered)

    def _is_there(self, instance: Instance) -> bool:
        if instance.rule.of == "text":
            text = value_at(self.report, instance.at)
            return text is None or text.strip(WHITE_SPACE) != ""
        cells = [cell for cell in self.cells if cell.startswith(instance.at + "/")]
        covered = {cell for _, group, _ in self.undivided for cell in group}
        marks = {entry["pointer"]: entry["mark"] for entry in self.report.get("marks", ())}
        spared = {
            c for e in instance.exempt for c in e.at if instance.rule.of == "any-cell" and marks.get(c) in e.marks
        }
        there = [self.cells[cell] is not None or cell in covered or cell in spared for cell in cells]
        return any(there) if instance.rule.of == "any-cell" else all(there)

    def _says_right(self, instance: Instance) -> bool:
        text = value_at(self.report, instance.at)
        rule = instance.rule
        if text is None:
            return True
        if rule.absent is None:
            texts = [text, *(value_at(self.report, pointer) or "" for pointer in instance.also)]
            wanted = [rule.present or ""] if rule.topics is None else rule.topics.values()
            excused = rule.unless is not None and _has(rule.unless, text)
            return excused or all(any(_has(pattern, one) for one in texts) for pattern in wanted)
        if rule.unless is not None and _has(rule.unless, text):
            return True
        return not _has(rule.absent, text)

    def _compares(self, instance: Instance) -> bool:
        value = self._read(instance)
        if value is None:
            return True
        wanted = derive(instance.rule.value or "", self.year)
        return {"=": value == wanted, ">=": value >= wanted, "<=": value <= wanted}[instance.rule.relation]

    def _read(self, instance: Instance) -> str | None:
        value = value_at(self.report, instance.at)
        if value is None or instance.rule.pattern is None:
            return None if value is None else str(value)
        match = re.search(instance.rule.pattern, value)
        return None if match is None else unicodedata.normalize("NFKC", match[1])

    def _has_no_slip(self, instance: Instance) -> bool:
        text = value_at(self.report, instance.at) or ""
        year = self.year
        organ = self.report["organ"]["name"]
        return not any(_slips(entry, text, year, organ) for entry in entries(instance.rule.slips or ""))


def _has(pattern: str, text: str) -> bool:
    """Tell whether a pattern matches in a text, by its group if it has one."""
    return any(not match.re.groups or match[1] is not None for match in re.finditer(pattern, text))


def _slips(entry: Mapping[str, Any], text: str, year: int, organ: str) -> bool:
    """Tell whether an entry of `slips.json` finds anything in a text."""
    said, lists = list[str](), Lists()
    for match in re.finditer(written(entry["find"]), text):
        before = text[: match.start()]
        sentence = re.split("(?<=[。；！？\n])", before)[-1] + re.split("(?<=[。；！？\n])", text[match.start() :])[0]
        asked = [(key, window) for key, window in (("behind", before[-24:]), ("cue", sentence)) if key in entry]
        denied = [(key, window) for key, window in (("not_behind", before[-24:]), ("unless", sentence)) if key in entry]
        if (
            all(re.search(written(entry[key]), window) for key, window in asked)
            and not any(re.search(written(entry[key]), window) for key, window in denied)
            and _remembers(entry, match, said, lists)
            and _counts(entry, match, year, organ)
        ):
            return True
    return False


def _remembers(entry: Mapping[str, Any], match: re.Match[str], said: list[str], lists: Lists) -> bool:
    """Tell whether a match counts after those before it, and keep it in mind."""
    if entry.get("check") == "misnumbered":
        return lists.misnumbers(match)
    if entry.get("check") == "said-before":
        said.append(match[1])
        return match[1] in said[:-1]
    return True


_FIGURES = ("now", "before", "change")


def _counts(entry: Mapping[str, Any], match: re.Match[str], year: int, organ: str) -> bool:
    if "value" in entry:
        read, wanted = unicodedata.normalize("NFKC", match[1]), derive(entry["value"], year)
        return {"=": read == wanted, "!=": read != wanted, ">=": read >= wanted, "<=": read <= wanted}[
            entry["relation"]
        ]
    if entry.get("check") == "other-organ":
        return is_other(match[1], organ)
    if entry.get("check") == "other-self":
        return is_other_self(match[1], organ)
    if entry.get("check") == "change":
        return not _comes_out(dict(zip(entry["reads"], match.groups(), strict=True)))
    if entry.get("check") == "resident-number":
        weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
        digits = unicodedata.normalize("NFKC", match[0]).upper()
        sum_ = sum(weight * int(digit) for weight, digit in zip(weights, digits[:-1], strict=True))
        return (sum_ + (10 if digits[-1] == "X" else int(digits[-1]))) % 11 == 1
    if entry.get("check") == "no-such-day":
        *years, month, day = match.groups()
        leap = not years or (int(years[0]) % 4 == 0 and (int(years[0]) % 100 != 0 or int(years[0]) % 400 == 0))
        lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
        if not 1 <= int(month) <= len(lengths) or (years and int(years[0]) == 0):
            return True
        return not 1 <= int(day or 1) <= lengths[int(month) - 1]
    return True


def _comes_out(groups: Mapping[str, str | None]) -> bool:
    """Tell whether a change is that between two figures, give or take what rounding does."""
    plain = {name: unicodedata.normalize("NFKC", groups[name] or "").replace(",", "") for name in _FIGURES}
    now, before, change = (_value(plain[name]) for name in _FIGURES)
    change = -change if groups.get("less") else change
    is_whole = {name: plain[name].isdigit() for name in _FIGURES}
    if not groups.get("percent"):
        off = max((_last_place(plain[name]) for name in _FIGURES if not is_whole[name]), default=Decimal(0))
        return abs(before + change - now) <= off
    if before == 0 or not (is_whole["now"] and is_whole["before"]):
        return True
    return abs(100 * (now - before) - change * before) < _last_place(plain["change"]) * before


def _value(figure: str) -> Decimal:
    times = {"万": 10**4, "亿": 10**8}.get(figure[-1], 1)
    return Decimal(figure.rstrip("万亿")) * times


def _last_place(figure: str) -> Decimal:
    places = len(figure.rstrip("万亿").partition(".")[2])
    return _value("1" + figure.lstrip("0123456789.")) / Decimal(10**places)
