"""Sums over counts that no indicator holds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from facts import EAST

from assistant.compose import Draft, Source, Statement
from assistant.planning.query import Operation, Plan, Wanted
from assistant.told import counts, worked_out

COMMENTS = "公开征求意见30日，收到意见建议96条，采纳24条，同步发布图文解读。"


def answered(
    question: str, wanted: Wanted, focus: tuple[str, ...], quote: str
) -> tuple[str, tuple[Decimal, ...]]:
    source = Source(EAST.report, EAST.issuer, EAST.year, "一、总体情况", quote)
    plan = Plan(question, Operation.NARRATIVE, wanted, targets=(EAST,), terms=focus, focus=focus)
    first = worked_out(plan, Draft((Statement("报告写道", (source,)),))).statements[0]
    return first.text, first.computed


@pytest.mark.parametrize(
    ("question", "focus"),
    [
        ("征求意见采纳率是多少", ("征求意见", "采纳")),
        ("采纳占收到的几成", ("采纳", "收到")),
        ("收到的意见采纳了百分之几", ("意见", "采纳")),
    ],
)
def test_what_was_taken_up_is_a_share_of_what_came(question: str, focus: tuple[str, ...]) -> None:
    text, computed = answered(question, Wanted.SHARE, focus, COMMENTS)
    assert "采纳24条，占收到意见建议96条的25%（24÷96）" in text
    assert computed == (Decimal("25.00"),)


@pytest.mark.parametrize(
    "quote",
    [
        "收到意见建议96条，同步发布图文解读。",
        "收到意见建议96条，采纳3项。",
        "收到来信意见96条、收到来电意见40条，采纳24条。",
        "采纳24条，收到意见建议9条。",
    ],
)
def test_without_two_counts_of_one_unit_that_fit_there_is_no_share(quote: str) -> None:
    text, computed = answered("意见采纳率是多少", Wanted.SHARE, ("意见", "采纳"), quote)
    assert (text, computed) == ("报告写道", ())


def test_a_list_is_added_up_where_all_together_is_asked_for() -> None:
    quote = "全年举办培训3期，参训人数分别为46、52、39人次。"
    text, computed = answered("三期培训一共多少人次参训", Wanted.NUMBER, ("参训",), quote)
    assert "合计137人次（46+52+39=137）" in text
    assert computed == (Decimal(137),)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("每期多少人次参训", "参训人数分别为46、52、39人次。"),
        ("一共多少人次参训", "参训人数分别为46、52、39人次，共137人次。"),
        ("一共多少件参训", "参训人数分别为46、52、39人次。"),
        ("一共多少人次参观", "参训人数分别为46、52、39人次。"),
    ],
)
def test_a_list_is_not_added_up_unasked_nor_where_the_sum_is_printed(question: str, quote: str) -> None:
    focus = ("参观",) if "参观" in question else ("参训",)
    assert answered(question, Wanted.NUMBER, focus, quote)[0] == "报告写道"


def test_a_count_has_the_words_of_its_clause() -> None:
    assert [(c.words, c.value, c.unit) for c in counts(COMMENTS)] == [
        ("收到意见建议", Decimal(96), "条"),
        ("采纳", Decimal(24), "条"),
    ]


def test_the_whole_is_the_count_that_the_others_add_up_to() -> None:
    quote = "全年接受咨询60人次，其中现场咨询15人次，电话咨询35人次，网上咨询10人次。"
    text, computed = answered("现场咨询占咨询总数的几成", Wanted.SHARE, ("现场", "咨询"), quote)
    assert "现场咨询15人次" in text
    assert "60人次的25%（15÷60）" in text
    assert computed == (Decimal("25.00"),)
