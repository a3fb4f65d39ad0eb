from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.outline.tree import outline
from index.schema import Block, Grid, GridCell


def blocks(*lines: str) -> tuple[Block, ...]:
    return tuple(Block(line, order=order) for order, line in enumerate(lines))


def labels(*lines: str) -> list[str]:
    return [section.label for section in outline(blocks(*lines))]


def test_levels_follow_the_marks() -> None:
    assert labels("一、概述", "（一）组织领导", "1.成立小组", "已经成立。", "二、主动公开情况", "无。") == [
        "一、概述",
        "一、概述 > （一）组织领导",
        "一、概述 > （一）组织领导 > 1.成立小组",
        "二、主动公开情况",
    ]


def test_hash_marks_do_not_decide_the_level() -> None:
    first = (Block("一、概述", heading=1), Block("二、主动公开情况", heading=4), Block("三、依申请公开情况"))
    assert [section.level for section in outline(first)] == [1, 1, 1]


def test_a_heading_that_runs_in_opens_its_own_section_and_keeps_its_block_whole() -> None:
    sections = outline(blocks("一、主动公开情况", "（一）公开内容。2018年，公开信息20条。"))
    assert sections[1].path == ("一、主动公开情况", "（一）公开内容")
    assert sections[1].text == "（一）公开内容。2018年，公开信息20条。"


def test_whole_sentences_with_a_number_are_items() -> None:
    assert labels(
        "一、存在问题",
        "1.各部门都要明确分管领导，落实机构，充实人员，保障经费。",
        "2、公开的形式还有待完善。",
    ) == ["一、存在问题"]


def test_enumeration_inside_a_paragraph_stays_text() -> None:
    assert labels("一、存在问题", "一是认识不足；二是人手不够。") == ["一、存在问题"]


def test_rows_of_a_flattened_table_are_no_headings() -> None:
    lines = (
        "三、收到和处理政府信息公开申请情况",
        "一、本年新收政府信息公开申请数量 0",
        "（一）予以公开",
        "四、结转下年度继续办理",
    )
    assert labels(*lines, "四、政府信息公开行政复议、行政诉讼情况") == [
        lines[0],
        "四、政府信息公开行政复议、行政诉讼情况",
    ]


@pytest.mark.parametrize("gap", ["　", "   ", " ", "\n"])
@pytest.mark.parametrize("mark", ["2.", "（二）", "二、", "（2）"])
def test_rows_of_an_annex_table_are_no_headings(mark: str, gap: str) -> None:
    rows = [
        ("指标名称", "单位", "2011年度", "历年累计"),
        ("主动公开信息数", "条", "68", "413"),
        (f"{mark}政府公报公开数", "条", "3", "15"),
        (f"{mark}网上申请数", "件", "", ""),
        (f"{mark}专项经费", "万元", "1.5", "12"),
        (f"{mark}行政复议数", "0", "1"),
    ]
    lines = [line for row in rows for line in gap.join(filter(None, row)).splitlines()]
    assert labels("一、概述", "我镇稳步推进。", "七、附表", *lines, "青山镇人民政府") == [
        "一、概述",
        "七、附表",
    ]


def test_a_heading_with_the_page_number_of_a_contents_list_stays_one() -> None:
    assert labels("一、概述", "略。", "（一）公开的数量 3", "公开68条。") == [
        "一、概述",
        "一、概述 > （一）公开的数量",
    ]


def test_a_table_belongs_to_the_section_it_stands_in() -> None:
    grid = Block("一、概述\t1", grid=Grid(((GridCell("一、概述"), GridCell("1")),), ("一、概述\t1",)))
    sections = outline((*blocks("一、概述", "二、主动公开情况"), grid))
    assert sections[1].blocks[1] is grid


def test_a_lost_number_does_not_lose_the_section() -> None:
    assert labels("一、概述", "略。", "二、主动公开情况", "略。", "六、收费情况", "八、存在的问题") == [
        "一、概述",
        "二、主动公开情况",
        "六、收费情况",
        "八、存在的问题",
    ]


def test_the_body_wins_over_the_table_of_contents() -> None:
    names = ("一、概述", "二、主动公开情况", "三、依申请公开情况")
    sections = outline(blocks("目录", *names, names[0], "略。", names[1], "略。", names[2], "略。"))
    assert [section.label for section in sections] == ["", *names]
    assert len(sections[0].blocks) == 4


def test_marks_that_begin_again_are_nested() -> None:
    assert labels(
        "一、概述",
        "略",
        "五、存在的问题及改进情况",
        "一、存在的问题",
        "略",
        "二、改进情况",
        "略",
        "六、其他需要报告的事项",
    ) == [
        "一、概述",
        "五、存在的问题及改进情况",
        "五、存在的问题及改进情况 > 一、存在的问题",
        "五、存在的问题及改进情况 > 二、改进情况",
        "六、其他需要报告的事项",
    ]


def test_a_misnumbered_statutory_section_keeps_its_level() -> None:
    assert labels(
        "一、总体情况", "略", "一、主动公开政府信息情况", "略", "三、收到和处理政府信息公开申请情况"
    ) == [
        "一、总体情况",
        "一、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
    ]


def test_an_attachment_is_a_section_of_the_first_level() -> None:
    assert labels("一、概述", "略。", "附件1：", "统计表", "一、主动公开情况") == ["一、概述", "附件1"]


def test_text_without_headings_is_one_section() -> None:
    assert labels("全年公开信息20条。", "没有收到申请。") == [""]


def test_no_blocks_give_no_sections() -> None:
    assert outline(()) == ()


LINES = st.sampled_from(
    [
        *(
            "一、概述",
            "二、主动公开情况",
            "一、主要问题",
            "（一）组织领导",
            "（二）公开内容。公布20条。",
            "1.政府网站",
        ),
        *(
            "2、政务微信；",
            "第一部分 概述",
            "附件1：",
            "目录",
            "主动公开情况",
            "引言",
            "略。",
            "一是不足。",
            "",
            "①成立小组",
        ),
    ]
)


@given(st.lists(LINES, max_size=25))
def test_every_block_is_in_exactly_one_section_and_in_order(lines: list[str]) -> None:
    whole = blocks(*lines)
    assert tuple(block for section in outline(whole) for block in section.blocks) == whole


@given(st.lists(LINES, max_size=25))
def test_a_path_grows_by_one_step_at_a_time(lines: list[str]) -> None:
    paths = [section.path for section in outline(blocks(*lines))]
    assert all(len(after) <= len(before) + 1 for before, after in zip(["", *paths], paths, strict=False))


def test_a_soft_line_break_ends_a_heading() -> None:
    sections = outline(blocks("一、概述\n2018年，我镇公开信息20条。", "二、主动公开情况\n无。"))
    assert [section.label for section in sections] == ["一、概述", "二、主动公开情况"]


def test_a_set_off_line_under_a_marked_section_is_a_part_of_it() -> None:
    lines = (
        Block("一、总体情况"),
        Block("工作亮点", bold=True),
        Block("略。"),
        Block("第二十条第（一）项", bold=True),
        Block("略。"),
    )
    assert [section.label for section in outline(lines)] == ["一、总体情况", "一、总体情况 > 工作亮点"]


def test_bracketed_numerals_nest_below_digits_that_number_the_sections() -> None:
    assert labels(
        "1.概述", "（一）组织领导", "略。", "2.主动公开情况", "略。", "3.依申请公开情况", "略。"
    ) == [
        "1.概述",
        "1.概述 > （一）组织领导",
        "2.主动公开情况",
        "3.依申请公开情况",
    ]
