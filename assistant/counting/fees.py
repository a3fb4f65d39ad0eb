"""Questions that take for granted that a fee was charged, where nothing was: a kind of fee, a request that was never paid for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.compose import Statement
from assistant.counting.desk import stated
from assistant.counting.readings import Reading
from assistant.planning.query import Operation, Plan, Wanted

_KIND = re.compile("(?:检索|复制|复印|邮寄|邮递|寄送|快递|打印|拷贝|工本)费")
_AMOUNT = re.compile(
    rf"(?:多少|几)(?:元|块|块?钱|的)*{_KIND.pattern}|{_KIND.pattern}[^，。,件]{{0,6}}(?:多少|几)(?!件)"
)
_ALIKE = ("检索|查找", "复制|复印|打印|拷贝|工本", "邮寄|邮递|寄送|快递")
"""Names of one kind of fee."""
_WAIVED = re.compile("(?:免收|减免|免除|免交|免缴|不收|未收|没有收|未向)[^。；;]{0,24}费")
_WHO = "(?:有人|谁|哪[些个几]?(?:个)?人|什么人|[多几][少个名位]*人|申请人|对象|人家?|户)"
_ASKS_WAIVER = re.compile(
    f"{_WHO}[^，,。；;？?]{{0,6}}(?:免费|免了?费|不用[交付缴]|没[交付收缴]费)|(?:减免|免收|免交|免缴|免除|减收)"
)
_EXEMPTS = re.compile(
    "(?:免收|减免|减收|免除|免交|免缴)[^。；;]{0,24}(?:费|元)|费用?(?:的|及|和|、)*(?:减免|减收|免除|全免)(?!情况|问题|部分|[、和及])"
)
_EXEMPTS_NOBODY = re.compile("(?:没有|未|无|不存在)[^。；;，,]{0,8}(?:减免|免收|减收|免除|免交|免缴)")
_TOTALS = ("processing_fees", "request_fees")
_UNPAID = "other_no_payment"


def of_a_kind(plan: Plan) -> Plan | None:
    """The plan of all fees, of a question about one kind (复印费怎么收); ``None`` for any other.

    Where nothing was charged, there was none of the kind; what was charged in all is not the kind's.
    """
    if plan.every or not _KIND.search(plan.question):
        return None
    return replace(plan, operation=Operation.VALUE, wanted=Wanted.MONEY, indicators=_TOTALS)


def asks_amount(question: str) -> bool:
    """Whether a question asks how much a kind of fee came to, which no number of requests answers (收了多少复印费)."""
    return _AMOUNT.search(question) is not None


def asks_waiver(plan: Plan) -> bool:
    """Whether it is asked if anyone did not have to pay (有人免费吗, 减免了几人), which what was charged does not tell."""
    return plan.indicators[:1] in {(i,) for i in _TOTALS} and bool(_ASKS_WAIVER.search(plan.question))


def exempts(text: str) -> bool | None:
    """Whether a sentence says that somebody did not have to pay, or that nobody was let off; ``None`` for neither."""
    if _EXEMPTS_NOBODY.search(text):
        return False
    return True if _EXEMPTS.search(text) else None


def waives(text: str, question: str) -> bool:
    """Whether a sentence says that the kind of fee that a question names was not charged (一律免收复制费)."""
    told = _WAIVED.search(text)
    kind = _KIND.search(question)
    if not (told and kind):
        return False
    alike = next((names for names in _ALIKE if re.search(names, kind[0])), kind[0])
    return re.search(alike, told[0]) is not None


def unpaid(plan: Plan, readings: Sequence[Reading]) -> list[Statement]:
    """That requests brought no money in, where it is asked how much those not paid for did.

    A request not paid for in time is taken as given up and is not handled further (国办函〔2020〕109号).
    """
    if plan.wanted is not Wanted.MONEY:
        return []
    lapsed = [r for r in readings if r.indicator == _UNPAID and r.value]
    text = "这些申请逾期未缴费，行政机关不再处理，没有收到费用。"
    return [stated(text, lapsed, line=True)] if lapsed else []
