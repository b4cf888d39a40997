"""What a web page says of itself in its head: its title, and the tags of government sites."""

from govreport.documents.text import tidy
from govreport.documents.trees.html import Element

# 国办发〔2017〕47号: what a page of a government site says of itself.
_PAGE_TAGS = frozenset({"sitename", "sitedomain", "columnname", "articletitle", "pubdate", "contentsource", "url"})
_LONGEST_TAG_TEXT = 4000


def title_of(root: Element) -> str | None:
    """Return the title of a page, None where it has none."""
    element = root.find(".//title")
    return tidy(element.text or "") or None if element is not None else None


def tags_of(root: Element) -> dict[str, str]:
    """Return the page tags that the guide for government sites prescribes, the first of each name."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name, content = (meta.get("name") or "").strip().lower(), tidy(meta.get("content") or "")[:_LONGEST_TAG_TEXT]
        if name in _PAGE_TAGS and content:
            found.setdefault(name, content)
    return found
