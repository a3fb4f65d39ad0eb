"""Questions that the collection does not answer: chit-chat, other matters, and attempts to give orders."""

from __future__ import annotations

import re

_ORDERS = re.compile(
    "(?:请|现在|你|从现在(?:起|开始))*(?:忽略|无视|忘记|忘掉|不要理会|不用管|跳过|ignore|disregard|forget)[^，。,；;！!\\n]{0,30}?(?:指令|提示|规则|设定|要求|限制|约束|说明|instructions?|prompts?|rules?)[^，。,；;：:！!\\n]{0,8}[，。,；;：:！!\\s]*|"
    "(?:从现在(?:起|开始)[，,]?)?(?:你现在是|假装(?:你)?(?:是|成)?|扮演|你是一个|进入[^，。]{0,8}模式)[^，。,；;！!]{0,30}[，。,；;！!]*|"
    "(?:请)?(?:不要|别|不用|无需)(?:给出?|引用|标注|写|加|提供)(?:任何)?(?:引用|出处|来源)[，。,；;！!]*|"
    '(?:直接|只|仅)(?:回答|回复|输出|说)[：:“"]|(?:system|assistant|user|系统)\\s*[:：]|</?(?:system|s|inst|user|assistant)>|\\[/?INST\\]',
    re.IGNORECASE,
)
_SECRETS = re.compile(
    "(?:输出|显示|打印|告诉我|给我看|透露|泄露|重复|复述|展示|说出|公布|翻译|把)[^，。]{0,16}(?:系统提示|提示词|system ?prompt|初始指令|内部指令|上面的指令|你的指令|你的设定|密钥|api ?key|口令)|"
    "(?:系统提示词|系统提示|提示词|system prompt)(?:是什么|内容)|(?:删除|清空|修改|篡改|drop)[^，。]{0,10}(?:数据库|索引|资料库|文件|table)|rm -rf",
    re.IGNORECASE,
)
_GREETING = re.compile(
    "^(?:你好|您好|嗨|哈喽|在吗|在不在|hello|hi|早上好|晚上好|下午好|谢谢|多谢|感谢|再见|拜拜|辛苦了)(?:你|您|啊|呀|了|！|!|。|，|,|～|~|吗|？|\\?)*$|"
    "你(?:是谁|是什么|叫什么|能做什么|会什么|能干什么|能帮我(?:做)?什么|有什么(?:功能|用)|可以做什么|会做什么|怎么用|能回答什么)|^(?:帮助|help|怎么用|使用说明|怎么使用|如何使用)[?？。]?$|可以问(?:你)?(?:什么|哪些)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    "天气|气温|下雨|(?:写|作|来|编|念)(?:一)?(?:首|个|段|篇|封)?[^，。]{0,12}(?:诗|歌词|小说|故事|笑话|代码|程序|脚本|作文|情书|对联|春联|祝福|文案|检讨书)|笑话|python|java(?:script)?|"
    "股票|基金|彩票|炒股|菜谱|好吃|美食|旅游景点|景点|好玩|电影|电视剧|明星|足球|篮球|世界杯|星座|算命|减肥|感冒|看病|吃什么药|翻译(?:成|一下|这)|讲个|唱(?:首|个)?歌|"
    "\\d+\\s*[+*×÷/-]\\s*\\d+\\s*(?:等于|=)|首都是|世界(?:上)?最|圆周率|房价|油价|离婚|结婚|彩礼|遗产|借钱|欠钱|交通事故|劳动仲裁|工伤|社保怎么|公积金怎么|身份证怎么|护照|怎么做菜|红烧|几点了|今天星期|今天几号|"
    "^(?!.*(?:公开|信息|申请|报告|年报)).*(?:(?:高铁|火车|动车|飞机|机|船|门)票(?:价)?[^，。]{0,4}(?:多少|几|怎么|在哪)|(?:高考|中考|考研)[^，。]{0,4}(?:分数线|录取线|成绩|多少分)|房租(?:多少|贵)|二手房)",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    "公开|申请|报告|年报|政务|政府|信息|复议|诉讼|官司|收费|处罚|许可|文件|解读|网站|公众号|微信|微博|公报|培训|会议|领导小组|组长|"
    "措施|问题|不足|改进|渠道|办公室|电话|邮箱|地址|经费|人员|机构|制度|考核|监督|举报|投诉|意见|征集|新媒体|平台|依申请|答复|办结|结转|条例|发布|采购|政务|镇政府|村务|党务|单位|败诉|胜诉"
)
_HOW_TO = re.compile(
    "(?:怎么|如何|怎样|去哪里?|在哪里?)(?:才能|可以|能)?(?:提交|提出|申请|办理|起诉|打官司|投诉|举报|查询|复议)|条例(?:第|里|中|规定)|法律(?:上)?(?:怎么)?规定|(?:多少|几)(?:天|个?工作日|日)(?:内|之内|以内)?(?:必须|应当|要|得)?(?:答复|回复)|什么是|是什么意思"
)
_POINTER = (
    "我只回答已收录的政府信息公开工作年度报告里的内容。可以这样问：某镇2020年收到多少件信息公开申请？"
    "哪些单位没有收到申请？某市行政诉讼败诉几件？某区的联系电话是多少？"
)


def without_orders(question: str) -> str:
    """The question without sentences that try to give the program orders; ``""`` where nothing is left."""
    return _ORDERS.sub("", question).strip(' ，。,；;：:！!”"')


def gives_orders(question: str) -> bool:
    """Whether the question tries to change how it is answered or asks for what must not be shown."""
    return bool(_ORDERS.search(question) or _SECRETS.search(question))


def asks_for_secrets(question: str) -> bool:
    """Whether the program's own instructions are asked for, or harm to the store."""
    return bool(_SECRETS.search(question))


def greets(text: str) -> bool:
    """Whether it is a greeting or asks what can be asked."""
    return bool(_GREETING.search(text))


def is_elsewhere(text: str) -> bool:
    """Whether the question is about matters that no such report deals with."""
    return bool(_ELSEWHERE.search(text))


def is_domain(text: str) -> bool:
    """Whether any word of the domain occurs."""
    return bool(_DOMAIN.search(text))


def asks_the_law(text: str) -> bool:
    """Whether it asks how to proceed or what the law says, which reports do not answer."""
    return bool(_HOW_TO.search(text))


def pointer() -> str:
    """What can be asked, for the reader."""
    return _POINTER
