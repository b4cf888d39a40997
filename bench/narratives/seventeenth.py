"""The seventeenth set: sentences of a clerk who had never seen the words; placeholders as in `second.py`."""

PROACTIVE = (
    "{y}年，通过政府网站主动公开政府信息{300-900}条，其中政策文件类{20-90}条、财政预决算类{10-60}条、人事招考类{5-40}条。",
    "全年制发行政规范性文件{doc_issued}件，均在印发之日起20个工作日内公开，并同步开展政策解读。",
    "本年度制发规范性文件{doc_issued}件，废止{doc_repealed}件，截至{y}年12月31日现行有效{doc_in_force}件。",
    "doc_repealed|本年度新制发行政规范性文件{doc_issued}件，未废止规范性文件，截至年底现行有效{doc_in_force}件。",
    "doc_issued,doc_repealed|本年度没有制发和废止行政规范性文件，现行有效的行政规范性文件共{doc_in_force}件。",
    "doc_issued|{y}年，我单位未制发行政规范性文件，经清理废止{doc_repealed}件。",
    "现行有效行政规范性文件{doc_in_force}件，其中本年度新制发{doc_issued}件，占{doc_issued%doc_in_force}%。",
    "全年作出行政许可决定{licences}件、行政处罚决定{penalties}件，均在7个工作日内通过信用平台公示。",
    "coercion|严格落实行政执法公示制度，全年办理行政许可{licences}件，作出行政处罚{penalties}件，未实施行政强制。",
    "本年度共办理行政许可{licences|comma}件，比上年减少{2-60}件。",
    "依法公开行政执法结果，其中行政处罚{penalties}件，行政强制{coercion}件。",
    "处理决定数量：行政许可{licences}件，行政处罚{penalties}件，行政强制{coercion}件。",
    "penalties,coercion|本年度没有行政处罚和行政强制事项，作出行政许可决定{licences}件。",
    "licences,penalties,coercion|本年度未作出行政许可、行政处罚、行政强制决定。",
    "行政事业性收费{fees}万元，收费项目、依据和标准均已在网站公示。",
    "fees|截至年底现行有效规范性文件{doc_in_force}件；本年度无行政事业性收费。",
    "坚持政策文件与解读材料同步起草、同步审批、同步发布，全年发布解读{20-90}件，其中图解{5-12}件、视频{2-7}件。",
    "公开人大代表建议答复{3-30}件、政协委员提案答复{3-40}件，公开率100%。",
    "公开重大建设项目信息{5-60}条、政府采购信息{10-90}条、公共资源交易信息{10-90}条。",
    "gov|围绕政府工作报告确定的{20-90}项重点任务，按季度公开落实情况，公开重大行政决策事项{2-9}项。",
    "公开“双随机、一公开”抽查计划{1-6}个，抽查结果{20-300}条。",
)

REQUESTS = (
    "{y}年，共收到政府信息公开申请{received}件，其中自然人申请{natural}件，法人或其他组织申请{organizations}件。",
    "organizations|全年新收政府信息公开申请{received}件，申请人均为自然人。",
    "natural|本年度新收政府信息公开申请{received}件，均由法人或其他组织提出。",
    "本年度新收政府信息公开申请{received}件，上年结转{carried_over}件，共计{received+carried_over}件；截至年底办结{handled}件，结转下年度继续办理{carried_forward}件。",
    "全年共办理政府信息公开申请{received+carried_over}件（含上年结转{carried_over}件），按期答复率100%。",
    "carried_over|全年新收政府信息公开申请{received}件，无上年结转件，年内办结{handled}件，结转下年度{carried_forward}件。",
    "carried_over,carried_forward|{y}年，我单位共受理政府信息公开申请{received}件，全部在法定期限内答复，无结转下年度办理的申请。",
    "carried_forward|本年新收申请{received}件，加上上年度结转的{carried_over}件，共{received+carried_over}件，均已按期办结。",
    "carried_over|全年收到政府信息公开申请{received}件，比上年减少{1-9}件。",
    "全年收到政府信息公开申请{received}件（不含上年结转的{carried_over}件），比{y-1}年增加{received<}件。",
    "carried_forward|{y}年度办结政府信息公开申请{handled}件，结转下年度继续办理0件。",
    "截至{y}年12月31日，尚有{carried_forward}件申请正在办理，结转至{y+1}年度。",
    "全年答复政府信息公开申请{handled}件，较上年增加{handled<}件，未发生逾期答复情形。",
    "从申请方式看，{received}件新收申请中，网络申请{received/3.1}件，信函申请{received/3.2}件，当面申请{received/3.3}件。",
    "申请内容主要涉及征地拆迁、规划审批、社会保障等方面，其中征地拆迁类{received<}件。",
    "从申请人类型看，自然人{natural}件，占{natural%received}%；商业企业{enterprise}件，占{enterprise%received}%。",
    "新收申请中，自然人提出{natural}件，占新收申请总数的{natural%received}%；法人或其他组织提出{organizations}件（其中商业企业{enterprise}件），占{organizations%received}%。",
    "自然人申请{natural}件，比上年减少{1-9}件。",
    "在已办结的{handled}件申请中，予以公开{granted}件，部分公开{partial}件，不予公开{denied}件，无法提供{unavailable}件，不予处理{declined}件，其他处理{other}件。",
    "从办理结果看，予以公开{granted}件，占{granted%handled}%；部分公开{partial}件，占{partial%handled}%；不予公开{denied}件，占{denied%handled}%；无法提供{unavailable}件，占{unavailable%handled}%；不予处理{declined}件，占{declined%handled}%；其他处理{other}件，占{other%handled}%。",
    "partial,declined|办理结果为：予以公开{granted}件，不予公开{denied}件，无法提供{unavailable}件，其他处理{other}件。",
    "denied,declined|办结申请{handled}件，其中予以公开{granted}件、部分公开{partial}件、无法提供{unavailable}件、其他处理{other}件。",
    "partial,denied,declined,other|全年办结{handled}件，其中予以公开{granted}件、无法提供{unavailable}件。",
    "partial,denied,unavailable,declined,other|全年办结政府信息公开申请{handled}件，均予以公开。",
    "partial,declined,other|答复申请{handled}件，其中予以公开{granted}件，不予公开{denied}件，因信息不存在等原因无法提供{unavailable}件。",
    "予以公开（含部分公开）{granted+partial}件，占办结总数的{granted+partial%handled}%。",
    "予以公开{granted}件，占全年答复总量的{granted%handled}%；部分公开{partial}件，主要是对涉及个人隐私的内容作了区分处理。",
    "不予公开{denied}件，其中属于国家秘密{secret}件，保护第三方合法权益{third_party}件，属于三类内部事务信息{internal}件，属于四类过程性信息{process}件，属于行政查询事项{query}件。",
    "不予公开的{denied}件中，因属于过程性信息不予公开{process}件，因涉及第三方合法权益不予公开{third_party}件。",
    "依法不予公开{denied}件，占{denied%handled}%，其中内部事务信息{internal}件、过程性信息{process}件。",
    "secret,third_party|作出不予公开答复{denied}件，其中属于行政查询事项的{query}件，没有以国家秘密、第三方合法权益为由不予公开的情形。",
    "denied|本年度没有作出不予公开决定，予以公开{granted}件。",
    "无法提供{unavailable}件，其中本机关不掌握相关政府信息{not_held}件，没有现成信息需要另行制作{creation}件，补正后申请内容仍不明确{unclear}件。",
    "creation,unclear|无法提供{unavailable}件，均为本机关不掌握相关政府信息。",
    "unclear|无法提供政府信息{unavailable}件（本机关不掌握{not_held}件、没有现成信息需要另行制作{creation}件）。",
    "creation|因不掌握相关政府信息而无法提供的{not_held}件，经补正后申请内容仍不明确的{unclear}件。",
    "不予处理{declined}件，包括信访举报投诉类申请{petition}件、重复申请{repeated}件等。",
    "petition|不予处理{declined}件，其中重复申请{repeated}件，无信访举报投诉类申请。",
    "对以政府信息公开申请的形式进行信访、投诉、举报的{petition}件，告知申请人不作为政府信息公开申请处理。",
    "其他处理{other}件，其中申请人无正当理由逾期不补正{overdue}件，其他情形{residue}件。",
    "因申请人无正当理由逾期不补正，本机关不再处理其政府信息公开申请{overdue}件，占办结数的{overdue%handled}%。",
    "other|年内办结的{handled}件申请中，没有作其他处理的情形。",
    "从时间分布看，一季度新收申请{received/4.1}件，二季度{received/4.2}件，三季度{received/4.3}件，四季度{received/4.4}件。",
    "商业企业提出申请{enterprise}件，占法人或其他组织申请总数的{enterprise%organizations}%。",
    "carried_forward|上年度结转的{carried_over}件申请已于{y}年第一季度全部办结。",
    "新收和上年结转申请共{received+carried_over}件，办结{handled}件，办结率{handled%received+carried_over}%。",
    "予以公开{granted}件，同比减少{1-9}件。",
    "无法提供{unavailable}件，占{unavailable%handled}%，其中本机关不掌握相关政府信息{not_held}件。",
    "需要对现有政府信息进行加工、分析的{creation}件，因没有现成信息，答复申请人无法提供。",
    "对申请人重复提出的{repeated}件申请，告知其不予重复处理。",
    "不予处理{declined}件，占比{declined%handled}%；其他处理{other}件，占比{other%handled}%。",
    "received,carried_over|{y}年，我单位未收到政府信息公开申请，也无上年结转的申请。",
    "received|本年度新收政府信息公开申请0件，上年结转申请{carried_over}件。",
    "接受公民、法人和其他组织电话、现场咨询{30-300}人次。",
)

MANAGEMENT = (
    "修订政府信息公开指南，动态调整主动公开目录{10-90}项。",
    "严格执行“先审查、后公开”制度，全年审查拟公开信息{1000-9000}条，未发生失泄密事件。",
    "推进历史公文属性转化，将{2-9}件依申请公开文件转为主动公开。",
    "集中公开现行有效行政规范性文件{doc_in_force}件，并标注有效性。",
    "对照基层政务公开标准指引，梳理公开事项{12-26}个领域、{200-900}项。",
    "doc_repealed|组织开展规范性文件清理，继续有效{doc_in_force}件，本年度无废止文件。",
)

PLATFORM = (
    "门户网站全年发布各类信息{1000-9000}条，访问量{10.0-90.0}万次。",
    "政务微信公众号推送文章{200-900}篇，关注人数{1.0-30.0}万人；政务微博发布信息{100-900}条。",
    "在政务服务大厅、图书馆、档案馆等场所设立政务公开专区{2-20}个，接待群众查阅{100-900}人次。",
    "受理“局长信箱”、网上留言{50-900}件，均按期回复，办结率100%。",
    "举办“政府开放日”活动{2-6}场，邀请群众代表{30-200}人参加；开展在线访谈{1-6}期。",
    "印发政府公报{4-12}期，免费发放{1000-9000}份。",
)

SUPERVISION = (
    "组织政务公开业务培训{2-6}次，参训{60-400}人次。",
    "开展政务公开监督检查{4-12}次，通报问题{10-60}个，均已整改到位。",
    "本年度收到有关政府信息公开工作的投诉举报0件，未发生责任追究情形。",
    "将政务公开纳入年度绩效考核，分值权重不低于4%，考核单位{10-60}家。",
    "组织社会评议{1-4}次，发放问卷{200-900}份，满意率为{90-97}%。",
    "配备专职工作人员{1-3}名、兼职工作人员{4-30}名，召开专题会议{2-4}次。",
)

DISPUTES = (
    "recon,lit|{y}年，未发生因政府信息公开引起的行政复议和行政诉讼。",
    "recon,lit|本年度发生针对我单位政府信息公开事务的行政复议案0件，行政诉讼案0件。",
    "lit|全年因政府信息公开被申请行政复议{recon}件，无行政诉讼案件。",
    "recon,after|全年因政府信息公开被提起行政诉讼{lit}件，未被申请行政复议。",
    "全年发生政府信息公开行政复议{recon}件、行政诉讼{lit}件。",
    "被申请行政复议{recon}件，比上年减少{1-5}件；被提起行政诉讼{lit}件，比上年增加{lit<}件。",
    "因政府信息公开被申请行政复议{recon}件，其中结果维持{recon_upheld}件，结果纠正{recon_corrected}件，其他结果{recon_other}件，尚未审结{recon_pending}件。",
    "recon_corrected,recon_other,recon_pending|政府信息公开类行政复议{recon}件，结果均为维持。",
    "recon_upheld,recon_corrected,recon_other|本年度收到行政复议案件{recon}件，年底前均尚未审结。",
    "recon_pending|政府信息公开行政复议案件{recon}件均已审结，其中维持{recon_upheld}件，纠正{recon_corrected}件。",
    "recon_corrected|行政复议案件{recon}件，其中维持{recon_upheld}件，占{recon_upheld%recon}%，没有被纠正的案件。",
    "行政复议中被纠正{recon_corrected}件，占行政复议总数的{recon_corrected%recon}%。",
    "因政府信息公开被提起行政诉讼{lit}件，其中未经复议直接起诉{direct}件，复议后起诉{after}件。",
    "after|政府信息公开行政诉讼{lit}件，均为未经复议直接起诉。",
    "direct|政府信息公开行政诉讼{lit}件，均为复议后起诉。",
    "行政诉讼案件{lit}件，其中结果维持{lit_upheld}件、结果纠正{lit_corrected}件、其他结果{lit_other}件、尚未审结{lit_pending}件。",
    "lit_corrected,lit_other,lit_pending|涉及政府信息公开的行政诉讼{lit}件，均获法院支持，结果维持。",
    "lit_corrected|本年度政府信息公开行政诉讼{lit}件，其中结果维持{lit_upheld}件，无结果纠正的案件。",
    "lit_pending|行政诉讼{lit}件全部审结，结果维持{lit_upheld}件，其他结果{lit_other}件。",
    "截至年底，行政复议尚未审结{recon_pending}件，行政诉讼尚未审结{lit_pending}件。",
)

OPENING = (
    "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）要求，由{org}编制本年度报告。报告所列数据的统计期限自{y}年1月1日起至{y}年12月31日止。",
    "本年度报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。",
    "现公布{org}{y}年政府信息公开工作年度报告。如有疑问，请与{org}办公室联系（邮编：{201000-299000}）。",
    "本报告按照《条例》第五十条和国务院办公厅政府信息与政务公开办公室有关格式要求编制，数据统计截至{y}年12月31日。",
)

PROBLEMS = (
    "{y}年，政府信息公开工作取得一定成效，但仍存在一些不足：一是公开内容的时效性有待提高；二是政策解读形式不够丰富，图解、视频类解读仅占{10-40}%。",
    "存在的主要问题：依申请公开办理的规范化水平还需提升，在全年办结的{handled}件申请中，有{handled<}件曾延长答复期限。",
    "{y-1}年度报告中提出的{2-4}个问题均已整改，但个别栏目更新不够及时的问题仍然存在。",
    "主要问题是对政府信息公开申请的研判还不够深入，本年度行政复议中被纠正{recon_corrected}件。",
)

PLANS = (
    "下一步，将加强业务培训，{y+1}年计划组织专题培训{2-4}次，不断提升工作人员业务能力。",
    "下一步，我单位将进一步完善信息发布审核机制，按季度开展栏目自查，全年不少于4次。",
    "针对上述问题，将丰富解读形式，力争{y+1}年多元化解读比例达到{60-90}%。",
)

FEES = (
    "按照《政府信息公开信息处理费管理办法》规定，本年度未收取信息处理费。",
    "{y}年，发出信息处理费收费通知0件，收取信息处理费0元。",
    "本年度没有收取政府信息公开信息处理费。",
)

OTHERS = (
    "{y}年政务公开工作要点明确的{12-40}项任务已全部落实。",
    "统计表“其他处理”中的“3.其他”共{residue}件，均为申请人主动撤回申请。",
    "无其他需要报告的事项。",
    "表中“结转下年度继续办理”的{carried_forward}件，均在法定答复期限内。",
)

SET = {
    "preamble": (OPENING,),
    "overview": (PROACTIVE, REQUESTS, MANAGEMENT, PLATFORM, SUPERVISION, DISPUTES),
    "problems_and_improvements": (PROBLEMS, PLANS),
    "other_matters": (FEES, OTHERS),
}
