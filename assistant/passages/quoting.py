"""When a passage answers, and how it is quoted."""

from __future__ import annotations

import re

from assistant.compose import Statement
from assistant.passages.weighing import Passage

COVERAGE = 0.45
"""A passage that covers less of the question's words, weighed by rarity, does not answer it."""

CLOSE = 0.85
"""A further sentence is shown when its score is this share of the best one's."""

NEGATED = re.compile(r"未|没有|无(?!论|障碍|偿|缝|正当|理|线|人机)|不存在|零|(?<!\d)0\s*[件条次起宗人元个]")
"""Words that say that there was none."""


def quoted(passage: Passage, lead: str = "", *, line: bool = False) -> Statement:
    """A passage in quotation marks."""
    text = " ".join(passage.text.split())
    return Statement(f"{lead}“{text}”", (passage.source(),), line=line)
