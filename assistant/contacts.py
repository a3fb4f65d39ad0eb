"""Telephone, e-mail, address, website and date of signature, answered from the parsed particulars of a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from assistant.compose import Draft, Source, SourcedItem, Statement
from assistant.locate import blocks, source_at, source_of
from assistant.query import Operation, Plan, Target, Wanted
from assistant.schema import Reason, Status
from index.schema import Report
from index.sentences import clauses
from index.text import find

FIELDS: dict[Wanted, tuple[str, str]] = {
    Wanted.PHONE: ("phone", "联系电话"),
    Wanted.EMAIL: ("email", "电子邮箱"),
    Wanted.ADDRESS: ("address", "地址"),
    Wanted.POSTCODE: ("postcode", "邮政编码"),
    Wanted.WEBSITE: ("website", "网址"),
    Wanted.OFFICE: ("office", "联系单位"),
}
"""What is asked for, the field of Contact that holds it, and its Chinese name."""

SIGNING = re.compile(
    r"落款|成文|署名|签发|发布日期|哪天发布|什么时候发布|何时发布|几号发布|发布时间|公布日期|出具"
)
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")

Reports = Callable[[str], Report]
"""From a report's name to the report."""


def answer(plan: Plan, reports: Reports, names: Mapping[str, str], also: tuple[Wanted, ...]) -> Draft | None:
    """Contact data or the date of signature, or ``None`` where the question is about something else.

    ``also`` are further fields that the same question asks for (电话和邮箱).
    """
    if plan.wanted is Wanted.DATE and SIGNING.search(plan.question):
        return dates(plan, reports, names)
    if plan.wanted is Wanted.MOBILE:
        return mobiles(plan, reports, names)
    wanted = tuple(dict.fromkeys(w for w in (plan.wanted, *also) if w in FIELDS))
    if not wanted:
        return None
    if plan.every or plan.operation is Operation.LIST:
        return listed(plan, reports, names, wanted[0])
    return given(plan, reports, names, wanted)


def given(plan: Plan, reports: Reports, names: Mapping[str, str], wanted: tuple[Wanted, ...]) -> Draft | None:
    """Each field for each target; what is not printed is said to be missing. ``None`` where nothing is printed."""
    statements = [
        stated(reports(target.report), kind, target, names) for target in plan.targets for kind in wanted
    ]
    return Draft(tuple(statements)) if any(s.sources for s in statements) else None


def stated(report: Report, kind: Wanted, target: Target, names: Mapping[str, str]) -> Statement:
    """One field of one report."""
    field, label = FIELDS[kind]
    name = f"{names.get(target.report, target.issuer)}{target.year}年年报"
    value = getattr(report.contact, field)
    cited = cited_clause(report, value) if value else ()
    if not cited:
        return Statement(f"{name}没有写明{label}。", line=True)
    return Statement(f"{name}写明的{label}：{value}。", cited, line=True)


def cited_clause(report: Report, value: str) -> tuple[Source, ...]:
    """The clause that prints a value (电话：…), as one source."""
    for section, block in blocks(report):
        if found := find(value, block.text):
            start, end = found
            for clause in clauses(block.text):
                if clause.start <= start < clause.end:
                    start = clause.start
            return (source_at(report, section, block, start, end),)
    return ()


def listed(plan: Plan, reports: Reports, names: Mapping[str, str], kind: Wanted) -> Draft:
    """Which reports print the field, and which do not."""
    statements: list[Statement] = []
    items: list[SourcedItem] = []
    silent: list[str] = []
    for target in plan.targets:
        one = stated(reports(target.report), kind, target, names)
        if one.sources:
            statements.append(Statement(f"- {one.text}", one.sources, line=True))
            items.append(SourcedItem(target.issuer, target.year, one.sources))
        else:
            silent.append(f"{names.get(target.report, target.issuer)}{target.year}年")
    label = FIELDS[kind][1]
    head = Statement(f"收录{len(plan.targets)}份，{len(items)}份写明了{label}：")
    if silent:
        statements.append(Statement(f"没有写明的：{'、'.join(silent)}。", line=True))
    return Draft((head, *statements), items=tuple(items))


def dates(plan: Plan, reports: Reports, names: Mapping[str, str]) -> Draft | None:
    """The date of signature of each target; ``None`` where none is printed."""
    statements: list[Statement] = []
    for target in plan.targets:
        report = reports(target.report)
        if report.signed and (cited := date_source(report)):
            day = f"{report.signed.year}年{report.signed.month}月{report.signed.day}日"
            name = f"{names.get(target.report, target.issuer)}{target.year}年年报"
            statements.append(Statement(f"{name}的落款日期是{day}。", (cited,), line=True))
    return Draft(tuple(statements)) if statements else None


def date_source(report: Report) -> Source | None:
    """Where the date of signature stands: its last mention in arabic numerals."""
    if report.signed is None:
        return None
    day = f"{report.signed.year}年{report.signed.month}月{report.signed.day}日"
    found: Source | None = None
    for section, block in blocks(report):
        if span := find(day, block.text):
            found = source_at(report, section, block, *span)
    return found or source_of(report, report.signed.isoformat())


def mobiles(plan: Plan, reports: Reports, names: Mapping[str, str]) -> Draft:
    """A mobile number where the contact data has one; otherwise a refusal with the office's telephone."""
    statements: list[Statement] = []
    for target in plan.targets:
        report = reports(target.report)
        name = f"{names.get(target.report, target.issuer)}{target.year}年年报"
        phone = report.contact.phone
        cited = cited_clause(report, phone) if phone else ()
        if _MOBILE.search(phone) and cited:
            return Draft((Statement(f"{name}留的联系电话：{phone}。", cited),))
        text = f"{name}没有写手机号码" + (f"，只写了办公电话：{phone}。" if cited else "。")
        statements.append(Statement(text, cited, line=True))
    return Draft(tuple(statements), status=Status.REFUSED, reason=Reason.NOT_STATED)
