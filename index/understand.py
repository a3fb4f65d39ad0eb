"""Document -> Entry: all that the store keeps of a report, except vectors."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from index.chunk import chunks
from index.language.words import tokens
from index.schema import Chunk, Document, Fact, Report
from index.storage.entry import Entry
from index.storage.holders import holders

_FIGURES = re.compile(r"(?:[\s|]+[-\d.,/%—]*)+(?=[\s|]|$)|[\s|]+")
"""Cell borders, and cells without a word."""


@dataclass(slots=True)
class Stages:
    """Seconds spent by stage, for the benchmark."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """Book the time inside to a stage."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started


def understood(document: Document, stages: Stages) -> Entry:
    """A document parsed, its figures read, cut into chunks and words; DocumentError where it is no report."""
    from index.facts import facts  # noqa: PLC0415 - a run over unchanged files needs no parser
    from index.parse import parse  # noqa: PLC0415 - as above

    with stages.of("parse"):
        report = parse(document)
    with stages.of("facts"):
        found = tuple(facts(report))
    with stages.of("chunk"):
        return entry(report, found)


def entry(report: Report, facts: tuple[Fact, ...]) -> Entry:
    """What the store keeps of a report and its facts; its vectors are yet to come."""
    pieces = chunks(report)
    words = tuple(tuple(tokens(searchable(piece))) for piece in pieces)
    return Entry(report, pieces, facts, holders(facts, pieces), words, (None,) * len(pieces))


def renamed(report: Report, name: str, facts: Sequence[Fact]) -> Entry:
    """A stored report under another name; its chunks are the same in the same order."""
    return entry(replace(report, name=name), tuple(replace(fact, report=name) for fact in facts))


def searchable(piece: Chunk) -> str:
    """What word search sees of a chunk."""
    return f"{piece.context}\n{piece.text}"


def embeddable(piece: Chunk) -> str:
    """What the embedding model sees of a chunk.

    Its time goes by length: a table's figures, which mean nothing to it, and a heading that the text begins with anyway
    are left out.
    """
    text = _FIGURES.sub(" ", piece.text) if piece.table else piece.text
    heading = piece.section.rpartition(" > ")[2]
    context = piece.context.removesuffix(f" > {heading}") if text.startswith(heading) else piece.context
    return f"{context}\n{text}"
