"""Where a ranking holds the evidence: recall within a budget of characters, reciprocal rank, nDCG, wrong reports.

Headings count as text. Recall@k reads ``k`` hits and at most ``k`` times 500 characters, so that larger chunks gain nothing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from assistant.evaluation.scoring import normalise

Json = Mapping[str, Any]

CHARACTERS_PER_HIT = 500
DEPTH = 10
"""How many hits are judged."""
_WRONG_DEPTH = 5


class Found(NamedTuple):
    """Where a ranking first holds an evidence item: the hit's rank, and the least k within whose budget it lies."""

    rank: int
    cut: int


def found_at(evidence: Json, hits: Sequence[Json]) -> Found | None:
    """Where the item is found with the least budget; ``None`` where no hit holds it."""
    wanted, read = normalise(evidence["quote"]), 0
    best: Found | None = None
    for rank, hit in enumerate(hits, start=1):
        text = normalise(hit["section"] + hit["text"])
        at = text.find(wanted) if hit["report"] == evidence["report"] else -1
        if at >= 0:
            cut = max(rank, math.ceil((read + at + len(wanted)) / CHARACTERS_PER_HIT))
            best = min(best or Found(rank, cut), Found(rank, cut), key=lambda found: found.cut)
        read += len(text)
    return best


def recall(found: Sequence[Found | None], k: int) -> float:
    """The share of the evidence items that the first ``k`` hits hold; at least one item is presumed."""
    return sum(item is not None and item.cut <= k for item in found) / len(found)


def reciprocal_rank(found: Sequence[Found | None]) -> float:
    """One over the rank of the first hit with evidence among the first ten, 0 where there is none."""
    ranks = [item.rank for item in found if item and item.cut <= DEPTH]
    return 1 / min(ranks) if ranks else 0.0


def ndcg(found: Sequence[Found | None]) -> float:
    """nDCG@10 with gain 1 for each hit that first holds an item; items in one hit count once, the ideal is all on top."""
    ranks = {item.rank for item in found if item and item.cut <= DEPTH}
    missed = sum(item is None or item.cut > DEPTH for item in found)
    ideal = sum(1 / math.log2(place + 1) for place in range(1, min(len(ranks) + missed, DEPTH) + 1))
    return sum(1 / math.log2(rank + 1) for rank in ranks) / ideal


def wrong_reports(evidence: Sequence[Json], hits: Sequence[Json]) -> tuple[int, int]:
    """How many of the first five hits are of reports that the evidence does not name, and how many hits those are."""
    right = {item["report"] for item in evidence}
    first = hits[:_WRONG_DEPTH]
    return sum(hit["report"] not in right for hit in first), len(first)
