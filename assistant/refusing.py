"""What is said where a plan cannot be answered: the question back, the planner's refusals, or that no report tells."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.compose import Draft, Source, Statement
from assistant.planning.query import Plan, Wanted
from assistant.schema import Reason, Status


def clarify(plan: Plan) -> Draft:
    """The question back, with what it could mean; of a name that nobody has, whether the one like it is meant."""
    refused = "".join(refusal.message for refusal in plan.missing)
    asks = "您想问的是它吗？" if refused and len(plan.options) == 1 else "您问的是哪一个？收录的有："
    statements = [Statement(refused + asks)]
    statements += [Statement(f"- {option}", line=True) for option in plan.options]
    return Draft(tuple(statements), Status.CLARIFY, options=plan.options)


def refusal(plan: Plan) -> Draft:
    """The planner's refusals in its words."""
    if not plan.missing:
        text = "没有收录相关的年报，无法回答。"
        return Draft((Statement(text),), Status.REFUSED, Reason.NO_SUCH_ISSUER)
    statements = tuple(Statement(r.message, line=True) for r in plan.missing)
    return Draft(statements, Status.REFUSED, plan.missing[0].reason)


def not_stated(plan: Plan, names: Mapping[str, str], near: Source | None) -> Draft:
    """That the reports searched do not tell, or name no reason, and the ``near``est thing that they do say."""
    searched = "、".join(
        dict.fromkeys(f"{names.get(t.report, t.issuer)}{t.year}年" for t in plan.targets[:5])
    )
    more = f"等{len(plan.targets)}份" if len(plan.targets) > 5 else ""
    what = "原因" if plan.wanted is Wanted.CAUSE else "这一点"
    statements = [Statement(f"{searched}{more}年报没有写明{what}，无法回答。")]
    if near:
        quote = " ".join(near.quote.split())
        statements.append(Statement(f"报告中最接近的内容是：“{quote}”", (near,), line=True))
    return Draft(tuple(statements), status=Status.REFUSED, reason=Reason.NOT_STATED)
