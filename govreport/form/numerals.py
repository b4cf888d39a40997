"""Chinese numerals, as papers number their parts and write their years."""

SIGNS = "一二三四五六七八九十"
# The number of a part: up to three signs (二十一).
NUMERAL = f"[{SIGNS}]{{1,3}}"
# The digits of a year that is written in signs, each in all its shapes.
YEAR_DIGITS = ("〇○零ОO0", *SIGNS[:-1])


def numeral(number: int) -> str:
    """Return a whole number from 1 to 99 in Chinese, as laws number their articles."""
    tens, ones = divmod(number, 10)
    head = ("" if tens < 2 else SIGNS[tens - 1]) + SIGNS[-1] if tens else ""
    return head + (SIGNS[ones - 1] if ones else "")


def number_of(text: str) -> int | None:
    """Return the whole number from 1 to 99 that signs write (二十五), None where they write none."""
    tens, ten, ones = text.rpartition(SIGNS[-1])
    if len(tens) > 1 or len(ones) > 1 or any(sign not in SIGNS[:-1] for sign in tens + ones):
        return None
    head = 10 * (SIGNS.index(tens) + 1 if tens else 1) if ten else 0
    return head + (SIGNS.index(ones) + 1 if ones else 0) or None
