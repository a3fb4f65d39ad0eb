"""How figures are said in Chinese: who, when, what, how many, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from assistant.compose import Source
from assistant.counting.readings import TOTAL_COLUMNS, Reading
from assistant.planning.query import Target
from assistant.schema import CellRef
from index.indicators import indicators
from index.schema import Fact, FactState

TABLE_NAMES = {
    "documents": "表二 主动公开政府信息情况",
    "requests": "表三 收到和处理政府信息公开申请情况",
    "disputes": "表四 政府信息公开行政复议、行政诉讼情况",
    "statistics": "政府信息公开情况统计表",
}

ITEMS_CHANGE = "本年增/减"
"""The signed column of 表二 in the format for 2019 (国办公开办函〔2019〕60号)."""

_UNIT_NOTE = re.compile(r"（单位[：:][^）]*）")
_BODY = re.compile("[省市县区州旗镇乡局委办厅院校站所]$|街道|政府|本级|部门|单位|全|累计|中心|）$")
"""The end of a name that stands before what it has (泗洪县政府网站); kinds of information stand behind it, in brackets."""

_MYRIADS = re.compile(r"[\d.,\s]+[万亿]\s*(?!元)[\u4e00-\u9fff]{1,3}")

SMALL = Decimal("0.1")
"""Amounts in 万元 below this are said in 元 too."""


def plain(value: Decimal) -> str:
    """A number without exponent and without trailing zeros: 2.50 is 2.5, 1E+3 is 1000."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(part: Decimal, whole: Decimal) -> tuple[str, Decimal]:
    """A share in per cent, rounded half up to two places, as text and as number."""
    share = (part * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{plain(share)}%", share


def topic(reading: Reading) -> str:
    """What the figure counts: 行政诉讼（结果纠正）, 新收政府信息公开申请（商业企业）."""
    indicator = indicators()[reading.indicator]
    name = indicator.name
    parent = indicators().get(indicator.parent)
    if parent and indicator.table == "requests" and parent.id != "requests_handled":
        name = f"{parent.name}·{name}"
    column = reading.column or printed_column(reading)
    if column and column not in ("总计", "统计数", ""):
        name += f"（{_UNIT_NOTE.sub('', column)}）"
    if reading.scope and indicator.id.startswith("disclosed") and not _BODY.search(reading.scope):
        return f"{name}（{reading.scope}）"
    return f"{reading.scope}{name}"


def printed_column(reading: Reading) -> str:
    """The column of the table fact behind a reading, where several columns could be meant."""
    several = indicators()[reading.indicator].table == "documents"
    column = next((f.column for f in reading.facts if f.source == "table"), "")
    return column if several and column in TOTAL_COLUMNS else ""


def amount(reading: Reading) -> str:
    """The value with its unit; a vague one as printed."""
    if reading.state is FactState.VAGUE:
        return reading.facts[0].printed or reading.facts[0].quote
    value = reading.value or Decimal(0)
    if not value and reading.unit == "万元":
        return "0元"
    if reading.unit == "万元" and 0 < value < SMALL:
        return f"{plain(value)}万元（即{plain(value * 10000)}元）"
    return in_myriads(reading) or plain(value) + reading.unit


def in_myriads(reading: Reading) -> str:
    """A count that its sentence prints in 万 or 亿, as printed (21.3万条: no more digits are known); else ``""``."""
    first = reading.facts[0] if reading.facts else None
    if first is None or first.value != reading.value or first.source == "table":
        return ""
    return "".join(first.printed.split()) if _MYRIADS.fullmatch(first.printed) else ""


def who(target: Target, names: Mapping[str, str]) -> str:
    """``names`` gives a report's issuer as people say it: 柳河镇2018年."""
    return f"{names.get(target.report, target.issuer)}{target.year}年"


def figure(reading: Reading, names: Mapping[str, str]) -> str:
    """Whose, when, what and how much, for the beginning of a sentence: 柳河镇2018年新收政府信息公开申请12件."""
    return f"{who(reading.target, names)}{topic(reading)}{amount(reading)}"


def statement(reading: Reading, names: Mapping[str, str]) -> str:
    """One sentence for one reading, blank and unstated included."""
    head = f"{who(reading.target, names)}{topic(reading)}"
    if reading.state is FactState.BLANK:
        return f"{head}：报告的表格里这一格是空白，没有填写，不能当作没有发生。"
    if reading.state is FactState.NOT_APPLICABLE:
        return f"{head}：报告在这一格填的是“{reading.facts[0].printed or '/'}”，即不适用。"
    if not reading.stated:
        return f"{head}：报告没有写明。"
    if reading.column == ITEMS_CHANGE and reading.value:
        way = "减少" if reading.value < 0 else "增加"
        named = f"{who(reading.target, names)}{indicators()[reading.indicator].name}"
        return f"{named}比上年{way}{plain(abs(reading.value))}{reading.unit}（本年增/减为{plain(reading.value)}）。"
    if reading.state is FactState.ZERO:
        return f"{head}为{amount(reading)}，即没有。"
    shown = f"（{sum_shown(reading)}）" if reading.parts and reading.gap is None else ""
    return f"{head}为{amount(reading)}{shown}。"


def sum_shown(reading: Reading) -> str:
    """The sum that was done: 10+3+0=13."""
    parts = "+".join(plain(f.value) for f in reading.parts if f.value is not None)
    return f"{parts}={plain(reading.value or Decimal(0))}"


def sources(facts: tuple[Fact, ...]) -> tuple[Source, ...]:
    """The places where facts stand."""
    return tuple(dict.fromkeys(source(fact) for fact in facts))


def source(fact: Fact) -> Source:
    """The place where a fact stands; a table's cell is named by table, statutory row and column."""
    cell = None
    if fact.source == "table":
        table = TABLE_NAMES.get(indicators()[fact.indicator].table, "")
        cell = CellRef(table, fact.label, fact.column)
    return Source(fact.report, fact.issuer, fact.year, fact.section, fact.quote, fact.page, cell, fact.places)


def conflict_statement(reading: Reading, names: Mapping[str, str]) -> str:
    """Both values of a reading that its report contradicts, and that they disagree."""
    head = f"{who(reading.target, names)}{topic(reading)}，报告前后不一致："
    if reading.gap is not None:
        parts = "、".join(f"{f.column}{plain(f.value)}{f.unit}" for f in reading.parts if f.value)
        return (
            f"{head}表格中总计填的是{amount(reading)}，但分项有{parts}，"
            f"合计应为{plain(reading.gap)}{reading.unit}，总计与分项不符，请以发布机关核实的为准。"
        )
    said = [f"{where(f)}写的是{plain(f.value or Decimal(0))}{f.unit}" for f in both_sides(reading)]
    return f"{head}{'，'.join(said)}，请以发布机关核实的为准。"


def both_sides(reading: Reading) -> tuple[Fact, ...]:
    """One fact for each value that the report gives."""
    return tuple({f.value: f for f in reversed((*reading.facts, *reading.rivals))}.values())[::-1]


def where(fact: Fact) -> str:
    """Whether a fact stands in a table or in the text."""
    return "表格" if fact.source == "table" else "正文"
