"""The section on problems and improvements, which every report has: what is wrong, and what is done about it.

2007 regulation art. 32(5), 2019 regulation art. 50(4). The section says the problems first and the measures after,
under two headings, in two lists, or in one paragraph; citizens ask 哪里做得不好 and 后来怎么改的. A report written freely
may head its parts 还差在哪里 and 明年咋办, or admit its problems in a paragraph of another section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum

from assistant.compose import Statement
from assistant.passages.lists import Piece, one_line, source
from assistant.passages.relevance import PARTIAL, match
from index.language.patterns import pattern_of
from index.language.sentences import items, sentences
from index.language.text import squeeze
from index.language.words import domain_words, is_noun
from index.schema import Report, Section

SHOWN = 12
"""At most so many sentences are shown."""

WHOLE = 160
"""A paragraph that is one marked item of at most so many characters is shown whole."""


class Side(Enum):
    """Which half of the section is asked for."""

    PROBLEMS = "problems"
    MEASURES = "measures"


_LONGEST_HEADING = 40
_CLAUSE = re.compile(r"[，,；;？?。]+(?=.)")
_CLOSING = re.compile(
    r"附(?:[：:件表]|$)|[\d〇一二三四五六七八九十]+年[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+日$"
)
_MARKED = re.compile(r"\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]+)[)）.、．]|[①-⑳])")
ITEM = re.compile(
    r"\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十])(?:[)）.、．]|[是要])|[①-⑳]|第[一二三四五六七八九十]|其[一二三四五六]|首先|其次|再次|最后)"
)
"""The mark that begins an item of a list (一是, （二）, 其三)."""
_WANTS = re.compile(r"(?:需要?|有待|亟待)[^，。]{0,8}改进|改进的地方")
_LEADING = re.compile(r"[：:]\s*$")
_LATER_ITEM = re.compile(r"[（(]?[二三四五六七八九十2-9]+(?:是|[)）]|[.、])")


def sides(question: str) -> frozenset[Side]:
    """Both halves where a question asks for each in its own clause (有什么问题，怎么改), else the one of ``side``.

    A question that names a problem and asks what was laid down about it wants both (回复慢的问题定了什么规矩).
    """
    clauses = [side(clause) for clause in _CLAUSE.split(question)]
    both = frozenset(found for found in clauses if found)
    asked = side(question)
    if asked is Side.PROBLEMS and asks_act(question):
        return frozenset(Side)
    return both if len(both) > 1 and clauses[-1] is Side.MEASURES else frozenset({asked} if asked else ())


def side(question: str) -> Side | None:
    """Which half a question asks for; ``None`` where it asks for neither. 针对问题怎么改 asks for the measures."""
    if _says("asks_measures", question):
        return Side.MEASURES
    return Side.PROBLEMS if _says("asks_problems", question) else None


def asks_act(question: str) -> bool:
    """Whether it is asked what was laid down or done about something (定了什么规矩, 目标是多少), in words that name no half."""
    return _says("asks_act", question)


def _says(words: str, text: str) -> bool:
    """Whether a text has words of a list in problems.toml."""
    return pattern_of("problems.toml", words).search(text) is not None


def leftover(question: str, terms: Iterable[str]) -> list[str]:
    """The nouns of a question beside the words that ask for the section: a question about one problem has some."""
    return [
        term
        for term in beside(question, terms)
        if len(term) > 1 and (is_noun(term) or term in domain_words())
    ]


def beside(question: str, terms: Iterable[str]) -> list[str]:
    """The terms of a question that stand beside the words that ask for the section."""
    rest = question
    for words in ("asks_problems", "asks_measures", "asks_act", "problems", "measures"):
        rest = pattern_of("problems.toml", words).sub("\n", rest)
    return [term for term in terms if term in rest]


def speaks(report: Report, asked: Iterable[Side], words: Iterable[str]) -> bool:
    """Whether one of some words stands in a half of the section."""
    text = squeeze("".join(piece.text for side in asked for piece in asked_half(report, side)))
    return any(match(word, text) >= PARTIAL for word in words)


def told(report: Report, asked: Side, lead: str) -> list[Statement]:
    """The half of the section that is asked for, item by item; empty where the report has no such section."""
    found = brief(asked_half(report, asked))
    return [
        Statement(
            f"{lead if n == 0 else ''}{'' if n == 0 else '- '}{one_line(p.text)}",
            (source(report, p),),
            line=True,
        )
        for n, p in enumerate(found[:SHOWN])
    ]


def asked_half(report: Report, asked: Side) -> list[Piece]:
    """The pieces of one half of the section, without the signature and its date."""
    closing = {squeeze(report.signature)} - {""}
    every = [found for found in pieces(about(report)) if squeeze(found[1].text) not in closing]
    return half([found for found in every if not _CLOSING.match(squeeze(found[1].text))], asked)


def listed(report: Report, asked: Side) -> list[Piece]:
    """The items of one half without what leads up to them or stands after: the marked ones, where there are some.

    An item that only goes on with the one before (a second sentence of it) has no mark and is left out.
    """
    found = asked_half(report, asked)
    marked = [piece for piece in found if ITEM.match(piece.text)]
    if len(marked) >= 2:
        return marked
    return [piece for piece in found if not _LEADING.search(piece.text)]


def brief(found: Sequence[Piece]) -> Sequence[Piece]:
    """All pieces where they are few; otherwise the first of each paragraph, which names the problem or the measure."""
    if len(found) <= SHOWN:
        return found
    return list({id(piece.block): piece for piece in reversed(found)}.values())[::-1]


def about(report: Report) -> list[Section]:
    """The sections on problems and improvements, their sub-sections included; in a report without, what admits them."""
    headed = [section for section in report.sections if any(map(heading_of, section.path))]
    return headed or list(admitting(report.sections))


def admitting(sections: Sequence[Section]) -> Iterator[Section]:
    """The sections that admit problems in a paragraph, from the first such paragraph on."""
    for section in sections:
        first = next(
            (n for n, b in enumerate(section.blocks) if not b.grid and _says("admits", b.text)), None
        )
        if first is not None:
            yield replace(section, blocks=section.blocks[first:])


def heading_of(heading: str) -> bool:
    """Whether a heading is that of the section on problems and improvements, or of a part of it."""
    return len(heading) <= _LONGEST_HEADING and _says("heading", heading)


def pieces(sections: Sequence[Section]) -> list[tuple[Section, Piece]]:
    """The section's paragraphs cut into items and sentences, headings on lines of their own left out."""
    found: list[tuple[Section, Piece]] = []
    for section in sections:
        for block in section.blocks:
            if block.grid is None and not stands_alone(section, block.text):
                cut = [Piece(section, block, start, end) for start, end in cuts(block.text)]
                found += [(section, piece) for piece in cut if not names_section(section, piece.text)]
    return found


def stands_alone(section: Section, text: str) -> bool:
    """Whether a block is nothing but its section's heading."""
    return squeeze(text).rstrip("：:。") == squeeze(section.heading).rstrip("：:。")


def names_section(section: Section, text: str) -> bool:
    """Whether a sentence is nothing but the heading 存在问题 or 改进措施, run on into its paragraph."""
    return stands_alone(section, text) and heading_of(section.heading)


def cuts(text: str) -> list[tuple[int, int]]:
    """A paragraph's pieces: marked items whole, what stands around them by sentences; a short marked paragraph whole."""
    inside = [found for found in items(text) if found.style != "、"]
    if _MARKED.match(text) and len(text) <= WHOLE and not inside:
        return [(0, len(text))]
    outer: list[tuple[int, int]] = []
    firsts: list[int] = []
    for enumeration in inside:
        if not outer or enumeration.items[0].start >= outer[-1][1]:
            outer += [(item.start, item.end) for item in enumeration.items]
            firsts.append(enumeration.items[0].start)
    found = sentences(text)
    loose = [(s.start, s.end) for s in found if not any(a < s.end and s.start < b for a, b in outer)]
    lead = [(s.start, a) for s in found for a in firsts if s.start < a < s.end]
    return sorted({*outer, *loose, *lead})


def half(found: Sequence[tuple[Section, Piece]], asked: Side) -> list[Piece]:
    """The problems or the measures: by the deepest heading that names one only, else by where the text turns.

    Under 存在的问题 the measures may follow where no heading names them.
    """
    settled = [heading_side(section) for section, _ in found]
    if Side.MEASURES not in settled:
        settled = [None] * len(found)
    named = [piece for side, (_, piece) in zip(settled, found, strict=True) if side is asked]
    if named:
        return named
    open_ended = [piece for side, (_, piece) in zip(settled, found, strict=True) if side is None]
    turn = next((n for n, piece in enumerate(open_ended) if turns(piece.text, n)), len(open_ended))
    return open_ended[turn:] if asked is Side.MEASURES else open_ended[:turn]


def heading_side(section: Section) -> Side | None:
    """What a section's own headings settle, the deepest first."""
    for heading in reversed(section.path):
        problems, measures = _says("problems", heading), _says("measures", heading)
        if problems != measures:
            return Side.PROBLEMS if problems else Side.MEASURES
        if problems:
            return None
    return None


def turns(text: str, position: int) -> bool:
    """Whether the text goes over from problems to measures here; not in the middle of a list."""
    if _LATER_ITEM.match(text) or _WANTS.search(text):
        return False
    return _says("measures", text) and (position > 0 or not _says("problems", text))
