"""The findings expected of the corpus, as lines of JSON: one for each document, one for each finding, sorted."""

import json
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from .documents import SEED, Entry, entries
from .measuring import Finding, findings

FILE = Path(__file__).parents[1] / "data" / "corpus.jsonl"
ROUNDS = 3


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What is found in one document; its digest tells whether it is still the same document."""

    digest: str
    findings: frozenset[Finding] = field(default_factory=frozenset)


def found(rounds: int = ROUNDS, jobs: int = 2) -> dict[str, Expected]:
    """Return what is found in each document of the corpus now, by its name."""
    with ProcessPoolExecutor(jobs) as pool:
        return dict(pool.map(_found, entries(SEED, rounds), chunksize=8))


def _found(entry: Entry) -> tuple[str, Expected]:
    document = entry.make()
    return document.name, Expected(digest=document.digest, findings=frozenset(findings(document)))


def write(documents: Mapping[str, Expected]) -> str:
    """Return the lines of the file."""
    lines = []
    for name, expected in sorted(documents.items()):
        lines.append({"document": name, "digest": expected.digest, "findings": len(expected.findings)})
        lines += [
            {"document": name, "severity": severity, "code": code, "pointer": pointer}
            for severity, code, pointer in sorted(expected.findings)
        ]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def read(text: str) -> dict[str, Expected]:
    """Return what such lines say; raises ValueError where a count of findings is not that of the lines below it."""
    digests: dict[str, tuple[str, int]] = {}
    listed: dict[str, set[Finding]] = {}
    for line in map(json.loads, text.splitlines()):
        name = line["document"]
        if "digest" in line:
            digests[name] = (line["digest"], line["findings"])
            listed[name] = set()
        else:
            listed[name].add((line["severity"], line["code"], line["pointer"]))
    for name, (_, number) in digests.items():
        if number != len(listed[name]):
            raise ValueError(f"{name}: {number} findings announced, {len(listed[name])} listed")
    return {name: Expected(digest=d, findings=frozenset(listed[name])) for name, (d, _) in digests.items()}


def differing(before: Iterable[str], after: Iterable[str]) -> list[str]:
    """Return the lines of two texts that only one of them has, marked - and +."""
    old, new = set(before), set(after)
    return [f"- {line}" for line in sorted(old - new)] + [f"+ {line}" for line in sorted(new - old)]
