"""What table_facts makes of the peculiarities of real tables, on literals."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from table_samples import (
    Line,
    disputes,
    grid_block,
    lines_block,
    report,
    request_labels,
    requests_merged,
    requests_pipes,
    requests_tabs,
)

from index.indicators import APPLICANTS
from index.schema import Anchor, Block, Fact, FactState, Place
from index.tables.report import table_facts

HEADER_2021 = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]


def request_lines(year: int, **cells: str) -> list[Line]:
    """表三 with zeros but for the rows named, whose seven cells are given apart by blanks."""
    return [
        Line(row, groups, label, tuple(cells.get(row, "0 " * 7).split()))
        for row, groups, label in request_labels(year)
    ]


def by_cell(facts: tuple[Fact, ...]) -> dict[tuple[str, str], Fact]:
    return {(fact.indicator, fact.column): fact for fact in facts}


def test_a_cell_fact_has_the_statutory_label_and_where_it_stands() -> None:
    row = [["自然人", *APPLICANTS[1:]], ["1.属于国家秘密", *"1234567"]]
    block = grid_block(
        [["", *row[0]], *([line.label, *line.cells] for line in request_lines(2021)[:4]), row[1]],
    )
    assert block.grid is not None
    placed = tuple(
        tuple(cell and replace(cell, place=Place(3, 0, at, 9, at + 1)) for cell in cells)
        for at, cells in enumerate(block.grid.rows)
    )
    block = replace(block, grid=replace(block.grid, rows=placed))
    fact = by_cell(table_facts(report([block], 2021)))["refused_state_secret", "自然人"]
    assert (fact.label, fact.value, fact.unit, fact.scope) == ("1.属于国家秘密", Decimal(1), "件", "")
    assert (fact.page, fact.quote, fact.source) == (3, "1.属于国家秘密 1 2 3 4 5 6 7", "table")
    assert fact.places == (Place(3, 0, 5, 9, 6),)
    assert fact.printed == ""


def test_the_page_comes_from_the_text_where_cells_have_no_place() -> None:
    block = grid_block(requests_merged(request_lines(2021)))
    half = len(block.text) // 2
    anchors = (Anchor(0, Place(2, 0, 0, 9, 9)), Anchor(half, Place(3, 0, 0, 9, 9)))
    facts = by_cell(table_facts(report([replace(block, anchors=anchors)], 2021)))
    assert facts["requests_new", "总计"].page == 2
    assert facts["requests_carried_out", "总计"].page == 3


def test_a_misprinted_label_is_matched_and_kept() -> None:
    lines = request_lines(2021)
    wrong = [
        replace(line, label="2.其他法律行政止公开") if line.indicator == "refused_by_law" else line
        for line in lines
    ]
    fact = by_cell(table_facts(report([grid_block(requests_merged(wrong))], 2021)))["refused_by_law", "总计"]
    assert fact.label == "2.其他法律行政法规禁止公开"
    assert fact.printed == "2.其他法律行政止公开"


def test_a_report_of_2023_may_use_the_form_of_2019() -> None:
    facts = by_cell(table_facts(report([grid_block(requests_merged(request_lines(2019)))], 2023)))
    assert facts["other_handling", "总计"].value == 0
    assert ("other_rest", "总计") not in facts


def test_a_group_of_rows_has_no_cells_of_its_own() -> None:
    facts = by_cell(table_facts(report([grid_block(requests_pipes(request_lines(2021)))], 2021)))
    assert not {"refused", "unavailable", "not_processed", "other_handling"} & {row for row, _ in facts}
    assert len(facts) == 25 * 7


def test_figures_beside_a_lost_first_label_are_not_given_to_its_group() -> None:
    lines = [
        replace(ln, label="") if ln.indicator == "refused_state_secret" else ln for ln in request_lines(2021)
    ]
    facts = by_cell(table_facts(report([grid_block(requests_pipes(lines))], 2021)))
    assert ("refused", "总计") not in facts
    assert ("refused_state_secret", "总计") not in facts
    assert ("refused_by_law", "总计") in facts


def test_a_label_cut_by_a_page_is_joined() -> None:
    rows = requests_merged(request_lines(2021, other_no_correction="1 2 3 4 5 6 21"))
    at = next(i for i, row in enumerate(rows) if any(text and "逾期不补正" in text for text in row))
    label = str(rows[at][2])
    rows[at : at + 1] = [[*rows[at][:2], label[:14], *rows[at][3:]], [None, None, label[14:], *[""] * 7]]
    facts = by_cell(table_facts(report([grid_block(rows)], 2021)))
    assert facts["other_no_correction", "总计"].value == 21
    assert len(facts) == 25 * 7


def test_a_header_repeated_on_the_next_page_is_no_row() -> None:
    rows = requests_merged(request_lines(2021, requests_handled="1 1 1 1 1 1 6"))
    facts = by_cell(table_facts(report([grid_block([*rows[:20], *rows[:3], *rows[20:]])], 2021)))
    assert facts["requests_handled", "总计"].value == 6
    assert len(facts) == 25 * 7


def test_blank_cells_cut_off_at_the_end_of_a_line_of_text_are_blank() -> None:
    lines = request_lines(2021, granted="3 0 0 0 0 0 3")
    rows = requests_tabs(lines)
    at = next(i for i, row in enumerate(rows) if "（一）予以公开" in row)
    rows[at] = rows[at][:5]
    facts = by_cell(table_facts(report([grid_block(rows)], 2021)))
    assert facts["granted", "自然人"].value == 3
    assert facts["granted", "总计"].state is FactState.BLANK


def test_a_row_of_running_text_with_fewer_figures_than_columns_gives_nothing() -> None:
    texts = ["自然人", *APPLICANTS[1:]]
    for line in request_lines(2021):
        texts += [line.label, *(line.cells[:3] if line.indicator == "granted" else line.cells)]
    facts = by_cell(table_facts(report(lines_block(texts), 2021)))
    assert ("granted", "自然人") not in facts
    assert len(facts) == 24 * 7


def test_a_table_may_mix_the_headers_of_two_forms() -> None:
    rows = [
        ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
        ["规范性文件", "1", "2", "3"],
        ["信息内容", "本年处理决定数量", None, None],
        ["行政许可", "7", None, None],
        ["信息内容", "本年收费金额（单位：元）", None, None],
        ["行政事业性收费", "1200", None, None],
    ]
    facts = by_cell(table_facts(report([grid_block(rows)], 2021)))
    assert facts["normative_documents", "对外公开总数量"].label == "规范性文件"
    assert facts["permits", "本年处理决定数量"].value == 7
    fee = facts["charges", "本年收费金额（单位：万元）"]
    assert (fee.value, fee.unit) == (1200, "元")


def test_the_form_of_the_columns_decides_the_label() -> None:
    facts = table_facts(report([grid_block([HEADER_2021, ["规范性文件", "0", "5", "5"]])], 2023))
    assert {(fact.label, fact.printed) for fact in facts} == {("行政规范性文件", "规范性文件")}


def test_a_row_with_more_figures_than_columns_gives_nothing() -> None:
    assert not table_facts(report([grid_block([HEADER_2021, ["规章", "1", "2", "3", "4"]])], 2023))


def test_a_figure_on_a_category_row_stays_there() -> None:
    rows = [
        ["统计指标", "单位", "统计数"],
        ["一、主动公开情况", "――", "397"],
        ["（一）主动公开政府信息数", "条", ""],
        ["2.政府网站公开政府信息数", "条", "236"],
        ["二、回应解读情况", "――", ""],
        ["四、行政复议数量", "件", "1"],
        ["（二）被依法纠错数", "件", "1"],
        ["五、行政诉讼数量", "件", "2"],
        ["（二）被依法纠错数", "件", "0"],
    ]
    facts = by_cell(table_facts(report([grid_block(rows)], 2017)))
    assert facts["heading_disclosed", "统计数"].value == 397
    assert facts["disclosed", "统计数"].state is FactState.BLANK
    assert ("heading_responses", "统计数") not in facts
    assert facts["review_corrected", "统计数"].value == 1
    assert facts["litigation_corrected", "统计数"].value == 0


def test_the_first_of_two_tables_counts_unless_it_is_another_years() -> None:
    def table(figure: str) -> Block:
        return grid_block(requests_merged(request_lines(2021, granted=f"{figure} 0 0 0 0 0 {figure}")))

    twice = [table("1"), table("2")]
    assert by_cell(table_facts(report(twice, 2022)))["granted", "总计"].value == 1
    headed = [Block("2021年度情况"), table("1"), Block("2022年度情况"), table("2")]
    assert by_cell(table_facts(report(headed, 2022)))["granted", "总计"].value == 2


def test_three_tables_of_disputes_are_told_by_the_lines_above_them() -> None:
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    blocks = []
    for name, figures in (("行政复议", "10001"), ("未经复议直接起诉", "02002"), ("复议后起诉", "00303")):
        blocks += [Block(name), grid_block([outcomes, list(figures)])]
    facts = by_cell(table_facts(report(blocks, 2021)))
    assert facts["litigation_direct", "结果纠正"].value == 2
    assert facts["litigation_after_review", "其他结果"].value == 3
    assert len(facts) == 15


def test_narrative_gives_no_table_facts() -> None:
    texts = [
        "2022年，全市新收政府信息公开申请 12 件，予以公开 3 件，部分公开 2 件，不予公开 1 件。",
        "行政复议 4 件，结果维持 3 件，结果纠正 1 件；行政诉讼 2 件，尚未审结 1 件，其他结果 1 件，总计 2 件。",
        "制发行政规范性文件 5 件，废止 2 件，行政许可 300 件，行政处罚 20 件。",
    ]
    assert table_facts(report([Block(text) for text in texts], 2022)) == ()


def test_blank_disputes_are_blank() -> None:
    facts = table_facts(report(disputes("merged", [""] * 15), 2021))
    assert {fact.state for fact in facts} == {FactState.BLANK}
    assert len(facts) == 15


def test_columns_left_blank_throughout_are_blank_though_the_labels_collapsed() -> None:
    rows = [["自然人", "法人或其他组织", "总计"], [*APPLICANTS[1:6]]]
    above: tuple[str, ...] = ()
    for line in request_lines(2021):
        groups = [group for depth, group in enumerate(line.groups) if above[depth : depth + 1] != (group,)]
        rows.append([*groups[-1:], line.label, "2", "0", "", "", "", "1", "3"])
        above = line.groups
    facts = by_cell(table_facts(report([grid_block(rows)], 2021)))
    assert facts["requests_new", "科研机构"].state is FactState.BLANK
    assert {facts[row, "总计"].value for row, _ in facts} == {Decimal(3)}
    assert len(facts) == 25 * 7
