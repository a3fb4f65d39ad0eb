"""Growth from year to year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from facts import EAST, fact

from assistant import figures
from assistant.counting.desk import Desk
from assistant.planning.query import Operation, Plan, Target

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
