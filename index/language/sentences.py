"""Cutting text into sentences, clauses and enumerations, each a verbatim piece with its offsets.

Brackets, quotation marks and book-title marks are never cut (（…） “…” 《…》); one that is never closed does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from index.language.numeral_pattern import fold_digits, parse_han


class Span(NamedTuple):
    """``text`` stands at ``start`` to ``end`` of the text that was cut; no white space at its ends."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list inside a text: ``lead`` is the sentence or clause that announces it, ``Span(n, n, "")`` if none does.

    ``style`` is the mark of its items: 一是, 一要, 一、, （一）, 1., （1）, ①, 第一, 其一, 首先, •, or 、 for a list of words.
    ``items`` begin with their mark. ``start`` and ``end`` enclose lead and items, so that the slice is a
    verbatim quote of the whole enumeration.
    """

    style: str
    lead: Span
    items: tuple[Span, ...]
    start: int
    end: int


class _Mark(NamedTuple):
    start: int
    style: str
    number: int
    at_line: bool


class _Open:
    """A list that is being read: its marks so far."""

    def __init__(self, mark: _Mark) -> None:
        self.marks = [mark]

    def takes(self, mark: _Mark) -> bool:
        last = self.marks[-1]
        return (last.style, last.number + 1, self.marks[0].at_line) == (mark.style, mark.number, mark.at_line)

    def may_take(self, mark: _Mark) -> bool:
        last = self.marks[-1]
        doubled = last.number == mark.number and last.at_line == mark.at_line
        return last.style == mark.style and (doubled or last.number + 1 == mark.number)


_BRACKETS = re.compile(
    r"《[^《》\n]{1,120}》|“[^“”\n]{1,200}”|‘[^‘’\n]{1,200}’|[（(][^（）()\n]{1,200}[)）]|【[^【】\n]{1,80}】|「[^「」\n]{1,80}」"
)
_SENTENCE_END = re.compile(r"[。！？；!?;]+[”’）)」]?|\n+")
_CLAUSE_END = re.compile(r"[。！？；，：!?;:、\n]|,(?!\d{3}(?!\d))")
_HAN = "[一二三四五六七八九十]"
_MARKS = re.compile(
    rf"(?P<han>{_HAN}{{1,3}})(?P<verb>[是要])(?![一否不])|(?P<top>{_HAN}{{1,3}})[、.．]"
    rf"|[（(]\s*(?P<bracketed>{_HAN}{{1,3}})\s*[)）][、.．]?"
    r"|[（(]\s*(?P<small>\d{1,2})\s*[)）][、.．]?|(?P<digit>\d{1,2})(?P<dot>[.．、)）])(?!\d)|(?P<circle>[①-⑳])"
    rf"|第(?P<nth>{_HAN}{{1,2}})(?=[，,、是])|其(?P<other>{_HAN})(?=[，,、是])"
    r"|(?P<word>首先|其次|再次|再者|然后|最后)(?=[，,、是])|(?P<bullet>[•·●■◆*▪➢-])\s+"
)
_STYLES = {
    "han": "一{}",
    "top": "一、",
    "bracketed": "（一）",
    "small": "（1）",
    "digit": "1.",
    "circle": "①",
    "nth": "第一",
    "other": "其一",
}
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "然后": 3, "最后": 4}
_LISTING = re.compile(r"(?:包括|分别(?:为|是)|涵盖|涉及|如下|主要(?:有|为|是)|即|具体为)[：:]?|[：:]")


def sentences(text: str) -> list[Span]:
    """Sentences, ended by 。！？； or a line break outside brackets, their end mark included."""
    return list(_cut(text, _SENTENCE_END))


def clauses(text: str) -> list[Span]:
    """Pieces between commas, colons, 、 and sentence ends outside brackets, each with the mark that ends it."""
    return list(_cut(text, _CLAUSE_END))


def closed(text: str) -> list[tuple[int, int]]:
    """The places of what stands in brackets, quotation marks and book-title marks, outermost only."""
    return [match.span() for match in _BRACKETS.finditer(text)]


def _cut(text: str, ends: re.Pattern[str]) -> Iterator[Span]:
    kept = closed(text)
    start = 0
    for match in ends.finditer(text):
        if any(a < match.start() < b - 1 for a, b in kept) and "\n" not in match[0]:
            continue
        yield from trimmed(text, start, match.end())
        start = match.end()
    yield from trimmed(text, start, len(text))


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The piece without white space at its ends; nothing if only that is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    if piece := piece.strip():
        yield Span(start, start + len(piece), piece)


def items(text: str) -> list[Enumeration]:
    """Every enumeration of a text with two items or more, in order of its first item; lists may hold lists.

    Marked lists count from 1; a number printed twice (two 三是) is taken as it stands. A list of words (包括A、B和C) is
    taken after 包括, 分别为, 涵盖, 如下 and the like.
    """
    marked = [_enumeration(text, marks, every) for marks, every in _lists(text)]
    return sorted([*marked, *_word_lists(text)], key=lambda found: (found.items[0].start, -found.end))


def _marks(text: str) -> Iterator[_Mark]:
    folded, kept = fold_digits(text), closed(text)
    for match in _MARKS.finditer(text):
        before = folded[: match.start()]
        at_line = not before[before.rfind("\n") + 1 :].replace("#", "").replace("*", "").strip()
        if not at_line and (
            match["bullet"] or match["top"] or before.rstrip()[-1] not in "。；;：:，,！？、"
        ):
            continue
        if any(a < match.start() < b for a, b in kept):
            continue
        yield _Mark(match.start(), *_style(match), at_line)


def _style(match: re.Match[str]) -> tuple[str, int]:
    if match["word"]:
        return "首先", _WORDS[match["word"]]
    if match["bullet"]:
        return "•", 0
    name = next(name for name in _STYLES if match[name])
    return _STYLES[name].format(match["verb"] or ""), _ordinal(match[name])


def _ordinal(printed: str) -> int:
    if "①" <= printed <= "⑳":
        return ord(printed) - ord("①") + 1
    return int(printed) if printed.isdecimal() else int(parse_han(printed))


def _lists(text: str) -> Iterator[tuple[list[_Mark], list[_Mark]]]:
    """Each list's marks, with all marks that end an item: its own and those of the lists around it."""
    stack: list[_Open] = []
    every: list[_Open] = []
    for mark in _marks(text):
        home = _home(stack, mark)
        if home:
            del stack[stack.index(home) + 1 :]
            home.marks.append(mark)
        elif mark.number <= 1:
            stack.append(_Open(mark))
            every.append(stack[-1])
    for one in every:
        if len(one.marks) > 1:
            inside = {id(mark) for mark in one.marks}
            yield (
                one.marks,
                [m for other in every for m in other.marks if id(m) in inside or _around(other, one)],
            )


def _around(outer: _Open, inner: _Open) -> bool:
    return outer is not inner and outer.marks[0].start < inner.marks[0].start


def _home(stack: list[_Open], mark: _Mark) -> _Open | None:
    """The open list that a mark goes on with: the innermost that fits in line position too, else that fits."""
    exact = [one for one in reversed(stack) if one.takes(mark)]
    loose = [one for one in reversed(stack) if one.may_take(mark) and mark.number != 1]
    return next(iter(exact + loose), None)


def _enumeration(text: str, marks: list[_Mark], every: list[_Mark]) -> Enumeration:
    starts = sorted({mark.start for mark in every if mark.start > marks[0].start})
    found: list[Span] = []
    for mark in marks:
        end = next((start for start in starts if start > mark.start), len(text))
        is_last = mark is marks[-1]
        found.extend(trimmed(text, mark.start, _last_end(text, mark, end, found) if is_last else end))
    lead = _lead(text, marks[0].start)
    return Enumeration(marks[0].style, lead, tuple(found), lead.start, found[-1].end)


def _last_end(text: str, mark: _Mark, limit: int, earlier: list[Span]) -> int:
    """The last item is as the others are: one sentence, one line, or up to the end of its paragraph."""
    rest = text[mark.start : limit]
    line = mark.start + (rest.find("\n") if "\n" in rest else len(rest))
    if all(len(sentences(item.text)) == 1 for item in earlier):
        return min(line, mark.start + next((s.end for s in sentences(rest)), len(rest)))
    return line if not any("\n" in item.text for item in earlier) else limit


def _lead(text: str, before: int) -> Span:
    """The sentence that ends right before the list, or the clause on the same line."""
    head = text[:before].rstrip()
    ends = [span for span in sentences(head) if span.end == len(head)]
    return (
        ends[-1]
        if ends and before - len(head) <= 4 and head[-1] in "：:，,。；;"
        else Span(before, before, "")
    )


def _word_lists(text: str) -> Iterator[Enumeration]:
    for sentence in sentences(text):
        match = _LISTING.search(sentence.text)
        if not match:
            continue
        body = sentence.text[match.end() :]
        parts = list(_cut(body, re.compile("[、，,。；;]")))
        offset = sentence.start + match.end()
        if body.count("、") >= 2 and (found := _words(parts, offset)):
            lead = Span(sentence.start, offset, text[sentence.start : offset])
            yield Enumeration("、", lead, found, lead.start, found[-1].end)


def _words(parts: list[Span], offset: int) -> tuple[Span, ...]:
    found: list[Span] = []
    for part in parts:
        word = part.text.rstrip("、，,。；;")
        found.append(Span(part.start + offset, part.start + offset + len(word), word))
        if not part.text.endswith("、"):
            break
    return tuple(found) if len(found) > 2 else ()
