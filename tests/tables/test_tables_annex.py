"""Annex tables of before 2014 with the year's figures beside the cumulative ones, in invented forms of provinces."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from table_samples import grid_block, lines_block, report, statistics_lines

from index.indicators import CUMULATIVE, STATISTIC, form
from index.load.plain import text_blocks
from index.schema import Block
from index.tables.report import table_facts

HEAD = ("指标名称", "单位", "2011年度", "历年累计")
TABLES = (
    (
        "附表一  主动公开情况统计表",
        (
            ("主动公开信息数", "条", "120", "815", "disclosed"),
            ("其中：1.政府网站公开数", "条", "97", "640", "disclosed_website"),
            ("2.政府公报公开数", "条", "3", "15", "disclosed_gazette"),
            ("接受公民、法人及其他组织政府公开信息查阅数", "人次", "41", "388", "reading_visits"),
        ),
    ),
    (
        "附表二  依申请公开情况统计表",
        (
            ("本年度申请总数", "件", "9", "31", "requests_new"),
            ("其中：1.当面申请数", "件", "4", "12", "received_in_person"),
            ("2.网上申请数", "件", "2", "10", "received_online"),
            ("3.信函、传真申请数", "件", "3", "9", "received_letter_fax"),
            ("对申请的答复总数", "件", "8", "30", "replied"),
            ("其中：1.同意公开答复数", "件", "5", "20", "granted"),
            ("2.同意部分公开答复数", "件", "1", "4", "partial"),
            ("3.否决公开答复总数", "件", "2", "6", "refused"),
        ),
    ),
    (
        "附表三  行政复议、诉讼、申诉情况统计表",
        (
            ("行政复议数", "件", "1", "2", "review"),
            ("行政诉讼数", "件", "0", "1", "litigation"),
            ("行政申诉数", "件", "0", "0", "appeals"),
            ("举报数", "件", "1", "3", "complaints"),
            ("收取的费用总数", "万元", "0.03", "0.11", "request_fees"),
        ),
    ),
)
WANTED = {
    (row[4], column): row[at]
    for _, rows in TABLES
    for row in rows
    for column, at in ((STATISTIC, 2), (CUMULATIVE, 3))
}


def read(blocks: Sequence[Block], year: int = 2011) -> dict[tuple[str, str], str]:
    facts = table_facts(report(blocks, year))
    return {(f.indicator, f.column): str(f.state if f.value is None else f.value) for f in facts}


def rows_of(head: Sequence[str], *, swapped: bool = False) -> list[list[str]]:
    """Title, header and rows of each table as cells."""
    order = (0, 1, 3, 2) if swapped else (0, 1, 2, 3)
    lines: list[list[str]] = []
    for title, rows in TABLES:
        lines += [[title], [head[at] for at in order], *([row[at] for at in order] for row in rows)]
    return lines


@pytest.mark.parametrize("gap", ["　", "     ", "\t", "\n", " | "])
@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("year", ["2011年度", "本年度", "2011年", "本年数"])
def test_both_columns_of_the_annex_are_told_by_their_header(gap: str, year: str, *, swapped: bool) -> None:
    head = (*HEAD[:2], year, HEAD[3])
    text = "\n".join(gap.join(row) for row in rows_of(head, swapped=swapped))
    assert read(text_blocks(text, marked=False)) == WANTED


@pytest.mark.parametrize("apart", [True, False])
def test_the_annex_as_grids(*, apart: bool) -> None:
    grids = [[list(HEAD), *([*row[:4]] for row in rows)] for _, rows in TABLES]
    if apart:
        blocks = [
            block
            for (title, _), grid in zip(TABLES, grids, strict=True)
            for block in (Block(title), grid_block(grid))
        ]
    else:
        blocks = [grid_block([*grids[0], *grids[1][1:], *grids[2][1:]])]
    assert read(blocks) == WANTED


def test_blank_cells_of_a_grid_are_blank_and_stay_in_their_column() -> None:
    rows = [list(HEAD), ["主动公开信息数", "条", "", "815"], ["行政复议数", "件", "1", ""]]
    assert read([grid_block(rows)]) == {
        ("disclosed", STATISTIC): "blank",
        ("disclosed", CUMULATIVE): "815",
        ("review", STATISTIC): "1",
        ("review", CUMULATIVE): "blank",
    }


def test_a_row_of_text_with_one_figure_for_two_columns_gives_nothing() -> None:
    lines = [row[:] for row in rows_of(HEAD)]
    lines[2].pop()
    found = read(lines_block(["　".join(row) for row in lines]))
    assert not {key for key in found if key[0] == "disclosed"}
    assert found["disclosed_website", CUMULATIVE] == "640"


def test_a_row_that_no_indicator_counts_gives_nothing_and_moves_nothing() -> None:
    rows = [list(HEAD), ["网站专栏页面访问量", "人次", "5", "6"], ["行政申诉数", "件", "7", "8"]]
    assert read([grid_block(rows)]) == {("appeals", STATISTIC): "7", ("appeals", CUMULATIVE): "8"}


def test_the_later_of_two_years_is_the_reports() -> None:
    rows = [["指标名称", "单位", "2010年度", "2011年度", "历年累计"], ["主动公开信息数", "条", "1", "2", "3"]]
    assert read([grid_block(rows)]) == {("disclosed", STATISTIC): "2", ("disclosed", CUMULATIVE): "3"}


def test_the_form_of_2014_may_print_the_cumulative_column_too() -> None:
    lines = statistics_lines([str(at + 1) for at in range(len(form("statistics")))])
    rows = [
        ["统计指标", "单位", "本年度", "历年累计"],
        *([ln.label, *ln.cells, f"{ln.cells[1]}0"] for ln in lines),
    ]
    found = read([grid_block(rows)], 2015)
    for line in lines:
        row = (line.indicator, STATISTIC), (line.indicator, CUMULATIVE)
        if not line.indicator.startswith("heading"):
            assert (found[row[0]], found[row[1]]) == (line.cells[1], f"{line.cells[1]}0")
