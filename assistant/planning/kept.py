"""What is worked out of a catalogue once, however many questions are asked of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_KEPT = 8
"""How many catalogues (a store, or what a reader's filters leave of it) are remembered."""


class Same(Generic[Item]):
    """A tuple that is equal only to itself, so that looking it up does not read it; kept alive, so that it stays itself."""

    def __init__(self, items: tuple[Item, ...]) -> None:
        self.items = items

    def __eq__(self, other: object) -> bool:
        """Whether it is the very same tuple."""
        return isinstance(other, Same) and other.items is self.items

    def __hash__(self) -> int:
        """By identity."""
        return id(self.items)


def kept(work: Callable[[Sequence[Item]], Result]) -> Callable[[Sequence[Item]], Result]:
    """The function, which for the very tuple that it was given before has its result at hand; lists are read each time."""
    known = lru_cache(maxsize=_KEPT)(lambda same: work(same.items))

    def look(items: Sequence[Item]) -> Result:
        return known(Same(items)) if isinstance(items, tuple) else work(items)

    return look
