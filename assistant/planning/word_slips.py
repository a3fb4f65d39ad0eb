"""Slips of the keyboard in the words of the statutory tables (行政处法), as names have them (planning/slips.py)."""

from __future__ import annotations

from functools import cache

from assistant.planning.slips import is_slip
from assistant.planning.vocabulary import find_indicators, vocabulary
from index.indicators import indicators

_SHORTEST = 4
"""Shorter words have too many others that sound alike."""


def put_right(text: str) -> tuple[str, str]:
    """The one word in ``text`` that is an indicator's with a single character slipped: as typed, and as meant.

    Two empty strings where the text names an indicator as it stands, or holds no slip or more than one. ``text`` has names
    and years blanked, so that no name is taken for a word.
    """
    if any(not hit.generic for hit in find_indicators(text)):
        return "", ""
    found = {
        (piece, word)
        for word in _words()
        for at in range(len(text) - len(word) + 1)
        if _differs_once(piece := text[at : at + len(word)], word) and is_slip(piece, word)
    }
    return found.pop() if len(found) == 1 else ("", "")


def _differs_once(piece: str, word: str) -> bool:
    return sum(a != b for a, b in zip(piece, word, strict=True)) == 1


@cache
def _words() -> tuple[str, ...]:
    """The words of the tables; of what people say instead (公开了多少), every other phrase is nearly one."""
    said = {word for indicator in indicators().values() for word in indicator.words}
    return tuple(word for word in vocabulary().terms if len(word) >= _SHORTEST and word not in said)
