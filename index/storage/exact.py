"""Exact search over the chunks of named reports: cosine and BM25, computed from what the catalogue stores.

A question mostly names its reports, and a report has some thirty chunks: going through them all is faster than
any index, and a filter cannot leak.
"""

from __future__ import annotations

import math
import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.storage.entry import ChunkRow, Totals
from index.storage.vectors import STORED

_K1, _B = 1.2, 0.75
"""BM25's usual constants, which FTS5 has too."""
_KEPT = 4000
"""Chunks kept in memory, about 7 kB each."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One report's chunks. Row *i* of ``matrix`` belongs to ``keys[vector_rows[i]]``."""

    keys: tuple[str, ...]
    counts: tuple[Counter[str], ...]
    lengths: tuple[int, ...]
    vector_rows: tuple[int, ...]
    matrix: npt.NDArray[np.float32]


def shelf(rows: Sequence[ChunkRow]) -> Shelf:
    """A report's rows made ready for searching."""
    counts = tuple(Counter(row.tokens.split()) for row in rows)
    held = tuple(index for index, row in enumerate(rows) if row.vector is not None)
    vectors = [np.frombuffer(rows[index].vector or b"", STORED) for index in held]
    matrix = np.stack(vectors).astype(np.float32) if vectors else np.zeros((0, 0), np.float32)
    return Shelf(tuple(row.key for row in rows), counts, tuple(map(Counter.total, counts)), held, matrix)


class Shelves:
    """Shelves made on demand and kept while they are in use; safe between threads."""

    def __init__(self, rows: Callable[[str], list[ChunkRow]]) -> None:
        self._rows = rows
        self._kept: OrderedDict[str, Shelf] = OrderedDict()
        self._chunks = 0
        self._lock = threading.Lock()

    def get(self, report: str) -> Shelf:
        """The chunks of the report of that name; an empty shelf if there is none."""
        with self._lock:
            if report in self._kept:
                self._kept.move_to_end(report)
                return self._kept[report]
        made = shelf(self._rows(report))
        with self._lock:
            if self._kept.setdefault(report, made) is made:
                self._chunks += len(made.keys)
            while self._chunks > _KEPT:
                self._chunks -= len(self._kept.popitem(last=False)[1].keys)
        return made

    def clear(self) -> None:
        """Forget all: the store has changed."""
        with self._lock:
            self._kept.clear()
            self._chunks = 0


def cosines(shelves: Sequence[Shelf], vector: Sequence[float]) -> dict[str, float]:
    """Cosine by key of every chunk that has a vector."""
    asked = np.asarray(vector, np.float32)
    found: dict[str, float] = {}
    for each in shelves:
        if each.vector_rows:
            scores = (each.matrix @ asked).tolist()
            found.update(zip((each.keys[row] for row in each.vector_rows), scores, strict=True))
    return found


def inverse_frequency(documents: int, chunks: int) -> float:
    """BM25's weight of a term that stands in so many of the chunks, never below zero."""
    return math.log(1 + (chunks - documents + 0.5) / (documents + 0.5))


def bm25(
    shelves: Sequence[Shelf], weights: Mapping[str, float], documents: Mapping[str, int], totals: Totals
) -> dict[str, float]:
    """BM25 by key of every chunk that has one of the terms; term weights multiply in."""
    average = totals.tokens / max(totals.chunks, 1) or 1.0
    terms = {
        term: weight * inverse_frequency(documents[term], totals.chunks)
        for term, weight in weights.items()
        if term in documents
    }
    found: dict[str, float] = {}
    for each in shelves:
        for key, counts, length in zip(each.keys, each.counts, each.lengths, strict=True):
            penalty = _K1 * (1 - _B + _B * length / average)
            score = sum(
                value * counts[term] * (_K1 + 1) / (counts[term] + penalty)
                for term, value in terms.items()
                if term in counts
            )
            if score > 0:
                found[key] = score
    return found
