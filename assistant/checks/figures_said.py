"""How the text gives figures: vague ones, and ones with the wrong measure word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.text_against_table import clause_of
from index.indicators import indicators
from index.language.numerals import Kind, numbers
from index.language.text import squeeze
from index.schema import Fact, FactState

SOURCE = "年度报告数据应准确"
_REQUESTS = {
    "requests_new",
    "requests_total",
    "requests_handled",
    "requests_carried_in",
    "requests_carried_out",
    "granted",
    "partial",
    "refused",
    "unavailable",
    "not_processed",
    "other_handling",
    "replied",
    "received_in_person",
    "received_fax",
    "received_online",
    "received_letter",
}
_WAYS = {"received_in_person", "received_fax", "received_online", "received_letter"}
_LARGE = Decimal(1000)
_ASIDE = {
    "trainees",
    "trainings",
    "meetings",
    "gazettes",
    "media_accounts",
    "consultations",
    "consultation_comments",
}
"""Figures that the law does not ask for."""


@rule("vague-figure", "数据含糊", Severity.WARNING, f"{SOURCE}，不用“余、多、近”等约数")
def vague(case: Case) -> Iterator[Hit]:
    """A figure of the law's indicators is given exactly; large round ones are only remarked on."""
    seen: dict[str, list[Fact]] = {}
    for fact in case.statements:
        if fact.state is FactState.VAGUE:
            seen.setdefault(fact.quote, []).append(fact)
    for quote, facts in seen.items():
        light = all(_is_large(fact.printed) or fact.indicator in _ASIDE for fact in facts)
        told = "、".join(dict.fromkeys(re.sub(r"\s", "", fact.printed) for fact in facts))
        yield Hit(
            f"“{told}”是约数",
            (quote,),
            facts[0].section,
            "改为准确数",
            facts[0].page,
            Severity.NOTE if light else None,
        )


def _is_large(printed: str) -> bool:
    found = [n for n in numbers(printed) if n.floor is not None]
    return bool(found) and all((n.floor or Decimal(0)) >= _LARGE for n in found)


_SOME = re.compile(
    r"(?:上|数|好几|几)[十百千万](?:余|多)?[条件次篇份期场]|(?<![余\d])若干(?:[条件次篇份期场]|(?=[，。；、]))|(?<![\d多再])(?:多次|数次)(?=[，。；、]|召开|举办|组织|开展|发布|公开)"
)
_DUE = re.compile(
    r"(?:公开|发布|公示|张贴|受理|收到|答复|办结)[^，。；]{0,8}(?:信息|公告|公示|申请|文件|政策|解读)|复议|诉讼|申请[^，。；]{0,6}$"
)
"""What the law has counted; of leaflets, visits and meetings a report may speak in round numbers."""


@rule("vague-word", "数据含糊", Severity.NOTE, f"{SOURCE}，不用“上百、若干、多次”等约数")
def vague_words(case: Case) -> Iterator[Hit]:
    """上百份, 若干 and 多次 tell no figure; where the law wants one, one is missing."""
    vague_quotes = {fact.quote for fact in case.statements if fact.state is FactState.VAGUE}
    for sentence in case.sentences:
        text = re.sub(r"\s|《[^》]*》", "", sentence.text)
        found = list(_SOME.finditer(text))
        if not found or any(quote in sentence.text or sentence.text in quote for quote in vague_quotes):
            continue
        due = any(
            _DUE.search(re.split("[，。；、]", text[: m.start()])[-1] or text[m.end() :]) for m in found
        )
        yield Hit(
            f"“{'、'.join(dict.fromkeys(m[0] for m in found))}”不是确数",
            (sentence.text,),
            sentence.section,
            "写准确数",
            sentence.page,
            Severity.WARNING if due else None,
        )


_ODD = re.compile(r"(?<![\d.])(?P<figure>[1-9]\d*[1-9])\s*(?:余|多)\s*(?:条|件|次|篇|个|人|份|期)")


@rule("exact-and-about", "数据含糊", Severity.WARNING, f"{SOURCE}；确数不加“余”")
def exact_about(case: Case) -> Iterator[Hit]:
    """An exact number takes no 余 (21余条)."""
    for sentence in case.sentences:
        match = _ODD.search(sentence.text)
        if match and not any(
            sentence.text in f.quote or f.quote in sentence.text
            for f in case.statements
            if f.state is FactState.VAGUE
        ):
            yield Hit(
                f"“{match[0]}”：确数与“余”矛盾", (sentence.text,), sentence.section, "写准确数", sentence.page
            )


_WRONG_UNITS = {
    **dict.fromkeys(_REQUESTS, ("件", frozenset({"次", "条", "篇", "人次", "项", "个"}))),
    **dict.fromkeys(
        ("responses", "responses_weibo", "responses_other"), ("次", frozenset({"条", "篇", "人"}))
    ),
    **dict.fromkeys(("staff", "staff_full_time", "staff_part_time"), ("人", frozenset({"个", "件", "条"}))),
    **dict.fromkeys(("review", "litigation"), ("件", frozenset({"次", "条", "篇"}))),
}
"""By indicator the right unit and those that are plainly wrong; 宗, 起, 份, 例, 名 and the like are let be."""


@rule("measure-word", "量词", Severity.ERROR, "统计单位：申请、复议、诉讼计“件”，回应计“次”，人员计“人”")
def measure_words(case: Case) -> Iterator[Hit]:
    """G10: applications are counted in 件, responses in 次, staff in 人."""
    seen: dict[tuple[str, str], list[Fact]] = {}
    for fact in case.statements:
        right, wrong = _WRONG_UNITS.get(fact.indicator, ("", frozenset()))
        found = [n for n in numbers(fact.printed) if n.kind is Kind.COUNT]
        if fact.indicator in _WAYS and "申请" not in fact.quote:
            continue  # 当面、电话 may be ways of asking for something else
        if found and found[0].unit in wrong and fact.column != "同比":
            seen.setdefault((fact.quote, right), []).append(fact)
    for (_, right), facts in seen.items():
        told = "、".join(f"{indicators()[f.indicator].name}“{squeeze(f.printed)}”" for f in facts)
        yield Hit(
            f"{told}：计量单位应为“{right}”",
            tuple(dict.fromkeys(map(clause_of, facts))),
            facts[0].section,
            f"改为“{right}”",
            facts[0].page,
            None if facts[0].indicator in _REQUESTS else Severity.WARNING,
        )
