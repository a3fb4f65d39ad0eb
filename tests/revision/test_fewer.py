from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from revisions import POINTS, revised, spec, text_of, tried, whole

from assistant.drafting.spec import Point
from assistant.revision.desk import Desk
from assistant.revision.fewer import weight
from assistant.revision.nouns import State
from assistant.revision.readback import readings
from assistant.revision.revise import revise


def test_a_limit_is_reached_by_leaving_out_the_points_that_say_least() -> None:
    outcome = revised("把改进部分压缩到20字")
    assert text_of(outcome, "improvement") == "举办培训班3次。"
    assert "整条删去要点1条" in outcome.message
    assert "没有达到" not in outcome.message


def test_of_each_subject_one_point_stays_and_it_is_said_why_no_more_goes() -> None:
    outcome = revised("全文压缩到300字")
    assert "占3分" in text_of(outcome, "supervision")
    assert "没有被追究责任" in text_of(outcome, "supervision")
    assert "法规和格式要求写明的内容" in outcome.message
    assert "每个方面至少留一条" in outcome.message


def test_what_the_law_asks_for_stays_however_short_it_is_to_be() -> None:
    outcome = revised("全文压缩到10字")
    text = whole(outcome)
    for kept in (
        "主动公开政府信息120条",
        "新收政府信息公开申请12件",
        "行政复议1件",
        "行政诉讼",
        "信息处理费",
    ):
        assert kept in text
    assert len(outcome.drafted.draft.unfilled) == 1


def test_a_figure_that_a_table_gives_goes_from_the_text_and_stays_in_the_table() -> None:
    outcome = revised("把主动公开部分压缩到40字")
    assert "行政许可" not in text_of(outcome, "active")
    assert outcome.drafted.draft.cells["permits", "本年处理决定数量"].value == 1


def test_the_later_sentences_of_a_point_go_before_the_point() -> None:
    long = {"section": "存在的主要问题", "text": "栏目偏少。栏目的名称还不统一。有3个栏目全年没有更新。"}
    outcome = revised("把问题部分压缩到38字", given=spec(points=[*POINTS[3:5], long]))
    text = text_of(outcome, "problems")
    assert "有3个栏目全年没有更新" in text
    assert "栏目的名称" not in text
    assert "惠农政策解读偏少" in text


def test_without_a_limit_no_point_goes() -> None:
    outcome = tried("把问题部分精简一点")
    assert not outcome.difference
    assert "按规则没有可以删去的句子" in outcome.message


@pytest.mark.parametrize(
    ("text", "more"),
    [("举办培训3次", "进一步提高水平"), ("没有发生收费", "加强领导"), ("印发《办法》", "加强领导")],
)
def test_what_states_something_weighs_more_than_what_does_not(text: str, more: str) -> None:
    assert weight(text) > weight(more)


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    limit=st.integers(5, 600),
    texts=st.lists(st.sampled_from(["栏目偏少", "解读3次。还不够", "更新慢"]), max_size=4),
)
def test_shortening_never_states_another_figure(limit: int, texts: list[str]) -> None:
    points = [*POINTS, *({"section": "存在的主要问题", "text": text} for text in texts)]
    state, desk = State(spec(points=points)), Desk()
    before = desk.write(state)
    outcome = revise(f"全文压缩到{limit}字", state, before, desk)
    new, old = readings(outcome.drafted.draft), readings(before.draft)
    assert new is not None
    assert old is not None
    assert new <= old
    subjects = {point.section for point in state.spec.points}
    assert {point.section for point in outcome.state.spec.points} == subjects
    assert all(isinstance(point, Point) and point.text for point in outcome.state.spec.points)
