"""The running text of generated reports: sentences such as real reports have, with figures in them."""

import random
from collections.abc import Mapping
from typing import Any

_DISCLOSED = (
    "严格落实政府信息主动公开要求，全年通过门户网站公开政府信息{}条，其中政策文件{}件，政策解读{}篇。",
    "围绕群众关心的重点领域，及时公开财政预决算、重大建设项目、公共资源配置等信息{}条，政务新媒体发布信息{}条。",
    "坚持政策文件与解读材料同步起草、同步审批、同步发布，采用图解、问答、视频等形式解读政策{}次，阅读量{}人次。",
    "组织新闻发布会{}场，局领导参加在线访谈{}次，答复网民留言{}件，回应社会关切。",
    "公开“双随机、一公开”监管结果{}条，行政许可和行政处罚决定均在作出之日起七个工作日内公示，共{}条。",
    "办理人大代表建议{}件、政协提案{}件，除涉及敏感内容的以外，答复全文均已在网站公开。",
)
_MANAGED = (
    "健全政府信息公开属性认定和保密审查制度，做到先审查、后公开，全年审查拟公开的文件{}件，未发生泄密事件。",
    "对现行有效的规范性文件进行全面清理，梳理文件{}件，宣布失效{}件，并在网站公布清理结果。",
    "建立公开目录动态调整机制，对照基层政务公开标准目录调整事项{}项，新增事项{}项。",
    "升级政府信息公开平台，优化检索功能，整合栏目{}个，全年页面访问量{}人次。",
    "在政务服务大厅、图书馆和档案馆设立政府信息查阅点{}处，接待查阅群众{}人次。",
)
_SUPERVISED = (
    "把政府信息公开工作纳入年度绩效考核，开展季度检查{}次，发现并整改问题{}个。",
    "举办政府信息公开业务培训班{}期，培训工作人员{}人次，进一步提高依法公开的意识和能力。",
    "配备专职工作人员{}名、兼职工作人员{}名，明确各科室职责，确保工作有人抓、有人管。",
    "畅通监督渠道，在网站设立政府信息公开意见箱，收到意见建议{}条，均已逐条研究并答复，其中采纳{}条，没有收到有关投诉举报。",
    "委托第三方机构开展评估{}次，对评估指出的{}个问题逐条列出清单，限期整改到位。",
)
_PROBLEMS = (
    "政策解读的形式还比较单一，以文字转述为主，图表、视频等群众喜闻乐见的形式运用不够，解读的针对性有待增强。",
    "个别单位对主动公开的重要性认识不足，信息更新不够及时，公开内容与群众的期待还有差距。",
    "依申请公开答复的规范化水平有待提高，个别答复书说理不够充分，引用法律条款不够准确。",
    "信息公开平台建设有待加强，部分栏目设置不够科学，检索功能不够便捷，群众查找所需要的信息仍有不便。",
    "基层工作人员多为兼职，人员变动频繁，业务能力参差不齐，培训的系统性不够。",
)
_REMEDIES = (
    "加强业务培训，邀请专家授课，结合典型案例讲解《中华人民共和国政府信息公开条例》，年内培训不少于{}次。",
    "完善工作机制，建立公开事项台账，明确责任科室和完成时限，每月通报一次进展情况，全年督查{}次。",
    "丰富解读形式，重要政策文件均配发图解或者视频，推动解读材料进社区、进企业、进学校，覆盖{}个社区。",
    "规范依申请公开办理流程，统一答复文书格式，疑难件集体会商并经法律顾问审核，会商{}件次。",
    "强化监督考核，把整改情况作为年终考核的依据，对工作不力的单位予以通报，约谈{}人次。",
)


def opening(organ: str, year: int) -> str:
    """Return what is printed before the first section."""
    return (
        f"本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和国务院办公厅关于政府信息公开工作年度报告格式的要求，"
        f"由{organ}编制。全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和"
        f"行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。所列数据的统计期限为{year}年1月1日起至12月31日止。"
        f"如对本报告有疑问，请与{organ}办公室联系。"
    )


def overview(year: int, tables: Mapping[str, Any], choose: random.Random) -> str:
    """Return section one: five paragraphs, the second of them with figures of tables three and four."""
    total = tables["requests"]["total"]
    cases = tables["disputes"]["reconsideration"]["total"]
    requests = (
        f"依申请公开：全年新收政府信息公开申请{total['received']}件，上年结转{total['carried_over']}件，均按期办理。"
        f"其中予以公开{total['outcomes']['granted']}件，部分公开{total['outcomes']['partially_granted']}件，"
        f"答复共{total['outcomes']['total']}件，结转下年度继续办理{total['carried_forward']}件。因政府信息公开被申请行政复议{cases}件。"
    )
    lead = (
        f"{year}年，本机关认真贯彻落实上级关于政务公开工作的决策部署，坚持以公开为常态、不公开为例外，"
        "不断提升政府信息公开工作的质量和实效。"
    )
    return "\n".join(
        (
            lead,
            "主动公开：" + _told(_DISCLOSED, 6, choose),
            requests,
            "政府信息管理和平台建设：" + _told(_MANAGED, 5, choose),
            "监督保障：" + _told(_SUPERVISED, 5, choose),
        )
    )


def disputes(figures: Mapping[str, int]) -> str:
    """Return a paragraph with every figure of table four, by pointer below it, as reports with many cases print it."""
    heads = {
        "reconsideration": "因政府信息公开被申请行政复议",
        "litigation/direct": "未经复议直接起诉",
        "litigation/after_reconsideration": "复议后起诉",
    }
    results = {"upheld": "结果维持", "corrected": "结果纠正", "other": "其他结果", "pending": "尚未审结"}
    return "".join(
        f"{head}{figures[f'{block}/total']}件："
        + "，".join(f"{label}{figures[f'{block}/{name}']}件" for name, label in results.items())
        + "。"
        for block, head in heads.items()
    )


def improvements(year: int, choose: random.Random) -> str:
    """Return section five: the problems, and what is done about them."""
    problems = "".join(choose.sample(_PROBLEMS, 5))
    chosen = choose.sample(_REMEDIES, 5)
    remedies = "".join(f"{number}是{_filled(s, choose)}" for number, s in zip("一二三四五", chosen, strict=True))
    return f"{year}年，政府信息公开工作取得了一定成效，但仍存在一些问题：{problems}\n下一步的改进措施：{remedies}"


def _told(sentences: tuple[str, ...], number: int, choose: random.Random) -> str:
    return "".join(_filled(sentence, choose) for sentence in choose.sample(sentences, number))


def _filled(sentence: str, choose: random.Random) -> str:
    return sentence.format(*(choose.randrange(1, 1500) for _ in range(sentence.count("{}"))))
