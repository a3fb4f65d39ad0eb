"""A question on its way: what ``Assistant.work`` hands to whoever writes the answer."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.compose import Draft
from assistant.planning.query import Plan
from index.schema import Hit
from index.storage.heads import ReportHead


@dataclass(slots=True)
class Stopwatch:
    """Milliseconds by stage."""

    ms: dict[str, float] = field(default_factory=dict)
    last: float = field(default_factory=time.perf_counter)

    def lap(self, stage: str, apart: Mapping[str, float] | None = None) -> None:
        """Add the time since the last lap to a stage, but for the milliseconds of it that others took."""
        now = time.perf_counter()
        others = apart or {}
        self.ms |= {name: round(ms, 2) for name, ms in others.items()}
        since = (now - self.last) * 1000 - sum(others.values())
        self.ms[stage] = round(self.ms.get(stage, 0.0) + since, 2)
        self.last = now


@dataclass(frozen=True, slots=True)
class Work:
    """A question with its plan, the retriever's ranking, and the draft that the rules made of them.

    ``heads`` are the reports within the reader's filters, ``names`` what people call their bodies, by report.
    """

    question: str
    plan: Plan
    heads: Sequence[ReportHead]
    hits: Sequence[Hit]
    names: Mapping[str, str]
    draft: Draft
    watch: Stopwatch
