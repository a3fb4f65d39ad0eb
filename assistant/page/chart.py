"""Figures as a chart: lines over years for each body, bars side by side; places in per cent, for HTML and SVG of our own.

A missing value is a gap and never zero. Each point is a button that leads to its source; series differ in shape and
dashes as well as colour; a change of the statutory format is a marked line with a note below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from assistant.counting.phrases import plain
from index.borders import Change, Row, Verdict, changes

MOST_LINES = 6
"""More lines than shapes nobody tells apart."""
MOST_BARS = 40
SHAPES = (
    "M6 1a5 5 0 1 0 .01 0z",
    "M1.5 1.5h9v9h-9z",
    "M6 .5 11.5 11H.5z",
    "M6 .3 11.7 6 6 11.7.3 6z",
    "M.5 1h11L6 11.5z",
    "M4 .5h4V4h3.5v4H8v3.5H4V8H.5V4H4z",
)
"""The mark of each line, as SVG paths in a field of 12 by 12."""
_NOTES = "①②③④⑤⑥"


@dataclass(frozen=True, slots=True)
class Spot:
    """One figure to be drawn: ``value`` ``None`` where there is none, ``shown`` then says why (空白, 未写明).

    ``row`` is the statutory row it is from; ``rivals`` are other values that the same report gives; ``lead`` the data
    attributes of a button that opens its source, empty where there is none.
    """

    body: str
    year: int
    value: Decimal | None
    shown: str
    row: Row
    unit: str = ""
    rivals: tuple[Decimal, ...] = ()
    lead: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A point at ``x`` and ``y`` per cent from left and bottom; ``rivals`` are the heights of the other values."""

    x: float
    y: float
    spot: Spot
    told: str
    rivals: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A body's points; ``solid`` and ``dashed`` are SVG paths, dashed where the format changed between two points."""

    name: str
    shape: str
    number: int
    marks: tuple[Mark, ...]
    solid: str
    dashed: str


@dataclass(frozen=True, slots=True)
class Break:
    """A change of the statutory format between two years: ``sign`` marks it, ``note`` explains it."""

    x: float
    sign: str
    note: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines over years. ``ticks`` and ``years`` are places and labels of the axes, ``gaps`` what has no value and why."""

    ticks: tuple[tuple[float, str], ...]
    years: tuple[tuple[float, str], ...]
    lines: tuple[Line, ...]
    breaks: tuple[Break, ...]
    gaps: tuple[str, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure as a bar; ``width`` in per cent of the longest, ``None`` where there is no value."""

    label: str
    spot: Spot
    told: str
    width: float | None


@dataclass(frozen=True, slots=True)
class Bars:
    """Figures side by side, the largest first, those without a value at the end."""

    bars: tuple[Bar, ...]
    notes: tuple[str, ...]
    left_out: int = 0


def drawn(spots: Sequence[Spot]) -> Lines | Bars | None:
    """Lines where a body has three years or more, else bars; ``None`` where fewer than two figures have a value."""
    valued = [spot for spot in spots if spot.value is not None]
    if len(valued) < 2:
        return None
    longest = max(len(row) for row in _by_body(valued).values())
    return lines(spots) if longest > 2 else bars(spots)


def bars(spots: Sequence[Spot]) -> Bars | None:
    """Bars from zero; ``None`` where one is negative, which a change (本年增/减) may be."""
    values = [spot.value for spot in spots if spot.value is not None]
    if min(values) < 0:
        return None
    longest = max(values) or Decimal(1)
    several = len({spot.year for spot in spots}) > 1
    ordered = sorted(spots, key=lambda spot: (spot.value is None, -(spot.value or 0)))
    found = [
        Bar(
            f"{spot.body}{spot.year}年" if several else spot.body,
            spot,
            told(spot),
            None if spot.value is None else round(float(spot.value / longest) * 100, 2),
        )
        for spot in ordered[:MOST_BARS]
    ]
    notes = tuple(change.sentence for change in _changes(spots) if change.verdict)
    return Bars(tuple(found), notes, max(len(ordered) - MOST_BARS, 0))


def lines(spots: Sequence[Spot]) -> Lines:
    """Lines over the years from the first to the last; of many bodies those with the highest last value."""
    by_body = _by_body(spots)
    chosen = dict(list(by_body.items())[:MOST_LINES])
    kept = [spot for row in chosen.values() for spot in row]
    first, last = min(s.year for s in kept), max(s.year for s in kept)
    low, high, step = scale([v for s in kept for v in (s.value, *s.rivals) if v is not None])

    def x(year: float) -> float:
        return round((year - first + 0.5) / (last - first + 1) * 100, 2)

    def y(value: Decimal) -> float:
        return round(float((value - low) / (high - low)) * 100, 2)

    found = _changes(kept)
    apart, near = (
        {c.after for c in found if c.verdict is verdict} for verdict in (Verdict.APART, Verdict.NEAR)
    )
    count = int((high - low) / step)
    return Lines(
        ticks=tuple((y(low + step * n), plain(low + step * n)) for n in range(count + 1)),
        years=tuple((x(year), str(year)) for year in range(first, last + 1)),
        lines=tuple(
            _line(name, n, row, (x, y), (apart, near)) for n, (name, row) in enumerate(chosen.items())
        ),
        breaks=tuple(
            Break(x(change.after - 0.5), sign, f"{sign} {change.sentence}")
            for sign, change in zip(_NOTES, found, strict=False)
        ),
        gaps=tuple(f"{s.body}{s.year}年{s.shown}" for s in kept if s.value is None),
        left_out=len(by_body) - len(chosen),
    )


def _by_body(spots: Iterable[Spot]) -> dict[str, list[Spot]]:
    rows: dict[str, list[Spot]] = {}
    for spot in sorted(spots, key=lambda spot: spot.year):
        rows.setdefault(spot.body, []).append(spot)
    if len(rows) <= MOST_LINES:
        return rows
    return dict(
        sorted(
            rows.items(), key=lambda item: -max((s.value or Decimal(0) for s in item[1]), default=Decimal(0))
        )
    )


def told(spot: Spot) -> str:
    """A figure in words, for those who hear the page."""
    others = "".join(f"，同一报告另有{plain(value)}{spot.unit}，前后不一致" for value in spot.rivals)
    unit = spot.unit if spot.value is not None else ""
    return f"{spot.body}{spot.year}年 {spot.shown}{unit}{others}" + ("，看来源" if spot.lead else "")


Places = tuple[Callable[[float], float], Callable[[Decimal], float]]


def _line(
    name: str, number: int, row: Sequence[Spot], places: Places, changed: tuple[set[int], set[int]]
) -> Line:
    x, y = places
    valued = [spot for spot in row if spot.value is not None]
    marks = tuple(
        Mark(x(s.year), y(s.value or Decimal(0)), s, told(s), tuple(map(y, s.rivals))) for s in valued
    )
    solid: list[str] = []
    dashed: list[str] = []
    for before, after in pairwise(marks):
        if after.spot.year != before.spot.year + 1 or _crosses(before, after, changed[0]):
            continue  # a year without a value, or a figure that no longer means the same, leaves a gap
        path = f"M{before.x} {100 - before.y}L{after.x} {100 - after.y}"
        (dashed if _crosses(before, after, changed[1]) else solid).append(path)
    return Line(name, SHAPES[number], number, marks, "".join(solid), "".join(dashed))


def _crosses(before: Mark, after: Mark, starts: set[int]) -> bool:
    return any(before.spot.year < start <= after.spot.year for start in starts)


def _changes(spots: Iterable[Spot]) -> list[Change]:
    return changes((spot.year, spot.row) for spot in spots if spot.value is not None)


def scale(values: Sequence[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    """Lowest and highest value of an axis that holds zero and all values, and the step of its ticks, five at most."""
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    span = high - low or Decimal(1)
    size = Decimal(10) ** (span.adjusted() - 1)
    step = next(size * n for n in (1, 2, 5, 10, 20, 50, 100) if span / (size * n) <= 4)
    if all(value == value.to_integral_value() for value in values):
        step = max(step, Decimal(1))  # a half of a request is none
    floor, ceiling = (
        (low / step).to_integral_value(ROUND_FLOOR),
        (high / step).to_integral_value(ROUND_CEILING),
    )
    return floor * step, max(ceiling, floor + 1) * step, step
