"""Telephone numbers and postcodes that nobody can use: digits too many or too few."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule

_PHONE = re.compile(r"(?:电话|传真)(?:号码)?[：:为是]?\s*(?P<number>[\d(（][\d\s()（）—–－-]{5,24}\d)")
_POSTCODE = re.compile(r"(?:邮编|邮政编码|邮码)[：:为是]?\s*(?P<number>\d{3,9})(?!\d)")
_HOTLINE = re.compile(r"(?:0\d{2,3})?12\d{3}|1[01]\d|[48]00\d{7}|(?:0\d{2,3})?9[56]\d{3,4}")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LINE = re.compile(r"0(?:10|2\d)[2-8]\d{7}|0[3-9]\d{2}[2-8]\d{6,7}|[2-8]\d{6,7}")
_SEVERAL = 16
"""With more digits, two numbers stand side by side."""
_EXTENSION = re.compile(r"(?<=\d{7})[-—–－]\d{1,4}$")


@rule(
    "phone-length",
    "联系方式错误",
    Severity.WARNING,
    "固定电话为区号3—4位加号码7—8位，移动电话11位，邮政编码6位",
)
def lengths(case: Case) -> Iterator[Hit]:
    """A telephone number has as many digits as its kind, a postcode six."""
    for passage in case.passages:
        for match in _PHONE.finditer(passage.text):
            number = _EXTENSION.sub("", match["number"])
            digits = re.sub(r"\D", "", number)
            if (
                not any(kind.fullmatch(digits) for kind in (_HOTLINE, _MOBILE, _LINE))
                and len(digits) <= _SEVERAL
            ):
                yield _wrong(
                    f"电话“{match['number'].strip()}”位数不对", match[0], passage.section, passage.page
                )
        for match in _POSTCODE.finditer(passage.text):
            if len(match["number"]) != 6:
                yield _wrong(f"邮政编码“{match['number']}”不是6位", match[0], passage.section, passage.page)


def _wrong(message: str, quote: str, section: str, page: int | None) -> Hit:
    return Hit(message, (quote.strip(),), section, "核对后改正", page)
