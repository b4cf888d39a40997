"""The running text of a report, in our own words: sentences of every section, whose figures are those of its tables."""

import random
from collections.abc import Mapping
from typing import Any

_DISCLOSED = (
    "围绕民生领域，把群众关心的政策、项目和资金情况放到网站首页，全年更新栏目{}个，发布各类信息{}条。",
    "政务新媒体推送图文{}期，网站专题新增内容{}条，重要政策均配有图解。",
    "对照主动公开目录逐项核对，补发信息{}条，更正错链{}处。",
    "整理机构职能、办事指南、收费目录等基础信息{}条，逐条标明更新日期。",
)
_MANAGED = (
    "发文前由办公室与承办科室共同确认公开属性，全年审核文稿{}份。",
    "完成历年文件的数字化整理，上传{}份，并注明是否有效。",
    "建立公开台账，每季度对照检查一次，登记事项{}项。",
)
_PLATFORM = (
    "便民服务大厅设置查阅专区{}处，配备自助终端{}台。",
    "网站检索功能完成改版，全年访问{}人次。",
)
_SUPERVISED = (
    "组织业务学习{}次，参加人员{}人次。",
    "开展自查{}轮，发现的{}个问题已全部改完。",
    "未发生因公开工作不到位被追究责任的情形。",
)
_PROBLEMS = (
    "一是政策解读以文字为主，群众看得懂、记得住的形式不多",
    "二是部分科室报送信息不够主动，更新时有滞后",
    "三是答复文书的说理还不够充分，个别表述不够准确",
)
_REMEDIES = (
    "下一步，将丰富解读形式，重要文件同步制作问答和图表。",
    "今后将明确各科室责任，按月核对公开目录。",
    "我们将组织专题培训，统一文书格式，对疑难件集体研究。",
)


def opening(organ: str, year: int, choose: random.Random) -> list[str]:
    """Return what is printed between the title and section one: basis, contents, period, contact."""
    basis = f"根据《中华人民共和国政府信息公开条例》的规定，{organ}编制并公布{year}年度政府信息公开工作年度报告。"
    period = choose.choice(
        (
            f"本报告中所列数据的统计期限为{year}年1月1日至{year}年12月31日。",
            f"所列数据的统计期限自{year}年1月1日起，至12月31日止。",
            f"统计期限为{year}年1月1日—12月31日。",
        )
    )
    street, telephone = f"人民路{choose.randrange(1, 300)}号", f"0000-{choose.randrange(10**7, 10**8)}"
    contact = f"如有疑问，请与{organ}办公室联系（地址：{street}，电话：{telephone}）。"
    written = ([basis + period + contact], [basis, period, contact], [basis, period + contact], [period, contact])
    return choose.choice(written)


def overview(year: int, cells: Mapping[str, Any], choose: random.Random) -> list[str]:
    """Return section one; what it tells of cells is what the cells hold."""
    lead = f"{year}年，我们按照上级部署，坚持公开为常态、不公开为例外，各项工作有序推进。"
    lines = [
        lead,
        "（一）主动公开。" + _told(_DISCLOSED, choose) + _made(cells),
        "（二）依申请公开。" + applied(cells, choose),
    ]
    lines += ["（三）政府信息管理。" + _told(_MANAGED, choose), "（四）平台建设。" + _told(_PLATFORM, choose)]
    return [*lines, "（五）监督保障。" + _told(_SUPERVISED, choose)]


def applied(cells: Mapping[str, Any], choose: random.Random) -> str:
    """Return what section one tells of table three and four."""

    def total(row: str) -> int:
        return int(cells[f"/requests/total/{row}"])

    received, carried, done = total("received"), total("carried_over"), total("outcomes/total")
    if received == 0 and carried == 0:
        requests = choose.choice(("全年未收到政府信息公开申请。", "本年度没有收到政府信息公开申请，也无上年结转。"))
    else:
        requests = f"全年新收政府信息公开申请{received}件，上年结转{carried}件"
        requests += choose.choice(
            (
                f"，本年度办结{done}件，其中予以公开{total('outcomes/granted')}件。",
                f"；答复{done}件，结转下年度继续办理{total('carried_forward')}件。",
                "，均按规定办理。",
            )
        )
    review = int(cells["/disputes/reconsideration/total"])
    suits = sum(int(cells[f"/disputes/litigation/{kind}/total"]) for kind in ("direct", "after_reconsideration"))
    told = f"因政府信息公开被申请行政复议{review}件，" if review else "未发生政府信息公开行政复议，"
    return requests + told + (f"提起行政诉讼{suits}件。" if suits else "未发生行政诉讼。")


def _made(cells: Mapping[str, Any]) -> str:
    issued = cells.get("/proactive_disclosure/documents/normative_documents/issued")
    return f"制发行政规范性文件{issued}件。" if issued else ""


def improvements(choose: random.Random) -> list[str]:
    """Return section five: problems, and what is done about them."""
    number = choose.randrange(1, 4)
    problems = "；".join(_PROBLEMS[:number])
    return [f"工作中还有一些不足：{problems}。", "".join(_REMEDIES[:number])]


def others(year: int, choose: random.Random) -> list[str]:
    """Return section six."""
    fees = choose.choice(
        (
            f"{year}年，本机关没有收取信息处理费。",
            "依据《政府信息公开信息处理费管理办法》，本年度收取信息处理费0元。",
            "本年度未产生政府信息公开信息处理费。",
        )
    )
    return [fees] if choose.randrange(2) else [fees, "没有其他需要报告的事项。"]


def _told(sentences: tuple[str, ...], choose: random.Random) -> str:
    chosen = choose.sample(sentences, min(2, len(sentences)))
    return "".join(s.format(*(choose.randrange(2, 900) for _ in range(s.count("{}")))) for s in chosen)
