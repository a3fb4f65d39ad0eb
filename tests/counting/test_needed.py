"""Which indicators' facts a plan may need."""

from __future__ import annotations

from assistant.counting.needed import indicators_for
from assistant.planning.query import Operation, Part, Plan


def test_parts_wholes_and_further_figures_are_needed_too() -> None:
    plan = Plan("问题", Operation.VALUE, indicators=("refused",), parts=(Part(("requests_new",)),))
    needed = indicators_for(plan)
    assert {"refused_process", "requests_handled", "requests_total"} <= needed
    assert "budget" not in needed
