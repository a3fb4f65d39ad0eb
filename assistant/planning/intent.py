"""What a question wants done: the operation, the kind of answer, and the condition on a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.planning.conditions import MEASURE, read_condition
from assistant.planning.query import Condition, Operation, Wanted

_UNIT = "(?:镇街|乡镇|厅局|委办局|镇|乡|街道|县区|区县|区|县|市|省|局|厅|委|单位|部门|地方|政府|机关|报告|年报|家|地区|地)"
_NUMBER = re.compile(
    rf"多少(?!钱)|多远|(?<!哪)几(?={MEASURE})|(?:数量|总数|件数|条数|人数|次数|数目|总量|数额|(?:粉丝|用户|阅读|浏览|访问|点击|关注|订阅|播放)[数量])|几何|第几"
)
_WHICH_BODY = re.compile(
    rf"(?:哪|那)(?:一|些|几|两|三)?(?:个|些|家|份|座)?{_UNIT}|哪家|谁家|(?:以[上下内]|不足|不到|超过|[少多大小高低]于|没|未|过|最[多少高低])[^，。]{{0,12}}的(?:镇街|乡镇|县区|区县|镇|乡|街道|县|区|市|局|单位|部门)[?？。]?$|有没有(?:哪个|哪些|任何)?{_UNIT}|(?:没|未|不曾|从来|过)[^，。]{{0,12}}的(?:都)?(?:有|是)(?:哪|谁)|{_UNIT}(?:都|分别|一共)?(?:有|是)(?:哪|谁)|有{_UNIT}.*(?:吗|过)"
)
_MANY = re.compile(
    rf"(?:各(?:个)?|其他(?:的)?|每(?:一)?(?:个|家|份)?|所有(?:的)?|全部(?:的)?|这(?:些|几|[两三四五六七八九十\d]+)(?:个|家|份)?){_UNIT}|(?<![第哪几])[两三四五六七八九十](?:个|家){_UNIT}(?!工作)|(?<![第哪几十])[两三四五六](?:镇|乡|县|区|市(?![场民])|局)"
)
_COUNT_BODIES = re.compile(
    rf"(?<!哪)(?:几|多少)(?:个|家){_UNIT}(?!工作人员)|(?<!哪)(?:几|多少)(?:家|份(?:年报|报告))|{_UNIT}(?:一共|总共|共|都)?(?:有|是)(?:几|多少)(?:个|家)"
)
_RELEVANT = re.compile(
    "提到|(?:里|中|上|报告|年报)说|说过|说到|写到|讲到|谈到|提过|讲过|提及|写过|写明|写了|说了|使用了|介绍了|承认|反映|采用|明确"
)


@dataclass(frozen=True, slots=True)
class Intent:
    """The operation as far as words tell; ``figure`` is true where a number is asked for."""

    operation: Operation
    wanted: Wanted
    condition: Condition | None
    figure: bool
    across: bool
    """Whether the words ask across bodies (哪些镇, 各单位, 一共) and not about one."""


_WANTED: tuple[tuple[Wanted, str], ...] = (
    (Wanted.MOBILE, "手机(?:号|号码)"),
    (Wanted.EMAIL, "邮箱|电子邮件|e-?mail|电邮"),
    (Wanted.POSTCODE, "邮编|邮政编码"),
    (
        Wanted.PHONE,
        "(?<!多少个)(?<!几个)(?<!多少通)(?<!几通)(?<!多少)(?:电话(?!(?:来)?(?:问|咨询|反映)(?:的|了|啥|什么))(?![^，。]{0,8}(?:多少|几)[个通次条件])|热线(?![^，。]{0,12}(?:多少|几)[个通次条件期场档人位]))|联系方式|怎么联系|如何联系|座机|号码是|传真号|传真(?!申请|方式|渠道|收|提)[^，。]{0,3}多少(?![件份个])|传真(?:是|有)?(?:什么|吗)?[?？]?$",
    ),
    (
        Wanted.WEBSITE,
        "网址|网站地址|(?:网站|链接)是(?:什么|多少)|域名|哪个网站|什么网站|哪里下载|哪里(?:能|可以)(?:看|查)到",
    ),
    (
        Wanted.DATE,
        (
            "什么时候|何时|哪一?天|几月几?[日号]|哪年哪月|什么时间|落款|日期|哪一日|几号|截止时间|截至(?:到)?哪|(?:发布|公布|成文|落款|签发)(?:日期|时间)|"
            "哪(?:一|个)?年(?:哪(?:一)?个?月)?[^，。多少高低最]{0,4}(?:开通|上线|成立|建成|启用|注册|设立|开设|建立|出台|施行|实行|开始)|哪(?:一)?个?月"
        ),
    ),
    (Wanted.NAME, "叫什么(?!职)|叫啥|名称是|名字|什么名称|名称叫"),
    (Wanted.PERSON, "谁|哪位|(?<!没)什么人|哪个领导|哪一位"),
    (
        Wanted.REASON,
        "为什么|为何|为啥|[栽出差输错败卡]在(?:什么|哪)(?:地方|里|儿)?|什么原因|原因是|怎么会|啥原因|缘故|怎么(?:没|不|这么|那么|老|总)(?!样)|因为(?:什么|啥)",
    ),
    (
        Wanted.ADDRESS,
        "地址|在哪里|在哪儿|(?<![栽出差输错败坏卡])在什么地方|什么地方办公|位于哪|哪条路|设在哪里",
    ),
    (
        Wanted.OFFICE,
        "哪个部门|哪些?个?科室|(?:科室|股室|处室)(?:是|叫)(?:哪|什么)|(?:负责|牵头|主管)的?(?:科室|股室|处室|部门|机构)(?:是|叫)|什么部门|由谁负责|哪个机构|哪个办公室|设在哪|哪个单位负责|那一?[件个次起宗家][^，。]{0,6}是哪一?[个家](?:单位|部门|机关|局)|什么机构|哪个股室|牵头部门",
    ),
    (Wanted.SHARE, "百分之几|占比|比例|百分比|比重|几成|多大比|率(?:是|为|有|多少|达|$)|占.{0,14}多少"),
    (
        Wanted.MONEY,
        "多少钱|多少元|多少万元?|金额|几块钱|几元|几万元?|(?:经费|费用|收入|支出|预算)(?:是|为|有)?多少",
    ),
)
_LISTING = re.compile(
    "哪些|有什么|什么(?:渠道|方式|内容|措施|问题|不足|做法|困难|要求|原则|工作|活动|制度|经验)|哪[几两三四五六七八九十]|"
    "[几多少]+(?:个)?(?:方面|项措施|点|类|种(?:方式|渠道)?|个部分|项工作|条措施)|措施|渠道|怎么改进|如何改进|分别是什么|指什么|指的是|包括什么|不足|问题(?!.*多少)|做法|原则是|三个.{1,8}(?:是|指)|是什么"
)
_YES_NO = re.compile(
    "有没有|有无|是否|是不是|能不能|会不会|要不要|用不用|需不需要|可不可以|对吧|对吗|对不对|是吧|(?:吗|(?<![什怎那这多要])么|没有|没|了没|否)[?？。]?$|吗[,，?？]"
)

_ADDED_UP = "加一块|合一块|一共|总共|合计|加起来|总和|共计|总计|累计|加一起|合起来|总数(?!变)"
_WHO_MOST = "哪一?(?:个|家|年)[^，。]{0,14}最[多少高低大小]"
_RULES: tuple[tuple[Operation, str], ...] = (
    (
        Operation.CONFLICTS,
        "(?:数字|数据|数目|表格|正文|报告|年报|前后|图表|表里|口径)[^，。]{0,12}(?:矛盾|对不上|不一致|不一样|打架|不相符|不符|冲突|对不拢)|自相矛盾|前后(?:矛盾|不一)",
    ),
    (
        Operation.COLLECTION,
        r"^(?:你们?|系统|库里|这里)?(?:有没有|有)(?:收录)?的?(?:报告|年报)(?:吗|么)?[？?]?$|有的(?:报告|年报)的?(?:都)?(?:有|是)?(?:哪|谁)|的(?:报告|年报)(?:都|一共)?有(?:哪些|哪几(?:份|个|家)|几份|多少份?)[？?。]?$|最新的(?:报告|年报)|(?:报告|年报)(?:都)?是哪一?年|收(?:录)?(?:了|着|有)?(?:些)?(?:哪些|哪几)(?:个|家)?(?:单位|地方|镇|县|区|市|局|部门|机关)?[^，。申信]{0,8}(?:报告|年报)|(?<![书册编录])收录(?!了?的?(?:多少|几|哪些)?(?:条|件|户|篇|项|款|题|册|人|幅|部|则|宗|个问|份(?![报年？?吗]|$)))|(?:资料库|数据库|库|系统|你)(?:里|中|这里|这儿|们)?(?:现在|目前|都|一共|总共)*有(?:哪些|几份|多少|什么|哪几)[^申信诉]{0,12}(?:报告|年报|镇|单位)|有(?:哪些|几份|多少份|哪几份?)[^提说写申收公]{0,8}(?:报告|年报)(?!(?:里|中|上|都)?(?:没|未|收|出|有|写|提|说|公开|数|前后|自相|不|被|超|矛盾|对不))|有[^，。]{1,12}(?:哪几年|哪些年份?|几年)的?(?:报告|年报)|(?:几|多少)份(?:报告|年报)(?![里中])|(?:覆盖|包含|涵盖)(?:了)?(?:哪些|几个|多少)(?:年|镇|单位)",
    ),
    (
        Operation.GROWTH,
        "(?:增长|增加|增|涨|上升|升高|升|下降|降低|降|减少|减|多(?!少)|(?<!多)少)了?(?:有)?[^，。占]{0,4}(?:百分之|几成|几个百分点)|(?:增长|增加|涨|上升|下降|降低|减少)[^。占]{0,12}(?:百分比|百分率)",
    ),
    (
        Operation.AVERAGE,
        "^(?!.*(?:变化|趋势|走势|多久|多长|几天|多少天|几个工作日|多少个工作日)).*(?:平均|均值|人均)",
    ),
    (
        Operation.TREND,
        f"变化(?!率)|趋势|走势|逐年|越来越|(?:怎么|如何|怎样)变|一年(?:比一年|更比一年|年)|^(?!.*(?:{_ADDED_UP}|{_WHO_MOST})).*(?:历年|这些年|每年(?!底)|各年|这几年|近几年|近年来)",
    ),
    (
        Operation.RANK,
        "排名|排序|排个|排列|从高到低|从多到少|由高到低|由多到少|从低到高|从少到多|(?<!年)前(?:[两三四五六七八九十]|\\d+)(?:名|位|个|的)?(?!年)|排第几|第几名|依次",
    ),
    (
        Operation.SHARE,
        "占比|比例|百分之几|百分比|比重|几成|占[^，。]{0,16}(?:多少|多大|几)|(?:公开|纠错|纠正|败诉|维持|胜诉|办结|按时办结|答复|不予公开|结转)率|分之几",
    ),
    (
        Operation.GROWTH,
        "同比|变化率|增长率|增长(?!点)|增幅|降幅|环比|涨幅|(?:比|较|跟|和|与)(?:上年|上一年度?|去年|前一年|前年|往年|20\\d\\d年?)(?:度)?(?:相比|比)?[^，。]{0,14}(?:增|涨|降|减|升|多|少|变化|上升|下降)|涨了|翻了|(?:多|增加?|涨|升高?)了?还是(?:变)?(?:少|减少?|跌|降低?)|是增是减|是涨是跌|是多是少|有没有变(?:多|少)|(?:下降|减少|增加|增长|上升|变多|变少|涨|降)(?:了)?(?:吗|没有|没|还是)|增加了(?:多少|几|百分)|减少了(?:多少|几|百分)|下降了(?:多少|几|百分)",
    ),
    (Operation.MAXIMUM, "最多|最高|最大|居首|第一(?!季|条|款|项|章|部|个|批)|数量之最"),
    (Operation.MINIMUM, "最少|最低|最小|垫底"),
    (
        Operation.DIFFERENCE,
        "差多少|相差|差距|多多少|少多少|多出|[多少](?:了|收|公开|办)*(?:几|多少)(?:件|条|次|个|元|人|倍|万)|差(?:了)?(?:几|多少)|比[^，。]{1,16}(?:多|少)(?:了)?(?:几|多少)",
    ),
)
_ITEMS_CHANGE = re.compile(
    "(?:许可|处罚|强制|收费|管理服务)[^，。件]{0,6}(?:事项|项目)[^，。件]{0,16}(?:增|减|多了|少了)|(?:许可|处罚|强制|收费|管理服务)[^，。件]{0,16}(?:增减(?!了?(?:多少|几)件)|(?:增加|减少|增|减|多|少)了?(?:多少|几)(?:个)?(?:项|事项))"
)
"""The column 本年增/减 of 表二 in the format for 2019 and 2020, a figure of one report."""
_COMPARE = re.compile(
    "谁|哪个|哪家|哪边|哪一个|分别|各(?:是|有|自|收|公开|发布|发|办|几|多少|为)|各$|对比|比较|相比|比呢|更[多少高低]|还是|差别|区别|哪(?:一|个)?年|(?:超过|高于|低于|多于|少于|不如)(?!了?\\d)|"
    "(?<!占)比(?![例重较])[^，。]{0,20}?(?:多|少(?!数|年)|高|低|大(?!多|家)|小)"
)
_WHICH_YEAR = re.compile("哪(?:一|个)?年")
_LESS = re.compile("[少低](?:些|一点|一些|的)?(?:是|$|[?？。，,吗呢])")
_SUM = re.compile(f"{_ADDED_UP}|共(?=收|公开|发|办|有)")


def read_intent(text: str) -> Intent:
    """What the words of a question (squeezed) ask for, before it is known how many reports it is about."""
    operation = next((op for op, pattern in _RULES if re.search(pattern, text)), Operation.NARRATIVE)
    if operation in (Operation.GROWTH, Operation.DIFFERENCE) and _ITEMS_CHANGE.search(text):
        operation = Operation.NARRATIVE
    which = bool(_WHICH_BODY.search(text))
    across = (
        which
        or bool(_MANY.search(text))
        or bool(_COUNT_BODIES.search(text))
        or operation is Operation.COLLECTION
    )
    wanted = read_wanted(text)
    figure = bool(_NUMBER.search(text) or _ITEMS_CHANGE.search(text)) or wanted in (
        Wanted.MONEY,
        Wanted.SHARE,
    )
    return Intent(operation, wanted, read_condition(text), figure, across)


def read_wanted(text: str) -> Wanted:
    """The kind of answer that the question words ask for."""
    for wanted, pattern in _in_order(text):
        if re.search(pattern, text) and not (
            wanted is Wanted.PERSON and re.search('谁.{0,12}[多少高]|[“"].*谁.*[”"]|谁.谁', text)
        ):
            return wanted
    if _WHICH_BODY.search(text) and not re.search("哪(?:一)?(?:些|个|家)(?:单位|部门)", text):
        return Wanted.BODIES
    if re.search("几(?:个)?方面|几点|几类|几大|哪[几两三四五六七八九十]|哪些", text):
        return Wanted.ENUMERATION
    if _NUMBER.search(text):
        return Wanted.NUMBER
    if _YES_NO.search(text):
        return Wanted.YES_NO
    return Wanted.ENUMERATION if _LISTING.search(text) else Wanted.TEXT


_CONTACT_DATA = {Wanted.EMAIL, Wanted.POSTCODE, Wanted.PHONE, Wanted.WEBSITE, Wanted.ADDRESS}


def _in_order(text: str) -> list[tuple[Wanted, str]]:
    """The kinds in order of preference, contact data in the order in which they are asked for."""

    def place(entry: tuple[Wanted, str]) -> int:
        match = re.search(entry[1], text) if entry[0] in _CONTACT_DATA else None
        return match.start() if match else -1

    asked = iter(sorted((entry for entry in _WANTED if place(entry) >= 0), key=place))
    return [next(asked) if place(entry) >= 0 else entry for entry in _WANTED]


def further_wanted(text: str, first: Wanted) -> tuple[Wanted, ...]:
    """Contact data that is asked for beside ``first`` (电话和邮箱)."""
    if first not in _CONTACT_DATA:
        return ()
    kinds = [kind for kind, pattern in _in_order(text) if kind in _CONTACT_DATA and re.search(pattern, text)]
    return tuple(kind for kind in kinds if kind is not first)


def asks_yes_no(text: str) -> bool:
    """Whether a yes or a no answers."""
    return bool(_YES_NO.search(text))


def asks_comparison(text: str) -> bool:
    """Whether several bodies or years are to be put side by side."""
    return bool(_COMPARE.search(text))


def asks_less(text: str) -> bool:
    """Whether of several the one with less is asked for (哪年罚得少)."""
    return bool(_LESS.search(text))


def asks_which_year(text: str) -> bool:
    """Whether a year is asked for (哪一年)."""
    return bool(_WHICH_YEAR.search(text))


def asks_amount(text: str, intent: Intent) -> bool:
    """Whether an amount is asked for, in words or by what is to be done with it."""
    figures = {Operation.NARRATIVE, Operation.COLLECTION}
    if intent.condition is not None:
        return True
    return intent.figure or intent.operation not in figures or asks_comparison(text) or asks_sum(text)


def asks_sum(text: str) -> bool:
    """Whether figures are to be added up, if there are several."""
    return bool(_SUM.search(text))


def asks_which_body(text: str) -> bool:
    """Whether bodies are asked for (哪个镇, 哪些单位)."""
    return bool(_WHICH_BODY.search(text))


def asks_count_of_bodies(text: str) -> bool:
    """Whether the number of bodies is asked for (几个镇)."""
    return bool(_COUNT_BODIES.search(text))


def asks_many(text: str) -> bool:
    """Whether all bodies are meant (各镇, 每个单位, 这几份报告)."""
    return bool(_MANY.search(text))


def asks_mention(text: str) -> bool:
    """Whether the question is about what a text mentions (提到)."""
    return bool(_RELEVANT.search(text))
