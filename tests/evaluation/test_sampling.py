"""Samples of a question file: shares by kind worked out by hand, and the same questions for the same seed."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from assistant.evaluation.sampling import allotted, sample
from index.errors import UsageError


def questions(**kinds: int) -> list[dict[str, Any]]:
    return [{"id": f"{kind}{n}", "kind": kind} for kind, count in kinds.items() for n in range(count)]


@pytest.mark.parametrize(
    ("counts", "size", "shares"),
    [
        ({"fact": 60, "trend": 30, "conflict": 10}, 10, {"fact": 6, "trend": 3, "conflict": 1}),
        # 4.8, 2.6 and 0.6, which is raised to one; the two that are left go to the larger remainder, then stop.
        ({"fact": 48, "trend": 26, "conflict": 6}, 8, {"fact": 5, "trend": 2, "conflict": 1}),
        ({"fact": 98, "trend": 1, "conflict": 1}, 4, {"fact": 2, "trend": 1, "conflict": 1}),
        ({"fact": 3, "trend": 2}, 9, {"fact": 3, "trend": 2}),
    ],
)
def test_each_kind_has_its_share_and_one_at_least(
    counts: dict[str, int], size: int, shares: dict[str, int]
) -> None:
    assert allotted(Counter(counts), size) == shares


def test_a_sample_smaller_than_the_kinds_is_refused() -> None:
    with pytest.raises(UsageError, match="至少要 3"):
        allotted(Counter(a=5, b=5, c=5), 2)


def test_a_sample_has_the_size_that_was_asked_for() -> None:
    whole = questions(a=97, b=41, c=13, d=5, e=2, f=1, g=1)
    for size in range(7, 161):
        drawn = sample(whole, size, 7)
        assert len(drawn) == min(size, 160)
        assert {question["kind"] for question in drawn} == set("abcdefg")


def test_the_same_seed_draws_the_same_questions_in_their_order() -> None:
    whole = questions(fact=40, trend=20)
    first = sample(whole, 12, 7)
    assert sample(list(reversed(whole)), 12, 7) == list(reversed(first))
    assert [whole.index(question) for question in first] == sorted(whole.index(q) for q in first)
    assert sample(whole, 12, 8) != first


def test_a_larger_sample_of_the_same_seed_goes_on_from_the_smaller() -> None:
    whole = questions(fact=40, trend=20)
    small, large = (sample(whole, size, 7) for size in (12, 30))
    assert all(question in large for question in small)
