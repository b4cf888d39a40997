"""Our own sentences, by the matter that they speak of, and a supply that hands them out for a given length.

They say nothing that a reader could take for a fact of the organ: facts come from the examples, whose words are ours,
too.
"""

from collections.abc import Mapping, Sequence

THEMES: dict[str, tuple[str, ...]] = {
    "general": (
        "全年的工作按年初的安排逐月推进。",
        "各科室分头去做，办公室汇总。",
        "材料当月归档，年底装订成册。",
        "需要几个单位一起办的，先开会把分工说清。",
        "这一年人员没有大的变动，工作接得上。",
        "遇到拿不准的事，先问法制机构，再答复来人。",
        "每个季度小结一次，写明做完的和没做完的。",
        "台账一事一行，谁经手谁填写。",
        "凡是能在网上办的，都给出了办理地址。",
        "年初定下的事项到年底都有着落。",
        "会上定的事写成纪要，第二天送到经办人手里。",
        "跨年的事在年初重新交代一遍。",
        "来访的人留下联系方式，办成之后打电话告知。",
        "节假日有人值班，急事当天办。",
        "两个科室口径不一的，由分管负责人定。",
        "出差的人把手上的事交给同组的同事。",
        "每月最后一个星期五对一次数。",
        "做法管用的写进制度，不管用的停掉。",
        "外单位来学习的，带着看现场。",
        "老办法省事的照旧，新办法省时的换上。",
        "先在一个科室试两个月，再铺开。",
        "图表由做统计的同事画，文字由写材料的同事配。",
        "档案室腾出半间屋，放待查的案卷。",
        "复印件盖骑缝章，原件不出门。",
        "打印机坏了三次，换了新的。",
        "有人建议把字印大些，已经照办。",
        "年轻同事编了一个小工具，省去抄写。",
        "退休的老同事回来讲了一课。",
        "表格里的空格逐个填满才算交卷。",
        "凡写到数字的地方，两个人各算一遍。",
        "盖章之前再读一遍。",
        "清单每周更新。",
        "工作照常。",
        "情况平稳。",
        "以上都有记录可查。",
    ),
    "publication": (
        "新出的文件先挂到网上，再送到窗口。",
        "目录里缺的条目补齐了，失效的条目撤下了。",
        "招聘的名额、条件和结果分三次登出。",
        "预算和决算各有一栏，附上看得懂的说明。",
        "许可和处罚的决定在作出之后一周之内上网。",
        "办事指南改了版，把要带的材料列成一张单子。",
        "群众问得最多的事，放在首页最上面。",
        "送到图书馆和档案馆的纸质文本，每月清点一遍。",
        "代表和委员提的意见，连同办理结果一并登载。",
        "领导分工、科室电话有变动的，当天改过来。",
        "补贴发给了谁、发了多少，按批次列表公布。",
        "宣传册放在大厅进门的地方，随取随看。",
        "同一件事只在一处更新，别处用链接指过来。",
        "栏目由专人照看。",
        "没有漏登的。",
    ),
    "requests": (
        "收到来件先登记，再分给承办的科室。",
        "写得不清楚的，打电话问明白想要哪份材料。",
        "答复书写明依据、写明不服时可以找谁。",
        "快到期限的件，系统提前三天提醒。",
        "涉及别家单位的，先发函征求意见，再作决定。",
        "不归本机关管的，告诉来人该向哪里提出。",
        "寄出的答复都留有回执。",
        "几件问的是同一件事的，合在一起说明。",
        "申请人到场的，当面讲解能给的和不能给的。",
        "疑难的件请律师看过再发。",
        "没有逾期的。",
        "都已办完。",
    ),
    "management": (
        "起草时就写明这份文件公开还是不公开，理由附在后面。",
        "发布之前看两遍，一遍看内容，一遍看是否涉密。",
        "旧文件翻出来重看，能公开的改为公开。",
        "不再有效的文件在标题旁边注明。",
        "文件编号连着排，缺号的查明原因。",
        "标准目录按新的职责重排，多余的层级去掉。",
        "电子文本和纸质文本对过，以盖章的为准。",
        "查询的入口放在每一页的右上角。",
        "个人的姓名和号码在登出之前都已隐去。",
        "谁审的、何时审的，都记在单子上。",
        "报送的时限写进了办文的规定。",
        "目录已更新。",
    ),
    "platform": (
        "网站打得开、查得到，手机上字也不小。",
        "点不开的链接每周清一次。",
        "公众号停了两个不常用的，留下的按时更新。",
        "大厅里放了查询机，旁边有人教怎么用。",
        "留言在两个工作日之内有人接。",
        "图解和短片由科室写稿，办公室核对。",
        "报刊上登过的消息，网站也能找到全文。",
        "老年人用的版面去掉了飘窗。",
        "热线接到的问题，整理成问答放到网上。",
        "开放日请居民到窗口走一走，看一件事怎么办成。",
        "直播之后把问答写成文字，供没看到的人查阅。",
        "访问量按月统计。",
        "平台运行正常。",
    ),
    "oversight": (
        "主要负责人听过两次汇报，定下要改的地方。",
        "新来的同事先跟班，再独立办件。",
        "培训讲的是真实的答复书，错在哪里一句一句看。",
        "考核的分数和扣分的原因发给各科室。",
        "查出的问题列成清单，改好一条销一条。",
        "经费列在年初的预算里，年底有结余。",
        "联络员换了人的，名单随即更换。",
        "请来的评估人员不打招呼，从网上看起。",
        "反映工作作风的来信，由另一个科室核查。",
        "责任到人。",
        "全年没有因此追责的。",
    ),
    "problems": (
        "有的栏目更新慢，隔月才有新内容。",
        "解读多是文字，图和例子少。",
        "个别答复书理由写得太简单，来人看不懂。",
        "科室之间传材料靠人跑，容易误期。",
        "懂这项工作的人少，一人请假就接不上。",
        "搜索不好用，输入俗称找不到文件。",
        "有的文件发了，配套的表格没有跟上。",
        "基层窗口对新规定还不熟。",
        "主动向企业问需求做得不够。",
        "深度不够。",
    ),
    "remedies": (
        "下一年先把更新的时限写进各科室的职责。",
        "解读由起草的人来写，用办过的事作例子。",
        "编一本答复书的样例，常见的情形一种一页。",
        "材料改在网上流转，到期自动提醒。",
        "每个科室再培养一名熟手。",
        "给文件加上俗称，让人搜得到。",
        "表格和文件同时发布，缺一样不上线。",
        "到窗口去讲，讲完当场试办一件。",
        "每季度请几家企业来提意见。",
        "年中回头看一遍，没有做到的说明原因。",
        "逐项落实。",
    ),
    "other": (
        "除上面写到的以外，这一年没有别的大事。",
        "收费的标准和办法贴在窗口，网上也查得到。",
        "上级交办的要点逐条做完，附表另存。",
        "与往年口径不同的地方，已在表后注明。",
        "来年的打算另有文件，本报告不再重复。",
        "数据由各科室填报，办公室核过两遍。",
        "需要原始记录的，可到办公室查阅。",
        "其他事项照旧。",
    ),
    "tasks": (
        "按季度报一次进度，年底交一份小结。",
        "先列清单，后定时限，做完一项划去一项。",
        "由牵头的科室写初稿，相关的科室补充。",
        "内容有变化的，三天之内改过来。",
        "请用得着的人试看一遍，看不懂的地方重写。",
        "做法好的，介绍给其他单位。",
        "问题多的栏目，每周看一遍。",
        "完成后写明办结的日期。",
        "需要别的单位提供的，提前半个月去函。",
        "领到任务的当周开一次碰头会。",
        "做完之后请没有参与的人检查。",
        "每月在例会上用五分钟说一说做到哪里。",
        "换了经办人的，把手上的事当面交清。",
        "用过的底稿和终稿放在同一个夹子里。",
        "涉及数字的，注明取自哪张表。",
        "先在一个窗口试一个月。",
        "有了更好的办法，随时可以改用。",
        "遇到困难的，写明卡在哪里，报分管负责人。",
        "年底交一份两页纸的总结。",
        "照片和录音一并归档。",
        "材料留存备查。",
        "逐条核对。",
        "按时完成。",
    ),
    "preamble": (
        "全文分六部分：总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，"
        "存在的主要问题及改进情况，其他需要报告的事项。",
        "有疑问的，可向编制单位询问（地址和电话见本机关网站）。",
        "电子文本登在门户网站上，任何人可以下载。",
        "纸质文本可到查阅点翻看。",
        "欢迎来电来信。",
    ),
}
HEADINGS: dict[str, tuple[str, ...]] = {
    "publication": ("公开了哪些内容",),
    "requests": ("申请怎样办理",),
    "management": ("信息怎样管理",),
    "platform": ("在哪里公开",),
    "oversight": ("由谁督促落实",),
    "problems": ("还差在哪里",),
    "remedies": ("准备怎样改",),
    "other": ("另外说明的事", "再说几句"),
    "general": ("这一年做的事", "接下来的安排", "几项重点"),
}


class Supply:
    """Hands out sentences, each once while others are left; those that carry facts come first."""

    def __init__(self, facts: Mapping[str, Sequence[str]]) -> None:
        self._facts = {theme: list(sentences) for theme, sentences in facts.items()}
        self._left: dict[str, list[str]] = {}
        self._headings: dict[str, list[str]] = {}

    def heading(self, theme: str) -> str:
        """Return a short heading of our own for a part of a section."""
        left = self._headings.setdefault(theme, [])
        if not left:
            left.extend(HEADINGS.get(theme, HEADINGS["general"]))
        return left.pop(0)

    def sentences(self, theme: str, length: int) -> list[str]:
        """Return sentences of about so many Chinese characters in all, at least one; those with facts come first."""
        chosen: list[str] = []
        room = float(length)
        while (fact := self._fact(theme, room)) is not None:
            chosen.append(fact)
            room -= width(fact)
        while room >= 4 or not chosen:
            sentence = self._fitting(theme, room)
            if sentence is None:
                break
            chosen.append(sentence)
            room -= width(sentence)
        return chosen

    @property
    def facts_left(self) -> list[str]:
        """The sentences with facts that have found no room yet."""
        return [sentence for sentences in self._facts.values() for sentence in sentences]

    def _fact(self, theme: str, room: float) -> str | None:
        # A single paragraph often names the problems and what is done about them.
        for name in (theme, "remedies") if theme == "problems" else (theme,):
            facts = self._facts.get(name, [])
            if facts and width(facts[0]) <= room + 2:
                return facts.pop(0)
        return None

    def _fitting(self, theme: str, room: float) -> str | None:
        for name in (theme, "general"):
            fitting = [sentence for sentence in self._unused(name) if width(sentence) <= room + 1]
            if fitting:
                # Where no more than one sentence is wanted, the one that fills the room best; else in their order.
                ends = [sentence for sentence in fitting if room - width(sentence) < 4]
                sentence = max(ends, key=width) if ends else fitting[0]
                self._left[name].remove(sentence)
                return sentence
        return None

    def _unused(self, theme: str) -> list[str]:
        left = self._left.setdefault(theme, [])
        if not left:
            left.extend(THEMES[theme])
        return left


def width(text: str) -> float:
    """Return how many Chinese characters wide a text is, blanks left out."""
    return sum(0.5 if character.isascii() else 1 for character in text if not character.isspace())
