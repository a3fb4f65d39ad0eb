"""Comparing text that layout has damaged: spaces, width and thousands separators do not count.

A quote must be found again although the source breaks a sentence over pages, puts spaces into numbers and
mixes half- and full-width punctuation. ``squeeze`` gives the form in which two texts are compared, and
``find`` leads back from it to the place in the original.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")


@lru_cache(maxsize=65536)
def fold(char: str) -> str:
    """One character in NFKC form, ``""`` for white space and invisible characters."""
    folded = unicodedata.normalize("NFKC", char)
    return "".join(c for c in folded if not c.isspace() and unicodedata.category(c) != "Cf")


def squeeze(text: str) -> str:
    """NFKC without white space: the form in which quotes are compared."""
    return "".join(map(fold, text))


def squeeze_numbers(text: str) -> str:
    """``squeeze`` with thousands separators removed, for comparing figures."""
    return _THOUSANDS.sub("", squeeze(text))


def squeezed_offsets(text: str) -> tuple[str, list[int]]:
    """``squeeze(text)`` and, for each of its characters, the offset in ``text`` that it came from."""
    pieces: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        folded = fold(char)
        pieces.append(folded)
        offsets.extend([offset] * len(folded))
    return "".join(pieces), offsets


def find(quote: str, text: str) -> tuple[int, int] | None:
    """Start and end offset in ``text`` of the first place that reads as ``quote``; ``None`` if there is none."""
    wanted = squeeze(quote)
    if not wanted:
        return None
    squeezed, offsets = squeezed_offsets(text)
    at = squeezed.find(wanted)
    return None if at < 0 else (offsets[at], offsets[at + len(wanted) - 1] + 1)
