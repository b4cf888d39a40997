"""The format for people: what was found, where, the line of the source, and what would mend it."""

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from govreport.batches.paths import STDIN
from govreport.cli.display import shown, wrap
from govreport.cli.language import say
from govreport.cli.limits import advise
from govreport.cli.summary import Summary
from govreport.cli.writers import Manner, Write
from govreport.cli.writers.digest import UNDETERMINED, sort_out, states, summarize
from govreport.formats import sidecar_name
from govreport.messages import word

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.batches.telling import Hidden, State
    from govreport.cli.writers.excerpt import Source
    from govreport.findings import Finding

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_MARGIN = "    "
_LONGEST_REASON = 200
_MOST_CELLS = 5
_MOST_REPAIRS = 5
_CUT = "…"


class FormatWriter:
    """Writes findings as compilers do, one paragraph each, and a summary that accounts for every file."""

    def __init__(self, write: Write, manner: Manner) -> None:
        self._write = write
        self._manner = manner
        self._language = manner.language
        self._source: Source | None = None
        self._has_written = False
        # What became of the findings of the document at hand, by which of them it is.
        self._states: Mapping[int, State | None] = {}

    def begin(self) -> None:
        """Nothing comes before the first finding."""

    def document(self, checked: "Checked") -> None:
        """Write the findings of a document; a clean one is passed over."""
        if not (checked.findings or checked.hidden or checked.compared):
            return
        findings, counted = sort_out(checked, self._manner)
        self._states = dict(zip(map(id, checked.findings), states(checked), strict=True))
        lines: list[str] = []
        advised: set[str] = set()
        for finding in findings:
            if finding.severity == "info" and not self._manner.verbose:
                lines.append(self._in_one_line(finding, checked))
            else:
                lines += self._paragraph(finding, checked, advised)
        lines += [f"{self._where(checked)} {self._label('info', UNDETERMINED)} {sentence}" for sentence in counted]
        if findings or checked.compared is None:
            lines += self._repairs(checked)
        lines += self._gone(checked)
        if self._manner.verbose:
            lines += [self._hidden(hidden, checked) for hidden in checked.hidden]
        if lines:
            self._has_written = True
            self._write("\n".join(lines) + "\n")

    def end(self, summary: Summary) -> None:
        """Write the counts."""
        self.close()
        separator = "\n" if self._has_written else ""
        self._write(f"{separator}{summarize(summary, self._language)}\n")

    def close(self) -> None:
        """Let go of the file that was quoted last; `end` does so too."""

    def _in_one_line(self, finding: "Finding", checked: "Checked") -> str:
        place, sentence = self._place(finding, checked), shown(finding.message(self._language))
        colon = word("label-colon", self._language)
        return f"{self._head(finding, checked)} {place + colon if place else ''}{sentence}"

    def _gone(self, checked: "Checked") -> Iterable[str]:
        for gone in checked.compared.gone if checked.compared is not None else ():
            if gone.severity == "error" or not self._manner.quiet:
                label = self._label(gone.severity, gone.code, state="gone")
                said = word("label-colon", self._language).join(filter(None, (gone.place, gone.message)))
                yield f"{self._where(checked)} {label} {shown(said)}".rstrip()

    def _hidden(self, hidden: "Hidden", checked: "Checked") -> str:
        told = self._in_one_line(hidden.finding, checked)
        reason = hidden.reason or word(f"hidden-{hidden.by}", self._language)
        return say("hidden-finding", self._language, finding=told, reason=_shortened(reason))

    def _paragraph(self, finding: "Finding", checked: "Checked", advised: set[str]) -> Iterable[str]:
        place, sentence = self._place(finding, checked), shown(finding.message(self._language))
        yield f"{self._head(finding, checked)} {self._paint(place or sentence, bold=True)}"
        if place:
            yield _MARGIN + sentence
        if "evidence" in finding.parameters:
            from govreport.cli.writers.wording import known_by, printed_at

            printed = printed_at(finding, self._language)
            key, said = ("evidence", printed) if printed else ("known", known_by(finding, self._language))
            yield _MARGIN + self._labelled(key, said)
        if finding.explained is not None:
            yield _MARGIN + self._labelled("explained", _shortened(finding.explained))
            if not self._manner.verbose:
                return
        yield from self._excerpt(finding, checked)
        if _is_to_be_expected(finding, checked):
            yield _MARGIN + say("expected-actual", self._language, **self._figures(finding))
        if finding.severity == "info" and finding.parameters.get("blanks"):
            yield _MARGIN + self._labelled("blanks", self._cells(finding.parameters["blanks"], checked))
        advice = advise(finding, self._language)
        if advice and advice not in advised:
            advised.add(advice)
            yield _MARGIN + self._labelled("hint", advice)

        if self._manner.verbose and finding.explained is None and "evidence" in finding.parameters:
            yield from self._how_to_explain(finding, checked)

    def _how_to_explain(self, finding: "Finding", checked: "Checked") -> Iterable[str]:
        """Yield what an office writes into its document, or into the file beside it, where what was found is right."""
        from govreport.cli.writers.json import encode
        from govreport.documents.wording.explaining import entry_for, line_for
        from govreport.form.layout import load_layout

        line = line_for(load_layout(checked.layout or ""), finding)
        if line is not None:
            yield _MARGIN + self._labelled("explaining", shown(line))
        entry = entry_for(finding)
        if entry is not None and checked.path != STDIN:
            where = say("explaining-beside", self._language, name=os.path.basename(sidecar_name(checked.path)))
            yield _MARGIN + self._paint(shown(where), colour="green") + shown(encode(entry))

    def _repairs(self, checked: "Checked") -> Iterable[str]:
        """Yield what would put the figures right: of the whole document, for one change may mend many findings."""
        if not checked.repairs:
            if any(_is_failed_sum(finding) for finding in checked.findings):
                yield f"{self._where(checked)} {say('repairs-none', self._language, n=_most_cells())}"
            return
        from govreport.cli.writers.wording import best, headline, repair

        layout, head = checked.layout or "", headline(checked.repairs, self._language)
        if head is None:
            yield f"{self._where(checked)} {shown(best(checked.repairs[0], layout, self._language))}"
            return
        yield f"{self._where(checked)} {head}"
        told = checked.repairs if self._manner.verbose else checked.repairs[:_MOST_REPAIRS]
        for number, found in enumerate(told, 1):
            first, *rest = wrap(
                f"{number}. {shown(repair(found, layout, self._language))}", self._manner.columns - len(_MARGIN)
            )
            yield _MARGIN + first
            yield from (_MARGIN + "   " + line for line in rest)
        more = checked.repairs[0].of - len(told)
        if more > 0:
            yield _MARGIN + say("repairs-more", self._language, n=more)

    def _cells(self, pointers: Sequence[str], checked: "Checked") -> str:
        from govreport.cli.place_names import names
        from govreport.form.layout import load_layout

        shared, own = names(load_layout(checked.layout or ""), pointers, self._language)
        head = f"{shared}{word('label-colon', self._language)}" if shared else ""
        more = _CUT if len(own) > _MOST_CELLS else ""
        return head + word("list-pause", self._language).join(own[:_MOST_CELLS]) + more

    def _excerpt(self, finding: "Finding", checked: "Checked") -> Iterable[str]:
        if finding.line is None or finding.column is None:
            return
        from govreport.cli.writers.excerpt import Source, cut_out

        self._source = self._source or Source()
        line = self._source.line(checked, finding.line)
        if line is None:
            return
        number = f"{finding.line:>6}"
        room = max(40, self._manner.columns - len(number) - 4)
        column, words = finding.column, str(finding.parameters.get("found", ""))
        # A rule about words points to the whole text; what it stumbled over is shown.
        at = line.find(words, column - 1) if finding.rule is not None and words else -1
        text, marks = cut_out(line, column, room) if at < 0 else cut_out(line, at + 1, room, len(words))
        yield self._paint(f"{number} | ", dim=True) + text
        yield self._paint(f"{'':>6} | ", dim=True) + self._paint(marks, colour=_COLOURS[finding.severity], bold=True)

    def _figures(self, finding: "Finding") -> dict[str, str]:
        blank = word("blank", self._language)
        return {
            name: blank if finding.parameters[name] is None else shown(str(finding.parameters[name]))
            for name in ("expected", "actual")
        }

    def _head(self, finding: "Finding", checked: "Checked") -> str:
        where = self._where(checked, finding.line, finding.column)
        is_explained, state = finding.explained is not None, self._states.get(id(finding))
        return f"{where} {self._label(finding.severity, finding.code, is_explained=is_explained, state=state)}"

    def _where(self, checked: "Checked", line: int | None = None, column: int | None = None) -> str:
        place = line if line is not None else checked.document
        numbers = "".join(f":{number}" for number in (place, column) if number is not None)
        path = word("standard-input", self._language) if checked.path == STDIN else shown(checked.path)
        return self._paint(f"{path}{numbers}:", bold=True)

    def _label(self, severity: str, code: str, *, is_explained: bool = False, state: str | None = None) -> str:
        name = word(severity, self._language)
        if state is not None:
            name = say(f"state-{state}", self._language, severity=name)
        if is_explained:
            name = say("explained-severity", self._language, severity=name)
        colour = None if is_explained else _COLOURS.get(severity)
        return self._paint(f"{name}[{code}]", colour=colour, bold=colour is not None)

    def _labelled(self, key: str, text: str) -> str:
        return f"{self._paint(word(key, self._language), colour='green')}{word('label-colon', self._language)}{text}"

    def _place(self, finding: "Finding", checked: "Checked") -> str:
        from govreport.cli.writers.wording import place_of

        return shown(place_of(finding, checked.layout, self._language))

    def _paint(self, text: str, *, colour: str | None = None, bold: bool = False, dim: bool = False) -> str:
        if not self._manner.has_colours or not text:
            return text
        import click

        return click.style(text, fg=colour, bold=bold or None, dim=dim or None)


def _is_to_be_expected(finding: "Finding", checked: "Checked") -> bool:
    """Tell whether to say what a cell should hold: nothing else that is found denies it."""
    pointer, expected = finding.pointer, finding.parameters.get("expected")
    if expected is None or "actual" not in finding.parameters:
        return False
    if any(f.pointer == pointer and f.parameters.get("expected", expected) != expected for f in checked.findings):
        return False
    changes = [c for repair in checked.repairs for c in repair.changes]
    is_summed = "cells" in finding.parameters and any(
        (finding.code, pointer) in repair.mends for repair in checked.repairs
    )
    return not is_summed or any(c.pointer == pointer and c.after == expected for c in changes)


def _is_failed_sum(finding: "Finding") -> bool:
    """An equation of the report itself fails, and the report does not say why."""
    from govreport.rules.outside import outside_rules

    return (
        finding.rule == finding.code
        and "expected" in finding.parameters
        and "cells" in finding.parameters
        and finding.explained is None
        and finding.rule not in outside_rules()
    )


def _most_cells() -> int:
    from govreport.repairs.costs import load_costs

    return load_costs().cells


def _shortened(text: str) -> str:
    plain = shown(" ".join(text.split()))
    return plain if len(plain) <= _LONGEST_REASON else plain[: _LONGEST_REASON - 1] + _CUT
