"""Does an answer pass? The deterministic judge of the question sets: status, numbers, words, lists, evidence.

Matching follows one rule throughout: citation marks and list numbers are removed from the answer, then both
sides are compared in NFKC without white space, Markdown marks and thousands separators. A number stands
alone ("26" is not in "2026"), and a Chinese numeral is a number only right before a measure word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.text import squeeze_numbers

Json = Mapping[str, Any]

_MARKS = re.compile(r"\[\d+\]")
_LIST_NUMBER = re.compile(r"^\s*(?:[-*]\s+)?\(?\d{1,2}[.、)]\s*(?=\D)", re.MULTILINE)
_MARKDOWN = re.compile(r"[*_#`>|~]")
_MEASURE = "件条次个人项期份场篇起元万%"
_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_DIGITS |= {"六": 6, "七": 7, "八": 8, "九": 9}
_CHINESE = re.compile(rf"(?<!第)(?<!进)([零〇一二两三四五六七八九十百千]+)(?=[{_MEASURE}])")
_NONE = re.compile(
    r"没有|没收|未收到|未收取|未发生|未接到|未受理|未产生|未涉及|未提出|未被|无人|均为0|为零|零件|无(?=行政|申请|收费|此类|相关)"
)
CHARACTERS_PER_HIT = 500
"""Evidence recall@k reads at most this many characters per hit, so that larger chunks gain nothing."""


def normalise(text: str) -> str:
    """The form in which answers, quotes and alternatives are compared."""
    return squeeze_numbers(_MARKDOWN.sub("", text))


def answer_text(answer: str) -> str:
    """An answer without citation marks and list numbers, normalised."""
    return normalise(_LIST_NUMBER.sub("", _MARKS.sub("", answer)))


def chinese_value(numeral: str) -> int:
    """The value of a Chinese numeral up to the thousands: 二十三 is 23, 百 is 100."""
    total = digit = 0
    for char in numeral:
        if char in _DIGITS:
            digit = _DIGITS[char]
        else:
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
    return total + digit


def has_number(text: str, number: str) -> bool:
    """Whether a normalised text has ``number`` as a number of its own; 0 is also met by 没有, 未收到 and the like."""
    if re.search(rf"(?<![\d.]){re.escape(number)}(?!\d|\.\d)", text):
        return True
    if number == "0" and _NONE.search(text):
        return True
    return any(str(chinese_value(m[1])) == number for m in _CHINESE.finditer(text))


def has_words(text: str, words: str) -> bool:
    """Whether a normalised text has an alternative; at a digit's end no digit or decimal point may adjoin."""
    wanted = normalise(words)
    before = r"(?<![\d.])" if wanted[:1].isdigit() else ""
    after = r"(?!\d|\.\d)" if wanted[-1:].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, text) is not None


def allowed_statuses(question: Json) -> set[str]:
    """The statuses that pass; a question of kind ambiguous may always be asked back."""
    if statuses := question.get("status"):
        allowed = set(statuses)
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


def list_failures(question: Json, answer: Json) -> list[str]:
    """Bodies that a list question must name in ``items`` and does not, and bodies that it must not."""
    if "set" not in question:
        return []
    named = [item["issuer"] for item in answer["items"]]
    required, optional = question["set"], question.get("set_optional", [])
    missing = [body for body in required if not any(body in name for name in named)]
    extra = [name for name in named if not any(body in name for body in [*required, *optional])]
    return [f"list lacks {body}" for body in missing] + [f"list has {name}" for name in extra]


def is_valid(citation: Json, texts: Mapping[str, str]) -> bool:
    """Whether the quote stands in the named report; ``texts`` has the normalised text by report."""
    return normalise(citation["quote"]) in texts.get(citation["report"], "")


def is_recalled(evidence: Json, citations: Iterable[Json]) -> bool:
    """Whether a citation of that report holds the evidence, or lies in it with 8 characters or more."""
    wanted = normalise(evidence["quote"])
    for citation in citations:
        if citation["report"] != evidence["report"]:
            continue
        quote = normalise(citation["quote"])
        row = normalise((citation.get("cell") or {}).get("row", ""))
        if wanted in quote or (len(quote) >= 8 and quote in wanted):
            return True
        if row and (row in wanted or wanted in row):
            return True
    return False


def found_at(evidence: Json, hits: Sequence[Json]) -> int | None:
    """The rank (from 1) of the first hit that holds the evidence, headings counted as text; ``None`` if none.

    Of each hit only what fits into ``CHARACTERS_PER_HIT`` times its rank, all hits before it counted, is read.
    """
    wanted, used = normalise(evidence["quote"]), 0
    for rank, hit in enumerate(hits, start=1):
        text = normalise(hit["section"] + hit["text"])
        room = max(rank * CHARACTERS_PER_HIT - used, 0)
        if hit["report"] == evidence["report"] and wanted in text[:room]:
            return rank
        used += len(text)
    return None


@dataclass(frozen=True, slots=True)
class Score:
    """One question's verdict. ``ranks`` has, for each evidence item, the rank of its hit or ``None``.

    ``recalled`` counts the evidence items that the citations cover, ``valid`` the citations that stand in
    their report.
    """

    id: str
    kind: str
    failed: tuple[str, ...]
    ranks: tuple[int | None, ...]
    recalled: int
    citations: int
    valid: int
    reason_right: bool | None

    @property
    def passed(self) -> bool:
        """Whether the answer passes."""
        return not self.failed


def score(question: Json, answer: Json, texts: Mapping[str, str]) -> Score:
    """Judge one answer of the ``ask`` contract; an ``{"error"}`` document fails."""
    evidence = question.get("evidence", [])
    if "error" in answer:
        return Score(question["id"], question["kind"], ("error",), (None,) * len(evidence), 0, 0, 0, None)
    citations = answer["citations"]
    expected = question.get("reason")
    return Score(
        id=question["id"],
        kind=question["kind"],
        failed=tuple(failures(question, answer)),
        ranks=tuple(found_at(item, answer["hits"]) for item in evidence),
        recalled=sum(is_recalled(item, citations) for item in evidence),
        citations=len(citations),
        valid=sum(is_valid(citation, texts) for citation in citations),
        reason_right=None if expected is None else answer["reason"] == expected,
    )
