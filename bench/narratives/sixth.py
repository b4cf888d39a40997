"""The sixth set: sentences of one who had never seen the words; placeholders as in `second.py`."""

OPENING = (
    "根据《中华人民共和国政府信息公开条例》第四十九条、第五十条的规定，编制本报告。报告分六部分，文字与表格并用。",
    "本报告系{org}编制的年度报告，统计时段：{y}年1月1日至12月31日。公众如需了解详情，可在工作日9:00—12:00拨打{1000000-9999999}。",
    "现将{org}{y}年度政府信息公开工作情况报告如下。",
)

PROACTIVE = (
    "全年制发行政规范性文件{doc_issued}件，废止{doc_repealed}件，现行有效{doc_in_force}件。",
    "规范性文件：新制发{doc_issued}件，废止{doc_repealed}件，年末有效{doc_in_force}件。",
    "规范性文件合法性审核{100-900}件，正式印发{doc_issued}件。",
    "全年主动公开公文{100-900}件（规范性文件{doc_issued}件）。",
    "自2008年《条例》施行以来累计公开规范性文件{2000-9000}件，其中现行有效{doc_in_force}件。",
    "licences,penalties,coercion|行政许可、行政处罚、行政强制三项均为零。",
    "licences,penalties,coercion|全年没有办理行政许可，没有实施行政处罚，没有采取行政强制措施。",
    "本年作出的处理决定：行政许可{licences}件、行政处罚{penalties}件、行政强制{coercion}件。",
    "行政许可、行政处罚分别作出{licences}件和{penalties}件。",
    "通过信用网站公示行政许可{1000-9000}件、行政处罚{1000-9000}件。",
    "行政许可{licences}件中，网上办理{licences/2.1}件，窗口办理{licences/2.2}件。",
    "行政许可四个季度依次为{licences/4.1}、{licences/4.2}、{licences/4.3}、{licences/4.4}件，全年{licences}件。",
    "受理行政许可申请{2000-90000}件，作出许可决定{licences}件。",
    "行政处罚{penalties}件，罚没款{1.0-90.0}万元。",
    "gov|行政处罚主要由公安和市场监管部门作出，其中公安机关{penalties<}件、市场监管部门{penalties<}件。",
    "行政强制{coercion}件，其中行政强制措施{coercion/2.1}件、行政强制执行{coercion/2.2}件。",
    "全年收取行政事业性收费{fees}万元，收费目录同步上网。",
    "政务服务大厅全年办件{10000-90000}件，其中行政许可{licences}件。",
    "执法案卷评查{4-60}卷，优秀率{80-97}%。",
)

REQUESTS = (
    "{y}年，新收政府信息公开申请{received}件。",
    "新收政府信息公开申请{received}件，上年结转{carried_over}件，办结{handled}件，结转下年度继续办理{carried_forward}件。",
    "全年待办政府信息公开申请{received+carried_over}件，由新收的{received}件和上年结转的{carried_over}件组成；已答复{handled}件。",
    "{y-2}年、{y-1}年、{y}年分别收到政府信息公开申请{1000-9000}件、{1000-9000}件和{received}件。",
    "“十四五”以来累计收到政府信息公开申请{2000-9000}件，其中{y}年收到{received}件。",
    "新收、上年结转、办结、结转下年的申请分别为{received}、{carried_over}、{handled}、{carried_forward}件。",
    "上年收到申请{1000-9000}件，今年新收{received}件。",
    "属内部事务信息{internal}件，属过程性信息{process}件，依照《条例》第十六条不予公开。",
    "答复结果为予以公开的{granted}件，占{granted%handled}%。",
    "予以公开和部分公开合计{granted+partial}件，占办理总数的{granted+partial%handled}%。",
    "办理结果：予以公开{granted}件，部分公开{partial}件，不予公开{denied}件，无法提供{unavailable}件。",
    "予以公开{granted}件（{granted%handled}%）、部分公开{partial}件（{partial%handled}%）、不予公开{denied}件（{denied%handled}%）。",
    "分类统计：予以公开：{granted}；部分公开：{partial}；不予公开：{denied}；无法提供：{unavailable}；合计：{handled}。",
    "不予公开的{denied}件，理由以“国家秘密”居多，共{secret}件。",
    "因本机关不掌握相关政府信息而无法提供的有{not_held}件，已向申请人说明理由。",
    "补正后申请内容仍不明确而无法提供的{unclear}件。",
    "从申请人看，自然人{natural}件，法人或其他组织{organizations}件。",
    "申请主体：自然人{natural}件；法人或其他组织{organizations}件，其中企业{enterprise}件。",
    "四个季度分别收到{received/4.1}、{received/4.2}、{received/4.3}、{received/4.4}件。",
    "上半年收到{received/2.1}件，下半年收到{received/2.2}件。",
    "第四季度收到{received<}件，占全年的{1-40}%。",
    "同一申请人提交的申请最多，为{received<}件。",
    "gov|全部新收申请中，由政府本级接收的{received<}件。",
    "由机关本级直接收到{received/2.1}件，经下属单位转来{received/2.2}件。",
    "依据《条例》第三十三条，不能当场答复的自收到之日起20个工作日内答复。",
)

DISPUTES = (
    "因政府信息公开被申请行政复议{recon}件，被提起行政诉讼{lit}件。",
    "以{org}为被申请人的各类行政复议案件{1000-9000}件，其中政府信息公开类{recon}件。",
    "recon|当年以本机关为被申请人的各类行政复议案件{10-90}件，其中涉及政府信息公开的为0。",
    "gov|政府作为行政复议机关，全年收到各类行政复议申请{1000-9000}件（与本报告统计表口径不同）。",
    "自2019年5月15日新《条例》施行以来，累计因信息公开被申请复议{1000-9000}件，本年{recon}件。",
    "全年行政应诉案件{1000-9000}件，其中涉政府信息公开{lit}件，负责人出庭应诉率100%。",
    "政府信息公开行政诉讼{lit}件，未经复议直接起诉{direct}件；复议后起诉{after}件。",
    "recon,lit|未发生因政府信息公开引起的行政复议和行政诉讼。",
    "recon,lit|因政府信息公开引发的复议应诉案件为零。",
    "行政复议中有{recon_corrected}件被纠正，反映出答复质量仍需提高。",
)

SUPERVISED = (
    "举办业务培训{2-7}期，培训{20-900}人次，分值权重{4-8}%。",
    "领导信箱收到来信{100-900}件，{2-6}件仍在办理期内。",
    "上年度问题整改情况：{2-5}个问题均已销号。",
    "国务院办公厅网站普查抽查中未发现单项否决问题，季度自查合格率{95.0-99.9}%。",
)

PROBLEMS = (
    "{y}年工作中还存在不足：一是政策解读形式偏单一；二是个别单位信息更新不及时。下一步，计划举办培训{2-6}期。",
    "当前仍有三个方面的不足。针对{y-1}年提出的问题，本年度已完成整改{2-5}项。",
)

FEES = (
    "{y}年，本机关未收取信息处理费。无其他需要报告的事项。",
    "按《政府信息公开信息处理费管理办法》，全年发出收费通知{2-9}件，收取信息处理费{20-460}元，已上缴财政。",
    "所属{2-14}家事业单位参照有关规定公开信息{30-900}条。",
)

SET = {
    "preamble": (OPENING,),
    "overview": (PROACTIVE, REQUESTS, DISPUTES, SUPERVISED),
    "problems_and_improvements": (PROBLEMS,),
    "other_matters": (FEES,),
}
