"""All changes, by name."""

import random

from ..report import Report
from . import figures, identity, marks, rows, words
from .kinds import Change, Touches


def clean(report: Report, choose: random.Random) -> None:
    """Change nothing."""


def _all() -> tuple[Change, ...]:
    found = [Change("clean", clean, Touches.FIGURES)]

    def add(touches: Touches, module: object, names: str, layouts: tuple[str, ...] = ("2019", "2021")) -> None:
        for name in names.split():
            found.append(Change(name.replace("_", "-"), getattr(module, name), touches, layouts))

    add(Touches.FIGURES, figures, "received_wrong outcomes_wrong total_forgotten two_typos neighbours_exchanged")
    add(Touches.FIGURES, figures, "digits_exchanged disputes_total_zero rules_without_power large_figures")
    add(Touches.FIGURES, figures, "nothing_happened")
    add(Touches.FIGURES, figures, "stock_too_small fee_overdue", ("2021",))
    add(Touches.PRINT, marks, "zeros_blank zeros_dashed zeros_mixed full_width thousands with_units remark_in_cell")
    add(Touches.PRINT, marks, "fee_in_yuan total_column_blank")
    add(Touches.LABELS, marks, "fee_header_in_yuan", ("2021",))
    add(Touches.LABELS, rows, "extra_document extra_document_instead extra_decision extra_denial annotated renumbered")
    add(Touches.LABELS, rows, "misprinted one_label_lost row_missing side_labels_lost")
    add(Touches.LABELS, rows, "hybrid", ("2021",))
    add(Touches.HEAD, rows, "older_form", ("2019",))
    add(Touches.TEXTS, words, "five_says_nothing five_without_problem holes stale_year personal_data")
    # The measures on fees came into force in 2021: the form of 2019 asks nothing of them.
    add(Touches.TEXTS, words, "six_without_fees", ("2021",))
    add(Touches.TEXTS, words, "another_name received_contradicted disputes_contradicted")
    add(Touches.SECTIONS, words, "section_missing table_missing six_empty_above_signature titles_in_own_words")
    add(Touches.SECTIONS, words, "titles_unnumbered title_number_skipped")
    add(Touches.HEAD, identity, "published_late date_label no_organ title_year_misprinted period_of_last_year")
    add(Touches.SECTIONS, identity, "no_title site_menu title_label")
    return tuple(found)


CHANGES = {change.name: change for change in _all()}
