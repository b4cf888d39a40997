"""Tables written with bars: the line that parts the header from the rows (`|---|:--:|`)."""

_RULE = "-"


def is_delimiter(line: str, shortest: int = 1) -> bool:
    """Tell whether a line is a row of dashes between bars, each run at least so long; a colon may stand at its ends."""
    bare = line.strip().removeprefix("|")
    if "|" not in bare or _RULE not in bare:
        return False
    pieces = bare.removesuffix("|").split("|")
    return all(_is_rule(piece.strip(), shortest) for piece in pieces)


def _is_rule(piece: str, shortest: int) -> bool:
    dashes = piece.removeprefix(":").removesuffix(":")
    return len(dashes) >= shortest and not dashes.strip(_RULE)
