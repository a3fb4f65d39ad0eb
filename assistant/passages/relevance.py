"""How well a piece of a report speaks of what is asked: content words, their synonyms, and how rare they are."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from index.indicators import indicators
from index.language.words import is_known, is_noun, part_of_speech
from index.tomlfiles import read_toml

_NUMBERING = re.compile(r"^(?:其中：|[一二三四五六七八九]、|（[一二三四五六七八九]）|\d\.)")
_EMPTY = frozenset("的了是在有得不没里上下个一")
"""Characters that stand in any sentence."""
PARTIAL = 0.6
"""What the characters of a term count when the term itself does not occur."""

_SINGLE = 0.5
"""What a single character is worth against a word: it says less of what is asked."""

GUESSED = 0.9
"""What the longest piece of a term counts where the term itself was cut by guess (抖音发)."""


@cache
def groups() -> tuple[frozenset[str], ...]:
    """The synonym groups."""
    return tuple(frozenset(group) for group in read_toml("synonyms.toml")["groups"])


@cache
def hollow() -> frozenset[str]:
    """The words that only ask or fill."""
    return frozenset(read_toml("synonyms.toml")["hollow"])


def is_generic(noun: str) -> bool:
    """Whether a noun goes with any figure and so narrows none (案件, 人数, 理由)."""
    return noun in read_toml("synonyms.toml")["generic"]


def is_act(verb: str) -> bool:
    """Whether a verb goes with any figure of what was done and so narrows none (召开, 举办, 发布)."""
    return verb in read_toml("synonyms.toml")["acts"]


def is_thing(word: str) -> bool:
    """Whether a word names something, as nouns and nouns made of verbs do (广播, 采购)."""
    return is_noun(word) or (part_of_speech(word) == "vn" and not is_act(word))


def carries(term: str) -> bool:
    """Whether a word of a question can be expected in the passage that answers."""
    return term not in hollow() and term[0] not in "几哪怎什啥" and "多少" not in term


@cache
def indicator_words() -> tuple[frozenset[str], ...]:
    """What each indicator is called: its name, citizens' words and statutory labels without their numbering."""
    return tuple(
        frozenset({i.name, *i.words, *(_NUMBERING.sub("", label) for label in i.labels.values())})
        for i in indicators().values()
    )


@cache
def variants(term: str) -> tuple[str, ...]:
    """A term and the words that stand for it; what a single character stands for need not mean the same (查: 检查, 查阅)."""
    shared = (group for group in groups() if len(term) == 1 or all(len(word) > 1 for word in group))
    known = (*shared, *indicator_words())
    return (term, *sorted({word for group in known if term in group for word in group} - {term}))


def bigrams(term: str) -> list[str]:
    """The overlapping pairs of characters of a term."""
    return [term[i : i + 2] for i in range(len(term) - 1)]


def match(term: str, text: str) -> float:
    """1 where a squeezed text has the term, nearly 1 for a synonym, less for parts of a long term, else 0.

    A single character stands in many words; one that stands for a word is matched by that alone (谁来审 by 审核).
    """
    if term in text and (len(term) > 1 or len(variants(term)) == 1):
        return 1.0
    if any(len(word) > 1 and word in text for word in variants(term)):
        return 0.9
    if len(term) < 3:
        return 0.0
    pairs = bigrams(term)
    parts = PARTIAL * sum(pair in text for pair in pairs) / len(pairs)
    return parts if is_known(term) else max(parts, GUESSED * longest_part(term, text) / len(term))


def longest_part(term: str, text: str) -> int:
    """The length of the longest piece of a term, of two characters or more, that a text has; 0 for none."""
    sizes = range(len(term) - 1, 1, -1)
    return next((n for n in sizes if any(term[i : i + n] in text for i in range(len(term) - n + 1))), 0)


@dataclass(frozen=True, slots=True)
class Weights:
    """What each term of a question is worth in the texts at hand: rare ones more, absent ones most.

    ``by_char`` has the same for the characters of the terms, absent ones left out: 关了 shares one with 关停, 山里 with 山区.
    """

    by_term: dict[str, float]
    by_char: dict[str, float] = field(default_factory=dict)

    @classmethod
    def over(cls, terms: Sequence[str], texts: Sequence[str]) -> Weights:
        """Weights of terms over squeezed texts (the sentences of the reports asked about).

        A term that no text has weighs as much as the rarest that one has: it may be a citizen's word for something.
        """
        count = len(texts)
        seen = {term: sum(match(term, text) >= PARTIAL for text in texts) for term in terms}
        weights = {term: max(math.log((count + 1) / (n + 0.5)), 0.1) for term, n in seen.items()}
        most = max((weights[term] for term, n in seen.items() if n), default=math.inf)
        weights = {term: weight * (_SINGLE if len(term) == 1 else 1) for term, weight in weights.items()}
        return cls({term: min(weight, most) for term, weight in weights.items()}, _by_char(terms, texts))

    def shared(self, text: str) -> float:
        """The weighted share of the terms' characters that a text has, 0 to 1; it ranks, and proves nothing."""
        total = sum(self.by_char.values())
        return sum(weight for char, weight in self.by_char.items() if char in text) / total if total else 0.0

    def coverage(self, text: str, around: str = "", discount: float = 0.7) -> float:
        """The weighted share of the terms that a text covers, 0 to 1; ``around`` counts at a discount."""
        total = sum(self.by_term.values())
        if not total:
            return 0.0
        covered = sum(
            weight * max(match(term, text), discount * match(term, around))
            for term, weight in self.by_term.items()
        )
        return covered / total


def _by_char(terms: Sequence[str], texts: Sequence[str]) -> dict[str, float]:
    """What the characters of terms are worth, by how few of the texts have them."""
    found: dict[str, float] = {}
    for char in dict.fromkeys("".join(terms)):
        n = sum(char in text for text in texts)
        if n and char not in _EMPTY:
            found[char] = max(math.log((len(texts) + 1) / (n + 0.5)), 0.1)
    return found


def longest(terms: Iterable[str]) -> tuple[str, ...]:
    """The terms that are no part of another one; of single characters those that stand for a word, all where there is no other."""
    every = tuple(dict.fromkeys(terms))
    telling = tuple(term for term in every if carries(term))
    distinct = tuple(term for term in telling if len(term) > 1 or len(variants(term)) > 1) or telling
    return tuple(t for t in distinct if not any(t != other and t in other for other in distinct))


_FUNDS_OF_DISCLOSURE = re.compile("公开[^，。；]{0,12}经费|经费[^，。；]{0,12}公开")


def speaks_of_funds(text: str, question: str) -> bool:
    """Whether a passage may answer what disclosing cost the body: a sum paid out or invested (资金1.97亿元) is another matter.

    True for every other question.
    """
    return "经费" in text or not _FUNDS_OF_DISCLOSURE.search(question)
