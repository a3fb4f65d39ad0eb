"""What the figures of a report ask to be looked at."""

from __future__ import annotations

import pytest
from clean_reports import draw
from report_source import understood
from spoilers import both, outcome

from assistant.check import check


@pytest.mark.parametrize(
    ("year", "cases", "found"), [(2024, "2", True), (2024, "0", False), (2023, "2", False)]
)
def test_cases_brought_without_review_are_remarked_on_from_2024(
    year: int, cases: str, *, found: bool
) -> None:
    source = draw(year, 7, place="柳溪镇")
    both(*(outcome(place, "0") for place in range(5, 10)), outcome(5, cases), outcome(9, cases))(source)
    findings = [f for f in check(*understood(source)).findings if f.rule == "review-first"]
    assert bool(findings) == found
    assert all(f.severity == "note" and f.quotes for f in findings)
