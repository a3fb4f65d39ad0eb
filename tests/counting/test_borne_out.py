"""Figures of tables are cited with the sentence that says the same, and with no other."""

from __future__ import annotations

from typing import Any

import pytest
from facts import EAST, NAMES, fact

from assistant.counting.desk import Desk
from assistant.planning.query import Operation, Plan
from index.schema import Fact


def cited(facts: list[Fact], indicator: str, column: str = "", scope: str = "") -> list[tuple[str, str]]:
    """Indicator and kind of source of what a reading rests on."""
    reading = Desk(Plan("问题", Operation.VALUE, targets=(EAST,)), facts, NAMES).read(
        EAST, indicator, column, scope
    )
    return [(f.indicator, f.source) for f in reading.all_facts]


def sentence(indicator: str, value: str, **rest: Any) -> Fact:
    return fact(EAST, indicator, value, source="text", **rest)


def test_a_sentence_of_the_body_itself_with_the_tables_value_says_the_same() -> None:
    cell, told = fact(EAST, "requests_new", "42"), sentence("requests_new", "42", scope="市本级")
    assert cited([cell, told], "requests_new") == [("requests_new", "table"), ("requests_new", "text")]


@pytest.mark.parametrize(("value", "scope"), [("41", "本级"), ("42", "各县区"), ("42", "西镇")])
def test_a_sentence_of_another_value_or_of_a_part_says_something_else(value: str, scope: str) -> None:
    cell, told = fact(EAST, "requests_new", "42"), sentence("requests_new", value, scope=scope)
    assert cited([cell, told], "requests_new") == [("requests_new", "table")]


def test_where_a_sentence_of_the_whole_agrees_no_other_is_needed() -> None:
    facts = [
        fact(EAST, "requests_new", "42"),
        sentence("requests_new", "42"),
        sentence("requests_new", "42", scope="本级"),
    ]
    assert len(cited(facts, "requests_new")) == 2


def test_a_zero_of_a_part_is_denied_with_the_whole() -> None:
    facts = [fact(EAST, "review_upheld", "0", column="统计数"), sentence("review", "0")]
    assert cited(facts, "review_upheld") == [("review_upheld", "table"), ("review", "text")]


def test_a_zero_outcome_is_denied_with_all_outcomes() -> None:
    facts = [fact(EAST, "litigation", "0", column="结果纠正"), sentence("litigation", "0")]
    assert cited(facts, "litigation", "结果纠正") == [("litigation", "table"), ("litigation", "text")]


def test_a_part_that_is_not_zero_has_nothing_to_do_with_a_denial() -> None:
    facts = [fact(EAST, "review_upheld", "2", column="统计数"), sentence("review", "0")]
    assert cited(facts, "review_upheld") == [("review_upheld", "table")]


def test_what_happened_once_denies_no_part() -> None:
    facts = [fact(EAST, "review_upheld", "0", column="统计数"), sentence("review", "3")]
    assert cited(facts, "review_upheld") == [("review_upheld", "table")]
