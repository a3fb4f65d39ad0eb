"""Does a sentence that a model wrote say what its sources say? The checks beyond ``cite.supported``.

A quote may carry a sentence that says the opposite, gives a figure to the wrong body, or turns 百余 into 100. Each check
names its fault; a sentence with any is not shown. In doubt a sentence falls: the rules' own words remain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from assistant.cite import digits, worths
from assistant.compose import Source, Statement
from assistant.model.amounts import counted, has_numbers
from assistant.model.called import NOTHING, Called
from assistant.model.direction import has_direction
from assistant.model.evidence import Evidence
from assistant.model.ownership import is_owned
from assistant.model.placing import has_subjects, is_misplaced
from assistant.model.sums import without_sums
from assistant.passages.polarity import NEGATION, clauses_of, contradicts
from assistant.passages.relevance import PARTIAL, match
from assistant.planning.bodies import find_bodies
from assistant.planning.directory import Directory
from assistant.planning.vocabulary import column_words, find_indicators, vocabulary
from index.language.text import squeeze, squeeze_numbers
from index.language.words import tokens

WORDS = 0.6
"""The share of a sentence's content words that its sources must have."""
CLAUSE = 0.5
"""The same of each clause of ``_LONG`` characters or more."""
_LONG = 6
_MARKS = "，,；;。：:“”\\n"
_VERDICT = re.compile(r"(?:是的|不是|有|没有|对|不对)[。，,]")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|[—\-~至]\d)")
_LATIN = re.compile(r"[A-Za-z0-9@./_:-]*[A-Za-z][A-Za-z0-9@./_:-]*|\d{5,}")
_DATE = re.compile(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_QUOTED = re.compile(r"[“《「]([^”》」]+)[”》」]")
_NO_ANSWER = re.compile(
    r"(?:材料|资料|上文|以上内容)[^，。]{0,8}(?:没有|未|不)|(?:无法|不能)(?:回答|确定|判断|得知)|作为(?:一个)?(?:AI|人工智能|语言模型)|抱歉|对不起"
)


class Fault(StrEnum):
    """Why a sentence is not shown."""

    EMPTY = "says nothing"
    UNCITED = "cites nothing that exists"
    NUMBER = "a number that the sources do not have"
    MISPLACED = "a number given to something else"
    OWNER = "a number given to another body or year"
    BODY = "a body that is not the sources'"
    YEAR = "a year that is not the sources'"
    NEGATION = "says the opposite"
    DIRECTION = "more for less, or the other way about"
    QUOTED = "a quotation that the sources do not have"
    WORDS = "words that the sources do not have"
    TERMS = "a term of the forms that the sources do not have"
    UNEXPLAINED = "a computed number without those that it was computed from"
    DISPUTED = "one of the values of a figure on which the report disagrees with itself"
    DOUBLED = "a body that is said to do something to itself"


def faults(
    text: str, grounds: Sequence[Statement], book: Directory, called: Called = NOTHING
) -> tuple[Fault, ...]:
    """What is wrong with a sentence, given the statements that it cites; ``()`` where nothing is.

    ``grounds`` are verified: their texts and their sources' quotes are what the sentence may repeat, and ``called`` is what else
    their figures may be called.
    """
    if len(_CHINESE.findall(text)) < 4 or text.endswith(("？", "?")) or _NO_ANSWER.search(text):
        return (Fault.EMPTY,)
    if not grounds:
        return (Fault.UNCITED,)
    evidence, said = Evidence(tuple(grounds), called), squeeze_numbers(text)
    if not names_both(said, called.disputed):
        return (Fault.DISPUTED,)
    if not _VERDICT.match(text) and any(_repeats(text, ground.text) for ground in grounds):
        return () if is_explained(said, grounds) else (Fault.UNEXPLAINED,)
    whole = evidence.whole
    checks = (
        (Fault.NUMBER, has_numbers(said, whole)),
        (Fault.MISPLACED, not is_misplaced(said, evidence) and has_subjects(said, evidence)),
        (Fault.OWNER, is_owned(without_sums(said, grounds), grounds, book)),
        (Fault.BODY, has_bodies(said, whole, evidence.sources, book)),
        (Fault.DOUBLED, not is_doubled(said, book)),
        (Fault.YEAR, has_years(said, whole, evidence.sources)),
        (Fault.NEGATION, agrees(said, evidence)),
        (Fault.DIRECTION, has_direction(said, grounds, book)),
        (Fault.QUOTED, all(part in whole for part in verbatim(said))),
        (Fault.WORDS, has_words(said, evidence.named, evidence.issuers) and is_shown(said, evidence.sources)),
        (Fault.TERMS, has_terms(said, evidence)),
        (Fault.UNEXPLAINED, is_explained(said, grounds)),
    )
    return tuple(fault for fault, good in checks if not good)


def names_both(said: str, disputed: Sequence[frozenset[Decimal]]) -> bool:
    """Whether a sentence that gives one value of a figure on which a report disagrees with itself gives the others too."""
    claimed = {worth for number in counted(said) for worth in worths(number)}
    return all(values <= claimed for values in disputed if values & claimed)


def is_doubled(said: str, book: Directory) -> bool:
    """Whether one body is both who acts and who is acted upon in one clause (东镇没有对东镇提起复议)."""
    return any(
        one.text == other.text and re.search("[对向给由被]$", clause[: other.start])
        for clause in clauses_of(said)
        for one, other in pairwise(find_bodies(clause, book))
    )


def agrees(said: str, evidence: Evidence) -> bool:
    """Whether a sentence affirms and denies as its sources do; a figure of nothing is denied or given as 0, not passed over."""
    nothing = evidence.called.values == {Decimal(0)}
    if nothing and not NEGATION.search(said) and all(number.floor for number in counted(said)):
        return False
    return not contradicts(said, evidence.told, evidence.issuers, none={True, False} if nothing else {False})


def has_words(said: str, known: str, names: str = "") -> bool:
    """Whether a sentence's words are its sources', and those of each longer clause as well.

    ``names`` are those of the bodies, which say nothing of what a clause tells (都是东镇自己交的).
    """
    clauses = [clause for clause in clauses_of(said) if len(clause) >= _LONG]
    return overlap(said, known) >= WORDS and all(overlap(c, known, names) >= CLAUSE for c in clauses)


def has_terms(said: str, evidence: Evidence) -> bool:
    """Whether the terms of the forms in a sentence (商业企业, 不予公开, 政务微博) are in what it rests on, or others for them."""
    found = {said[hit.start : hit.end] for hit in find_indicators(said) if not hit.generic}
    terms = (found & vocabulary().terms.keys()) | set(column_words(said))
    return all(match(term, evidence.terms) >= PARTIAL for term in terms)


def is_shown(said: str, sources: Sequence[Source]) -> bool:
    """Whether a reader who looks the sources up finds anything there of what a sentence says: a number, none, or a word."""
    quotes = squeeze_numbers(
        "\n".join(source.quote + (source.cell.row if source.cell else "") for source in sources)
    )
    found = {n.floor for n in counted(quotes)} | digits(sources)
    claimed = {n.floor for n in counted(said)} | ({Decimal(0)} if NEGATION.search(said) else set())
    return not sources or bool(claimed & found) or any(len(w) > 1 and w in quotes for w in tokens(said))


def is_explained(said: str, grounds: Sequence[Statement]) -> bool:
    """Whether a sentence with a number that code computed also has one that the sources print."""
    claimed = {worth for number in counted(said) for worth in worths(number)}
    computed = {value for ground in grounds for value in ground.computed}
    if not claimed & computed:
        return True
    quotes = squeeze_numbers("\n".join(source.quote for ground in grounds for source in ground.sources))
    printed = {worth for number in counted(quotes) for worth in worths(number)}
    return bool((claimed - computed) & (printed | digits(s for g in grounds for s in g.sources)))


def _repeats(said: str, text: str) -> bool:
    """Whether a sentence is whole clauses of a text, word for word; half a clause may say the opposite."""
    bare = re.escape(squeeze_numbers(said).strip("。.-“”"))
    return bool(re.search(rf"(?:^-?|[{_MARKS}]){bare}(?:$|[{_MARKS}])", squeeze_numbers(text)))


def has_bodies(said: str, known: str, sources: Sequence[Source], book: Directory) -> bool:
    """Whether every body that a sentence names is its sources' or is named by them, each beside a year of its own."""
    reports = {(source.issuer, source.year) for source in sources}
    for mention in find_bodies(said, book):
        year = _YEAR.match(said, mention.end)
        if year and f"{mention.text}{year[1]}年" in known:
            continue
        named = {body.issuer.name for body in mention.bodies}
        if year and named and not any(r[0] in named and r[1] == int(year[1]) for r in reports):
            return False
        if mention.text not in known and not any(issuer in named for issuer, _ in reports):
            return False
    return True


def has_years(said: str, known: str, sources: Sequence[Source]) -> bool:
    """Whether every year of a sentence is its sources' or is named by them."""
    years = {str(source.year) for source in sources}
    return all(year in years or year in known for year in _YEAR.findall(said))


def verbatim(said: str) -> list[str]:
    """What a sentence must have from its sources to the letter: quotations, addresses, long runs of digits, whole dates."""
    return [squeeze(p) for p in (*_QUOTED.findall(said), *_LATIN.findall(said), *_DATE.findall(said))]


def overlap(said: str, known: str, names: str = "") -> float:
    """The share of a sentence's content words, less ``names``, that what it rests on has; 1 where it has none."""
    words = {w for w in tokens(said) if (len(w) > 1 or not _CHINESE.search(w)) and w not in names}
    return sum(word in known.lower() for word in words) / len(words) if words else 1.0
