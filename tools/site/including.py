"""Files of the repository as pages of the site: read when the site is built, with their links turned to pages."""

import posixpath
import re
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_LINK = re.compile(r"\[([^\]]*)\]\(([^)#\s]+)(#[^)]*)?\)")
# A first line that leads to the same text in the other language; the site has a switch for that.
_SWITCH = re.compile(r"(?m)^(?:中文|English)[：:] \[.*\]\(.*\)\n+")
# The page that shows a file, seen from the folder `reference`.
PAGES = {
    "schema/README.md": "standard.md",
    "schema/LEXICAL.md": "lexical.md",
    "schema/conformance/README.md": "conformance.md",
    "schema/CHANGELOG.md": "changelog.md",
    "CHANGELOG.md": "changelog.md",
}


def include(name: str, language: str, level: int = 0) -> str:
    """Return the text of a file in a language, its headings `level` deeper."""
    text = version(name, language).read_text(encoding="utf-8")
    text = _LINK.sub(partial(_turn, folder=posixpath.dirname(name)), _SWITCH.sub("", text))
    return re.sub(r"(?m)^(#+) ", lambda match: "#" * level + match[1] + " ", text) if level else text


def version(name: str, language: str) -> Path:
    """Return the file that says in a language what the English one of this name says."""
    file = ROOT / name
    return file if language == "en" else file.with_suffix(".zh.md")


def block(name: str, mark: str) -> str:
    """Return the fenced block of a file that a comment marks."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return text.partition(f"<!-- {mark} -->\n")[2].partition("\n```\n")[0] + "\n```"


def _turn(match: re.Match[str], folder: str) -> str:
    words, target, fragment = match[1], match[2], match[3] or ""
    if re.match(r"[a-z]+:", target):
        return match[0]
    page = PAGES.get(posixpath.normpath(posixpath.join(folder, target)).replace(".zh.md", ".md"))
    return f"[{words}]({page}{fragment})" if page else words
