"""The figures of the whole collection: one indicator by body and year, as a table and a chart, each leading to its source."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from assistant.answer import Filters
from assistant.counting import phrases
from assistant.counting.desk import Desk, disagrees
from assistant.counting.readings import TOTAL_COLUMNS, Reading, column_rank
from assistant.counting.rows import others, row, row_of
from assistant.page import chart
from assistant.page.answer import pointer
from assistant.page.request import Looked
from assistant.page.templates import render
from assistant.planning.query import Operation, Plan, Target
from index.borders import canonical, counterparts, stands_in
from index.indicators import APPLICANTS, Indicator, indicators
from index.schema import Fact, FactState
from index.storage.heads import ReportHead
from index.store import Store

USUAL = "requests_new"
"""What is shown first: what most people ask for."""
MOST_ROWS = 200
"""Bodies in the table; the download has them all."""
_TABLES = {
    "requests": "表三 收到和处理申请",
    "disputes": "表四 行政复议和行政诉讼",
    "documents": "表二 主动公开",
    "statistics": "2014–2018年统计表",
    "": "正文中的数字",
}
_STATES = {
    FactState.BLANK: "空白",
    FactState.NOT_APPLICABLE: "不适用",
    FactState.VAGUE: "约数",
    FactState.NUMBER: "",
    FactState.ZERO: "",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: ``text`` ``""`` where there is no report; ``lead`` opens the source, ``torn`` marks a contradiction."""

    text: str = ""
    lead: tuple[tuple[str, str], ...] = ()
    torn: bool = False
    told: str = ""


def explored(store: Store, looked: Looked) -> str:
    """The view's HTML: what can be chosen, the chart, the table and the downloads."""
    offers = offered(store)
    if not offers:
        return render("explore", known=None)
    known = indicators()[looked.indicator if looked.indicator in offers else offered_first(offers)]
    columns = columns_of(known, offers[known.id])
    column = looked.column if looked.column in dict(columns) else ""
    heads = answering(store, looked.filters)
    readings = read(store, known.id, column, heads)
    names = {head.name: head.issuer.short for head in heads}
    spots = [spot(reading, names[reading.target.report]) for reading in readings]
    years = tuple(sorted({reading.target.year for reading in readings}))
    bodies = grid(readings, spots, years)
    return render(
        "explore",
        known=known,
        groups=grouped(offers),
        columns=columns,
        column=column,
        years=years,
        rows=bodies[:MOST_ROWS],
        left_out=max(len(bodies) - MOST_ROWS, 0),
        caption=caption(known, dict(columns).get(column, ""), readings),
        chart=chart.drawn([s for r, s in zip(readings, spots, strict=True) if r.state is not None]),
        counted=sum(reading.value is not None for reading in readings),
        count=len(readings),
        query=urlencode(parameters(known.id, column, looked.filters)),
    )


def answering(store: Store, filters: Filters) -> list[ReportHead]:
    """The reports within the filters, without superseded ones."""
    return [head for head in store.catalogue() if not head.superseded_by and filters.admits(head)]


def offered(store: Store) -> dict[str, set[str]]:
    """The indicators that the collection has figures of, and in which columns, in the order of the forms."""
    found: dict[str, set[str]] = {}
    for indicator, column in store.kinds():
        found.setdefault(indicator, set()).add(column)
    return {i: found[i] for i, known in indicators().items() if i in found and not known.heading}


def offered_first(offers: dict[str, set[str]]) -> str:
    """The usual indicator, else the first there is."""
    return USUAL if USUAL in offers else next(iter(offers))


def grouped(offers: dict[str, set[str]]) -> list[tuple[str, list[Indicator]]]:
    """The indicators by the table that they stand in, for a list to choose from."""
    known = [indicators()[i] for i in offers]
    return [(name, [i for i in known if i.table == table]) for table, name in _TABLES.items()]


def columns_of(known: Indicator, held: set[str]) -> list[tuple[str, str]]:
    """The columns to choose from, value and name, the one that a bare question means first with the value ``""``."""
    usual = row(known.id).column
    rest = sorted({canonical(column) for column in held if column} - {usual, *_totals(known)})
    first = usual or ("总计" if known.table in ("requests", "disputes") else "统计数")
    ordered = [name for names in known.columns.values() for name in map(canonical, names) if name in rest]
    return [("", first), *((name, name) for name in dict.fromkeys([*ordered, *rest]))]


def _totals(known: Indicator) -> set[str]:
    return set() if known.table == "documents" else set(TOTAL_COLUMNS)


def read(store: Store, indicator: str, column: str, heads: Sequence[ReportHead]) -> list[Reading]:
    """What each report says; one that says nothing has a reading without a state."""
    targets = tuple(Target(head.name, head.issuer.name, head.year) for head in heads)
    plan = Plan("", Operation.VALUE, targets=targets, indicators=(indicator,), column=column)
    further = others(plan)
    wanted = {indicator, "requests_carried_in", *(other.indicator for other in further)}
    wanted |= {known.id for known in indicators().values() if known.parent in wanted}
    facts = store.facts(reports=[head.name for head in heads], indicators=sorted(wanted))
    return Desk(plan, facts, {}, further).readings()


def spot(reading: Reading, body: str) -> chart.Spot:
    """A reading as a figure to be drawn."""
    rivals = tuple(f.value for f in reading.rivals if f.value is not None)
    if reading.gap is not None:
        rivals = (*rivals, reading.gap)
    source = next(iter(phrases.sources(reading.all_facts)), None)
    lead = (("act", "place"), ("at", json.dumps(pointer(source), ensure_ascii=False))) if source else ()
    shown = _STATES[reading.state] if reading.state else silent(reading)
    if reading.value is not None:
        shown = format(reading.value, ",f")
    return chart.Spot(
        body,
        reading.target.year,
        reading.value,
        shown,
        row_of(reading),
        reading.unit,
        tuple(dict.fromkeys(rivals)),
        lead,
    )


def silent(reading: Reading) -> str:
    """Why a report says nothing: its form has no such row, or it has and the figure is not there."""
    asked = row_of(reading)
    rows = (asked, *counterparts(asked))
    return "未写明" if any(stands_in(known, reading.target.year) for known in rows) else "无此栏"


def grid(
    readings: Sequence[Reading], spots: Sequence[chart.Spot], years: Sequence[int]
) -> list[tuple[str, list[Cell]]]:
    """The table's rows: a body and a cell for each year."""
    cells: dict[str, dict[int, Cell]] = {}
    names: dict[str, str] = {}
    for reading, shown in zip(readings, spots, strict=True):
        issuer = reading.target.issuer
        names[issuer] = shown.body
        scope = f"（{reading.scope}）" if reading.scope else ""
        cell = Cell(shown.shown + scope, shown.lead, disagrees(reading), chart.told(shown))
        cells.setdefault(issuer, {})[reading.target.year] = cell
    return [(names[issuer], [of.get(year, Cell()) for year in years]) for issuer, of in cells.items()]


def caption(known: Indicator, column: str, readings: Sequence[Reading]) -> str:
    """What the figures count, with their unit where they have one in common."""
    units = {reading.unit for reading in readings if reading.stated}
    named = f"·{column}" if column not in ("总计", "统计数", "") else ""
    return f"{known.name}{named}" + (f"（{next(iter(units))}）" if len(units) == 1 else "")


def parameters(indicator: str, column: str, filters: Filters) -> list[tuple[str, str]]:
    """What the download's address says."""
    chosen = [("issuer", name) for name in filters.issuers] + [("year", str(year)) for year in filters.years]
    return [("indicator", indicator), *([("column", column)] if column else []), *chosen]


def facts_shown(store: Store, looked: Looked) -> Iterator[Fact]:
    """The facts behind the view, those that other formats have in the row's place included."""
    if looked.indicator not in indicators():
        return
    wanted = row(looked.indicator, looked.column)
    elsewhere = set() if looked.column in APPLICANTS[:-1] else set(counterparts(wanted))
    heads = {head.name: head.year for head in answering(store, looked.filters)}
    ids = {known.indicator for known in (wanted, *elsewhere)}
    for fact in store.facts(reports=list(heads), indicators=sorted(ids)):
        known = row(fact.indicator, fact.column)
        own = known == wanted and column_rank(fact.column, looked.column) is not None
        if fact.year == heads[fact.report] and (own or known in elsewhere):
            yield fact
