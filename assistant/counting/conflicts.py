"""Reports whose figures disagree: with themselves (哪些报告数字前后矛盾), or with the next year's in what is carried over."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.compose import Draft, Statement
from assistant.counting import phrases
from assistant.counting.desk import Desk, as_item, disagrees, drafted, said, stated
from assistant.planning.query import Plan
from assistant.planning.topics import COMPARED
from index.indicators import indicators

CARRIED = ("requests_carried_out", "requests_carried_in")
"""What one year hands on, and the next takes over: 结转下年度 of one report is 上年结转 of the next."""

_AGREE = re.compile("对[得不]?上|接[得不]?上|一致|不一样|一样|相符|不符|吻合|衔接|矛盾")


def conflicting(desk: Desk) -> Draft:
    """The main figures of each target that its report gives twice and differently, and which were compared."""
    readings = [desk.read(target, indicator) for target in desk.plan.targets for indicator in COMPARED]
    torn = [reading for reading in readings if disagrees(reading)]
    reports = len({reading.target for reading in torn})
    names = "、".join(indicators()[indicator].name for indicator in COMPARED)
    head = f"前后不一致的报告有{reports}份：" if torn else "没有发现前后不一致的报告。"
    lines = [said(reading, desk.names, "- ", line=True) for reading in torn]
    scope = Statement(f"（收录{len(desk.plan.targets)}份，核对的是{names}，其他数字没有核对）", line=True)
    items = {item.issuer: item for item in map(as_item, torn)}
    return drafted([Statement(head), *lines, scope], torn, items=tuple(items.values()))


def asks_carried(plan: Plan) -> bool:
    """Whether it is asked if what was carried out of one year is what the next year's report took over."""
    years = sorted(target.year for target in plan.targets)
    return (
        len(years) == 2
        and years[1] == years[0] + 1
        and len({target.issuer for target in plan.targets}) == 1
        and "结转" in plan.question
        and _AGREE.search(plan.question) is not None
    )


def carried(desk: Desk) -> Draft | None:
    """What one report carries out beside what the next takes over; ``None`` where one of them does not say."""
    first, second = sorted(desk.plan.targets, key=lambda target: target.year)
    out, into = desk.read(first, CARRIED[0]), desk.read(second, CARRIED[1])
    if out.value is None or into.value is None:
        return None
    text = f"{phrases.figure(out, desk.names)}，{phrases.figure(into, desk.names)}，"
    gap = abs(out.value - into.value)
    text += f"两者不一致，相差{phrases.plain(gap)}件，请以发布机关核实的为准。" if gap else "两者一致。"
    return drafted([stated(text, (out, into), (gap,) if gap else (Decimal(0),))], [out, into])
