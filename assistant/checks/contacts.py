"""What stands around the text: annexes, telephone numbers, the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from index.language.text import squeeze

SELF = "年度报告前后一致"
_ANNEX = re.compile(r"^附件\s*(?P<number>\d|[一二三])\s*[:：]?")


@rule("annex-number", "附件标注", Severity.WARNING, "GB/T 9704-2012 7.3.4：单个附件不编号")
def annex_number(case: Case) -> Iterator[Hit]:
    """A single annex bears no number."""
    texts = [
        b.text.strip().lstrip("#* ").rstrip("* ")
        for s in case.report.sections
        for b in s.blocks
        if b.grid is None
    ]
    numbered = {m["number"]: text for text in texts if (m := _ANNEX.match(text))}
    if len(numbered) == 1 and next(iter(numbered)) in {"1", "一"}:
        (text,) = numbered.values()
        yield Hit("只有一个附件却编了序号", (text[:40],), suggestion="改为“附件：”加附件名称")


_PHONE = re.compile(r"(?<![\d-])(?:[(（]?0\d{2,3}[)）]?[-－—–\s]{0,3})?[2-8]\d{6,7}(?![\d-])")
_LABELLED = re.compile(r"(?:联系|咨询|监督|举报)?(?:电话|传真)[^\d]{0,6}$")
_BRACKETS, _DASH = re.compile(r"[()（）]"), re.compile(r"[-－—–]")


@rule("phone-misprint", "联系方式不一致", Severity.WARNING, f"{SELF}：同一电话前后一致")
def phone_misprint(case: Case) -> Iterator[Hit]:
    """Two numbers that differ by two digits that changed places are one number misprinted."""
    found = {re.sub(r"\D", "", phone): quote for phone, quote in _phones(case)}
    for one, other in combinations(found, 2):
        if _misprinted(one, other):
            what = f"电话{one}与{other}仅差个别数字，疑有一处写错"
            yield Hit(what, (found[one], found[other]), suggestion="核对后统一")


@rule("phone-form", "格式不一", Severity.WARNING, f"{SELF}：固定电话写作“区号-号码”，全文一致")
def phone_form(case: Case) -> Iterator[Hit]:
    """One number is printed in one form: with a dash after the area code, in brackets, or without a mark."""
    forms: dict[str, dict[tuple[bool, bool], str]] = {}
    for phone, quote in _phones(case):
        digits = re.sub(r"\D", "", phone)
        if digits.startswith("0"):
            form = bool(_BRACKETS.search(phone)), bool(_DASH.search(phone))
            forms.setdefault(digits, {}).setdefault(form, quote)
    for digits, quotes in forms.items():
        if len(quotes) > 1:
            yield Hit(f"同一电话{digits}有两种写法", tuple(quotes.values()), suggestion="统一写作“区号-号码”")


def _phones(case: Case) -> Iterator[tuple[str, str]]:
    """Each telephone number as printed, with its label: what stands in the text and below the tables."""
    texts = [p.text for p in case.passages] + [row for b in case.grids if b.grid for row in b.grid.printed]
    for text in texts:
        if re.search(r"电话|传真|联系", text):
            for match in _PHONE.finditer(text):
                label = _LABELLED.search(text[: match.start()])
                yield match[0], text[label.start() if label else match.start() : match.end()]


def _misprinted(one: str, other: str) -> bool:
    """Two digits changed places, or the area codes differ; numbers of one office often count on and are let be."""
    if len(one) != len(other) or one == other:
        return False
    apart = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    swapped = len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
    return swapped or (one[-7:] == other[-7:] and len(one) > 8)


@rule("signature-body", "称谓不一", Severity.NOTE, "GB/T 9704-2012：署名用发文机关全称或规范化简称")
def signature_body(case: Case) -> Iterator[Hit]:
    """The report is signed by the body of its title."""
    issuer, signed = case.report.issuer, squeeze(case.report.signature)
    ours = any(name in signed or signed in name for name in issuer.aliases if len(name) > 2)
    if signed and not ours and issuer.area not in signed:
        yield Hit(
            f"署名“{signed}”与标题的机关“{issuer.name}”不同",
            (case.report.signature,),
            suggestion="核对署名机关",
        )
