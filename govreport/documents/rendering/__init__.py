"""Documents written as they are printed: HTML, Word, spreadsheet, Markdown and tidy CSV."""

from govreport.kinds import KINDS

# Each is also the suffix of its files. Which of them a kind of document has, its record says.
FORMATS: tuple[str, ...] = tuple(dict.fromkeys(form for kind in KINDS for form in kind.writers))
