"""The numbers of headings and items below the chapters: （一）, 1., 第一, in the order of their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from assistant.checks.case import Case, Passage
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.numbering import SOURCE
from index.indicators import indicators
from index.language.numeral_pattern import parse_han
from index.language.text import squeeze

_STYLES = (
    ("（{}）", re.compile(r"^[#*\s]*[（(]\s*(?P<n>[一二三四五六七八九十]{1,3})\s*[)）]")),
    ("{}.", re.compile(r"^[#*\s]*(?P<n>\d{1,2})\s*[.．、](?!\d)")),
    ("（{}）", re.compile(r"^[#*\s]*[（(]\s*(?P<n>\d{1,2})\s*[)）]")),
)
_WITHIN = (
    ("第{}", re.compile(r"(?:^|(?<=[。；;：:，,]))第(?P<n>[一二三四五六七八九十]{1,2})[，,、是]")),
    ("（{}）", re.compile(r"(?<=[。；;：:])[（(](?P<n>[一二三四五六七八九十]{1,3})[)）]")),
    ("（{}）", re.compile(r"(?<=[。；;：:])[（(](?P<n>\d{1,2})[)）]")),
)


class Numbered(NamedTuple):
    """A paragraph with the number that it begins with."""

    style: str
    number: int
    passage: Passage


@rule("sub-number", "序号错误", Severity.WARNING, f"{SOURCE}；同级序号连续不重复")
def sub_numbers(case: Case) -> Iterator[Hit]:
    """Paragraphs of one level count on, 1 beginning anew."""
    open_: dict[str, Numbered] = {}
    chapter = ""
    for passage in case.passages:
        if passage.section.split(" > ", 1)[0] != chapter:
            chapter, open_ = passage.section.split(" > ", 1)[0], {}
        found = None if _is_row(passage.text) else _numbered(passage)
        if found is None:
            continue
        before = open_.get(found.style)
        if before and found.number not in {1, before.number + 1}:
            yield _wrong(before, found)
        order = [style for style, _ in _KEYS]
        open_ = {s: n for s, n in open_.items() if order.index(s) < order.index(found.style)}
        open_[found.style] = found


_KEYS = tuple((f"{place}{style}", pattern) for place, (style, pattern) in enumerate(_STYLES))


def _is_row(text: str) -> bool:
    """Whether a paragraph is a row of a statutory table that the conversion took apart."""
    return squeeze(re.sub(r"[\s\d/.+-]+$", "", text)) in _row_labels()


@cache
def _row_labels() -> frozenset[str]:
    return frozenset(squeeze(label) for entry in indicators().values() for label in entry.labels.values())


def _numbered(passage: Passage) -> Numbered | None:
    for key, pattern in _KEYS:
        if match := pattern.match(passage.text):
            return Numbered(key, _value(match["n"]), passage)
    return None


def _value(printed: str) -> int:
    return int(printed) if printed.isdecimal() else int(parse_han(printed))


def _wrong(before: Numbered, found: Numbered) -> Hit:
    again = found.number == before.number
    gap = found.number > before.number + 1
    what = "重复" if again else f"接在“{_head(before.passage)}”之后"
    return Hit(
        f"序号“{_head(found.passage)}”{what}",
        (before.passage.text[:60], found.passage.text[:60]),
        found.passage.section,
        "核对同级序号",
        found.passage.page,
        Severity.NOTE if gap else None,  # a heading between them may have been lost in conversion
    )


def _head(passage: Passage) -> str:
    return re.split(r"[，。；：,;]", passage.text.lstrip("#* "))[0][:16]


@rule("inline-number", "序号错误", Severity.WARNING, f"{SOURCE}；同级序号连续不重复")
def inline_numbers(case: Case) -> Iterator[Hit]:
    """第一，第二 and （一）（二） inside a paragraph count on without gap or repetition."""
    for passage in case.passages:
        for style, pattern in _WITHIN:
            found = [(m, _value(m["n"])) for m in pattern.finditer(passage.text)]
            for (_, last), (match, number) in pairwise(found):
                if number not in {1, last + 1}:
                    end = re.search("[，。；]", passage.text[match.end() :])
                    stop = match.end() + (end.start() if end else 12)
                    yield Hit(
                        f"“{style.format(match['n'])}”前一个序号是{last}，不连续或重复",
                        (passage.text[match.start() : stop],),
                        passage.section,
                        "核对序号",
                        passage.page,
                    )


@rule("heading-repeated", "标题重复", Severity.WARNING, f"{SOURCE}；标题不重复")
def headings_repeated(case: Case) -> Iterator[Hit]:
    """No two headings of one chapter have the same words."""
    seen: dict[tuple[str, str], str] = {}
    for section in case.report.sections:
        words = re.sub(
            r"^[#*\s]*[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]?|[\s*#。：:]", "", section.heading
        )
        parent = " > ".join(section.path[:-1])
        if len(words) < 4 or not section.path:
            continue
        if (parent, words) in seen and seen[parent, words] != section.heading:
            yield Hit(
                f"标题“{words}”重复出现",
                (seen[parent, words], section.heading),
                section.label,
                "合并，或改其中一个标题",
                section.blocks[0].page if section.blocks else None,
            )
        seen.setdefault((parent, words), section.heading)


_BARE = re.compile(r"[\u4e00-\u9fff“”《》、（）()\s]{2,24}[。：:]?$")
"""A heading by itself: some words, no clause of a sentence."""


class _Part(NamedTuple):
    """A block of a report as its numbers see it: ``style`` and ``number`` are empty and 0 for one that has none."""

    style: str
    number: int
    text: str
    section: str
    page: int | None


@rule("subheading-empty", "标题与内容不符", Severity.WARNING, "标题所列内容应在正文报告")
def subheadings_empty(case: Case) -> Iterator[Hit]:
    """A heading that its next sibling follows at once has lost its text; several bare ones running are a list."""
    parts = list(_parts(case))
    bare = [_is_bare(part, following) for part, following in pairwise(parts)]
    for place, (part, following) in enumerate(pairwise(parts)):
        alone = not any(bare[max(0, place - 1) : place] + bare[place + 1 : place + 2])
        if bare[place] and alone and _others_are_filled(part, parts):
            yield Hit(
                f"“{_head_of(part.text)}”下没有内容，紧接“{_head_of(following.text)}”",
                (part.text.strip().lstrip("#* "),),
                part.section,
                "补写内容，或删去标题（也可能是转换时丢失）",
                part.page,
            )


def _parts(case: Case) -> Iterator[_Part]:
    """The blocks in order, tables included; the heads of statutory tables and their rows are tables too."""
    for section in case.report.sections:
        for block in (b for b in section.blocks if b.text.strip()):
            number = (
                None
                if block.grid or _is_row(block.text) or "第二十条第" in block.text
                else _number_of(block.text)
            )
            style, value = number or ("", 0)
            yield _Part(style, value, block.text, section.label, block.page)


def _number_of(text: str) -> tuple[str, int] | None:
    found = ((key, pattern.match(text)) for key, pattern in _KEYS)
    return next(((key, _value(match["n"])) for key, match in found if match), None)


def _is_bare(part: _Part, following: _Part) -> bool:
    """Whether a heading has no text of its own: its next sibling, or another chapter, follows at once."""
    goes_on = (following.style, following.number) == (part.style, part.number + 1)
    ends = _chapter(part) != _chapter(following) and not part.text.rstrip().endswith(
        "。"
    )  # else a list's last item
    return bool(part.style) and (goes_on or ends) and bool(_BARE.match(_words(part.text)))


def _chapter(part: _Part) -> str:
    return part.section.split(" > ", 1)[0]


def _words(text: str) -> str:
    """A heading without its number and marks of conversion."""
    for _, pattern in _KEYS:
        text = pattern.sub("", text, count=1)
    return text.strip("#* \n")


def _others_are_filled(bare: _Part, parts: Sequence[_Part]) -> bool:
    """Whether most of the headings of its chapter and style have text."""
    beside = [
        _is_bare(part, following)
        for part, following in pairwise(parts)
        if part.style == bare.style and _chapter(part) == _chapter(bare)
    ]
    return sum(beside) * 2 <= len(beside)


def _head_of(text: str) -> str:
    return re.split(r"[，。；：,;]", text.strip("#* \n"))[0][:16]
