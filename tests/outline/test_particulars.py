from __future__ import annotations

import datetime as dt

import pytest

from index.language.dates import date_in, years_in
from index.language.text import squeeze
from index.outline.particulars import find_contact, find_signature, published_on
from index.outline.title import find_title, read_title
from index.schema import Block


def blocks(*lines: str) -> tuple[Block, ...]:
    return tuple(Block(line, order=order) for order, line in enumerate(lines))


@pytest.mark.parametrize(
    ("printed", "title", "body", "year"),
    [
        (
            "苇海市苇庄镇人民政府 2018 年度 政府信息公开年度报告",
            "苇海市苇庄镇人民政府2018年度政府信息公开年度报告",
            "苇海市苇庄镇人民政府",
            2018,
        ),
        ("2022年苇海市政府信息公开工作年度报告", "2022年苇海市政府信息公开工作年度报告", "苇海市", 2022),
        ("苇海市政府信息公开2012年度报告", "苇海市政府信息公开2012年度报告", "苇海市", 2012),
        ("苇平县人民政府信息公开年度报告", "苇平县人民政府信息公开年度报告", "苇平县人民政府", None),
        ("政府信息公开工作年度报告（2016年度）", "政府信息公开工作年度报告（2016年度）", "", 2016),
        (
            "二〇一二年度苇平县政府信息公开工作年度报告",
            "二〇一二年度苇平县政府信息公开工作年度报告",
            "苇平县",
            2012,
        ),
        (
            "苇平县财政局2020年政府信息公开工作年度报告_苇平县人民政府",
            "苇平县财政局2020年政府信息公开工作年度报告",
            "苇平县财政局",
            2020,
        ),
        ("# **苇平县2019年政务公开工作年度报告**", "苇平县2019年政务公开工作年度报告", "苇平县", 2019),
    ],
)
def test_a_title_gives_body_and_year(printed: str, title: str, body: str, year: int | None) -> None:
    read = read_title(printed)
    assert read is not None
    assert (read.text, read.body, read.year) == (title, body, year)


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 政府信息公开年度报告",
        "苇平县人民政府办公室关于公布2009年度政府信息公开工作年度报告的通知",
        "根据条例，现公布2019年政府信息公开工作年度报告。",
        "政府信息公开指南",
        "上一篇：苇平县2018年政府信息公开工作年度报告",
    ],
)
def test_other_lines_are_no_title(line: str) -> None:
    assert read_title(line) is None


def test_a_title_over_three_lines_is_joined() -> None:
    found = find_title(blocks("苇平县人民政府", "2019年政府信息公开", "工作年度报告", "本报告"))
    assert found is not None
    assert (found.text, found.blocks) == ("苇平县人民政府2019年政府信息公开工作年度报告", range(3))


def test_a_date_above_the_title_stays_out_of_it() -> None:
    found = find_title(blocks("二〇一〇年一月十九日", "苇州市2009年度政府信息公开工作年度报告"))
    assert found is not None
    assert (found.year, found.blocks.start) == (2009, 1)


def test_the_contact_sentence_wins_over_other_telephones() -> None:
    contact = find_contact(
        blocks(
            "监督电话：0539-1111111",
            "如有疑问，请与苇吴镇人民政府党政办联系（地址：苇吴镇人民路1号，邮编：265100，电话：0539-2222222，传真：0539-3333333，电子邮箱：a.b@163.com）。",
        ),
        (),
    )
    assert contact.office == "苇吴镇人民政府党政办"
    assert contact.address == "苇吴镇人民路1号"
    assert (contact.postcode, contact.email) == ("265100", "a.b@163.com")
    assert (contact.phone, contact.fax) == ("0539-2222222", "0539-3333333")


@pytest.mark.parametrize(
    ("printed", "phone"),
    [
        ("电话: 0 5 3 9-3661003", "0539-3661003"),
        ("联系电话：（0539）366 1003", "(0539)3661003"),
        ("电话：０５３９—３６６１００３", "0539—3661003"),
        ("联系电话:05393661003 填报日期:2018年2月7日", "05393661003"),
        ("电话（传真）：0539-3661003", "0539-3661003"),
        ("咨询电话：13805391234", "13805391234"),
        ("请联系：苇平县人民政府办公室（4332240、4327511）", "4332240"),
    ],
)
def test_a_telephone_is_read_in_every_form(printed: str, phone: str) -> None:
    assert find_contact((), blocks(printed)).phone == phone


def test_a_report_that_does_not_say_has_an_empty_contact() -> None:
    contact = find_contact(blocks("2019年公开信息2000条。"), blocks("通过电话答复咨询12345次。"))
    assert not any((contact.phone, contact.address, contact.email, contact.office))


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2021 年 1 月 26 日", dt.date(2021, 1, 26)),
        ("二〇二一年一月二十六日", dt.date(2021, 1, 26)),
        ("二○一○年十二月三十日", dt.date(2010, 12, 30)),
        ("2021-01-26", dt.date(2021, 1, 26)),
        ("２０２１年１月２６日", dt.date(2021, 1, 26)),
        ("二〇二一年元月十日", dt.date(2021, 1, 10)),
    ],
)
def test_a_date_is_read_in_every_form(printed: str, date: dt.date) -> None:
    found = date_in(squeeze(printed))
    assert found is not None
    assert found[0] == date


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert date_in("2021年13月40日") is None


def test_years_are_read_in_digits_and_characters() -> None:
    assert years_in("2019年和二〇一八年，编号20190102") == [2019, 2018]


def test_signature_and_date_may_share_a_line() -> None:
    signature = find_signature(blocks("无。", "苇吴镇人民政府　2019年1月10日"))
    assert (signature.body, signature.signed) == ("苇吴镇人民政府", dt.date(2019, 1, 10))


def test_a_date_inside_the_text_signs_nothing() -> None:
    assert find_signature(blocks("统计期限自2019年1月1日起至2019年12月31日止。")).signed is None


def test_page_furniture_after_the_signature_does_not_hide_it() -> None:
    signature = find_signature(blocks("苇吴镇人民政府", "2019年1月10日", "扫一扫", "打印 关闭"))
    assert (signature.body, signature.signed) == ("苇吴镇人民政府", dt.date(2019, 1, 10))


def test_a_publishing_date_is_found_above_the_text() -> None:
    assert published_on(blocks("发布时间：2021-01-28 14:11 浏览次数："), ()) == dt.date(2021, 1, 28)
