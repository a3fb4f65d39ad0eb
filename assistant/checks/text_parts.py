"""Totals of the text against the parts that it names, added up again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.checks.case import Case
from assistant.checks.finding import SINCE_2019, Hit, Severity, rule
from assistant.checks.table_sums import LEAVES, quotes, shown
from assistant.listed import MULTIPLE
from index.indicators import CHANNELS, GROUPS, indicators
from index.language.numerals import Kind, Number, numbers
from index.schema import Fact

SOURCE = "《政府信息公开条例》第五十条；数据准确，总数与分项相符"
WHOLE_COLUMNS = {"", "总计"}
_PARTS_OF = (
    ("staff", ("staff_full_time", "staff_part_time")),
    ("requests_handled", ("closed_on_time", "closed_extended")),
    ("litigation", ("litigation_direct", "litigation_after_review")),
)


@rule("sentence-parts", "总数与分项不符", Severity.ERROR, SOURCE)
def parts_by_body(case: Case) -> Iterator[Hit]:
    """S7: a total and its parts by body or place (全县168件，其中县本级43件、…), told in one breath."""
    for total, parts in _families(case.statements):
        figures = [part.value for part in parts if part.value is not None]
        if total.value is None or len(figures) < len(parts) or len(parts) < 2:
            continue
        added = sum(figures, Decimal(0))
        if added == total.value or MULTIPLE.search(_around(case, total)) or _adds_up(case, total, parts[-1]):
            continue
        short = added < total.value
        if short and (len(parts) < 3 or added < total.value * Decimal("0.9")):
            continue  # 其中 need not name every part
        yield Hit(
            f"“{indicators()[total.indicator].name}”总数{total.value}{total.unit}，所列分项之和{shown(parts)}",
            quotes(total, *parts),
            total.section,
            "核对总数与分项；分项未列全的请写明“其余”",
            total.page,
            Severity.WARNING if short else None,
        )


def _adds_up(case: Case, total: Fact, last: Fact) -> bool:
    """Whether all figures of the total's unit from it to the last part make it up, those included that are no facts."""
    for passage in case.passages:
        text = passage.text
        if total.quote not in text or last.quote not in text:
            continue
        between = text[text.find(total.quote) : text.find(last.quote) + len(last.quote)]
        figures = [n.value for n in numbers(between) if n.kind is Kind.COUNT and n.unit == total.unit]
        after = figures[figures.index(total.value) + 1 :] if total.value in figures else []
        return sum((value or Decimal(0) for value in after), Decimal(0)) == total.value
    return False


def _families(facts: Sequence[Fact]) -> Iterator[tuple[Fact, list[Fact]]]:
    """Totals with the parts by scope that follow them."""
    total: Fact | None = None
    parts: list[Fact] = []
    last: dict[str, int] = {}
    for fact in facts:
        last[fact.indicator] = last.get(fact.indicator, 0) + 1
    for indicator in last:
        for fact in (f for f in facts if f.indicator == indicator):
            if (
                fact.part_of
                and fact.scope
                and total
                and fact.column == total.column
                and fact.unit == total.unit
            ):
                parts.append(fact)
            elif not fact.part_of:
                if total and parts:
                    yield total, parts
                total, parts = fact, []
        if total and parts:
            yield total, parts
        total, parts = None, []


@rule("sentence-kinds", "总数与分项不符", Severity.ERROR, SOURCE)
def parts_by_kind(case: Case) -> Iterator[Hit]:
    """S7: a total and all of its kinds in one sentence: staff, cases closed, litigation, applicants."""
    for whole, kinds in _PARTS_OF:
        for total in _said(case, whole):
            parts = [f for kind in kinds for f in _said(case, kind) if f.quote == total.quote]
            if len(parts) == len(kinds) and all(f.scope == total.scope for f in parts):
                yield from _unequal(total, parts)
    for total in (f for row in ("requests_new", "requests_total") for f in _said(case, row)):
        parts = [
            f
            for f in case.statements
            if f.indicator == total.indicator and f.quote == total.quote and f.scope == total.scope
        ]
        people = [f for f in parts if f.column == "自然人"]
        others = [f for f in parts if f.column == "法人或其他组织"]
        if len(people) == len(others) == 1:
            yield from _unequal(total, [*people, *others])


def _said(case: Case, indicator: str) -> list[Fact]:
    return [
        f
        for f in case.statements
        if f.indicator == indicator and f.column in WHOLE_COLUMNS and f.value is not None
    ]


def _unequal(total: Fact, parts: Sequence[Fact]) -> Iterator[Hit]:
    added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    if added != total.value:
        yield Hit(
            f"“{indicators()[total.indicator].name}”{total.value}{total.unit}，分项之和{shown(parts)}",
            quotes(total, *parts),
            total.section,
            "核对总数与分项",
            total.page,
        )


@rule("sentence-channels", "总数与分项不符", Severity.WARNING, f"{SOURCE}；不同渠道公开相同信息计1条")
def parts_by_channel(case: Case) -> Iterator[Hit]:
    """S7: what was disclosed against what each channel carried; more is allowed where the report says why."""
    for total in _said(case, "disclosed"):
        near = [
            f
            for f in case.statements
            if f.indicator in CHANNELS and f.scope == total.scope and f.section == total.section
        ]
        if len(near) < 2 or any(f.value is None for f in near) or MULTIPLE.search(_around(case, total)):
            continue
        added = sum((f.value or Decimal(0) for f in near), Decimal(0))
        all_named = any(f.indicator == "disclosed_other" for f in near) or total.unit != near[0].unit
        if added != total.value and _adds_up(case, total, near[-1]):
            continue  # with channels that are no indicators
        if added > (total.value or 0) or (added < (total.value or 0) and all_named):
            yield Hit(
                f"主动公开总数{total.value}{total.unit}，各渠道之和{shown(near)}",
                quotes(total, *near),
                total.section,
                "核对；同一信息在多个渠道发布的，请写明计数办法",
                total.page,
            )


def _around(case: Case, fact: Fact) -> str:
    """The text of a fact's section, where a report says how it counted."""
    return "".join(p.text for p in case.passages if p.section == fact.section)


@rule("sentence-results", "总数与分项不符", Severity.WARNING, SOURCE, SINCE_2019)
def results(case: Case) -> Iterator[Hit]:
    """S3: the results told in one sentence add up to what was handled, or with those carried out to what was received."""
    kinds = (*LEAVES, *GROUPS)
    for sentence in dict.fromkeys(f.quote for f in case.statements if f.indicator in kinds):
        told = [
            f
            for f in case.statements
            if f.quote == sentence and f.indicator in kinds and f.column in WHOLE_COLUMNS
        ]
        if len({f.indicator for f in told}) < 4 or any(f.value is None for f in told):
            continue
        added = sum((f.value or Decimal(0) for f in told), Decimal(0))
        totals = _received_and_handled(case, told[0].scope)
        out = {f.value or Decimal(0) for f in _said(case, "requests_carried_out")} | {Decimal(0)}
        if totals and not any(added + carried == total for carried in out for total in totals):
            yield Hit(
                f"各类办理结果之和{shown(told)}，与收到、办结的件数{'、'.join(map(str, sorted(totals)))}都不相符",
                quotes(*told),
                told[0].section,
                "核对各类结果、办结数和结转数",
                told[0].page,
            )


def _received_and_handled(case: Case, scope: str) -> set[Decimal]:
    rows = ("requests_new", "requests_total", "requests_handled", "replied")
    said = {
        f.value for row in rows for f in _said(case, row) if f.scope in {scope, ""} and f.value is not None
    }
    brought = [f.value for f in _said(case, "requests_carried_in") if f.value is not None]
    return said | {value + extra for value in said for extra in brought}


_BRACKET = re.compile(r"[（(]([^（）()]{6,300})[)）]")
_OPEN_LIST = re.compile(r"含|其中|包括|等|主要")


@rule("bracket-sum", "总数与分项不符", Severity.WARNING, SOURCE)
def bracket_sums(case: Case) -> Iterator[Hit]:
    """S7: a count with all its parts in brackets: 32次（网站12次、微信20次）."""
    for sentence in case.sentences:
        for match in _BRACKET.finditer(sentence.text):
            head = [n for n in numbers(sentence.text[: match.start()]) if n.end == match.start()]
            parts = [n for n in numbers(match[1]) if n.kind is Kind.COUNT]
            if not head or len(parts) < 2 or _OPEN_LIST.search(match[1]) or not _same_unit([*head, *parts]):
                continue
            added = sum((n.value or Decimal(0) for n in parts), Decimal(0))
            if added != head[0].value and not MULTIPLE.search(sentence.passage.text):
                yield Hit(
                    f"总数{head[0].value}{head[0].unit}，括号内各项之和为{added}{head[0].unit}",
                    (sentence.text,),
                    sentence.section,
                    "核对总数与分项",
                    sentence.page,
                )


def _same_unit(found: Sequence[Number]) -> bool:
    return all(
        n.kind is Kind.COUNT and n.value is not None and n.unit == found[0].unit and n.unit for n in found
    )
