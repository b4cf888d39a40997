"""Word documents with what real ones hold: changes not accepted, controls, hidden text, fields, text boxes.

Written as XML, for no library writes such documents. Does not import the library under test.
"""

import io
import re
import zipfile
from collections.abc import Callable
from html import escape

from .as_html import Cells, four, three_body, three_head, two
from .as_office import placed
from .source import Doc

_NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_SHOWN = '<w:vanish w:val="0"/>'
Text = Callable[[str], str]


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str) -> str:
    """Return a paragraph of one run."""
    return f"<w:p>{run(text)}</w:p>"


def table(rows: list[Cells], text: Text = paragraph, *, late: bool = False) -> str:
    """Return rows of boxes as a table; with `late`, rows under a side label begin late instead of going on with it."""
    at: dict[tuple[int, int], tuple[int, str | None, bool]] = {}
    for top, left, tall, across, label in placed(rows):
        for below in range(min(tall, len(rows) - top)):
            at[top + below, left] = (across, None if below else label, tall > 1)
    drawn = ""
    for y in range(len(rows)):
        cells, properties = "", ""
        for (_, x), (wide, content, is_tall) in sorted(entry for entry in at.items() if entry[0][0] == y):
            if late and content is None and not cells:
                properties = f'<w:gridBefore w:val="{x + wide}"/>'
                continue
            merge = "" if not is_tall or late else "<w:vMerge/>" if content is None else '<w:vMerge w:val="restart"/>'
            cells += f'<w:tc><w:tcPr><w:gridSpan w:val="{wide}"/>{merge}</w:tcPr>{text(content or "")}</w:tc>'
        drawn += f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"
    return f"<w:tbl>{drawn}</w:tbl>"


def document(doc: Doc, tables: list[str], text: Text = paragraph) -> bytes:
    """Return the report with tables as given."""
    texts = ["".join(map(text, lines)) for lines in doc.texts.values()]
    parts = "".join(map(text, doc.head))
    for title, part in zip(doc.titles, [texts[0], *tables, texts[1], texts[2]], strict=True):
        parts += paragraph(title) + part
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {_NAMES}><w:body>{parts}</w:body></w:document>")
    return stream.getvalue()


def tables(doc: Doc, text: Text = paragraph) -> list[str]:
    """Return the three tables."""
    return [table(two(doc), text), table(three_head(doc) + three_body(doc), text), table(four(doc), text)]


def tracked(doc: Doc) -> bytes:
    """Every figure changed, a row struck out, a figure moved here."""

    def text(content: str) -> str:
        if not content.isdigit():
            return paragraph(content)
        struck = f"<w:del><w:r><w:delText>{int(content) + 7}</w:delText></w:r></w:del>"
        return f"<w:p>{struck}<w:moveFrom>{run(content)}</w:moveFrom><w:ins>{run(content)}</w:ins></w:p>"

    drawn = tables(doc, text)
    drawn[1] = drawn[1].replace("</w:tbl>", _row("<w:del/>") + "</w:tbl>")
    return document(doc, drawn)


def hidden(doc: Doc) -> bytes:
    """Hidden text beside figures and sentences, and a hidden row; what says that it is not hidden is shown."""

    def text(content: str) -> str:
        return f"<w:p>{run('88', '<w:vanish/>')}{run(content, _SHOWN)}</w:p>"

    drawn = tables(doc, text)
    drawn[1] = drawn[1].replace("</w:tbl>", _row("<w:hidden/>") + "</w:tbl>")
    return document(doc, drawn, text)


def controls(doc: Doc) -> bytes:
    """Content controls around boxes, their paragraphs, and tables."""
    drawn = [
        re.sub(r"<w:tc>.*?</w:tc>", lambda m: _control(m[0]), t) for t in tables(doc, lambda t: _control(paragraph(t)))
    ]
    return document(doc, list(map(_control, drawn)))


def fields(doc: Doc) -> bytes:
    """Figures that fields have calculated, with bookmarks, notes and comments beside them."""

    def text(content: str) -> str:
        before = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(LEFT)</w:instrText></w:r>'
        between = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        after = '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        return f'<w:p><w:bookmarkStart w:id="1"/>{before}{between}{run(content)}{after}</w:p>'

    return document(doc, tables(doc, text))


def boxed(doc: Doc) -> bytes:
    """Table four in a text box, drawn twice: for new programs and for old ones."""
    drawn = tables(doc)
    content = f"<w:txbxContent>{drawn[2]}</w:txbxContent>"
    choice = f"<mc:Choice><w:drawing>{content}</w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
    anchor = f"<w:p><w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>"
    return document(doc, [*drawn[:2], anchor])


def late_rows(doc: Doc) -> bytes:
    """Rows under a side label begin late."""
    drawn = tables(doc)
    return document(doc, [drawn[0], table(three_head(doc) + three_body(doc), late=True), drawn[2]])


def _control(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _row(properties: str) -> str:
    """Return a row of the form with other figures."""
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("四、结转下年度继续办理", *"1234567"))
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"
