"""A sentence in the form that rules read: half-width, without the blanks that layout put in, and the way back."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Smooth:
    """``text`` for matching; ``offsets[i]`` is where its character *i* stands in the original."""

    text: str
    offsets: tuple[int, ...]


def smooth(text: str) -> Smooth:
    """NFKC character by character; blanks stay only between two digits, where they may part two figures."""
    kept: list[tuple[str, int]] = []
    for offset, char in enumerate(text):
        if char.isspace() or unicodedata.category(char) == "Cf":
            if kept and kept[-1][0].isdigit() and text[offset + 1 : offset + 2].isdigit():
                kept.append((" ", offset))
            continue
        folded = unicodedata.normalize("NFKC", char)
        kept.append((folded if len(folded) == 1 else char, offset))
    return Smooth("".join(char for char, _ in kept), tuple(offset for _, offset in kept))
