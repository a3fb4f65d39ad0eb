"""Figures of several statutory formats side by side."""

from __future__ import annotations

from facts import fact

from assistant import figures
from assistant.compose import Draft
from assistant.counting.desk import Desk
from assistant.counting.rows import others
from assistant.planning.query import Operation, Plan, Target
from index.schema import Fact

TOWN = "甲县东镇人民政府"
YEARS = {year: Target(f"东镇{year}.txt", TOWN, year) for year in range(2012, 2024)}
NAMES = {target.report: "东镇" for target in YEARS.values()}


def answer(facts: list[Fact], operation: Operation, indicator: str, column: str = "") -> Draft:
    targets = tuple(target for target in YEARS.values() if any(f.report == target.report for f in facts))
    plan = Plan("问题", operation, targets=targets, indicators=(indicator,), column=column)
    draft = figures.answer(Desk(plan, facts, NAMES, others(plan)))
    assert draft is not None
    return draft


def text(draft: Draft) -> str:
    return "\n".join(statement.text for statement in draft.statements)


def of(year: int, indicator: str, value: str, column: str = "总计", **more: str) -> Fact:
    return fact(YEARS[year], indicator, value, column=column, **more)  # type: ignore[arg-type]


def test_a_trend_over_a_border_of_nearly_the_same_meaning_says_what_each_side_counts() -> None:
    said = text(
        answer(
            [of(2018, "requests_new", "4"), of(2019, "requests_new", "6")], Operation.TREND, "requests_new"
        )
    )
    assert "增加2件" in said
    assert said.count("注意：") == 1
    assert "收到申请数" in said
    assert "口径相近" in said


def test_within_one_format_nothing_is_remarked() -> None:
    said = text(
        answer(
            [of(2021, "requests_new", "4"), of(2022, "requests_new", "6")], Operation.TREND, "requests_new"
        )
    )
    assert "注意" not in said


def test_reviews_before_and_after_2019_are_listed_and_not_compared() -> None:
    facts = [
        of(2017, "review", "1"),
        of(2018, "review", "3"),
        of(2019, "review", "9"),
        of(2021, "review", "5"),
    ]
    draft = answer(facts, Operation.TREND, "review")
    said = text(draft)
    assert "受理复议的机关" in said.split("\n")[0]
    assert "从2017年的1件到2018年的3件，增加2件" in said
    assert "从2019年的9件到2021年的5件，减少4件" in said
    assert "2018年的3件到2019" not in said
    assert len(draft.figures) == 4


def test_a_comparison_of_reviews_over_the_border_gives_both_and_says_why_not_more() -> None:
    draft = answer([of(2018, "review", "3"), of(2019, "review", "9")], Operation.COMPARE, "review")
    assert "不能相比" in text(draft)
    assert "更多" not in text(draft)
    assert [figure.value for figure in draft.figures] == [3, 9]
    assert draft.items == ()


def test_reviews_are_not_added_up_over_the_border() -> None:
    facts = [of(2017, "review", "1"), of(2018, "review", "3"), of(2019, "review", "9")]
    said = text(answer(facts, Operation.SUM, "review"))
    assert "1+3=4" in said
    assert "13" not in said


def test_outcomes_are_found_in_both_forms() -> None:
    facts = [
        of(2017, "review_corrected", "2", "统计数"),
        of(2018, "review_corrected", "1", "统计数"),
        of(2019, "review", "4", "结果纠正"),
        of(2020, "review", "3", "结果纠正"),
    ]
    draft = answer(facts, Operation.TREND, "review", "结果纠正")
    assert [figure.value for figure in draft.figures] == [2, 1, 4, 3]
    assert "被依法纠错数" in text(draft)
    assert "减少1件" in text(draft)


def test_a_number_of_documents_goes_on_over_all_formats() -> None:
    facts = [
        of(2018, "normative_issued", "4", "统计数"),
        of(2020, "normative_documents", "3", "本年新制作数量"),
        of(2021, "normative_documents", "5", "本年制发件数"),
    ]
    draft = answer(facts, Operation.TREND, "normative_documents")
    assert [figure.value for figure in draft.figures] == [4, 3, 5]
    assert "制发规范性文件总数" in text(draft)


def test_an_applicant_of_before_2019_is_not_the_total() -> None:
    facts = [
        of(2018, "requests_new", "9"),
        of(2019, "requests_new", "4", "自然人"),
        of(2020, "requests_new", "5", "自然人"),
    ]
    draft = answer(facts, Operation.TREND, "requests_new", "自然人")
    assert [figure.value for figure in draft.figures] == [4, 5]


def test_amounts_of_different_units_are_not_mixed() -> None:
    facts = [
        of(2020, "budget", "3", "", source="text", unit="万元"),
        of(2021, "budget", "30000", "", source="text", unit="元"),
    ]
    assert "单位" in text(answer(facts, Operation.SUM, "budget")).split("\n")[0]


def test_values_of_both_sides_say_that_they_cannot_be_compared() -> None:
    said = text(
        answer([of(2018, "litigation", "3"), of(2019, "litigation", "9")], Operation.VALUE, "litigation")
    )
    assert said.endswith("口径不同，不能直接相比。")


def published(year: int, indicator: str, value: str) -> Fact:
    return of(year, indicator, value, column="", source="text", unit="条")


def test_a_total_is_not_set_against_another_reports_website() -> None:
    said = text(
        answer(
            [published(2021, "disclosed", "500"), published(2022, "disclosed_website", "90")],
            Operation.COMPARE,
            "disclosed",
        )
    )
    assert "不能相比或相加" in said
    assert "500条" in said
    assert "90条" in said
    assert "更多" not in said


def test_what_all_reports_state_is_compared_and_the_totals_are_told_beside_it() -> None:
    facts = [
        published(2021, "disclosed", "500"),
        published(2021, "disclosed_website", "80"),
        published(2022, "disclosed_website", "90"),
    ]
    said = text(answer(facts, Operation.COMPARE, "disclosed"))
    assert "90条-80条" in said
    assert "写明了总数的：" in said
    assert "500条" in said
