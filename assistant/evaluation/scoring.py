"""Does an answer pass? The deterministic judge of the question sets: status, numbers, words, lists.

Matching follows one rule throughout: citation marks and list numbers are removed from the answer, then both
sides are compared in NFKC without white space, Markdown marks and thousands separators. A number stands
alone ("26" is not in "2026"), and a Chinese numeral is a number only right before a measure word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from index.language.text import squeeze_numbers

Json = Mapping[str, Any]

_MARKS = re.compile(r"\[\d+\]")
_LIST_NUMBER = re.compile(r"^\s*(?:[-*]\s+)?[(（]?\d{1,2}[.．、)）]\s*(?=[^\d\s])", re.MULTILINE)
_MARKDOWN = re.compile(r"[*_#`>|~]")
_MEASURE = "件条次个人项期份场篇起元万%"
_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_DIGITS |= {"六": 6, "七": 7, "八": 8, "九": 9}
_NUMERAL = "零〇一二两三四五六七八九十百千"
_CHINESE = re.compile(rf"(?<![第进万\d{_NUMERAL}])([{_NUMERAL}][{_NUMERAL}万]*)(?=[{_MEASURE}]|(?<=万))")
"""A whole numeral; one that ends in 万 stands before a measure word by itself."""
_GOVERNMENT = re.compile(r"(?:人民政府|政府)?(?:办公室|办公厅|办事处)?$")
_NONE = re.compile(
    r"没有|没收|未收到|未收取|未发生|未接到|未受理|未产生|未涉及|未提出|未被|无人|均为0|为零|零件|无(?=行政|依?申请|收费|费用|政府信息|因|此类|相关)"
)


def normalise(text: str) -> str:
    """The form in which answers, quotes and alternatives are compared."""
    return squeeze_numbers(_MARKDOWN.sub("", text))


def answer_text(answer: str) -> str:
    """An answer without citation marks and list numbers, normalised."""
    return normalise(_LIST_NUMBER.sub("", _MARKS.sub("", answer)))


def chinese_value(numeral: str) -> int:
    """The value of a Chinese numeral: 二十三 is 23, 百 is 100, 一万两千 is 12000."""
    whole, _, rest = numeral.rpartition("万")
    if whole:
        return chinese_value(whole) * 10_000 + chinese_value(rest)
    total = digit = 0
    for char in rest:
        if char in _DIGITS:
            digit = _DIGITS[char]
        else:
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
    return total + digit


def chinese_numbers(text: str) -> Iterator[str]:
    """The values of the Chinese numerals that stand right before a measure word; 三万 is 30000, and 3 before 万."""
    for found in _CHINESE.finditer(text):
        yield str(chinese_value(found[1]))
        if found[1].endswith("万"):
            yield str(chinese_value(found[1][:-1]))


def has_number(text: str, number: str) -> bool:
    """Whether a normalised text has ``number`` as a number of its own; 0 is also met by 没有, 未收到 and the like."""
    number = normalise(number)
    if re.search(rf"(?<![\d.]){re.escape(number)}(?!\d|\.\d)", text):
        return True
    if number == "0" and _NONE.search(text):
        return True
    return number in chinese_numbers(text)


def has_words(text: str, words: str) -> bool:
    """Whether a normalised text has an alternative; at a digit's end no digit or decimal point may adjoin."""
    wanted = normalise(words)
    before = r"(?<![\d.])" if wanted[:1].isdigit() else ""
    after = r"(?!\d|\.\d)" if wanted[-1:].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, text) is not None


def allowed_statuses(question: Json) -> set[str]:
    """The statuses that pass; a question of kind ambiguous may always be asked back."""
    if statuses := question.get("status"):
        allowed = {statuses} if isinstance(statuses, str) else set(statuses)
    else:
        allowed = {"answered"} if question["answerable"] else {"refused"}
    return allowed | {"clarify"} if question["kind"] == "ambiguous" else allowed


def failures(question: Json, answer: Json) -> list[str]:
    """Why an answer does not pass, a short English phrase each; empty when it passes."""
    status = answer["status"]
    if status not in allowed_statuses(question):
        return [f"status {status}"]
    if status == "clarify":
        return []
    text = answer_text(answer["answer"])
    failed = [f"has {words}" for words in question.get("exclude", ()) if has_words(text, words)]
    failed += [
        f"lacks {'/'.join(group)}"
        for group in question.get("include", ())
        if not any(has_words(text, words) for words in group)
    ]
    if status == "answered":
        failed += [f"lacks number {n}" for n in question.get("numbers", ()) if not has_number(text, n)]
        failed += list_failures(question, answer)
    return failed


def is_body(body: str, issuer: str) -> bool:
    """Whether a full name is that body's: 甲县东镇人民政府 is 东镇 and 甲县东镇, but neither 甲县 nor 镇人民政府."""
    stem, wanted = (_GOVERNMENT.sub("", normalise(name)) for name in (issuer, body))
    return bool(wanted) and stem.endswith(wanted)


def list_failures(question: Json, answer: Json) -> list[str]:
    """Bodies that a list question must name in ``items`` and does not, and bodies that it must not."""
    if "set" not in question:
        return []
    missing, extra = list_errors(question, answer)
    return [f"list lacks {body}" for body in missing] + [f"list has {name}" for name in extra]


def list_errors(question: Json, answer: Json) -> tuple[list[str], list[str]]:
    """The bodies of ``set`` that ``items`` lacks, and what it names beyond ``set`` and ``set_optional``."""
    named = list(dict.fromkeys(item["issuer"] for item in answer["items"]))
    required, optional = question["set"], question.get("set_optional", [])
    missing = [body for body in required if not any(is_body(body, name) for name in named)]
    extra = [name for name in named if not any(is_body(body, name) for body in [*required, *optional])]
    return missing, extra
