"""What is said where a plan cannot be answered: the question back, or the planner's refusals."""

from __future__ import annotations

from assistant.compose import Draft, Statement
from assistant.planning.query import Plan
from assistant.schema import Reason, Status


def clarify(plan: Plan) -> Draft:
    """The question back, with what it could mean."""
    statements = [Statement("您问的是哪一个？收录的有：")]
    statements += [Statement(f"- {option}", line=True) for option in plan.options]
    return Draft(tuple(statements), Status.CLARIFY, options=plan.options)


def refusal(plan: Plan) -> Draft:
    """The planner's refusals in its words."""
    if not plan.missing:
        text = "没有收录相关的年报，无法回答。"
        return Draft((Statement(text),), Status.REFUSED, Reason.NO_SUCH_ISSUER)
    statements = tuple(Statement(r.message, line=True) for r in plan.missing)
    return Draft(statements, Status.REFUSED, plan.missing[0].reason)
