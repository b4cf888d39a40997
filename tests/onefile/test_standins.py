"""What stands in for packages that there are no builds of: it does the same, or refuses."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import rapidfuzz
from hypothesis import given
from hypothesis import strategies as st

from tests.reports import EXAMPLES, ROOT
from tools.desk.contents import STANDINS
from tools.desk.standins import refusing
from tools.desk.standins.rapidfuzz import fuzz, process
from tools.desk.standins.rpds import HashTrieMap, HashTrieSet, List

rpds = pytest.importorskip("rpds")
_KEYS = st.text(max_size=2)
_MAP: HashTrieMap[str, int] = HashTrieMap({"a": 1, "b": 2})
_STEPS = st.lists(st.tuples(st.sampled_from(["insert", "discard", "update"]), _KEYS, st.integers()))


@given(begun=st.dictionaries(_KEYS, st.integers()), steps=_STEPS)
def test_a_map_holds_what_the_true_one_holds(begun: dict[str, int], steps: list[tuple[str, str, int]]) -> None:
    ours: Any = HashTrieMap(begun)
    true: Any = rpds.HashTrieMap(begun)
    for step, key, value in steps:
        before = dict(ours)
        arguments: tuple[Any, ...] = {"insert": (key, value), "discard": (key,), "update": ({key: value},)}[step]
        ours, was = getattr(ours, step)(*arguments), ours
        true = getattr(true, step)(*arguments)
        assert dict(was) == before
        assert dict(ours) == dict(true)
    assert HashTrieMap.convert(ours) is ours


def test_a_map_has_no_key_that_was_removed() -> None:
    with pytest.raises(KeyError):
        _MAP.remove("c")
    assert dict(_MAP.remove("a")) == {"b": 2}


@given(begun=st.frozensets(_KEYS), added=_KEYS)
def test_a_set_holds_what_the_true_one_holds(begun: frozenset[str], added: str) -> None:
    assert set(HashTrieSet(begun).insert(added)) == set(rpds.HashTrieSet(begun).insert(added))
    assert set(HashTrieSet(begun).update([added])) == set(rpds.HashTrieSet(begun).update([added]))


@given(begun=st.lists(_KEYS), added=_KEYS)
def test_a_list_holds_what_the_true_one_holds(begun: list[str], added: str) -> None:
    ours, true = List(begun).push_front(added), rpds.List(begun).push_front(added)
    assert (list(ours), ours.first, list(ours.rest)) == (list(true), true.first, list(true.rest))


_TEXTS = st.text(st.sampled_from("公开政府信息"), max_size=80)


@given(one=_TEXTS, other=_TEXTS)
def test_texts_are_as_alike_as_rapidfuzz_finds_them(one: str, other: str) -> None:
    assert fuzz.ratio(one, other) == pytest.approx(rapidfuzz.fuzz.ratio(one, other))


@given(one=_TEXTS, others=st.lists(_TEXTS), least=st.integers(1, 100))
def test_a_text_is_found_alike_where_rapidfuzz_finds_one(one: str, others: list[str], least: int) -> None:
    ours = process.extractOne(one, others, scorer=fuzz.ratio, processor=None, score_cutoff=least)
    true: Any = rapidfuzz.process.extractOne(
        one, others, scorer=rapidfuzz.fuzz.ratio, processor=None, score_cutoff=least
    )
    assert (ours is None) == (true is None)
    assert ours is None or ours[1] == pytest.approx(true[1])


_CHECK_ALL = """
import json, sys
from pathlib import Path
if sys.argv[1] != "-":
    sys.path.insert(0, sys.argv[1])
    from refusing import MODULES, install
    for name in MODULES:
        assert name not in sys.modules
    install()
    import rpds
    assert rpds.__file__.startswith(sys.argv[1])
from govreport.checking import check
found = {}
for path in sys.argv[2:]:
    found[path] = [[f.code, f.pointer, f.line] for f in check(Path(path)).findings]
print(json.dumps(found))
"""


def _check_all(folder: str, files: list[Path]) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", _CHECK_ALL, folder, *map(str, files)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_with_them_the_library_finds_the_same() -> None:
    files = [*sorted((EXAMPLES / "defects").glob("*.json")), ROOT / "tests" / "data" / "documents" / "hongze-2024.pdf"]
    assert len(files) > 20
    assert _check_all(str(STANDINS), files) == _check_all("-", files)


def test_what_is_missing_can_be_named_and_refuses_to_run() -> None:
    module = refusing._Missing("PIL.Image")
    with pytest.raises(refusing.NotInBrowser, match=r"PIL\.Image\.new"):
        module.new("RGB", (1, 1))
    with pytest.raises(refusing.NotInBrowser, match=r"PIL\.Image\.Image\.open"):
        module.Image.open("x")
    with pytest.raises(AttributeError):
        _ = module.__wrapped__
