"""How lines of official text begin and end, and the labels of the statutory tables.

The marks are those of GB/T 9704-2012 (一、 （一） 1. （1）); the labels those of 国办公开办函〔2019〕60号,
〔2021〕30号 and 国办发〔2014〕32号.
"""

from __future__ import annotations

import re
from functools import cache

from index.indicators import APPLICANTS, OUTCOMES, indicators
from index.language.text import squeeze

_MARK = re.compile(
    r"\s*(?:[#＃*]*\s*)?(?:"
    r"[一二三四五六七八九十]{1,3}\s*[、.．，]"
    r"|[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]"
    r"|第[一二三四五六七八九十]{1,3}[章节部](?:分)?"
    r"|\d{1,2}\s*[、]|\d{1,2}\s*[.．](?!\d)|[（(]\s*\d{1,2}\s*[）)]|\d{1,2}[）)]"
    r"|[①-⑳])"
)
_HEADINGS = (
    "总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项",
)  # fmt: skip
_GROUPS = (
    "本年度办理结果", "不予公开", "无法提供", "不予处理", "其他处理", "信息内容", "申请人情况", "法人或其他组织",
    "第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项", "第二十条第（九）项",
    "本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量", "本年收费金额（单位：万元）",
    "本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "本年增/减", "处理决定数量",
    "采购项目数量", "采购总金额", "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉",
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "指标名称", "统计指标", "计量单位", "单位", "统计数", "数量",
)  # fmt: skip
_OPENINGS = re.compile(
    r"申请人情况|行政复议.*行政诉讼|第二十条第\(一\)项|(?:指标|统计)(?:名称|指标).*(?:单位|数)"
)

_UNITS = frozenset({"条", "件", "次", "篇", "个", "人", "人次", "万元", "期", "场", "份"})

TERMINAL = "。！？；;!?：:”』"
"""What a line ends with when a paragraph may end there."""
VALUE = re.compile(r"[-+－—–/／]*\s*\d[\d,，. ]*%?|[-－—–/／]+|[无0]")
"""What stands in a value cell: a figure, or a mark for none."""


def has_mark(text: str) -> bool:
    """Whether a line begins with a section or list mark."""
    return bool(_MARK.match(text))


def bare(text: str) -> str:
    """A label for comparing: no mark, white space or difference of width."""
    return squeeze(_MARK.sub("", text, count=1))


def is_value(text: str) -> bool:
    """Whether a cell's text is a figure or a mark that stands for none."""
    return bool(VALUE.fullmatch(text.strip()))


def is_entry(text: str) -> bool:
    """Whether a text fills a cell beside a label: a figure, or the unit that the 统计表 prints before it."""
    return is_value(text) or text.strip() in _UNITS


@cache
def labels() -> frozenset[str]:
    """Every label of the statutory tables in the form that ``bare`` gives."""
    rows = [
        label for indicator in indicators().values() for label in (*indicator.labels.values(), indicator.name)
    ]
    return frozenset(bare(label) for label in (*rows, *_GROUPS, *APPLICANTS, *OUTCOMES))


def is_fragment(text: str) -> bool:
    """Whether a text is a statutory label or a part of one, as where a label wraps or stands upright."""
    part = bare(text) or squeeze(text)
    return part in {"、", ""} or any(part in label for label in labels())


def begins_group(text: str) -> bool:
    """Whether a text is, or begins, the label that several rows of 表三 share."""
    part = bare(text)
    shared = ("本年度办理结果", "不予公开", "无法提供", "不予处理", "其他处理")
    return not re.match(r"\s*\d", text) and (
        text in {"三", "三、"} or any(g.startswith(part) for g in shared if part)
    )


def is_statutory_heading(text: str) -> bool:
    """Whether a line is one of the six chapter headings of the format since 2019."""
    return has_mark(text) and any(squeeze(heading) in bare(text) for heading in _HEADINGS) and len(text) < 40


def opens_table(texts: list[str]) -> bool:
    """Whether a row is the first of a statutory table."""
    return bool(_OPENINGS.search(squeeze("".join(texts))))


def continues(upper: str, lower: str) -> bool:
    """Whether a label cut in two reads ``upper`` + ``lower``: no label begins with the second part."""
    if not upper or not lower or has_mark(lower) or is_value(lower) or is_value(upper):
        return False
    whole, rest = bare(upper + lower), bare(lower)
    if any(label.startswith(whole) for label in labels()):
        return whole not in (bare(upper), "") and (rest not in labels() or bare(upper) not in labels())
    if rest in labels():
        return False
    return has_mark(upper) or upper[-1] in "，、（(“《-" or lower[0] in "，、）)”》。；"
