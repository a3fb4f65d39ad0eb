"""How a character is read: the one door to pypinyin."""

from __future__ import annotations

import os
from functools import lru_cache


@lru_cache(maxsize=8192)
def sounds(char: str) -> frozenset[str]:
    """The readings of a character without tones, which an input method does not ask for; itself where it has none."""
    os.environ.setdefault(
        "PYPINYIN_NO_PHRASES", "1"
    )  # 0.6 s of phrases, which single characters have no use for
    from pypinyin import Style, pinyin  # noqa: PLC0415 - only where a name or phrase is nearly there

    return frozenset(pinyin(char, style=Style.NORMAL, heteronym=True)[0])
