"""Several things named together before one number: 复议、诉讼均为0件 speaks of each, 建议、提案共120件 of none alone."""

from __future__ import annotations

import re

from index.numerals import Number
from index.statement_words import Mention

_AND = re.compile(r"[、及和与或,以]*(?:被?提起|申请)?(?:的)?")


def joined(text: str, chosen: list[Mention]) -> list[Mention]:
    """复议 and 诉讼 named together at the end of ``chosen``, in order; empty where they are not."""
    both = [m for m in chosen if m.key in {"review", "litigation"}]
    if chosen[-1].key not in {"review", "litigation"} or len({m.key for m in both}) < 2:
        return []
    between = text[both[0].end : both[-1].start]
    return [both[0], both[-1]] if _AND.fullmatch(between) else []


def is_of_each(between: str, number: Number) -> bool:
    """Whether a number after several things is that of each of them: none at all, or 均, 各 before it."""
    return number.value == 0 or bool(re.search(r"[均各]", between))
