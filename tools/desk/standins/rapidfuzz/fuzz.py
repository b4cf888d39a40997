"""How alike two texts are: twice the longest common subsequence over both lengths, in percent."""


def ratio(one: str, other: str, *, score_cutoff: float = 0) -> float:
    """Return the share of characters that both texts have in the same order; 0 where it is below the cutoff."""
    both = len(one) + len(other)
    if not both:
        return 100.0
    # No common subsequence is longer than the shorter text.
    if 200 * min(len(one), len(other)) < score_cutoff * both:
        return 0.0
    score = 200 * _common(one, other) / both
    return score if score >= score_cutoff else 0.0


def _common(one: str, other: str) -> int:
    """Return the length of the longest common subsequence, a row of its table in each number (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for place, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << place
    whole = (1 << len(one)) - 1
    row = whole
    for letter in other:
        met = row & places.get(letter, 0)
        row = ((row + met) | (row - met)) & whole
    return len(one) - row.bit_count()
