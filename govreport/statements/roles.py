"""What a token does in its sentence: a number, so that most tokens are passed over after one look."""

from govreport.statements.entries import Entry

VERBS = frozenset({"receive", "new", "handle", "take", "both", "make", "publish", "stock", "repeal", "act"})
# What says something of the figures to come.
HEEDED = VERBS | {"year", "year_last", "year_this", "office", "whole", "object", "period", "theme"}
BREAKS = frozenset({"commas", "parts"})
BRACKETS = frozenset({"open", "close", "title_open"})
# Stands between what was before and what is now: 由34件增至42件.
TURN = "sink:last-year"

# Of a plain token only its place and its text matter.
PLAIN = 0
# Begins a number, names a year, or is a label that another word may take away: no clause takes note of it.
NOTED = 1
# Takes away the word behind it.
DENYING = 2
# From here on the tokens of which clauses take note. It says something of figures, or counts something itself.
SAYING = 3
COUNTED = 4
BREAK = 5
# A bracket, or a turn: what stands around it is told aside.
SPECIAL = 6


def _roles() -> dict[str, int]:
    roles = dict.fromkeys(HEEDED, SAYING) | dict.fromkeys(BREAKS, BREAK) | dict.fromkeys(BRACKETS, SPECIAL)
    return roles | {
        "label": NOTED,
        "not": DENYING,
        "zero": SAYING,
        "figure": COUNTED,
        "nothing": COUNTED,
        TURN: SPECIAL,
    }


_ROLES = _roles()


def role_of(kind: str, entry: Entry | None = None) -> int:
    """Return the role of a token of a kind, whose word has this entry."""
    if entry is not None and kind == "label" and (entry.is_echoed or entry.is_leading):
        # It may say something of figures that are not its own.
        return SAYING
    return _ROLES.get(kind, PLAIN)
