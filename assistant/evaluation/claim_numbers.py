"""The numbers that a claim states, and those that a quote prints, as the judge of citations reads them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.evaluation.scoring import chinese_numbers, has_number, normalise

Json = Mapping[str, Any]

BULLET = re.compile(r"^\s*[-*]\s+")
"""What begins an item of a list."""
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_RANK = re.compile(r"第\d+(?:[位名]|(?=[：:，,。]|$))|并列第?\d+")
_CATALOGUE = re.compile(
    r"收录(?:了|的)?(?:\d+|[一二三四五六七八九十]+)份|\d+份(?:写明|没有|未|空白|报告逐份相加)"
    r"|等\d+个(?=[，,。])|不足[一二两三]份|涉及\d+个(?:单位|机关)"
    r"|(?:^|。|符合(?:这个)?条件的)(?:共有|有|共)\d+个(?=[：:。，,]|$)"
)
_LABELS = re.compile(r"《[^》]*》|〔\d+〕\d+号|“(?:\d+[.、]|\(\d+\))")


def claim_numbers(text: str, citations: Sequence[Json] = ()) -> list[str]:
    """The numbers that a claim states, less years, ranks, digits inside names and labels, and the catalogue's counts."""
    bare = normalise(re.sub(r"^\d{1,2}[.、．]\s*(?=\D|20\d\d年)", "", BULLET.sub("", text)))
    for label in _labels(citations):
        bare = bare.replace(label, "")
    bare = _CATALOGUE.sub("", _RANK.sub("", _LABELS.sub("", bare)))
    bare = re.sub(r"(?<!\d)(?:19|20)\d\d(?=[-—~至到](?:19|20)\d\d|年)年?", "", bare)
    return [plain(number) for number in (*_DIGITS.findall(bare), *chinese_numbers(bare))]


def _labels(citations: Sequence[Json]) -> Iterator[str]:
    """Names and labels whose digits are no figures, longest first."""
    found = {normalise(c["issuer"]) for c in citations}
    for cell in (c["cell"] for c in citations if c["cell"]):
        found |= {normalise(cell[part]) for part in ("table", "row", "column")}
    return iter(
        sorted(
            (label for label in found if re.search(r"[\d一二三四五六七八九十]", label)), key=len, reverse=True
        )
    )


def has_printed(number: str, quote: str) -> bool:
    """Whether a quote prints a number, or words that say zero; its cells are read apart."""
    return number in printed_numbers(quote) or (number == "0" and has_number(normalise(quote), "0"))


def printed_numbers(quote: str) -> set[str]:
    """The numbers of a quote: of its cells apart, and of the text with the stray spaces inside numbers removed."""
    folded = unicodedata.normalize("NFKC", quote)
    apart = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", folded)
    found = {plain(run) for text in (apart, normalise(quote)) for run in _DIGITS.findall(text)}
    return found | set(chinese_numbers(normalise(quote)))


def plain(number: str) -> str:
    """A decimal without the zeros that mean nothing: 007 is 7, 2.50 is 2.5."""
    whole, _, part = number.lstrip("-").partition(".")
    part = part.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{part}" if part else "")
