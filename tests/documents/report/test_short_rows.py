"""Short rows: the last figure is a total only where other rows prove it."""

from govreport.documents.report.tables.short_rows import ShortRows


def test_other_rows_with_as_many_figures_prove_that_rows_end_in_their_total() -> None:
    rows = ShortRows([(9, 9), (0, 0), (3, 3), (1, 1)])
    assert rows.ends_in_total((0, 0))
    assert rows.ends_in_total((9, 9))


def test_a_row_does_not_prove_itself() -> None:
    assert not ShortRows([(5, 0, 5)]).ends_in_total((5, 0, 5))
    assert not ShortRows([(5, 0, 5), (0, 0, 0)]).ends_in_total((5, 0, 5))
    assert not ShortRows([(5, 0, 5), (2, 1, 3)]).ends_in_total((5, 0, 5))


def test_zeros_prove_nothing() -> None:
    assert not ShortRows([(0, 0, 0)] * 9).ends_in_total((0, 0, 0))


def test_one_row_that_does_not_end_in_its_sum_refutes_all() -> None:
    assert not ShortRows([(9, 9), (3, 3), (1, 1), (80, 1)]).ends_in_total((9, 9))
    assert not ShortRows([(9, 9), (3, 3), (1, 1), (None, 1)]).ends_in_total((9, 9))
