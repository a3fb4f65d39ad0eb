"""Do an answer's citations carry it? Valid quotes, precise citations, recalled evidence, supported claims.

The judge reads quotes and claims with patterns of its own, not with those that the answer was verified with, so that a
fault of the one does not hide in the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.scoring import chinese_numbers, has_number, normalise
from index.text import squeeze
from index.words import tokens

Json = Mapping[str, Any]

CONTAINED = 8
"""A quote inside the evidence recalls it from so many characters on."""
_HALF = 0.5
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|年度|[-—~至到](?:19|20)\d\d年)")
_RANK = re.compile(r"第\d+(?:[位名]|(?=[：:，,。]|$))|并列第?\d+")
_CATALOGUE = re.compile(
    r"收录(?:了|的)?(?:\d+|[一二三四五六七八九十]+)份|(?:\d+|不足[一二两三])份(?:写明|没有|未|空白|，|,|$)"
    r"|(?:涉及|共有|有|共)\d+个(?:单位|机关|镇|街道|部门|县区|市)?(?=[：:。，,]|$)"
)
_LABELS = re.compile(r"《[^》]*》|〔\d+〕\d+号")
_NUMBERING = re.compile(r"^(?:[(（]?[一二三四五六七八九十]+[)）]、?|[一二三四五六七八九十]+、|\d+[.、．])")
_LEAST_LABEL = 4
_BULLET = re.compile(r"^\s*[-*]\s+")


@dataclass(frozen=True, slots=True)
class Library:
    """What the judge knows of a collection: per report its normalised text, the names of its body, and year.

    ``cells`` has the printed values of each (report, row label, column); rows that the collection has no figures of are absent.
    """

    texts: Mapping[str, str]
    years: Mapping[str, int]
    aliases: Mapping[str, frozenset[str]]
    cells: Mapping[tuple[str, str, str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class CitationScore:
    """Counts for one answer: citations and valid ones, claim-citation pairs and precise ones, claims and supported ones."""

    citations: int
    valid: int
    pairs: int
    precise: int
    claims: int
    supported: int
    evidence: int
    recalled: int
    faults: tuple[str, ...] = ()


def judge(question: Json, answer: Json, library: Library) -> CitationScore:
    """Judge the citations and claims of one answer; ``faults`` says in English what is wrong with which."""
    citations = {entry["n"]: entry for entry in answer["citations"]}
    valid = {n for n, entry in citations.items() if is_valid(entry, answer["figures"], library)}
    pairs = [(claim, n) for claim in answer["claims"] for n in claim["citations"] if n in citations]
    precise = [
        n in valid and names_source(claim, citations[n], library) and supplies(claim, citations[n], library)
        for claim, n in pairs
    ]
    claims = [claim for claim in answer["claims"] if claim["citations"] or claim_numbers(claim["text"])]
    judged = [claim for claim in claims if answer["status"] == "answered" or claim["citations"]]
    supported = [is_supported(claim, citations, valid, answer["figures"]) for claim in judged]
    evidence = question.get("evidence", [])
    used = [entry for n, entry in citations.items() if n in valid]
    recalled = [is_recalled(item, used) for item in evidence]
    faults = [f"citation {n} is not valid" for n in citations if n not in valid]
    faults += [
        f"citation {n} is not precise: {claim['text'][:40]}"
        for (claim, n), good in zip(pairs, precise, strict=True)
        if not good
    ]
    faults += [
        f"claim not supported: {claim['text'][:40]}"
        for claim, good in zip(judged, supported, strict=True)
        if not good
    ]
    faults += [
        f"evidence not cited: {item['quote'][:40]}"
        for item, good in zip(evidence, recalled, strict=True)
        if not good
    ]
    return CitationScore(
        len(citations),
        len(valid),
        len(pairs),
        sum(precise),
        len(judged),
        sum(supported),
        len(evidence),
        sum(recalled),
        tuple(faults),
    )


def is_quoted(citation: Json, texts: Mapping[str, str]) -> bool:
    """Whether the quote stands in the named report; ``texts`` has the normalised text by report."""
    quote = normalise(citation["quote"])
    return bool(quote) and quote in texts.get(citation["report"], "")


def is_valid(citation: Json, figures: Sequence[Json], library: Library) -> bool:
    """Whether the quote stands in the report, body and year are the report's, and a cell has the value claimed of it.

    The value claimed of a cell is that of a figure which rests on this citation alone.
    """
    report = citation["report"]
    if not is_quoted(citation, library.texts):
        return False
    if (
        citation["year"] != library.years[report]
        or squeeze(citation["issuer"]) not in library.aliases[report]
    ):
        return False
    if not citation["cell"]:
        return True
    claimed = {
        f["value"] for f in figures if list(f["citations"]) == [citation["n"]] and f["value"] is not None
    }
    printed = printed_numbers(citation["quote"])
    key = (report, citation["cell"]["row"], citation["cell"]["column"])
    known = library.cells.get(key)
    return all(_plain(v) in printed and (known is None or _plain(v) in known) for v in claimed)


def is_recalled(evidence: Json, valid: Sequence[Json]) -> bool:
    """Whether a valid citation of that report holds the evidence, lies in it with 8 characters or more, or names its row."""
    wanted = normalise(evidence["quote"])
    for citation in valid:
        if citation["report"] != evidence["report"]:
            continue
        quote = normalise(citation["quote"])
        if wanted in quote or (len(quote) >= CONTAINED and quote in wanted):
            return True
        if citation["cell"] and _same_row(citation["cell"]["row"], wanted):
            return True
    return False


def _same_row(label: str, wanted: str) -> bool:
    row = _NUMBERING.sub("", normalise(label))
    text = _NUMBERING.sub("", wanted)
    if not row or not text:
        return False
    return text.startswith(row) or row.startswith(text) or (len(row) >= _LEAST_LABEL and row in text)


def names_source(claim: Json, citation: Json, library: Library) -> bool:
    """Whether the citation is of a body and a year that the claim names; what it does not name is not held against it.

    A year that the quote prints too is what the claim tells of, not whose report it names.
    """
    text = squeeze(claim["text"])
    years = set(_YEAR.findall(text))
    told = set(_YEAR.findall(squeeze(citation["quote"])))
    if years - told and str(citation["year"]) not in years:
        return False
    named = {report for report, aliases in library.aliases.items() if any(a in text for a in aliases)}
    return not named or citation["report"] in named


def supplies(claim: Json, citation: Json, library: Library) -> bool:
    """Whether the quote has one of the claim's numbers, or, where it has none, half of its content words.

    What the claim has from the citation's cell labels is supplied too; the body's names and the year are no content.
    """
    if is_verbatim(claim, citation):
        return True
    wanted = claim_numbers(claim["text"], [citation])
    if wanted:
        return any(has_printed(number, citation["quote"]) for number in wanted)
    text = _YEAR.sub("", squeeze(claim["text"]))
    for alias in sorted(library.aliases.get(citation["report"], ()), key=len, reverse=True):
        text = text.replace(alias, "")
    words = set(tokens(text))
    cell = citation["cell"] or {}
    quoted = squeeze("".join((citation["quote"], *map(str, cell.values())))).lower()
    return sum(word in quoted for word in words) >= _HALF * len(words)


def is_verbatim(claim: Json, citation: Json) -> bool:
    """Whether the claim is nothing but a piece of the quote."""
    return normalise(_BULLET.sub("", claim["text"])) in normalise(citation["quote"])


def is_supported(
    claim: Json, citations: Mapping[int, Json], valid: set[int], figures: Sequence[Json]
) -> bool:
    """Whether a claim has citations, all valid, and all its numbers stand in their quotes or are computed figures."""
    used = [citations[n] for n in claim["citations"] if n in citations]
    if not used or any(n not in valid for n in claim["citations"]):
        return False
    if any(is_verbatim(claim, entry) for entry in used):
        return True
    computed = {_plain(f["value"]) for f in figures if f["value"] is not None}
    return all(
        number in computed or any(has_printed(number, entry["quote"]) for entry in used)
        for number in claim_numbers(claim["text"], used)
    )


def claim_numbers(text: str, citations: Sequence[Json] = ()) -> list[str]:
    """The numbers that a claim states, less years, ranks, digits inside names and labels, and the catalogue's counts."""
    bare = normalise(re.sub(r"^\d{1,2}[.、．]\s*(?=\D|20\d\d年)", "", _BULLET.sub("", text)))
    for label in _labels(citations):
        bare = bare.replace(label, "")
    bare = _CATALOGUE.sub("", _RANK.sub("", _LABELS.sub("", bare)))
    bare = re.sub(r"(?<!\d)(?:19|20)\d\d(?=[-—~至到](?:19|20)\d\d|年)年?", "", bare)
    return [_plain(number) for number in (*_DIGITS.findall(bare), *chinese_numbers(bare))]


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
    found = {_plain(run) for text in (apart, normalise(quote)) for run in _DIGITS.findall(text)}
    return found | set(chinese_numbers(normalise(quote)))


def _plain(number: str) -> str:
    """A decimal without the zeros that mean nothing: 007 is 7, 2.50 is 2.5."""
    whole, _, part = number.lstrip("-").partition(".")
    part = part.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{part}" if part else "")
