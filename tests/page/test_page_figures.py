"""Figures of an answer: a table by body and year where they allow it, a list where they do not."""

from __future__ import annotations

from pages import TOWN, figure

from assistant.compose import COMPUTED
from assistant.page.chart import Bars, Lines
from assistant.page.figures import table
from assistant.schema import Conflict
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


def test_three_years_of_one_body_are_a_line_whose_points_lead_to_their_sources() -> None:
    shown = table([figure(2021, "10"), figure(2019, "0"), figure(2020, "5", citations=(7,))], short)
    assert shown is not None
    assert isinstance(shown.chart, Lines)
    marks = shown.chart.lines[0].marks
    assert [mark.spot.year for mark in marks] == [2019, 2020, 2021]
    assert [mark.y for mark in marks] == [0, 50, 100]
    assert dict(marks[1].spot.lead) == {"act": "source", "n": "7"}


def test_two_bodies_of_one_year_are_bars() -> None:
    shown = table([figure(2021, "5"), figure(2021, "10", issuer="松湖镇")], short)
    assert shown is not None
    assert isinstance(shown.chart, Bars)
    assert [(bar.label, bar.width) for bar in shown.chart.bars] == [("松湖镇", 100), ("松溪镇", 50)]


def test_a_report_that_contradicts_itself_is_marked_with_both_values() -> None:
    torn = Conflict(TOWN.name, 2020, "requests_new", ("5", "8"), (1,))
    shown = table([figure(2019, "4"), figure(2020, "5"), figure(2021, "6")], short, [torn])
    assert shown is not None
    assert isinstance(shown.chart, Lines)
    assert [mark.spot.rivals for mark in shown.chart.lines[0].marks] == [(), (8,), ()]


def test_one_thing_under_two_statutory_names_is_one_line() -> None:
    before = [figure(year, "1", indicator="review_corrected", column="统计数") for year in (2017, 2018)]
    after = [figure(year, "2", indicator="review", column="结果纠正") for year in (2019, 2020)]
    shown = table([*before, *after], short)
    assert shown is not None
    assert shown.columns == ("2017年", "2018年", "2019年", "2020年")
    assert isinstance(shown.chart, Lines)
    assert "口径不同" in shown.chart.breaks[0].note
