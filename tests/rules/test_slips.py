"""Slips in texts: each entry of `slips.json` finds what it is for, and leaves right texts alone."""

import json
import re

import pytest

from govreport import resources, validate
from govreport.documents.evidence import as_members
from govreport.documents.paper import Evidence
from govreport.rules.comparing import counting, derive
from govreport.rules.data import load_rules
from govreport.rules.masking import cover, hide
from govreport.rules.own_name import is_other
from govreport.rules.slips import OWN_NAME, entries, slips, suspects, written
from tests.reports import changed

LISTS = tuple(resources.read("slips.json")["slips"])
ENTRIES = [pytest.param(name, number, id=f"{name}-{number}") for name in LISTS for number in range(len(entries(name)))]
YEARS = (2020, 2023, 2031)


@pytest.mark.parametrize(("name", "number"), ENTRIES)
@pytest.mark.parametrize("year", YEARS)
def test_an_entry_finds_a_slip_in_its_wrong_texts_by_itself(
    name: str, number: int, year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {text: number in suspects(name, derive(text, year)) for text in entries(name)[number]["wrong"]}
    monkeypatch.setattr("govreport.rules.slips.suspects", lambda name, text: [number])
    for text, is_told in told.items():
        assert is_told, text
        assert list(slips(name, derive(text, year), year, OWN_NAME)), text


@pytest.mark.parametrize(("name", "number"), ENTRIES)
@pytest.mark.parametrize("year", YEARS)
def test_a_list_finds_nothing_in_right_texts(name: str, number: int, year: int) -> None:
    for text in entries(name)[number]["right"]:
        assert list(slips(name, derive(text, year), year, OWN_NAME)) == [], text


def test_a_slip_is_quoted_with_what_stands_around_it() -> None:
    text = "工作有序。其中，全年共主动公开政府信息  条，均已发布。"
    (slip,) = slips("holes", text, 2023)
    assert text[slip.start : slip.end] == slip.found == "  条"
    assert slip.quote == "全年共主动公开政府信息  条"


def test_a_long_part_of_a_sentence_is_cut_around_a_slip() -> None:
    (slip,) = slips("holes", "甲" * 50 + "信息XX条" + "乙" * 50, 2023)
    assert slip.quote == "甲" * 14 + "信息XX条" + "乙" * 16


def test_of_slips_that_overlap_the_first_counts() -> None:
    # 20231月, and 31月 in it.
    (slip,) = slips("dates", "自20231月1日起", 2023)
    assert slip.found == "20231月"


def test_every_slip_of_a_text_is_a_finding_of_its_own() -> None:
    report = changed({"/overview": "全年公开信息XX条，受理申请**件。"})
    found = [(f.pointer, f.parameters["found"]) for f in validate(report).findings if f.code == "hole-unfilled"]
    assert found == [("/overview", "XX条"), ("/overview", "**件")]


def test_a_long_find_is_cut() -> None:
    report = changed({"/overview": "联系电话：" + "_" * 60})
    (finding,) = (f for f in validate(report).findings if f.code == "hole-unfilled")
    assert len(finding.parameters["quote"]) <= 64


@pytest.mark.parametrize(
    ("organ", "text", "is_other"),
    [
        ("白沙镇人民政府", "青石镇2023年未向申请人收取信息处理费。", True),
        ("白沙镇人民政府", "下一步，青石镇人民政府将安排专人更新栏目。", True),
        ("白沙镇人民政府", "白沙镇2023年未向申请人收取信息处理费。", False),
        ("甲县白沙镇人民政府", "下一步，白沙镇将安排专人更新栏目。", False),
        ("甲市乙区白沙街道办事处", "白沙街道2023年未收取信息处理费。", False),
        ("甲市乙区白沙街道办事处", "石桥街道办事处未收取信息处理费。", True),
        ("甲县人民政府", "下一步，各镇将安排专人更新栏目。", False),
    ],
)
def test_another_town_is_another_organ(organ: str, text: str, is_other: bool) -> None:
    assert bool(list(slips("other-organs", text, 2023, organ))) is is_other


@pytest.mark.parametrize(("name", "number"), ENTRIES)
def test_nothing_in_a_pattern_repeats_without_a_bound(name: str, number: int) -> None:
    entry = entries(name)[number]
    for key in ("find", "behind", "not_behind", "cue", "unless"):
        bare = re.sub(r"\[[^\]]*\]|\\.", "", written(entry.get(key, "")))
        assert not re.search(r"[*+]|\{[0-9]+,\}", bare), key


@pytest.mark.parametrize("layout", resources.layouts())
def test_a_rule_about_words_finds_something_in_its_wrong_texts(layout: str) -> None:
    rules = [rule for rule in load_rules(layout).values() if rule.kind == "text" and rule.wrong]
    assert rules
    for rule in rules:
        for text in rule.wrong:
            assert counting(re.compile(rule.absent or ""), text), (rule.id, text)
            assert not (rule.unless and counting(re.compile(rule.unless), text)), (rule.id, text)


NUMBER = "11010519491231002X"


def test_the_number_of_a_person_is_hidden_in_every_finding() -> None:
    # The clause contradicts table three, and is quoted for that, too.
    report = changed({"/overview": f"申请人（身份证号{NUMBER}）提出的信息公开申请共收到987件，有XX件未答复。"})
    findings = validate(report).findings
    assert {"identity-number", "hole-unfilled", "text-received"} <= {f.code for f in findings}
    told = json.dumps([dict(f.parameters) for f in findings], ensure_ascii=False, default=str)
    assert "110*************2X" in told
    assert NUMBER[3:8] not in told
    assert not any(NUMBER[3:8] in f.message(language) for f in findings for language in ("zh", "en"))


def test_a_number_that_a_cut_goes_through_is_hidden_as_far_as_it_goes() -> None:
    shown = cover(NUMBER, 3, 2)
    assert hide(f"甲{NUMBER[:9]}…", {NUMBER: shown}) == "甲110******…"
    assert hide("甲110…", {NUMBER: shown}) == "甲110…"


def test_the_text_of_the_report_stays_as_it_is() -> None:
    report = changed({"/overview": f"身份证号{NUMBER}"})
    validate(report)
    assert report["overview"] == f"身份证号{NUMBER}"


@pytest.mark.parametrize("text", ["手机13800000000。", f"身份证号{NUMBER}。", "联系人是甲乙丙，手机138000000"])
def test_evidence_shows_no_number_of_a_person(text: str) -> None:
    told = as_members(Evidence(words=text))["words"]
    assert "***" in told
    assert not re.search("[0-9]{7}", told)


@pytest.mark.parametrize(
    ("named", "own"),
    [
        ("县财政局", "乙县财政局"),
        ("丙市乙县财政局", "乙县财政局"),
        ("乙县财政局办公室", "丙市乙县财政局"),
        ("局办公室", "乙县财政局"),
        ("静安区人社局", "上海市静安区人力资源和社会保障局"),
        ("市科委", "上海市科学技术委员会"),
        ("洪泽区政府办公室", "淮安市洪泽区人民政府"),
        ("乙县行政审批局", "乙县人民政府"),
        ("丁镇党政综合办公室", "丁镇人民政府"),
        ("平潭综合实验区管委会", "平潭综合实验区管理委员会"),
        ("某县文化和旅游局", "某县文化广电和旅游局"),
        ("乙县人民政府", "乙县人民政府办公室"),
        ("乙县财政局", ""),
    ],
)
def test_a_name_that_may_be_the_own_one_is_no_other(named: str, own: str) -> None:
    assert not is_other(named, own)


@pytest.mark.parametrize(
    ("named", "own"),
    [
        ("甲县审计局", "乙县财政局"),
        ("乙县审计局", "乙县财政局"),
        ("甲县财政局", "乙县财政局"),
        ("丙市甲县财政局", "丙市乙县财政局"),
        ("甲县人民政府办公室", "乙县人民政府"),
        ("甲镇人民政府", "乙镇人民政府"),
    ],
)
def test_a_name_of_another_place_or_body_is_another(named: str, own: str) -> None:
    assert is_other(named, own)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一是建账；二是核对。\n一是培训；三是通报。", ["三是"]),
        ("一是建账（一是纸质，二是电子）；二是核对；三是通报。", []),
        ("一是建账；二是核对；三是归档。一是培训；二是考核；四是通报。", ["四是"]),
        ("二是核对；三是通报。", []),
        ("一是建账；二是核对；四是通报；五是归档。", ["四是"]),
        ("一是建账；三是核对；二是通报。", ["三是", "二是"]),
        ("1.建账。（1）纸质。（2）电子。2.核对。（1）逐月。（3）逐季。", ["（3）"]),
        ("九是建账；十是核对；十一是通报；十三是归档。", ["十三是"]),
        ("１．建账。\n３．核对。", ["３．"]),
        ("99.建账。\n3.核对。", []),
        ("18.建账。20.核对。", ["20."]),
        ("第一，建账，而第二，核对；第三，归档。", []),
        ("1.建账。" + "".join(f"{n}.核对。" for n in (*range(2, 19), 20)), ["20."]),
        ("1.建账。" + "".join(f"{n}.核对。" for n in (*range(2, 20), 21)), []),
        ("1.建账。2.核对。3.归档。" + "1.培训。" * 7 + "4.通报。", []),
        ("1.建账。2.核对。3.归档。" + "1.培训。" * 8 + "4.通报。", ["4."]),
    ],
)
def test_a_number_that_follows_no_item_is_found(text: str, found: list[str]) -> None:
    assert [slip.found for slip in slips("numbering", text, 2023)] == found


def test_what_was_said_in_another_text_is_not_said_before() -> None:
    line = "依托村务公开栏张贴救助名单，逐户核对后按月更换。"
    report = changed({"/overview": f"{line}\n{line}", "/other_matters": line})
    found = [(f.pointer, f.parameters["found"]) for f in validate(report).findings if f.code == "passage-doubled"]
    assert found == [("/overview", line)]


@pytest.mark.parametrize(
    ("organ", "found"),
    [
        ("乙县财政局", ["我镇"]),
        ("白沙镇人民政府", []),
        ("甲市乙区白沙街道办事处", ["我镇"]),
        ("甲市人民政府", ["我镇"]),
        ("", []),
    ],
)
def test_an_organ_that_speaks_of_itself_as_another_kind_is_found(organ: str, found: list[str]) -> None:
    assert [slip.found for slip in slips("other-organs", "全年，我镇公开信息3条。", 2023, organ)] == found


def test_any_body_of_a_government_may_write_its_report() -> None:
    assert list(slips("other-organs", "全年，我局公开信息3条。", 2023, "甲市人民政府")) == []
