"""What other bodies' reports in the collection say on the same subject: to look at, and not to be copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.drafting.nouns import Origin, Part, Reference
from assistant.drafting.references import LONGEST, place_of
from index.naming.issuer import one_issuer
from index.schema import Chunk, Generation, Issuer
from index.storage.heads import ReportHead

SHOWN = 2
"""Passages that are put beside a part."""

_SEARCHED = 8
_SUBJECTS = 2  # the level of the parts whose headings are about one subject


class Library(Protocol):
    """What is asked of a collection; it is only read."""

    def catalogue(self) -> tuple[ReportHead, ...]:
        """The reports held."""

    def lexical(
        self, weights: Mapping[str, float], reports: Sequence[str] | None, limit: int
    ) -> dict[str, float]:
        """Keys of the passages nearest in words with their scores."""

    def chunks_by_key(self, keys: Sequence[str]) -> dict[str, Chunk]:
        """Passages by key."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The reports of other bodies in a store that follow the format of the draft's year."""

    store: Library
    heads: dict[str, ReportHead]

    def near(self, text: str, limit: int = _SEARCHED) -> list[tuple[str, Chunk]]:
        """The passages nearest in words, best first, each with its source as a citation."""
        from index.language.words import tokens  # noqa: PLC0415 - loads the dictionary, only where there is a collection

        weights = dict.fromkeys(tokens(text), 1.0)
        keys = list(self.store.lexical(weights, list(self.heads), limit))
        found = self.store.chunks_by_key(keys)
        return [
            (self._source(found[key]), found[key]) for key in keys if key in found and not found[key].table
        ]

    def references(self, part: Part) -> tuple[Reference, ...]:
        """The best passages for a part about one subject."""
        if part.level != _SUBJECTS:
            return ()
        given = "".join(s.text for one in part.paragraphs for s in one if s.origin is Origin.GIVEN)
        passages = self.near(f"{part.heading}{given}")[:SHOWN]
        return tuple(Reference(chunk.text[:LONGEST], source) for source, chunk in passages)

    def passages(self, text: str) -> Iterator[tuple[str, str]]:
        """Texts that may hold a sentence, with their sources."""
        return ((chunk.text, source) for source, chunk in self.near(text))

    def _source(self, chunk: Chunk) -> str:
        return place_of(f"{self.heads[chunk.report].issuer.short}{chunk.year}年报告", chunk.section)


def neighbours(store: Library, issuer: Issuer, year: int) -> Neighbours:
    """All reports of other bodies that follow the same format."""
    format_ = Generation.of(year)
    heads = {
        head.name: head
        for head in store.catalogue()
        if head.generation is format_ and not head.superseded_by and not one_issuer(head.issuer, issuer)
    }
    return Neighbours(store, heads)
