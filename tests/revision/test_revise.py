from __future__ import annotations

import datetime as dt

import pytest
from revisions import revised, spec, text_of, tried, whole

from assistant.draft import examined, written
from assistant.drafting.nouns import UNFILLED, Origin
from assistant.revision.nouns import By


def test_a_point_with_its_text_is_added_in_its_part() -> None:
    outcome = revised("在改进部分增加一条：每月核对一次公开目录")
    assert text_of(outcome, "improvement").endswith("；三是每月核对一次公开目录。")
    assert outcome.by is By.OFFICIAL


def test_a_point_without_text_is_held_open_and_listed_never_made_up() -> None:
    outcome = revised("增加一条关于培训的措施")
    assert f"三是{UNFILLED}（关于培训的一条" in text_of(outcome, "improvement")
    assert "不能替您编写" in outcome.message
    assert "举办各类培训班3次" in outcome.message
    assert [slot for slot in outcome.drafted.draft.unfilled if slot.label == "要点待写明"]


def test_a_point_is_removed_by_its_number_and_the_rest_renumbered() -> None:
    outcome = revised("在问题部分增加一条：网站栏目更新慢", "删掉问题部分第二条")
    assert text_of(outcome, "problems").endswith("一是惠农政策解读偏少；二是网站栏目更新慢。")


def test_a_point_is_removed_by_what_it_is_about() -> None:
    assert "培训班" not in text_of(revised("删掉关于培训的那条"), "improvement")


def test_where_several_parts_have_a_second_point_it_is_asked_which() -> None:
    outcome = tried("删掉第二条")
    assert not outcome.difference
    assert len(outcome.options) == 3
    assert all(tried(option).difference for option in outcome.options)


def test_the_part_spoken_of_before_is_meant_where_none_is_named() -> None:
    outcome = tried("删掉第二条", focus="problems")
    assert "公开栏" not in text_of(outcome, "problems")


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("把改进情况第二条移到最前面", "培编"),
        ("交换改进部分第一条和第二条", "培编"),
        ("把改进部分第一条移到最后", "培编"),
        ("把改进部分第一条移到第二条后面", "培编"),
    ],
)
def test_points_are_put_in_another_order(said: str, order: str) -> None:
    text = text_of(revised(said), "improvement")
    assert text.index("培训班") < text.index("编写问答"), order


def test_words_of_a_point_are_replaced() -> None:
    assert "惠农政策解读较少" in whole(revised("把“解读偏少”改成“解读较少”"))


def test_a_figure_is_changed_in_every_place() -> None:
    outcome = revised("把培训次数改成5次")
    assert "举办各类培训班5次" in text_of(outcome, "supervision")
    assert "举办培训班5次" in text_of(outcome, "improvement")
    assert [(one.before, one.after) for one in outcome.difference.figures] == [("3", "5")]


def test_a_figure_of_one_applicant_changes_its_total_and_says_what_no_longer_holds() -> None:
    outcome = revised("把自然人新收申请改成11件")
    assert "新收政府信息公开申请13件，其中自然人11件、商业企业2件" in text_of(outcome, "requests")
    assert "勾稽关系不成立" in outcome.message


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("把新收申请改成20件", "不能单独改"),
        ("把培训次数改成3次", "已经是3次"),
        ("把村里的桥改成5座", "没有看懂要改哪一项数据"),
        ("把落款日期改成2023年1月8日", "早于统计期末"),
        ("把“没有这句话”改成“有”", "没有“没有这句话”"),
        ("删掉问题部分第九条", "没有第9条"),
        ("把第九部分压缩到100字", "没有第9部分"),
        ("第三部分换一种说法", "只有表格"),
        ("今天天气怎么样", "没有看懂"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(said: str, told: str) -> None:
    outcome = tried(said)
    assert not outcome.difference
    assert told in outcome.message


def test_the_date_of_signature_is_changed() -> None:
    assert revised("把落款日期改成1月5日").drafted.draft.signed == dt.date(2024, 1, 5)


def test_the_telephone_number_is_changed() -> None:
    assert "电话：0599-7654321" in text_of(revised("联系电话改成0599-7654321"), "preamble")


def test_a_part_is_shortened_by_leaving_out_what_may_be() -> None:
    outcome = revised("把依申请公开部分压缩到70字")
    text = text_of(outcome, "requests")
    assert "其中自然人" not in text
    assert "新收政府信息公开申请12件" in text
    assert len(text) <= 70
    assert outcome.by is By.RULES


def test_a_limit_that_cannot_be_kept_is_said() -> None:
    assert "没有达到20字" in revised("把依申请公开部分压缩到20字").message


def test_a_clause_that_states_nothing_goes_when_a_part_is_shortened() -> None:
    text = text_of(revised("把改进部分压缩一半"), "improvement")
    assert "进一步" not in text
    assert "举办培训班3次" in text


def test_figures_are_worded_another_way_without_a_model() -> None:
    outcome = revised("把依申请公开部分换一种说法")
    assert text_of(outcome, "requests").startswith("我镇2023年新收政府信息公开申请12件")


@pytest.mark.parametrize(
    "said", ["把问题部分写具体一点", "把问题部分第一条写具体一点", "把改进部分写得正式些"]
)
def test_without_a_model_nothing_is_rewritten_and_what_can_be_done_is_said(said: str) -> None:
    outcome = tried(said)
    assert not outcome.difference
    assert "没有配置语言模型" in outcome.message
    assert outcome.options


def test_the_sentence_of_a_figure_is_left_out_and_the_figure_kept() -> None:
    outcome = revised("删掉主动公开部分关于新闻发布会的那句")
    assert "新闻发布会" not in whole(outcome)
    assert ("press_conferences", "") in outcome.drafted.draft.cells


def test_a_sentence_that_the_law_asks_for_cannot_be_left_out() -> None:
    assert not tried("删掉依申请公开部分关于结转下年度的那句").difference


def test_two_instructions_in_one_message_are_followed_in_order() -> None:
    outcome = revised("把培训次数改成5次，并删掉问题部分第二条")
    assert "举办各类培训班5次" in whole(outcome)
    assert "公开栏" not in whole(outcome)


def test_a_revised_draft_passes_the_check() -> None:
    outcome = revised(
        "在改进部分增加一条：每月核对一次公开目录", "把培训次数改成5次", "把依申请公开部分换一种说法"
    )
    found = examined(outcome.drafted, written(outcome.drafted.draft, ".docx"), "draft.docx")
    assert [one["message"] for one in found if one["severity"] == "error"] == []


def test_no_file_says_that_a_model_helped_where_none_did() -> None:
    draft = revised("把培训次数改成5次").drafted.draft
    assert draft.assisted == ""
    assert not [s for p in draft.parts for one in p.paragraphs for s in one if s.origin is Origin.MODEL]


def test_the_spec_that_was_given_is_not_touched() -> None:
    given = spec()
    revised("删掉问题部分第二条", given=given)
    assert given == spec()
