"""How the text gives figures: vague ones, and ones with the wrong measure word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from index.numerals import Kind, numbers
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
_RIGHT = re.compile(r"[件宗起份例人]|^$")
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
_UNIT = re.compile(r"\d\s*(?P<unit>[\u4e00-\u9fff]{1,2})$")


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


@rule("measure-word", "量词", Severity.ERROR, "统计单位：申请计“件”，信息计“条”，稿件计“篇”")
def measure_words(case: Case) -> Iterator[Hit]:
    """G10: applications are counted in 件."""
    for fact in case.statements:
        if fact.indicator not in _REQUESTS or fact.column == "同比":
            continue
        found = [n for n in numbers(fact.printed) if n.kind is Kind.COUNT]
        unit = found[0].unit if found else ""
        printed = re.sub(r"\s", "", fact.printed)
        if unit in {"次", "条", "篇", "项", "人次", "个"} and "申请" in fact.quote:
            yield Hit(
                f"“{printed}”：政府信息公开申请的计量单位为“件”",
                (fact.quote,),
                fact.section,
                "改为“件”",
                fact.page,
                Severity.NOTE if unit in {"项", "个"} else None,
            )
