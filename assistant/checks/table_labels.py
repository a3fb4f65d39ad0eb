"""The printed labels of the statutory tables, and tables that lack a row of their form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.checks.case import Case
from assistant.checks.finding import SINCE_2019, STATISTICS, TABLES, Hit, Severity, rule
from assistant.checks.table_form import FORM
from assistant.checks.table_sums import quotes
from index.indicators import DISPUTES, OUTCOMES, form, indicators
from index.language.text import squeeze
from index.schema import Fact

_PLAIN = re.compile(r"\([^()]*\)|^其中[:：]?|[^\w]|^[\d一二三四五六七八九十]+[、.．]")
_SLIP = 4
"""Characters by which a label may be off and still be a slip; more is a short form."""


@rule("table-label", "表格栏目错字", Severity.WARNING, FORM, TABLES)
def labels(case: Case) -> Iterator[Hit]:
    """A row bears its label of the form, to the character; remarks in brackets and short forms aside."""
    seen: set[str] = set()
    for fact in case.facts:
        if fact.source == "table" and fact.printed and fact.printed not in seen and _is_slip(fact):
            seen.add(fact.printed)
            yield Hit(
                f"表格行名“{fact.printed}”与统一格式“{fact.label}”不同",
                quotes(fact),
                fact.section,
                f"改为“{fact.label}”",
                fact.page,
            )


def _is_slip(fact: Fact) -> bool:
    """Whether the label has characters lost, wrong or too many in its middle, and is not that of another form."""
    printed, wanted = (_PLAIN.sub("", squeeze(text)) for text in (fact.printed, fact.label))
    known = {_PLAIN.sub("", squeeze(label)) for label in indicators()[fact.indicator].labels.values()}
    if printed in known or wanted.startswith(printed) or wanted.endswith(printed) or wanted in printed:
        return False
    matcher = SequenceMatcher(None, printed, wanted, autojunk=False)
    changed = sum(max(b - a, d - c) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")
    return matcher.ratio() >= 0.7 and changed <= _SLIP


_DOCUMENT_ROWS = ("rules", "normative_documents", "permits", "penalties", "coercion", "charges")
_MOST_LOST = 3
"""A table that lacks more rows was more likely lost in conversion."""


@rule("table-rows-lost", "表格缺行", Severity.WARNING, FORM, SINCE_2019)
def document_rows(case: Case) -> Iterator[Hit]:
    """表二 and 表四 have every row and block of their form."""
    there = {row for row, _ in case.cells}
    lost = [row for row in _DOCUMENT_ROWS if row not in there]
    if lost and len(lost) <= _MOST_LOST:
        yield _lacking("表二", [indicators()[row].label(case.year) for row in lost])
    outcomes = [b for b in DISPUTES if any((b, outcome) in case.cells for outcome in OUTCOMES)]
    if outcomes and len(outcomes) < len(DISPUTES):
        yield _lacking("表四", [indicators()[b].name for b in DISPUTES if b not in outcomes])


@rule(
    "statistics-rows",
    "表格缺行",
    Severity.WARNING,
    "国办发〔2014〕32号《政府信息公开情况统计表》",
    STATISTICS,
)
def statistics_rows(case: Case) -> Iterator[Hit]:
    """The 统计表 has every row of its form."""
    there = {row for row, column in case.cells if column == "统计数"}
    rows = [i for i in form("statistics") if not i.heading]
    lost = [i.label(case.year) for i in rows if i.id not in there]
    if 0 < len(lost) <= _MOST_LOST and len(there) > len(rows) / 2:
        yield _lacking("统计表", lost)


def _lacking(table: str, lost: list[str]) -> Hit:
    return Hit(f"{table}缺{len(lost)}行：{'、'.join(lost)}", suggestion="对照统一格式补齐，没有的填0")
