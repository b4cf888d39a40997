"""Sentences whose figures mean no cell whatever stands beside them: trainings, visitors, columns of a site.

A verdict needs nothing of such a sentence but that the text has turned to something else.
"""

from govreport.statements.vocabulary import Vocabulary


def is_passing(folded: str, words: Vocabulary) -> bool:
    """Tell whether all figures of a folded sentence count what no table counts, and nothing else matters in it.

    In doubt it is not: words for zero, brackets, titles, and words for what a table counts leave it open.
    """
    if words.weighty.search(folded) is not None:
        return False
    is_sure = False
    for match in words.figure.finditer(folded):
        if match["figure"] is None:
            continue
        unit = match["unit"]
        measure = words.measures[unit] if unit else ""
        if measure == "foreign" and unit not in words.lasting:
            # Numerals may be part of a word, and ordinals are no figures.
            is_sure = is_sure or (match[0][0].isdigit() and not folded.endswith(words.ordinals, 0, match.start()))
        elif measure != "time":
            return False
    return is_sure
