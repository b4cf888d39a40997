"""The stretches of a text that lie near to certain words: what cannot stand anywhere else is looked for there alone."""

from collections.abc import Iterator

from govreport.rules.comparing import compiled


def stretches(text: str, words: str, before: int, behind: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of what lies so many characters before and behind a match of a pattern; none overlap."""
    start = end = 0
    for match in compiled(words).finditer(text):
        if match.start() - before > end:
            yield start, end
            start = match.start() - before
        end = match.end() + behind
    yield start, end


def near(text: str, words: str, before: int, behind: int) -> str:
    """Return the stretches of a text near to words, each on a line of its own."""
    return "\n".join([text[start:end] for start, end in stretches(text, words, before, behind)])
