"""Does a passage hold the kind of thing that was asked for? A number question needs a number, a who a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.passages.people import BODY, PERSON, names_whom
from assistant.passages.relevance import speaks_of_funds, variants
from assistant.planning.query import Wanted
from index.language.numerals import Kind, Number, numbers
from index.language.text import squeeze

_MEASURED = re.compile(
    r"(?:多少|几)(?:个)?(亿|个?工作日|小时|万元|亿元|元|人次|人|名|条|件|次|篇|期|场|起|宗|家|项|部(?!分|门)|天|页|份|个|位|回|分|户|册|平方米|平米|亩|公里|批次|张|块|处(?!理|罚|置|分)|种|封)?"
)
_PEOPLE = re.compile(
    r"(?:多少|几)(?:个|名|位)?(?:人|村民|居民|群众|市民|网民|网友|粉丝?|用户|干部|党员|代表|老人|学生|职工|员工|志愿者|专家|申请人|新人)"
)
"""多少村民 counts people although no measure word says so."""
_SAME_UNIT = (
    {"人", "名", "位", "人次"},
    {"件", "起", "宗", "条", "份", "个", "项", "篇"},
    {"次", "场", "期", "场次", "回", "趟", "件", "起", "宗"},
    {"元", "万元", "亿元", "亿"},
    {"家", "个", "处"},
    {"块", "个"},
    {"平方米", "平米"},
    {"批", "批次"},
)
_PIECES = frozenset("条篇")
_NONE = r"(?:未|没有|没(?![收])|无(?!力|论|障碍|偿|缝|正当|理|线|人机)|不涉及)[^，,。；;]{0,16}"
_ASKS_BODIES = re.compile(
    r"(?:哪些|哪几个|哪个|都是哪些?)(?:单位|部门|机关|科室|地方|县区|区县|乡镇|镇|县|区|街道|局)"
)
_ASKS_PLACE = re.compile(r"哪里|哪儿")
_PLACE = re.compile(r"网站|平台|公众号|公开栏|公示栏|宣传栏|专区|查阅点|专栏")
_WHERE = re.compile(
    r"设在|位于|地址|[在于到][^，。]{1,16}(?:楼|办|厅|室|中心|路|街|号|站|所|馆|村|社区|大院|网|栏|平台|专区|广场)"
)
_QUOTED = re.compile(r"[“《「][^”》」]+[”》」]")
_WHEN = re.compile(
    r"\d+\s*[年月日]|[一二三四五六七八九十〇]+[年月日]|[上下]半年|季度|每[月周年季]|第\s*[\d一二三四五六七八九十]+|\d+个?工作日"
)

_ASKS_WHEN = re.compile(r"几月|几号|几日|哪[一个]?[天月日]|什么时候|何时|第几")
_SPAN = re.compile(r"\d\s*个?(?:工作日|天|小时|月)")
_LENGTH = re.compile(r"[\d一二三四五六七八九十百千]\s*(?:米|公里|千米|里(?!面))")
_TAKEN = re.compile(r"平均|用时|耗时|时长|历时|缩短|压缩")
_HOW_LONG = re.compile(r"多久|多长时间|(?:多少|几)(?:天|个?工作日|小时|个月)")
_MONEY = re.compile(
    r"多少钱|多少费|多少(?:罚|捐|贷)?款|多少资金|投资(?:是|为|有|了)?多少|(?:收|花|用|支出)[^，。]{0,4}多少[^，。]{0,8}费|[费款]是多少"
)
_ALL = re.compile("(?:全都|全部|都)(?!有|是哪|是谁|是什么|包括)[^，。]{0,8}(?:了|吗|的|[?？]|$)")
_GOAL = re.compile("目标|力争|争取|计划|打算|拟|将|确保|不[低少]于|(?<![主需重])要")
"""What a sentence has that says what is to be reached."""
_ASKS_MATTER = re.compile(
    "什么内容|哪些内容|哪[些几]?(?:个)?方面|哪[几些]类|要的?(?:都)?是?什么|关于什么|什么方面|什么事|什么材料"
)
_MATTER = re.compile(
    "分别是|内容(?:为|是|主要|集中|包括)|涉及|集中在|主要(?:是|为|有)|反映|要求(?:公开|了解)"
)
_EXISTS = re.compile(
    r"有没有|有无|是否有|是否(?:发生|收到|接到|存在|收取|产生)|有.*吗|过.*[吗没]|没有.*吗|[收接]到.*吗"
)

_CAUSE = re.compile(
    r"因为|由于|因(?![公此而果素特]|依申请|政府信息|信息公开)|原因|所致|导致|造成|致使|使得|以致|源于|缘于|得益于|受[^，。]{1,16}影响"
)

PATTERNS: dict[Wanted, re.Pattern[str]] = {
    Wanted.CAUSE: _CAUSE,
    Wanted.PERSON: PERSON,
    Wanted.NAME: _QUOTED,
    Wanted.DATE: _WHEN,
    Wanted.ADDRESS: _WHERE,
    Wanted.OFFICE: BODY,
    Wanted.WEBSITE: re.compile(r"(?:https?://|www\.)\S+|[\w.-]+\.gov\.cn"),
    Wanted.EMAIL: re.compile(r"[\w.+-]+@[\w.-]+"),
    Wanted.PHONE: re.compile(r"(?:\d{3,4}\s*[-—－]?\s*)?\d{7,8}|热线"),
    Wanted.SHARE: re.compile(r"[%％]|百分之|分之|[\d一二三四五六七八九两]成"),
}


def asked_unit(question: str) -> str:
    """The measure word after 多少 or 几 in a question, ``""`` where there is none."""
    if _PEOPLE.search(question) and not re.search("人次", question):
        return "人"
    found = [m[1] for m in _MEASURED.finditer(question) if m[1]]
    counted = [unit for unit in found if unit != "家"]  # 几家公司要过资料，几件 asks for the cases
    return next(iter(counted or found), "")


def unit_fits(unit: str, asked: str) -> bool:
    """Whether a printed unit answers the one asked for; either may be missing.

    几个 may ask for anything, but what is counted by 个 is no piece of information (几条信息, 9个专题).
    """
    if unit == "个" and asked in _PIECES:
        return False
    return not asked or not unit or unit == asked or any({unit, asked} <= same for same in _SAME_UNIT)


def is_unit(cell: str) -> bool:
    """Whether a cell of a table is nothing but a unit."""
    return any(cell in same for same in _SAME_UNIT)


def has_amount(text: str, asked: str, terms: Sequence[str], *, money: bool = False) -> bool:
    """Whether a passage counts something in a fitting unit, or says that there was none of what was asked for."""
    counted = [n for n in numbers(text) if n.kind in (Kind.COUNT, Kind.PERCENT, Kind.DURATION)]
    fitting = (
        n.unit.endswith("元") if money else unit_fits(n.unit, asked) or counts_users(text, n, asked)
        for n in counted
    )
    denied = (word for term in terms for word in variants(term))
    return any(fitting) or any(re.search(_NONE + re.escape(word), text) for word in denied)


def counts_users(text: str, number: Number, asked: str) -> bool:
    """Whether a count of 户 is one of the people who use something (注册用户3.6万户) and people are asked for."""
    before = squeeze(text[max(0, number.start - 8) : number.start])
    return number.unit == "户" and asked in _SAME_UNIT[0] and "用户" in before


def has_counts_of_one_unit(text: str) -> bool:
    """Whether a passage gives two counts in one unit, of which one may be a share of the other (收到96条，采纳17条)."""
    units = [n.unit for n in numbers(text) if n.kind is Kind.COUNT and n.unit]
    return len(set(units)) < len(units)


def asks_when(question: str) -> bool:
    """Whether a question asks for a day, a month or a place in an order, which no count answers (几月份, 第几个工作日)."""
    return _ASKS_WHEN.search(question) is not None


def asks_how_long(question: str) -> bool:
    """Whether a question asks for a span of time (平均要多久)."""
    return _HOW_LONG.search(question) is not None


def may_be_goal(text: str, question: str) -> bool:
    """Whether a text may tell a goal, where a question asks for one; true for any other question."""
    return "目标" not in question or _GOAL.search(text) is not None


def fits(text: str, wanted: Wanted, question: str, terms: Sequence[str] = ()) -> bool:
    """Whether a passage can answer at all, by the kind of thing that it holds; a goal is no figure that was reached."""
    counted = wanted in (Wanted.NUMBER, Wanted.MONEY, Wanted.SHARE)
    return holds(text, wanted, question, terms) and not (counted and not may_be_goal(text, question))


def holds(text: str, wanted: Wanted, question: str, terms: Sequence[str]) -> bool:
    """Whether a passage holds the kind of thing that is asked for."""
    if wanted is Wanted.NUMBER and (asks_when(question) or "多远" in question):
        return (_WHEN if asks_when(question) else _LENGTH).search(text) is not None
    if wanted is Wanted.NUMBER and asks_how_long(question):
        if "平均" in question and not _TAKEN.search(text):
            return False
        return bool(_SPAN.search(text)) or any(n.kind is Kind.DURATION for n in numbers(text))
    if wanted in (Wanted.NUMBER, Wanted.MONEY):
        money = wanted is Wanted.MONEY or (not asked_unit(question) and _MONEY.search(question) is not None)
        return speaks_of_funds(text, question) and has_amount(text, asked_unit(question), terms, money=money)
    if wanted is Wanted.BODIES or (wanted is Wanted.ENUMERATION and _ASKS_BODIES.search(question)):
        return len(set(BODY.findall(text))) >= 2
    special = names_whom(text, question, wanted)
    if special is None and wanted is Wanted.WEBSITE and _ASKS_PLACE.search(question):
        special = _PLACE.search(text) is not None
    pattern = PATTERNS.get(wanted)
    held = pattern is None or pattern.search(text) is not None
    held = held or (wanted is Wanted.SHARE and has_counts_of_one_unit(text))
    return held if special is None else special


def asks_all(question: str) -> bool:
    """Whether it is asked if all of something were so (是不是都输了); a list is asked for otherwise (都有哪些)."""
    return _ALL.search(question) is not None


def asks_how(question: str) -> bool:
    """Whether a way of doing something is asked for, and not how it went (怎么保证; 怎么样 is another)."""
    return re.search(r"怎么(?!样)|如何(?!$|[?？。])|怎样|咋(?!样)|办法|法子|什么招", question) is not None


def asks_matter(question: str) -> bool:
    """Whether it is asked what something was about (都是什么内容, 主要是哪些方面)."""
    return _ASKS_MATTER.search(question) is not None


def tells_matter(text: str) -> bool:
    """Whether a text says what something was about (内容为…, 主要涉及…, 分别是…)."""
    return _MATTER.search(text) is not None


def asks_existence(question: str) -> bool:
    """Whether a question asks if there was any, which 有 or 没有 answers; 都按时答复了吗 is another."""
    return _EXISTS.search(question) is not None


def counted_words(question: str, terms: Sequence[str]) -> list[str]:
    """The terms that a question counts: right after 多少 or 几 and a measure word, or before 数 (多少粉丝, 粉丝数)."""
    after = [question[m.end() :] for m in _MEASURED.finditer(question)]
    return [
        term
        for term in terms
        if any(rest.startswith(term) for rest in after)
        or re.search(re.escape(term) + "(?:人数|数量|数)", question)
    ]
