"""The gate accepts what is clean, and nothing that only looks so: one test for each trap."""

from collections.abc import Callable
from pathlib import Path

import pytest

from govreport import Report2021, loads
from govreport.validation.gate import LARGEST_DOCUMENT, Judgement, judge
from tests.reports import EXAMPLES, changed, clean, document

CLEAN = document(clean())
AMOUNT = "/proactive_disclosure/charges/administrative_fees/amount"


@pytest.mark.parametrize(
    "write",
    [
        lambda r: document(r),
        lambda r: document(r, indent=None, separators=(",", ":")),
        lambda r: document(r, ensure_ascii=True),
        lambda r: b" \r\n\t" + document(r) + b"\n\n",
        lambda r: document(dict(reversed(r.items()))),
    ],
    ids=["indented", "compact", "escaped", "spaced", "reversed"],
)
def test_a_clean_report_is_accepted_however_it_is_written(write: Callable[[dict[str, object]], bytes]) -> None:
    assert judge(write(clean())) is Judgement.CLEAN


def replaced(old: str, new: str) -> bytes:
    text = CLEAN.decode()
    assert text.count(old) >= 1
    return text.replace(old, new, 1).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"\xef\xbb\xbf" + CLEAN,
        CLEAN + b"{}",
        CLEAN[:-2],
        CLEAN.decode().encode("gb18030"),
        CLEAN.decode().encode("utf-16"),
        replaced('"upheld": 0', '"upheld": 0, "upheld": 0'),
        replaced('"upheld": 0', '"upheld": 0, "uphe\\u006cd": 0'),
        replaced('"upheld": 0', '"upheld": 0.0'),
        replaced('"upheld": 0', '"upheld": 0e0'),
        replaced('"upheld": 0', '"upheld": "0"'),
        replaced('"upheld": 0', '"upheld": false'),
        replaced('"upheld": 0', '"upheld": -1'),
        replaced('"upheld": 0', '"upheld": 1000000000000'),
        replaced('"upheld": 0', '"unknown": 0, "upheld": 0'),
        replaced('"overview": "', '"overview": "\\ud800'),
        replaced('"overview": "', '"overview": "\x00'),
        document(changed({AMOUNT: "52.29"})),
        document(changed({AMOUNT: 0.1234567})),
        replaced('"amount": ', '"amount": 1e'),
        document(changed({"/published": "2023-02-30"})),
        document(changed({"/title": None})),
        document(changed({"/marks": []})),
        document(changed({"/layout": "2019"})),
        document(changed({"/layout": "1999"})),
    ],
)
def test_a_document_with_any_defect_of_text_or_structure_is_doubted(data: bytes) -> None:
    assert judge(data) is Judgement.DOUBT


@pytest.mark.parametrize("before", [0, 1, 99, 100, 101, 300])
@pytest.mark.parametrize("colon", [r"\u003a", r"\u003A"])
def test_a_duplicate_made_up_for_by_an_escaped_colon_is_doubted(colon: str, before: int) -> None:
    # One colon too many in the bytes for the second member, one too few for the colon of the text that is escaped.
    # The first hundred escapes are looked at one by one, what is behind them in another way.
    text = '"overview": "' + r"\n" * before + colon
    data = replaced('"upheld": 0', '"upheld": 0, "upheld": 0').replace(b'"overview": "', text.encode())
    assert judge(data) is Judgement.DOUBT


def test_colons_in_texts_are_no_reason_to_doubt() -> None:
    assert (
        judge(
            document(
                changed({"/overview": f"时间：9:00—17:30，网址 https://example.cn:8080/a?b=c:d\n{clean()['overview']}"})
            )
        )
        is Judgement.CLEAN
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"/disputes/reconsideration/upheld": None},
        {AMOUNT: None},
        {"/disputes/reconsideration/upheld": 3},
        {"/proactive_disclosure/licensing/licences/decisions": None},
        {"/notes": [{"pointer": "/overview", "text": "注"}]},
        {"/title": "1999年政府信息公开工作年度报告"},
        {"/other_matters": "无其他事项。"},
        {"/problems_and_improvements": " \n\u3000"},
    ],
)
def test_a_sound_report_in_which_something_is_found_is_not_called_clean(changes: dict[str, object]) -> None:
    assert judge(document(changed(changes))) is Judgement.SOUND


@pytest.mark.parametrize("path", sorted((EXAMPLES / "reports").glob("*.json")), ids=lambda p: p.stem)
def test_real_reports_pass_the_gate_as_sound_at_least(path: Path) -> None:
    assert judge(path.read_bytes()) >= Judgement.SOUND


def test_a_document_beyond_the_largest_size_is_left_to_the_exact_path() -> None:
    assert judge(CLEAN + b" " * LARGEST_DOCUMENT) is Judgement.DOUBT


@pytest.mark.parametrize("written", ["0", "52.29", "52.290", "7545", "12345678901.123456"])
def test_an_amount_keeps_the_digits_it_was_given(written: str) -> None:
    data = CLEAN.decode()
    start = data.index('"amount": ') + len('"amount": ')
    end = data.index("\n", start)
    document = (data[:start] + written + data[end:]).encode()
    report = loads(document)
    assert judge(document) is Judgement.CLEAN
    assert isinstance(report, Report2021)
    assert str(report.proactive_disclosure.charges.administrative_fees.amount) == written
