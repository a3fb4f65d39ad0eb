"""What the browser sends is read without trust."""

from __future__ import annotations

import pytest

from assistant.answer import Filters
from assistant.page.request import LONGEST, Pointed, Voted, asked, pointed, voted


def test_a_question_with_filters_is_read() -> None:
    data = {"turn": 2, "question": " 收到几件 ", "issuers": ["松溪镇"], "years": [2021]}
    read = asked(data)
    assert (read.turn, read.question, read.filters) == (2, "收到几件", Filters(("松溪镇",), (2021,)))


@pytest.mark.parametrize(
    "data", [None, [], "x", {}, {"turn": "1", "question": 5, "issuers": "松溪镇", "years": ["2021", None]}]
)
def test_what_has_the_wrong_type_is_left_out(data: object) -> None:
    read = asked(data)
    assert (read.turn, read.question, read.filters) == (0, "", Filters())


def test_a_question_is_cut_at_its_longest() -> None:
    assert len(asked({"question": "申" * 10_000}).question) == LONGEST


def test_a_place_without_words_points_nowhere() -> None:
    assert pointed({"report": 3, "boxes": [["a"], [1, 2.5]]}) == Pointed("", boxes=((1, 2.5),))


def test_a_verdict_names_its_turn() -> None:
    assert voted({"turn": 3, "helped": True}) == Voted(3, helped=True)


@pytest.mark.parametrize("data", [None, {"turn": "3", "helped": True}, {"turn": 3, "helped": "no"}])
def test_a_verdict_of_the_wrong_type_is_about_no_turn(data: object) -> None:
    assert voted(data).turn == 0
