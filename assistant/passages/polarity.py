"""What a text affirms and what it denies: the negations of Chinese official prose, and what is still wanting."""

from __future__ import annotations

import re

from index.language.words import tokens

_REACH = 8
"""Characters after a word of negation that it negates, within its clause."""

_CLAUSE = re.compile(r"[^，,；;。！!？?：:\n“”（）()]+")
NEGATION = re.compile(
    r"未(?!来)|没有|没(?![收])|无(?!论|障碍|偿|缝|正当|理|线|人机|锡|为)|不存在|不(?!断|仅|同|但|只|动产|予|少|得|含|包括|包含)|尚缺|缺乏|缺少"
)
_WANTING = re.compile(r"有待|亟待|尚待|亟需|还需|仍需|需要|需(?!求)")
_AFFIRMED = re.compile(r"(?:^|[，,。])即?有(?:[，,。]|$)")
_ZERO = re.compile(r"(?<![\d.])[0零]\s*[件条次起宗人元个份]")
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def clauses_of(text: str) -> list[str]:
    """A text between its punctuation marks."""
    return _CLAUSE.findall(text)


def contradicts(said: str, known: str) -> bool:
    """Whether the sentence denies what its sources only affirm, or affirms what they only deny."""
    if _AFFIRMED.search(said) and _ZERO.search(said):
        return True
    claimed, printed = polarity(said, zero={True, False}), polarity(known, zero={False})
    shared = [word for word in claimed if word in printed]
    return any(not claimed[word] & printed[word] for word in shared)


def polarity(text: str, zero: set[bool]) -> dict[str, set[bool]]:
    """Each content word of two characters or more with whether it stands affirmed, denied or both.

    ``zero`` is what a clause with a count of nothing, and what is still wanting (有待提升), makes of its words: a source
    denies them, a sentence's own are left to the other checks.
    """
    found: dict[str, set[bool]] = {}
    for clause in clauses_of(text):
        marks = [m.end() for m in NEGATION.finditer(clause)]
        wants = [m.end() for m in _WANTING.finditer(clause)]
        none = bool(_ZERO.search(clause))
        for word in set(tokens(clause)):
            if len(word) < 2 or not _CHINESE.search(word) or NEGATION.search(word):
                continue
            for place in re.finditer(re.escape(word), clause.lower()):
                denied = any(0 <= place.start() - mark <= _REACH for mark in marks)
                wanting = none or any(0 <= place.start() - mark <= _REACH for mark in wants)
                found.setdefault(word, set()).update(zero if wanting else {not denied})
    return found
