"""What scoring and judging say in short English phrases, in words for readers."""

from __future__ import annotations

import re
from collections.abc import Callable

STATUSES = {"answered": "作答", "refused": "拒答", "clarify": "反问"}
"""How a question ended."""
_PHRASES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"status (\w+)", lambda m: f"不该{STATUSES.get(m[1], m[1])}"),
    (r"lacks number (.+)", lambda m: f"缺数字 {m[1]}"),
    (r"list lacks (.+)", lambda m: f"名单缺 {m[1]}"),
    (r"list has (.+)", lambda m: f"名单多了 {m[1]}"),
    (r"lacks (.+)", lambda m: f"缺“{'”或“'.join(m[1].split('/'))}”"),
    (r"has (.+)", lambda m: f"不该出现“{m[1]}”"),
    (r"error (.+)", lambda m: f"出错：{m[1]}"),
    (
        r"citation (\d+) is not valid",
        lambda m: f"引用 [{m[1]}] 在原文里找不到，或与所标的机关、年份、数值不符",
    ),
    (r"citation (\d+) is not precise: (.+)", lambda m: f"引用 [{m[1]}] 不足以支持：{m[2]}"),
    (r"claim not supported: (.+)", lambda m: f"论断的数字不在引用里：{m[1]}"),
    (r"evidence not cited: (.+)", lambda m: f"没有引用证据：{m[1]}"),
    (r"judge gave no opinion", lambda _m: "语言模型没有给出评判"),
    (r"judge finds the answer insufficient", lambda _m: "语言模型评为不合格"),
)


def in_words(phrase: str) -> str:
    """A reason or fault in Chinese; what is not known is left as it is."""
    for pattern, words in _PHRASES:
        if found := re.fullmatch(pattern, phrase, re.DOTALL):
            return words(found)
    return phrase
