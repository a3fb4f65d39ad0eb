"""The figures of an answer as a table, by body and year where they allow it, and as a chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.compose import COMPUTED
from assistant.counting.rows import row
from assistant.page import chart
from assistant.schema import Conflict, Figure
from index.borders import counterparts
from index.indicators import indicators
from index.schema import FactState

Short = Callable[[str], str]
"""From a body's full name to its short one."""

_STATES = {
    FactState.BLANK: "空白",
    FactState.NOT_APPLICABLE: "不适用",
    FactState.VAGUE: "约数，见原文",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as shown with the citations that it leads to; an empty ``text`` is a gap in the table."""

    text: str = ""
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` are a label and the values below ``columns``; ``chart`` is ``None`` where there is nothing to be drawn."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Shown, ...]], ...]
    chart: chart.Lines | chart.Bars | None = None


def table(figures: Sequence[Figure], short: Short, conflicts: Sequence[Conflict] = ()) -> Table | None:
    """The looked up figures as a table; ``None`` for fewer than two. What was computed from them is in the text.

    ``conflicts`` are the answer's; the chart marks their figures.
    """
    figures = [figure for figure in figures if figure.indicator != COMPUTED]
    if len(figures) < 2:
        return None
    alike = one_kind(figures)
    return (_by_year(figures, short, conflicts) if alike else None) or _listed(figures, short, alike=alike)


def one_kind(figures: Sequence[Figure]) -> bool:
    """Whether the figures count one thing, be it that its row has another name in another format."""
    rows = {row(figure.indicator, figure.column) for figure in figures}
    first = next(iter(rows))
    if len({(figure.scope, figure.unit) for figure in figures}) > 1:
        return False
    named = {_name(figure) for figure in figures}
    return len(named) == 1 or rows <= {first, *counterparts(first)}


def _by_year(figures: Sequence[Figure], short: Short, conflicts: Sequence[Conflict]) -> Table | None:
    """Bodies by years; ``None`` where two figures share a place or most places are empty."""
    cells = {(f.issuer, f.year): f for f in figures if f.year is not None}
    years = sorted({year for _, year in cells if year is not None})
    issuers = list(dict.fromkeys(f.issuer for f in figures))
    if len(cells) < len(figures) or len(cells) * 2 < len(years) * len(issuers):
        return None
    rows = [(short(i), tuple(_value(cells.get((i, y))) for y in years)) for i in issuers]
    spots = [_spot(figure, short, conflicts) for figure in cells.values()]
    columns = tuple(f"{y}年" for y in years)
    return Table(_caption(max(figures, key=lambda f: f.year or 0)), columns, tuple(rows), chart.drawn(spots))


def _spot(figure: Figure, short: Short, conflicts: Sequence[Conflict]) -> chart.Spot:
    rivals = (
        Decimal(value)
        for c in conflicts
        if (c.issuer, c.year, c.indicator) == (figure.issuer, figure.year, figure.indicator)
        for value in c.values
    )
    lead = (("act", "source"), ("n", str(figure.citations[0]))) if figure.citations else ()
    return chart.Spot(
        short(figure.issuer),
        figure.year or 0,
        figure.value,
        _value(figure).text,
        row(figure.indicator, figure.column),
        figure.unit,
        tuple(value for value in rivals if value != figure.value),
        lead,
    )


def _listed(figures: Sequence[Figure], short: Short, *, alike: bool) -> Table:
    """One figure a row; figures of one kind have its name above them all."""
    rows = [
        (_whose(f, short) if alike else f"{_whose(f, short)} {_name(f)}", (_value(f, with_unit=not alike),))
        for f in figures
    ]
    return Table(_caption(figures[0]) if alike else "所依据的数据", ("数值",), tuple(rows))


def _caption(figure: Figure) -> str:
    return _name(figure) + (f"（{figure.unit}）" if figure.unit else "")


def _whose(figure: Figure, short: Short) -> str:
    return short(figure.issuer) + (f"{figure.year}年" if figure.year is not None else "")


def _name(figure: Figure) -> str:
    """Indicator, column and scope in words."""
    known = indicators().get(figure.indicator)
    name = known.name if known else figure.indicator
    return "·".join(part for part in (name, _column(figure.column), figure.scope) if part)


def _column(column: str) -> str:
    """A column worth naming: not the total, which is what a bare figure means."""
    return "" if column in ("总计", "统计数") else column


def _value(figure: Figure | None, *, with_unit: bool = False) -> Shown:
    if figure is None:
        return Shown()
    if figure.value is None:
        return Shown(_STATES.get(figure.state, "未写明"), figure.citations)
    return Shown(_number(figure.value) + (figure.unit if with_unit else ""), figure.citations)


def _number(value: Decimal) -> str:
    return format(value, ",f")
