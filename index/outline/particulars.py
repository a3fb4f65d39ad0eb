"""Contact, signature and date of a report, wherever they stand: preamble, end, or the foot of the table."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, fields

from index.language.dates import date_in
from index.language.text import squeeze
from index.naming.issuer import body_of_office
from index.naming.names import split_name
from index.schema import Block, Contact

_DASH = "[-‐‑–—―~]"
_PHONE = (
    rf"(?:\(?0\d{{2,3}}\)?{_DASH}?)?[1-9]\d{{6,7}}(?:{_DASH}\d{{1,5}}|转\d{{1,5}})?(?!\d)|1[3-9]\d{{9}}(?!\d)"
)
_CUE = re.compile(
    r"(?:疑问|意见|建议|咨询|需要|查询|联系|获取)[^。]{0,40}?(?:联系|咨询|致电|拨打|反映|方式)|联系(?:单位|部门|机构|科室|处室|股室|人|方式):|请(?:与|联系|向|致电|直接与)"
)
_PATTERNS = {
    "address": re.compile(
        r"(?:联系|办公|通[讯信]|单位|邮寄)?地址(?:为|是)?:?([^,;。()\n]{4,60}?)(?=[,;。()\n]|邮政?编|(?:联系|咨询)?电话|传真|电子邮|$)"
    ),
    "postcode": re.compile(r"邮(?:政)?编(?:码)?(?:为|是)?:?(\d{6})(?!\d)"),
    "phone": re.compile(rf"(?:电话|联系方式|热线)(?:号码)?(?:/传真)?(?:\([^)\d]*\))?(?:为|是)?:?({_PHONE})"),
    "fax": re.compile(rf"传真(?:号码|电话)?(?:为|是)?:?({_PHONE})"),
    "email": re.compile(r"([\w.+-]+@[\w-]+(?:\.[A-Za-z0-9-]+)+)", re.ASCII),
    "website": re.compile(
        r"(?<![@\w.-])((?:https?://|www\.)[\w./?=&%#:-]+|[\w-]+(?:\.[\w-]+)*\.gov\.cn(?:/[\w./-]*)?)",
        re.ASCII,
    ),
}
_BARE_ADDRESS = re.compile(
    r"[,;(:]([^,;。()::]{2,30}(?:路|街|大道|巷|村|镇|大厦|大楼)[^,;。():]{0,20}(?:号|楼|室|院))(?=[,;。)])"
)
_BARE_PHONE = re.compile(rf"(?<![\d.-])({_PHONE})(?![\d.])")
CONTACT_OFFICE = re.compile(
    r"(?:[请可](?:直接)?(?:与|联系|向|致电|咨询)|(?:直接)?(?:与|联系)|(?:联系|受理|咨询|承办)(?:单位|部门|机构|科室|处室|股室|人|方式):):?(?P<body>[^,;。:()]{3,40}?)"
    r"(?=联系|咨询|反映|取得|,|;|。|\(|地址|电话|$)"
)
_PUBLISHED = re.compile(r"(?:发布|发文|成文|生成|公开|填报)(?:日期|时间):|^(?:日期|时间):")


_LAST_LINES = 4


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed and when; ``""`` and ``None`` where the report does not say."""

    body: str = ""
    signed: dt.date | None = None


def find_contact(preamble: Sequence[Block], rest: Sequence[Block]) -> Contact:
    """How to reach the body: the contact sentence first, then the preamble, then labels anywhere else.

    Numbers and addresses are as printed without padding, digits in half width; the office as printed.
    """
    texts = [_plain(block.text) for block in (*preamble, *rest)]
    cued = [text[match.start() :] for text in texts if (match := _CUE.search(text))]
    early = [_plain(block.text) for block in preamble]
    found = {field.name: "" for field in fields(Contact)}
    for text in (*cued, *early, *texts):
        for name, pattern in _PATTERNS.items():
            found[name] = found[name] or _first(pattern, text)
    found["phone"] = next((phone for text in cued if (phone := _phone_of(text))), found["phone"])
    found["office"] = next((office for text in cued if (office := _office_of(text))), "")
    found["address"] = found["address"] or next(
        (address for text in cued if (address := _first(_BARE_ADDRESS, text))), ""
    )
    return Contact(**found)


def _plain(text: str) -> str:
    """Without white space and with half-width digits, letters, colons and brackets; the rest as printed."""
    kept = (
        unicodedata.normalize("NFKC", char) if char in _HALVED else char for char in "".join(text.split())
    )
    return "".join(kept)


_HALVED = {chr(code) for code in range(0xFF01, 0xFF5F)}


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[1] if match else ""


def _phone_of(sentence: str) -> str:
    """The telephone in a contact sentence, labelled or in brackets by itself."""
    until = sentence.split("。", maxsplit=2)
    scope = "。".join(until[:2])
    return _first(_PATTERNS["phone"], scope) or _first(_BARE_PHONE, re.sub(r"传真:?[\d-]+", "", scope))


def _office_of(sentence: str) -> str:
    for match in CONTACT_OFFICE.finditer(sentence):
        if body_of_office(match["body"]) or re.search(
            "(?:办公室|办|科|处|股|中心|局|委|机构|窗口|小组|部门|单位|政府)$", match["body"]
        ):
            return match["body"]
    return ""


def find_signature(blocks: Sequence[Block]) -> Signature:
    """The signature and date under the text: a line of a body's name, a line of a date, or both in one line.

    A name without a date is a signature only among the last lines: page furniture can follow.
    """
    lines = [_signature_line(block.text) if block.grid is None else ("", None) for block in blocks]
    for index in range(len(lines) - 1, -1, -1):
        body, signed = lines[index]
        if signed:
            above = lines[index - 1] if index else ("", None)
            below = lines[index + 1] if index + 1 < len(lines) else ("", None)
            return Signature(body or above[0] or (below[0] if not below[1] else ""), signed)
    return Signature(next((body for body, _ in reversed(lines[-_LAST_LINES:]) if body), ""))


def _signature_line(text: str) -> tuple[str, dt.date | None]:
    """The body and date of a line that holds nothing else."""
    line = squeeze(text).strip("#*()")
    line = re.sub(r"^\(?此件(?:公开发布|主动公开)\)?", "", line)
    if not line or len(line) > 60:
        return "", None
    found = date_in(line)
    if found is None:
        return (line, None) if split_name(line) else ("", None)
    signed, (start, end) = found
    body, tail = line[:start], line[end:]
    if not body and split_name(tail):
        return tail, signed
    if tail.strip("印发日()。") or (body and not split_name(body)):
        return "", None
    return body, signed


def published_on(preamble: Sequence[Block], rest: Sequence[Block]) -> dt.date | None:
    """The date that a web page above the text, or a table's foot, states for publishing or filling in.

    A line above the text that is only a date counts too. ``None`` if there is none.
    """
    for block in (*preamble, *(block for block in rest if block.grid)):
        alone = _signature_line(block.text)[1] if block.grid is None else None
        found = (
            alone or _labelled(unicodedata.normalize("NFKC", block.text)) or _labelled(squeeze(block.text))
        )
        if found:
            return found
    return None


def _labelled(line: str) -> dt.date | None:
    """The date right after 发布时间 and the like; spaces are kept at first, for a time of day can follow."""
    for match in _PUBLISHED.finditer(line):
        found = date_in(line[match.end() : match.end() + 24])
        if found and found[1][0] <= 2:
            return found[0]
    return None
