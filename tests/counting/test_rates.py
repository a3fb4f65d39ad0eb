"""Growth from year to year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from facts import EAST, fact

from assistant import figures
from assistant.counting.desk import Desk
from assistant.planning.query import Operation, Plan

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
