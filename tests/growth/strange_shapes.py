"""Shapes that grow in the ways in which strangers print tables: named figures, rows of fields, tables turned round."""

from .shapes import THREE, TITLES, Shape, _csv, _html, _in_text, _text

_ROW = "一、本年新收政府信息公开申请数量"

_DEEP = "<b></b>"
_FLEX = "<div>{}</div>"
_GRID = "<div style='display:grid;grid-template-columns:repeat({},1fr)'>{}</div>"
_PLACED = "<p style='position:absolute;left:{0}px;top:{0}px'>1</p>"
_RECT = "<rect x=0 y=0 width=9 height=9 />"
_WAYS = "<tr><td>类别</td><td>结果维持</td><td>结果纠正</td><td>总计</td></tr>"
_WAY = "<tr><td>行政复议</td><td>1</td><td>2</td><td>3</td></tr>"
_LONG = "序号,填报单位,年度,指标,分组,数值\n"
_BROKEN = f"{_ROW}{'':10}358   52    60     647   65   50   654\n"
_LINE = "<rect x=0 y={0} width=9 height=9 /><rect x=9 y={0} width=9 height=9 /><text x=4 y={0}>1</text>"

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
    _text("figures broken over lines", lambda n: THREE + (_BROKEN + f"{'':26}9{'':30}1\n") * n),
    _text("parts below parts", lambda n: THREE + _BROKEN + f"{'':26}9{'':30}1\n" * n),
    _text("parts on one line", lambda n: THREE + _BROKEN + " " * 26 + "9   " * n),
    _csv("open data", lambda n: _LONG + "".join(f"{i},丁局,2024,重复申请,自然人,{i}\n" for i in range(n))),
    _csv("open data of many", lambda n: _LONG + "".join(f"{i},丁{i}局,{i},规章,总计,1\n" for i in range(n))),
    _csv("open data of nothing", lambda n: _LONG + "".join(f"{i},丁局,2024,某种{i},别的,1\n" for i in range(n))),
    _csv("semicolons", lambda n: "规章;1;2;3\n" * n),
    _html(
        "a table turned round",
        lambda n: "<table>" + f"<tr><td>自然人</td>{'<td>重复申请</td>' * n}</tr>" * 2 + "</table>",
    ),
    _html("ways of review", lambda n: f"<table>{_WAYS}{_WAY * n}</table>"),
    _html("ways of review, each below a header", lambda n: f"<table>{(_WAYS + _WAY) * n}</table>"),
    _html("captions of ways", lambda n: f"<table>{'<tr><td>行政复议</td></tr>' * n}{_WAYS}{_WAY}</table>"),
    _html(
        "joined heads",
        lambda n: f"<table><tr><td>项目{'<td>法人或其他组织：商业企业' * n}<tr><td>规章{'<td>1' * n}</table>",
    ),
    _html("labels in attributes", lambda n: "<table>" + "<tr><td data-label='数量'>规章<td>1" * n + "</table>"),
    _html(
        "other labels in attributes",
        lambda n: "<table>" + "".join(f"<tr><td>规章<td data-label='标签{i}'>1" for i in range(n)) + "</table>",
    ),
    _html("a list of definitions", lambda n: "<dl>" + "<dt>重复申请</dt><dd>自然人：1</dd>" * n + "</dl>"),
    _html("flexible rows", lambda n: _FLEX.format("<div style=display:flex><b>规章</b><b>1</b><b>2</b></div>" * n)),
    _html("flexible rows in each other", lambda n: f"<div style=display:flex>{_DEEP}<b>1</b>" * min(n, 200) + "1" * n),
    _html("boxes in a grid", lambda n: _GRID.format(3, "<p>1</p>" * n)),
    _html("wide boxes in a grid", lambda n: _GRID.format(200, "<p style='grid-column:span 199'>1</p>" * n)),
    _html("boxes at places", lambda n: _FLEX.format("".join(_PLACED.format(i) for i in range(n)))),
    _html("floating boxes", lambda n: _FLEX.format("<p style='float:left;width:9%'>1</p>" * n)),
    _html("rules of style", lambda n: "<style>" + "".join(f".a{i}{{display:none}}" for i in range(n)) + "</style>"),
    _html("open rules of style", lambda n: "<style>" + "a{" * n + "</style>"),
    _html("comments in styles", lambda n: "<style>" + "/*" * n + "</style>"),
    _html("classes", lambda n: "<style>.a{display:none}</style>" + f"<p class='{'b ' * 99 * n}'>1</p>"),
    _html("texts of a drawing", lambda n: "<svg>" + "<text x=1 y=1>1</text>" * n + "</svg>"),
    _html("boxes of a drawing", lambda n: "<svg>" + _RECT * n + "<text x=5 y=5>1</text></svg>"),
    _html("rows of a drawing", lambda n: "<svg>" + "".join(_LINE.format(i * 9) for i in range(n)) + "</svg>"),
)
