"""Statements with their sources in, a numbered Answer out.

Whoever answers (figures, passages, contact data) makes a Draft of Statements, each with the Sources that
carry it; ``number`` turns sources into citations ``[n]`` in the order of their first use.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from assistant.schema import CellRef, Citation, Claim, Conflict, Figure, Item, Reason, Status
from index.schema import FactState, Place

COMPUTED = "computed"
"""The indicator of a figure that was computed from the cited ones: a sum, a difference, a share."""

_END = "。！？；.!?;"


@dataclass(frozen=True, slots=True)
class Source:
    """A verbatim place in a report that carries a statement; what Citation is before it has a number."""

    report: str
    issuer: str
    year: int
    section: str
    quote: str
    page: int | None = None
    cell: CellRef | None = None
    places: tuple[Place, ...] = ()

    def __hash__(self) -> int:
        """Report and quote tell most sources apart; the other fields would cost more than they spare."""
        return hash((self.report, self.quote))


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer. ``computed`` are the numbers in it that code computed from cited facts."""

    text: str
    sources: tuple[Source, ...] = ()
    computed: tuple[Decimal, ...] = ()
    line: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before its citations are numbered and verified: what cites names Sources.

    ``whole`` marks statements that answer only together (a ranking without its first line would mislead): where one
    of them cannot be verified, none is shown. ``corrected`` has notes of the plan that turned out otherwise, each with
    what is said in its place.
    """

    statements: tuple[Statement, ...]
    status: Status = Status.ANSWERED
    reason: Reason | None = None
    figures: tuple[Figure[Source], ...] = ()
    items: tuple[Item[Source], ...] = ()
    conflicts: tuple[Conflict[Source], ...] = ()
    options: tuple[str, ...] = ()
    whole: bool = False
    corrected: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Numbering:
    """Gives each source its number, the same source the same one."""

    numbers: dict[Source, int] = field(default_factory=dict)

    def marks(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of some sources in ascending order, new ones added at the end."""
        return tuple(sorted({self.numbers.setdefault(source, len(self.numbers) + 1) for source in sources}))

    def citations(self) -> tuple[Citation, ...]:
        """All citations so far."""
        return tuple(
            Citation(n, s.report, s.issuer, s.year, s.section, s.page, s.quote, s.cell, s.places)
            for s, n in self.numbers.items()
        )


def with_marks(text: str, marks: Sequence[int]) -> str:
    """A sentence with its ``[n]`` marks before the final punctuation."""
    tail = "".join(f"[{n}]" for n in marks)
    if text and text[-1] in _END:
        return text[:-1] + tail + text[-1]
    return text + tail


def number(draft: Draft, numbering: Numbering) -> tuple[str, tuple[Claim, ...]]:
    """The answer's text with marks, and its claims; statements with ``line`` begin a line of their own."""
    text, claims = "", []
    for statement in draft.statements:
        marks = numbering.marks(statement.sources)
        text += ("\n" if statement.line and text else "") + with_marks(statement.text, marks)
        claims.append(Claim(statement.text, marks))
    return text, tuple(claims)


def numbered_figures(draft: Draft, numbering: Numbering) -> tuple[Figure, ...]:
    """The draft's figures with citation numbers, then the numbers that were computed from them."""
    looked_up = tuple(
        Figure(
            f.issuer,
            f.year,
            f.indicator,
            f.column,
            f.scope,
            f.value,
            f.unit,
            f.state,
            numbering.marks(f.citations),
        )
        for f in draft.figures
    )
    return looked_up + tuple(
        Figure("", None, COMPUTED, "", "", value, "", FactState.NUMBER, numbering.marks(s.sources))
        for s in draft.statements
        for value in s.computed
    )


def numbered_items(draft: Draft, numbering: Numbering) -> tuple[Item, ...]:
    """The draft's items with citation numbers."""
    return tuple(Item(i.issuer, i.year, numbering.marks(i.citations)) for i in draft.items)


def numbered_conflicts(draft: Draft, numbering: Numbering) -> tuple[Conflict, ...]:
    """The draft's conflicts with citation numbers."""
    return tuple(
        Conflict(c.issuer, c.year, c.indicator, c.values, numbering.marks(c.citations))
        for c in draft.conflicts
    )
