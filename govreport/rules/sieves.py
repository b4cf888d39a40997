"""Which entries of the lists of slips may find something in a text. Generated: python tools/generate.py.

Each entry comes with the text in which its pattern matches if it does anywhere, None if that is the whole. `NEAR` says
how far from which words the matches of an entry lie at most.
"""

from collections.abc import Callable, Mapping

from govreport.rules.nearness import near

Suspects = list[tuple[int, str | None]]


def _holes(t: str) -> Suspects:
    found: Suspects = []
    d0 = near(t, '[\\(\\[“《【〔年（]', 0, 15)
    if 'X' in t or 'x' in t or '×' in t or '□' in t or '△' in t or '○' in t or '◯' in t or '✕' in t or 'Ｘ' in t or 'ｘ' in t:
        found.append((0, None))
    if 'X' in t or 'x' in t or '×' in t or '□' in t or '△' in t or '○' in t or '◯' in t or '✕' in t or 'Ｘ' in t or 'ｘ' in t:
        found.append((1, None))
    if '*' in t or 'X' in t or '_' in t or 'x' in t or '×' in t or '○' in t or '✕' in t or '＊' in t or 'Ｘ' in t or '＿' in t or 'ｘ' in t or '０' in t or '２' in t:
        found.append((2, None))
    if (')' in t or ']' in t or '〕' in t or '第' in t or '\t' in t or ' ' in t or 'X' in t or 'x' in t or '\xa0' in t or '×' in t or '□' in t or '△' in t or '○' in t or '◯' in t or '✕' in t or '\u3000' in t or 'Ｘ' in t or 'ｘ' in t) and ('X' in t or 'x' in t or '×' in t or '□' in t or '△' in t or '○' in t or '◯' in t or '✕' in t or 'Ｘ' in t or 'ｘ' in t):
        found.append((3, None))
    if ('X' in t or 'x' in t or '×' in t or '✕' in t or 'Ｘ' in t or 'ｘ' in t) and ('传' in t or '地' in t or '方' in t or '热' in t or '电' in t or '址' in t or '邮' in t):
        found.append((4, None))
    if 'X' in t or 'x' in t or '×' in t or '□' in t or '△' in t or '○' in t or '◯' in t or '✕' in t or 'Ｘ' in t or 'ｘ' in t:
        found.append((5, None))
    if ('*' in t and ('**' in t or '*＊' in t)) or ('＊' in t and ('＊*' in t or '＊＊' in t)):
        found.append((6, None))
    if 'N' in t or 'n' in t or 'Ｎ' in t:
        found.append((7, None))
    if '?' in t or '…' in t or '⋯' in t or '？' in t:
        found.append((8, None))
    if ('_' in t and ('__' in t or '_＿' in t)) or ('＿' in t and ('＿_' in t or '＿＿' in t)):
        found.append((9, None))
    if ('_' in t and ('__' in t or '_＿' in t)) or ('＿' in t and ('＿_' in t or '＿＿' in t)):
        found.append((10, None))
    if True:
        found.append((11, d0))
    if ('\t' in t or ' ' in t or '\xa0' in t or '\u3000' in t) and ('升' in t or '降' in t or '专' in t or '\t' in t or ' ' in t or '\xa0' in t or '\u3000' in t or '举' in t or '会' in t or '其' in t or '减' in t or '制' in t or '办' in t or '结' in t or '布' in t or '受' in t or '咨' in t or '培' in t or '长' in t or '罚' in t or '议' in t or '强' in t or '投' in t or '案' in t or '到' in t or '取' in t or '文' in t or '新' in t or '活' in t or '申' in t or '留' in t or '稿' in t or '答' in t or '约' in t or '转' in t or '读' in t or '许' in t or '诉' in t or '用' in t or '达' in t or '金' in t):
        found.append((12, None))
    if ('\t' in t or ' ' in t or '\xa0' in t or '\u3000' in t) and ('\t' in t or ' ' in t or '\xa0' in t or '\u3000' in t or '制' in t or '办' in t or '结' in t or '布' in t or '受' in t or '类' in t or '到' in t or '答' in t) and ('件' in t or '文' in t or '策' in t or '申' in t or '份' in t or '条' in t or '篇' in t):
        found.append((13, None))
    if '息' in t or '共' in t or '份' in t or '篇' in t or '合' in t or '总' in t or '累' in t:
        found.append((14, None))
    if '%' in t or '％' in t:
        found.append((15, None))
    if ('\t' in t and '年\t' in t) or (' ' in t and '年 ' in t) or ('\xa0' in t and '年\xa0' in t) or ('\u3000' in t and '年\u3000' in t):
        found.append((16, None))
    if ('\t' in t and '月\t' in t) or (' ' in t and '月 ' in t) or ('\xa0' in t and '月\xa0' in t) or ('\u3000' in t and '月\u3000' in t):
        found.append((17, None))
    if (',' in t and ('年,' in t or '年度,' in t)) or ('度' in t and '年度，' in t) or ('年' in t and '年，' in t):
        found.append((18, None))
    if True:
        found.append((19, d0))
    if True:
        found.append((20, d0))
    if ('告' in t and ('年度政府信息公开工作年度报告' in t or '年度政府信息公开年度报告' in t or '年政府信息公开工作年度报告' in t or '年政府信息公开年度报告' in t)):
        found.append((21, None))
    if ('此' in t and '此处' in t):
        found.append((22, None))
    if ('填' in t and ('待填写' in t or '待填报' in t)) or ('稿' in t and '待定稿' in t) or ('待' in t and '待核实' in t) or ('补' in t and ('待补充' in t or '待补填' in t)):
        found.append((23, None))
    if '单' in d0 or '填' in d0 or '姓' in d0 or '份' in d0 or '字' in d0 or '名' in d0:
        found.append((24, d0))
    return found


def _remarks(t: str) -> Suspects:
    found: Suspects = []
    d0 = near(t, '[\\(\\[【〔（]', 0, 54)
    d1 = near(t, '[\\):\\[\\]】〕）：]', 69, 69)
    d2 = near(t, '[写删填]', 18, 18)
    if True:
        found.append((0, d0))
    if '修' in d0 or '待' in d0 or '确' in d0 or '补' in d0:
        found.append((1, d0))
    if '句' in d0 or '段' in d0 or '面' in d0 or '此' in d0 or '该' in d0 or '这' in d0:
        found.append((2, d0))
    if '步' in d0 or '修' in d0 or '再' in d0 or '应' in d0 or '更' in d0 or '确' in d0 or '还' in d0 or '重' in d0 or '删' in d0 or '改' in d0 or '核' in d0 or '需' in d0 or '须' in d0:
        found.append((3, d0))
    if ('(' in d1 or '[' in d1 or '【' in d1 or '〔' in d1 or '容' in d1 or '情' in d1 or '（' in d1) and ('未' in d1 or '确' in d1 or '出' in d1 or '定' in d1 or '没' in d1 or '更' in d1 or '核' in d1 or '计' in d1):
        found.append((4, d1))
    if '写' in d1 or '稿' in d1 or '意' in d1 or '批' in d1 or '校' in d1 or '者' in d1 or '求' in d1 or '说' in d1:
        found.append((5, d1))
    if '修' in d1 or '写' in d1 or '填' in d1 or '意' in d1 or '稿' in d1 or '批' in d1 or '撰' in d1 or '校' in d1:
        found.append((6, d1))
    if '除' in t or '带' in t or '义' in t or '找' in t:
        found.append((7, None))
    if '(' in t or '?' in t or '【' in t or '？' in t:
        found.append((8, None))
    if (('模' in t and '模板' in t) or '稿' in t or ('范' in t and ('范文' in t or '范本' in t))) and (('报' in t and '年报' in t) or ('告' in t and '报告' in t)):
        found.append((9, None))
    if ('此' in t and '此处' in t) or ('这' in t and '这里' in t):
        found.append((10, None))
    if ('际' in t and '实际' in t) and ('修' in t or '填' in t or '减' in t or '删' in t or '撰' in t or '补' in t or '调' in t):
        found.append((11, None))
    if '(' in d1 or '[' in d1 or '【' in d1 or '〔' in d1 or '（' in d1 or '幅' in d1:
        found.append((12, d1))
    if '(' in d2 or '[' in d2 or '【' in d2 or '〔' in d2 or '无' in d2 or '没' in d2 or '若' in d2:
        found.append((13, d2))
    return found


def _dates(t: str) -> Suspects:
    found: Suspects = []
    d0 = near(t, '[年日月]', 22, 22)
    if True:
        found.append((0, d0))
    if True:
        found.append((1, d0))
    if ('年' in t and '年年' in t):
        found.append((2, None))
    if True:
        found.append((3, d0))
    if '0' in d0 or '1' in d0 or '3' in d0 or '4' in d0 or '5' in d0 or '6' in d0 or '7' in d0 or '8' in d0 or '9' in d0 or '2' in d0:
        found.append((4, d0))
    if True:
        found.append((5, d0))
    if True:
        found.append((6, d0))
    if True:
        found.append((7, d0))
    if '\t' in t or ' ' in t or '\xa0' in t or '\u3000' in t:
        found.append((8, None))
    if True:
        found.append((9, d0))
    if True:
        found.append((10, d0))
    if True:
        found.append((11, None))
    if '-' in t or '.' in t or '/' in t or '－' in t or '．' in t:
        found.append((12, None))
    if '七' in t or '三' in t or '九' in t or '二' in t or '五' in t or '八' in t or '六' in t or '四' in t or '\t' in t or ' ' in t or '\xa0' in t or '\u3000' in t or '十' in t:
        found.append((13, None))
    return found


def _years(t: str) -> Suspects:
    found: Suspects = []
    d0 = near(t, '年', 78, 78)
    if True:
        found.append((0, d0))
    if True:
        found.append((1, d0))
    if (('产' in t and '产生' in t) or ('减' in t and '减免' in t) or ('出' in t and '发出' in t) or ('生' in t and '发生' in t) or ('征' in t and '征收' in t) or ('取' in t and '收取' in t)) and (('处' in t and '处理费' in t) or ('费' in t and '收费' in t) or ('用' in t and '费用' in t)):
        found.append((2, None))
    if '步' in d0 or '断' in d0 or '切' in d0 or '大' in d0 or '强' in d0 or '围' in d0 or '坚' in d0 or '从' in d0 or '抓' in d0 or '续' in d0 or '照' in d0 or '深' in d0 or '着' in d0 or '紧' in d0 or '继' in d0 or '认' in d0 or '点' in d0:
        found.append((3, d0))
    if '严' in d0 or '丰' in d0 or '动' in d0 or '举' in d0 or '优' in d0 or '托' in d0 or '做' in d0 or '健' in d0 or '充' in d0 or '力' in d0 or '面' in d0 or '出' in d0 or '创' in d0 or '定' in d0 or '努' in d0 or '升' in d0 or '及' in d0 or '启' in d0 or '增' in d0 or '完' in d0 or '施' in d0 or '尽' in d0 or '立' in d0 or '设' in d0 or '展' in d0 or '引' in d0 or '打' in d0 or '扩' in d0 or '拓' in d0 or '探' in d0 or '推' in d0 or '高' in d0 or '进' in d0 or '新' in d0 or '更' in d0 or '深' in d0 or '积' in d0 or '组' in d0 or '细' in d0 or '合' in d0 or '筹' in d0 or '聚' in d0 or '落' in d0 or '范' in d0 or '逐' in d0 or '过' in d0 or '针' in d0:
        found.append((4, d0))
    if '思' in t or '打' in t or '划' in t:
        found.append((5, None))
    return found


def _dates_outside(t: str) -> Suspects:
    found: Suspects = []
    d0 = near(t, '年', 36, 36)
    if ('举' in d0 and ('举办' in d0 or '举行' in d0)) or ('参' in d0 and '参加' in d0) or ('召' in d0 and '召开' in d0) or ('展' in d0 and '开展' in d0) or ('组' in d0 and '组织' in d0):
        found.append((0, d0))
    if ('举' in d0 and ('举办' in d0 or '举行' in d0)) or ('参' in d0 and '参加' in d0) or ('召' in d0 and '召开' in d0) or ('展' in d0 and '开展' in d0) or ('组' in d0 and '组织' in d0):
        found.append((1, d0))
    return found


def _changes(t: str) -> Suspects:
    found: Suspects = []
    d0 = near(t, '年', 102, 102)
    d1 = near(t, '[\\(（]', 97, 97)
    d2 = near(t, '年', 117, 117)
    d3 = near(t, '(?:结转)', 128, 128)
    if True:
        found.append((0, d0))
    if True:
        found.append((1, d1))
    if '从' in t or '由' in t:
        found.append((2, None))
    if True:
        found.append((3, d2))
    if ('转' in t and '结转' in t) and (('受' in t and '受理' in t) or ('接' in t and '接收' in t) or ('到' in t and '收到' in t) or ('新' in t and '新收' in t)):
        found.append((4, None))
    if ('转' in d3 and '结转' in d3) and (('受' in d3 and '受理' in d3) or ('接' in d3 and '接收' in d3) or ('到' in d3 and '收到' in d3) or ('新' in d3 and '新收' in d3)):
        found.append((5, d3))
    return found


def _articles(t: str) -> Suspects:
    found: Suspects = []
    if '第' in t and ('例' in t and '条例' in t) and (('告' in t and ('年度工作报告' in t or '年度报告' in t)) or ('报' in t and '年报' in t) or ('本' in t and '本报告' in t)):
        found.append((0, None))
    if '第' in t and ('例' in t and '条例' in t) and ('制' in t or '成' in t or '撰' in t or '汇' in t or '写' in t or '编' in t):
        found.append((1, None))
    return found


def _numbering(t: str) -> Suspects:
    found: Suspects = []
    d0 = near(t, '[\\(（]', 0, 4)
    d1 = near(t, '[\\)\\.、）．]', 5, 5)
    if True:
        found.append((0, None))
    if '第' in t:
        found.append((1, None))
    if '(' in d1 or '（' in d1 or '七' in d1 or '三' in d1 or '九' in d1 or '二' in d1 or '五' in d1 or '八' in d1 or '六' in d1 or '十' in d1 or '四' in d1:
        found.append((2, d1))
    if True:
        found.append((3, d1))
    if True:
        found.append((4, d0))
    if '①' in t or '②' in t or '③' in t or '④' in t or '⑤' in t or '⑥' in t or '⑦' in t or '⑧' in t or '⑨' in t or '⑩' in t:
        found.append((5, None))
    return found


def _broken(t: str) -> Suspects:
    found: Suspects = []
    if True:
        found.append((0, None))
    if '与' in t or '及' in t or '和' in t or '如' in t or '并' in t or '步' in t or '了' in t or '据' in t or '照' in t or '做' in t or '于' in t or '是' in t or '别' in t or '大' in t or '强' in t or '包' in t or '同' in t or '因' in t or '围' in t or '根' in t or '比' in t or '由' in t or '针' in t:
        found.append((1, None))
    if '\n' in t:
        found.append((2, None))
    if '\n' in t and ('与' in t or '及' in t or '和' in t or '并' in t or '了' in t or '是' in t or '别' in t or '同' in t or '因' in t or '于' in t or '由' in t):
        found.append((3, None))
    if True:
        found.append((4, None))
    if True:
        found.append((5, None))
    if '《' in t:
        found.append((6, None))
    if '“' in t:
        found.append((7, None))
    if ',' in t or '、' in t or '：' in t or '；' in t or '。' in t or '，' in t:
        found.append((8, None))
    return found


def _doubled(t: str) -> Suspects:
    found: Suspects = []
    if True:
        found.append((0, None))
    if True:
        found.append((1, None))
    return found


def _form_of_2019(t: str) -> Suspects:
    found: Suspects = []
    if ('函' in t and '国办公开办函' in t) and ('9' in t or '９' in t or '１' in t or '０' in t or '２' in t) and (('6' in t and '60' in t) or ('０' in t and '6０' in t) or ('６' in t and ('６0' in t or '６０' in t))):
        found.append((0, None))
    if '(' in t or '》' in t or '试' in t:
        found.append((1, None))
    if (('令' in t and '国令' in t) or ('务' in t and '国务院令' in t)) and '第' in t and ('9' in t and '492' in t):
        found.append((2, None))
    return found


def _form_of_2021(t: str) -> Suspects:
    found: Suspects = []
    if ('函' in t and '国办公开办函' in t) and (('3' in t and '30' in t) or ('０' in t and '3０' in t) or ('３' in t and ('３0' in t or '３０' in t))) and ('1' in t or '１' in t or '２' in t or '０' in t):
        found.append((0, None))
    if (('令' in t and '国令' in t) or ('务' in t and '国务院令' in t)) and '第' in t and ('9' in t and '492' in t):
        found.append((1, None))
    return found


def _identity_numbers(t: str) -> Suspects:
    found: Suspects = []
    if '8' in t or '9' in t or '８' in t or '９' in t or '0' in t or '０' in t or '１' in t or '２' in t:
        found.append((0, None))
    if ('居' in t and '居民证' in t) or ('证' in t and '证件号' in t) or ('身' in t and ('身份号码' in t or '身份证' in t)):
        found.append((1, None))
    return found


def _mobile_numbers(t: str) -> Suspects:
    found: Suspects = []
    if True:
        found.append((0, None))
    if ('8' in t and '86' in t):
        found.append((1, None))
    return found


def _other_organs(t: str) -> Suspects:
    found: Suspects = []
    d0 = near(t, '(?:中(?:心(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|乡(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|办(?:事(?:处(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|公(?:室(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|厅(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|大(?:队(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|委(?:员(?:会(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|局(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|所(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|支(?:队(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|政(?:府(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|站(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|管(?:委(?:会(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))))|街(?:道(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|镇(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|院(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))', 55, 55)
    d1 = near(t, '(?:中(?:学(?:将|拟|要|计划)|心(?:将|拟|要|计划))|医(?:院(?:将|拟|要|计划))|厅(?:将|拟|要|计划)|大(?:队(?:将|拟|要|计划))|委(?:员(?:会(?:将|拟|要|计划)))|学(?:校(?:将|拟|要|计划))|小(?:学(?:将|拟|要|计划))|局(?:将|拟|要|计划)|支(?:队(?:将|拟|要|计划)))', 37, 37)
    d2 = near(t, '(?:乡|街道|镇)', 40, 40)
    d3 = near(t, '(?:产生|发[出生]|收取)', 77, 77)
    d4 = near(t, '年', 43, 43)
    if '由' in t and ('告' in t and '报告' in t) and ('据' in t or '照' in t or '根' in t or '汇' in t or '组' in t or '编' in t or '负' in t or '起' in t):
        found.append((0, None))
    if (('布' in t and ('公布' in t or '发布' in t)) or ('成' in t and '形成' in t) or ('现' in t and '现将' in t) or ('编' in t and '编制' in t)) and (('息' in t and ('年信息公开' in t or '年政府信息公开' in t)) or ('度' in t and ('年度信息公开' in t or '年度政府信息公开' in t))):
        found.append((1, None))
    if '可' in t or '单' in t or '门' in t or '与' in t or '向' in t or '系' in t:
        found.append((2, None))
    if '步' in d0 or '断' in d0 or '切' in d0 or '强' in d0 or '续' in d0 or '着' in d0 or '继' in d0 or '认' in d0:
        found.append((3, d0))
    if '学' in d1 or '心' in d1 or '医' in d1 or '厅' in d1 or '员' in d1 or '队' in d1 or '小' in d1 or '局' in d1 or '拟' in d1 or '支' in d1 or '划' in d1:
        found.append((4, d1))
    if ('乡' in d2 or ('街' in d2 and '街道' in d2) or '镇' in d2) and ('步' in d2 or '断' in d2 or '严' in d2 or '丰' in d2 or '动' in d2 or '举' in d2 or '优' in d2 or '托' in d2 or '做' in d2 or '健' in d2 or '充' in d2 or '力' in d2 or '面' in d2 or '出' in d2 or '切' in d2 or '创' in d2 or '定' in d2 or '强' in d2 or '努' in d2 or '升' in d2 or '及' in d2 or '启' in d2 or '增' in d2 or '安' in d2 or '完' in d2 or '施' in d2 or '将' in d2 or '拓' in d2 or '推' in d2 or '提' in d2 or '尽' in d2 or '引' in d2 or '打' in d2 or '扩' in d2 or '拟' in d2 or '续' in d2 or '探' in d2 or '进' in d2 or '新' in d2 or '更' in d2 or '深' in d2 or '着' in d2 or '积' in d2 or '组' in d2 or '细' in d2 or '合' in d2 or '筹' in d2 or '继' in d2 or '聚' in d2 or '落' in d2 or '范' in d2 or '认' in d2 or '逐' in d2 or '过' in d2 or '针' in d2):
        found.append((5, d2))
    if '断' in d4 or '严' in d4 or '学' in d4 or '心' in d4 or '习' in d4 or '入' in d4 or '面' in d4 or '切' in d4 or '医' in d4 or '员' in d4 or '围' in d4 or '坚' in d4 or '队' in d4 or '始' in d4 or '小' in d4 or '扎' in d4 or '续' in d4 or '支' in d4 or '积' in d4 or '紧' in d4 or '认' in d4 or '视' in d4:
        found.append((6, d4))
    if (('产' in d3 and '产生' in d3) or ('出' in d3 and '发出' in d3) or ('生' in d3 and '发生' in d3) or ('取' in d3 and '收取' in d3)) and (('处' in d3 and '处理费' in d3) or ('费' in d3 and '收费' in d3) or ('用' in d3 and '费用' in d3)):
        found.append((7, d3))
    if ('我' in t and ('我乡' in t or '我街道' in t or '我镇' in t)):
        found.append((8, None))
    return found


SIEVES: Mapping[str, Callable[[str], Suspects]] = {
    "holes": _holes,
    "remarks": _remarks,
    "dates": _dates,
    "years": _years,
    "dates-outside": _dates_outside,
    "changes": _changes,
    "articles": _articles,
    "numbering": _numbering,
    "broken": _broken,
    "doubled": _doubled,
    "form-of-2019": _form_of_2019,
    "form-of-2021": _form_of_2021,
    "identity-numbers": _identity_numbers,
    "mobile-numbers": _mobile_numbers,
    "other-organs": _other_organs,
}

NEAR: Mapping[tuple[str, int], tuple[str, int, int]] = {
    ("changes", 0): ('年', 102, 102),
    ("changes", 1): ('[\\(（]', 97, 97),
    ("changes", 3): ('年', 117, 117),
    ("changes", 5): ('(?:结转)', 128, 128),
    ("other-organs", 3): ('(?:中(?:心(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|乡(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|办(?:事(?:处(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|公(?:室(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|厅(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|大(?:队(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|委(?:员(?:会(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|局(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|所(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|支(?:队(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|政(?:府(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|站(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|管(?:委(?:会(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))))|街(?:道(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))|镇(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步)))|院(?:将(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))|要(?:不断|切实|加强|强化|持续|着力|继续|认真|进(?:一步))))', 55, 55),
    ("other-organs", 4): ('(?:中(?:学(?:将|拟|要|计划)|心(?:将|拟|要|计划))|医(?:院(?:将|拟|要|计划))|厅(?:将|拟|要|计划)|大(?:队(?:将|拟|要|计划))|委(?:员(?:会(?:将|拟|要|计划)))|学(?:校(?:将|拟|要|计划))|小(?:学(?:将|拟|要|计划))|局(?:将|拟|要|计划)|支(?:队(?:将|拟|要|计划)))', 37, 37),
    ("other-organs", 5): ('(?:乡|街道|镇)', 40, 40),
    ("other-organs", 7): ('(?:产生|发[出生]|收取)', 77, 77),
}
