"""Whether a line goes on with the sentence of the line before it, as Chinese official texts are written.

A page break of a conversion cuts a sentence anywhere, and hard-wrapped text cuts it at every line. What may be
joined is a sentence that stands open; what begins a heading, a list item, a signature or a date is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_FINAL = re.compile(r"[。！？；：!?;:…][”’」』）)\]】》]*$|[.](?<![\d.][.])[”’）)]*$")
_COMMA = re.compile(r"[，、,]$")
_OPENERS, _CLOSERS = "（(《“〔【", "）)》”〕】"
_BEGINS_INSIDE = re.compile(r"^[，。、；：！？,;!?）)》”〕】％%]")
_HAN_NUMBER = r"[一二三四五六七八九十]"
_MARK = re.compile(
    rf"""^(?:
      {_HAN_NUMBER}{{1,3}}\s*[、．.,，]                         # 一、
    | [（(]\s*{_HAN_NUMBER}{{1,3}}\s*[)）](?!\s*[项款目、和至])  # （一）, not 第二十条第 | （一）项
    | \d{{1,2}}\s*(?:、|[．.](?!\d))                            # 1. 1、, not 1.5
    | [（(]\s*\d{{1,2}}\s*[)）](?!\s*[项款目])
    | \d{{1,2}}[)）]
    | [①-⑳⑴-⑽㈠-㈩●■◆★▪•·※]
    | 第\s*[一二三四五六七八九十\d]{{1,3}}\s*(?:部分|章|节|编)
    | (?:附件|附表|附)\s*[\d一二三四五六七八九十]{{0,2}}\s*[：:.、]
    | (?:填报单位|填报人|填报日期|单位负责人|审核人|联系人|联系电话|联系地址|通讯地址|地址|邮编|邮政编码|电子邮箱|传真|表\s*\d)\s*[：:（(]?
    )""",
    re.VERBOSE,
)
_ENUMERATED = re.compile(rf"^(?:第?{_HAN_NUMBER}{{1,2}}(?:是|要|则|，)|其{_HAN_NUMBER}[，是])")
_DATE = re.compile(
    r"^[\d〇○零一二三四五六七八九十]{2,4}\s*年\s*[\d〇一二三四五六七八九十]{1,3}\s*月\s*[\d〇一二三四五六七八九十]{1,3}\s*[日号]?$"
)
_BODY_NAME = re.compile(
    r"^[\u4e00-\u9fff（）() ]{2,30}(?:政府|办公室|委员会|办事处|局|厅|委|办|院|所|中心|大队|支队|分局|管委会)$"
)
_BEGINS_ANEW = re.compile(
    r"^(?:\d{4}\s*年|今年|去年|全年|本(?:年度|报告|机关|单位|局|市|县|区|镇|街道)|我(?:市|县|区|镇|乡|局|委|办|街道|单位)|全(?:市|县|区|镇)"
    r"|截[至止]|根据|按照|为(?:了|进一步|深入|切实|贯彻)|针对|同时|此外|另外|今后|下一步|下步|目前|近年|特此|报告全文|第[二三四五六]十)"
)
_SMALL_MARK = re.compile(r"^(?:[（(]?\s*\d{1,2}\s*(?:[、)）]|[．.](?!\d))|[①-⑳⑴-⑽●■◆★▪•])")
_ENDS_ITEM = re.compile(r"^[^。！？；;]*[；;]$")
"""Only list items end so: what begins none is the rest of one."""
_DANGLING = re.compile(
    r"(?:[的和与及或在对将把被以从向于并且之各等]|按照|根据|通过|关于|包括|以及|为了|进行|加强|严格|其中|由于|因为)$"
)


def is_final(text: str) -> bool:
    """Whether the text ends a sentence (。 ； ： and their like, closing brackets after them included)."""
    return bool(_FINAL.search(text.rstrip()))


def begins_item(text: str) -> bool:
    """Whether a line begins a heading, list item, annex, form field, signature or date."""
    return bool(_MARK.match(text) or stands_alone(text))


def is_heading_like(text: str) -> bool:
    """Whether a line begins an item and has no sentence in it, so that its end needs no full stop."""
    return begins_item(text) and not re.search(r"[，。；,;]", text)


def stands_alone(text: str) -> bool:
    """Whether a line is a whole by itself: a date or the name of a body, as signatures have them."""
    return bool(_DATE.match(text) or _BODY_NAME.match(text))


def is_prose(text: str) -> bool:
    """Long running text; a heading has neither a full stop inside nor several commas over 40 characters."""
    if re.search(r"[。；！？]", text):
        return _han(text) >= 20
    return not _MARK.match(text) and _han(text) >= 40 and len(re.findall(r"[，,、]", text)) >= 2


def goes_on(before: str, after: str) -> bool:
    """Whether ``after``, set off as a paragraph of its own, is really the rest of the sentence in ``before``.

    True only on evidence: a bracket that the rest closes, a comma, a word that needs another, long prose broken off
    without its full stop, or a list item whose semicolon the rest brings.
    """
    before, after = before.rstrip(), after.lstrip()
    if not before or not after or is_final(before) or begins_item(after):
        return False
    if before[-1] in _OPENERS:
        return True
    if _BEGINS_INSIDE.match(after) or _COMMA.search(before) or _is_closed_by(before, after):
        return _han(before) >= 8
    if _is_open_item(before) and _ENDS_ITEM.match(after) and not _BEGINS_ANEW.match(after):
        return True
    if _DATE.match(before) or not is_prose(before):
        return False
    anew = _BEGINS_ANEW.match(after) or _ENUMERATED.match(after) or not _reads_like_prose(after)
    return bool(_DANGLING.search(before)) or not anew


def _is_open_item(text: str) -> bool:
    """Whether a list item has begun a sentence and not ended it; （一） and 一、 begin headings, which may have a comma."""
    return bool((_SMALL_MARK.match(text) or _ENUMERATED.match(text)) and re.search(r"[，,]", text))


def glue(before: str, after: str) -> str:
    """Two pieces of one sentence: a space only between two Latin words."""
    before, after = before.rstrip(), after.lstrip()
    latin = before[-1:].isascii() and after[:1].isascii() and before[-1:].isalpha() and after[:1].isalpha()
    return f"{before} {after}" if latin else before + after


def soft_lines(lines: Iterable[str], *, title: bool) -> list[str]:
    """A paragraph's lines between soft breaks: a title set over several lines is one, others go on by evidence."""
    joined: list[str] = []
    for line in (" ".join(line.split()) for line in lines):
        rest = (
            bool(joined) and bool(line) and ((title and not begins_item(line)) or goes_on(joined[-1], line))
        )
        if rest:
            joined[-1] = glue(joined[-1], line)
        elif line:
            joined.append(line)
    return joined


def _han(text: str) -> int:
    return sum("\u4e00" <= char <= "\u9fff" for char in text)


def _reads_like_prose(text: str) -> bool:
    return bool(re.search(r"[，。；,;]", text))


def _is_closed_by(before: str, after: str) -> bool:
    """Whether ``after`` closes a bracket or quotation that was opened in the last words of ``before``."""
    tail, head = before[-40:], after[:40]
    return any(
        tail.rfind(left) > tail.rfind(right) and 0 <= head.find(right) < (head.find(left) % 99)
        for left, right in zip(_OPENERS, _CLOSERS, strict=True)
    )
