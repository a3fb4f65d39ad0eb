"""Search over a whole store or some of its reports, by whichever way is fast: one by one, or by the indexes."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

from index.storage.catalogue import Catalogue
from index.storage.entry import Totals
from index.storage.exact import Shelves, bm25, cosines, shelf
from index.storage.vectors import Vectors

_EXACT = 2000
"""Up to so many chunks are searched one by one (3 ms); beyond, the indexes take over."""
_POSTINGS = 4000
"""How many chunks the terms of one search may touch together, so that its cost does not grow with the collection."""
_WIDEST = 1200
"""How many neighbours Chroma is asked for at most where only those of some reports count (6 ms)."""
_TERMS = 64
"""How many words one FTS5 expression takes, however long the question is."""
_CANDIDATES = 100
"""How many chunks FTS5 puts forward to be ranked by weighted words."""


class Search:
    """Dense and word search; ``reload`` tells it what the store holds.

    Reports are given by name, ``None`` for all of them; names that the store lacks find nothing.
    """

    def __init__(self, contents: Catalogue, vectors: Vectors) -> None:
        self._contents = contents
        self._vectors = vectors
        self._shelves = Shelves(contents.chunk_rows)
        self._names: dict[str, None] = {}
        self._totals = Totals(0, 0, 0, 0)

    def reload(self, names: Sequence[str], totals: Totals) -> None:
        """The store has changed: these are its reports and counts now."""
        self._shelves.clear()
        self._names, self._totals = dict.fromkeys(names), totals

    def dense(self, vector: Sequence[float], reports: Sequence[str] | None, limit: int) -> dict[str, float]:
        """Cosine by chunk id, best first."""
        wanted = self._wanted(reports)
        few = self._few(wanted)
        if few is None:
            return self._near(vector, wanted, limit)
        return _best(cosines([self._shelves.get(name) for name in few], vector), limit)

    def lexical(
        self, weights: Mapping[str, float], reports: Sequence[str] | None, limit: int, *, must: bool
    ) -> dict[str, float]:
        """BM25 by chunk id, best first, for weighted search words (words.py).

        Where even the rarest of the words stands in too much of a large collection, words decide nothing that is worth
        their time, and the result is empty; ``must`` searches all the same, because nothing else would find anything.
        """
        wanted = self._wanted(reports)
        few = self._few(wanted)
        documents = self._contents.documents(list(weights))
        if few is None:
            return self._indexed(weights, documents, wanted, limit, must=must)
        shelves = [self._shelves.get(name) for name in few]
        return _best(bm25(shelves, weights, documents, self._totals), limit)

    def _wanted(self, reports: Sequence[str] | None) -> tuple[str, ...] | None:
        """The reports asked for that there are, each once; ``None`` where that is all of them."""
        if reports is None:
            return None
        wanted = tuple(name for name in dict.fromkeys(reports) if name in self._names)
        return None if self._names and len(wanted) == len(self._names) else wanted

    def _few(self, reports: tuple[str, ...] | None) -> Sequence[str] | None:
        """The reports to go through one by one, ``None`` where they are too many."""
        if self._totals.chunks <= _EXACT:
            return tuple(self._names) if reports is None else reports
        if reports is None or len(reports) > _EXACT:
            return None
        return reports if self._contents.chunk_counts(reports) <= _EXACT else None

    def _near(self, vector: Sequence[float], reports: Sequence[str] | None, limit: int) -> dict[str, float]:
        """Dense search by Chroma: of those reports, what is among the nearest of all."""
        if reports is None:
            return self._vectors.nearest(vector, limit)
        share = max(self._contents.chunk_counts(reports), 1) / max(self._totals.chunks, 1)
        wide = self._vectors.nearest(vector, min(int(2 * limit / share), _WIDEST))
        allowed = set(reports)
        return _best({key: score for key, score in wide.items() if report_of(key) in allowed}, limit)

    def _indexed(
        self,
        weights: Mapping[str, float],
        documents: Mapping[str, int],
        reports: Sequence[str] | None,
        limit: int,
        *,
        must: bool,
    ) -> dict[str, float]:
        """Word search by FTS5 with the rarest terms, as many as ``_POSTINGS`` allows; all terms then rank what it found."""
        terms = _affordable({term: documents[term] for term in weights if term in documents})
        common = sum(documents[term] for term in terms) > _POSTINGS
        if not terms or (common and not must):
            return {}
        expression = " OR ".join(f'"{term}"' for term in terms)
        allowed = None if reports is None else set(reports)
        found = self._contents.match(expression, _CANDIDATES if allowed is None else _POSTINGS)
        kept = [number for number, report in found if allowed is None or report in allowed][:_CANDIDATES]
        rows = self._contents.word_rows(kept)
        return _best(bm25([shelf(rows)], weights, documents, self._totals), limit)


def report_of(key: str) -> str:
    """The report that a chunk of that id belongs to."""
    return key.rpartition("#")[0]


def _best(scores: Mapping[str, float], limit: int) -> dict[str, float]:
    """The best of them, best first; equal scores in the order given."""
    return dict(heapq.nlargest(limit, scores.items(), key=lambda item: item[1]))


def _affordable(documents: Mapping[str, int]) -> list[str]:
    """The rarest terms whose postings stay within the budget together, at least one."""
    chosen: list[str] = []
    spent = 0
    for term, count in sorted(documents.items(), key=lambda item: item[1])[:_TERMS]:
        spent += count
        if chosen and spent > _POSTINGS:
            break
        chosen.append(term)
    return chosen
