"""The best of several texts."""

from collections.abc import Callable, Iterable


def extractOne(  # noqa: N802
    query: str, choices: Iterable[str], *, scorer: Callable[..., float], processor: None, score_cutoff: float
) -> tuple[str, float, int] | None:
    """Return the text that is most alike, with its score and number, None where none reaches the cutoff."""
    best: tuple[str, float, int] | None = None
    for number, choice in enumerate(choices):
        score = scorer(query, choice, score_cutoff=score_cutoff)
        if score >= score_cutoff and (best is None or score > best[1]):
            best = choice, score, number
    return best
