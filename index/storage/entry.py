"""What goes into a store and what comes out of it beside the nouns of schema.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from index.schema import Chunk, Fact, Report


@dataclass(frozen=True, slots=True)
class Entry:
    """All that the store keeps of one report.

    ``holders`` go with ``facts`` one to one, ``tokens`` and ``vectors`` with ``chunks``.
    A vector is float16 bytes, ``None`` where a chunk is found by words alone.
    """

    report: Report
    chunks: tuple[Chunk, ...]
    facts: tuple[Fact, ...]
    holders: tuple[str, ...]
    tokens: tuple[tuple[str, ...], ...]
    vectors: tuple[bytes | None, ...]


class ChunkRow(NamedTuple):
    """A chunk as exact search needs it."""

    key: str
    tokens: str
    vector: bytes | None


class Totals(NamedTuple):
    """How much a store holds; ``tokens`` over all chunks."""

    reports: int
    chunks: int
    facts: int
    tokens: int
