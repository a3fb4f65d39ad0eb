"""Questions put as key words, in which white space parts what is asked for: 在线访谈次数 主要负责同志参加次数."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"(?<=[一-鿿]数)\s+(?=[一-鿿])")
"""A gap after the name of a figure as the tables print it (次数, 信函申请数)."""


def parted(question: str) -> str:
    """The question with a comma where white space ends the name of a figure; squeezing would run the names together."""
    return _BETWEEN.sub("，", question)
