"""Attachments that the text of a report announces, and that do not follow in its document."""

import re
from collections.abc import Iterator, Mapping, Sequence

from govreport.documents.text import narrow
from govreport.documents.wording.items import Item
from govreport.documents.wording.labels import simplified

# 附表另存 and 另附 say that it lies elsewhere.
_ANNOUNCED = re.compile(
    r"(?:见|列[入于在]|载[入于])(?:本报告|文后|文末|后附|所附|随附)?的?附[件表][一二三四五六七八九0-9]{0,2}"
    r"(?![^。;]{0,4}(?:另|单独|网站|网页|链接))"
)
_ENCLOSED = re.compile(r"[\[(【\s]*(?:相关|本报告)?附\s*[件表录]")
_SHORT = 60


def not_enclosed(texts: Mapping[str, str], items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """Yield each place whose text announces an attachment, with the words, if no line of the document begins with one.

    A line that only names it, above a signature or beside a link, is taken for it: it may lie in a file of its own.
    """
    announced = [(pointer, match[0]) for pointer, text in texts.items() if (match := _announced(text))]
    if announced and not any(_is_enclosed(item.text) for item in items):
        yield from announced


def _announced(text: str) -> re.Match[str] | None:
    return _ANNOUNCED.search(simplified(narrow(text)))


def _is_enclosed(text: str) -> bool:
    plain = simplified(narrow(text))
    # 附件下载 and the like stand in short lines that may begin otherwise.
    return _ENCLOSED.match(plain) is not None or (
        len(plain) < _SHORT and "附件" in plain and _ANNOUNCED.search(plain) is None
    )
