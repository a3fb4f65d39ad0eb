"""Which chunk holds the source of which fact, so that a search for an indicator finds the row or sentence itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.language.text import squeeze
from index.schema import Chunk, Fact


def holders(facts: Iterable[Fact], chunks: Sequence[Chunk]) -> tuple[str, ...]:
    """For each fact the id of the first chunk with its quote, one of the fact's section before others.

    ``""`` where no chunk has the whole quote, as where a sentence was too long for one.
    """
    texts = [(chunk, squeeze(chunk.text)) for chunk in chunks]
    found: dict[tuple[str, str], str] = {}
    result = []
    for fact in facts:
        source = fact.section, fact.quote
        if source not in found:
            found[source] = _holder(*source, texts)
        result.append(found[source])
    return tuple(result)


def _holder(section: str, quote: str, texts: Sequence[tuple[Chunk, str]]) -> str:
    wanted = squeeze(quote)
    holding = [chunk for chunk, text in texts if wanted and wanted in text]
    home = [chunk for chunk in holding if section in chunk.sections]
    return next((chunk.id for chunk in home + holding), "")
