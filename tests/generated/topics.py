"""What generated questions ask for: figures with the names that people give them, and how answers may round."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from generated.world import FIRST, LAST, Value


class Topic(NamedTuple):
    """A figure that is asked for: its key, the years whose forms have it, what people call it, its measure word."""

    indicator: str
    column: str
    first: int
    last: int
    names: tuple[str, ...]
    unit: str


REQUESTS = Topic(
    "requests_new", "", FIRST, LAST, ("收到的信息公开申请", "新收政府信息公开申请", "信息公开申请"), "件"
)
DISCLOSED = Topic("disclosed", "", FIRST, LAST, ("主动公开的政府信息", "主动公开政府信息"), "条")
STAFF = Topic("staff", "", FIRST, 2018, ("从事政府信息公开工作的人员", "信息公开工作人员"), "人")
TRAINEES = Topic("trainees", "", FIRST, 2018, ("接受培训的人员",), "人次")
GRANTED = Topic("granted", "", 2019, LAST, ("予以公开的申请", "予以公开的"), "件")

FIGURES = (
    REQUESTS,
    DISCLOSED,
    STAFF,
    TRAINEES,
    GRANTED,
    Topic("disclosed_website", "", FIRST, 2018, ("政府网站公开的政府信息", "在政府网站公开的信息"), "条"),
    Topic("disclosed_wechat", "", FIRST, 2018, ("政务微信公开的政府信息", "通过微信公开的信息"), "条"),
    Topic("trainings", "", FIRST, 2018, ("举办的培训班", "政府信息公开培训班"), "次"),
    Topic("reading_points", "", FIRST, 2018, ("设置的政府信息公开查阅点", "政府信息公开查阅点"), "个"),
    Topic("interpretations", "", FIRST, 2018, ("发布的政策解读稿件", "政策解读稿"), "篇"),
    Topic("partial", "", 2019, LAST, ("部分公开的申请",), "件"),
    Topic("unavailable_not_held", "", 2019, LAST, ("因本机关不掌握相关政府信息而无法提供的申请",), "件"),
    Topic("requests_carried_in", "", 2019, LAST, ("上年结转的申请", "上年结转政府信息公开申请"), "件"),
    Topic("requests_carried_out", "", 2019, LAST, ("结转下年度继续办理的申请",), "件"),
    Topic("review", "", FIRST, LAST, ("因政府信息公开引起的行政复议", "行政复议"), "件"),
    Topic("litigation", "", FIRST, LAST, ("因政府信息公开引起的行政诉讼", "行政诉讼"), "件"),
)
CELLS = (
    Topic("requests_new", "自然人", 2019, LAST, ("自然人提出的新收申请", "自然人新收申请"), "件"),
    Topic("requests_new", "商业企业", 2019, LAST, ("商业企业提出的新收申请",), "件"),
    Topic("normative_documents", "现行有效件数", 2021, LAST, ("现行有效的行政规范性文件",), "件"),
    Topic("permits", "处理决定数量", 2019, 2020, ("行政许可处理决定", "行政许可"), "件"),
    Topic("permits", "本年处理决定数量", 2021, LAST, ("行政许可处理决定", "行政许可"), "件"),
    Topic("penalties", "本年处理决定数量", 2021, LAST, ("行政处罚处理决定", "行政处罚"), "件"),
    Topic("review", "结果维持", 2019, LAST, ("结果维持的行政复议", "复议维持的"), "件"),
    Topic("litigation", "结果纠正", 2019, LAST, ("结果纠正的行政诉讼",), "件"),
)
ACROSS = (REQUESTS, DISCLOSED, STAFF, TRAINEES, GRANTED)
"""What all towns of a year are asked for together."""
SHARES = (
    (("requests_new", "自然人"), ("requests_new", ""), "新收申请中自然人提出的占比是多少？"),
    (("granted", ""), ("requests_handled", ""), "予以公开的申请占办结总数的百分之多少？"),
    (("disclosed_website", ""), ("disclosed", ""), "政府网站公开的信息占主动公开信息总数的比例是多少？"),
)
BLANKS = {
    ("reading_points", ""): "设置的政府信息公开查阅点有多少个？",
    ("interpretations", ""): "政策解读稿件发布了多少篇？",
    ("trainees", ""): "接受培训的人员有多少人次？",
    ("coercion", "本年处理决定数量"): "行政强制的处理决定有多少件？",
    ("procurement", "采购总金额"): "政府集中采购总金额是多少？",
}


def question(kind: str, asked: str, **expected: Any) -> dict[str, Any]:
    """A question of the sets' format without its id; what is not given is empty, ``answerable`` true."""
    empty = {"history": [], "answerable": True, "include": [], "exclude": [], "evidence": []}
    numbers = [printed(value) for value in expected.pop("numbers", [])]
    return {"kind": kind, "question": asked, **empty, **expected, "numbers": numbers}


def printed(value: Value) -> str:
    """A figure as a question file has it."""
    return f"{value:g}" if isinstance(value, float) else str(value)


def rounded(value: Decimal) -> list[str]:
    """A number as it may be told: to two, one or no decimals where that is the same, trailing zeros or none."""
    steps = (Decimal("0.01"), Decimal("0.1"))
    forms = [format(value.quantize(step, ROUND_HALF_UP), "f") for step in steps]
    return list(dict.fromkeys([*forms, *(form.rstrip("0").rstrip(".") for form in forms)]))
