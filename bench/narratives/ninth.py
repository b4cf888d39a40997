"""The ninth set: sentences of one who had never seen the words; placeholders as in `second.py`."""

OPENING = (
    "{y}年，{org}深入贯彻落实《中华人民共和国政府信息公开条例》，扎实推进政务公开各项工作。",
    "本报告中所列数据的统计期限自{y}年1月1日起至{y}年12月31日止。",
)

PROACTIVE = (
    "全年制发行政规范性文件{doc_issued}件，废止{doc_repealed}件，现行有效{doc_in_force}件。",
    "截至{y}年底，现行有效的行政规范性文件共{doc_in_force}件，其中当年新制发{doc_issued}件。",
    "年内新增行政规范性文件{doc_issued}件、废止{doc_repealed}件，到年末实际有效{doc_in_force}件。",
    "结合专项清理工作，废止行政规范性文件{doc_repealed}件，继续有效的{doc_in_force}件全部在门户网站“行政规范性文件”专栏集中公开，并标注有效性。",
    "新制发的{doc_issued}件行政规范性文件均经合法性审核，并在文件印发之日起20个工作日内向社会公开。",
    "doc_repealed|本年度新出台行政规范性文件{doc_issued}件，没有废止的行政规范性文件。",
    "全年作出行政许可决定{licences}件、行政处罚决定{penalties}件、行政强制决定{coercion}件，相关信息均按规定时限公示。",
    "coercion|共办理行政许可{licences}件，实施行政处罚{penalties}件，未实施行政强制。",
    "严格落实行政执法公示制度，{y}年作出的{penalties}件行政处罚决定已全部在“信用中国”网站公示，公示率100%。",
    "公布年度重大行政决策事项目录{2-9}项，就{2-9}个政策草案公开征求意见，收到意见建议{10-90}条，采纳{2-9}条。",
    "审核全年印发公文的公开属性{100-300}份，其中确定为主动公开的{10-90}份。",
)

REQUESTS = (
    "{y}年，{place}共收到政府信息公开申请{received}件，上年结转{carried_over}件，本年度办结{handled}件，结转下年度继续办理{carried_forward}件。",
    "{place}高度重视依申请公开工作，进一步规范登记、审核、办理、答复、归档等环节，{y}年度共计收到各类政府信息公开申请{received}件，较好保障了公众知情权。",
    "本年新收政府信息公开申请{received}件，上年结转政府信息公开申请{carried_over}件，两项合计{received+carried_over}件。",
    "在办理的{received+carried_over}件政府信息公开申请中，{received}件为当年新收，{carried_over}件系上一年度结转。",
    "上半年收到政府信息公开申请{received/2.1}件，下半年收到{received/2.2}件，全年合计{received}件。",
    "全年通过在线平台收到政府信息公开申请{received/3.1}件、通过邮寄信函收到{received/3.2}件、当面提交{received/3.3}件，共计{received}件。",
    "从申请主体看，新收申请中自然人{natural}件，占{natural%received}%；法人或其他组织{organizations}件，占{organizations%received}%。",
    "全年收到政府信息公开申请{received}件，除{carried_forward<}件因仍在办理期限内延期外，其余均已答复。",
    "平均办理时长为{5-15}个工作日，较法定期限缩短近三分之一。",
    "新收申请中，同一申请人一年内提出5件以上申请的有{2-9}人。",
    "坚持“答前沟通、答后回访”，与申请人电话沟通{10-90}人次。",
)

OUTCOMES = (
    "从办理结果看，予以公开{granted}件，部分公开{partial}件，不予公开{denied}件，无法提供{unavailable}件。",
    "按办理结果划分，予以公开{granted|cn}件、部分公开{partial|cn}件、不予公开{denied|cn}件。",
    "办理结果为：予以公开{granted}件，占{granted%handled}%；无法提供{unavailable}件，占{unavailable%handled}%。",
    "办理结果如下：1.予以公开：{granted}件；2.部分公开：{partial}件；3.无法提供：{unavailable}件。",
    "在本年度办结的{handled}件中，予以公开{granted}件，不予公开{denied}件（属于国家秘密{secret}件、属于行政查询事项{query}件）。",
    "办理结果中占比最高的是予以公开（{granted}件，占{granted%handled}%）。",
    "本年度予以公开及部分公开{granted+partial}件，占办结总数的{granted+partial%handled}%。",
    "全年公开（含部分公开）{granted+partial}件，不予公开{denied}件，无法提供{unavailable}件。",
    "{granted}件予以公开，{partial}件部分公开，{unavailable}件因客观原因无法提供。",
    "主要办理结果为予以公开{granted}件，因本机关不掌握相关政府信息而无法提供{not_held}件。",
    "答复“本机关不掌握相关政府信息”的有{not_held}件，占办结申请的{not_held%handled}%。",
    "全年予以公开{granted}件，较上年的{1000-9000}件减少{10-90}件。",
)

DISPUTES = (
    "全年因政府信息公开引发行政复议{recon}件、行政诉讼{lit}件。",
    "政府信息公开行政复议{recon}件：结果维持{recon_upheld}件、结果纠正{recon_corrected}件、其他结果{recon_other}件、尚未审结{recon_pending}件。",
    "复议后起诉的政府信息公开案件{after}件。",
    "因对政府信息公开答复不服，申请人向复议机关提起行政复议{recon}件，向人民法院提起行政诉讼{lit}件。",
    "recon|未发生政府信息公开行政复议；发生政府信息公开行政诉讼{lit}件。",
    "配合做好市场监管执法领域的行政应诉工作，出庭应诉{10-90}次，上述案件均与政府信息公开无关。",
)

SUPERVISED = (
    "开展政策直播{2-9}场，在线观看{1000-9000|comma}人次。",
    "新增“优化营商环境”等专栏{2-9}个，撤并栏目{2-9}个。",
    "承办人大代表建议{10-90}件、政协委员提案{10-90}件，办复率100%，答复全文均已公开。",
    "指导{10-40}个村（社区）规范村务公开栏，公开低保、惠农补贴等信息{100-200}条。",
)

PROBLEMS = ("针对上年度存在的{2-5}个方面问题，制定整改措施{10-20}条，已全部落实到位。",)
FEES = ("（一）未收取信息处理费。",)

SET = {
    "preamble": (OPENING,),
    "overview": (PROACTIVE, REQUESTS, OUTCOMES, DISPUTES, SUPERVISED),
    "problems_and_improvements": (PROBLEMS,),
    "other_matters": (FEES,),
}
