"""The nouns of an answer: Citation, Claim, Figure, Conflict, Answer, and their JSON form (DESIGN, contracts)."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic

from typing_extensions import TypeVar

from index.schema import FactState, Hit, Place

Cited = TypeVar("Cited", default=int)
"""What a noun's citations are: numbers in an Answer, Sources in a draft that is not numbered yet."""


class Status(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    REFUSED = "refused"
    CLARIFY = "clarify"


class Reason(StrEnum):
    """Why a question was refused."""

    NO_SUCH_ISSUER = "no_such_issuer"
    NO_SUCH_YEAR = "no_such_year"
    NOT_STATED = "not_stated"
    BLANK = "blank"
    OUT_OF_SCOPE = "out_of_scope"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class CellRef:
    """Which cell of a table a citation points to: table name, statutory row and column."""

    table: str
    row: str
    column: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim stands: a verbatim quote in a section of a report. ``n`` is the mark ``[n]``."""

    n: int
    report: str
    issuer: str
    year: int
    section: str
    page: int | None
    quote: str
    cell: CellRef | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of the answer with the citations that carry it; ``supported`` is cite.py's verdict."""

    text: str
    citations: tuple[int, ...] = ()
    supported: bool = True


@dataclass(frozen=True, slots=True)
class Item(Generic[Cited]):
    """A body that a list, ranking or condition question names."""

    issuer: str
    year: int
    citations: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure(Generic[Cited]):
    """A figure that the answer uses, looked up or computed from cited facts."""

    issuer: str
    year: int | None
    indicator: str
    column: str
    scope: str
    value: Decimal | None
    unit: str
    state: FactState
    citations: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict(Generic[Cited]):
    """Two places of one report that disagree about one indicator."""

    issuer: str
    year: int
    indicator: str
    values: tuple[str, ...]
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Withheld:
    """A sentence that a language model wrote and that nobody is shown: ``why`` names what was wrong with it."""

    text: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What ``disclosure ask`` returns; ``text`` carries ``[n]`` marks, ``ms`` milliseconds by stage.

    ``filters`` and ``notes`` are shown as chips and remarks (what a slip of the keyboard was taken for). ``withheld`` is for
    measuring, never for readers.
    """

    question: str
    status: Status
    text: str
    reason: Reason | None = None
    options: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    hits: tuple[Hit, ...] = ()
    mode: str = "extractive"
    prompts: dict[str, str] = field(default_factory=dict)
    ms: dict[str, float] = field(default_factory=dict)
    filters: dict[str, list[str]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The document of the ``ask`` contract: plain JSON values only."""
        return {
            "question": self.question,
            "status": self.status.value,
            "reason": self.reason.value if self.reason else None,
            "answer": self.text,
            "options": list(self.options),
            "items": [
                {"issuer": item.issuer, "year": item.year, "citations": list(item.citations)}
                for item in self.items
            ],
            "claims": [
                {"text": claim.text, "citations": list(claim.citations), "supported": claim.supported}
                for claim in self.claims
            ],
            "citations": [citation_json(citation) for citation in self.citations],
            "figures": [figure_json(figure) for figure in self.figures],
            "conflicts": [
                {
                    "issuer": conflict.issuer,
                    "year": conflict.year,
                    "indicator": conflict.indicator,
                    "values": list(conflict.values),
                    "citations": list(conflict.citations),
                }
                for conflict in self.conflicts
            ],
            "hits": [hit_json(hit) for hit in self.hits],
            "mode": self.mode,
            "prompts": self.prompts,
            "ms": self.ms,
            "filters": self.filters,
            "notes": list(self.notes),
            "withheld": [{"text": entry.text, "why": list(entry.why)} for entry in self.withheld],
        }


def citation_json(citation: Citation) -> dict[str, Any]:
    """One entry of the contract's ``citations``; ``bbox`` is a list of boxes, null without pages."""
    cell = citation.cell
    return {
        "n": citation.n,
        "report": citation.report,
        "issuer": citation.issuer,
        "year": citation.year,
        "section": citation.section,
        "page": citation.page,
        "quote": citation.quote,
        "cell": {"table": cell.table, "row": cell.row, "column": cell.column} if cell else None,
        "bbox": [list(place) for place in citation.places] or None,
    }


def figure_json(figure: Figure) -> dict[str, Any]:
    """One entry of the contract's ``figures``; ``value`` is a decimal string or null."""
    return {
        "issuer": figure.issuer,
        "year": figure.year,
        "indicator": figure.indicator,
        "column": figure.column,
        "scope": figure.scope,
        "value": None if figure.value is None else format(figure.value, "f"),
        "unit": figure.unit,
        "state": figure.state.value,
        "citations": list(figure.citations),
    }


def hit_json(hit: Hit) -> dict[str, Any]:
    """One entry of the contract's ``hits``."""
    return {
        "rank": hit.rank,
        "report": hit.chunk.report,
        "section": hit.chunk.section,
        "page": hit.chunk.page,
        "text": hit.chunk.text,
        "score": round(hit.score, 4),
    }
