"""Does a sentence that a model wrote say what its sources say? The checks beyond ``cite.supported``.

A quote may carry a sentence that says the opposite, gives a figure to the wrong body, or turns 百余 into 100. Each check
names its fault; a sentence with any is not shown. In doubt a sentence falls: the rules' own words remain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.cite import digits, worths
from assistant.compose import Source, Statement
from assistant.model.direction import has_direction
from assistant.passages.polarity import NEGATION, clauses_of, contradicts
from assistant.passages.relevance import PARTIAL, longest, match
from assistant.planning.bodies import find_bodies
from assistant.planning.directory import Directory
from assistant.planning.terms import content_terms
from index.language.numerals import COUNTED, Kind, Number, numbers
from index.language.text import squeeze, squeeze_numbers
from index.language.words import tokens

WORDS = 0.6
"""The share of a sentence's content words that its sources must have."""
COUNTED_FOR = 0.5
"""The share of the words that say what a figure counts which a sentence with the figure must have."""

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
    BODY = "a body that is not the sources'"
    YEAR = "a year that is not the sources'"
    NEGATION = "says the opposite"
    DIRECTION = "more for less, or the other way about"
    QUOTED = "a quotation that the sources do not have"
    WORDS = "words that the sources do not have"
    UNEXPLAINED = "a computed number without those that it was computed from"


def faults(text: str, grounds: Sequence[Statement], book: Directory) -> tuple[Fault, ...]:
    """What is wrong with a sentence, given the statements that it cites; ``()`` where nothing is.

    ``grounds`` are verified: their texts and their sources' quotes are what the sentence may repeat.
    """
    if len(_CHINESE.findall(text)) < 4 or text.endswith(("？", "?")) or _NO_ANSWER.search(text):
        return (Fault.EMPTY,)
    if not grounds:
        return (Fault.UNCITED,)
    said, whole = squeeze_numbers(text), squeeze_numbers("\n".join(pieces(grounds)))
    if not _VERDICT.match(text) and any(_bare(text) in _bare(ground.text) for ground in grounds):
        return () if is_explained(said, grounds) else (Fault.UNEXPLAINED,)
    sources = [source for ground in grounds for source in ground.sources]
    checks = (
        (Fault.NUMBER, has_numbers(said, whole)),
        (Fault.MISPLACED, not is_misplaced(said, homes(grounds)) and has_subjects(said, whole)),
        (Fault.BODY, has_bodies(said, whole, sources, book)),
        (Fault.YEAR, has_years(said, whole, sources)),
        (Fault.NEGATION, not contradicts(said, whole)),
        (Fault.DIRECTION, has_direction(said, grounds, book)),
        (Fault.QUOTED, all(part in whole for part in verbatim(said))),
        (Fault.WORDS, overlap(said, whole) >= WORDS and is_shown(said, sources)),
        (Fault.UNEXPLAINED, is_explained(said, grounds)),
    )
    return tuple(fault for fault, good in checks if not good)


def is_shown(said: str, sources: Sequence[Source]) -> bool:
    """Whether a reader who looks the sources up finds anything there of what a sentence says: a number, or a word."""
    quotes = squeeze_numbers(
        "\n".join(source.quote + (source.cell.row if source.cell else "") for source in sources)
    )
    if {n.floor for n in counted(said)} & {n.floor for n in counted(quotes)}:
        return True
    return any(len(word) > 1 and word in quotes for word in tokens(said)) or not sources


def is_explained(said: str, grounds: Sequence[Statement]) -> bool:
    """Whether a sentence with a number that code computed also has one that the sources print."""
    claimed = {worth for number in counted(said) for worth in worths(number)}
    computed = {value for ground in grounds for value in ground.computed}
    if not claimed & computed:
        return True
    quotes = squeeze_numbers("\n".join(source.quote for ground in grounds for source in ground.sources))
    printed = {worth for number in counted(quotes) for worth in worths(number)}
    return bool((claimed - computed) & (printed | digits(s for g in grounds for s in g.sources)))


def _bare(text: str) -> str:
    return squeeze_numbers(text).strip("。.-“”")


def pieces(grounds: Iterable[Statement]) -> list[str]:
    """Everything that a sentence may rest on: the statements, their quotes, headings and bodies."""
    found: list[str] = []
    for ground in grounds:
        found.append(ground.text)
        for source in ground.sources:
            cell = f"{source.cell.row} {source.cell.column}" if source.cell else ""
            found += [source.quote, source.section, f"{source.issuer}{source.year}年", cell]
    return list(dict.fromkeys(filter(None, found)))


def counted(text: str) -> list[Number]:
    """The numbers of a text that say how many or how much."""
    return [n for n in numbers(text) if n.kind in COUNTED and n.floor is not None]


def same(claimed: Number, printed: Number) -> bool:
    """Whether a number repeats another: an exact one an exact one (百余 is not 100), in the same unit where both have one."""
    if claimed.value is not None and printed.value is None:
        return False
    money = claimed.unit.endswith("元") and printed.unit.endswith("元")
    alike = money or not claimed.unit or not printed.unit or claimed.unit == printed.unit
    return alike and bool(worths(claimed) & worths(printed))


def has_numbers(said: str, known: str) -> bool:
    """Whether every number, date and telephone number of a sentence is printed in what it rests on."""
    printed = counted(known)
    none = bool(NEGATION.search(known))
    for number in numbers(said):
        if number.kind in (Kind.DATE, Kind.PHONE):
            if squeeze_numbers(number.printed) not in known:
                return False
        elif number.kind in COUNTED and number.floor is not None:
            zero = number.floor == 0 and none
            if not zero and not any(same(number, other) for other in printed):
                return False
    return True


@dataclass(frozen=True, slots=True)
class Home:
    """A clause with figures: its words, and of them those that say what is counted; ``whose`` the body of a quote."""

    numbers: tuple[Number, ...]
    words: frozenset[str]
    counts: frozenset[str]
    whose: str = ""


def homes(grounds: Iterable[Statement]) -> list[Home]:
    """The clauses with figures in statements and their quotes."""
    found: list[Home] = []
    for ground in grounds:
        names = "".join(source.issuer for source in ground.sources)
        texts = [(ground.text, "")] + [(source.quote, source.issuer) for source in ground.sources]
        for text, whose in texts:
            for clause in clauses_of(squeeze_numbers(text)):
                if here := counted(clause):
                    counts = {
                        t for t in content_terms(clause) if len(t) > 1 and t not in names and not counted(t)
                    }
                    found.append(Home(tuple(here), frozenset(tokens(clause)), frozenset(counts), whose))
    return found


def is_misplaced(said: str, places: Sequence[Home]) -> bool:
    """Whether a number stands without what it counts, or with the words of another number and none of its own.

    (政府网站236条，微信160条: 微信236条 is wrong, and so is 一共236条.)
    """
    context = ""
    for clause in clauses_of(said):
        context += clause
        if not (claimed := counted(clause)):
            continue
        if any(_is_away(number, context, said, places) for number in claimed):
            return True
        context = ""
    return False


def _is_away(number: Number, context: str, said: str, places: Sequence[Home]) -> bool:
    own = [home for home in places if any(same(number, other) for other in home.numbers)]
    telling = [home.counts for home in own if home.counts]
    if telling and not any(_share(counts, said) >= COUNTED_FOR for counts in telling):
        return True
    words = set(tokens(context))
    here = {word for home in own for word in (*home.words, *(w for w in words if w in home.whose))}
    there = {word for home in places if home not in own for word in home.words}
    return bool(own) and bool(_wordy(words & (there - here))) and not _wordy(words & (here - there))


def _share(terms: frozenset[str], said: str) -> float:
    return sum(match(term, said) > PARTIAL for term in terms) / len(terms)


def has_subjects(said: str, known: str) -> bool:
    """Whether what a sentence counts is counted in what it rests on: every content word beside a figure, or a synonym."""
    beside = [clause for clause in clauses_of(said) if counted(clause)]
    terms = {t for clause in beside for t in longest(content_terms(clause)) if len(t) > 1 and not counted(t)}
    return all(match(term, known) >= PARTIAL for term in terms)


def _wordy(words: Iterable[str]) -> set[str]:
    return {word for word in words if len(word) > 1 and _CHINESE.search(word) and not counted(word)}


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


def overlap(said: str, known: str) -> float:
    """The share of a sentence's content words that what it rests on has; 1 where it has none."""
    words = {word for word in tokens(said) if len(word) > 1 or not _CHINESE.search(word)}
    return sum(word in known.lower() for word in words) / len(words) if words else 1.0
