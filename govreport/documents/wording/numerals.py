"""Chinese numerals, as papers number their parts and write their years."""

SIGNS = "一二三四五六七八九十"
# The number of a part: up to three signs (二十一).
NUMERAL = f"[{SIGNS}]{{1,3}}"
# The digits of a year that is written in signs, each in all its shapes.
YEAR_DIGITS = ("〇○零ОO0", *SIGNS[:-1])
