"""A passage answers only with the kind of thing that was asked for."""

from __future__ import annotations

import pytest

from assistant.passages.expected import asked_unit, asks_matter, fits, tells_matter, unit_fits
from assistant.planning.query import Wanted


@pytest.mark.parametrize(
    ("text", "wanted", "question", "answers"),
    [
        ("共有工作人员3名。", Wanted.NUMBER, "有几名工作人员", True),
        ("共发布信息3条。", Wanted.NUMBER, "有几名工作人员", False),
        ("公开补贴名单300家、资金2.4亿元。", Wanted.NUMBER, "信息公开花了多少经费", False),
        ("安排政务公开经费6万元。", Wanted.NUMBER, "信息公开花了多少经费", True),
        ("全年未收到申请。", Wanted.NUMBER, "收到几件申请", True),
        ("由镇长任组长。", Wanted.PERSON, "组长是谁", True),
        ("加强组织领导工作。", Wanted.NAME, "公众号叫什么", False),
        ("微信公众号“东镇发布”", Wanted.NAME, "公众号叫什么", True),
        ("县公安局2件、县教育局1件", Wanted.BODIES, "哪些单位收的", True),
        ("对排名末位的乙县、市水利局主要负责人进行约谈。", Wanted.BODIES, "被约谈的是哪两家", True),
        ("收取信息处理费300元。", Wanted.BODIES, "哪些单位收的", False),
        ("其中县水利局2件300元、东镇1件20元", Wanted.PERSON, "收了谁的费", True),
        ("收取信息处理费320元。", Wanted.PERSON, "收了谁的费", False),
        ("距离最近的村由80米增加到500米", Wanted.NUMBER, "离村子多远", True),
        ("走访村民500户", Wanted.NUMBER, "离村子多远", False),
        ("被通报的1件为县水利局未按时答复", Wanted.OFFICE, "被通报的是哪个单位", True),
        ("被通报1件，其他2件", Wanted.OFFICE, "被通报的是哪个单位", False),
    ],
)
def test_the_kind_of_thing_decides(text: str, wanted: Wanted, question: str, answers: bool) -> None:
    assert fits(text, wanted, question, ("申请",)) is answers


def test_the_measure_word_of_a_question_is_its_unit() -> None:
    assert asked_unit("一共办了多少场发布会") == "场"
    assert asked_unit("几家公司来要过资料，几件") == "件"
    assert asked_unit("几家公司来要过资料") == "家"
    assert asked_unit("公众号涨了多少粉") == "人"
    assert asked_unit("组长是谁") == ""


@pytest.mark.parametrize(
    ("question", "text", "named"),
    [
        ("局长叫啥", "4、局长信箱。", False),
        ("局长叫啥", "局长王守田任领导小组组长。", True),
        ("组长是谁", "由常务副县长任组长，各局局长为成员。", True),
        ("办公室主任是谁", "街道办事处主任任领导小组组长。", False),
        ("填报人是谁", "由综合科填报，其他科室不作统计。", False),
    ],
)
def test_a_person_is_named_by_a_surname_or_by_the_office_that_holds_the_one_asked_for(
    question: str, text: str, *, named: bool
) -> None:
    assert fits(text, Wanted.PERSON, question) is named


def test_an_average_span_is_not_any_span() -> None:
    assert not fits("疑难申请3日内会商。", Wanted.NUMBER, "办一件申请平均要多久")
    assert fits("平均办理用时11个工作日。", Wanted.NUMBER, "办一件申请平均要多久")


@pytest.mark.parametrize(
    ("unit", "asked", "answers"),
    [("个", "条", False), ("个", "篇", False), ("条", "个", True), ("件", "条", True), ("个", "件", True)],
)
def test_what_is_counted_by_a_general_measure_is_no_piece_of_information(
    unit: str, asked: str, answers: bool
) -> None:
    assert unit_fits(unit, asked) is answers


def test_two_counts_in_one_unit_may_answer_a_share() -> None:
    question = "意见采纳了几成"
    assert fits("收到意见96条，采纳17条。", Wanted.SHARE, question)
    assert not fits("完成投资4.8亿元，涉及84个项目。", Wanted.SHARE, question)


def test_the_deputy_of_an_office_does_not_hold_it() -> None:
    assert not fits("由常务副县长任组长。", Wanted.PERSON, "县长是谁")
    assert fits("由县委副书记任县长。", Wanted.PERSON, "县长是谁")


def test_who_was_invited_is_told_by_who_was() -> None:
    assert fits("邀请公众代表列席常务会议6次。", Wanted.PERSON, "会议请了谁来旁听")
    assert not fits("常务会议2次听取工作汇报，由市长主持。", Wanted.PERSON, "会议请了谁来旁听")


def test_what_something_was_about_is_asked_and_told_in_many_ways() -> None:
    assert asks_matter("申请的都是什么内容")
    assert tells_matter("公开的2件分别是林权台账和施工图。")
    assert not tells_matter("收到申请3件，均为当面申请。")


def test_a_goal_is_no_figure_that_was_reached() -> None:
    assert fits("力争同步率达到95%", Wanted.SHARE, "同步率的目标是百分之几")
    assert not fits("同步率由上年的41%升至58%", Wanted.SHARE, "同步率的目标是百分之几")
