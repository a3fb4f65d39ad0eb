"""Reports whose main figures disagree with themselves: 哪些报告数字前后矛盾."""

from __future__ import annotations

from assistant.compose import Draft, Statement
from assistant.counting.desk import Desk, as_item, disagrees, drafted, said
from assistant.planning.topics import COMPARED
from index.indicators import indicators


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
