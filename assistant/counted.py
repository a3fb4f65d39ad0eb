"""Whether a question is about what the indicators count, or about something beside them that only passages tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose import Draft
from assistant.counting.breakdowns import CASES
from assistant.counting.fees import asks_amount, asks_waiver
from assistant.counting.readings import Reading
from assistant.passages.expected import (
    asked_unit,
    asks_all,
    asks_existence,
    asks_how_long,
    asks_when,
    unit_fits,
)
from assistant.passages.relevance import carries, is_act, is_generic, longest
from assistant.planning.forms import fits_year
from assistant.planning.query import SET_AGAINST, Operation, Plan
from index.indicators import OUTCOMES, Indicator, indicators
from index.language.numeral_pattern import parse_han
from index.language.text import squeeze
from index.language.words import is_noun, part_of_speech

SINCE_EVER = re.compile(r"历年|累计|[0-9０-９]年以来|开通以来|至今")
"""A question about all years up to one."""

_TOLD_EACH = SET_AGAINST - {Operation.AVERAGE, Operation.GROWTH}
"""Operations that tell an amount of each report beside what they find."""
_FEES = ("processing_fees", "request_fees")
_OF_FEES = re.compile("[费钱款收免交付元]|信息|申请|检索|复印|复制|邮寄|处理|成本|资料|材料|渠道|公开")

_ROWS = re.compile(
    "(?P<some>[前后头])?(?P<number>[两二三四五六七八九十])(?:种|类|项|个)(?:不同的?)?(?:情形|情况|原因|理由)"
)
"""Rows of a group by their number (八种情形)."""

_APPLICANTS = re.compile(
    "(?:多少|几)(?:个|名|位|家)?(?:人|群众|老百姓|百姓|市民|村民|居民|公民|自然人|公司|企业|单位|机构|律所|律师事务所|组织|商家)(?![次员数事均])"
    "(?:来|向|找|跟|到|通过|曾|曾经)*[^，,。；;？?]{0,10}?(?:申请|要过|要了|来要|索要|索取|要求公开)"
)
"""Who applied, by number; 多少人次 and 多少人员 are other things."""

_DURATIONS = ("天", "工作日", "个工作日", "小时")
"""What no indicator counts: how long it took."""


def counts(plan: Plan) -> bool:
    """Whether the plan's indicators are what the question counts: same unit and time, and no noun beside them.

    (公众号有多少人关注 is not about what the account published, 历年累计 not about one year.)
    """
    known = [indicators()[i] for i in plan.indicators if i in indicators()]
    whether = asks_existence(plan.question) and not asks_all(plan.question)
    if plan.operation is Operation.YES_NO and plan.condition is None and not whether:
        outcome = plan.column in OUTCOMES or (known[:1] and known[0].parent in CASES)
        return bool(outcome and asks_all(plan.question))
    no_amount = asked_unit(plan.question) in _DURATIONS or asks_how_long(plan.question)
    if not known or no_amount or some_of_its_rows(plan) or asks_waiver(plan):
        return not known
    if plan.operation not in (Operation.VALUE, Operation.YES_NO):
        return plan.operation not in _TOLD_EACH or _in_unit(plan, known)
    if (SINCE_EVER.search(plan.question) and not plan.scope) or asks_when(plan.question):
        return False
    if (
        charges_for_more(plan)
        or no_money(plan, known)
        or any(is_noun(word) for word in plan.focus if carries(word) and not is_generic(word))
    ):
        return False
    unit = "" if plan.parts or plan.divisor or asks_applicants(plan) else asked_unit(plan.question)
    return any(unit_fits(kind, unit) for i in known for kind in (i.unit, i.column_unit(plan.column)))


def asks_applicants(plan: Plan) -> bool:
    """Whether it is asked how many applied (几家公司要过资料, 多少人申请公开), of which reports count the requests."""
    return plan.indicators[:1] == ("requests_new",) and bool(_APPLICANTS.search(plan.question))


def some_of_its_rows(plan: Plan) -> bool:
    """Whether so many rows of a group are asked for as are not all of it (不予公开前三种情形), of which its figure is none."""
    asked = _ROWS.search(plan.question)
    if asked is None or not plan.indicators:
        return False
    years = [target.year for target in plan.targets]
    below = [i for i in indicators().values() if i.parent == plan.indicators[0]]
    rows = [i for i in below if all(fits_year(i.id, year) for year in years)]
    return bool(asked["some"]) or (len(rows) > 1 and parse_han(asked["number"]) != len(rows))


def tells_the_figure(told: Draft, readings: Sequence[Reading]) -> bool:
    """Whether what passages tell is the sentence that a figure is read from, which a table may contradict."""
    read = [squeeze(f.quote) for r in readings for f in r.all_facts if f.source == "text" and not f.part_of]
    return any(quote in squeeze(s.quote) for said in told.statements for s in said.sources for quote in read)


def no_money(plan: Plan, known: Sequence[Indicator]) -> bool:
    """Whether the amount of a kind of fee is asked for, and no indicator is money (收了多少复印费 of the requests)."""
    return asks_amount(plan.question) and not any(i.unit.endswith("元") for i in known)


def _in_unit(plan: Plan, known: Sequence[Indicator]) -> bool:
    """Whether figures set against one another are in the unit that is asked for (哪年的公报印得多，多少册)."""
    asked = "" if asks_applicants(plan) else asked_unit(plan.question)
    return not asked or any(
        unit_fits(unit, asked) for i in known for unit in (i.unit, i.column_unit(plan.column))
    )


def charges_for_more(plan: Plan) -> bool:
    """Whether money is asked about that is no fee for information (花椒卖了多少钱, 停车收费收了多少)."""
    if not plan.indicators or plan.indicators[0] not in _FEES:
        return False
    words = (word for word in longest(plan.terms) if len(word) > 1 and part_of_speech(word)[:1] in ("n", "v"))
    return any(not (is_generic(word) or is_act(word) or _OF_FEES.search(word)) for word in words)


def narrows(plan: Plan) -> bool:
    """Whether verbs beside the indicators may narrow them (申请中拆迁补偿方面的): a close passage goes first."""
    beside = [w for w in plan.focus if carries(w) and not is_generic(w) and not is_act(w)]
    if plan.operation is Operation.SHARE:
        return any(map(is_noun, beside))
    return plan.operation is Operation.VALUE and bool(beside)
