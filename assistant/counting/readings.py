"""What one report says about one indicator: facts from its tables and sentences weighed into a Reading.

A table cell goes before a sentence; both are kept where they disagree. An empty cell is blank and never
zero. A group of the statutory table that has no row of its own (（三）不予公开) is the sum of its rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from assistant.counting.rivals import counts_apart, is_part, is_unnamed_part, one_per_source
from assistant.planning.part_names import scope_rank, whole
from assistant.planning.query import Target
from index.borders import canonical
from index.indicators import APPLICANTS, LEGAL_PERSONS, OUTCOMES, indicators
from index.schema import Fact, FactState

TOTAL_COLUMNS = (
    "总计",
    "统计数",
    "",
    "本年制发件数",
    "本年新制作数量",
    "本年处理决定数量",
    "处理决定数量",
    "本年收费金额（单位：万元）",
    "采购项目数量",
)
"""What a question that names no column means, in order of preference."""

Sheet = Mapping[str, Sequence[Fact]]
"""The facts of one report by indicator."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure of one report. ``state`` is ``None`` where the report does not state it.

    ``facts`` carry the value, ``rivals`` are facts of the same report that say another value, ``parts`` the
    facts of which a computed ``value`` is the sum, and ``gap`` the sum of a table row's or block's parts
    where the printed total is another.
    """

    target: Target
    indicator: str
    column: str = ""
    scope: str = ""
    value: Decimal | None = None
    state: FactState | None = None
    unit: str = ""
    facts: tuple[Fact, ...] = ()
    rivals: tuple[Fact, ...] = ()
    parts: tuple[Fact, ...] = ()
    gap: Decimal | None = None

    @property
    def stated(self) -> bool:
        """Whether there is a value, be it exact or vague."""
        return self.state in (FactState.NUMBER, FactState.ZERO, FactState.VAGUE)

    @property
    def all_facts(self) -> tuple[Fact, ...]:
        """Every fact behind the reading, those that disagree included."""
        return (*self.facts, *self.parts, *self.rivals)


def same_column(column: str, wanted: str) -> bool:
    """Whether a fact's column is the wanted one, in either format."""
    return column == wanted or canonical(column) == canonical(wanted)


def column_rank(column: str, wanted: str) -> int | None:
    """How well a fact's column fits, 0 best; ``None`` where it is another column."""
    if wanted:
        return 0 if same_column(column, wanted) else None
    return TOTAL_COLUMNS.index(column) if column in TOTAL_COLUMNS else None


def sheets(facts: Iterable[Fact]) -> dict[str, dict[str, list[Fact]]]:
    """Facts of many reports by report and indicator."""
    found: dict[str, dict[str, list[Fact]]] = {}
    for fact in facts:
        found.setdefault(fact.report, {}).setdefault(fact.indicator, []).append(fact)
    return found


def fitting(facts: Iterable[Fact], target: Target, column: str, scope: str) -> list[Fact]:
    """The facts about the report's own year in a column and scope, best fitting first."""
    ranked: list[tuple[int, int, bool, Fact]] = []
    for fact in facts:
        if fact.year != target.year:
            continue
        by_column, by_scope = column_rank(fact.column, column), scope_rank(fact.scope, scope, target.issuer)
        if by_column is not None and by_scope is not None:
            ranked.append((by_scope, by_column if not column else 0, fact.source != "table", fact))
    ranked.sort(key=lambda entry: entry[:3])
    return [entry[3] for entry in ranked]


def read(own: Sheet, wanted: Reading) -> Reading:
    """What a report says, from its facts about the wanted indicator, its parts and 上年结转."""
    found = fitting(own.get(wanted.indicator, ()), wanted.target, wanted.column, wanted.scope)
    if not wanted.column and len(found) > 1:
        column = table_column(found)
        found = [f for f in found if f.source == "text" or f.column == column]
    reading = weigh(wanted, found)
    if wanted.column == LEGAL_PERSONS:
        return legal_persons(own, reading)
    if not reading.stated:
        summed = from_parts(own, reading)
        reading = summed if summed.stated else reading
    return with_gap(own, without_carried_in(own, reading))


def legal_persons(own: Sheet, reading: Reading) -> Reading:
    """What legal persons and organisations applied for: the sum of their columns of 表三, beside what a sentence says."""
    cells: list[Fact] = []
    for column in APPLICANTS[1:-1]:
        fits = fitting(own.get(reading.indicator, ()), reading.target, column, reading.scope)
        cells += [fact for fact in fits if fact.source == "table"][:1]
    total = sum((f.value for f in cells if f.value is not None), Decimal(0))
    if len(cells) < len(APPLICANTS) - 2 or any(f.value is None for f in cells):
        return reading
    told, agree = reading.facts, reading.value == total
    state = FactState.NUMBER if total else FactState.ZERO
    return replace(
        reading,
        value=total,
        state=state,
        unit=cells[0].unit,
        facts=told if agree else (),
        rivals=() if agree else told,
        parts=tuple(f for f in cells if f.value) or tuple(cells[:1]),
    )


def table_column(facts: Sequence[Fact]) -> str:
    """The column of the best fitting table fact, for a question that names none."""
    return next((fact.column for fact in facts if fact.source == "table"), "")


def weigh(reading: Reading, found: Sequence[Fact]) -> Reading:
    """A reading from fitting facts: exact before vague before blank, table before sentence."""
    exact = [f for f in found if f.state in (FactState.NUMBER, FactState.ZERO)]
    if exact:
        return exact_reading(reading, exact)
    for state in (FactState.VAGUE, FactState.BLANK, FactState.NOT_APPLICABLE):
        if chosen := [f for f in found if f.state is state]:
            return replace(reading, state=state, unit=chosen[0].unit, facts=(chosen[0],))
    return reading


def exact_reading(reading: Reading, exact: Sequence[Fact]) -> Reading:
    """The value of the best fact, with the facts that agree and those that disagree."""
    first = exact[0]
    same_scope = [f for f in exact if f.scope == first.scope or (whole(f.scope) and whole(first.scope))]
    agree = [f for f in same_scope if f.value == first.value and f.unit == first.unit]
    differ = [
        f
        for f in same_scope
        if f.unit == first.unit and f.value != first.value and not (is_part(f) or is_unnamed_part(f, agree))
    ]
    return Reading(
        reading.target,
        reading.indicator,
        reading.column,
        first.scope,
        first.value,
        first.state,
        first.unit,
        tuple(one_per_source(agree)),
        tuple(one_per_source(differ)),
    )


@cache
def rows_below(indicator: str) -> tuple[str, ...]:
    """The rows of a group of 表三 or 表四, whose sum the group is; empty where the indicator is none."""
    if indicators()[indicator].table not in ("requests", "disputes"):
        return ()
    return tuple(i.id for i in indicators().values() if i.parent == indicator)


def from_parts(own: Sheet, reading: Reading) -> Reading:
    """A group without a row of its own as the sum of its rows, where every row has a number."""
    parts: list[Fact] = []
    for child in rows_below(reading.indicator):
        if not (table_rows := [f for f in own.get(child, ()) if f.source == "table"]):
            continue
        if not (fits := fitting(table_rows, reading.target, reading.column, reading.scope)):
            continue
        if fits[0].value is None:
            return reading
        parts.append(fits[0])
    if len(parts) < 2:
        return reading
    total = sum((f.value for f in parts if f.value is not None), Decimal(0))
    state = FactState.NUMBER if total else FactState.ZERO
    return replace(reading, value=total, state=state, unit=parts[0].unit, parts=tuple(parts))


def without_carried_in(own: Sheet, reading: Reading) -> Reading:
    """A sentence that counts 新收 and 上年结转 together does not disagree with the table."""
    if reading.indicator != "requests_new" or not reading.rivals or reading.value is None:
        return reading
    carried = fitting(own.get("requests_carried_in", ()), reading.target, reading.column, reading.scope)
    both = reading.value + (carried[0].value or 0) if carried else reading.value
    rivals = tuple(f for f in reading.rivals if f.value != both or counts_apart(f))
    return replace(reading, rivals=rivals)


def with_gap(own: Sheet, reading: Reading) -> Reading:
    """A printed total of 表四 beside the sum of its outcomes, where the two differ."""
    table = [f for f in reading.facts if f.source == "table" and f.column == "总计"]
    if not table or indicators()[reading.indicator].table != "disputes":
        return reading
    cells = [f for f in own[reading.indicator] if f.source == "table" and f.column in OUTCOMES[:-1]]
    if len(cells) != len(OUTCOMES) - 1 or any(f.value is None for f in cells):
        return reading
    total = sum((f.value for f in cells if f.value is not None), Decimal(0))
    if total == reading.value:
        return reading
    return replace(reading, gap=total, parts=tuple(f for f in cells if f.value))
