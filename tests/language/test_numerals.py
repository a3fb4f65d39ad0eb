"""Numbers of Chinese official text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.numerals import COUNTED, Kind, numbers, parse_han


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("收到申请 0 件", "0", "件"),
        ("共3 986件", "3986", "件"),
        ("网站1,234条", "1234", "条"),
        ("微信１２０条", "120", "条"),
        ("二十三件", "23", "件"),
        ("一百零五件", "105", "件"),
        ("两个", "2", "个"),
        ("〇件", "0", "件"),
        ("经费2.5万元", "2.5", "万元"),
        ("公开1.2万条", "12000", "条"),
        ("2.35亿元", "2.35", "亿元"),
        ("行政诉讼一起", "1", "起"),
        ("培训120人次", "120", "人次"),
    ],
)
def test_a_count_has_its_value_and_its_measure_word(text: str, value: str, unit: str) -> None:
    (number,) = numbers(text)
    assert (str(number.value), number.unit, number.kind) == (value, unit, Kind.COUNT)


@pytest.mark.parametrize(
    ("text", "floor"),
    [
        ("百余条", 100),
        ("21余条", 21),
        ("近百件", 100),
        ("约500条", 500),
        ("十余次", 10),
        ("三千余条", 3000),
        ("5500余条", 5500),
        ("18万余条", 180000),
        ("5千余条", 5000),
        ("万余条", 10000),
        ("数十条", 10),
        ("十几件", 10),
        ("上千人次", 1000),
        ("100条以上", 100),
        ("不少于30篇", 30),
    ],
)
def test_a_vague_count_has_no_value_but_its_printed_figure(text: str, floor: int) -> None:
    (number,) = numbers(text)
    assert (number.vague, number.value, number.floor) == (True, None, floor)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("同比增长70.3%", Kind.PERCENT),
        ("百分之三十", Kind.PERCENT),
        ("20个工作日", Kind.DURATION),
        ("2023年", Kind.YEAR),
        ("二〇二三年", Kind.YEAR),
        ("2 0 2 3年", Kind.YEAR),
        ("1月26日", Kind.DATE),
        ("2021-01-26", Kind.DATE),
        ("第二十条", Kind.ORDINAL),
        ("（一）公开", Kind.ORDINAL),
        ("国令第711号", Kind.DOCUMENT),
        ("府办字〔2017〕16号", Kind.DOCUMENT),
        ("电话：0535-3761001。", Kind.PHONE),
        ("邮编：265100", Kind.PHONE),
        ("12345热线", Kind.NAME),
        ("《关于十条措施的通知》", Kind.NAME),
    ],
)
def test_what_is_no_count_is_told_by_its_kind(text: str, kind: Kind) -> None:
    assert [number.kind for number in numbers(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    ["一是加强", "进一步", "三审三校", "一次性告知", "统一标准", "与各部门一起推进", "“三公”经费", "一站式"],
)
def test_a_numeral_inside_a_word_is_no_number(text: str) -> None:
    assert not [number for number in numbers(text) if number.kind in COUNTED]


def test_figures_of_a_flattened_table_row_stay_apart() -> None:
    assert [number.value for number in numbers("72 64 178 37 351")] == [72, 64, 178, 37, 351]


def test_both_ends_of_a_range_are_vague() -> None:
    assert [(number.value, number.floor, number.unit) for number in numbers("3至5次")] == [
        (None, 3, "次"),
        (None, 5, "次"),
    ]


def test_a_label_and_a_year_supply_no_figure() -> None:
    found = numbers("2023年，按照国令第711号第二十条公开12条")
    assert [number.value for number in found if number.kind in COUNTED] == [12]


@given(st.integers(0, 99_999))
def test_a_number_reads_the_same_however_it_is_printed(value: int) -> None:
    for printed in (f"{value}件", f"{value:,}件", f"{value} 件"):
        (number,) = numbers(f"收到申请{printed}。")
        assert number.value == value


@pytest.mark.parametrize(
    ("text", "value"), [("二〇二三", 2023), ("百", 100), ("三千零五", 3005), ("一万二千", 12000)]
)
def test_chinese_numerals_are_additive_or_digit_by_digit(text: str, value: int) -> None:
    assert parse_han(text) == value


@pytest.mark.parametrize(
    "text", ["市十五届人大四次会议", "第十七届人民代表大会第六次会议", "市政协五届2次全体会议"]
)
def test_the_number_of_a_session_counts_nothing(text: str) -> None:
    assert not [number for number in numbers(text) if number.kind in COUNTED]
