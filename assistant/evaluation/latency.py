"""How long answers took: to the first token and as a whole, over all questions, by kind and by stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.evaluation.metrics import percentile

Json = dict[str, Any]

FIRST_TOKEN = "first_token"  # noqa: S105 - a stage's name
"""The stage of an answer's ``ms`` that ends when a language model has given its first token."""


def until_first_token(stages: Mapping[str, float], whole: float) -> float:
    """Milliseconds to the first token; where no model wrote, the answer comes as a whole and so does its first token."""
    if FIRST_TOKEN not in stages:
        return whole
    names = list(stages)
    return sum(stages[name] for name in names[: names.index(FIRST_TOKEN) + 1])


def latency(spent: Sequence[tuple[str, float, Mapping[str, float]]]) -> Json:
    """Percentiles in milliseconds from kind, whole time and stages of each answer: whole, first token, by kind and stage."""
    stages = dict.fromkeys(stage for _, _, parts in spent for stage in parts)
    kinds = dict.fromkeys(kind for kind, _, _ in spent)
    return {
        **_percentiles([whole for _, whole, _ in spent]),
        FIRST_TOKEN: _percentiles([until_first_token(parts, whole) for _, whole, parts in spent]),
        "by_kind": {kind: _percentiles([whole for of, whole, _ in spent if of == kind]) for kind in kinds},
        "stages_p50": {
            stage: round(percentile([parts[stage] for _, _, parts in spent if stage in parts], 50), 2)
            for stage in stages
        },
    }


def _percentiles(values: Sequence[float]) -> Json:
    return {"p50": round(percentile(values, 50), 2), "p95": round(percentile(values, 95), 2)}
