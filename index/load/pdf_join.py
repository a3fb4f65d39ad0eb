"""Putting printed text together again: characters to a line, lines to a paragraph.

Chinese has no spaces, so the gaps that justified setting leaves between characters are dropped; Latin words
keep theirs. Addresses on the web and of mail are one word however they are broken.
"""

from __future__ import annotations

import re

CJK = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef‘’“”…—·\u2460-\u24ff\u25a0-\u25ff"
_CJK = re.compile(f"[{CJK}]")
_ADDRESS_TAIL = re.compile(r"(?:https?:|www\.|@)[\x21-\x7e]*$|[\x21-\x7e]*[@/._\-]$")
_ADDRESS_HEAD = re.compile(r"[\x21-\x7e]*@|[./@_\-:?&=%]|[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.(?:cn|com|net|org)\b")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_SPLIT_WORD = re.compile(f"(?<![{_HAN}])[{_HAN}](?: [{_HAN}])+(?![{_HAN}])")


def is_cjk(char: str) -> bool:
    """Whether a character is Chinese script or punctuation, beside which no space is written."""
    return bool(_CJK.match(char))


def glue(before: str, after: str) -> str:
    """What stands between two lines of one paragraph: a space between Latin words, otherwise nothing."""
    if not before or not after or is_cjk(before[-1]) or is_cjk(after[0]):
        return ""
    if before[-1].isdigit() and after[0].isdigit():
        return ""
    if _ADDRESS_TAIL.search(before) or _ADDRESS_HEAD.match(after):
        return ""
    return " " if before[-1].isalnum() and after[0].isalnum() else ""


def join(lines: list[str]) -> str:
    """Lines of one cell or paragraph as running text."""
    text = ""
    for line in lines:
        text += glue(text, line) + line
    return text


def close_names(text: str) -> str:
    """Names and words whose characters are set apart to fill a width (张 三, 目 录) as one word."""
    return _SPLIT_WORD.sub(lambda match: match.group().replace(" ", ""), text)
