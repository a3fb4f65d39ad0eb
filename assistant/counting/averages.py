"""Averages inside one report: a month's, or of one thing that was counted with it (处理费平均每件多少元)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from assistant.compose import Draft
from assistant.counting import phrases
from assistant.counting.desk import Desk, drafted, stated
from assistant.counting.readings import Reading

PER = {"processing_fees": "processing_fee_cases", "trainees": "trainings"}
"""What figures are told beside the counts of what they belong to."""

_MONTHS = 12
_MONTHLY = re.compile("每个?月|月均")
_EACH = re.compile("每[件次期场班]|人均|件均")


def averaged_within(desk: Desk, reading: Reading) -> Draft | None:
    """A report's figure by month or by case, with the division shown; ``None`` where the question asks for another mean."""
    if reading.value is None:
        return None
    if _MONTHLY.search(desk.plan.question):
        return _divided(desk, reading, Decimal(_MONTHS), "平均每月", ())
    per = PER.get(reading.indicator)
    if not per or not _EACH.search(desk.plan.question):
        return None
    count = desk.read(reading.target, per, "", desk.plan.scope)
    if not count.value:
        return None
    return _divided(desk, reading, count.value, f"平均每{count.unit}", (count,))


def _divided(desk: Desk, reading: Reading, by: Decimal, each: str, counts: tuple[Reading, ...]) -> Draft:
    value = reading.value or Decimal(0)
    mean = (value / by).quantize(Decimal("0.01"), ROUND_HALF_UP)
    beside = "".join(f"，{phrases.topic(count)}{phrases.amount(count)}" for count in counts)
    text = (
        f"{phrases.figure(reading, desk.names)}{beside}，"
        f"{each}{phrases.plain(mean)}{reading.unit}（{phrases.plain(value)}÷{phrases.plain(by)}）。"
    )
    return drafted([stated(text, (reading, *counts), (mean, by))], (reading, *counts))
