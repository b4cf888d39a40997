"""Names of organs as pages print them: told apart from menus, names of sites, and words that name nobody."""

import re

from govreport.documents.text import narrow, trim
from govreport.documents.wording.labels import simplified
from govreport.form.organs import infer, starts_with_place

_LONGEST, _SHORTEST = 40, 4
# What no name of an organ holds.
_NO_NAME = re.compile(r"[|｜<>＞»›→#*/\\=_:：,，。;；、?？!！《》“”\"'0-9@·]|\s")
_OF_PAGES = re.compile(
    r"^(?:中共|[度年的])|登录|注册|首页|网站|门户|网$|栏目|频道|专栏|媒体|日报|晚报|电视|广播|新闻中心|信息中心|出版|公众号|微博|本站|原创"
    r"|正文|位置|目录|年报|年度|公开|报告|走进|魅力|美丽|认识|关于|点击|浏览|来源|打印|分享|字体|下载|附件|返回"
    r"|根据|按照|依据|编制|管理员|未知|互联网|转载"
)
_PLACE_ENDS = tuple("省市区县旗州盟镇乡道木")
# What a paper of a place calls its government, or the office of it.
_OWN_GOVERNMENT = re.compile(r"[省市县区镇乡州](?:人民)?政府(?:办公室|办公厅|办)?")
# Who speaks of itself, or of nobody in particular.
_NOBODY = re.compile(
    r"(?:我|本|该|各|全|有关|相关|上级|市级|县级|区级|本级|部分|下属|所属).{0,6}"
    r"|(?:行政)?机关|(?:人民)?政府|部门|单位|街道|乡镇|委员会|管理委员会"
)
_BODY = re.compile(r"(?:[办室院队站所处馆团会社署部]|中心|大学|学校|公司|银行|海关)$")
# What an organ calls itself in its text, and the endings that its name has then.
_SELF = {
    "局": ("局",),
    "厅": ("厅",),
    "镇": ("镇", "镇人民政府", "镇政府"),
    "乡": ("乡", "乡人民政府", "乡政府"),
    "街道": ("街道", "街道办事处", "街道办", "街办"),
    "委": ("委", "委员会"),
    "办": ("办", "办公室", "办公厅"),
    "院": ("院",),
    "中心": ("中心",),
    "管委会": ("管委会", "管理委员会"),
}
_SPEAKS = re.compile(rf"[我本]({'|'.join(map(re.escape, sorted(_SELF, key=len, reverse=True)))})")


def is_organ(text: str) -> bool:
    """Tell whether a text is the name of an organ or of a place, and nothing else."""
    name = bare_name(text)
    if not _SHORTEST - 1 <= len(name) <= _LONGEST or _NO_NAME.search(name) or _OF_PAGES.search(name):
        return False
    if _NOBODY.fullmatch(name):
        return False
    kinds = infer(name).kinds
    if starts_with_place(name):
        return bool(kinds) or _BODY.search(name) is not None
    return kinds == ("department",) or _OWN_GOVERNMENT.fullmatch(name) is not None


def is_body(text: str) -> bool:
    """Tell whether a text names an organ by more than its place (云溪区财政局, not 云溪区)."""
    name = bare_name(text)
    return is_organ(text) and (_BODY.search(name) is not None or not _is_place(name))


def speaks_otherwise(name: str, text: str) -> bool:
    """Tell whether a text says of itself 我局 or the like, and the name is not that of such a body."""
    said = {match[1] for match in _SPEAKS.finditer(simplified(text))}
    return bool(said) and not any(name.endswith(_SELF[word]) for word in said)


def bare_name(text: str) -> str:
    """Return a name without blanks, signs around it, and in the characters of the mainland."""
    return re.sub(r"\s+", "", simplified(narrow(trim(text)))).strip("()（）[]【】《》“”\"' ")


def _is_place(name: str) -> bool:
    return name[-1:] in _PLACE_ENDS
