"""The date of signature: after the period it reports on, within the law's limit, printed in the set form."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from index.schema import BodyLevel


@rule("signed-before-end", "日期矛盾", Severity.ERROR, "成文日期应晚于统计期末（报告年度12月31日）")
def signed_early(case: Case) -> Iterator[Hit]:
    """A report of a year is signed after it has ended."""
    signed = case.report.signed
    if signed and signed < dt.date(case.year, 12, 31) and signed.year >= case.year - 1:
        severity = Severity.WARNING if signed >= dt.date(case.year, 12, 1) else None
        yield Hit(
            f"成文日期{signed.year}年{signed.month}月{signed.day}日早于统计期末{case.year}年12月31日",
            _date_quote(case),
            suggestion="核对成文日期的年份",
            severity=severity,
        )


_MOVED = 300
"""Days after the limit from which on a date is taken for a later publication of an old report."""


@rule("signed-late", "逾期公布", Severity.WARNING, "2007年条例第三十一条；2019年条例第四十九条")
def signed_late(case: Case) -> Iterator[Hit]:
    """Governments publish by 31 March; departments, from the report of 2019 on, by 31 January."""
    signed = case.report.signed
    if signed is None or signed.year <= case.year:
        return
    department = case.year >= 2019 and case.report.issuer.level is BodyLevel.OFFICE
    town = case.year >= 2019 and case.report.issuer.level is BodyLevel.TOWN
    limit = dt.date(case.year + 1, 1, 31) if department else dt.date(case.year + 1, 3, 31)
    said = f"成文日期{signed.year}年{signed.month}月{signed.day}日"
    if signed > limit:
        # A date far off, or one that only the page bears, may be that of a site's move.
        doubtful = (signed - limit).days > _MOVED or not case.report.signature
        yield Hit(
            f"{said}，晚于{limit.month}月{limit.day}日的法定期限",
            _date_quote(case),
            suggestion="核对成文日期；确已逾期的，今后按期公布",
            severity=Severity.NOTE if doubtful else None,
        )
    elif town and signed > dt.date(case.year + 1, 1, 31):
        yield Hit(
            f"{said}，晚于1月31日（各地一般要求乡镇随部门期限）",
            _date_quote(case),
            suggestion="对照上级通知核对报送期限",
            severity=Severity.NOTE,
        )


def _date_quote(case: Case) -> tuple[str, ...]:
    signed = case.report.signed
    if signed is None:
        return ()
    wanted = re.compile(rf"{signed.year}\D{{1,3}}0?{signed.month}\D{{1,3}}0?{signed.day}\D?$")
    texts = [
        p.text.strip() for p in case.passages if wanted.search(re.sub(r"\s", "", p.text)) and len(p.text) < 60
    ]
    return tuple(texts[-1:])


_PADDED = re.compile(r"^20\d\d年(?:0\d月\d{1,2}|\d{1,2}月0\d)日$")


@rule("padded-date", "格式不一", Severity.NOTE, "GB/T 9704-2012 7.3.5.4：成文日期月、日不编虚位")
def padded_date(case: Case) -> Iterator[Hit]:
    """The date of signature has no leading zeros."""
    for passage in case.passages:
        if _PADDED.match(re.sub(r"\s", "", passage.text)):
            yield Hit(
                "成文日期的月、日编了虚位（如01）",
                (passage.text,),
                passage.section,
                "月、日不编虚位，如1月5日",
                passage.page,
            )


_HAN_DATE = re.compile(
    r"^二[〇○零Oo0][一二三四五六七八九〇○零]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$"
)


@rule("date-numerals", "格式不一", Severity.NOTE, "GB/T 9704-2012 7.3.5.4：成文日期用阿拉伯数字")
def han_date(case: Case) -> Iterator[Hit]:
    """The date of signature is in Arabic numerals."""
    if case.year < 2012:
        return
    for passage in case.passages:
        if _HAN_DATE.match(re.sub(r"\s", "", passage.text)):
            yield Hit(
                "成文日期用了汉字数字",
                (passage.text,),
                passage.section,
                "改用阿拉伯数字，如2024年1月5日",
                passage.page,
            )
