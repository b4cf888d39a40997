"""Shapes that grow in the ways in which strangers print tables: named figures, rows of fields, tables turned round."""

from .shapes import THREE, TITLES, Shape, _csv, _html, _in_text, _text

_ROW = "一、本年新收政府信息公开申请数量"

STRANGE: tuple[Shape, ...] = (
    _in_text("figures by their paths", lambda n: THREE + f"{_ROW}/自然人：1\n" * n),
    _in_text("labels without figures", lambda n: THREE + "自然人/" * n),
    _in_text("labels with blanks between", lambda n: THREE + "自 然 人 " * n),
    _in_text("names without values", lambda n: THREE + "自然人：\n" * n),
    _in_text("names and blanks", lambda n: THREE + "自然人：" + " " * n + "x"),
    _in_text("other names", lambda n: THREE + "".join(f"某种情形{i}：{i}\n" for i in range(n))),
    _in_text("braces", lambda n: THREE + '"自然人": {\n' * n),
    _in_text("open brackets before figures", lambda n: THREE + "自然人(" * n + "：1"),
    _text("fields", lambda n: TITLES + "规章,1,2,3\n" * n),
    _text("fields on one line", lambda n: TITLES + "规章," * n),
    _text("fields of blanks", lambda n: TITLES + "1," + " " * n + ",x"),
    _csv("semicolons", lambda n: "规章;1;2;3\n" * n),
    _html(
        "a table turned round",
        lambda n: "<table>" + f"<tr><td>自然人</td>{'<td>重复申请</td>' * n}</tr>" * 2 + "</table>",
    ),
    _html("a list of definitions", lambda n: "<dl>" + "<dt>重复申请</dt><dd>自然人：1</dd>" * n + "</dl>"),
)
