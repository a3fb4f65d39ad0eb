"""Sums of several figures of one report: which of them may be added up, and when that is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from assistant.compose import Statement
from assistant.counting import phrases
from assistant.counting.desk import stated
from assistant.counting.readings import Reading
from assistant.planning.part_names import whole
from assistant.planning.parts import TOGETHER
from assistant.planning.query import Plan
from assistant.planning.vocabulary import find_indicators
from index.indicators import indicators
from index.language.text import squeeze

_CLAUSE = re.compile("[，,；;。？?]")
_AMOUNT = re.compile("多少|几")
_INTAKE = frozenset({"requests_new", "requests_carried_in", "requests_total"})
"""What came in, over against what became of it (表三: 第一项加第二项之和，等于第三项加第四项之和): the same requests, which nobody adds up."""


def together(plan: Plan, readings: Sequence[Reading]) -> list[Statement]:
    """The sum of several figures of one report, where the question asks for it (予以公开和部分公开合计)."""
    if not all(alike(one, other) for one, other in combinations(readings, 2)):
        return []
    values = [r.value for r in readings if r.value is not None]
    if [r.column for r in readings] == ["上一年项目数量", "本年增/减"] and len(values) == 2:
        return [items_now(readings)]
    if len(values) < 2 or len(values) < len(readings) or not asks_sum(plan.question):
        return []
    total = sum(values, Decimal(0))
    shown = "+".join(phrases.plain(v) for v in values)
    text = f"合计{phrases.plain(total)}{readings[0].unit}（{shown}={phrases.plain(total)}）。"
    return [stated(text, readings, (total,), line=True)]


def asks_sum(question: str) -> bool:
    """Whether a sum of several figures is asked for, and not the total of one among them (总共几件，其中企业几件)."""
    clauses = [clause for clause in _CLAUSE.split(squeeze(question)) if _AMOUNT.search(clause)]
    if len(clauses) < 2:
        return bool(TOGETHER.search(question))
    return any(TOGETHER.search(clause) and not find_indicators(clause) for clause in clauses)


def alike(one: Reading, other: Reading) -> bool:
    """Whether two figures may be added up: of one unit, of one column, neither counting what the other counts."""
    if one.unit != other.unit or inside(one, other) or inside(other, one):
        return False
    if one.indicator == other.indicator:
        return True
    crossed = (one.indicator in _INTAKE) != (other.indicator in _INTAKE)
    return one.column == other.column and not crossed


def inside(one: Reading, other: Reading) -> bool:
    """Whether a figure is counted in another one already: a column of the row, a row of the group, a part of the body."""
    if one.indicator != other.indicator:
        return other.indicator in above(one.indicator)
    narrower = bool(one.column) and other.column in ("", "总计") and one.column != other.column
    return narrower or (whole(other.scope) and not whole(one.scope))


def above(indicator: str) -> list[str]:
    """The groups that a row stands in, the nearest first."""
    parent = indicators()[indicator].parent
    return [parent, *above(parent)] if parent else []


def items_now(readings: Sequence[Reading]) -> Statement:
    """What there is now: the items of the year before with those that came or went (表二, 国办公开办函〔2019〕60号)."""
    before, change = (r.value or Decimal(0) for r in readings)
    sign = "-" if change < 0 else "+"
    text = f"{phrases.plain(before)}{sign}{phrases.plain(abs(change))}={phrases.plain(before + change)}"
    shown = f"相加为{phrases.plain(before + change)}{readings[0].unit}（{text}）。"
    return stated(shown, readings, (before + change,), line=True)
