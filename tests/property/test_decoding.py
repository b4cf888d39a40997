"""The quick decoder, the exact scanner and Python's own reader read the same values from the same text."""

import json
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from govreport.strategies import documents, near_miss_documents
from govreport.strategies.near_misses import STRANGE_TOKENS
from govreport.strategies.writing import Members, Style, Token, written
from govreport.validation.decoding import decode
from govreport.validation.scanner import scan

_TEXTS = st.text(max_size=6)
_NUMBERS = st.one_of(
    st.integers(-(10**20), 10**20),
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-9, max_value=9),
)
_JSON: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), _NUMBERS, _TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_TEXTS, inner, max_size=4)),
    max_leaves=20,
)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


_TOKENS_OF_JSON = [token for token in STRANGE_TOKENS if _is_json(token)]
# Small documents full of strange tokens, most of them JSON: a report is too large for many of them to meet.
_STRANGE: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        _TEXTS,
        st.sampled_from(_TOKENS_OF_JSON).map(Token),
        st.sampled_from([*_TOKENS_OF_JSON, *STRANGE_TOKENS]).map(Token),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(st.tuples(st.sampled_from(["a", "b", Token(r'"\u0061"')]), inner), max_size=3).map(
            lambda pairs: Members(tuple(pairs))
        ),
    ),
    max_leaves=4,
)
_STRANGE_DOCUMENTS = st.builds(written, _STRANGE, st.sampled_from(Style)).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)
_MANY = settings(max_examples=4 * settings().max_examples)


def _typed(value: Any) -> Any:
    """Return a value in which 1, 1.0 and true, equal in Python, differ; there is one nought, with its digits."""
    if isinstance(value, Decimal):
        return "decimal", str(value or abs(value))
    if isinstance(value, dict):
        return {name: _typed(child) for name, child in value.items()}
    if isinstance(value, list):
        return [_typed(item) for item in value]
    return type(value).__name__, str(value)


@given(value=_JSON, style=st.sampled_from(Style))
def test_any_json_is_decoded_as_what_was_written(value: Any, style: Style) -> None:
    decoded = decode(written(value, style).encode("utf-8", "surrogatepass"))
    # `st.text` draws no surrogates, so nothing of this is refused.
    assert decoded.is_readable
    assert decoded.defects == ()
    assert _typed(decoded.value) == _typed(value)


@given(data=documents())
def test_scanner_decoder_and_python_agree_on_reports(data: bytes) -> None:
    value = _typed(json.loads(data, parse_float=Decimal))
    assert _typed(decode(data).value) == value
    result = scan(data.decode())
    assert result.defects == []
    assert _typed(result.value) == value


@given(data=near_miss_documents())
def test_of_a_near_miss_is_accepted_what_two_other_readers_accept(data: bytes) -> None:
    _assert_that_readers_agree(data)


@_MANY
@given(data=_STRANGE_DOCUMENTS)
def test_of_strange_json_is_accepted_what_two_other_readers_accept(data: bytes) -> None:
    _assert_that_readers_agree(data)


def _assert_that_readers_agree(data: bytes) -> None:
    decoded = decode(data)
    if decoded.is_readable and decoded.scan is None:
        result = scan(data.decode())
        assert result.is_readable
        assert result.defects == []
        assert _typed(result.value) == _typed(decoded.value)
    try:
        value = json.loads(
            data.decode(), parse_float=Decimal, parse_constant=_refuse, object_pairs_hook=_members_named_once
        )
        written(value, Style.COMPACT).encode()
    except (ValueError, RecursionError):
        assert decoded.defects != ()
    else:
        # Beyond what Python refuses and what is refused above, only these are.
        assert {defect.code for defect in decoded.defects} <= {"number-too-long", "too-deep"}
        if not decoded.defects:
            assert _typed(decoded.value) == _typed(value)


def _refuse(name: str) -> None:
    raise ValueError(name)


def _members_named_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("a name occurs twice")
    for name in members:
        name.encode()
    return members
