"""Which body a question is about that names none, but a thing or place that only one body's reports speak of (柳坝片区)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.compose import Draft
from assistant.passages import contacts
from assistant.planning import scopes
from assistant.planning.directory import Body, Directory, Head, directory, stem
from assistant.planning.nearest import listed_years
from assistant.planning.query import Plan, Refusal, Target, Wanted
from assistant.planning.topics import read_topic
from assistant.schema import Reason, Status
from index.language.text import squeeze
from index.language.words import part_of_speech, question_tokens
from index.storage.heads import ReportHead
from index.store import Store

SHORTEST = 3
"""Characters of a piece of a question that tells whom it is about."""
SURE = 4
"""Characters of a piece that several bodies may have by more than chance; a shorter one must stand in the answer."""
MOST = 5
"""How many bodies are offered where several speak of the thing; of more, it is a common word."""

_LONGEST = 12
_CHUNKS = 60
"""How many chunks the word search puts forward; no more are read, however large the collection."""
_NO_PUBLISHER = re.compile("(?:片区|园区|校区|小区|社区|小学|中学|幼儿园|医院|公园|[路河涌村])$")
"""Ends of names of places and institutions, which are none of the administrative organs that article 49 of the Regulations on
Open Government Information (2019) asks for a report."""
_WISHES = re.compile(
    "推荐|附近|周边|好用|值得买|(?:哪|一)[家款部]|帮我|摇号|车牌|做法|怎么(?:做|走|去|买|玩|吃|煮)"
)
"""Words of who wants advice, which no report gives."""
_BREAKS = re.compile(
    r"[^一-鿿]+年?|[今去前上当本]年|为什么|为何|什么|多少|怎么|怎样|如何|有没有|是不是|哪|几|谁|啥|吗|呢|吧|的|了|被|是|那个|这个"
)

_OPEN = (Wanted.TEXT, Wanted.ENUMERATION, Wanted.NAME, Wanted.YES_NO)
"""What an answer of no particular kind is wanted for."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A piece of a question as reports have it, and the reports that do, newest first, by the full name of their body."""

    piece: str
    heads: Mapping[str, tuple[ReportHead, ...]]

    @property
    def settles(self) -> bool:
        """Whether it tells whom the question is about: one body, or by a sure piece a few to choose from."""
        return len(self.heads) <= (MOST if len(self.piece) >= SURE else 1)


def refused(question: str, plan: Plan) -> Refusal | None:
    """The refusal of a plan that names no body and may be about something that a report speaks of; else ``None``."""
    if plan.targets or plan.options or len(plan.missing) != 1 or scopes.gives_orders(question):
        return None
    asked, said = squeeze(plan.question), plan.missing[0]
    off = scopes.greets(asked) or scopes.is_elsewhere(asked) or scopes.asks_the_law(asked)
    if off or _WISHES.search(asked) or contacts.SIGNING.search(asked) or read_topic(asked, ()).indicators:
        return None
    place = said.reason is Reason.NO_SUCH_ISSUER and _NO_PUBLISHER.search(said.subject)
    return said if place or said.reason is Reason.OUT_OF_SCOPE else None


def find(store: Store, said: Refusal, question: str, heads: Sequence[ReportHead]) -> Spoken | None:
    """Who speaks of the longest telling piece of a question, for an unknown place of that place; ``None`` for nobody.

    Where the place begins with a body's name (青禾 of 青禾镇), only that body's reports count.
    """
    if said.reason is not Reason.NO_SUCH_ISSUER:
        return _longest(store, squeeze(question), heads)
    own, core = _within(said.subject, directory(heads))
    among = [head for head in heads if not own or head.issuer.name == own]
    return _holders(store, core, among) if len(core) >= SHORTEST else None


def _within(name: str, book: Directory) -> tuple[str, str]:
    """The body whose name or bare name a place's name begins with, ``""`` for none, and the place's own name."""
    for body in book.bodies:
        for form in (body.issuer.short, stem(body.issuer.short)):
            if len(form) > 1 and name.startswith(form) and len(name) - len(form) >= SHORTEST:
                return body.issuer.name, name.removeprefix(form)
    return "", name


def _longest(store: Store, text: str, heads: Sequence[ReportHead]) -> Spoken | None:
    """The longest piece that any report has; ``None`` also where two equally long ones point to different bodies."""
    texts = [told for _, told in _near(store, text, heads)]
    found: list[str] = []
    for piece in _pieces(text):
        if found and len(piece) < len(found[0]):
            break
        if any(piece in whole for whole in texts):
            found.append(piece)
    spoken = [held for piece in found if (held := _holders(store, piece, heads))]
    fewest = min(spoken, key=lambda held: len(held.heads), default=None)
    same = {tuple(held.heads) for held in spoken if fewest and len(held.heads) == len(fewest.heads)}
    return fewest if len(same) == 1 else None


def _pieces(text: str) -> list[str]:
    """What may name a thing in a question, longest first: no words of asking, of the domain, or of the dictionary."""
    runs = [run for run in _BREAKS.split(text) if len(run) >= SHORTEST]
    every = (
        run[at : at + size]
        for size in range(_LONGEST, SHORTEST - 1, -1)
        for run in runs
        for at in range(len(run) - size + 1)
    )
    return [piece for piece in every if not (scopes.is_domain(piece) or part_of_speech(piece))]


def _near(store: Store, text: str, heads: Sequence[ReportHead]) -> list[tuple[str, str]]:
    """The best chunks for some words: the name of the report and the squeezed text of each."""
    weights = dict.fromkeys(question_tokens(text), 1.0)
    keys = store.lexical(weights, [head.name for head in heads], _CHUNKS)
    return [(chunk.report, squeeze(chunk.text)) for chunk in store.chunks_by_key(list(keys)).values()]


def _holders(store: Store, piece: str, heads: Sequence[ReportHead]) -> Spoken | None:
    """The reports that have a piece word for word."""
    near = {name for name, told in _near(store, piece, heads) if piece in told}
    having: dict[str, tuple[ReportHead, ...]] = {}
    for head in sorted((h for h in heads if h.name in near), key=lambda h: -h.year):
        having[head.issuer.name] = (*having.get(head.issuer.name, ()), head)
    return Spoken(piece, having) if having else None


def bodies(spoken: Spoken, catalogue: Sequence[Head]) -> list[Body]:
    """The bodies that speak of the thing, in the order of the catalogue."""
    return [body for body in directory(catalogue).bodies if body.issuer.name in spoken.heads]


def note(spoken: Spoken, body: Body, targets: Sequence[Target]) -> str:
    """What the reader is told of whose report answers and why."""
    return f"按提到“{spoken.piece}”的{body.issuer.short}{listed_years([t.year for t in targets])}年报回答"


def holds(draft: Draft, plan: Plan, piece: str) -> bool:
    """Whether a draft is an answer from sentences that speak of the thing: by its name, or by other words of the question.

    A short name may occur by chance, and of an open question no kind of answer tells chance apart: then other words must.
    """
    if draft.status is not Status.ANSWERED or draft.figures:
        return False
    quotes = squeeze("".join(source.quote for said in draft.statements for source in said.sources))
    rest = _BREAKS.sub(" ", squeeze(plan.question)).replace(piece, " ")
    beside = any(" " not in rest[at : at + 2] and rest[at : at + 2] in quotes for at in range(len(rest) - 1))
    if len(piece) < SURE:
        return beside and piece in quotes
    return beside or (piece in quotes and plan.wanted not in _OPEN)
