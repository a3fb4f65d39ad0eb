"""Rates of the text, computed again from the counts beside them, and rates that no count can give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.sums_said import stretches
from assistant.checks.text_parts import SOURCE
from assistant.listed import counts_of
from index.language.numerals import Number

_RATE = re.compile(
    r"(?P<what>办结|答复|回复|办理|办复|按时办结|按期办结|(?:有效)?(?:回收|收回)|(?:问卷)?有效)率(?:达到|达|为|是|均为)?(?P<rate>\d+(?:\.\d+)?)[%％]"
)


@rule("sentence-rate", "比例计算错误", Severity.WARNING, f"{SOURCE}；办结率=办结数÷收到数")
def rates_said(case: Case) -> Iterator[Hit]:
    """S4: a rate of cases closed is that of two counts of its sentence, if it gives two."""
    for passage, text in stretches(case):
        match = _RATE.search(text)
        counts = counts_of(text[: match.start()]) if match else []
        pairs = _pairs(text, counts)
        if match and pairs and not any(_is_rate(a, b, match["rate"]) for a, b in pairs):
            done, all_ = pairs[-1]
            yield Hit(
                f"写{match['what']}率{match['rate']}%，按文中的数重算：{done}÷{all_}={done / all_ * 100:.2f}%",
                (text,),
                passage.section,
                "核对件数与比率",
                passage.page,
            )


_GIVEN = re.compile(r"收到|接到|受理|发放|发出|征集|转来|转办|承办|交办|收集|申请|共|总")
_DONE = re.compile(r"办结|答复|回复|办理|办复|收回|回收|有效")


def _pairs(text: str, counts: Sequence[Number]) -> list[tuple[Decimal, Decimal]]:
    """The smaller over the larger of two counts of one unit, of which one was done and the other received or given out."""
    labels = [re.split(r"[，,、；;：:。]", text[: n.start])[-1] for n in counts]
    told = list(zip(counts, labels, strict=True))
    return [
        (min(a.value, b.value), max(a.value, b.value))
        for place, (a, one) in enumerate(told)
        for b, other in told[place + 1 :]
        if a.value and b.value and a.unit == b.unit and _is_pair(one, other)
    ]


def _is_pair(one: str, other: str) -> bool:
    done = (bool(_DONE.search(one)), bool(_DONE.search(other)))
    return done[0] != done[1] and bool(_GIVEN.search(one if done[1] else other))


def _is_rate(done: Decimal, all_: Decimal, printed: str) -> bool:
    step = Decimal(1).scaleb(-len(printed.partition(".")[2]))
    return abs(done / all_ * 100 - Decimal(printed)) < step


_OPINION = re.compile(
    r"(?:(?P<word>满意|合格|好评|达标|参训)(?P<before>\d+)|(?P<after>\d+)(?:人|份|名|批次|家|个)?(?:表示)?(?P<kind>满意|合格|好评|达标|参训))(?!率|度)"
)
_OPINION_RATE = re.compile(
    r"(?P<kind>满意|合格|好评|达标|参训)[率度](?:达到|达|为|是)?(?P<rate>\d+(?:\.\d+)?)[%％]"
)


_DEGREES = re.compile("基本|比较|非常|较为")
"""满意 may be told by degrees, of which a rate takes together what the author thinks fit."""


@rule("sentence-opinion", "比例计算错误", Severity.WARNING, f"{SOURCE}；满意率=满意数÷总数")
def opinions_said(case: Case) -> Iterator[Hit]:
    """S4: a rate of those content is their number over one of the totals of its sentence."""
    for passage, text in stretches(case):
        plain = re.sub(r"\s", "", text)
        rate, part = _OPINION_RATE.search(plain), _OPINION.search(plain)
        if not rate or not part or rate["kind"] != (part["word"] or part["kind"]) or _DEGREES.search(plain):
            continue
        done = Decimal(part["before"] or part["after"])
        wholes = [n.value for n in counts_of(plain) if n.value and n.value > done]
        if wholes and not any(_is_rate(done, whole, rate["rate"]) for whole in wholes):
            yield Hit(
                f"写{rate[0]}，按文中的数重算：{done}÷{wholes[-1]}={done / wholes[-1] * 100:.2f}%",
                (text,),
                passage.section,
                "核对件数与比率",
                passage.page,
            )


_OVER = re.compile(
    r"(?:(?P<rate>(?:满意|办结|答复|回复|办复|公开|回收|收回|有效|合格|覆盖|知晓|好评|参训|及时|按时|采纳|达标|准确|公示)[率度面])[^，。；\d]{0,6}"
    r"|(?P<down>下降|减少|降低)了?|(?P<share>占)[^，。；\d]{0,14})(?P<figure>\d+(?:\.\d+)?)[%％]"
)
_TASK = re.compile("任务|计划|目标|指标|定额")


@rule("rate-over-hundred", "百分比错误", Severity.ERROR, SOURCE)
def over_hundred(case: Case) -> Iterator[Hit]:
    """No share, rate of what was done or fall is over 100%; what a plan asked for may be done by more."""
    for passage, text in stretches(case):
        for match in _OVER.finditer(re.sub(r"\s", "", text)):
            if Decimal(match["figure"]) > 100 and not _TASK.search(match[0]):
                yield Hit(f"“{match[0]}”超过100%", (text,), passage.section, "核对百分比", passage.page)
