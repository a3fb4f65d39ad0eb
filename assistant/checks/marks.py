"""Punctuation: marks too many, and pairs with one half lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.checks.case import Case, Passage
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.wording import hit

PUNCTUATION = "GB/T 15834-2011《标点符号用法》"

_DOUBLE_MARK = re.compile(r"[，。、；：,;:]\s*[，。、；：,;:]")
_BEFORE_ETC = re.compile(r"(?<=[\u4e00-\u9fff》”）])、(?=等(?:[\u4e00-\u9fff]|[，。；]))")
_BEFORE_OF = re.compile(r"(?<=[\u4e00-\u9fff])、(?=关于|的(?!士))")
_BEFORE_AND = re.compile(r"(?<=[\u4e00-\u9fff》”）])、(?=以及|和(?!谐|平|睦|解|美|田)|及(?!时|格|早))")
_AROUND = 12
"""Characters before a mark that a quote shows."""


@rule("mark-before-word", "标点错误", Severity.ERROR, PUNCTUATION)
def stray_marks(case: Case) -> Iterator[Hit]:
    """No 、 before 关于 or 的, no two marks running."""
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text)
        if match := _BEFORE_OF.search(text):
            near = text[max(0, match.start() - 2) : match.end() + 2]
            yield hit(sentence, near, f"“{near}”多一顿号", "删去顿号")
    for passage in case.passages:
        if match := _DOUBLE_MARK.search(passage.text):
            quote = _near(passage.text, match.start(), match.end())
            yield Hit(f"标点“{match[0]}”重复", (quote,), passage.section, "保留一个标点", passage.page)


def _near(text: str, start: int, end: int) -> str:
    """What a mark stands in, from the mark before it or some characters earlier, to a few after it."""
    return text[max(0, start - _AROUND) : end + 4].strip()


@rule("mark-before-etc", "标点错误", Severity.NOTE, PUNCTUATION)
def mark_before_etc(case: Case) -> Iterator[Hit]:
    """No 、 before 等, 和, 及 or 以及."""
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text)
        match = _BEFORE_ETC.search(text) or _BEFORE_AND.search(text)
        if match:
            word = text[match.end() :][:1]
            near = text[max(0, match.start() - 4) : match.end() + 2]
            yield hit(sentence, near, f"“{word}”前不用顿号", f"删去“{word}”前的顿号")


_PAIRS = (("《", "》"), ("“", "”"), ("（", "）"))
_ITEM = re.compile(
    r"^\s*[（(]?[\d一二三四五六七八九十]{1,3}[)）]|(?<=[。；：\s])[\d一二三四五六七八九十]{1,2}[)）]"
)


@rule("unpaired-mark", "标点错误", Severity.WARNING, PUNCTUATION)
def unpaired(case: Case) -> Iterator[Hit]:
    """《》, “” and （） come in pairs within a paragraph."""
    for passage in case.passages:
        text = _ITEM.sub(lambda match: " " * len(match[0]), passage.text)
        text = text.replace("(", "（").replace(")", "）")
        for left, right in _PAIRS:
            place = _alone(text, left, right)
            if place is not None:
                lost = right if text[place] == left else left
                what = f"“{left}{right}”不成对，缺“{lost}”"
                yield Hit(what, (_clause_at(passage, place),), passage.section, f"补上“{lost}”", passage.page)


def _alone(text: str, left: str, right: str) -> int | None:
    """Where the first mark of a pair stands whose other half is lost; ``None`` where all are paired."""
    open_: list[int] = []
    for place, char in enumerate(text):
        if char == left:
            open_.append(place)
        elif char == right:
            if not open_:
                return place
            open_.pop()
    return open_[0] if open_ else None


def _clause_at(passage: Passage, place: int) -> str:
    """The words around a place: from the mark before it to the second one after it, in its sentence."""
    text = passage.text
    start = max(text.rfind(mark, 0, place) for mark in "。；，\n") + 1
    ends = [match.end() for match in re.finditer("[，。；\n]", text[place + 1 :])]
    stop = next((end for end in ends if text[place + end] in "。；\n"), len(text) - place)
    second = ends[1] if len(ends) > 1 else len(text) - place
    return text[start : place + min(stop, second)].strip("，；。 \n")


_OPENS = re.compile(r"^[#*\s]*(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|\d{1,2}[.．、])")


@rule("ends-open", "标点错误", Severity.WARNING, PUNCTUATION)
def ends_open(case: Case) -> Iterator[Hit]:
    """A paragraph before a numbered one does not end in ， or 、."""
    for passage, following in pairwise(case.passages):
        text = passage.text.rstrip()
        if text.endswith(("，", "、", ",")) and _OPENS.match(following.text) and not passage.heading:
            last = re.split(r"[。；]", text)[-1].strip()
            yield Hit(
                f"段末用了“{text[-1]}”，或其后有脱漏",
                (last,),
                passage.section,
                "改为句号，或补全",
                passage.page,
            )
