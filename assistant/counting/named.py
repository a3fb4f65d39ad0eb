"""Parts that a report tells of by name (动态类, 民生主题), where a question names one: its figure is the answer, not the whole's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.counting.channels import CHANNELS, fallbacks
from assistant.planning.part_names import kind_of, whole
from assistant.planning.query import Operation, Part, Plan, Wanted
from index.language.text import squeeze
from index.schema import Fact

_OPERATIONS = frozenset({Operation.VALUE, Operation.SHARE, Operation.NARRATIVE})
_AMOUNTS = frozenset({Wanted.NUMBER, Wanted.SHARE})
_SHORTEST = 2
_CLAUSE = re.compile("[，,；;、？?]")
_AMOUNT = re.compile("几|多少")


def with_named_part(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """The plan of the part that the question names as the report does; the plan itself where it names none or several.

    ``facts`` are those of the plan's report. Parts of what was disclosed are asked for without naming it (财政类占多少).
    """
    ours = plan.operation in _OPERATIONS and plan.wanted in _AMOUNTS and len(plan.targets) == 1
    if not ours or plan.parts or (plan.scope and not plan.scope.endswith("类")):
        return plan
    asked = squeeze(plan.question)
    named = {
        (fact.indicator, fact.scope): name
        for fact in facts
        if fact.value is not None
        and _is_part(fact, plan)
        and len(name := part_name(fact.scope)) >= _SHORTEST
        and name in asked
    }
    longest = max(map(len, named.values()), default=0)
    best = [place for place, name in named.items() if len(name) == longest]
    if len(best) != 1:
        return plan
    ((indicator, scope),) = best
    if plan.indicators and _asks_the_whole_too(asked, part_name(scope)):
        return replace(plan, parts=(Part((indicator,), "", scope),))
    share = plan.wanted is Wanted.SHARE
    return replace(
        plan,
        operation=Operation.SHARE if share else Operation.VALUE,
        indicators=(indicator,),
        column="",
        scope=scope,
        divisor=(plan.divisor if plan.divisor.startswith("disclosed") else indicator) if share else "",
        focus=tuple(
            word for word in plan.focus if word not in part_name(scope) and part_name(scope) not in word
        ),
    )


def _asks_the_whole_too(asked: str, name: str) -> bool:
    """Whether another clause asks for an amount before the one that names the part (开了几场，民生的几场)."""
    clauses = [clause for clause in _CLAUSE.split(asked) if _AMOUNT.search(clause)]
    return len(clauses) > 1 and name not in clauses[0]


def part_name(scope: str) -> str:
    """What a question calls a part that is printed as 动态类, “文旅”主题."""
    return scope.strip("“”").removesuffix("类").removesuffix("主题").strip("“”")


def _is_part(fact: Fact, plan: Plan) -> bool:
    """Whether a fact is of a named part of what the plan asks for, and not of a body or a level."""
    known = fact.part_of and not whole(fact.scope) and not kind_of(fact.scope) and fact.scope != "累计"
    family = fact.indicator in ("disclosed", *CHANNELS)
    wanted = fallbacks(plan.indicators) if plan.indicators else ()
    loose = family and (not plan.indicators or plan.scope.endswith("类"))
    return known and fact.year == plan.targets[0].year and (fact.indicator in wanted or loose)
