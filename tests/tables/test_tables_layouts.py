"""Random tables, written in each layout that real reports come in, are read back as the same facts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from table_samples import (
    Line,
    disputes,
    documents_blocks,
    documents_flat,
    documents_merged,
    documents_ragged,
    documents_spread,
    grid_block,
    lines_block,
    report,
    request_labels,
    requests_flat,
    requests_merged,
    requests_pipes,
    requests_tabs,
    statistics_lines,
)

from index.indicators import APPLICANTS, DISPUTES, OUTCOMES, STATISTIC, form
from index.schema import Block, FactState
from index.tables.report import table_facts

RUNS = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
Read = dict[tuple[str, str], tuple[FactState, Decimal | None]]
MEANS = {
    "": (FactState.BLANK, None),
    "/": (FactState.NOT_APPLICABLE, None),
    "——": (FactState.NOT_APPLICABLE, None),
    "0": (FactState.ZERO, Decimal(0)),
    "１２": (FactState.NUMBER, Decimal(12)),
    "1,234": (FactState.NUMBER, Decimal(1234)),
    "1 808 595": (FactState.NUMBER, Decimal(1808595)),
    "7件": (FactState.NUMBER, Decimal(7)),
    "10余": (FactState.VAGUE, None),
}
PLAIN = st.integers(0, 30000).map(str)
FILLED = st.one_of(PLAIN, st.sampled_from(["/", "0", "１２", "1,234", "7件", "10余"]))
ANY = st.one_of(FILLED, st.sampled_from(["", "1 808 595"]))


def means(text: str) -> tuple[FactState, Decimal | None]:
    if text in MEANS:
        return MEANS[text]
    return (FactState.NUMBER if int(text) else FactState.ZERO), Decimal(text)


def read(blocks: Sequence[Block], year: int) -> Read:
    facts = table_facts(report(blocks, year))
    return {(fact.indicator, fact.column): (fact.state, fact.value) for fact in facts}


def spaced(label: str) -> str:
    return " ".join(label)


def renumbered(label: str) -> str:
    return label.replace(".", "、", 1).replace("（", "(").replace("）", ")")


def misspelt(label: str) -> str:
    """One character of a long label lost, as by OCR or copying."""
    return label if len(label) < 9 else label[:6] + label[7:]


def unnumbered(label: str) -> str:
    return label.partition(".")[2] if "." in label and len(label) > 5 else label


NOISE = st.sampled_from([str, spaced, renumbered, misspelt, unnumbered])


@st.composite
def requests(draw: st.DrawFn, year: int, cell: st.SearchStrategy[str]) -> list[Line]:
    return [
        Line(row, groups, draw(NOISE)(label), tuple(draw(st.lists(cell, min_size=7, max_size=7))))
        for row, groups, label in request_labels(year)
    ]


def told(lines: Sequence[Line]) -> Read:
    return {(ln.indicator, c): means(t) for ln in lines for c, t in zip(APPLICANTS, ln.cells, strict=True)}


YEARS = pytest.mark.parametrize("year", [2019, 2021])


@YEARS
@given(data=st.data())
@RUNS
def test_requests_in_a_grid_with_merged_cells(year: int, data: st.DataObject) -> None:
    lines = data.draw(requests(year, ANY))
    assert read([grid_block(requests_merged(lines))], year) == told(lines)


@YEARS
@given(data=st.data())
@RUNS
def test_requests_in_a_grid_cut_by_a_page(year: int, data: st.DataObject) -> None:
    lines = data.draw(requests(year, FILLED))
    rows = requests_merged(lines)
    cut = data.draw(st.integers(4, len(rows) - 1))
    blocks = [grid_block(rows[:cut]), grid_block(rows[cut:])]
    assert read(blocks, year) == told(lines)


@YEARS
@pytest.mark.parametrize("repeat", [False, True])
@given(data=st.data())
@RUNS
def test_requests_in_pipes(year: int, data: st.DataObject, *, repeat: bool) -> None:
    lines = data.draw(requests(year, ANY))
    assert read([grid_block(requests_pipes(lines, repeat=repeat))], year) == told(lines)


@YEARS
@given(data=st.data())
@RUNS
def test_requests_in_collapsed_tabs(year: int, data: st.DataObject) -> None:
    lines = data.draw(requests(year, FILLED))
    assert read([grid_block(requests_tabs(lines))], year) == told(lines)


@YEARS
@given(data=st.data())
@RUNS
def test_blanks_in_collapsed_tabs_never_move_a_figure(year: int, data: st.DataObject) -> None:
    lines = data.draw(requests(year, ANY))
    found, wanted = read([grid_block(requests_tabs(lines))], year), told(lines)
    assert found.items() <= wanted.items()


@YEARS
@pytest.mark.parametrize("by_row", [False, True])
@given(data=st.data())
@RUNS
def test_requests_in_running_lines(year: int, data: st.DataObject, *, by_row: bool) -> None:
    lines = data.draw(requests(year, FILLED))
    assert read(lines_block(requests_flat(lines, by_row=by_row)), year) == told(lines)


@st.composite
def documents(draw: st.DrawFn, year: int, cell: st.SearchStrategy[str]) -> dict[str, tuple[str, ...]]:
    return {
        row: tuple(draw(st.lists(cell, min_size=len(columns), max_size=len(columns))))
        for _, columns, rows in documents_blocks(year)
        for row in rows
    }


@YEARS
@pytest.mark.parametrize("layout", ["merged", "ragged", "spread", "flat"])
@given(data=st.data())
@RUNS
def test_documents_in_every_layout(year: int, layout: str, data: st.DataObject) -> None:
    cells = data.draw(documents(year, FILLED if layout == "flat" else ANY))
    blocks = {
        "merged": lambda: [documents_merged(year, cells)],
        "ragged": lambda: [documents_ragged(year, cells)],
        "spread": lambda: [documents_spread(year, cells)],
        "flat": lambda: lines_block(documents_flat(year, cells)),
    }[layout]()
    wanted = {
        (row, column): means(text)
        for _, columns, rows in documents_blocks(year)
        for row in rows
        for column, text in zip(columns, cells[row], strict=True)
    }
    assert read(blocks, year) == wanted


@pytest.mark.parametrize(
    "layout", ["merged", "tabs", "pipes", "stacked", "rows", "transposed", "single", "flat"]
)
@given(data=st.data())
@RUNS
def test_disputes_in_every_layout(layout: str, data: st.DataObject) -> None:
    cells = data.draw(st.lists(FILLED if layout == "flat" else ANY, min_size=15, max_size=15))
    names = [(b, o) for b in DISPUTES for o in OUTCOMES]
    wanted = {name: means(text) for name, text in zip(names, cells, strict=True)}
    assert read(disputes(layout, cells), 2022) == wanted


def test_a_block_left_blank_does_not_hide_the_next_one() -> None:
    cells = [*"00000", *[""] * 5, *"00000"]
    found = read(disputes("stacked", cells), 2022)
    assert [found[block, OUTCOMES[-1]] for block in DISPUTES] == [means("0"), means(""), means("0")]


@pytest.mark.parametrize("layout", ["grid", "noted", "lines"])
@given(data=st.data())
@RUNS
def test_statistics_in_every_layout(layout: str, data: st.DataObject) -> None:
    rows = form("statistics")
    cell = PLAIN if layout == "lines" else ANY
    lines = statistics_lines([data.draw(cell) for _ in rows])
    header = ["统 计 指 标", "单位", "统计数", "统计说明"]
    printed = [
        [data.draw(NOISE)(line.label), *line.cells, "以实际为准" if layout == "noted" else ""]
        for line in lines
    ]
    if layout == "lines":
        blocks = lines_block([*header[:3], *(text for row in printed for text in row)])
    else:
        blocks = [grid_block([header, *printed])]
    heads = {row.id for row in rows if row.heading}
    wanted = {
        (line.indicator, STATISTIC): means(line.cells[1])
        for line in lines
        if line.indicator not in heads or line.cells[1]
    }
    assert read(blocks, 2016) == wanted
