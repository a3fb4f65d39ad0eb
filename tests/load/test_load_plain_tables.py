"""Tables in text and Markdown: tabs, pipes, drawn lines, and those flattened to one cell a line."""

from __future__ import annotations

from index.load.plain import text_blocks

TITLE = "青禾镇2021年政府信息公开工作年度报告"


def test_tab_rows_keep_empty_and_leading_cells_and_their_printed_line() -> None:
    blocks = text_blocks("一、表\n\n信息内容\t本年制发件数\t\n规章\t0\t\n\t\t5\n\n二、完", marked=False)
    grid = blocks[1].grid
    assert grid is not None
    assert [[cell.text if cell else None for cell in row] for row in grid.rows] == [
        ["信息内容", "本年制发件数", ""],
        ["规章", "0", ""],
        ["", "", "5"],
    ]
    assert grid.printed == ("信息内容\t本年制发件数\t", "规章\t0\t", "\t\t5")


def test_a_tab_after_a_list_mark_makes_no_table() -> None:
    blocks = text_blocks("1.\t加强领导。\n2.\t完善制度。\n", marked=False)
    assert [block.text for block in blocks] == ["1.\t加强领导。", "2.\t完善制度。"]


def test_pipe_tables_with_and_without_a_ruler_are_grids() -> None:
    for ruler in ("|---|---|\n", ""):
        block = text_blocks(f"| 信息内容 | 件数 |\n{ruler}| **规章** |  |\n", marked=True)[0]
        assert block.grid is not None
        assert [[cell.text if cell else None for cell in row] for row in block.grid.rows] == [
            ["信息内容", "件数"],
            ["规章", ""],
        ]
        assert block.grid.printed == ("| 信息内容 | 件数 |", "| **规章** |  |")


def test_a_drawn_table_joins_the_lines_of_a_cell() -> None:
    drawn = "+------+------+\n| 信息 | 本年 |\n| 内容 | 件数 |\n+======+======+\n| 规章 | 3    |\n+------+------+\n"
    grid = text_blocks(drawn, marked=True)[0].grid
    assert grid is not None
    assert [[cell.text if cell else None for cell in row] for row in grid.rows] == [
        ["信息内容", "本年件数"],
        ["规章", "3"],
    ]


def test_a_table_written_as_html_in_markdown_keeps_its_merged_cells() -> None:
    source = "前文。\n\n<table><tr><td colspan='2'>第二十条第（五）项</td></tr>\n\n<tr><td>行政许可</td><td>12</td></tr></table>\n\n后文。"
    before, table, after = text_blocks(source, marked=True)
    assert (before.text, after.text) == ("前文。", "后文。")
    assert table.grid is not None
    assert table.grid.rows[0][0] is not None
    assert table.grid.rows[0][0].col_span == 2
    assert table.grid.rows[0][1] is None


HEADS = ["第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]


def test_a_table_flattened_to_one_cell_a_line_is_a_grid_again() -> None:
    lines = [
        "二、主动公开政府信息情况",
        *HEADS,
        "规章",
        "0",
        "0",
        "0",
        "行政规范性文件",
        "2",
        "1",
        "15",
        "三、完",
    ]
    blocks = text_blocks("\n\n".join(lines), marked=False)
    assert [block.text for block in blocks if block.grid is None] == [lines[0], "三、完"]
    grid = blocks[1].grid
    assert grid is not None
    assert [[cell.text for cell in row if cell] for row in grid.rows] == [
        HEADS[:1],
        HEADS[1:],
        ["规章", "0", "0", "0"],
        ["行政规范性文件", "2", "1", "15"],
    ]
    assert grid.printed[3] == "行政规范性文件 2 1 15"


def test_a_flattened_table_that_lost_blank_cells_stays_lines() -> None:
    lines = [*HEADS, "规章", "0", "行政规范性文件", "2", "1", "15"]
    blocks = text_blocks("\n".join(lines), marked=False)
    assert [block.text for block in blocks] == lines
    assert all(block.grid is None for block in blocks)


def test_a_label_with_its_figures_on_one_line_is_a_row() -> None:
    rows = [
        "一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3",
        "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0",
    ]
    blocks = text_blocks("\n".join(rows), marked=False)
    assert len(blocks) == 1
    assert blocks[0].grid is not None
    assert blocks[0].grid.printed == tuple(rows)
    assert len(blocks[0].grid.rows[0]) == 8


BARRED = [
    *[
        "第二十条第（一）项",
        "|",
        "信息内容",
        "|",
        "本年制发件数",
        "|",
        "本年废止件数",
        "|",
        "现行有效",
        "件数",
        "|",
    ],
    *["规章", "|", "0", "|", "|", "6", "|", "行政规范性文件", "|", "1", "|", "0", "|", "9", "|"],
]


def test_a_bar_on_a_line_after_every_cell_keeps_the_empty_cells() -> None:
    blocks = text_blocks("\n".join([TITLE, "二、主动公开政府信息情况", *BARRED, "三、完"]), marked=False)
    assert [block.text for block in blocks if block.grid is None] == [
        TITLE,
        "二、主动公开政府信息情况",
        "三、完",
    ]
    (grid,) = [block.grid for block in blocks if block.grid]
    assert [[cell.text for cell in row if cell] for row in grid.rows[1:]] == [
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "0", "", "6"],
        ["行政规范性文件", "1", "0", "9"],
    ]


def test_a_tab_table_with_one_empty_column_of_figures_is_a_table() -> None:
    (block,) = text_blocks("信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t\n", marked=False)
    assert block.grid is not None
    assert [cell.text for cell in block.grid.rows[1] if cell] == ["行政事业性收费", ""]
