"""表三 of the 2019 and 2021 formats (国办公开办函〔2019〕60号, 〔2021〕30号), filled in and balanced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.indicators import APPLICANTS, GROUPS, indicators, rows_below
from index.samples.cells import Cell, Figures, Rows

HINT = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


def requests(year: int, figures: Figures) -> Rows:
    """表三: nothing given is zero, the totals are computed; ``printed`` overrides what a cell shows."""
    single = year < 2021 or figures.get("format") == 2019
    full = _with_totals(figures, single=single)

    def row(indicator: str, width: int) -> list[Cell]:
        label = Cell(indicators()[indicator].label(year), columns=width)
        return [label, *_values(indicator, full[indicator], figures)]

    results = [row("granted", 2), row("partial", 2)]
    for group in GROUPS[:-1] if single else GROUPS:
        part = [row(indicator, 1) for indicator in rows_below(group)]
        part[0].insert(0, Cell(indicators()[group].label(year), rows=len(part)))
        results += part
    results += [row(i, 2) for i in (("other_handling",) if single else ()) + ("requests_handled",)]
    results[0].insert(0, Cell("三、本年度办理结果", rows=len(results)))
    before = [row("requests_new", 3), row("requests_carried_in", 3)]
    return [*_head(), *before, *results, row("requests_carried_out", 3)]


def _head() -> Rows:
    return [
        [Cell(HINT, rows=3, columns=3), Cell("申请人情况", columns=7)],
        [Cell("自然人", rows=2), Cell("法人或其他组织", columns=5), Cell("总计", rows=2)],
        [Cell(name) for name in APPLICANTS[1:-1]],
    ]


def _values(indicator: str, values: Sequence[int], figures: Figures) -> Iterator[Cell]:
    override = figures.get("printed", {})
    empty = figures.get("empty_columns", ())
    for column, value in zip(APPLICANTS, values, strict=True):
        text = "" if column in empty and not value else str(value)
        text = override.get(f"{indicator}.{column}", text)
        yield Cell(text, indicator=indicator, column=column)


def _with_totals(figures: Figures, *, single: bool) -> dict[str, list[int]]:
    """Every row of 表三 with its seven columns; raises ``ValueError`` where the balance does not hold."""
    results = ["granted", "partial"]
    for group in GROUPS:
        results += (group,) if single and group == "other_handling" else rows_below(group)
    full = {i: figures.get(i, [0] * 6) for i in ["requests_new", "requests_carried_in", *results]}
    full["requests_handled"] = [sum(column) for column in zip(*(full[i] for i in results), strict=True)]
    arrived = [a + b for a, b in zip(full["requests_new"], full["requests_carried_in"], strict=True)]
    full["requests_carried_out"] = [a - b for a, b in zip(arrived, full["requests_handled"], strict=True)]
    if full["requests_carried_out"] != figures["carried_out"]:
        raise ValueError(
            f"the columns leave {full['requests_carried_out']}, stated is {figures['carried_out']}"
        )
    return {indicator: [*values, sum(values)] for indicator, values in full.items()}
