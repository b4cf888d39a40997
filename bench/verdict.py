"""From bytes to a verdict: this library beside parsers and validators, on the same reports in the same minute."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import fastjsonschema
import jsonschema
import jsonschema_rs
import orjson

from bench.data import NEWEST, reports
from bench.measuring import Figure, ratio, side_by_side
from govreport.form.layout import load_layout
from govreport.model import codec
from govreport.validating import validate_bytes
from govreport.validation.gate import Judgement, count_colons, gate_module, gate_of, is_written_once, judge

_CHUNK = 500
# What takes milliseconds for each report gets a part of each chunk.
_FEW = {"jsonschema": 10, "fastjsonschema": 100}
LAYOUT = NEWEST

_NAMES = {
    "orjson": "orjson.loads, nothing checked",
    "json": "json.loads, nothing checked",
    "jsonschema-rs": "orjson and jsonschema-rs, structure only",
    "fastjsonschema": "orjson and fastjsonschema, structure only",
    "jsonschema": "orjson and jsonschema, structure only",
    "verdict": "bytes to verdict: structure, duplicates, all arithmetic",
    "objects": "the same, attrs objects in hand",
    "decoded": "decoding into the attrs classes alone, nothing checked",
    "least": "the least that objects in hand can take: decoded so, colons counted, sums checked",
    "judge": "the same as bytes to verdict, and the rules on words and dates",
    "validate": "validate, whole",
    "unread": "validate without the rules on figures told in the text",
}


def measure(number: int) -> Iterator[Figure]:
    """Yield the time of every contender relative to orjson, and the goals."""
    times = side_by_side(_contenders(), _chunks(number), _FEW)
    goals = {"verdict": 1.5, "objects": 2.0}
    for name, words in _NAMES.items():
        yield Figure(what=words, value=ratio(times, name, "orjson"), at_most=goals.get(name))
    yield Figure(
        what="bytes to verdict, times faster than jsonschema on structure alone",
        value=1 / ratio(times, "verdict", "jsonschema"),
        at_least=40,
    )


def _chunks(number: int) -> Iterator[list[bytes]]:
    documents = reports(number, layout=LAYOUT)
    while chunk := [document for _, document in zip(range(_CHUNK), documents, strict=False)]:
        yield chunk


def _contenders() -> dict[str, Callable[[bytes], object]]:
    schema = dict(load_layout(LAYOUT).schema)
    compiled = fastjsonschema.compile(schema)
    in_rust = jsonschema_rs.Draft202012Validator(schema)
    in_python = jsonschema.Draft202012Validator(schema)
    stated = frozenset(rule["id"] for rule in load_layout(LAYOUT).rules["rules"] if rule["kind"] == "stated")
    contenders: dict[str, Callable[[bytes], object]] = {
        "orjson": orjson.loads,
        "json": json.loads,
        "jsonschema-rs": lambda data: in_rust.is_valid(orjson.loads(data)),
        "fastjsonschema": lambda data: compiled(orjson.loads(data)),
        "jsonschema": lambda data: in_python.is_valid(orjson.loads(data)),
        "verdict": _verdict,
        "objects": _objects,
        "decoded": codec._decoder(LAYOUT).decode,
        "least": _least,
        "judge": judge,
        "validate": validate_bytes,
        "unread": lambda data: validate_bytes(data, stated),
    }
    sample = next(reports(1, layout=LAYOUT))
    assert judge(sample) is Judgement.CLEAN
    assert all(call(sample) for name, call in contenders.items() if name != "judge")
    return contenders


def _verdict(data: bytes) -> bool:
    """Do what the gate does, but for the rules on words and dates."""
    gate: Any = gate_of(data)
    report = gate.decode(data)
    return is_written_once(data, gate.members(report), gate.colons, report) and gate.balances(report)


def _least(data: bytes) -> bool:
    """Make attrs objects and do what no check could leave out: to count the colons, and to add up."""
    gate: Any = gate_module(LAYOUT.encode())
    report = codec._decoder(LAYOUT).decode(data)
    return bool(count_colons(data) and gate.balances(report))


def _objects(data: bytes) -> bool:
    report: Any = codec._read_quickly(data)
    gate: Any = gate_module(report.layout.encode())
    return bool(gate.balances(report))
