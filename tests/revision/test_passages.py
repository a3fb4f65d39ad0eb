from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from revisions import modelled, revised, spec

from assistant.drafting.nouns import Origin
from assistant.drafting.spec import Point
from assistant.revision.desk import Desk
from assistant.revision.nouns import State
from assistant.revision.passages import Passage, taken_apart, without

SPECIFIC = "把问题部分写具体一点"
REPLY = "[1] 惠农政策解读偏少，全年发布政策解读稿件4篇\n[2] 公开栏的更新有时不及时"
BEFORE = State(spec())


def _after(*said: str, desk: Desk | None = None) -> State:
    return revised(*said, desk=desk).state


def _problems(state: State) -> list[str]:
    return [point.text for point in state.spec.points if point.section == "存在的主要问题"]


def _one_each(after: State, count: int) -> tuple[Passage, ...]:
    found = taken_apart(BEFORE, after)
    assert len(found) == count
    return found


def test_each_point_that_a_model_rewrote_is_a_change_by_itself() -> None:
    first, second = _one_each(_after(SPECIFIC, desk=modelled("revise", SPECIFIC, REPLY)), 2)
    assert _problems(first.undone)[0] == "惠农政策解读偏少"
    assert "有时不及时" in _problems(first.undone)[1]
    origins = [point.origin for point in second.taken.spec.points if point.section == "存在的主要问题"]
    assert origins == [Origin.MODEL, Origin.GIVEN]


def test_a_figure_and_the_points_that_state_it_are_one_change() -> None:
    (one,) = _one_each(_after("把培训次数改成5次"), 1)
    assert one.undone == BEFORE


def test_the_wording_of_a_part_is_one_change_for_itself_and_undone_without_the_figure() -> None:
    after = _after("把依申请公开部分换一种说法", "把接受培训人次改成41")
    wording, figures = _one_each(after, 2)
    assert wording.undone.spec.figures == after.spec.figures
    assert figures.undone.spec.styles == after.spec.styles
    assert wording.undone.spec.styles == {}


def test_a_point_added_and_one_removed_are_two_changes() -> None:
    after = _after("在改进部分增加一条：每季度通报", "删掉问题部分第一条")
    removed, added = _one_each(after, 2)
    assert _problems(removed.undone) == _problems(BEFORE)
    assert "每季度通报" not in [point.text for point in added.undone.spec.points]


def test_a_point_removed_beside_one_added_in_another_section_is_a_change_by_itself() -> None:
    given = replace(BEFORE.spec, points=(Point("problems", "目录更新不及时"),))
    after = replace(given, points=(Point("improvement", "每季度通报"),))
    first, second = taken_apart(State(given), State(after))
    assert [point.text for point in first.undone.spec.points] == ["目录更新不及时", "每季度通报"]
    assert second.undone.spec.points == ()


def test_points_in_another_order_are_one_change() -> None:
    (one,) = _one_each(_after("把改进部分第二条移到最前面"), 1)
    assert one.undone.spec.points == BEFORE.spec.points


def test_the_date_and_the_way_to_reach_the_body_are_changes() -> None:
    _one_each(_after("把落款日期改成2月3日", "把联系电话改成0599-1111111"), 2)


def test_a_key_stands_while_other_changes_are_decided() -> None:
    first, second = _one_each(_after(SPECIFIC, desk=modelled("revise", SPECIFIC, REPLY)), 2)
    assert [one.key for one in taken_apart(BEFORE, first.undone)] == [second.key]
    assert [one.key for one in taken_apart(BEFORE, first.taken)] == [first.key, second.key]


TEXTS = st.lists(st.sampled_from(["甲", "乙", "丙3件", "丁"]), max_size=5)


@settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(old=TEXTS, new=TEXTS, kept=st.data())
def test_without_all_changes_the_state_is_as_before_and_with_all_as_after(
    old: list[str], new: list[str], kept: st.DataObject
) -> None:
    before, after = (
        State(replace(BEFORE.spec, points=tuple(Point("存在的主要问题", text) for text in texts)))
        for texts in (old, new)
    )
    keys = [one.key for one in taken_apart(before, after)]
    assert without(before, after, ()) == before
    assert without(before, after, keys) == after
    some = set(kept.draw(st.lists(st.sampled_from(keys)))) if keys else set()
    assert {one.key for one in taken_apart(before, without(before, after, some))} <= set(keys)


@pytest.mark.parametrize("said", ["把培训次数改成5次", "把依申请公开部分换一种说法", "删掉改进部分第一条"])
def test_what_was_not_changed_is_no_change(said: str) -> None:
    after = _after(said)
    assert taken_apart(after, after) == ()
