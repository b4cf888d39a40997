"""The fast path of layout 2019, which may only accept. Generated: python tools/generate.py."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from msgspec import Meta, Raw, Struct, field
from msgspec.json import Decoder

from govreport.rules.comparing import counting, read_from, says
from govreport.rules.slips import is_clean

Count = Annotated[int, Meta(ge=0, le=999_999_999_999)]
Amount = Raw
Change = Annotated[int, Meta(ge=-999_999_999_999, le=999_999_999_999)]
Date = date
Pointer = Annotated[str, Meta(pattern=r"^(/[a-z][a-z_]*)+$(?!\n)", max_length=200)]
SectionText = Annotated[str, Meta(max_length=1_000_000)]
Line = Annotated[str, Meta(min_length=1, max_length=1_000)]


class Organ(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    name: Line
    code: Annotated[str, Meta(pattern=r"^[0-9A-HJ-NPQRTUWXY]{18}$(?!\n)", min_length=18, max_length=18)] = None  # type: ignore[assignment]
    division: Annotated[str, Meta(pattern=r"^[0-9]{6}([0-9]{3}){0,2}$(?!\n)", min_length=6, max_length=12)] = None  # type: ignore[assignment]
    kind: Literal["government", "department", "other"] = None  # type: ignore[assignment]
    level: Literal["state", "province", "city", "county", "township"] = None  # type: ignore[assignment]


class Body(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    name: Line
    code: Annotated[str, Meta(pattern=r"^[0-9A-HJ-NPQRTUWXY]{18}$(?!\n)", min_length=18, max_length=18)] = None  # type: ignore[assignment]


class Scope(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    kind: Literal["own", "consolidated"]
    bodies: Annotated[tuple[Body, ...], Meta(min_length=1, max_length=100_000)] = ()


class Source(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    url: Annotated[str, Meta(min_length=1, max_length=4_000)] = None  # type: ignore[assignment]
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)", min_length=64, max_length=64)] = None  # type: ignore[assignment]
    retrieved: Date = None  # type: ignore[assignment]


class Period(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    start: Date
    end: Date


class DocumentCounts(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    newly_made: Count | None
    newly_published: Count | None
    total_published: Count | None


class Documents(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    government_rules: DocumentCounts
    normative_documents: DocumentCounts


class ItemCounts(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    items_last_year: Count | None
    change: Change | None
    decisions: Count | None


class Licensing(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    licences: ItemCounts
    other_services: ItemCounts


class Enforcement(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    penalties: ItemCounts
    coercion: ItemCounts


class ChargeItems(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    items_last_year: Count | None
    change: Change | None


class Charges(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    administrative_fees: ChargeItems


class ProcurementCounts(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    projects: Count | None
    amount: Amount
    unit: Literal["yuan", "ten_thousand_yuan"] | None


class Procurement(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    central_procurement: ProcurementCounts


class ProactiveDisclosure(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    documents: Documents
    licensing: Licensing
    enforcement: Enforcement
    charges: Charges
    procurement: Procurement


class Denied(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    state_secret: Count | None
    prohibited_by_law: Count | None
    security_and_stability: Count | None
    third_party_rights: Count | None
    internal_affairs: Count | None
    process_information: Count | None
    enforcement_file: Count | None
    administrative_query: Count | None


class Unavailable(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    not_held: Count | None
    requires_creation: Count | None
    still_unclear: Count | None


class Declined(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    petition_or_complaint: Count | None
    repeated: Count | None
    published_material: Count | None
    excessive: Count | None
    confirmation_or_reissue: Count | None


class Outcomes(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    granted: Count | None
    partially_granted: Count | None
    denied: Denied
    unavailable: Unavailable
    declined: Declined
    other: Count | None
    total: Count | None


class RequestCounts(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    received: Count | None
    carried_over: Count | None
    outcomes: Outcomes
    carried_forward: Count | None


class Organizations(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    commercial_enterprise: RequestCounts
    research_institution: RequestCounts
    public_interest_organization: RequestCounts
    legal_service_institution: RequestCounts
    other: RequestCounts


class Requests(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    natural_person: RequestCounts
    organizations: Organizations
    total: RequestCounts


class DisputeCounts(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    upheld: Count | None
    corrected: Count | None
    other: Count | None
    pending: Count | None
    total: Count | None


class Litigation(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    direct: DisputeCounts
    after_reconsideration: DisputeCounts


class Disputes(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    reconsideration: DisputeCounts
    litigation: Litigation


class Superseded(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)", min_length=64, max_length=64)]
    published: Date = None  # type: ignore[assignment]


class Mark(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    pointer: Pointer
    mark: Literal["blank", "slash", "dash", "not_applicable", "illegible", "ambiguous"]
    printed: Annotated[str, Meta(min_length=1, max_length=1_000)] = None  # type: ignore[assignment]


class UndividedFigure(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    pointer: Pointer
    value: Annotated[int, Meta(ge=0, le=999_999_999_999)]
    label: Line


class Note(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    pointer: Pointer
    text: Annotated[str, Meta(min_length=1, max_length=10_000)]


class Explanation(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    rule: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]*$(?!\n)", max_length=100)]
    pointer: Pointer
    text: Annotated[str, Meta(max_length=10_000)]
    quote: Annotated[str, Meta(min_length=1, max_length=64)] = None  # type: ignore[assignment]


class Report(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):
    schema: Annotated[str, Meta(max_length=1_000)] = field(name="$schema", default=None)  # type: ignore[assignment]
    layout: Literal["2019"]
    year: Annotated[int, Meta(ge=2_019, le=2_100)]
    organ: Organ
    scope: Scope = None  # type: ignore[assignment]
    source: Source = None  # type: ignore[assignment]
    title: Line = None  # type: ignore[assignment]
    published: Date = None  # type: ignore[assignment]
    period: Period = None  # type: ignore[assignment]
    preamble: SectionText = None  # type: ignore[assignment]
    overview: SectionText
    proactive_disclosure: ProactiveDisclosure
    requests: Requests
    disputes: Disputes
    problems_and_improvements: SectionText
    other_matters: SectionText
    supersedes: Superseded = None  # type: ignore[assignment]
    marks: Annotated[tuple[Mark, ...], Meta(min_length=1, max_length=10_000)] = ()
    undivided: Annotated[tuple[UndividedFigure, ...], Meta(min_length=1, max_length=10_000)] = ()
    notes: Annotated[tuple[Note, ...], Meta(min_length=1, max_length=10_000)] = ()
    explanations: Annotated[tuple[Explanation, ...], Meta(min_length=1, max_length=10_000)] = ()
    extensions: dict[str, Any] = None  # type: ignore[assignment]


decode = Decoder(Report).decode


def members(o: Any) -> int:
    """Return how many members the JSON of a report has."""
    number = 271 - (o.schema, o.organ.code, o.organ.division, o.organ.kind, o.organ.level, o.title, o.published, o.preamble, o.extensions,).count(None)
    if o.scope is not None:
        number += 2
        if o.scope.bodies:
            number += 1
            for each_body in o.scope.bodies:
                number += 2 - (each_body.code,).count(None)
    if o.source is not None:
        number += 4 - (o.source.url, o.source.sha256, o.source.retrieved,).count(None)
    if o.period is not None:
        number += 3
    if o.supersedes is not None:
        number += 3 - (o.supersedes.published,).count(None)
    if o.marks:
        number += 1
        for each_mark in o.marks:
            number += 3 - (each_mark.printed,).count(None)
    if o.undivided:
        number += 1
        for each_undivided_figure in o.undivided:
            number += 3
    if o.notes:
        number += 1
        for each_note in o.notes:
            number += 2
    if o.explanations:
        number += 1
        for each_explanation in o.explanations:
            number += 4 - (each_explanation.quote,).count(None)
    return number


def colons(o: Any) -> int:
    """Return how many colons the texts of a report hold."""
    number = 0
    if o.schema is not None and ":" in o.schema:
        number += o.schema.count(":")
    if ":" in o.organ.name:
        number += o.organ.name.count(":")
    if o.scope is not None:
        for each_body in o.scope.bodies:
            if ":" in each_body.name:
                number += each_body.name.count(":")
    if o.source is not None:
        if o.source.url is not None and ":" in o.source.url:
            number += o.source.url.count(":")
    if o.title is not None and ":" in o.title:
        number += o.title.count(":")
    if o.preamble is not None and ":" in o.preamble:
        number += o.preamble.count(":")
    if ":" in o.overview:
        number += o.overview.count(":")
    if ":" in o.problems_and_improvements:
        number += o.problems_and_improvements.count(":")
    if ":" in o.other_matters:
        number += o.other_matters.count(":")
    for each_mark in o.marks:
        if each_mark.printed is not None and ":" in each_mark.printed:
            number += each_mark.printed.count(":")
    for each_undivided_figure in o.undivided:
        if ":" in each_undivided_figure.label:
            number += each_undivided_figure.label.count(":")
    for each_note in o.notes:
        if ":" in each_note.text:
            number += each_note.text.count(":")
    for each_explanation in o.explanations:
        if ":" in each_explanation.text:
            number += each_explanation.text.count(":")
        if each_explanation.quote is not None and ":" in each_explanation.quote:
            number += each_explanation.quote.count(":")
    return number

def amounts(o: Any) -> tuple[Any, ...]:
    """Return the amounts of a report, in the order of print."""
    return (o.proactive_disclosure.procurement.central_procurement.amount,)

def texts(o: Any) -> tuple[tuple[str, str | None], ...]:
    """Return the running texts of a report with their places, in the order of print."""
    return (('/preamble', o.preamble), ('/overview', o.overview), ('/problems_and_improvements', o.problems_and_improvements), ('/other_matters', o.other_matters),)

def dates_exist(o: Any) -> bool:
    """Tell whether every date of a report stands in the calendar."""
    try:
        if o.source is not None and o.source.retrieved is not None:
            date.fromisoformat(o.source.retrieved)
        if o.published is not None:
            date.fromisoformat(o.published)
        if o.period is not None:
            date.fromisoformat(o.period.start)
        if o.period is not None:
            date.fromisoformat(o.period.end)
        if o.supersedes is not None and o.supersedes.published is not None:
            date.fromisoformat(o.supersedes.published)
    except ValueError:
        return False
    return True

pattern_0 = re.compile('(?:疑问|疑义|意见|建议|咨询|了解)[^。\\n]{0,60}(?:联系|致电|拨打|反映|咨询|来电|来函)|(?:请|可)(?:与|向|致电|拨打)[^。\\n]{2,40}(?:联系|咨询|反映)|(?:联系|咨询)(?:人|电话|方式|单位|部门|地址)[ \u3000]{0,3}(?:[：:（(]|为|是|[0-9０-９]{3,4}[-－—]?[0-9０-９]{4})|(?:电话|传真|热线)[ \u3000]{0,3}(?:[：:]|为|是)?[ \u3000]{0,3}[（(]?(?:[0-9０-９]{7}|[0-9０-９]{3,4}[-－—）)])|邮编[ \u3000]{0,3}(?:[：:]|为|是)?[ \u3000]{0,3}[0-9０-９]{6}|(?:联系|办公|通讯|通信)地址[ \u3000]{0,3}[：:]|[A-Za-z0-9._-]{1,64}@[A-Za-z0-9]|[0-9０-９]{3,4}[-－—][0-9０-９]{7}')
pattern_1 = re.compile('主动公开政府信息(?:的)?情况[、，,；;]|(主动公开|主动发布|主动(?:向[^，。；\\n]{1,8})?公布|(?:公开|发布|公布)[^，。；\\n]{0,12}(?:信息|文件|稿件|公告|政策|数据)[^，。；\\n]{0,8}[0-9０-９]|信息公开目录|(?:决策|执行|管理|服务|结果)公开)')
pattern_2 = re.compile('申请(?:的)?情况[、，,；;]|(申请)')
pattern_3 = re.compile('(信息管理|信息公开管理|审核|审查|审签|三审|把关|源头|公开属性|保密|目录|清理|动态(?:调整|更新|管理)|规范性文件|制度|规范化|标准化|台账|归档|登记|信息(?:的)?(?:发布|维护|更新))')
pattern_4 = re.compile('(平台|网站|网页|网络|门户|网上|线上|公众号|微信|微博|新媒体|融媒体|公报|专栏|专区|专题|栏目|客户端|抖音|渠道|公示栏|公开栏|公告栏|宣传栏|查阅点|查阅场所|查阅室|触摸屏|显示屏|大厅|新闻发布会)')
pattern_5 = re.compile('(?:审计|市场|质量|技术|药品|安全|卫生)监督|监督(?:权|管理|检验|所)|(?:社会|医疗|住房|生活|劳动)保障|(监督|保障(?!局|公众|公民|群众|人民|社会|厅|部|知情|申请人|了)|考核|评议|评估|培训|督查|督办|督促|督导|检查|自查|核查|巡查|抽查|问责|追究|追责|投诉|举报|领导小组|组织领导|领导机构|专班|专人|专门人员|责任|队伍)')
pattern_6 = re.compile('^[ \t\r\n\u3000]*(?:无|没有|暂无|无。|不存在(?:问题)?|没有问题|暂无问题)[。.；; \t\r\n\u3000]*$(?!\\n)')
pattern_7 = re.compile('^(?:(?=[^。；！？\\n]{0,400}?(?:下一步|今后|下一年|来年|明年|将|措施|整改|着力|努力|进一步|继续|持续|不断|一是|二是|三是|四是|取得|成效|成绩|坚持|加强|强化|完善|健全|优化|加大|推进|拓展|拓宽|落实|深化|抓好|建立|改进|提高|提升|增强|丰富|规范|细化|增加))[^。；！？\\n]{1,800}(?:[。；！？\\n]|$(?!\\n))[ \t\u3000\\n]{0,4}){1,200}$(?!\\n)')
pattern_8 = re.compile('(?:针对|对照|补齐|弥补|解决|破解|克服|避免|防止|杜绝|消除|查找|聚焦|坚持|直面)[^，。；\\n]{0,16}(?:问题|不足|短板|弱项|差距|困难|薄弱)|(?:不|未|没有|没)(?:发现|有)?[^，。；\\n]{0,4}(?:存在|问题)|(?:下一步|今后|将|要)[^，。；\\n]{0,10}还要|(存在|问题(?:是|有|包括|主要|如下|表现|和|：|:|及不足)|主要问题|不足|不够|不到位|不平衡|不充分|不及时|不规范|不完善|不健全|不全|不高|不强|不深|不多|不均|不严|不熟|不实|不细|不畅|不清|不准|不广|不灵|较少|偏少|过少|很少|太少|[^多不减]少(?=[，。；]|$(?!\\n))|偏低|较低|较慢|偏慢|较弱|偏弱|较差|滞后|单一|单调|欠缺|缺乏|缺少|薄弱|有待|尚未|未能|还需|仍需|尚需|仍要|还要|仍须|还须|还应|仍有|还有|尚有|差距|短板|弱项|困难|难度|亟待|亟需|需要?(?:进一步)?(?:提高|提升|加强|改进|完善|丰富|拓展|优化|加大|规范|增强|强化|细化)|有限|不便|粗放|漏洞|参差)')
pattern_9 = re.compile('^(?:(?=[^。；！？\\n]{0,400}?(?:存在|问题(?:是|有|包括|主要|如下|表现|和|：|:|及不足)|主要问题|不足|不够|不到位|不平衡|不充分|不及时|不规范|不完善|不健全|不全|不高|不强|不深|不多|不均|不严|不熟|不实|不细|不畅|不清|不准|不广|不灵|较少|偏少|过少|很少|太少|[^多不减]少(?=[，。；]|$(?!\\n))|偏低|较低|较慢|偏慢|较弱|偏弱|较差|滞后|单一|单调|欠缺|缺乏|缺少|薄弱|有待|尚未|未能|还需|仍需|尚需|仍要|还要|仍须|还须|还应|仍有|还有|尚有|差距|短板|弱项|困难|难度|亟待|亟需|需要?(?:进一步)?(?:提高|提升|加强|改进|完善|丰富|拓展|优化|加大|规范|增强|强化|细化)|有限|不便|粗放|漏洞|参差))[^。；！？\\n]{1,800}(?:[。；！？\\n]|$(?!\\n))[ \t\u3000\\n]{0,4}){1,200}$(?!\\n)')
pattern_10 = re.compile('(?:有待|还需|仍需|尚需|需要?|亟待|亟需|仍要|尚|待|不够|不太|不(?![断仅但])|未|没有|缺乏|缺少|欠)[^，。；\\n]{0,14}(?:加强|强化|完善|健全|优化|加大|推进|拓展|拓宽|落实|深化|抓好|建立|改进|提高|提升|增强|丰富|规范|细化|增加)|(?:加强|强化|完善|健全|优化|加大|推进|拓展|拓宽|落实|深化|抓好|建立|改进|提高|提升|增强|丰富|规范|细化|增加)[^，。；\\n]{0,6}(?:不|较|偏|滞后|欠|缓慢|有待|还需|仍需)|(已|改为|此后|正在|计划|拟|下一步|今后|下一年|来年|明年|将|措施|整改|一是[^，。；\\n]{0,4}(?:组织|开展)|着力|努力|进一步|加强|强化|完善|健全|优化|加大|推进|拓展|拓宽|落实|深化|抓好|建立|改进|提高|提升|增强|丰富|规范|细化|增加)')
pattern_11 = re.compile('([0-9０-９]{4})[ \u3000]*年')
pattern_12 = re.compile('^[ \t\r\n\u3000]*([0-9０-９]{4})[ \u3000]*年(?:度|全年|(?=[，,]))')
pattern_13 = re.compile('^[^。]{0,300}?([0-9０-９]{4})[ \u3000]*年度?[^，。；、\\n0-9０-９]{0,20}?政府信息公开(?:工作)?年度(?:工作)?报告')
pattern_14 = re.compile('统计(?:期限|时间|时段|周期)[^。；\\n]{0,12}?([0-9０-９]{4})[ \u3000]*年[ \u3000]*[1１][ \u3000]*月')


def balances(o: Any) -> bool:
    """Tell whether every cell holds a figure and every sum is right; a blank may also raise TypeError.

    Amounts are looked at by their text. Equations that follow from the others are left out.
    """
    g0 = o.proactive_disclosure
    g1 = g0.documents
    g2 = g1.government_rules
    c0 = g2.newly_made
    c1 = g2.newly_published
    c2 = g2.total_published
    g3 = g1.normative_documents
    g4 = g0.licensing
    g5 = g4.licences
    g6 = g4.other_services
    g7 = g0.enforcement
    g8 = g7.penalties
    g9 = g7.coercion
    g10 = g0.charges
    g11 = g10.administrative_fees
    g12 = g0.procurement
    g13 = g12.central_procurement
    g14 = o.requests
    g15 = g14.natural_person
    c21 = g15.received
    c22 = g15.carried_over
    g16 = g15.outcomes
    c23 = g16.granted
    c24 = g16.partially_granted
    g17 = g16.denied
    c25 = g17.state_secret
    c26 = g17.prohibited_by_law
    c27 = g17.security_and_stability
    c28 = g17.third_party_rights
    c29 = g17.internal_affairs
    c30 = g17.process_information
    c31 = g17.enforcement_file
    c32 = g17.administrative_query
    g18 = g16.unavailable
    c33 = g18.not_held
    c34 = g18.requires_creation
    c35 = g18.still_unclear
    g19 = g16.declined
    c36 = g19.petition_or_complaint
    c37 = g19.repeated
    c38 = g19.published_material
    c39 = g19.excessive
    c40 = g19.confirmation_or_reissue
    c41 = g16.other
    c42 = g16.total
    g20 = g14.organizations
    g21 = g20.commercial_enterprise
    c44 = g21.received
    c45 = g21.carried_over
    g22 = g21.outcomes
    c46 = g22.granted
    c47 = g22.partially_granted
    g23 = g22.denied
    c48 = g23.state_secret
    c49 = g23.prohibited_by_law
    c50 = g23.security_and_stability
    c51 = g23.third_party_rights
    c52 = g23.internal_affairs
    c53 = g23.process_information
    c54 = g23.enforcement_file
    c55 = g23.administrative_query
    g24 = g22.unavailable
    c56 = g24.not_held
    c57 = g24.requires_creation
    c58 = g24.still_unclear
    g25 = g22.declined
    c59 = g25.petition_or_complaint
    c60 = g25.repeated
    c61 = g25.published_material
    c62 = g25.excessive
    c63 = g25.confirmation_or_reissue
    c64 = g22.other
    c65 = g22.total
    g26 = g20.research_institution
    c67 = g26.received
    c68 = g26.carried_over
    g27 = g26.outcomes
    c69 = g27.granted
    c70 = g27.partially_granted
    g28 = g27.denied
    c71 = g28.state_secret
    c72 = g28.prohibited_by_law
    c73 = g28.security_and_stability
    c74 = g28.third_party_rights
    c75 = g28.internal_affairs
    c76 = g28.process_information
    c77 = g28.enforcement_file
    c78 = g28.administrative_query
    g29 = g27.unavailable
    c79 = g29.not_held
    c80 = g29.requires_creation
    c81 = g29.still_unclear
    g30 = g27.declined
    c82 = g30.petition_or_complaint
    c83 = g30.repeated
    c84 = g30.published_material
    c85 = g30.excessive
    c86 = g30.confirmation_or_reissue
    c87 = g27.other
    c88 = g27.total
    g31 = g20.public_interest_organization
    c90 = g31.received
    c91 = g31.carried_over
    g32 = g31.outcomes
    c92 = g32.granted
    c93 = g32.partially_granted
    g33 = g32.denied
    c94 = g33.state_secret
    c95 = g33.prohibited_by_law
    c96 = g33.security_and_stability
    c97 = g33.third_party_rights
    c98 = g33.internal_affairs
    c99 = g33.process_information
    c100 = g33.enforcement_file
    c101 = g33.administrative_query
    g34 = g32.unavailable
    c102 = g34.not_held
    c103 = g34.requires_creation
    c104 = g34.still_unclear
    g35 = g32.declined
    c105 = g35.petition_or_complaint
    c106 = g35.repeated
    c107 = g35.published_material
    c108 = g35.excessive
    c109 = g35.confirmation_or_reissue
    c110 = g32.other
    c111 = g32.total
    g36 = g20.legal_service_institution
    c113 = g36.received
    c114 = g36.carried_over
    g37 = g36.outcomes
    c115 = g37.granted
    c116 = g37.partially_granted
    g38 = g37.denied
    c117 = g38.state_secret
    c118 = g38.prohibited_by_law
    c119 = g38.security_and_stability
    c120 = g38.third_party_rights
    c121 = g38.internal_affairs
    c122 = g38.process_information
    c123 = g38.enforcement_file
    c124 = g38.administrative_query
    g39 = g37.unavailable
    c125 = g39.not_held
    c126 = g39.requires_creation
    c127 = g39.still_unclear
    g40 = g37.declined
    c128 = g40.petition_or_complaint
    c129 = g40.repeated
    c130 = g40.published_material
    c131 = g40.excessive
    c132 = g40.confirmation_or_reissue
    c133 = g37.other
    c134 = g37.total
    g41 = g20.other
    c136 = g41.received
    c137 = g41.carried_over
    g42 = g41.outcomes
    c138 = g42.granted
    c139 = g42.partially_granted
    g43 = g42.denied
    c140 = g43.state_secret
    c141 = g43.prohibited_by_law
    c142 = g43.security_and_stability
    c143 = g43.third_party_rights
    c144 = g43.internal_affairs
    c145 = g43.process_information
    c146 = g43.enforcement_file
    c147 = g43.administrative_query
    g44 = g42.unavailable
    c148 = g44.not_held
    c149 = g44.requires_creation
    c150 = g44.still_unclear
    g45 = g42.declined
    c151 = g45.petition_or_complaint
    c152 = g45.repeated
    c153 = g45.published_material
    c154 = g45.excessive
    c155 = g45.confirmation_or_reissue
    c156 = g42.other
    c157 = g42.total
    g46 = g14.total
    c159 = g46.received
    c160 = g46.carried_over
    g47 = g46.outcomes
    g48 = g47.denied
    g49 = g47.unavailable
    g50 = g47.declined
    c180 = g47.total
    g51 = o.disputes
    g52 = g51.reconsideration
    g53 = g51.litigation
    g54 = g53.direct
    g55 = g53.after_reconsideration
    return bool(
        (c21 + c22 == c42 + g15.carried_forward)
        and (c44 + c45 == c65 + g21.carried_forward)
        and (c67 + c68 == c88 + g26.carried_forward)
        and (c90 + c91 == c111 + g31.carried_forward)
        and (c113 + c114 == c134 + g36.carried_forward)
        and (c136 + c137 == c157 + g41.carried_forward)
        and (c159 + c160 == c180 + g46.carried_forward)
        and (c23 + c24 + c25 + c26 + c27 + c28 + c29 + c30 + c31 + c32 + c33 + c34 + c35 + c36 + c37 + c38 + c39 + c40 + c41 == c42)
        and (c46 + c47 + c48 + c49 + c50 + c51 + c52 + c53 + c54 + c55 + c56 + c57 + c58 + c59 + c60 + c61 + c62 + c63 + c64 == c65)
        and (c69 + c70 + c71 + c72 + c73 + c74 + c75 + c76 + c77 + c78 + c79 + c80 + c81 + c82 + c83 + c84 + c85 + c86 + c87 == c88)
        and (c92 + c93 + c94 + c95 + c96 + c97 + c98 + c99 + c100 + c101 + c102 + c103 + c104 + c105 + c106 + c107 + c108 + c109 + c110 == c111)
        and (c115 + c116 + c117 + c118 + c119 + c120 + c121 + c122 + c123 + c124 + c125 + c126 + c127 + c128 + c129 + c130 + c131 + c132 + c133 == c134)
        and (c138 + c139 + c140 + c141 + c142 + c143 + c144 + c145 + c146 + c147 + c148 + c149 + c150 + c151 + c152 + c153 + c154 + c155 + c156 == c157)
        and (c21 + c44 + c67 + c90 + c113 + c136 == c159)
        and (c22 + c45 + c68 + c91 + c114 + c137 == c160)
        and (c23 + c46 + c69 + c92 + c115 + c138 == g47.granted)
        and (c24 + c47 + c70 + c93 + c116 + c139 == g47.partially_granted)
        and (c25 + c48 + c71 + c94 + c117 + c140 == g48.state_secret)
        and (c26 + c49 + c72 + c95 + c118 + c141 == g48.prohibited_by_law)
        and (c27 + c50 + c73 + c96 + c119 + c142 == g48.security_and_stability)
        and (c28 + c51 + c74 + c97 + c120 + c143 == g48.third_party_rights)
        and (c29 + c52 + c75 + c98 + c121 + c144 == g48.internal_affairs)
        and (c30 + c53 + c76 + c99 + c122 + c145 == g48.process_information)
        and (c31 + c54 + c77 + c100 + c123 + c146 == g48.enforcement_file)
        and (c32 + c55 + c78 + c101 + c124 + c147 == g48.administrative_query)
        and (c33 + c56 + c79 + c102 + c125 + c148 == g49.not_held)
        and (c34 + c57 + c80 + c103 + c126 + c149 == g49.requires_creation)
        and (c35 + c58 + c81 + c104 + c127 + c150 == g49.still_unclear)
        and (c36 + c59 + c82 + c105 + c128 + c151 == g50.petition_or_complaint)
        and (c37 + c60 + c83 + c106 + c129 + c152 == g50.repeated)
        and (c38 + c61 + c84 + c107 + c130 + c153 == g50.published_material)
        and (c39 + c62 + c85 + c108 + c131 + c154 == g50.excessive)
        and (c40 + c63 + c86 + c109 + c132 + c155 == g50.confirmation_or_reissue)
        and (c41 + c64 + c87 + c110 + c133 + c156 == g47.other)
        and (c42 + c65 + c88 + c111 + c134 + c157 == c180)
        and (g52.upheld + g52.corrected + g52.other + g52.pending == g52.total)
        and (g54.upheld + g54.corrected + g54.other + g54.pending == g54.total)
        and (g55.upheld + g55.corrected + g55.other + g55.pending == g55.total)
        and (c0 <= 0 or not ((o.organ.level in ('county', 'township', None))))
        and (c1 <= 0 or not ((o.organ.level in ('county', 'township', None))))
        and (c2 <= 0 or not ((o.organ.level in ('county', 'township', None))))
        and (c0 <= 0 or not ((o.organ.kind in ('department', 'other', None)) and (o.organ.level in ('province', 'city', 'county', 'township', None))))
        and (c1 <= 0 or not ((o.organ.kind in ('department', 'other', None)) and (o.organ.level in ('province', 'city', 'county', 'township', None))))
        and (c2 <= 0 or not ((o.organ.kind in ('department', 'other', None)) and (o.organ.level in ('province', 'city', 'county', 'township', None))))
        and (None not in (c0, c1, c2, g3.newly_made, g3.newly_published, g3.total_published, g5.items_last_year, g5.change, g5.decisions, g6.items_last_year, g6.change, g6.decisions, g8.items_last_year, g8.change, g8.decisions, g9.items_last_year, g9.change, g9.decisions, g11.items_last_year, g11.change, g13.projects,))
    )


def reads_well(o: Any) -> bool:
    """Tell whether every rule about words, dates and years holds."""
    return bool(
        (says(o.overview))
        and (says(o.problems_and_improvements))
        and (says(o.other_matters))
        and (o.preamble is None or (o.preamble is not None and counting(pattern_0, o.preamble)) or counting(pattern_0, o.overview) or counting(pattern_0, o.other_matters))
        and ((counting(pattern_1, o.overview)) and (counting(pattern_2, o.overview)) and (counting(pattern_3, o.overview)) and (counting(pattern_4, o.overview)) and (counting(pattern_5, o.overview)))
        and (not counting(pattern_6, o.problems_and_improvements))
        and (not counting(pattern_7, o.problems_and_improvements) or counting(pattern_8, o.problems_and_improvements))
        and (not counting(pattern_9, o.problems_and_improvements) or counting(pattern_10, o.problems_and_improvements))
        and (is_clean('holes', o.title, o.year, o.organ.name))
        and (is_clean('holes', o.preamble, o.year, o.organ.name))
        and (is_clean('holes', o.overview, o.year, o.organ.name))
        and (is_clean('holes', o.problems_and_improvements, o.year, o.organ.name))
        and (is_clean('holes', o.other_matters, o.year, o.organ.name))
        and (is_clean('dates', o.title, o.year, o.organ.name))
        and (is_clean('dates', o.preamble, o.year, o.organ.name))
        and (is_clean('dates', o.overview, o.year, o.organ.name))
        and (is_clean('dates', o.problems_and_improvements, o.year, o.organ.name))
        and (is_clean('dates', o.other_matters, o.year, o.organ.name))
        and (is_clean('years', o.problems_and_improvements, o.year, o.organ.name))
        and (is_clean('years', o.other_matters, o.year, o.organ.name))
        and (is_clean('form-of-2021', o.preamble, o.year, o.organ.name))
        and (is_clean('form-of-2021', o.overview, o.year, o.organ.name))
        and (is_clean('form-of-2021', o.problems_and_improvements, o.year, o.organ.name))
        and (is_clean('form-of-2021', o.other_matters, o.year, o.organ.name))
        and (is_clean('other-organs', o.preamble, o.year, o.organ.name))
        and (is_clean('other-organs', o.overview, o.year, o.organ.name))
        and (is_clean('other-organs', o.problems_and_improvements, o.year, o.organ.name))
        and (is_clean('other-organs', o.other_matters, o.year, o.organ.name))
        and (is_clean('identity-numbers', o.title, o.year, o.organ.name))
        and (is_clean('identity-numbers', o.preamble, o.year, o.organ.name))
        and (is_clean('identity-numbers', o.overview, o.year, o.organ.name))
        and (is_clean('identity-numbers', o.problems_and_improvements, o.year, o.organ.name))
        and (is_clean('identity-numbers', o.other_matters, o.year, o.organ.name))
        and (is_clean('mobile-numbers', o.title, o.year, o.organ.name))
        and (is_clean('mobile-numbers', o.preamble, o.year, o.organ.name))
        and (is_clean('mobile-numbers', o.overview, o.year, o.organ.name))
        and (is_clean('mobile-numbers', o.problems_and_improvements, o.year, o.organ.name))
        and (is_clean('mobile-numbers', o.other_matters, o.year, o.organ.name))
        and (o.year is None or str(o.year) <= f"2020")
        and (o.year is None or str(o.year) == f"{o.year}")
        and (o.title is None or (found := pattern_11.search(o.title)) is None or read_from(found) == f"{o.year}")
        and (o.overview is None or (found := pattern_12.search(o.overview)) is None or read_from(found) == f"{o.year}")
        and (o.preamble is None or (found := pattern_13.search(o.preamble)) is None or read_from(found) == f"{o.year}")
        and (o.overview is None or (found := pattern_13.search(o.overview)) is None or read_from(found) == f"{o.year}")
        and (o.preamble is None or (found := pattern_14.search(o.preamble)) is None or read_from(found) == f"{o.year}")
        and (o.overview is None or (found := pattern_14.search(o.overview)) is None or read_from(found) == f"{o.year}")
        and ((o.period and o.period.start) is None or str((o.period and o.period.start)) == f"{o.year}-01-01")
        and ((o.period and o.period.end) is None or str((o.period and o.period.end)) == f"{o.year}-12-31")
        and (o.published is None or str(o.published) >= f"{o.year+1}-01-01")
        and (not ((o.organ.kind in ('department', None))) or o.published is None or str(o.published) <= f"{o.year+1}-01-31")
        and (not ((o.organ.kind in ('government', None)) and (o.organ.level in ('state', 'province', 'city', 'county', None))) or o.published is None or str(o.published) <= f"{o.year+1}-03-31")
    )
