"""A draft read back as any report is: the proof that a model's words state the figures that they are to state.

Verifying words and numbers (verified) is not enough: a 共 in the wrong place leaves every number as it was and makes another
statement of it. Only the reader of facts tells.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from assistant.draft import written
from assistant.drafting.nouns import TO_CONFIRM, Draft
from index.errors import DocumentError
from index.schema import Document, FactState

Reading = tuple[str, str, str, int, Decimal | None, FactState]
"""Indicator, column, scope, year, value and state: what a sentence states, whatever its words."""


def readings(draft: Draft) -> Counter[Reading] | None:
    """What the sentences of a draft state; ``None`` where it cannot be read back, being of a body of an unknown kind.

    The mark 【待核实】 is looked through: what stands before it is stated once the mark is taken off.
    """
    plain = written(replace(draft, assisted=""), ".md").decode()
    return _readings(plain.replace(TO_CONFIRM, ""))


@lru_cache(maxsize=8)
def _readings(text: str) -> Counter[Reading] | None:
    from index.facts import facts  # noqa: PLC0415 - the readers' libraries load where a model wrote
    from index.load.dispatch import load_bytes  # noqa: PLC0415 - as above
    from index.parse import parse  # noqa: PLC0415 - as above

    (document,) = load_bytes(text.encode(), "draft.md")
    if not isinstance(document, Document):
        return None
    try:
        read = facts(parse(document))
    except DocumentError:
        return None
    return Counter(
        (one.indicator, one.column, one.scope, one.year, one.value, one.state)
        for one in read
        if one.source == "text"
    )


def states_the_same(after: Draft, before: Draft, *, loses: bool = False) -> bool:
    """Whether a draft states the figures of another, none lost and none new; with ``loses`` some may be lost.

    What is stated already may be stated again: a point may give a figure that another section gives. False where either
    draft cannot be read back: what cannot be proved is not used.
    """
    new, old = readings(after), readings(before)
    if new is None or old is None:
        return False
    return new.keys() <= old.keys() and (loses or old <= new)
