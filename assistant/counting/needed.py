"""Which indicators' facts a plan may need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.counting.averages import PER
from assistant.counting.channels import fallbacks
from assistant.counting.conflicts import CARRIED, asks_carried
from assistant.counting.rows import others
from assistant.planning.query import Plan
from index.indicators import indicators


def indicators_for(plan: Plan) -> set[str]:
    """A plan's indicators, their parts and wholes, what may stand in for them, and what a share is of."""
    wanted = {*fallbacks(plan.indicators), plan.divisor, "requests_carried_in"} - {""}
    wanted |= {PER[i] for i in plan.indicators if i in PER}
    wanted |= set(CARRIED) if asks_carried(plan) else set()
    wanted |= {i for part in plan.parts for i in part.indicators}
    wanted |= {"requests_total"} if "requests_new" in wanted else set()
    wanted |= {row.indicator for asked in (plan, *_alone(plan)) for row in others(asked)}
    whole = {indicators()[i].parent for i in wanted} - {""}
    return wanted | {i.id for i in indicators().values() if i.parent in wanted} | whole


def _alone(plan: Plan) -> Iterator[Plan]:
    """Each further figure of a plan as a plan of its own."""
    for part in plan.parts:
        yield replace(plan, indicators=part.indicators, column=part.column, scope=part.scope, parts=())
