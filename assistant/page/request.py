"""What the browser sends, read without trust: whatever has the wrong type or size is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.answer import Filters

LONGEST = 500
"""Characters of a question; the page's own field allows no more."""
_MOST = 1000
"""Bodies or years that a filter may name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question from the page: ``turn`` counts the conversation's questions from 1, a retry keeps its number."""

    turn: int
    question: str
    filters: Filters


@dataclass(frozen=True, slots=True)
class Voted:
    """A verdict from the page: whether the answer of a ``turn`` helped."""

    turn: int
    helped: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """The figures that the page asks to see: an indicator's id, a statutory column, and the reader's filters.

    ``""`` is what the page leaves to us: the indicator that most ask for, the column that a bare question means.
    """

    indicator: str = ""
    column: str = ""
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True)
class Pointed:
    """The place that a ``[n]`` mark or a report in the list points to; ``""`` is what it does not name."""

    report: str
    section: str = ""
    quote: str = ""
    row: str = ""
    column: str = ""
    boxes: tuple[tuple[float, ...], ...] = ()


def asked(data: object) -> Asked:
    """The question that the page sent; an empty question where it sent none."""
    fields = _fields(data)
    turn = fields.get("turn")
    return Asked(
        turn if isinstance(turn, int) else 0,
        _text(fields, "question").strip()[:LONGEST],
        _filters(fields),
    )


def voted(data: object) -> Voted:
    """The verdict that the page sent; turn 0, which no conversation has, where it sent none."""
    fields = _fields(data)
    turn, helped = fields.get("turn"), fields.get("helped")
    if isinstance(turn, int) and isinstance(helped, bool):
        return Voted(turn, helped)
    return Voted(0, helped=False)


def looked(data: object) -> Looked:
    """The figures that the page asks to see."""
    fields = _fields(data)
    return Looked(_text(fields, "indicator"), _text(fields, "column"), _filters(fields))


def query(parameters: Sequence[tuple[str, str]]) -> Looked:
    """The same from the parameters of an address, where ``issuer`` and ``year`` may come several times."""
    named: dict[str, list[str]] = {}
    for name, value in parameters[:_MOST]:
        named.setdefault(name, []).append(value)
    years = tuple(int(year) for year in named.get("year", ()) if year.isascii() and year.isdigit())
    filters = Filters(tuple(named.get("issuer", ())), years)
    return Looked(named.get("indicator", [""])[0], named.get("column", [""])[0], filters)


def pointed(data: object) -> Pointed:
    """The place that the page asks to see."""
    fields = _fields(data)
    return Pointed(
        report=_text(fields, "report"),
        section=_text(fields, "section"),
        quote=_text(fields, "quote"),
        row=_text(fields, "row"),
        column=_text(fields, "column"),
        boxes=_boxes(fields),
    )


def _boxes(fields: Mapping[str, object]) -> tuple[tuple[float, ...], ...]:
    return tuple(
        tuple(box)
        for box in _list(fields, "boxes")
        if isinstance(box, list) and all(isinstance(number, int | float) for number in box)
    )


def _filters(fields: Mapping[str, object]) -> Filters:
    issuers = tuple(name for name in _list(fields, "issuers") if isinstance(name, str))
    return Filters(issuers, tuple(year for year in _list(fields, "years") if isinstance(year, int)))


def _fields(data: object) -> Mapping[str, object]:
    return data if isinstance(data, dict) else {}


def _text(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def _list(fields: Mapping[str, object], name: str) -> list[object]:
    value = fields.get(name)
    return value[:_MOST] if isinstance(value, list) else []
