"""Do an answer's citations carry it? Valid quotes, precise citations, recalled evidence, supported claims.

The judge reads quotes and claims with patterns of its own, not with those that the answer was verified with, so that a
fault of the one does not hide in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.evaluation.claim_numbers import BULLET, claim_numbers, has_printed, plain, printed_numbers
from assistant.evaluation.scoring import normalise
from index.language.text import squeeze
from index.language.words import tokens

Json = Mapping[str, Any]

CONTAINED = 8
"""A quote inside the evidence recalls it from so many characters on."""
_HALF = 0.5
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|年度|[-—~至到](?:19|20)\d\d年)")
_NUMBERING = re.compile(r"^(?:[(（]?[一二三四五六七八九十]+[)）]、?|[一二三四五六七八九十]+、|\d+[.、．])")
_LEAST_LABEL = 4


@dataclass(frozen=True, slots=True)
class Library:
    """What the judge knows of a collection: per report its normalised text, the names of its body, and year.

    ``cells`` has the printed values of each (report, row label, column); rows that the collection has no figures of are absent.
    """

    texts: Mapping[str, str]
    years: Mapping[str, int]
    aliases: Mapping[str, frozenset[str]]
    cells: Mapping[tuple[str, str, str], frozenset[str]]

    def reading(self, texts: Mapping[str, str]) -> Library:
        """The same for a system that reads the reports otherwise: a quote may also stand in its reading."""
        both = {name: f"{text}\n{normalise(texts.get(name, ''))}" for name, text in self.texts.items()}
        return replace(self, texts=both)


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
    faults = (
        *(f"citation {n} is not valid" for n in citations if n not in valid),
        *_unmet(precise, (f"citation {n} is not precise: {claim['text'][:40]}" for claim, n in pairs)),
        *_unmet(supported, (f"claim not supported: {claim['text'][:40]}" for claim in judged)),
        *_unmet(recalled, (f"evidence not cited: {item['quote'][:40]}" for item in evidence)),
    )
    return CitationScore(
        len(citations),
        len(valid),
        len(pairs),
        sum(precise),
        len(judged),
        sum(supported),
        len(evidence),
        sum(recalled),
        faults,
    )


def _unmet(met: Iterable[bool], faults: Iterable[str]) -> list[str]:
    """The faults of what did not meet its test, both in the same order."""
    return [fault for good, fault in zip(met, faults, strict=True) if not good]


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
    return all(plain(v) in printed and (known is None or plain(v) in known) for v in claimed)


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

    A body or a year that the quote prints too is what the claim tells of, not whose report it names.
    """
    text = squeeze(claim["text"])
    years = set(_YEAR.findall(text))
    quote = squeeze(citation["quote"])
    told = set(_YEAR.findall(quote))
    if years - told and str(citation["year"]) not in years:
        return False
    named = _naming(text, library)
    return not named - _naming(quote, library) or citation["report"] in named


def _naming(text: str, library: Library) -> set[str]:
    """The reports whose body a squeezed text names."""
    return {report for report, aliases in library.aliases.items() if any(a in text for a in aliases)}


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
    return normalise(BULLET.sub("", claim["text"])) in normalise(citation["quote"])


def is_supported(
    claim: Json, citations: Mapping[int, Json], valid: set[int], figures: Sequence[Json]
) -> bool:
    """Whether a claim has citations, all valid, and all its numbers stand in their quotes or are computed figures."""
    used = [citations[n] for n in claim["citations"] if n in citations]
    if not used or any(n not in valid for n in claim["citations"]):
        return False
    if any(is_verbatim(claim, entry) for entry in used):
        return True
    computed = {plain(f["value"]) for f in figures if f["value"] is not None}
    return all(
        number in computed or any(has_printed(number, entry["quote"]) for entry in used)
        for number in claim_numbers(claim["text"], used)
    )
