"""What stands around a report on a page and belongs to the page: navigation, data of the page, feedback forms."""

import re

_LONGEST = 60
# What a page says of itself between the title and the text.
_HEAD = re.compile(
    r"(?:当前位置|您(?:现在)?(?:所在|的位置)|现在位置|首页|网站首页|返回|发布(?:时间|日期|机构|单位)|发文(?:机关|单位|日期|字号)|成文日期|生成日期"
    r"|公开(?:日期|时间|责任部门|主体|形式|方式|类别)|信息(?:来源|分类|类别|索引)|来源|文章来源|稿源|作者|编辑|责任编辑|审核|时间|日期|更新时间"
    r"|字体|字号|浏览|点击|阅读|访问|打印|分享|收藏|关闭|索引号|索引|主题(?:分类|词)"
    r"|文号|名称|有效性|体裁|组配分类|保护视力|视力保护|大中小|大 ?中 ?小"
    r"|【?字体|\[?字体|【|无障碍|语音|长者|繁体|简体|English|A\+|扫一扫|微信|微博|机构分类|关键词"
    r"|内容概述|公开范围|公开时限|所属)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:留言|纠错|我要纠错|错误类|上一(?:篇|条|页)|下一(?:篇|条|页)|前一篇|后一篇|相关(?:链接|附件|文档|文章|新闻|解读|信息|稿件|阅读)|附件(?:下载|[:：\d])"
    r"|附件$|打印|关闭|【|分享|收藏|扫一扫|版权|主办|承办|协办|技术支持|网站(?:地图|标识|声明|备案)|联系我们|关于我们|友情链接|返回|回到|顶部|TOP"
    r"|责任编辑|编辑[:：]|审核[:：]|信息来源|来源[:：]|文章来源|浏览|点击(?:数|量)|阅读|访问量|字体|网友评论|发表评论|用户评价|您的(?:姓名|评价)|使用说明"
    r"|政府网站|为(?:您|了方便)|是否(?:有帮助|解决)|copyright|©|.{0,20}ICP备|.{0,20}公网安备|中文域名|建议使用|推荐使用|地址[:：]|邮编[:：]|电话[:：]"
    r"|微信公众号|官方微(?:信|博)|国务院部门|各省|市直部门|区县|登录|注册|意见反馈|无障碍|长者助手)",
    re.IGNORECASE,
)


def is_page_data(text: str) -> bool:
    """Tell whether a line before the report's text is data of the page rather than text."""
    return len(text) <= _LONGEST * 2 and "。" not in text and (_HEAD.match(text) is not None or ">" in text)


def ends_report(text: str) -> bool:
    """Tell whether a line behind the report's last section belongs to the page: so does all that follows."""
    return len(text) <= _LONGEST and not text.endswith("。") and _TAIL.match(text) is not None
