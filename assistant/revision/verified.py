"""What a model wrote, held against the figures and points that it was given.

A number, name, quotation or negation that they do not have makes a passage unusable. A clause whose words they do not have
is a claim that nobody made: the sentence is marked 【待核实】 for the official, never smoothed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.compose import Statement
from assistant.drafting.nouns import TO_CONFIRM
from assistant.model.amounts import has_numbers
from assistant.model.faithful import WORDS, Fault, faults, overlap
from assistant.model.writer import cleaned
from assistant.passages.polarity import clauses_of
from assistant.planning.directory import directory
from index.language.numerals import COUNTED, numbers
from index.language.sentences import sentences
from index.language.text import squeeze_numbers
from index.language.words import tokens

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_LEAST_WORDS = 2
"""Content words from which a clause claims something of its own."""

_REASONS = {
    Fault.EMPTY: "没有内容",
    Fault.NUMBER: "有填报数据和要点中没有的数字",
    Fault.MISPLACED: "数字说的不是原来的事",
    Fault.BODY: "有原文没有的机关名称",
    Fault.YEAR: "有原文没有的年份",
    Fault.NEGATION: "意思与原文相反",
    Fault.QUOTED: "有原文没有的引语或日期",
}
"""Why a passage is not used; words alone are no reason, they are marked."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The passage as it may be used, with its marks; ``""`` with the reason where it may not."""

    text: str
    reason: str = ""


def verified(written: str, grounds: Sequence[str], *, kept: str = "", claims: bool = False) -> Verdict:
    """Judge a passage that a model wrote from ``grounds``, sentence by sentence.

    All numbers of ``kept`` must stand in it. With ``claims`` every sentence is a new claim and marked as one.
    """
    known = [Statement(ground) for ground in grounds if ground]
    found = []
    for span in sentences(written.replace(TO_CONFIRM, "")):
        sentence = cleaned(span.text)
        if sentence is None:
            continue
        text = sentence.text if span.text[-1:] != "；" else f"{sentence.text.rstrip('。；')}；"
        wrong = [_REASONS[fault] for fault in faults(text, known, directory(())) if fault in _REASONS]
        if not wrong and not stay_home(squeeze_numbers(text), squeeze_numbers("。".join(grounds))):
            wrong = [_REASONS[Fault.MISPLACED]]
        if wrong:
            return Verdict("", wrong[0])
        found.append(_marked(text) if claims or not is_grounded(text, grounds) else text)
    whole = "".join(found)
    if not whole:
        return Verdict("", _REASONS[Fault.EMPTY])
    if kept and not has_numbers(squeeze_numbers(kept), squeeze_numbers(whole)):
        return Verdict("", "漏掉了原文的数字")
    return Verdict(whole)


def is_grounded(text: str, grounds: Sequence[str]) -> bool:
    """Whether every clause has its words from the grounds; one with few words of its own claims nothing."""
    known = squeeze_numbers("\n".join(grounds))
    return all(
        len([word for word in tokens(clause) if len(word) > 1]) < _LEAST_WORDS
        or overlap(squeeze_numbers(clause), known) >= WORDS
        for clause in clauses_of(text)
    )


def _marked(text: str) -> str:
    end = text[-1:] if text[-1:] in "。；！？" else ""
    return f"{text.removesuffix(end)}{TO_CONFIRM}{end}"


def keeps_figures(written: str, base: str) -> bool:
    """Whether a paragraph of figures has the digits of ``base``, all of them and no other, and no count in words of its own.

    Then its figures can be exchanged when those of the draft change (polishing.refilled).
    """
    digits = set(_DIGITS.findall(written)) == set(_DIGITS.findall(base))
    return digits and _in_words(written) <= _in_words(base) and stay_home(written, base)


def stay_home(written: str, base: str) -> bool:
    """Whether every figure stands behind the words of ``base`` that are most like its own: 自然人10件 is not 自然人2件."""
    homes = list(_labelled(base))
    return all(_is_home(label, figure, homes) for label, figure in _labelled(written))


def _is_home(label: frozenset[str], figure: str, homes: Sequence[tuple[frozenset[str], str]]) -> bool:
    best = max((_likeness(label, other) for other, _ in homes), default=0.0)
    return best > 0 and any(figure == held and _likeness(label, other) == best for other, held in homes)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _labelled(text: str) -> Iterator[tuple[frozenset[str], str]]:
    """Each figure with the pairs of characters before it, back to the mark or figure before; years and the like left out."""
    start = 0
    for number in numbers(text):
        if number.kind in COUNTED:
            label = re.split("[，。；：、（）]", text[start : number.start])[-1]
            yield frozenset(map("".join, pairwise(label))), number.printed
        start = number.end


def _in_words(text: str) -> set[str]:
    """The counts that are written in Chinese numerals."""
    return {n.printed for n in numbers(text) if n.kind in COUNTED and not _DIGITS.search(n.printed)}
