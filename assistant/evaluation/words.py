"""What scoring and judging say in short English phrases, in words for readers."""

from __future__ import annotations

import re
from collections.abc import Callable

STATUSES = {"answered": "作答", "refused": "拒答", "clarify": "反问"}
"""How a question ended."""
KINDS = {
    "fact": "一个事实", "describe": "说明、列举", "table_cell": "表格中的一格", "compare": "比较", "aggregate": "多份年报汇总",
    "computed": "计算", "trend": "逐年变化", "conflict": "前后不一致", "false_premise": "前提有误",
    "unanswerable": "年报里没有", "ambiguous": "问得不明确", "followup": "追问", "off_topic": "与年报无关",
    "injection": "夹带指令",
}  # fmt: skip
"""The kinds of questions."""
REASONS = {
    "no_such_issuer": "没有这个机关的年报",
    "no_such_year": "没有这一年的年报",
    "not_stated": "年报没有写明",
    "blank": "表格留空",
    "out_of_scope": "与年报无关",
    "unsafe": "要求不能照办",
}
"""Why a question was refused."""
STAGES = {
    "plan": "理解问题", "retrieve": "检索", "compose": "组织回答", "verify": "核对", "first_token": "等首个字", "write": "撰写",
}  # fmt: skip
"""What an answer's time goes into."""
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
