"""表三 in running text whose rows lost cells or labels: right, or not at all."""

from __future__ import annotations

import pytest
from table_samples import lines_block, report, request_labels

from index.tables.report import table_facts

HEAD = ["申请人情况", "自然人 法人或其他组织 总计", "商业企业 科研机构 社会公益组织 法律服务机构 其他"]
FULL = "3 1 0 0 2 0 6"


def read(lines: list[str]) -> dict[str, list[str]]:
    """The values of each row, a blank one as its state."""
    found: dict[str, list[str]] = {}
    for fact in table_facts(report(lines_block([*HEAD, *lines]), 2022)):
        found.setdefault(fact.indicator, []).append(str(fact.value if fact.value is not None else fact.state))
    return found


def lines_with(figures: dict[str, str]) -> list[str]:
    """The rows of 表三 a line each, full but for those named."""
    return [f"{label}   {figures.get(row, FULL)}" for row, _, label in request_labels(2021)]


def test_seven_figures_that_do_not_add_up_give_nothing_where_blank_cells_collapsed() -> None:
    found = read(lines_with({"requests_carried_in": "4 1 2 7", "granted": "4 1 1 2 3 11 7"}))
    assert "granted" not in found
    assert "requests_carried_in" not in found
    assert found["partial"] == FULL.split()


def test_seven_figures_that_do_not_add_up_are_kept_where_every_row_has_seven() -> None:
    assert read(lines_with({"granted": "4 1 1 2 3 0 7"}))["granted"] == ["4", "1", "1", "2", "3", "0", "7"]


def test_a_page_number_beside_seven_figures_is_told_by_the_sum() -> None:
    lines = lines_with({"granted": "4 1 1 2 3 0 11"})
    assert read([*lines[:3], "12", *lines[3:]])["granted"] == ["4", "1", "1", "2", "3", "0", "11"]


@pytest.mark.parametrize("grouped", [True, False])
def test_labels_broken_around_their_figures_give_no_blank_and_no_figure_of_a_group(*, grouped: bool) -> None:
    lines: list[str] = []
    above: tuple[str, ...] = ()
    wanted: dict[str, list[str]] = {}
    for at, (row, groups, label) in enumerate(request_labels(2021)):
        figures = f"{at + 1} 1 0 0 0 0 {at + 2}"
        wanted[row] = figures.split()
        group = f"{groups[-1]}  " if grouped and groups and groups != above else ""
        above = groups
        half = len(label) // 2
        if len(label) > 12:
            lines += [" " * 20 + label[:half], f"{group}          {figures}", " " * 20 + label[half:]]
        else:
            lines.append(f"{group}{label}   {figures}")
    found = read(lines)
    assert len(found) >= 10
    assert {row: cells for row, cells in found.items() if cells != wanted.get(row)} == {}


def test_a_label_without_figures_is_blank_where_no_figures_lost_their_label() -> None:
    found = read(lines_with({"granted": ""}))
    assert set(found["granted"]) == {"blank"}
    assert found["partial"] == FULL.split()
