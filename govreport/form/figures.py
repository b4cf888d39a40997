"""How large and how exact a figure may be; `schema/` says the first of every cell, the lexical layer the second."""

MOST_DIGITS = 12
MOST_DECIMALS = 6
# An amount as the standard writes it. One with a fraction must stay below the largest figure, so it has a digit less.
AMOUNT = rb"(?:0|[1-9][0-9]{0,%d})(?:\.[0-9]{1,%d})?" % (MOST_DIGITS - 2, MOST_DECIMALS)
