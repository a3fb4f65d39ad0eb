"""More decisions published than the table says were made: 公示行政处罚决定60件 beside 处理决定数量52.

A report publishes some of its decisions or all of them; more in the sentence than in the table is a contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from assistant.compose import Draft, Statement
from assistant.locate import blocks, source_at
from assistant.planning.query import Operation, Plan
from assistant.schema import Conflict
from index.language.sentences import sentences
from index.language.text import squeeze_numbers
from index.schema import Report

_NAMES = {"permits": "许可", "penalties": "处罚", "coercion": "强制"}
_PUBLISHED = "(?:公示|公开|公布)(?:了)?(?:各类)?行政{}(?:处理)?决定(?:书)?(?:信息)?共?(\\d+)件"
_REMARK = "公示的比表格填写的处理决定数量多，前后不一致，请以发布机关核实的为准。"
_OF_MORE_YEARS = re.compile("累计|历年|以来|至今")
_COLUMNS = ("", "本年处理决定数量", "处理决定数量")


def with_published(plan: Plan, draft: Draft | None, report: Callable[[str], Report]) -> Draft | None:
    """The draft of one report's figure, and the sentence that says that more than that was published, if there is one.

    ``report`` reads a report by its name.
    """
    name = _NAMES.get(plan.indicators[0], "") if plan.indicators and plan.column in _COLUMNS else ""
    if not (draft and name) or plan.operation is not Operation.VALUE or len(plan.targets) != 1:
        return draft
    figure = draft.figures[0] if len(draft.figures) == 1 and not draft.conflicts else None
    value = figure.value if figure else None
    found = _more(report(plan.targets[0].report), name, value) if value is not None else None
    if figure is None or value is None or found is None:
        return draft
    count, remark = found
    values = (format(value, "f"), format(count, "f"))
    sources = (*figure.citations, *remark.sources)
    conflict = Conflict(figure.issuer, plan.targets[0].year, figure.indicator, values, sources)
    return replace(draft, statements=(*draft.statements, remark), conflicts=(conflict,))


def _more(report: Report, name: str, value: Decimal) -> tuple[Decimal, Statement] | None:
    """The first sentence of a report that publishes more decisions than ``value``, and how many it says they are."""
    pattern = re.compile(_PUBLISHED.format(name))
    for section, block in blocks(report):
        for span in sentences(block.text) if block.grid is None else ():
            text = squeeze_numbers(span.text)
            match = pattern.search(text)
            if match and Decimal(match[1]) > value and not _OF_MORE_YEARS.search(text):
                source = source_at(report, section, block, span.start, span.end)
                said = f"报告写道：“{' '.join(span.text.split())}”{_REMARK}"
                return Decimal(match[1]), Statement(said, (source,), line=True)
    return None
