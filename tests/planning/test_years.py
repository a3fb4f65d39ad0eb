"""Years in questions, in every way that people write them."""

from __future__ import annotations

import pytest

from assistant.planning.years import YearChoice, choose, find_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("柳桥镇2016年收到几件", (2016,)),
        ("柳桥镇2016年度收到几件", (2016,)),
        ("柳桥2016收到几件", (2016,)),
        ("柳桥镇16年收到几件", (2016,)),
        ("二〇一六年柳桥镇", (2016,)),
        ("二零一六年柳桥镇", (2016,)),
        ("2014到2016年", (2014, 2015, 2016)),
        ("2014—2016年", (2014, 2015, 2016)),
        ("从2014年至2016年", (2014, 2015, 2016)),
        ("2014年和2016年", (2014, 2016)),
        ("２０２３年", ()),
        ("上年结转的有几件", ()),
        ("比上年增长多少", ()),
        ("10年来公开了多少", ()),
        ("国办发〔2014〕32号要求了什么", ()),
        ("2021年1月26日是什么日子", ()),
        ("电话053520183661", ()),
    ],
)
def test_a_year_is_found_as_it_is_written(text: str, years: tuple[int, ...]) -> None:
    assert tuple(year for mention in find_years(text) for year in mention.years) == years


@pytest.mark.parametrize(
    ("text", "available", "years"),
    [
        ("今年", [2022, 2023, 2024], (2024,)),
        ("去年", [2022, 2023, 2024], (2023,)),
        ("前年", [2022, 2023, 2024], (2022,)),
        ("去年", [2018], (2018,)),
        ("近三年", [2019, 2022, 2023, 2024], (2022, 2023, 2024)),
        ("近两年", [2022, 2023, 2024], (2023, 2024)),
        ("比去年多了几件", [2023, 2024], ()),
        ("去年结转的申请", [2023, 2024], ()),
    ],
)
def test_a_relative_year_counts_back_from_the_newest_report(
    text: str, available: list[int], years: tuple[int, ...]
) -> None:
    assert choose(find_years(text), available).years == years


def test_a_relative_year_is_explained_to_the_reader() -> None:
    assert "2023年" in choose(find_years("去年"), [2023, 2024]).note


def test_years_that_are_not_there_are_told_apart() -> None:
    choice = choose(find_years("2016年和2018年"), [2016, 2017])
    assert (choice.years, choice.absent) == ((2016,), (2018,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018年以后的报告", (2018, 2020, 2023)),
        ("2018年之后的报告", (2020, 2023)),
        ("自2019年以来", (2020, 2023)),
        ("2018年及以前", (2014, 2018)),
        ("2018年以前", (2014,)),
    ],
)
def test_open_spans_take_the_years_that_there_are(text: str, expected: tuple[int, ...]) -> None:
    assert choose(find_years(text), (2014, 2018, 2020, 2023)) == YearChoice(expected)


def test_an_open_span_without_any_report_names_its_nearest_year() -> None:
    assert choose(find_years("2025年以后"), (2014, 2018)).absent == (2025,)


def test_a_span_may_leave_the_word_year_to_its_end() -> None:
    (mention,) = find_years("19到21年许可办了多少")
    assert (mention.years, mention.span) == ((2019, 2020, 2021), True)
