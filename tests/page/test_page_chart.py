"""Charts: places of lines, bars and marks, gaps, contradictions and changes of format."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pages import EVIL, TOWN, answer, figure, heads

from assistant.page.answer import written
from assistant.page.chart import MOST_BARS, MOST_LINES, Bars, Lines, Spot, drawn, scale
from index.borders import Row

NEW = Row("requests_new")


def spot(year: int, value: str | None, body: str = "东镇", row: Row = NEW, **more: object) -> Spot:
    amount = None if value is None else Decimal(value)
    return Spot(body, year, amount, "空白" if value is None else value, row, "件", **more)  # type: ignore[arg-type]


def as_lines(*spots: Spot) -> Lines:
    chart = drawn(spots)
    assert isinstance(chart, Lines)
    return chart


def as_bars(*spots: Spot) -> Bars:
    chart = drawn(spots)
    assert isinstance(chart, Bars)
    return chart


def test_one_value_is_no_chart() -> None:
    assert drawn([spot(2021, "3"), spot(2022, None)]) is None


def test_years_without_a_report_keep_their_place_and_break_the_line() -> None:
    chart = as_lines(spot(2019, "1"), spot(2020, "2"), spot(2022, "3"))
    assert [label for _, label in chart.years] == ["2019", "2020", "2021", "2022"]
    assert chart.lines[0].solid.count("M") == 1
    assert [mark.x for mark in chart.lines[0].marks] == [12.5, 37.5, 87.5]


def test_a_blank_is_a_gap_with_its_reason_and_no_zero() -> None:
    chart = as_lines(spot(2021, "1"), spot(2022, None), spot(2023, "2"), spot(2024, "3"))
    assert len(chart.lines[0].marks) == 3
    assert chart.gaps == ("东镇2022年空白",)
    assert chart.lines[0].solid.count("M") == 1


def test_a_new_format_with_nearly_the_same_meaning_is_marked_and_the_line_dashed() -> None:
    chart = as_lines(spot(2017, "1"), spot(2018, "2"), spot(2019, "3"))
    assert [entry.sign for entry in chart.breaks] == ["①"]
    assert "收到申请数" in chart.breaks[0].note
    assert chart.lines[0].dashed.count("M") == 1
    assert chart.breaks[0].x == pytest.approx((chart.years[1][0] + chart.years[2][0]) / 2, abs=0.01)


def test_a_figure_that_changed_its_meaning_is_not_joined() -> None:
    chart = as_lines(*(spot(year, "1", row=Row("review")) for year in (2017, 2018, 2019, 2020)))
    assert chart.lines[0].dashed == ""
    assert chart.lines[0].solid.count("M") == 2


def test_a_new_format_that_counts_the_same_is_said_too() -> None:
    chart = as_lines(*(spot(year, "1") for year in (2019, 2020, 2021)))
    assert "含义不变" in chart.breaks[0].note
    assert chart.lines[0].dashed == ""


def test_a_contradiction_shows_the_other_value() -> None:
    chart = as_lines(spot(2021, "1"), spot(2022, "5", rivals=(Decimal(10),)), spot(2023, "2"))
    mark = chart.lines[0].marks[1]
    assert mark.rivals == (100.0,)
    assert "前后不一致" in mark.told


def test_of_many_bodies_the_highest_are_lines_and_the_rest_is_counted() -> None:
    spots = [spot(year, str(n), f"镇{n}") for n in range(1, 10) for year in (2021, 2022, 2023)]
    chart = as_lines(*spots)
    assert [line.name for line in chart.lines] == [f"镇{n}" for n in range(9, 9 - MOST_LINES, -1)]
    assert len({line.shape for line in chart.lines}) == MOST_LINES
    assert chart.left_out == 9 - MOST_LINES


def test_bars_go_from_zero_and_those_without_a_value_come_last() -> None:
    chart = as_bars(spot(2021, None, "甲镇"), spot(2021, "5", "乙镇"), spot(2021, "20", "丙镇"))
    assert [(bar.label, bar.width) for bar in chart.bars] == [("丙镇", 100), ("乙镇", 25), ("甲镇", None)]


def test_bars_of_two_years_name_them_and_say_what_changed() -> None:
    chart = as_bars(spot(2018, "5"), spot(2019, "20"))
    assert [bar.label for bar in chart.bars] == ["东镇2019年", "东镇2018年"]
    assert "收到申请数" in chart.notes[0]


def test_bodies_with_a_year_each_are_bars_and_no_line_of_single_points() -> None:
    chart = as_bars(*(spot(2020 + n, str(n), f"镇{n}") for n in range(1, 5)))
    assert [bar.label for bar in chart.bars] == ["镇42024年", "镇32023年", "镇22022年", "镇12021年"]


def test_more_bars_than_anyone_reads_are_left_out() -> None:
    chart = as_bars(*(spot(2021, "1", f"镇{n}") for n in range(MOST_BARS + 3)))
    assert (len(chart.bars), chart.left_out) == (MOST_BARS, 3)


def test_a_negative_change_has_no_bars() -> None:
    assert drawn([spot(2019, "-3"), spot(2020, "2")]) is None


@pytest.mark.parametrize(
    ("values", "low", "high", "step"),
    [
        (("0", "0"), "0", "1", "1"),
        (("1", "7"), "0", "8", "2"),
        (("-3", "2"), "-4", "2", "2"),
        (("0.2", "1.7"), "0", "2", "0.5"),
    ],
)
def test_an_axis_holds_zero_and_all_values_on_round_steps(
    values: tuple[str, ...], low: str, high: str, step: str
) -> None:
    assert scale([Decimal(value) for value in values]) == (Decimal(low), Decimal(high), Decimal(step))


@pytest.mark.parametrize("years", [(2021,), (2021, 2022, 2023)])
def test_names_are_escaped_and_every_point_is_a_button_that_says_its_value(years: tuple[int, ...]) -> None:
    figures = tuple(figure(year, issuer=body) for year in years for body in (EVIL, TOWN.name))
    html = written(answer(figures=figures), heads())
    chart = html[html.index("<figure") : html.index("</figure>")]
    assert "<script" not in chart
    assert "<img" not in chart
    assert chart.count("<button") == len(figures)
    assert chart.count('data-act="source" data-n="1"') == len(figures)
    assert "松溪镇2021年 5件，看来源" in chart
