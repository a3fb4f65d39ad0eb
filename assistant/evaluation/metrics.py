"""Metrics as ratios of sums over questions: by kind, with bootstrap intervals, and two runs compared.

Every metric of one question is a pair (numerator, denominator); over several questions it is the ratio of the sums, so that a
question with nothing to measure adds nothing. The F1 of refusals is one too: 2·TP over 2·TP + FP + FN.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb

import numpy as np

Pair = tuple[float, float]
Tally = Mapping[str, Pair]
"""One question's pairs by metric."""

RESAMPLES = 2000
_TAIL = 0.025
SEED = 20190515
"""The day on which the regulation in force took effect; any fixed number would do."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A metric over some questions: its value, its 95% interval, and how many questions it was measured on."""

    value: float
    low: float
    high: float
    questions: int

    def to_json(self) -> dict[str, float | int]:
        """Rounded to what the resampling can tell."""
        numbers = {"value": self.value, "low": self.low, "high": self.high}
        return {name: round(number, 4) for name, number in numbers.items()} | {"n": self.questions}


def estimate(tallies: Sequence[Tally], groups: Sequence[str], metric: str) -> Estimate | None:
    """A metric with its 95% percentile bootstrap interval; ``None`` where no question measures it.

    Questions of one group (the phrasings of one thing) are drawn together: they are not independent.
    """
    sums: dict[str, list[float]] = {}
    measured = 0
    for tally, group in zip(tallies, groups, strict=True):
        above, below = tally.get(metric, (0.0, 0.0))
        if below:
            measured += 1
            into = sums.setdefault(group, [0.0, 0.0])
            into[0] += above
            into[1] += below
    if not sums:
        return None
    table = np.array(list(sums.values()))
    above, below = table.sum(axis=0)
    low, high = _interval(table)
    return Estimate(float(above / below), low, high, measured)


def _interval(table: np.ndarray) -> tuple[float, float]:
    """The interval over groups of questions, one row each.

    Where all are perfect, or none is right, resampling would claim certainty: the far end is then that of the exact
    binomial test (of n groups without a miss, up to 1 - 0.025^(1/n) may yet miss).
    """
    drawn = np.random.default_rng(SEED).integers(len(table), size=(RESAMPLES, len(table)))
    sums = table[drawn].sum(axis=1)
    low, high = (float(end) for end in np.percentile(sums[:, 0] / sums[:, 1], [2.5, 97.5]))
    certain = float(_TAIL ** (1 / len(table)))
    if low == high == 1.0:
        return certain, 1.0
    return (0.0, 1 - certain) if low == high == 0.0 else (low, high)


def estimates(tallies: Sequence[Tally], groups: Sequence[str]) -> dict[str, Estimate]:
    """All metrics that these questions measure, in the order in which they first come up."""
    names = dict.fromkeys(name for tally in tallies for name in tally)
    found = {name: estimate(tallies, groups, name) for name in names}
    return {name: value for name, value in found.items() if value is not None}


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that ``percent`` of the values do not exceed, between two of them by their distance; 0 without values."""
    return float(np.percentile(values, percent)) if values else 0.0


def mcnemar(lost: int, won: int) -> float:
    """The exact two-sided p that two runs differ only by chance, from the questions that one passed and the other not."""
    total = lost + won
    tail: float = sum(comb(total, i) for i in range(min(lost, won) + 1)) / 2**total
    return min(1.0, 2 * tail)


def agreement(pairs: Sequence[tuple[bool, bool]]) -> dict[str, float | int | None]:
    """How far two judges agree on the same cases: the share, and Cohen's kappa, which leaves out what chance would give.

    Kappa is ``None`` without cases and where both said the same of all, which chance alone explains.
    """
    n = len(pairs)
    if not n:
        return {"n": 0, "agreement": None, "kappa": None}
    same = sum(first == second for first, second in pairs) / n
    first_yes, second_yes = (sum(pair[judge] for pair in pairs) / n for judge in (0, 1))
    chance = first_yes * second_yes + (1 - first_yes) * (1 - second_yes)
    kappa = (same - chance) / (1 - chance) if chance < 1 else None
    return {"n": n, "agreement": round(same, 4), "kappa": None if kappa is None else round(kappa, 4)}


def set_f1(missing: int, extra: int, right: int) -> float:
    """F1 of a list with so many right names, too few and too many; an empty list for an empty set is 1."""
    total = 2 * right + missing + extra
    return 2 * right / total if total else 1.0
