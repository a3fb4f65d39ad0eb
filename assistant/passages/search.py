"""What to look for, given a plan: the retriever's ranking with the words that reports use for what is asked."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import overload

from assistant.abilities import ALL, Abilities
from assistant.passages import contacts, problems
from assistant.passages.relevance import longest, variants
from assistant.planning.query import Plan, Wanted
from assistant.retrieve import retrieve
from index.indicators import indicators
from index.schema import Hit
from index.store import Store


class Ranking(Sequence[Hit]):
    """A ranking that is made when it is first looked at.

    Most questions about figures never are, and embedding a question costs most of the time that answering takes.
    ``ms`` is how long making it took, 0 as long as nobody has looked.
    """

    def __init__(self, make: Callable[[], list[Hit]]) -> None:
        self._make = make
        self._found: list[Hit] | None = None
        self.ms = 0.0

    def _hits(self) -> list[Hit]:
        if self._found is None:
            started = time.perf_counter()
            self._found = self._make()
            self.ms = (time.perf_counter() - started) * 1000
        return self._found

    def __len__(self) -> int:
        """How many hits."""
        return len(self._hits())

    @overload
    def __getitem__(self, at: int) -> Hit: ...

    @overload
    def __getitem__(self, at: slice) -> list[Hit]: ...

    def __getitem__(self, at: int | slice) -> Hit | list[Hit]:
        """One hit or several."""
        return self._hits()[at]


def search(store: Store, plan: Plan, k: int, abilities: Abilities = ALL) -> list[Hit]:
    """The retriever's ranking for a plan, within the reports that it is about.

    A question about problems or measures is about one section: its chunks come first.
    """
    further = (i for part in plan.parts for i in part.indicators)
    wanted = (*plan.indicators, *further, *filter(None, (plan.divisor,)))
    reports = [t.report for t in plan.targets] if plan.targets else None
    about = problems.side(plan.question) if plan.wanted in (Wanted.ENUMERATION, Wanted.TEXT) else None
    depth = 2 * k if about else k
    words = boost(store, plan, wanted)
    found = retrieve(store, plan.question, reports, depth, words, indicators=wanted, abilities=abilities)
    if not about:
        return found
    found.sort(key=lambda hit: not problems.heading_of(hit.chunk.section))
    return [replace(hit, rank=n) for n, hit in enumerate(found[:k], start=1)]


def boost(store: Store, plan: Plan, wanted: Sequence[str]) -> tuple[str, ...]:
    """Words that stand for the question in reports: statutory labels, synonyms, contact data as printed."""
    labels = [indicators()[i].label(t.year) for i in wanted[:3] for t in plan.targets[:3]]
    words = [word for term in longest(plan.terms) for word in variants(term)[1:]]
    asked = plan.targets[:10] if plan.wanted in contacts.ASKED else ()
    heads = filter(None, (store.head(target.report) for target in asked))
    printed = [head.contact.phone or head.contact.email for head in heads]
    return tuple(dict.fromkeys((*labels, *words, *filter(None, printed))))
