"""Pieces of labels: a text that joins several labels by signs, parted again."""

import re

from govreport.documents.text import narrow
from govreport.documents.wording.labels import fold, without_numbering

# What may stand between the label of a group and one inside it.
_BETWEEN = re.compile(r"[:=/\\|_\-—–―−~>→»·•・│,;、.()\[\]【】〔〕{}\s]+")


def label_pieces(text: str) -> list[str]:
    """Return the folded pieces of a text between signs that may join labels; numbers before them are left out."""
    return [piece for part in _BETWEEN.split(without_numbering(narrow(text))) if (piece := fold(part))]
