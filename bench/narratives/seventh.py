"""The seventh set: sentences of another who had never seen the words; placeholders as in `second.py`."""

PROACTIVE = (
    "全年制发行政规范性文件{doc_issued}件，废止{doc_repealed}件，年末现行有效{doc_in_force}件。",
    "短信告知用户{1.0-90.0}万户次，发布通知{20-900}条。",
    "行政许可{licences}件、行政处罚{penalties}件、行政强制{coercion}件，均已公示。",
    "全年收取行政事业性收费{fees}万元。",
)

REQUESTS = (
    "新收政府信息公开申请{received}件，上年结转{carried_over}件，办结{handled}件，结转下年度{carried_forward}件。",
    "收到依申请公开{received}件，较{y-1}年的{1000-9000}件减少{10-90}件。",
    "一至四季度新收申请依次为{received/4.1}件、{received/4.2}件、{received/4.3}件、{received/4.4}件。",
    "自然人申请{natural}件，占新收总量的{natural%received}%；法人或其他组织申请{organizations}件，占{organizations%received}%。",
    "法人或其他组织与自然人新提交的申请数量之比为{1-9}∶1。",
    "无法提供的申请共{unavailable}件，其中因本机关不掌握相关政府信息的{not_held}件，占该类的{not_held%unavailable}%。",
    "予以公开{granted}件，占办结总数的{granted%handled}%，部分公开{partial}件。",
    "“公开”类答复（全部公开{granted}件＋部分公开{partial}件）共计{granted+partial}件，同比减少{2-9}件。",
    "作“其他处理—其他”答复的申请有{residue}件，同比下降{10.0-90.0}%。",
    "从办理结果看，{granted}件予以公开，{partial}件部分公开，{residue}件其他处理中的其他情形。",
    "不予公开{denied}件（属于国家秘密{secret}件；属于行政查询事项{query}件）。",
    "重复申请{repeated}件，信访举报投诉类申请{petition}件，不予处理。",
    "申请人无正当理由逾期不补正、不再处理（{overdue}件）。",
    "received|本年度没有新收政府信息公开申请。",
)

DISPUTES = (
    "因政府信息公开工作被申请行政复议{recon}件，其中尚未审结{recon_pending}件。",
    "因信息公开被起诉{lit}件，其中直接起诉{direct}件，复议后起诉{after}件。",
    "截至12月31日，信息公开复议诉讼案件尚有{2-9}件未审结（复议{recon_pending}件，诉讼{lit_pending}件）。",
    "有{2-9|cn}件信息公开案件在复议或诉讼中被纠正（复议{recon_corrected}件、诉讼{lit_corrected}件）。",
    "recon,lit|全年没有发生政府信息公开行政复议、行政诉讼。",
)

OPENING = ("本报告由{org}编制，所列数据的统计期限为{y}年1月1日至12月31日。",)
PROBLEMS = ("个别承办单位法律适用不够准确，{y+1}年计划开展培训{2-9}期。",)
FEES = ("本年度未收取信息处理费。",)

SET = {
    "preamble": (OPENING,),
    "overview": (PROACTIVE, REQUESTS, DISPUTES),
    "problems_and_improvements": (PROBLEMS,),
    "other_matters": (FEES,),
}
