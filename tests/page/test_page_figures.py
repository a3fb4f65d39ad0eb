"""Figures of an answer: a table by body and year where they allow it, a list where they do not."""

from __future__ import annotations

from pages import TOWN, figure

from assistant.compose import COMPUTED
from assistant.page.figures import table
from index.schema import FactState


def short(name: str) -> str:
    return "松溪镇" if name == TOWN.name else name


def test_one_figure_needs_no_table() -> None:
    assert table([figure()], short) is None


def test_what_was_computed_stays_out_of_the_table() -> None:
    shown = table([figure(2020), figure(2021), figure(None, "2", indicator=COMPUTED, issuer="")], short)
    assert shown is not None
    assert shown.columns == ("2020年", "2021年")


def test_bodies_stand_below_each_other_and_years_beside_each_other() -> None:
    shown = table([figure(2021, "5"), figure(2020, "1240"), figure(2021, "7", issuer="松湖镇")], short)
    assert shown is not None
    assert shown.columns == ("2020年", "2021年")
    rows = [(label, [value.text for value in values]) for label, values in shown.rows]
    assert rows == [("松溪镇", ["1,240", "5"]), ("松湖镇", ["", "7"])]
    assert shown.caption == "新收政府信息公开申请（件）"


def test_a_blank_is_not_a_zero() -> None:
    shown = table([figure(2021, None, state=FactState.BLANK), figure(2020, "0", state=FactState.ZERO)], short)
    assert shown is not None
    assert [value.text for value in shown.rows[0][1]] == ["0", "空白"]


def test_different_indicators_are_listed_with_their_names() -> None:
    shown = table([figure(), figure(indicator="litigation", value="2")], short)
    assert shown is not None
    assert shown.rows[1][0] == "松溪镇2021年 行政诉讼"
    assert shown.rows[1][1][0].text == "2件"


def test_two_figures_of_one_body_and_year_are_listed() -> None:
    shown = table([figure(scope="全镇"), figure(scope="本级", value="3")], short)
    assert shown is not None
    assert [label for label, _ in shown.rows] == [
        "松溪镇2021年 新收政府信息公开申请·全镇",
        "松溪镇2021年 新收政府信息公开申请·本级",
    ]


def test_three_years_of_one_body_have_bars_from_zero_up() -> None:
    shown = table([figure(2021, "10"), figure(2019, "0"), figure(2020, "5")], short)
    assert shown is not None
    assert [bar.year for bar in shown.bars] == [2019, 2020, 2021]
    heights = [bar.height for bar in shown.bars]
    assert heights[0] == 0
    assert heights[2] == 2 * heights[1]


def test_a_missing_year_leaves_no_bars() -> None:
    shown = table([figure(2019), figure(2020, None, state=FactState.BLANK), figure(2021)], short)
    assert shown is not None
    assert not shown.bars
