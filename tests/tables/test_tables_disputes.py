"""表四 whose header or figures a conversion has broken up: right, or not at all."""

from __future__ import annotations

import pytest
from table_samples import grid_block, lines_block, report

from index.indicators import DISPUTES, OUTCOMES
from index.load.plain import text_blocks
from index.schema import Block
from index.tables.report import table_facts

FIFTEEN = "3 1 0 2 6 0 2 1 0 3 4 0 0 1 5"
LAYOUT = """
    四、政府信息公开行政复议、行政诉讼情况
         行政复议                              行政诉讼
 结果 结果 其他 尚未 总计   未经复议直接起诉             复议后起诉
 维持 纠正 结果 审结      结果 结果 其他 尚未 总计  结果 结果 其他 尚未 总计
                          维持 纠正 结果 审结       维持 纠正 结果 审结
"""
STAGGERED = """
四、因政府信息公开工作被申请行政复议、提起行政诉讼情况
            行政复议                               行政诉讼
                                  未经复议直接起诉              复议后起诉
 结果   结果   其他  尚未    总    结果  结果  其他  尚未  总    结果  结果  其他  尚未   总
 维持   纠正   结果  审结    计    维持  纠正  结果  审结  计    维持  纠正  结果  审结   计
"""
PASTED = """
四、政府信息公开行政复议、行政诉讼情况
行政复议 行政诉讼
总计 尚未审结 其他结果 结果维持 结果纠正
未经复议 直接起诉 复议后起诉
"""


def read(blocks: list[Block], year: int = 2022) -> dict[tuple[str, str], str]:
    facts = table_facts(report(blocks, year))
    return {(fact.indicator, fact.column): str(fact.value) for fact in facts}


def in_order(figures: str) -> dict[tuple[str, str], str]:
    names = [(block, outcome) for block in DISPUTES for outcome in OUTCOMES]
    return dict(zip(names, figures.split(), strict=True))


@pytest.mark.parametrize("head", [LAYOUT, STAGGERED, PASTED])
@pytest.mark.parametrize("gap", [" ", "      "])
def test_fifteen_figures_of_text_stand_in_the_statutory_order_whatever_became_of_the_header(
    head: str, gap: str
) -> None:
    blocks = text_blocks(f"{head}  {gap.join(FIFTEEN.split())}\n    五、存在的主要问题\n", marked=False)
    assert read(blocks) == in_order(FIFTEEN)


def test_a_page_number_beside_the_fifteen_is_told_by_the_sums() -> None:
    lines = LAYOUT.strip().splitlines()
    wanted = in_order(FIFTEEN)
    assert read(lines_block([*lines, FIFTEEN, "2"])) == wanted
    assert read(lines_block([*lines, "7", FIFTEEN])) == wanted


def test_sixteen_figures_of_which_no_fifteen_or_several_add_up_give_nothing() -> None:
    lines = LAYOUT.strip().splitlines()
    assert read(lines_block([*lines, "3 1 0 2 7 0 2 1 0 3 4 0 0 1 5", "2"])) == {}
    assert read(lines_block([*lines, "1 " * 16])) == {}


def test_fewer_than_fifteen_figures_of_text_give_nothing() -> None:
    lines = LAYOUT.strip().splitlines()
    for kept in (14, 10, 5, 3):
        assert read(lines_block([*lines, " ".join(FIFTEEN.split()[:kept])])) == {}


def test_fifteen_figures_with_a_wrong_total_are_kept_as_printed() -> None:
    wrong = "10 1 0 0 0 5 0 0 0 0 0 0 0 0 0"
    assert read(lines_block([*LAYOUT.strip().splitlines(), wrong])) == in_order(wrong)


@pytest.mark.parametrize("named_above", [True, False])
def test_five_figures_of_text_belong_to_the_one_block_named_with_them(*, named_above: bool) -> None:
    names = ("行政复议", "未经复议直接起诉", "复议后起诉")
    five = [" ".join(FIFTEEN.split()[at : at + 5]) for at in (0, 5, 10)]
    if named_above:
        rows = [
            text
            for name, figures in zip(names, five, strict=True)
            for text in (name, " ".join(OUTCOMES), figures)
        ]
    else:
        rows = [" ".join(OUTCOMES), *(f"{name} {figures}" for name, figures in zip(names, five, strict=True))]
    title = "四、政府信息公开行政复议、行政诉讼情况"
    assert read(lines_block([title, *rows])) == in_order(FIFTEEN)


def test_a_header_broken_over_two_rows_of_a_grid_does_not_give_the_order() -> None:
    rows: list[list[str | None]] = [
        ["行政复议", *[""] * 4, "行政诉讼", *[""] * 9],
        ["结果", "结果", "其他", "尚未", "总计", "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4],
        ["维持", "纠正", "结果", "审结", "", *["结果", "结果", "其他", "尚未", "总计"] * 2],
        [*[""] * 5, *["维持", "纠正", "结果", "审结", ""] * 2],
        list(FIFTEEN.split()),
    ]
    assert read([grid_block(rows)]) == in_order(FIFTEEN)


def test_cells_under_a_collapsed_header_are_not_told_by_their_columns() -> None:
    rows: list[list[str | None]] = [
        ["行政复议", "行政诉讼"],
        [*OUTCOMES, "未经复议直接起诉", "复议后起诉"],
        [*OUTCOMES, *OUTCOMES],
        [*FIFTEEN.split()[:13]],
    ]
    assert read([grid_block(rows)]) == {}
