"""A question that asks for several kinds of thing, taken apart: 比较两镇的申请数，并说明原因 is a comparison and a 为什么.

Several figures side by side stay one question (parts.py), so do several contact data (Plan.also).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.planning.bodies import find_bodies
from assistant.planning.directory import Directory
from assistant.planning.intent import asks_comparison, asks_yes_no, read_intent
from assistant.planning.query import Operation, Wanted
from assistant.planning.terms import content_terms
from assistant.planning.vocabulary import find_indicators
from assistant.planning.years import find_years
from index.language.text import squeeze

MOST = 5
"""Questions that one is taken apart into at most; more stay one question."""

_PIECE = re.compile(r"(?:“[^”]*”|《[^》]*》|[^，,；;。！!？?])+[，,；;。！!？?]*")
_STRONG = re.compile(r"[；;。！!？?]$")
_JOINT = re.compile(
    "^(?:(?:并且?|同时|另外|此外|还有|再|然后|接着|最后|顺便|以及|而且|首先|先|请|麻烦|帮我|给我|也)+|(?:我)?还?想(?:知道|了解|问))"
    "(?:请)?(?:告诉我|说明|解释|分析|说说|谈谈|讲讲|说)?(?:一?下)?"
)
_TELL = re.compile("说明|解释|分析|介绍|概括|总结|归纳|列出|列举|说说|谈谈|讲讲|描述")
_WHY = re.compile(
    "^(?:说明|解释|分析)?(?:一?下)?(?:其|它的|其中的?|这样的?|主要|产生|形成|造成|出现|差异|差别|差距|变化|[的之])*(?:原因|理由)(?:何在|在哪里?|是什么|有哪些)?$"
)
_NAMED_KINDS = frozenset({Wanted.PERSON, Wanted.DATE, Wanted.NAME, Wanted.OFFICE})
_CONTACT = frozenset(
    {Wanted.PHONE, Wanted.MOBILE, Wanted.EMAIL, Wanted.ADDRESS, Wanted.POSTCODE, Wanted.WEBSITE}
)
_OF_BEFORE = re.compile("都|分别|各(?!镇|县|区|市)|其中")
"""Begins what asks for more of the same: 都是谁交的."""
_WHY_SAID = "为什么"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of clauses that ask for one kind of thing, ``""`` where they ask for nothing; ``strong`` ends a sentence."""

    text: str
    kind: str
    strong: bool


def steps(question: str) -> tuple[str, ...]:
    """The questions that a question is made of, in order, each but the first in need of those before it; ``()`` for one."""
    pieces: list[_Piece] = []
    for match in _PIECE.finditer(question.strip()):
        piece = _piece(match[0])
        if pieces and _belongs(piece, pieces[-1]):
            kind = pieces[-1].kind or piece.kind
            pieces[-1] = _Piece(pieces[-1].text + match[0], kind, piece.strong)
        else:
            pieces.append(piece)
    asked = [piece for piece in pieces if piece.kind]
    if len(pieces) != len(asked) or not 1 < len(asked) <= MOST:
        return ()
    return (asked[0].text, *(bare(piece.text) for piece in asked[1:]))


def bare(text: str) -> str:
    """A step without what joins it to the one before; one that only asks for reasons as 为什么."""
    said = _JOINT.sub("", text.strip().rstrip("，,；;。！!"))
    return _WHY_SAID if _WHY.match(squeeze(said).rstrip("？?")) else said


def names_nothing(step: str, book: Directory) -> bool:
    """Whether a step names no body and no year of its own, and so is about those of the step before."""
    said = squeeze(step)
    return not find_bodies(said, book) and not find_years(said)


def _piece(text: str) -> _Piece:
    return _Piece(text, _kind(squeeze(text).rstrip("，,；;。！!")), bool(_STRONG.search(text)))


def _belongs(piece: _Piece, before: _Piece) -> bool:
    """Whether a piece is no question beside the one before: it asks nothing, the same again, or only more of it."""
    if not piece.kind or not before.kind:
        return True
    if piece.kind == before.kind:
        told = piece.kind == Wanted.TEXT.value
        return not (told and before.strong)
    said = _JOINT.sub("", squeeze(piece.text))
    if piece.kind == Wanted.REASON.value:
        return False
    same_figure = piece.kind == Wanted.NUMBER.value and not before.strong and not find_indicators(said)
    return same_figure or bool(_OF_BEFORE.match(said)) or not (before.strong or content_terms(said))


def _kind(text: str) -> str:
    """What kind of thing a clause asks for; ``""`` for nothing."""
    said = _JOINT.sub("", text)
    intent = read_intent(said)
    if intent.wanted in _CONTACT:
        return Wanted.PHONE.value
    if intent.wanted is Wanted.REASON or _WHY.match(said.rstrip("？?")):
        return Wanted.REASON.value
    if intent.wanted in _NAMED_KINDS:
        return intent.wanted.value
    figures = intent.operation not in (Operation.NARRATIVE, Operation.WHICH)
    if intent.figure or figures or (asks_comparison(said) and intent.wanted is not Wanted.ENUMERATION):
        return Wanted.NUMBER.value
    if asks_yes_no(said):
        return Wanted.YES_NO.value
    return Wanted.TEXT.value if intent.wanted is not Wanted.TEXT or _TELL.search(text) else ""
