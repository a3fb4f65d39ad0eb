"""Which way something went over the years, told in prose."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from facts import EAST, NAMES

from assistant.compose import Draft, Source, Statement
from assistant.course import asks_course, of_each_year, told
from assistant.planning.query import Operation, Plan, Wanted

LATER = replace(EAST, report="东镇2021.txt", year=2021)
CALLED = {**NAMES, LATER.report: "东镇"}


def quotes(earlier: str, later: str) -> Draft:
    said = [
        Statement(text, (Source(target.report, target.issuer, target.year, "一、总体情况", text),))
        for target, text in ((LATER, later), (EAST, earlier))
    ]
    return Draft(tuple(said))


def first(question: str, earlier: str, later: str, terms: tuple[str, ...] = ("满意率",)) -> Statement:
    plan = Plan(question, Operation.NARRATIVE, targets=(LATER, EAST), terms=terms)
    assert asks_course(plan)
    draft = told(plan, None, quotes(earlier, later), CALLED)
    assert draft is not None
    return draft.statements[0]


@pytest.mark.parametrize("question", ["满意率是升了还是降了", "满意率提高了多少", "满意率有什么变化"])
def test_a_rate_rises_by_percentage_points_from_the_earlier_year(question: str) -> None:
    said = first(question, "评议满意率为90.5%。", "满意率92%，比上年提高1.5个百分点。")
    assert said.text == "东镇从2020年的90.5%到2021年的92%，上升了1.5个百分点（92-90.5）。"
    assert said.computed == (Decimal("1.5"),)


def test_of_several_units_the_one_that_both_years_have_or_that_is_asked_for_is_compared() -> None:
    earlier, later = "开放日举办12场，来了300人。", "开放日举办9场，走进水厂。"
    assert "从2020年的12场到2021年的9场，减少了3场（12-9）" in first("开放日有什么变化", earlier, later).text
    later = "开放日举办9场，来了350人。"
    assert "12场" in first("开放日场次怎么变的", earlier, later).text
    assert "300人" in first("开放日的人是多少人，变多了吗", earlier, later).text


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("满意率90%，知晓率80%。", "满意率92%。"),
        ("满意率90%。", "群众较为满意。"),
        ("满意率90%。", "满意率同比上升2%。"),
        ("满意率约90%。", "满意率92%。"),
    ],
)
def test_what_leaves_a_choice_or_is_told_of_one_year_only_is_quoted_and_not_worked_out(
    earlier: str, later: str
) -> None:
    assert first("满意率有什么变化", earlier, later).text == later


def test_of_each_year_the_value_is_asked_without_the_words_of_change() -> None:
    plan = Plan(
        "东镇满意率比上一年提高了多少", Operation.NARRATIVE, targets=(EAST, LATER), terms=("满意率", "提高")
    )
    each = of_each_year(plan)
    assert (each.question, each.terms, each.wanted) == ("东镇满意率是多少", ("满意率",), Wanted.NUMBER)
