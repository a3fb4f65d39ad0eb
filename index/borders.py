"""What the rows of one statutory format are in the next (borders.toml): whether figures of both may be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import pairwise, product

from index.indicators import OUTCOMES, indicators
from index.tomlfiles import read_toml

ERAS = {
    2008: "2013年及以前的年报",
    2014: "2014–2018年格式",
    2019: "2019–2020年格式",
    2021: "2021年起的格式",
}
"""The statutory formats by their first year; before 2014 each province had its own tables."""

_ANNEX = "2013年及以前没有全国统一的统计表，口径由各省自定"


class Verdict(IntEnum):
    """How far figures on both sides of a border may stand together, the best first."""

    SAME = 0
    NEAR = 1
    APART = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A statutory row; ``column`` is ``""`` for its total, and for a row of which all columns mean the same."""

    indicator: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class Border:
    """What a row became in the format that begins with the year ``since``; ``why`` says what each format counts."""

    earlier: Row
    later: Row
    since: int
    verdict: Verdict
    why: str


@cache
def era(year: int) -> int:
    """The first year of the format in force for a report year; 2008 for the time without one."""
    return max(first for first in ERAS if first <= max(year, 2008))


@cache
def borders() -> tuple[Border, ...]:
    """The borders of borders.toml, in its order."""
    return tuple(
        Border(_row(e["earlier"]), _row(e["later"]), e["since"], Verdict[e["verdict"].upper()], e["why"])
        for e in read_toml("borders.toml")["border"]
    )


@cache
def same_columns() -> tuple[tuple[str, ...], ...]:
    """Columns of 表二 that count the same in two formats."""
    return tuple(map(tuple, read_toml("borders.toml")["columns"]["same"]))


@cache
def counterparts(row: Row) -> tuple[Row, ...]:
    """The rows of other formats that took a row's place or gave way to it, the likeliest first; often none."""
    found = [row]
    for known in found:
        found += [b.later for b in borders() if b.earlier == known and b.later not in found]
        found += [b.earlier for b in borders() if b.later == known and b.earlier not in found]
    return tuple(found[1:])


def twins(indicator: str) -> tuple[str, ...]:
    """The indicators that stand in the place of one in other formats, as rows of their own and not as columns."""
    return tuple(
        r.indicator for r in counterparts(Row(indicator)) if not r.column and r.indicator != indicator
    )


def stands_in(row: Row, year: int) -> bool:
    """Whether the format for a report year has a row; what no format has is told of in any year."""
    known = indicators()[row.indicator]
    if not known.labels:
        return True
    first = str(max(era(year), 2014))
    columns = known.columns.get(first, OUTCOMES if first >= "2019" else ())
    return first in known.labels and (not row.column or row.column in map(canonical, columns))


def outcomes() -> dict[str, dict[str, str]]:
    """The outcomes of 复议 and 诉讼 as columns of 表四, and the rows of the 统计表 that they are from 2014 to 2018."""
    found: dict[str, dict[str, str]] = {}
    for border in borders():
        if border.later.column in OUTCOMES:
            found.setdefault(border.later.indicator, {})[border.later.column] = border.earlier.indicator
    return found


@cache
def between(earlier: Row, before: int, later: Row, after: int) -> tuple[Verdict, tuple[str, ...]]:
    """How far a row of the format of ``before`` counts what one of ``after`` does, and the remarks on why not quite.

    ``before`` and ``after`` are the first years of formats, in this order.
    """
    ways = [_Way(earlier)]
    for since in (year for year in ERAS if before < year <= after):
        ways = [way.over(border) for way in ways for border in _from(way.row, since)]
    arrived = [way for way in ways if way.row == later] or [_unlisted(earlier, before, later, after)]
    best = min(arrived, key=lambda way: way.verdict)
    return best.verdict, best.remarks


@dataclass(frozen=True, slots=True)
class Change:
    """A change of format among figures, from one first year to the next that occurs; of several rows the worst counts."""

    before: int
    after: int
    verdict: Verdict
    remarks: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What changed, and what that means for a comparison."""
        if self.verdict is Verdict.SAME:
            return f"{self.after}年起换用新格式，这一项的含义不变。"
        apart = self.verdict is Verdict.APART
        return (
            f"{'；'.join(self.remarks)}。{'口径不同，不能直接相比' if apart else '口径相近，但不完全相同'}。"
        )


def changes(rows: Iterable[tuple[int, Row]]) -> list[Change]:
    """The changes of format among figures, given as report year and row, in order."""
    by_era: dict[int, dict[Row, None]] = {}
    for year, row in sorted(rows, key=lambda pair: pair[0]):
        by_era.setdefault(era(year), {})[row] = None
    return [_change(before, by_era[before], after, by_era[after]) for before, after in pairwise(by_era)]


def _change(before: int, earlier: Iterable[Row], after: int, later: Iterable[Row]) -> Change:
    met = [between(one, before, other, after) for one, other in product(earlier, later)]
    verdict = max(found for found, _ in met)
    remarks = dict.fromkeys(why for found, told in met if found is verdict for why in told)
    return Change(before, after, verdict, tuple(remarks))


@dataclass(frozen=True, slots=True)
class _Way:
    """What a row has become, and what was met on the way."""

    row: Row
    verdict: Verdict = Verdict.SAME
    remarks: tuple[str, ...] = ()

    def over(self, border: Border) -> _Way:
        remarks = (*self.remarks, border.why) if border.why else self.remarks
        return _Way(border.later, max(self.verdict, border.verdict), remarks)


def _from(row: Row, since: int) -> list[Border]:
    """What a row became in that year: as listed, else it went on under its id."""
    return [b for b in borders() if b.since == since and b.earlier == row] or [_kept(row, since)]


def _kept(row: Row, since: int) -> Border:
    """A row that went on: the same where its label stayed, nearly so where that changed or the form dropped it."""
    known = indicators()[row.indicator]
    before, now = known.label(since - 1), known.label(since)
    if not known.labels:
        why = ""
    elif since == 2014:
        why = _ANNEX
    elif str(since) not in known.labels and str(era(since - 1)) in known.labels:
        why = f"{since}年起的格式没有“{known.name}”一栏，数字取自正文，口径由各机关自定"
    else:
        why = "" if before == now else f"{since - 1}年及以前的格式填“{before}”，{since}年起填“{now}”"
    return Border(row, row, since, Verdict.NEAR if why else Verdict.SAME, why)


def _unlisted(earlier: Row, before: int, later: Row, after: int) -> _Way:
    """Two rows of which nothing says that one became the other."""
    told = [
        f"{ERAS[first]}取的是“{indicators()[row.indicator].name}”{row.column}"
        for first, row in ((before, earlier), (after, later))
    ]
    return _Way(later, Verdict.NEAR, ("，".join(told),))


def canonical(column: str) -> str:
    """A column of 表二 by its first name, of those that count the same."""
    return next((names[0] for names in same_columns() if column in names), column)


def _row(text: str) -> Row:
    indicator, _, column = text.partition("/")
    return Row(indicator, column)
