"""Figures of years without a report, as other reports tell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facts import fact

from assistant.counting.second_hand import with_second_hand
from assistant.planning.query import Operation, Plan, Refusal, Target
from assistant.schema import Reason
from index.schema import BodyLevel, Fact, Issuer


@dataclass(frozen=True)
class Head:
    name: str
    issuer: Issuer
    year: int


CITY = Issuer("甲市人民政府", "甲市", "甲市", BodyLevel.CITY)
COUNTY = Issuer("乙县人民政府", "乙县", "乙县", BodyLevel.COUNTY)
HEADS = (Head("甲市2022.txt", CITY, 2022), Head("乙县2016.txt", COUNTY, 2016))
REPORT = Target("甲市2022.txt", CITY.name, 2022)
FACTS = (
    fact(REPORT, "requests_new", "1069"),
    fact(REPORT, "requests_new", "1170", column="", source="text", year=2021),
    fact(REPORT, "requests_new", "167", column="", source="text", scope="乙县", part_of=True),
)


def facts(reports: Sequence[str], indicators: Sequence[str]) -> list[Fact]:
    return [f for f in FACTS if f.report in reports and f.indicator in indicators]


def gap(issuer: str, year: int) -> Refusal:
    return Refusal(Reason.NO_SUCH_YEAR, issuer, "没有收录。", (Target("", issuer, year),))


PLAN = Plan("问题", Operation.VALUE, indicators=("requests_new",))


def test_the_year_before_is_told_by_the_next_report() -> None:
    plan = replace(PLAN, targets=(REPORT,), missing=(gap(CITY.name, 2021),), operation=Operation.TREND)
    told = with_second_hand(plan, HEADS, facts)
    assert told is not None
    assert [(t.report, t.year) for t in told.targets] == [("甲市2022.txt", 2021), ("甲市2022.txt", 2022)]
    assert not told.missing
    assert "2021年的数字出自2022年的报告" in told.notes[0]


def test_a_county_without_a_report_is_told_of_by_its_city() -> None:
    told = with_second_hand(replace(PLAN, missing=(gap(COUNTY.name, 2022),)), HEADS, facts)
    assert told is not None
    assert told.targets == (REPORT,)
    assert told.scope == "乙县"


def test_a_year_that_nobody_tells_of_stays_a_gap() -> None:
    assert with_second_hand(replace(PLAN, missing=(gap(CITY.name, 2019),)), HEADS, facts) is None


def test_another_body_is_never_taken_for_the_one_asked_about() -> None:
    assert with_second_hand(replace(PLAN, missing=(gap("丙县", 2022),)), HEADS, facts) is None


def test_the_year_before_is_found_for_a_change_without_a_refusal() -> None:
    before = (Target("", CITY.name, 2021),)
    told = with_second_hand(
        replace(PLAN, operation=Operation.GROWTH, targets=(REPORT,), before=before), HEADS, facts
    )
    assert told is not None
    assert [t.year for t in told.targets] == [2021, 2022]
