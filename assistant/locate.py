"""Where a piece of text stands: from a report, block and offsets to a Source with page and boxes."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.compose import Source
from index.language.text import find
from index.schema import Block, Place, Report, Section


def boxes(block: Block, start: int, end: int) -> tuple[Place, ...]:
    """The places of the source lines that ``block.text[start:end]`` stands on; ``()`` without pages."""
    if not block.anchors:
        return ()
    ends = [*(anchor.start for anchor in block.anchors[1:]), len(block.text)]
    return tuple(
        anchor.place
        for anchor, stop in zip(block.anchors, ends, strict=True)
        if anchor.start < end and stop > start
    )


def page(block: Block, start: int) -> int | None:
    """The page on which the text from ``start`` on begins."""
    before = [anchor for anchor in block.anchors if anchor.start <= start]
    return before[-1].place.page if before else block.page


def source_at(report: Report, section: Section, block: Block, start: int, end: int) -> Source:
    """The Source for ``block.text[start:end]``, which is the verbatim quote."""
    return Source(
        report.name,
        report.issuer.name,
        report.year,
        section.label,
        block.text[start:end],
        page(block, start),
        places=boxes(block, start, end),
    )


def blocks(report: Report) -> Iterator[tuple[Section, Block]]:
    """Every block with its section, in order."""
    for section in report.sections:
        for block in section.blocks:
            yield section, block


def source_of(report: Report, words: str) -> Source | None:
    """The Source for the first block that reads as ``words`` somewhere; ``None`` where none does."""
    for section, block in blocks(report):
        if span := find(words, block.text):
            return source_at(report, section, block, *span)
    return None
