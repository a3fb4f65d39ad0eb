"""What is worked out of a catalogue is worked out once for it, and anew for another."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.planning.kept import kept

CALLS: list[Sequence[int]] = []


@kept
def total(items: Sequence[int]) -> int:
    CALLS.append(items)
    return sum(items)


def test_the_very_same_tuple_is_worked_on_once() -> None:
    CALLS.clear()
    catalogue = tuple(range(5))
    assert [total(catalogue) for _ in range(3)] == [10, 10, 10]
    assert len(CALLS) == 1


def test_an_equal_tuple_is_another_catalogue() -> None:
    CALLS.clear()
    first, second = tuple(range(6)), tuple(range(6))
    assert first is not second
    assert total(first) == total(second) == 15
    assert len(CALLS) == 2


def test_a_list_may_have_changed_and_is_read_each_time() -> None:
    items = [1, 2]
    assert total(items) == 3
    items.append(3)
    assert total(items) == 6
