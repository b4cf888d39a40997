"""What casts doubt upon a figure is worked out when it is first asked for, and is the same whenever that is."""

import gc
import itertools

from govreport.statements.reading import Speaker, Told, told_in

SPEAKER = Speaker(layout="2021", year=2023)
# Figures that are certain, and figures in doubt: for words nobody knows, for the figure before, for a topic told later.
TEXTS = (
    "收到政府信息公开申请20件，其中自然人5件，占25%，予以公开3件",
    "教育领域收到申请20件，予以公开3件（占15%），部分公开1件",
    "行政复议20件，其中维持3件，政府信息公开类5件",
    "网上收到5件，答复4件，不予公开2件",
)


def _told(text: str) -> list[Told]:
    return list(told_in("/overview", text, SPEAKER))


def test_the_order_in_which_it_is_asked_changes_nothing() -> None:
    found = set()
    for text in TEXTS:
        wanted = [told.is_certain for told in _told(text)]
        found.update(wanted)
        for order in itertools.permutations(range(len(wanted))):
            told = _told(text)
            given = {number: told[number].is_certain for number in order}
            assert [given[number] for number in range(len(wanted))] == wanted
    assert found == {True, False}


def test_a_topic_told_behind_a_figure_casts_doubt_upon_it() -> None:
    before, behind = (_told(text)[0] for text in ("行政复议维持3件", "行政复议维持3件，政府信息公开类1件"))
    assert before.attached.readings
    assert before.is_certain
    assert not behind.is_certain


def test_figures_are_forgotten_at_once() -> None:
    _told(TEXTS[0])
    gc.collect()
    gc.disable()
    try:
        for text in TEXTS:
            for told in _told(text):
                assert told.is_certain in (True, False)
        del told
        assert gc.collect() == 0
    finally:
        gc.enable()
