"""What a report says of last year's figures, against last year's report itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.last_year import SOURCE, before
from assistant.checks.sums_said import stretches
from assistant.checks.text_against_table import figures_of
from index.indicators import indicators
from index.language.numerals import Kind, numbers

_MEANT = (
    (
        "requests_new",
        re.compile(r"(?:新收|收到|受理)[^，。；]{0,12}申请|申请[^，。；]{0,6}(?:数量|量|件数)|新收"),
    ),
    ("requests_handled", re.compile(r"办结|答复")),
    ("disclosed", re.compile(r"主动公开|公开[^，。；]{0,8}信息")),
    ("review", re.compile(r"复议")),
    ("litigation", re.compile(r"诉讼")),
    ("permits", re.compile(r"行政许可")),
    ("penalties", re.compile(r"行政处罚")),
)
"""By what words a clause is about which figure; the first that is found."""


@rule("last-year-figure", "跨年数据不衔接", Severity.WARNING, f"{SOURCE}：所引上年数等于上年报告的数")
def last_year_figures(case: Case) -> Iterator[Hit]:
    """上年的N件 is what last year's report says of the same figure."""
    earlier = before(case)
    if earlier is None:
        return
    marker = re.compile(
        rf"(?:较|比|与|同|由)?(?:上年|上一年|去年|{case.year - 1}年)(?:度)?(?:同期)?(?:全年)?的?(?:为|是)?$"
    )
    for passage, text in stretches(case):
        for number in (n for n in numbers(text) if n.kind is Kind.COUNT and n.value is not None and n.unit):
            indicator = _meant(text[: number.start]) if marker.search(text[: number.start]) else ""
            known = _figures(earlier, indicator) if indicator else {}
            if known and number.value not in known:
                name = indicators()[indicator].name
                told = "、".join(f"{value}" for value in known)
                yield Hit(
                    f"文中称上年“{name}”为{number.value}{number.unit}，上年报告为{told}",
                    (text,),
                    passage.section,
                    "核对上年的数，并重算增幅",
                    passage.page,
                )


def _meant(head: str) -> str:
    """The figure that the clause before a number, or else its sentence, is about."""
    for part in (re.split(r"[，；：]", head)[-1], head):
        found = [(match.end(), name) for name, words in _MEANT for match in words.finditer(part)]
        if found:
            return max(found)[1]
    return ""


def _figures(earlier: Case, indicator: str) -> dict[Decimal, None]:
    """What last year's report gives, in its tables under each reading, and in its text."""
    values = [figure.value for figure in figures_of(earlier, indicator, "")]
    values += [f.value for f in earlier.statements if f.indicator == indicator and f.value is not None]
    return dict.fromkeys(values)
