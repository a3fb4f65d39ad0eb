"""Telephone, e-mail, address, website and date of signature, answered from the parsed particulars of a report."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence

from assistant.compose import Draft, Source, Statement
from assistant.locate import blocks, source_at, source_of
from assistant.planning.query import Operation, Plan, Target, Wanted
from assistant.schema import Item, Reason, Status
from index.language.sentences import clauses
from index.language.text import find, squeeze
from index.schema import Report

FIELDS: dict[str, tuple[str, re.Pattern[str]]] = {
    "phone": (
        "联系电话",
        re.compile(
            r"(?<!举报)(?<!监督)(?<!投诉)(?<!热线)(?<!多少)(?<![几少][个通])电话(?!(?:来)?(?:问|咨询|反映)(?:的|了|啥|什么))|座机|联系号码|怎么联系|联系方式"
        ),
    ),
    "fax": ("传真", re.compile(r"传真(?!申请)")),
    "email": ("电子邮箱", re.compile(r"邮箱|邮件|[Ee]-?mail")),
    "address": ("地址", re.compile(r"地址")),
    "postcode": ("邮政编码", re.compile(r"邮编|邮政编码")),
    "website": ("网址", re.compile(r"网址|网站地址")),
    "office": (
        "联系单位",
        re.compile(r"联系(?:单位|部门|科室)|(?:找|跟|和|与)(?:谁|哪个(?:部门|单位|科室))联系|联系(?:谁|哪)"),
    ),
}
"""The fields of Contact: what each is called in an answer, and how a question asks for it."""

ASKED = frozenset(
    {Wanted.PHONE, Wanted.EMAIL, Wanted.ADDRESS, Wanted.POSTCODE, Wanted.WEBSITE, Wanted.OFFICE}
)
"""What a question may want that contact data answer."""
SIGNING = re.compile(
    r"落款|成文|署名|签发|发布日期|哪天发布|什么时候发布|何时发布|几号发布|发布时间|公布日期|出具|(?:报告|年报)的?(?:日期|时间)|(?:报告|年报)[^，。]{0,4}(?:哪一?天|什么时候|何时)"
)
_PUBLISHING = re.compile(r"发布|公布|公开(?:日期|时间)|上网")
_PHONE = re.compile(
    r"(?:联系|咨询)?电\s*话\s*(?:号码)?\s*[:：]?\s*((?:0\d{2,3}\s*[-—－]?\s*)?[1-9]\d{6,7})(?!\d)"
)
_WITHOUT = re.compile(
    r"(?:(?<!有)没有?|未|缺|漏)(?:有|写|留|公布|公开|提供|注明|标明|列出|给出|附上?|印)?(?:明|下|出|上)?了?(?:联系|咨询|办公)?(?:方式|电话|号码|座机|传真|邮|电子|地址|网址|网站)"
)
_COUNTING = re.compile(r"(?:多少|几)\s*(?:人|次|个|件|条|通|部|家)")
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")

Reports = Callable[[str], Report]
"""From a report's name to the report."""


def answer(plan: Plan, reports: Reports, names: Mapping[str, str]) -> Draft | None:
    """Contact data or the date of signature, or ``None`` where the question is about something else."""
    if plan.wanted in (Wanted.DATE, Wanted.TEXT) and SIGNING.search(plan.question):
        return dates(plan, reports, names)
    if plan.wanted is Wanted.MOBILE:
        return mobiles(plan, reports, names)
    fields = asked_fields(plan.question) if plan.wanted in ASKED else ()
    if not fields:
        return None
    if plan.every or plan.operation is Operation.LIST:
        return listed(plan, reports, names, fields[0])
    return given(plan, reports, names, fields)


def asked_fields(question: str) -> tuple[str, ...]:
    """The fields that a question names, in its order; 传真号码 asks for the fax alone, 多少人打电话 for none."""
    if _COUNTING.search(question):
        return ()
    found = {name: m.start() for name, (_, pattern) in FIELDS.items() if (m := pattern.search(question))}
    if "fax" in found and "电话" not in question:
        found.pop("phone", None)
    return tuple(sorted(found, key=lambda name: found[name]))


def given(plan: Plan, reports: Reports, names: Mapping[str, str], fields: tuple[str, ...]) -> Draft | None:
    """Each field for each target; what is not printed is said to be missing. ``None`` where nothing is printed."""
    statements = [
        stated(reports(target.report), field, target, names) for target in plan.targets for field in fields
    ]
    return Draft(tuple(statements)) if any(s.sources for s in statements) else None


def stated(report: Report, field: str, target: Target, names: Mapping[str, str]) -> Statement:
    """One field of one report; two numbers that differ are both given."""
    label = FIELDS[field][0]
    name = f"{names.get(target.report, target.issuer)}{target.year}年年报"
    value = getattr(report.contact, field)
    cited = cited_clause(report, value) if value else ()
    if not cited:
        return Statement(f"{name}没有写明{label}。", line=True)
    others = other_phones(report, value) if field == "phone" else ()
    if others:
        said = "、".join((value, *(source.quote for source in others)))
        return Statement(
            f"{name}写了不一致的{label}：{said}，请向发布机关核实。", (*cited, *others), line=True
        )
    return Statement(f"{name}写明的{label}：{value}。", cited, line=True)


def other_phones(report: Report, phone: str) -> tuple[Source, ...]:
    """Other telephone numbers that the report gives for contact (after 电话), where they differ in their digits."""
    known = {digits(phone)}
    found: list[Source] = []
    for section, block in blocks(report):
        for match in _PHONE.finditer(block.text):
            number = digits(match[1])
            if not any(number.endswith(k) or k.endswith(number) for k in known):
                known.add(number)
                found.append(source_at(report, section, block, match.start(1), match.end(1)))
    return tuple(found)


def digits(phone: str) -> str:
    """A number's digits alone."""
    return re.sub(r"\D", "", squeeze(phone))


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


def listed(plan: Plan, reports: Reports, names: Mapping[str, str], field: str) -> Draft:
    """Which reports print the field, and which do not."""
    found = [(target, stated(reports(target.report), field, target, names)) for target in plan.targets]
    having = [(target, one) for target, one in found if one.sources]
    silent = [target for target, one in found if not one.sources]
    label = FIELDS[field][0]
    if _WITHOUT.search(plan.question):
        return lacking(silent, len(found), label, names)
    statements = [Statement(f"- {one.text}", one.sources, line=True) for _, one in having]
    head = Statement(f"收录{len(found)}份，{len(having)}份写明了{label}：")
    if silent:
        named = "、".join(f"{names.get(t.report, t.issuer)}{t.year}年" for t in silent)
        statements.append(Statement(f"没有写明的：{named}。", line=True))
    items = tuple(Item(target.issuer, target.year, one.sources) for target, one in having)
    return Draft((head, *statements), items=items)


def lacking(silent: Sequence[Target], looked_at: int, label: str, names: Mapping[str, str]) -> Draft:
    """The reports that do not print a field, where these are asked for (哪些单位没留电话); no text can be cited for them."""
    if not silent:
        return Draft((Statement(f"收录{looked_at}份，每一份都写明了{label}。"),))
    head = Statement(f"收录{looked_at}份，{len(silent)}份没有写明{label}：")
    lines = [Statement(f"- {names.get(t.report, t.issuer)}{t.year}年", line=True) for t in silent]
    return Draft((head, *lines), items=tuple(Item(t.issuer, t.year, ()) for t in silent))


def dates(plan: Plan, reports: Reports, names: Mapping[str, str]) -> Draft | None:
    """The date of signature of each target, or of publishing where that is asked for; ``None`` where none is printed."""
    statements: list[Statement] = []
    for target in plan.targets:
        report = reports(target.report)
        name = f"{names.get(target.report, target.issuer)}{target.year}年年报"
        day, kind = report.signed, "落款日期"
        if day is None and _PUBLISHING.search(plan.question):
            day, kind = report.published, "网页上的发布日期"
        if day and (cited := date_source(report, day)):
            said = f"{name}的{kind}是{day.year}年{day.month}月{day.day}日。"
            statements.append(Statement(said, (cited,), line=True))
    return Draft(tuple(statements)) if statements else None


def date_source(report: Report, day: dt.date) -> Source | None:
    """Where a date stands: its last mention in arabic numerals."""
    found: Source | None = None
    for section, block in blocks(report):
        if span := find(f"{day.year}年{day.month}月{day.day}日", block.text):
            found = source_at(report, section, block, *span)
    return found or source_of(report, day.isoformat())


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
