"""Growth from year to year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from facts import EAST, fact
from figured import TWO, answer, text

from assistant import figures
from assistant.counting.desk import Desk
from assistant.planning.query import Operation, Plan, Target
from index.schema import Fact, FactState

LATER = replace(EAST, report="东镇2021.txt", year=2021)
NAMES = {EAST.report: "东镇", LATER.report: "东镇"}


def grown(before: str, now: str) -> str:
    plan = Plan("增长百分之几", Operation.GROWTH, targets=(LATER, EAST), indicators=("requests_new",))
    facts = [fact(EAST, "requests_new", before), fact(LATER, "requests_new", now)]
    draft = figures.answer(Desk(plan, facts, NAMES))
    assert draft is not None
    return draft.statements[0].text


@pytest.mark.parametrize("now", ["7", "0"])
def test_growth_from_none_is_no_percentage(now: str) -> None:
    said = grown("0", now)
    assert f"从2020年的0件到{now}件，基数为0，无法计算百分比" in said
    assert "%" not in said


def test_growth_from_some_is_said_with_the_division() -> None:
    assert "增长25%（2÷8）" in grown("8", str(Decimal(10)))


def test_several_bodies_each_have_their_own_change() -> None:
    targets = tuple(
        Target(f"{town}{year}.txt", town, year) for town in ("东镇", "西镇") for year in (2021, 2022)
    )
    facts = [fact(t, "requests_new", v) for t, v in zip(targets, ("5", "7", "200", "150"), strict=True)]
    plan = Plan("问题", Operation.TREND, targets=targets, indicators=("requests_new",))
    draft = figures.answer(Desk(plan, facts, {t.report: t.issuer for t in targets}))
    assert draft is not None
    told = [s.text for s in draft.statements]
    assert told[0].startswith("东镇新收政府信息公开申请从2021年的5件到2022年的7件，增加2件")
    assert told[1].startswith("西镇新收政府信息公开申请从2021年的200件到2022年的150件，减少50件，下降25%")
    assert len(told) == 6


def told_of(plan: Plan, *facts: Fact) -> str:
    draft = figures.answer(Desk(plan, list(facts), NAMES))
    assert draft is not None
    return draft.statements[0].text


def test_a_count_printed_in_myriads_is_told_so_with_the_difference_printed_after_it() -> None:
    told = fact(EAST, "disclosed", "34000", column="", source="text", unit="条", printed="3.4万条")
    told = replace(told, quote="全县主动公开政府信息 3.4 万条，比上年增加 0.6 万条。")
    plan = Plan("公开了多少条？比上年多多少", Operation.GROWTH, targets=(EAST,), indicators=("disclosed",))
    assert "3.4万条，报告写明比上年增加0.6万条。" in told_of(plan, told)


def test_a_share_is_told_beside_the_one_that_the_report_prints() -> None:
    person = fact(EAST, "requests_new", "14", column="自然人", source="text", printed="14件")
    person = replace(person, quote="自然人申请14件，占93.3%。")
    plan = Plan(
        "自然人占多少", Operation.SHARE, targets=(EAST,), indicators=("requests_new",), column="自然人"
    )
    assert "93.33%（14÷15），报告写明占93.3%。" in told_of(plan, person, fact(EAST, "requests_new", "15"))


def test_what_is_printed_after_another_figure_of_the_same_size_is_not_told() -> None:
    told = fact(EAST, "requests_handled", "12", source="text", printed="12件")
    told = replace(told, quote="收到申请12件，比上年增加3件，办结12件。")
    plan = Plan(
        "办结多少件？比上年多几件", Operation.GROWTH, targets=(EAST,), indicators=("requests_handled",)
    )
    assert "增加3件" not in told_of(plan, told)


def test_a_share_shows_part_and_whole() -> None:
    facts = [fact(EAST, "granted", "1"), fact(EAST, "requests_handled", "3")]
    draft = answer(
        facts, Operation.SHARE, targets=(EAST,), indicators=("granted",), divisor="requests_handled"
    )
    assert "33.33%" in text(draft)
    assert "1÷3" in text(draft)


def test_a_share_of_an_approximate_number_gives_both_and_no_share() -> None:
    facts = [
        fact(EAST, "disclosed", None, column="", unit="条", state=FactState.VAGUE, printed="百余条"),
        fact(EAST, "disclosed_website", "35", column="", unit="条"),
    ]
    draft = answer(
        facts, Operation.SHARE, targets=(EAST,), indicators=("disclosed_website",), divisor="disclosed"
    )
    assert "百余条" in text(draft)
    assert "35条" in text(draft)
    assert "只写了约数，不能算出占比" in text(draft)


def test_growth_with_nothing_to_compare_says_so_beside_the_amount() -> None:
    draft = answer([TWO[0]], Operation.GROWTH, question="收到多少件，比上年多还是少", targets=(EAST,))
    assert "12件" in text(draft)
    assert "没有收录2019年的报告" in text(draft)


def test_growth_is_told_by_the_rate_that_the_report_prints() -> None:
    rate = fact(EAST, "requests_new", "-8.6", column="同比", source="text", unit="%")
    draft = answer([TWO[0], rate], Operation.GROWTH, targets=(EAST,))
    assert "同比下降8.6%" in text(draft)


@pytest.mark.parametrize(
    ("values", "said"),
    [("1 2 3", "逐年增加"), ("3 2 1", "逐年减少"), ("3 1 2", "先降后升"), ("1 3 2", "先升后降")],
)
def test_a_trend_says_how_it_went(values: str, said: str) -> None:
    targets = [replace(EAST, report=f"{year}.txt", year=year) for year in (2019, 2020, 2021)]
    facts = [fact(t, "requests_new", value) for t, value in zip(targets, values.split(), strict=True)]
    assert said in text(answer(facts, Operation.TREND, targets=tuple(targets)))


@pytest.mark.parametrize(("later", "said"), [("15", "增加了3件"), ("8", "减少了4件")])
def test_whether_a_figure_rose_is_told_from_the_earlier_year_to_the_later(later: str, said: str) -> None:
    next_year = replace(EAST, report="东镇2021.txt", year=2021)
    facts = [TWO[0], fact(next_year, "requests_new", later)]
    draft = answer(facts, Operation.COMPARE, targets=(next_year, EAST), question="申请涨了还是跌了")
    assert f"2021年的新收政府信息公开申请比2020年{said}" in text(draft)
