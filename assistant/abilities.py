"""What an assistant may use; all of it unless an evaluation leaves something out to see what it is worth."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Abilities:
    """Which parts work.

    ``dense`` and ``words`` are the two searches, ``filtered`` keeps the search and the passages that are read to the
    bodies and years asked about, ``facts`` answers from figures before passages and lifts their sources in rankings.
    ``reranker`` names a sentence-transformers CrossEncoder, or its folder, that orders the best candidates; empty for none.
    """

    dense: bool = True
    words: bool = True
    filtered: bool = True
    facts: bool = True
    reranker: str = ""


ALL = Abilities()
