"""The report in layout 2021, as frozen attrs classes. Generated: python tools/generate.py."""

from decimal import Decimal
from typing import Annotated, Any, Literal

import attrs
from msgspec import Meta

Count = Annotated[int, Meta(ge=0, le=999_999_999_999)]
Amount = Decimal
Date = Annotated[str, Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$(?!\n)", min_length=10, max_length=10)]
Pointer = Annotated[str, Meta(pattern=r"^(/[a-z][a-z_]*)+$(?!\n)", max_length=200)]
SectionText = Annotated[str, Meta(max_length=1_000_000)]
Line = Annotated[str, Meta(min_length=1, max_length=1_000)]


@attrs.frozen(kw_only=True)
class Organ:
    """行政机关 - The administrative organ that reports."""

    name: Line
    """机关名称 - Name of the organ.

    机关全称，如印在报告上。
    The full name of the organ as the report prints it.
    """

    code: Annotated[str, Meta(pattern=r"^[0-9A-HJ-NPQRTUWXY]{18}$(?!\n)", min_length=18, max_length=18)] | None = None
    """统一社会信用代码 - Unified social credit code.

    十八位统一社会信用代码（GB 32100）。
    The eighteen-character unified social credit code (GB 32100).
    """

    division: Annotated[str, Meta(pattern=r"^[0-9]{6}([0-9]{3}){0,2}$(?!\n)", min_length=6, max_length=12)] | None = None
    """行政区划代码 - Administrative division code.

    六位行政区划代码（GB/T 2260），乡级为九位，村级为十二位。
    The six-digit code of the administrative division (GB/T 2260); nine digits for a township, twelve for a village.
    """

    kind: Literal["government", "department", "other"] | None = None
    """机关类别 - Kind of organ.

    一级人民政府、政府部门，或者其他承担公开职责的机关。
    A people's government, a department of one, or another organ with the duty to disclose.
    Basis: Regulation Art. 49.
    """

    level: Literal["state", "province", "city", "county", "township"] | None = None
    """行政层级 - Administrative level.

    国家、省级、设区的市级、县级、乡级。直辖市为省级，直辖市的区为县级。
    State, province, city with districts, county, township. A municipality directly under the central government is a province; its districts are counties.
    """


@attrs.frozen(kw_only=True)
class Body:
    """单位 - A body whose figures are included."""

    name: Line
    """单位名称 - Name of the body."""

    code: Annotated[str, Meta(pattern=r"^[0-9A-HJ-NPQRTUWXY]{18}$(?!\n)", min_length=18, max_length=18)] | None = None
    """统一社会信用代码 - Unified social credit code."""


@attrs.frozen(kw_only=True)
class Scope:
    """统计范围 - Whose figures the tables hold."""

    kind: Literal["own", "consolidated"]
    """范围类别 - The organ alone, or a sum over several bodies."""

    bodies: Annotated[tuple[Body, ...], Meta(min_length=1, max_length=100_000)] = ()
    """汇总单位 - The bodies summed up, the organ itself included where it counts."""


@attrs.frozen(kw_only=True)
class Source:
    """来源 - Where the report was published or read."""

    url: Annotated[str, Meta(min_length=1, max_length=4_000)] | None = None
    """网址 - Address of the published report."""

    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)", min_length=64, max_length=64)] | None = None
    """文件摘要 - SHA-256 of the file that was read, lower-case hexadecimal."""

    retrieved: Date | None = None
    """获取日期 - Day on which it was retrieved."""


@attrs.frozen(kw_only=True)
class Period:
    """统计期限 - The statistical period as the report states it.

    Basis: Regulation Art. 50.
    """

    start: Date
    """起始日期 - First day."""

    end: Date
    """截止日期 - Last day."""


@attrs.frozen(kw_only=True)
class DocumentCounts:
    """Documents issued, repealed and in force."""

    issued: Count | None
    """本年制发件数 - Issued this year.

    报告年度内制定并印发的文件件数。
    Documents made and issued in the report year.
    Unit: document.
    """

    repealed: Count | None
    """本年废止件数 - Repealed this year.

    报告年度内废止的文件件数。
    Documents repealed in the report year.
    Unit: document.
    """

    in_force: Count | None
    """现行有效件数 - In force.

    报告年度末现行有效的文件件数。
    Documents in force at the end of the report year.
    Unit: document.
    """


@attrs.frozen(kw_only=True)
class Documents:
    """第二十条第（一）项 - Article 20 item (1): rules and normative documents.

    Basis: Regulation Art. 20 item (1).
    """

    government_rules: DocumentCounts
    """规章 - Government rules.

    国务院部门规章和地方政府规章；不能制定规章的机关通常印“/”。
    Departmental and local government rules; an organ that cannot make rules usually prints “/”.
    """

    normative_documents: DocumentCounts
    """行政规范性文件 - Administrative normative documents.

    除规章外，由行政机关依法制定、具有普遍约束力、在一定期限内反复适用的公文。
    Documents other than rules, made by an administrative organ, generally binding and applied repeatedly for a certain time.
    """


@attrs.frozen(kw_only=True)
class DecisionCounts:
    """Decisions taken."""

    decisions: Count | None
    """本年处理决定数量 - Decisions this year.

    报告年度内作出的处理决定件数。
    Decisions taken in the report year.
    Unit: decision.
    """


@attrs.frozen(kw_only=True)
class Licensing:
    """第二十条第（五）项 - Article 20 item (5): licensing.

    Basis: Regulation Art. 20 item (5).
    """

    licences: DecisionCounts
    """行政许可 - Administrative licences."""


@attrs.frozen(kw_only=True)
class Enforcement:
    """第二十条第（六）项 - Article 20 item (6): penalties and coercion.

    Basis: Regulation Art. 20 item (6).
    """

    penalties: DecisionCounts
    """行政处罚 - Administrative penalties."""

    coercion: DecisionCounts
    """行政强制 - Administrative coercion."""


@attrs.frozen(kw_only=True)
class ChargeAmount:
    """Fees charged."""

    amount: Amount | None
    """本年收费金额（单位：万元） - Amount charged this year, in ten thousand yuan.

    报告年度内行政事业性收费的金额，单位万元；格式未规定小数位数。
    Administrative fees charged in the report year, in ten thousand yuan; the form does not fix the decimals.
    Unit: ten thousand yuan.
    """

    unit: Literal["yuan", "ten_thousand_yuan"] | None = None
    """The unit, where the cell prints one of its own.

    单元格内另印有单位（如“251000元”）时填写；没有则按表头的万元。
    Given where the cell itself prints a unit (“251000元”); without it the column's ten thousand yuan holds.
    """


@attrs.frozen(kw_only=True)
class Charges:
    """第二十条第（八）项 - Article 20 item (8): administrative fees.

    Basis: Regulation Art. 20 item (8).
    """

    administrative_fees: ChargeAmount
    """行政事业性收费 - Administrative fees."""


@attrs.frozen(kw_only=True)
class ProactiveDisclosure:
    """二、主动公开政府信息情况 - Information disclosed on the organ's own initiative.

    行政机关主动公开《条例》第二十条所列信息的情况。
    Information of the kinds listed in Article 20 that the organ published on its own initiative.
    Basis: Regulation Art. 50.
    """

    documents: Documents
    """第二十条第（一）项 - Article 20 item (1): rules and normative documents.

    Basis: Regulation Art. 20 item (1).
    """

    licensing: Licensing
    """第二十条第（五）项 - Article 20 item (5): licensing.

    Basis: Regulation Art. 20 item (5).
    """

    enforcement: Enforcement
    """第二十条第（六）项 - Article 20 item (6): penalties and coercion.

    Basis: Regulation Art. 20 item (6).
    """

    charges: Charges
    """第二十条第（八）项 - Article 20 item (8): administrative fees.

    Basis: Regulation Art. 20 item (8).
    """


@attrs.frozen(kw_only=True)
class Denied:
    """（三）不予公开 - Denied.

    依法决定不予公开的申请，按理由分列；印制的表中没有小计行。
    Requests refused by law, by reason; the printed table has no subtotal row.
    """

    state_secret: Count | None
    """1.属于国家秘密 - State secret.

    因依法确定为国家秘密而不予公开的申请件数。
    Requests refused because the information is lawfully classified as a state secret.
    Unit: request.
    Basis: Regulation Art. 14.
    """

    prohibited_by_law: Count | None
    """2.其他法律行政法规禁止公开 - Prohibited by another law or administrative regulation.

    因法律、行政法规禁止公开（国家秘密除外）而不予公开的申请件数。
    Requests refused because a law or administrative regulation, other than on state secrets, prohibits disclosure.
    Unit: request.
    Basis: Regulation Art. 14.
    """

    security_and_stability: Count | None
    """3.危及“三安全一稳定” - Danger to national, public or economic security or to social stability.

    因公开后可能危及国家安全、公共安全、经济安全、社会稳定而不予公开的申请件数。
    Requests refused because disclosure might endanger national security, public security, economic security or social stability.
    Unit: request.
    Basis: Regulation Art. 14.
    """

    third_party_rights: Count | None
    """4.保护第三方合法权益 - Lawful rights of a third party.

    因涉及商业秘密、个人隐私等，公开会损害第三方合法权益而不予公开的申请件数。
    Requests refused because disclosure would harm the lawful rights of a third party, such as trade secrets or privacy.
    Unit: request.
    Basis: Regulation Art. 15; Regulation Art. 32.
    """

    internal_affairs: Count | None
    """5.属于三类内部事务信息 - Internal affairs.

    因属于人事管理、后勤管理、内部工作流程三类内部事务信息而不予公开的申请件数。
    Requests refused because they concern internal affairs: personnel management, logistics or internal work procedures.
    Unit: request.
    Basis: Regulation Art. 16 para. 1.
    """

    process_information: Count | None
    """6.属于四类过程性信息 - Process information.

    因属于讨论记录、过程稿、磋商信函、请示报告四类过程性信息而不予公开的申请件数。
    Requests refused because they concern process information: records of discussion, drafts, letters of consultation, or requests for instructions and reports.
    Unit: request.
    Basis: Regulation Art. 16 para. 2.
    """

    enforcement_file: Count | None
    """7.属于行政执法案卷 - Enforcement case file.

    因属于行政执法案卷信息而不予公开的申请件数。
    Requests refused because they concern the file of an administrative enforcement case.
    Unit: request.
    Basis: Regulation Art. 16 para. 2.
    """

    administrative_query: Count | None
    """8.属于行政查询事项 - Subject to another query procedure.

    因属于工商、不动产登记资料等有专门查询规定的信息，告知按该规定办理的申请件数。
    Requests answered by pointing to a query procedure of its own, such as company or real-estate registers.
    Unit: request.
    Basis: Regulation Art. 36 item (7).
    """


@attrs.frozen(kw_only=True)
class Unavailable:
    """（四）无法提供 - Unavailable.

    行政机关无法提供所申请信息的申请，按理由分列。
    Requests for information that the organ cannot provide, by reason.
    """

    not_held: Count | None
    """1.本机关不掌握相关政府信息 - Not held by this organ.

    因信息不存在或者不属于本机关负责公开而无法提供的申请件数。
    Requests for information that does not exist or that another organ is responsible for.
    Unit: request.
    Basis: Regulation Art. 36 item (4); Regulation Art. 36 item (5).
    """

    requires_creation: Count | None
    """2.没有现成信息需要另行制作 - Would have to be created.

    因没有现成信息、需要另行加工或者制作而无法提供的申请件数。
    Requests for information that does not exist ready-made and would have to be processed or created.
    Unit: request.
    Basis: Regulation Art. 38.
    """

    still_unclear: Count | None
    """3.补正后申请内容仍不明确 - Still unclear after correction.

    申请人补正后，申请内容仍不明确而无法提供的申请件数。
    Requests whose content stayed unclear after the applicant had corrected them.
    Unit: request.
    Basis: Regulation Art. 30.
    """


@attrs.frozen(kw_only=True)
class Declined:
    """（五）不予处理 - Declined.

    不作为政府信息公开申请处理的申请，按理由分列。
    Requests not processed as disclosure requests, by reason.
    """

    petition_or_complaint: Count | None
    """1.信访举报投诉类申请 - Petition, report or complaint.

    以申请公开为名进行信访、投诉、举报等活动，告知不予处理的申请件数。
    Requests that are in substance petitions, reports or complaints and are not processed as requests.
    Unit: request.
    Basis: Regulation Art. 39 para. 1.
    """

    repeated: Count | None
    """2.重复申请 - Repeated request.

    已经答复后又以同样内容重复申请而不予重复处理的申请件数。
    Requests repeating one that has been answered.
    Unit: request.
    Basis: Regulation Art. 36 item (6).
    """

    published_material: Count | None
    """3.要求提供公开出版物 - Published material requested.

    要求提供政府公报、报刊、书籍等公开出版物，告知获取途径的申请件数。
    Requests for published material such as gazettes, newspapers or books.
    Unit: request.
    Basis: Regulation Art. 39 para. 2.
    """

    excessive: Count | None
    """4.无正当理由大量反复申请 - Excessive without good reason.

    申请的数量、频次明显超过合理范围且理由不合理而不予处理的申请件数。
    Requests whose number and frequency clearly exceed what is reasonable, without good reason.
    Unit: request.
    Basis: Regulation Art. 35.
    """

    confirmation_or_reissue: Count | None
    """5.要求行政机关确认或重新出具已获取信息 - Confirmation or reissue of information already obtained.

    要求对已经获取的政府信息进行确认或者重新出具而不予处理的申请件数。
    Requests to confirm or to issue again information that the applicant already has.
    Unit: request.
    """


@attrs.frozen(kw_only=True)
class OtherOutcomes:
    """（六）其他处理 - Other handling.

    前五项以外的办理结果。
    Outcomes other than the five kinds above.
    """

    correction_overdue: Count | None
    """1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 - Correction overdue.

    申请人无正当理由逾期不补正，视为放弃申请、不再处理的申请件数。
    Requests no longer processed because the applicant let the time for correction pass without good reason.
    Unit: request.
    Basis: Regulation Art. 30.
    """

    fee_overdue: Count | None
    """2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 - Fee overdue.

    申请人逾期未缴纳信息处理费，视为放弃申请、不再处理的申请件数。
    Requests no longer processed because the applicant did not pay the information-processing fee in time.
    Unit: request.
    Basis: Regulation Art. 42; Measures for fees on processing government information (国办函〔2020〕109号).
    """

    other: Count | None
    """3.其他 - Other.

    上述各项以外的办理结果，例如申请人主动撤回申请。
    Outcomes outside all rows above, such as a request withdrawn by the applicant.
    Unit: request.
    """


@attrs.frozen(kw_only=True)
class Outcomes:
    """三、本年度办理结果 - Outcomes of the year.

    本年度内办结的申请，按办理结果分列。
    Requests concluded in the year, by outcome.
    """

    granted: Count | None
    """（一）予以公开 - Granted.

    决定予以公开的申请件数，包括告知已主动公开信息的获取方式、途径。
    Requests granted, including those answered by pointing to information already published.
    Unit: request.
    Basis: Regulation Art. 36 item (1); Regulation Art. 36 item (2).
    """

    partially_granted: Count | None
    """（二）部分公开（区分处理的，只计这一情形，不计其他情形） - Partially granted.

    作区分处理后部分公开的申请件数；区分处理的只计这一情形，不计其他情形。
    Requests granted in part; a divided decision is counted here only.
    Unit: request.
    Basis: Regulation Art. 37.
    """

    denied: Denied
    """（三）不予公开 - Denied.

    依法决定不予公开的申请，按理由分列；印制的表中没有小计行。
    Requests refused by law, by reason; the printed table has no subtotal row.
    """

    unavailable: Unavailable
    """（四）无法提供 - Unavailable.

    行政机关无法提供所申请信息的申请，按理由分列。
    Requests for information that the organ cannot provide, by reason.
    """

    declined: Declined
    """（五）不予处理 - Declined.

    不作为政府信息公开申请处理的申请，按理由分列。
    Requests not processed as disclosure requests, by reason.
    """

    other: OtherOutcomes
    """（六）其他处理 - Other handling.

    前五项以外的办理结果。
    Outcomes other than the five kinds above.
    """

    total: Count | None
    """（七）总计 - Total of outcomes.

    本年度办结的申请总数，等于（一）至（六）各行之和。
    All requests concluded in the year: the sum of the rows （一） to （六）.
    Unit: request.
    """


@attrs.frozen(kw_only=True)
class RequestCounts:
    """The rows of the table of requests, for one group of applicants."""

    received: Count | None
    """一、本年新收政府信息公开申请数量 - Newly received.

    报告年度内新收到的政府信息公开申请件数。
    Disclosure requests newly received in the report year.
    Unit: request.
    Basis: Regulation Art. 27; Regulation Art. 29; Regulation Art. 31.
    """

    carried_over: Count | None
    """二、上年结转政府信息公开申请数量 - Carried over from the year before.

    上一年度收到、结转到报告年度继续办理的申请件数。
    Requests received in the year before and still open when the report year began.
    Unit: request.
    Basis: Regulation Art. 33; Regulation Art. 35.
    """

    outcomes: Outcomes
    """三、本年度办理结果 - Outcomes of the year.

    本年度内办结的申请，按办理结果分列。
    Requests concluded in the year, by outcome.
    """

    carried_forward: Count | None
    """四、结转下年度继续办理 - Carried forward to the next year.

    报告年度末尚未办结、结转下一年度继续办理的申请件数。
    Requests still open at the end of the report year.
    Unit: request.
    Basis: Regulation Art. 33; Regulation Art. 35.
    """


@attrs.frozen(kw_only=True)
class Organizations:
    """法人或其他组织 - Legal persons and other organizations.

    自然人以外的申请人，按类别分列。
    Applicants other than natural persons, by kind.
    """

    commercial_enterprise: RequestCounts
    """商业企业 - Commercial enterprises."""

    research_institution: RequestCounts
    """科研机构 - Research institutions."""

    public_interest_organization: RequestCounts
    """社会公益组织 - Public-interest organizations."""

    legal_service_institution: RequestCounts
    """法律服务机构 - Legal service institutions."""

    other: RequestCounts
    """其他 - Other organizations."""


@attrs.frozen(kw_only=True)
class Requests:
    """三、收到和处理政府信息公开申请情况 - Requests received and handled.

    报告年度内收到和处理政府信息公开申请的数量，行为办理环节和结果，列为申请人类别。
    Disclosure requests received and handled in the report year: stages and outcomes by rows, kinds of applicants by columns.
    Basis: Regulation Art. 50.
    """

    natural_person: RequestCounts
    """自然人 - Natural persons."""

    organizations: Organizations
    """法人或其他组织 - Legal persons and other organizations.

    自然人以外的申请人，按类别分列。
    Applicants other than natural persons, by kind.
    """

    total: RequestCounts
    """总计 - Total."""


@attrs.frozen(kw_only=True)
class DisputeCounts:
    """The outcomes of one kind of dispute."""

    upheld: Count | None
    """结果维持 - Upheld.

    行政机关的行为得到维持（含驳回请求）的案件数。
    Cases in which the act of the organ was upheld, rejection of the claim included.
    Unit: case.
    """

    corrected: Count | None
    """结果纠正 - Corrected.

    行政机关的行为被撤销、变更、确认违法或者责令履行等予以纠正的案件数。
    Cases in which the act was set aside, changed, found unlawful, or performance was ordered.
    Unit: case.
    """

    other: Count | None
    """其他结果 - Other result.

    其他结果的案件数；格式未作定义，例如撤回申请、终止审理。
    Cases with another result; the form does not define it, for example withdrawal or termination.
    Unit: case.
    """

    pending: Count | None
    """尚未审结 - Pending.

    报告年度末尚未审结的案件数。
    Cases not concluded at the end of the report year.
    Unit: case.
    """

    total: Count | None
    """总计 - Total.

    前四列之和。
    The sum of the four columns before it.
    Unit: case.
    """


@attrs.frozen(kw_only=True)
class Litigation:
    """行政诉讼 - Administrative litigation.

    Basis: Regulation Art. 51.
    """

    direct: DisputeCounts
    """未经复议直接起诉 - Brought directly."""

    after_reconsideration: DisputeCounts
    """复议后起诉 - Brought after reconsideration."""


@attrs.frozen(kw_only=True)
class Disputes:
    """四、政府信息公开行政复议、行政诉讼情况 - Administrative reconsideration and litigation over disclosure.

    因政府信息公开工作被申请行政复议、提起行政诉讼的案件数，按程序和结果分列。格式未说明是否包括以前年度结转的案件。
    Reconsideration and court cases over disclosure, by procedure and result. The form does not say whether cases of earlier years count.
    Basis: Regulation Art. 50.
    """

    reconsideration: DisputeCounts
    """行政复议 - Administrative reconsideration.

    Basis: Regulation Art. 51.
    """

    litigation: Litigation
    """行政诉讼 - Administrative litigation.

    Basis: Regulation Art. 51.
    """


@attrs.frozen(kw_only=True)
class Superseded:
    """被更正的报告 - The report that is corrected and replaced.

    更正后重新发布的报告写明它替代哪一份：原报告文件的摘要和发布日期。
    A report that was corrected and published again says which one it replaces: the hash of that file, and its date.
    """

    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)", min_length=64, max_length=64)]
    """原文件摘要 - SHA-256 of the file that is replaced, lower-case hexadecimal."""

    published: Date | None = None
    """原发布日期 - Day on which the report that is replaced was published."""


@attrs.frozen(kw_only=True)
class Mark:
    """空格标记 - What stands in print where a cell holds no figure."""

    pointer: Pointer
    """位置 - Pointer to a cell that is null."""

    mark: Literal["blank", "slash", "dash", "not_applicable", "illegible", "ambiguous"]
    """标记 - What is printed there.

    blank 空白，slash “/”，dash 短横或长横，not_applicable “不适用”，illegible 无法辨认，ambiguous 有数字但无法确定属于哪一格。
    blank: nothing; slash: “/”; dash: a dash of any length; not_applicable: “不适用”; illegible: printed but unreadable; ambiguous: figures printed that cannot be assigned to a cell.
    """

    printed: Annotated[str, Meta(min_length=1, max_length=1_000)] | None = None
    """原文 - The characters as printed."""


@attrs.frozen(kw_only=True)
class UndividedFigure:
    """合并数字 - A figure printed once for several cells."""

    pointer: Pointer
    """位置 - Pointer to the group whose cells are null."""

    value: Annotated[int, Meta(ge=0, le=999_999_999_999)]
    """数值 - The figure."""

    label: Line
    """印出的标签 - The label printed beside it."""


@attrs.frozen(kw_only=True)
class Note:
    """注 - A remark printed in or under a cell or section."""

    pointer: Pointer
    """位置 - Pointer to the cell or section."""

    text: Annotated[str, Meta(min_length=1, max_length=10_000)]
    """内容 - The remark."""


@attrs.frozen(kw_only=True)
class Explanation:
    """说明 - The organ's own reason for a finding of a rule."""

    rule: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]*$(?!\n)", max_length=100)]
    """规则 - Id of the rule."""

    pointer: Pointer
    """位置 - Pointer of the finding."""

    text: Annotated[str, Meta(max_length=10_000)]
    """理由 - The reason."""

    quote: Annotated[str, Meta(min_length=1, max_length=64)] | None = None
    """原文 - The words that the finding quotes, to tell several at one place apart."""


@attrs.frozen(kw_only=True)
class Report2021:
    """政府信息公开工作年度报告 - Annual report on government information disclosure, layout 2021.

    Basis: Regulation Art. 49; Regulation Art. 50; Form of the annual report, 2021 (国办公开办函〔2021〕30号).
    """

    schema: Annotated[str, Meta(max_length=1_000)] | None = None
    """Address of this schema, for editors."""

    layout: Literal["2021"] = "2021"
    """格式版本 - Layout of the tables.

    表格格式：国办公开办函〔2021〕30号印发的统一格式。
    The unified form issued with 国办公开办函〔2021〕30号.
    """

    year: Annotated[int, Meta(ge=2_019, le=2_100)]
    """报告年度 - Report year.

    报告所统计的年度，不是发布的年份。
    The year that the report covers, not the year of publication.
    """

    organ: Organ
    """行政机关 - The organ that reports."""

    scope: Scope | None = None
    """统计范围 - Whose figures the tables hold."""

    source: Source | None = None
    """来源 - Where the report was published or read."""

    title: Line | None = None
    """标题 - Title as printed."""

    published: Date | None = None
    """发布日期 - Day of publication.

    Basis: Regulation Art. 49.
    """

    period: Period | None = None
    """统计期限 - Statistical period as stated.

    Basis: Regulation Art. 50.
    """

    preamble: SectionText | None = None
    """前言 - What is printed before the first section."""

    overview: SectionText
    """一、总体情况 - Overview.

    主动公开、依申请公开、政府信息管理、平台建设、监督保障等总体情况。
    Disclosure on own initiative and on request, management of information, platforms, supervision.
    Basis: Regulation Art. 50.
    """

    proactive_disclosure: ProactiveDisclosure
    """二、主动公开政府信息情况 - Information disclosed on the organ's own initiative.

    行政机关主动公开《条例》第二十条所列信息的情况。
    Information of the kinds listed in Article 20 that the organ published on its own initiative.
    Basis: Regulation Art. 50.
    """

    requests: Requests
    """三、收到和处理政府信息公开申请情况 - Requests received and handled.

    报告年度内收到和处理政府信息公开申请的数量，行为办理环节和结果，列为申请人类别。
    Disclosure requests received and handled in the report year: stages and outcomes by rows, kinds of applicants by columns.
    Basis: Regulation Art. 50.
    """

    disputes: Disputes
    """四、政府信息公开行政复议、行政诉讼情况 - Administrative reconsideration and litigation.

    因政府信息公开工作被申请行政复议、提起行政诉讼的案件数，按程序和结果分列。格式未说明是否包括以前年度结转的案件。
    Reconsideration and court cases over disclosure, by procedure and result. The form does not say whether cases of earlier years count.
    Basis: Regulation Art. 50.
    """

    problems_and_improvements: SectionText
    """五、存在的主要问题及改进情况 - Problems and improvements.

    政府信息公开工作存在的主要问题以及改进情况。
    Main problems of the disclosure work and how they are mended.
    Basis: Regulation Art. 50.
    """

    other_matters: SectionText
    """六、其他需要报告的事项 - Other matters to report.

    其他需要报告的事项；依照国办函〔2020〕109号，还应报告收取信息处理费的情况。
    Other matters; under 国办函〔2020〕109号 also the information-processing fees charged.
    Basis: Regulation Art. 50; Measures for fees on processing government information (国办函〔2020〕109号).
    """

    supersedes: Superseded | None = None
    """更正对象 - The report that this one corrects and replaces.

    更正后重新发布的报告写明它替代哪一份：原报告文件的摘要和发布日期。
    A report that was corrected and published again says which one it replaces: the hash of that file, and its date.
    """

    marks: Annotated[tuple[Mark, ...], Meta(min_length=1, max_length=10_000)] = ()
    """空格标记 - What is printed where a cell is null.

    空白、“/”、“—”、不适用等，都不是 0。
    A blank, “/”, “—”, 不适用 and the like; none of them is 0.
    """

    undivided: Annotated[tuple[UndividedFigure, ...], Meta(min_length=1, max_length=10_000)] = ()
    """合并数字 - Figures printed once for several cells.

    一个数字合印于几个单元格时使用；勾稽时代替这些单元格。
    A figure printed once for several cells; equations use it in their place.
    """

    notes: Annotated[tuple[Note, ...], Meta(min_length=1, max_length=10_000)] = ()
    """注 - Remarks printed in or under a cell or section.

    印在单元格内、表下或者段落后的注。
    Remarks printed in a cell, under a table or after a section.
    """

    explanations: Annotated[tuple[Explanation, ...], Meta(min_length=1, max_length=10_000)] = ()
    """说明 - The organ's own reasons for findings.

    机关对某条规则的发现作出的说明；不能用于结构性错误。
    The organ's reasons for findings of rules; not for structural defects.
    """

    extensions: dict[str, Any] | None = None
    """扩展 - Content outside the form, under reverse-domain names.

    格式以外的内容，成员名为反向域名，如 cn.gov.example。
    Content outside the form; member names are reverse-domain names such as cn.gov.example.
    """
