"""The figures of an answer as a table, by body and year where they allow it, with bars for a series of years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.compose import COMPUTED
from assistant.schema import Figure
from index.indicators import indicators
from index.schema import FactState

Short = Callable[[str], str]
"""From a body's full name to its short one."""

_STATES = {
    FactState.BLANK: "空白",
    FactState.NOT_APPLICABLE: "不适用",
    FactState.VAGUE: "约数，见原文",
}
_FEWEST_BARS = 3
_BAR_HEIGHT = 72
"""Pixels of the highest bar."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as shown with the citations that it leads to; an empty ``text`` is a gap in the table."""

    text: str = ""
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One year of a series; ``height`` in pixels."""

    year: int
    text: str
    height: int
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` are a label and the values below ``columns``; ``bars`` is empty without a series of years."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Shown, ...]], ...]
    bars: tuple[Bar, ...] = ()


def table(figures: Sequence[Figure], short: Short) -> Table | None:
    """The looked up figures as a table; ``None`` for fewer than two. What was computed from them is in the text."""
    figures = [figure for figure in figures if figure.indicator != COMPUTED]
    if len(figures) < 2:
        return None
    alike = len({(_name(f), f.unit) for f in figures}) == 1
    return (_by_year(figures, short) if alike else None) or _listed(figures, short, alike=alike)


def _by_year(figures: Sequence[Figure], short: Short) -> Table | None:
    """Bodies by years; ``None`` where two figures share a place or most places are empty."""
    cells = {(f.issuer, f.year): f for f in figures if f.year is not None}
    years = sorted({year for _, year in cells if year is not None})
    issuers = list(dict.fromkeys(f.issuer for f in figures))
    if len(cells) < len(figures) or len(cells) * 2 < len(years) * len(issuers):
        return None
    rows = [(short(i), tuple(_value(cells.get((i, y))) for y in years)) for i in issuers]
    bars = _bars(figures) if len(issuers) == 1 else ()
    return Table(_caption(figures[0]), tuple(f"{y}年" for y in years), tuple(rows), bars)


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


def _bars(figures: Sequence[Figure]) -> tuple[Bar, ...]:
    """Bars from zero up, a year each; none where a value is missing, negative or there are few."""
    if len(figures) < _FEWEST_BARS or any(f.value is None or f.value < 0 for f in figures):
        return ()
    highest = max(f.value or Decimal(0) for f in figures) or Decimal(1)
    return tuple(
        Bar(
            f.year or 0,
            _number(f.value or Decimal(0)),
            round((f.value or 0) / highest * _BAR_HEIGHT),
            f.citations,
        )
        for f in sorted(figures, key=lambda f: f.year or 0)
    )
