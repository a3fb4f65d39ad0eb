"""The nouns of drafting: Sentence, Paragraph, Part, Slot, Identity, Draft, and their JSON form (DESIGN, contracts)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from index.schema import Generation, Issuer

UNFILLED = "【待填】"
"""What stands where nothing was given; never a guess."""

TO_CONFIRM = "【待核实】"
"""Stands after what neither a figure nor a point of the official says, until the official confirms it."""

Key = tuple[str, str]
"""An indicator's id and a statutory column, ``""`` for figures that only sentences state."""


class Origin(StrEnum):
    """Where a sentence comes from, which is what the official has to check in it."""

    FIGURES = "figures"
    GIVEN = "given"
    STATUTE = "statute"
    CONFIRM = "confirm"
    SLOT = "slot"
    MODEL = "model"


ORIGIN_NAMES = {
    Origin.FIGURES: "依据填报数据",
    Origin.GIVEN: "起草人提供的要点",
    Origin.STATUTE: "法规和格式规定的内容",
    Origin.CONFIRM: "不是本年填报的内容，请确认",
    Origin.SLOT: "待填",
    Origin.MODEL: "语言模型撰写，尚未采纳，请核对",
}
"""What a reader is told about a sentence."""


class Source(StrEnum):
    """Where a figure comes from."""

    GIVEN = "given"
    COMPUTED = "computed"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure. ``value`` is ``None`` where the cell does not apply (``/``); ``note`` says how it came about."""

    value: Decimal | None
    source: Source = Source.GIVEN
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a clause of one, with its origin and the figures that it states.

    ``point`` is the number of the official's point that it gives, from 1 on in the order of the spec, 0 for none.
    """

    text: str
    origin: Origin
    keys: tuple[Key, ...] = ()
    point: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """A passage of another report to look at; it is never part of the draft's own text."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading: paragraphs of sentences, then a table, if any.

    ``level`` is 1 for 一、, 2 for （一） and 0 for what stands before the first heading; ``heading`` has its number.
    ``table`` is ``documents``, ``requests``, ``disputes``, ``statistics`` or ``""``. ``place`` is the name by which points and
    wordings are filed, ``""`` for a part that is only a heading.
    """

    heading: str
    level: int
    paragraphs: tuple[tuple[Sentence, ...], ...] = ()
    table: str = ""
    references: tuple[Reference, ...] = ()
    place: str = ""

    @property
    def text(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join("".join(sentence.text for sentence in paragraph) for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Slot:
    """What the official still has to fill in. ``indicator`` and ``column`` are ``""`` where it is no figure."""

    section: str
    label: str
    indicator: str = ""
    column: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """One relation between figures, checked. ``severity`` is ``error`` where it must hold, else ``warning``.

    ``keys`` are this year's figures in it, that on which it ends (the total, the stock) last.
    """

    rule: str
    holds: bool
    message: str
    severity: str = "error"
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as drafted; ``title`` is its lines, ``signed`` ``None`` where the date is still to be filled in.

    ``assisted`` says what a language model had to do with it, ``""`` where none had.
    """

    issuer: Issuer
    year: int
    title: tuple[str, ...]
    parts: tuple[Part, ...]
    cells: dict[Key, Entry]
    signed: dt.date | None = None
    unfilled: tuple[Slot, ...] = ()
    identities: tuple[Identity, ...] = ()
    similar: tuple[Any, ...] = ()
    notices: tuple[str, ...] = ()
    prompts: dict[str, str] = field(default_factory=dict)
    assisted: str = ""

    @property
    def generation(self) -> Generation:
        """The format in force for the report year."""
        return Generation.of(self.year)

    @property
    def dateline(self) -> str:
        """The date of signature as printed, without zeros before the digits (GB/T 9704-2012)."""
        return f"{self.signed.year}年{self.signed.month}月{self.signed.day}日" if self.signed else UNFILLED

    @property
    def has_annex(self) -> bool:
        """Whether the 统计表 follows the signature: report years 2014 to 2018 (国办发〔2014〕32号)."""
        return 2014 <= self.year <= 2018

    def chapters(self) -> Iterator[tuple[Part, tuple[Part, ...]]]:
        """Each part of the top level with the parts below it; what stands before the first heading comes first."""
        tops = [at for at, part in enumerate(self.parts) if part.level < 2]
        for start, end in zip(tops, [*tops[1:], len(self.parts)], strict=True):
            yield self.parts[start], self.parts[start + 1 : end]
