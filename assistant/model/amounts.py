"""The numbers that a sentence claims, against those that its sources print."""

from __future__ import annotations

import re

from assistant.cite import worths
from index.language.numerals import COUNTED, Kind, Number, numbers
from index.language.text import squeeze_numbers

_CASES = frozenset("件起宗例桩")
"""What lawsuits and the like are counted in: 3起 are 3件."""
LAST_YEAR = re.compile("[前上去]一年(?:度)?")
"""Says which year, and no number of years."""
_NONE = re.compile("未(?!来)|没有|无(?!论|障碍|偿|缝|正当|理|线|人机|锡|为)|不存在")
_ABOUT = re.compile(
    "(?:没有|没|不到|不足|不满|未满|未达|少于|低于|不及|超过|多于|高于|将近|接近|大约|至少|最多)$"
)
"""Turns the number after it into another one: 没有61件, 不到61件."""


def counted(text: str) -> list[Number]:
    """The numbers of a text that say how many or how much."""
    return [n for n in numbers(text) if n.kind in COUNTED and n.floor is not None]


def same(claimed: Number, printed: Number) -> bool:
    """Whether a number repeats another: an exact one an exact one (百余 is not 100), in the same unit where both have one."""
    if claimed.value is not None and printed.value is None:
        return False
    if "%" in (claimed.unit, printed.unit) and claimed.unit != printed.unit:
        return False
    money = claimed.unit.endswith("元") and printed.unit.endswith("元")
    cases = claimed.unit in _CASES and printed.unit in _CASES
    alike = money or cases or not claimed.unit or not printed.unit or claimed.unit == printed.unit
    return alike and bool(worths(claimed) & worths(printed))


def has_numbers(said: str, known: str) -> bool:
    """Whether every number, date and telephone number of a sentence is printed in what it rests on."""
    printed = counted(known)
    none, said = bool(_NONE.search(known)), LAST_YEAR.sub("", said)
    for number in numbers(said):
        if (about := _ABOUT.search(said[: number.start])) and f"{about[0]}{number.printed}" not in known:
            return False
        if number.kind in (Kind.DATE, Kind.PHONE):
            if squeeze_numbers(number.printed).strip("()（）") not in known:
                return False
        elif number.kind in COUNTED and number.floor is not None:
            zero = number.floor == 0 and none
            if not zero and not any(same(number, other) for other in printed):
                return False
    return True
