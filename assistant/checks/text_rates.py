"""Shares and growth rates of the text, computed again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.checks.case import Case, Sentence
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.table_sums import quotes
from assistant.checks.text_parts import SOURCE, WHOLE_COLUMNS
from index.language.numerals import Kind, Number, numbers
from index.schema import Fact

_SHARE = re.compile(r"占[^。；;，,、\d]{0,16}?(\d+(?:\.\d+)?)\s*[%％]")

_LINK = re.compile(r"\s*[，,（(]?\s*(?:约|各|分别)?")
"""What may stand between a count and the 占 that is said of it."""


@rule("sentence-share", "比例计算错误", Severity.WARNING, f"{SOURCE}；百分比按件数与同口径总数重算")
def shares(case: Case) -> Iterator[Hit]:
    """S4: a share is one count of its sentence over another of its chapter, rounded as printed."""
    for sentence in case.sentences:
        for match in _SHARE.finditer(sentence.text):
            part = _part_of_share(sentence, match.start())
            if part is None:
                continue
            wholes = _wholes(case, sentence, part)
            if wholes and part.value and not any(_is_share(part.value, w, match[1]) for w in wholes):
                yield _wrong_share(sentence, match[1], part, wholes)


def _part_of_share(sentence: Sentence, at: int) -> Number | None:
    """The count that a 占 is said of: the one right before it, or the one that its paragraph gives under the same words."""
    before = [n for n in numbers(sentence.text[:at]) if _is_count(n)]
    if before and _LINK.fullmatch(sentence.text[before[-1].end : at]):
        return before[-1]
    words = re.split(r"[，,。；;、：:\d%％（(]", sentence.text[:at])[-1].strip()
    text = sentence.passage.text
    if not _NAME.fullmatch(words):
        return None
    named = [
        n for n in numbers(text) if _is_count(n) and text[: n.start].rstrip("为是有共：:").endswith(words)
    ]
    return named[0] if len({n.value for n in named}) == 1 else None


_NAME = re.compile(r"[\u4e00-\u9fff]{2,12}")
"""Words that may name what a share is of: 网络申请占…."""


def _wholes(case: Case, sentence: Sentence, part: Number) -> list[Decimal]:
    """The counts of the chapter that a part could be a share of: of its unit, and larger; the paragraph's first."""
    chapter = sentence.section.split(" > ", 1)[0]
    near = [sentence.passage, *(p for p in case.passages if p.section.split(" > ", 1)[0] == chapter)]
    others = [n.value for p in near for n in numbers(p.text) if _is_count(n) and n.unit == part.unit]
    told = [
        n.value or Decimal(0) for n in numbers(sentence.passage.text) if _has_share(sentence.passage.text, n)
    ]
    others.append(sum(told, Decimal(0)))  # shares of parts whose total is not told
    return [value for value in others if value is not None and part.value is not None and value > part.value]


def _has_share(text: str, number: Number) -> bool:
    """Whether a count is followed by the share that it is."""
    return _is_count(number) and bool(re.match(rf"{_LINK.pattern}占", text[number.end :]))


def _is_count(number: Number) -> bool:
    return number.kind is Kind.COUNT and number.value is not None and bool(number.unit)


def _is_share(part: Decimal, whole: Decimal, printed: str) -> bool:
    step = Decimal(1).scaleb(-len(printed.partition(".")[2]))
    exact = part / whole * 100
    return (
        abs(exact.quantize(step, ROUND_HALF_UP) - Decimal(printed)) <= step / 2
        or abs(exact - Decimal(printed)) < step
    )


_SHARE_OF = re.compile(
    r"占[^。；;，,、\d]{0,10}(?P<whole>\d+)\s*(?P<unit>[条件次篇个人份期项])的?(?P<share>\d+(?:\.\d+)?)\s*[%％]"
)


@rule("share-of-named", "比例计算错误", Severity.WARNING, f"{SOURCE}；百分比按件数与同口径总数重算")
def shares_of_named(case: Case) -> Iterator[Hit]:
    """S4: 80条，占200条的40% is 80 over 200."""
    for sentence in case.sentences:
        for match in _SHARE_OF.finditer(sentence.text):
            before = [n for n in numbers(sentence.text[: match.start()]) if _is_count(n)]
            whole = Decimal(match["whole"])
            if not before or before[-1].unit != match["unit"] or not before[-1].value or not whole:
                continue
            if not _is_share(before[-1].value, whole, match["share"]):
                yield _wrong_share(sentence, match["share"], before[-1], [whole])


def _wrong_share(sentence: Sentence, printed: str, part: Number, wholes: Sequence[Decimal]) -> Hit:
    computed = "；".join(
        f"{part.value}÷{w}={part.value / w * 100:.2f}%" for w in dict.fromkeys(wholes) if part.value
    )
    return Hit(
        f"写“{printed}%”，按文中的数重算：{computed}",
        (sentence.text,),
        sentence.section,
        "核对件数与占比",
        sentence.page,
    )


@rule("sentence-growth", "增长率计算错误", Severity.ERROR, f"{SOURCE}；同比=(本年−上年)÷上年")
def growth(case: Case) -> Iterator[Hit]:
    """S5: a growth rate is that of the two years' figures, rounded as printed."""
    for rate in (f for f in case.statements if f.column == "同比" and f.value is not None):
        now = [
            f
            for f in case.statements
            if f.indicator == rate.indicator and f.quote == rate.quote and _is_base(f, rate)
        ]
        before = [f for f in case.facts if _is_before(f, rate, case.year)]
        own = bool(before)
        before = before or [f for f in case.previous_facts if _is_before(f, rate, case.year)]
        if len(now) == 1 and before and now[0].value is not None:
            exact = [(now[0].value - f.value) / f.value * 100 for f in before if f.value]
            if exact and not any(_rounds_to(e, rate.value or Decimal(0)) for e in exact):
                yield Hit(
                    f"写同比{rate.value}%，按上年{before[0].value}、本年{now[0].value}重算为{exact[0]:.2f}%",
                    quotes(rate, *before) if own else (rate.quote,),
                    rate.section,
                    "核对两年的数与增幅",
                    rate.page,
                    None if own else Severity.WARNING,
                )


def _is_base(fact: Fact, rate: Fact) -> bool:
    return (
        fact.column in WHOLE_COLUMNS
        and fact.scope == rate.scope
        and not fact.part_of
        and fact.value is not None
    )


def _is_before(fact: Fact, rate: Fact, year: int) -> bool:
    same = fact.indicator == rate.indicator and fact.scope == rate.scope and fact.source == "text"
    return same and fact.year == year - 1 and fact.column in WHOLE_COLUMNS and fact.value is not None


def _rounds_to(exact: Decimal, printed: Decimal) -> bool:
    exponent = printed.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)
    return abs(exact - printed) < step
