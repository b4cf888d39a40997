"""The format for people."""

import json
from pathlib import Path

import pytest

from govreport.cli.display import width
from govreport.cli.writers import wording
from govreport.findings import Change, Hint
from govreport.validating import validate_bytes
from tests.reports import EXAMPLES, changed, clean, document

from .running import CONTRADICTION, INFO, NONE, OPEN, WARNING, validate


def test_an_error_is_told_with_place_line_figures_and_repairs() -> None:
    lines = validate(CONTRADICTION, "--lang", "zh").stdout.splitlines()
    head, sentence, source, marks, following, *_ = lines
    assert head.startswith(f"{CONTRADICTION}:90:18: ")
    assert "[requests-outcomes]" in head
    assert "（七）总计 · 自然人" in head
    assert "26" in sentence
    assert source.endswith('| "total": 20')
    assert marks == "       |          ^^"
    # Either repair changes other cells: what this one should hold is not said beside them.
    assert following.startswith(f"{CONTRADICTION}:290:18: ")
    found = next(n for n, line in enumerate(lines) if line.endswith("以下 2 种更正都能使全部勾稽关系成立："))
    first, second, rest = lines[found + 1 : found + 4]
    assert "（一）予以公开：自然人 6 → 0，总计 7 → 1" in first
    assert "（二）部分公开（区分处理的，只计这一情形，不计其他情形）：自然人 6 → 0，总计 6 → 0" in second + rest.strip()


def test_what_a_cell_should_hold_is_said_where_nothing_denies_it(tmp_path: Path) -> None:
    one = {"/requests/natural_person/received": 31}
    (tmp_path / "one.json").write_bytes(document(changed(one)))
    (repair,) = validate_bytes(document(changed(one))).repairs
    told = validate(tmp_path / "one.json", "--lang", "zh").stdout
    # The repair changes what was received; what the sums of other cells would have to be is left out.
    assert "此处应为" not in told
    assert [change.pointer for change in repair.changes] == [*one]


def test_repairs_are_told_once_for_the_whole_document() -> None:
    assert validate(CONTRADICTION).stdout.count("6 → 0") == 3  # once in one repair, twice in the other


def test_the_only_repair_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(document(changed({"/requests/natural_person/received": 31})))
    told = validate(tmp_path / "a.json", "--lang", "zh").stdout
    assert "最可能的更正（唯一）：一、本年新收政府信息公开申请数量 · 自然人 31 → 3（" in told


def test_a_repair_that_one_sum_alone_supports_does_not_claim_to_be_certain(tmp_path: Path) -> None:
    path = EXAMPLES / "contradictions" / "disputes-2023.json"
    report = json.loads(path.read_bytes())
    report["disputes"]["litigation"]["after_reconsideration"]["total"] = 5
    (tmp_path / "a.json").write_bytes(document(report))
    told = validate(tmp_path / "a.json", "--lang", "zh").stdout
    assert "最可能的更正（仅凭勾稽关系不能确定）：行政复议 › 总计 0 → 11（合计漏填）" in told


def test_it_is_told_where_no_few_changes_mend_the_sums(tmp_path: Path) -> None:
    rows = ("granted", "partially_granted", "denied/state_secret", "denied/internal_affairs", "unavailable/not_held")
    report = changed({f"/requests/natural_person/outcomes/{row}": 71 + n for n, row in enumerate(rows)})
    (tmp_path / "a.json").write_bytes(document(report))
    told = validate(tmp_path / "a.json", "--lang", "zh").stdout
    assert "没有找到改动不超过 4 格、或者只移动一行，就能使全部勾稽关系成立的更正" in told
    assert "更正" not in validate(NONE, "--lang", "zh").stdout


def test_a_repair_of_a_blank_says_so() -> None:
    pointers = ("/requests/natural_person/carried_over", "/requests/total/carried_over")
    hint = Hint(changes=tuple(Change(pointer=p, before=None, after=2) for p in pointers), mends=())
    assert wording.hint(hint, "2021", "zh") == "二、上年结转政府信息公开申请数量：自然人 空 → 2，总计 空 → 2"
    assert wording.hint(hint, "2021", "en").endswith(": Natural persons [自然人] blank → 2, Total [总计] blank → 2")


def test_a_clean_file_is_one_line() -> None:
    assert validate(NONE).stdout.splitlines() == ["Checked 1 file: nothing found"]
    assert validate(NONE, NONE, "--lang", "zh").stdout == "检查了 2 个文件：没有发现问题\n"


def test_the_summary_accounts_for_every_file(tmp_path: Path) -> None:
    good = json.dumps(clean(), ensure_ascii=False)
    (tmp_path / "lines.ndjson").write_text(f"{good}\n{good}\n{{}}\n", encoding="utf-8")
    result = validate(NONE, WARNING, INFO, CONTRADICTION, "nothing.json", tmp_path / "lines.ndjson")
    assert result.stdout.splitlines()[-1] == (
        "Checked 6 files (8 reports): 3 clean, 1 with infos only, 1 with warnings, 2 with errors, 1 not checked; "
        "4 errors, 1 warning, 2 infos in all"
    )


def test_a_file_given_twice_counts_twice(tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_text("{}\n{}\n", encoding="utf-8")
    paths = [tmp_path / "a.ndjson"] * 2
    assert validate(*paths).stdout.splitlines()[-1].startswith("Checked 2 files (4 reports): 4 with errors")


def test_places_that_blanks_leave_undetermined_are_counted_by_rule() -> None:
    path = EXAMPLES / "reports" / "jiading-2019.json"
    told = [line for line in validate(path).stdout.splitlines() if "[undetermined]" in line]
    assert len(told) == 3
    assert "6 places" in told[0]
    verbose = [line for line in validate(path, "-v").stdout.splitlines() if "[undetermined]" in line]
    assert len(verbose) == 35


def test_verbose_names_the_blank_cells() -> None:
    cell = "行政复议 › 结果维持"
    assert cell not in validate(OPEN, "--lang", "zh").stdout
    assert cell in validate(OPEN, "--lang", "zh", "-v").stdout


def test_quiet_tells_errors_and_the_summary_only() -> None:
    result = validate(WARNING, INFO, CONTRADICTION, "-q")
    assert "[title-year]" not in result.stdout
    assert "[table-blanks]" not in result.stdout
    assert "[requests-outcomes]" in result.stdout
    assert "1 warning" in result.stdout.splitlines()[-1]
    assert validate(WARNING, "-q").stdout == "Checked 1 file: 1 with warnings; 1 warning in all\n"


def test_an_explained_finding_is_told_with_its_reason(tmp_path: Path) -> None:
    entry = {"rule": "title-year", "pointer": "/title", "text": "printed so\non the seal"}
    report = changed({"/title": "2022年政府信息公开工作年度报告"}) | {"explanations": [entry]}
    (tmp_path / "a.json").write_bytes(document(report))
    result = validate(tmp_path / "a.json")
    assert "explained warning[title-year]" in result.stdout
    assert "explained: printed so on the seal" in result.stdout
    assert "1 with explained findings only; 1 explained in all" in result.stdout


def test_the_words_that_a_rule_quotes_are_what_is_marked() -> None:
    lines = validate(EXAMPLES / "defects" / "period-text-year.json").stdout.splitlines()
    source, marks = lines[2], lines[3]
    assert source.startswith("    15 | …")
    start = source[: source.index("统计期限自2022年1月")]
    assert width(start) == marks.index("^")
    assert marks.count("^") == width("统计期限自2022年1月")


@pytest.mark.parametrize("variable", ["NO_COLOR", "PLAIN"])
def test_there_are_no_colours_but_on_a_terminal(variable: str) -> None:
    assert "\x1b" not in validate(CONTRADICTION, **{variable: "1"}).stdout


def test_standard_input_is_named(tmp_path: Path) -> None:
    result = validate("-", stdin=Path(CONTRADICTION).read_bytes())
    assert result.exit_code == 1
    assert result.stdout.startswith("<stdin>:90:18: error[requests-outcomes]")


def test_a_line_of_ndjson_is_found_again_and_cut_to_size(tmp_path: Path) -> None:
    good, bad = clean(), changed({"/title": "某局2022年报告"})
    lines = [json.dumps(report, ensure_ascii=False) for report in (good, bad, good, bad)]
    (tmp_path / "a.ndjson").write_text("\n\n".join(lines), encoding="utf-8")
    told = validate(tmp_path / "a.ndjson").stdout.splitlines()
    heads = [line for line in told if "[title-year]" in line]
    assert [head.split(".ndjson:")[1].split(":")[0] for head in heads] == ["3", "7"]
    sources = [line for line in told if "2022年" in line and "|" in line]
    assert len(sources) == 2
    assert all(width(source) <= 100 for source in sources)
