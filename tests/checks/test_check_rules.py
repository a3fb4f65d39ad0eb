"""Every rule finds the fault it is there for, in a report that is clean but for that fault."""

from __future__ import annotations

from functools import cache

import pytest
from clean_reports import draw
from report_source import Source, understood
from spoiled_reports import SPOILED

from assistant.check import check
from assistant.checks.finding import RULES, Finding
from index.language.text import find

ACROSS_YEARS = {
    "previous-year",
    "carried-over",
    "last-year-figure",
    "documents-stock",
    "items-stock",
    "old-year-copied",
    "problems-copied",
    "text-copied",
    "unexplained-jump",
    "shared-passage",
}
"""Rules that need other reports; test_check_last_year.py has them."""
BY_FIGURES = {"review-first"}
"""Rules that strike in clean reports too; test_check_obligations.py has them."""


def found_in(source: Source) -> tuple[Finding, ...]:
    return check(*understood(source)).findings


@cache
def clean_findings(year: int) -> tuple[Finding, ...]:
    return found_in(draw(year, 7, place="柳溪镇"))


@pytest.mark.parametrize("rule", SPOILED)
def test_a_rule_finds_its_fault_and_lets_the_clean_report_be(rule: str) -> None:
    year, spoil = SPOILED[rule]
    source = draw(year, 7, place="柳溪镇")
    spoil(source)
    assert rule in {finding.rule for finding in found_in(source)}
    assert rule not in {finding.rule for finding in clean_findings(year)}


def test_what_a_service_costs_is_no_report_on_the_fees_for_disclosure() -> None:
    source = draw(2016, 7, place="柳溪镇")
    del source.chapters["四、政府信息公开的收费及减免情况"]
    source.chapters["一、概述"].append("办事流程、收费依据和收费标准全部上墙。")
    assert any("收费及减免" in f.message for f in found_in(source) if f.rule == "contents-2007")


def test_every_rule_has_a_spoiled_report() -> None:
    clean_findings(2023)
    assert set(RULES) == set(SPOILED) | ACROSS_YEARS | BY_FIGURES


@pytest.mark.parametrize("rule", SPOILED)
def test_what_a_finding_quotes_stands_in_the_report(rule: str) -> None:
    year, spoil = SPOILED[rule]
    source = draw(year, 7, place="柳溪镇")
    spoil(source)
    report, facts = understood(source)
    for finding in check(report, facts).findings:
        assert all(find(quote, report.text) for quote in finding.quotes), finding


@pytest.mark.parametrize("year", [2012, 2014, 2016, 2018, 2019, 2020, 2021, 2024])
@pytest.mark.parametrize("seed", range(3))
def test_a_clean_report_has_no_error_and_no_warning(year: int, seed: int) -> None:
    assert [f for f in found_in(draw(year, seed)) if f.severity != "note"] == []


@pytest.mark.slow
@pytest.mark.parametrize("year", [2017, 2020, 2023])
def test_two_hundred_clean_reports_of_a_generation_have_no_error(year: int) -> None:
    for seed in range(100, 300):
        assert not check(*understood(draw(year, seed))).has_errors, seed
