"""A sample of a question file, for systems too slow to be asked all: stratified by kind, the same for the same seed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Any

from index.errors import UsageError

Json = dict[str, Any]


def sample(questions: Sequence[Json], size: int, seed: int) -> list[Json]:
    """So many of the questions, in their order: each kind by its share and with one at least; all where there are fewer.

    Which ones is decided by seed and id alone: a larger sample of the same seed holds the smaller one as long as the shares
    grow, and questions added to a file leave the order of the others. Raises UsageError for fewer than one of each kind.
    """
    shares = allotted(Counter(question["kind"] for question in questions), size)
    chosen: set[str] = set()
    for kind, share in shares.items():
        names = [question["id"] for question in questions if question["kind"] == kind]
        chosen |= set(sorted(names, key=lambda name: _draw(name, seed))[:share])
    return [question for question in questions if question["id"] in chosen]


def allotted(counts: Counter[str], size: int) -> dict[str, int]:
    """How many of each kind: one, and of the rest the share of its count, by largest remainders.

    Raises UsageError where ``size`` is less than the number of kinds.
    """
    if size < len(counts):
        raise UsageError(f"--sample 至少要 {len(counts)}，问题有 {len(counts)} 类，每类至少一题")
    total = counts.total()
    if size >= total:
        return dict(counts)
    due = {kind: max(count * size / total, 1.0) for kind, count in counts.items()}
    shares = {kind: int(exact) for kind, exact in due.items()}
    # Kinds raised to one may have taken what others are due; those give way that have the most beyond it.
    while sum(shares.values()) > size:
        shares[max(shares, key=lambda kind: (shares[kind] > 1, shares[kind] - due[kind], shares[kind]))] -= 1
    short = sorted(shares, key=lambda kind: shares[kind] - due[kind])
    for kind in short[: size - sum(shares.values())]:
        shares[kind] += 1
    return shares


def _draw(name: str, seed: int) -> str:
    return hashlib.sha256(f"{seed}:{name}".encode()).hexdigest()
