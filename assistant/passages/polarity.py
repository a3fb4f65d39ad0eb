"""What a text affirms and what it denies: the negations of Chinese official prose, and what is still wanting."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from index.language.words import tokens

_REACH = 8
"""Characters after a word of negation that it negates, within its clause."""
_HAPPENS = re.compile("(?:有|过)?(?:收到|接到|受理|发生|收取|产生|出现|提起)")
"""What is denied of these is their object, at the end of the clause: 没有收到过关于信息公开的举报投诉."""

_CLAUSE = re.compile(r"[^，,；;。！!？?：:\n“”（）()·|\t]+")
NEGATION = re.compile(
    r"未(?!来)|没有|没(?![收])|无(?!论|障碍|偿|缝|正当|理|线|人机|锡|为)|不存在|不(?!断|仅|同|但|只|动产|予|给(?:予|公开|提供)|少|得|含|包括|包含)|尚缺|缺乏|缺少"
)
_WANTING = re.compile(r"有待|亟待|尚待|亟需|还需|仍需|需要|需(?!求)")
_AFFIRMED = re.compile(r"(?:^|[，,。])即?有(?:[，,。]|$)")
_FIELD = re.compile("(?:政府)?信息公开|政务公开")
_ZERO = re.compile(r"(?<![\d.])[0零]\s*[件条次起宗人元个份]")
_TWICE = re.compile(
    r"(?:没有?|未|无)(?:没有?|未)|(?:未|没有)[^，,；;。：:]{0,12}(?<![\d.])[0零]\s*[件条次起宗人元个份]"
)
"""Denies what is none: 没有未收到, 未收到0件."""
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def clauses_of(text: str) -> list[str]:
    """A text between its punctuation marks."""
    return _CLAUSE.findall(text)


def contradicts(said: str, known: str, names: str = "", none: AbstractSet[bool] = frozenset({False})) -> bool:
    """Whether the sentence denies what its sources only affirm, or affirms what they only deny.

    ``names`` are those of the bodies, whose words are neither; nor are those of the field (信息公开, and not 公开信息).
    ``none`` is what a count of nothing makes of its words in the sources.
    """
    if (_AFFIRMED.search(said) and _ZERO.search(said)) or (_TWICE.search(said) and not _TWICE.search(known)):
        return True
    claimed, printed = polarity(said, zero={True, False}), polarity(known, zero=none)
    shared = [word for word in claimed if word in printed and word not in names]
    return any(not claimed[word] & printed[word] for word in shared)


def polarity(text: str, zero: AbstractSet[bool]) -> dict[str, set[bool]]:
    """Each content word of two characters or more with whether it stands affirmed, denied or both.

    ``zero`` is what a clause with a count of nothing, and what is still wanting (有待提升), makes of its words: a source
    denies them, a sentence's own are left to the other checks.
    """
    found: dict[str, set[bool]] = {}
    for clause in clauses_of(_FIELD.sub("", text)):
        marks = [(m.end(), _reach(clause, m.end())) for m in NEGATION.finditer(clause)]
        wants = [m.end() for m in _WANTING.finditer(clause)]
        none = bool(_ZERO.search(clause))
        for word in set(tokens(clause)):
            if len(word) < 2 or not _CHINESE.search(word) or NEGATION.search(word):
                continue
            for place in re.finditer(re.escape(word), clause.lower()):
                denied = any(0 <= place.start() - mark <= reach for mark, reach in marks)
                wanting = none or any(0 <= place.start() - mark <= _REACH for mark in wants)
                found.setdefault(word, set()).update(zero if wanting else {not denied})
    return found


def _reach(clause: str, mark: int) -> int:
    return len(clause) if _HAPPENS.match(clause, mark) else _REACH
