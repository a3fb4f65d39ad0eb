"""Does each number of a sentence count what it counts in its source? 微信236条 is wrong where the website has the 236."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.model.amounts import LAST_YEAR, counted, same
from assistant.model.evidence import Evidence, texts
from assistant.model.sums import without_sums
from assistant.passages.polarity import NEGATION, clauses_of
from assistant.passages.relevance import PARTIAL, longest, match
from assistant.planning.terms import content_terms
from index.language.numerals import Kind, Number
from index.language.text import squeeze_numbers
from index.language.words import tokens

COUNTED_FOR = 0.5
"""The share of the words that say what a figure counts which a sentence with the figure must have."""

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_PARTS = re.compile(r"[^，,；;。！!？?：:\n]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d年?")
_PART = re.compile("占(?![地用])")


@dataclass(frozen=True, slots=True)
class Home:
    """A clause with figures: its words, and of them those that say what is counted; ``whose`` the body of a quote.

    ``literal`` where ``counts`` are what the question calls the figure, ``alone`` where that is one body's of one year, and
    no other's.
    """

    numbers: tuple[Number, ...]
    words: frozenset[str]
    counts: frozenset[str]
    whose: str = ""
    alone: bool = False
    literal: bool = False


def homes(evidence: Evidence) -> list[Home]:
    """The clauses with figures in statements and their quotes, and what the question calls a figure that answers it."""
    found: list[Home] = []
    for text, whose in texts(evidence.grounds):
        for clause in _clauses(squeeze_numbers(text), evidence):
            if here := counted(clause):
                counts = frozenset(_counted_words(clause, evidence.issuers))
                found.append(Home(tuple(here), frozenset(tokens(clause)), counts, whose))
    called, given = evidence.called, squeeze_numbers("\n".join(ground.text for ground in evidence.grounds))
    if answering := [number for number in counted(given) if number.value in called.values]:
        words = frozenset(longest(called.terms))
        found.append(Home(tuple(answering), frozenset(), words, alone=called.alone, literal=True))
    return found


def _clauses(text: str, evidence: Evidence) -> list[str]:
    """Clauses; what the rules say themselves has in brackets which part of a figure it is (规范性文件（本年废止件数）为489件)."""
    own = "“" not in text and any(text == squeeze_numbers(ground.text) for ground in evidence.grounds)
    return _PARTS.findall(without_sums(text, evidence.grounds)) if own else clauses_of(text)


def _counted_words(clause: str, names: str) -> Iterator[str]:
    return (t for t in content_terms(clause) if len(t) > 1 and t not in names and not counted(t))


def is_misplaced(said: str, evidence: Evidence) -> bool:
    """Whether a number stands without what it counts, or with the words of another number and none of its own.

    (政府网站236条，微信160条: 微信236条 is wrong, and so is 一共236条.) What something is a part of is not the part: 占351件 says
    nothing without the share. A denial of what is none in number is the figure 0.
    """
    if _is_repeated(without_sums(said, evidence.grounds), evidence):
        return True
    places, context = homes(evidence), ""
    for clause in clauses_of(without_sums(said, evidence.grounds)):
        context += clause
        claimed = counted(clause)
        if claimed and _PART.search(clause) and not any(number.kind is Kind.PERCENT for number in claimed):
            return True
        if any(_is_away(number, context, said, places) for number in claimed):
            return True
        if not claimed and _denies_another(clause, said, places, evidence):
            return True
        context = "" if claimed else context
    return False


def _is_repeated(said: str, evidence: Evidence) -> bool:
    """Whether one figure is given more than once though the statements give it less often (119期，其中28期 as 28期，其中28期)."""
    texts = "\n".join(without_sums(squeeze_numbers(g.text), evidence.grounds) for g in evidence.grounds)
    claimed, given = (Counter((n.value, n.unit) for n in counted(text)) for text in (said, texts))
    return any(times > 1 and times > given[number] for number, times in claimed.items())


def _denies_another(clause: str, said: str, places: Sequence[Home], evidence: Evidence) -> bool:
    """Whether a clause denies something else than what the figure that was looked up is none of."""
    if evidence.called.values != {Decimal(0)} or not NEGATION.search(clause):
        return False
    none = [home for home in places if home.counts and any(number.floor == 0 for number in home.numbers)]
    return bool(none) and not any(_is_told(home, said) for home in none)


def _is_away(number: Number, context: str, said: str, places: Sequence[Home]) -> bool:
    own = [home for home in places if any(same(number, other) for other in home.numbers)]
    if not own and any(home.alone for home in places):
        return True
    telling = [home for home in own if home.counts]
    told = [home for home in telling if _is_told(home, said)]
    if telling and not told:
        return True
    if any(home.alone for home in told):
        return False
    words = set(tokens(context))
    here = {word for home in own for word in (*home.words, *(w for w in words if w in home.whose))}
    there = {word for home in places if home not in own for word in home.words}
    return bool(own) and bool(_wordy(words & (there - here))) and not _wordy(words & (here - there))


def _is_told(home: Home, said: str) -> bool:
    """Whether a sentence has enough of the words that say what a figure counts; of the question's own words, all."""
    if home.literal:
        return all(term in said for term in home.counts)
    return sum(match(term, said) > PARTIAL for term in home.counts) >= COUNTED_FOR * len(home.counts)


def has_subjects(said: str, evidence: Evidence) -> bool:
    """Whether what a sentence counts is counted in what it rests on: every content word beside a figure, or a synonym."""
    bare = LAST_YEAR.sub("上年", said)
    beside = [_YEAR.sub("，", part) for part in _PARTS.findall(bare) if counted(part)]
    terms = {t for part in beside for t in longest(content_terms(part)) if len(t) > 1 and not counted(t)}
    return all(match(term, evidence.subjects) >= PARTIAL for term in terms)


def _wordy(words: Iterable[str]) -> set[str]:
    return {word for word in words if len(word) > 1 and _CHINESE.search(word) and not counted(word)}
