"""Which figures of one report are added up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.counting.readings import Reading
from assistant.counting.totals import alike, asks_sum
from assistant.planning.query import Target


def reading(indicator: str, column: str = "", unit: str = "件") -> Reading:
    return Reading(Target("青石镇2023", "青石镇", 2023), indicator, column, value=Decimal(3), unit=unit)


@pytest.mark.parametrize(
    ("question", "sum_asked"),
    [
        ("予以公开和部分公开一共几件", True),
        ("予以公开几件，部分公开几件，两项合计几件", True),
        ("行政复议总共几件，其中被纠正的几件", False),
        ("收到申请一共几件，办结几件", False),
    ],
)
def test_total_beside_a_figure_of_its_own_is_no_sum(question: str, sum_asked: bool) -> None:
    assert asks_sum(question) is sum_asked


@pytest.mark.parametrize(
    ("one", "other", "added"),
    [
        (reading("granted"), reading("partial"), True),
        (reading("review"), reading("litigation"), True),
        (reading("requests_new", "自然人"), reading("requests_new", "商业企业"), True),
        (reading("requests_new"), reading("requests_carried_in"), True),
        (reading("requests_new"), reading("requests_handled"), False),
        (reading("unavailable_not_held"), reading("requests_new", "商业企业"), False),
        (reading("granted"), reading("partial", "商业企业"), False),
        (reading("requests_handled"), reading("refused_state_secret"), False),
        (reading("trainings", unit="次"), reading("trainees", unit="人次"), False),
    ],
)
def test_only_like_figures_are_added_up(one: Reading, other: Reading, added: bool) -> None:
    assert alike(one, other) is added
    assert alike(other, one) is added
