"""The whole report by sections with every quote of one finding marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.checks.finding import Finding
from assistant.page import grid
from assistant.page.request import Pointed
from assistant.page.source import Paragraph, Piece, Span, holding, spans
from index.language.text import squeeze
from index.schema import Block, Report, Section

Marks = dict[tuple[int, int], list[Span]]
"""What is marked: spans of a block's text by the numbers of section and block, in the order of the quotes."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as shown; ``first`` where it holds the first mark, to which the page is opened."""

    paragraph: Paragraph
    first: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A section as shown, ``current`` where the finding is about it."""

    number: int
    section: Section
    blocks: tuple[Shown, ...]
    current: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """The report as shown; ``found`` where a quote was marked, ``target`` the anchor to open at, ``""`` for the top."""

    parts: tuple[Part, ...]
    found: bool = False
    target: str = ""


def printed(report: Report, finding: Finding | None = None) -> Printed:
    """The report with a finding's quotes marked; without quotes the section that the finding names is current."""
    marks = _marks(report, finding) if finding else {}
    first = next(iter(marks), None)
    named = _named(report, finding)
    current = {number for number, _ in marks} or ({named} if named is not None else set())
    parts = tuple(
        Part(number, section, tuple(_shown(number, section, marks, first)), number in current)
        for number, section in enumerate(report.sections)
    )
    return Printed(parts, bool(marks), "quote" if marks else f"part-{named}" if named is not None else "")


def _marks(report: Report, finding: Finding) -> Marks:
    marks: Marks = defaultdict(list)
    for quote in finding.quotes:
        at = Pointed(report.name, finding.section, quote)
        number = holding(report, at)
        if number is not None:
            for block, span in spans(report.sections[number], at).items():
                marks[number, block].append(span)
    return dict(marks)


def _named(report: Report, finding: Finding | None) -> int | None:
    if finding is None or not finding.section:
        return None
    return next((n for n, s in enumerate(report.sections) if s.label == finding.section), None)


def _shown(number: int, section: Section, marks: Marks, first: tuple[int, int] | None) -> Iterator[Shown]:
    for place, block in enumerate(section.blocks):
        found = merged(marks.get((number, place), ()))
        if block.grid is not None:
            paragraph = Paragraph(rows=grid.rows(block.grid, _rows(block, found)), page=block.page)
        else:
            heading = bool(section.path) and place == 0 and squeeze(block.text) == squeeze(section.heading)
            paragraph = Paragraph(tuple(_pieces(block.text, found)), heading=heading, page=block.page)
        yield Shown(paragraph, first=first == (number, place))


def merged(found: Sequence[Span]) -> list[Span]:
    """The spans in order, those that overlap or touch as one."""
    joined: list[Span] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _rows(block: Block, found: Sequence[Span]) -> set[int]:
    """The numbers of the printed rows that a span touches."""
    rows: set[int] = set()
    start = 0
    for number, text in enumerate(block.grid.printed if block.grid else ()):
        if any(start < stop and start + len(text) > begin for begin, stop in found):
            rows.add(number)
        start += len(text) + 1
    return rows


def _pieces(text: str, found: Sequence[Span]) -> Iterator[Piece]:
    done = 0
    for start, end in found:
        if start > done:
            yield Piece(text[done:start])
        yield Piece(text[start:end], hit=True)
        done = end
    if done < len(text):
        yield Piece(text[done:])
