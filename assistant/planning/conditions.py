"""The test that a question puts to a figure (没有收到, 超过100件), and the figure that it takes for granted."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.planning.query import Condition
from assistant.planning.wording import part

_CONFIRM = re.compile("对吧|对吗|对不对|是吧|是吗|是不是|没错吧|真的吗")
_VALUE = r"(\d+(?:\.\d+)?)(万)?"
_CONDITIONS: tuple[tuple[str, str], ...] = (
    (
        ">=",
        rf"(?:至少|不少于|不低于|大于等于|达到)(?:了)?{_VALUE}|{_VALUE}(?:件|条|次|个|元|人|场|期|篇|份|起)?(?:及)?以上",
    ),
    (
        "<=",
        rf"(?:至多|最多|不超过|不多于|不高于|小于等于){_VALUE}|{_VALUE}(?:件|条|次|个|元|人|场|期|篇|份|起)?(?:及)?以[内下]",
    ),
    (">", rf"(?:超过|大于|多于|高于|突破)(?:了)?{_VALUE}"),
    ("<", rf"(?:不到|少于|低于|小于|不足|未达到|没超过){_VALUE}"),
)
_ZERO = re.compile(
    "(?:没有?|未|从未|从没|不曾|未曾)(?:有)?(?:人|任何|一[件条次个起]|再|来)*(?:收到|接到|收|发生|公开|发布|出现|产生|提|申请|受理|被|"
    "收取|召开|举办|开|有|制定|答复|罚|打|告|起诉|要)|"
    "没有?[^，。,；;多少几吗]{1,6}过|(?:一|半)(?:件|条|次|个|起|场|分|块|笔|毛)[^，。,；;几多]{0,6}(?:都|也)(?:没|未|不)|"
    "不(?:收|要|花|用?交)(?:过|取)?(?:任何)?(?:钱|费|一分)|免费|分文(?:不|未|没)|"
    "(?:为|是|等于)(?:0|零)|(?:0|零)(?:件|条|次|个|申请|起|收费)|没有(?!吗|[?？]?$)"
)
_NONZERO = re.compile("不为(?:0|零)|不是(?:0|零)|大于(?:0|零)|非零")


def read_condition(text: str) -> Condition | None:
    """The test that a list, a count or a yes-no question puts to a figure; ``None`` where it puts none."""
    for operator, pattern in _CONDITIONS:
        if match := re.search(pattern, text):
            digits = [group for group in match.groups() if group]
            value = Decimal(digits[0]) * (10_000 if "万" in digits else 1)
            return Condition(operator, value)
    if _NONZERO.search(text):
        return Condition(">", Decimal(0))
    if _ZERO.search(re.sub("有没有", "有", text)):
        return Condition("=", Decimal(0))
    return None


def claimed(text: str) -> Condition | None:
    """The figure that a question takes for granted and wants confirmed (主动公开了26条，对吧; 零败诉，对吧)."""
    match = re.search(rf"(?<![\d年第]){_VALUE}(?={part('measure')})", text)
    if match:
        return Condition("=", Decimal(match[1]) * (10_000 if match[2] else 1))
    if _CONFIRM.search(text) and re.search("零|没有(?!吗|[?？]?$)|未|(?<!\\d)0", re.sub("有没有", "", text)):
        return Condition("=", Decimal(0))
    return None


_ALL_DONE = re.compile(
    "(?<![都不])(?:全都|全部|都)(?:已经?)?(?:给|处)?(?:办完|办结|办理完|处理完|答复完|办好)[^，。按如]{0,3}(?:吗|没有|没|么|[?？]|$)"
)


def all_done(text: str) -> bool:
    """Whether it is asked if all requests were dealt with, which those carried over tell (都办完了吗: none were)."""
    return "申请" in text and _ALL_DONE.search(text) is not None


NONE = Condition("=", Decimal(0))
"""The condition of what there is to be none of."""
SOME = Condition(">", Decimal(0))
"""The condition of 有…的: more than none."""
