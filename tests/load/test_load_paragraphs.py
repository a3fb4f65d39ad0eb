from __future__ import annotations

import pytest

from index.load.paragraphs import begins_item, glue, goes_on, is_final, soft_lines

LONG = "青禾镇认真落实公开要求，完善公开目录，规范公开流程，主动接受社会监督。二是健全工作机制，提高政府信"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LONG, "息公开的整体水平。"),
        ("要求各单位做到主动公开、及时公开、全面公开，", "进一步完善制度机制，提升能力。"),
        ("坚持以公开为常态、不公开为例外的原则。全镇严格按照", "《青禾县政务公开办法》要求开展工作。"),
        ("全年累计公开政府信息126条，其中政策文件（含解读", "材料）28条。"),
        ("全年主动公开政府信息一百二十六条", "，比上年增加十条。"),
        ("2、更新不够及时，有的通知印发", "半个月后才上网；"),
    ],
)
def test_a_sentence_cut_by_a_page_goes_on(before: str, after: str) -> None:
    assert goes_on(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("一、总体情况", "2021年，青禾镇主动公开政府信息126条。"),
        ("（一）加强组织领导，健全工作机制", "青禾镇成立领导小组，由镇长任组长，统筹推进公开。"),
        ("加强组织领导，健全工作机制，完善公开制度，明确工作责任", "青禾镇成立领导小组，由镇长任组长。"),
        (LONG, "（二）依申请公开情况。全年收到申请2件。"),
        ("（二）完善制度，及时更新", "通知印发后一周内上网；"),
        ("2、更新不够及时，有的通知晚发", "镇政府高度重视公开工作。"),
        (LONG, "2022年1月18日"),
        (LONG, "青禾镇人民政府"),
        ("青禾县青禾镇人民政府", "2021年政府信息公开工作年度报告"),
        ("青禾镇人民政府", "2022年1月18日"),
        ("全年主动公开政府信息126条。", "收到申请2件。"),
        ("二是健全制度。全年共收到政府信息公开申请0件，未发生行政复议、行政诉讼", "我镇未收取任何费用。"),
        ("附件：青禾镇政府信息公开情况统计表", "统计指标"),
        ("填报单位（盖章）：", "青禾镇"),
        ("表2 主动公开政府信息情况", "信息内容"),
        ("通讯地址：青禾县青禾镇人民路8号，邮编：250000，联系电话：0530-1234567", "电子邮箱：a@b.cn"),
    ],
)
def test_what_belongs_apart_stays_apart(before: str, after: str) -> None:
    assert not goes_on(before, after)


@pytest.mark.parametrize(
    "text",
    [
        "一、总体",
        "（二）公开",
        "(3)公开",
        "1.公开",
        "12、公开",
        "①公开",
        "第一部分 概述",
        "附件：",
        "附件1：",
    ],
)
def test_heading_and_list_marks_begin_an_item(text: str) -> None:
    assert begins_item(text)


@pytest.mark.parametrize(
    "text", ["1.5万元", "（一）项所列事项", "一是加强", "2021年", "第二十条规定", "三公经费"]
)
def test_numbers_within_a_sentence_begin_no_item(text: str) -> None:
    assert not begins_item(text)


@pytest.mark.parametrize("text", ["办结。", "如下：", "办结；", "办结。”", "办结。）", "done."])
def test_a_sentence_ends_with_its_mark_and_what_closes_around_it(text: str) -> None:
    assert is_final(text)


@pytest.mark.parametrize("text", ["办结，", "办结", "《条例》", "1."])
def test_other_ends_are_open(text: str) -> None:
    assert not is_final(text)


def test_only_latin_words_are_joined_with_a_space() -> None:
    assert glue("政府信", "息公开") == "政府信息公开"
    assert glue("open", "government") == "open government"
    assert glue("20", "23年") == "2023年"


def test_a_title_over_two_soft_lines_is_one_but_a_signature_is_not() -> None:
    assert soft_lines(["青禾县人民政府", "2021年度报告"], title=True) == ["青禾县人民政府2021年度报告"]
    assert soft_lines(["青禾县人民政府", "2022年1月8日"], title=True) == ["青禾县人民政府", "2022年1月8日"]
