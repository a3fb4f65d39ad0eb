"""The nouns of the index, in flow order: Document, Report, Fact, Chunk, Hit.

All are frozen values: a stage takes some and returns others, and each can be written as a literal in a test.
What a file shows before it is understood, the Document, is in layout.py.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from index.layout import Anchor, Block, Document, Grid, GridCell, Place

__all__ = [
    "Anchor",
    "Block",
    "BodyLevel",
    "Chunk",
    "Contact",
    "Document",
    "Fact",
    "FactState",
    "Failure",
    "Generation",
    "Grid",
    "GridCell",
    "Hit",
    "Issuer",
    "Place",
    "Report",
    "Section",
]


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be used: ``file`` as the contract names it, ``error`` the message for the user."""

    file: str
    error: str


class Generation(StrEnum):
    """The format a report follows, by report year (2007 and 2019 regulations, 国办公开办函〔2019〕60号, 〔2021〕30号)."""

    REGULATION_2007 = "2008-2018"
    FORMAT_2019 = "2019-2020"
    FORMAT_2021 = "2021-"

    @classmethod
    def of(cls, year: int) -> Generation:
        """The format in force for a report year."""
        if year <= 2018:
            return cls.REGULATION_2007
        return cls.FORMAT_2019 if year <= 2020 else cls.FORMAT_2021


class BodyLevel(StrEnum):
    """Where a body stands in the hierarchy; ``OFFICE`` is a department (局, 委, 办) of a government."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWN = "town"
    OFFICE = "office"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body that issued a report.

    ``name`` is the full name as parsed (海阳市留格庄镇人民政府); ``short`` what people say (留格庄镇; a department:
    海阳市教育局); ``area`` the administrative area it governs or belongs to (留格庄镇; for a department 海阳市);
    ``parents`` the areas above it from the top (山东省, 海阳市), as far as the report says; ``aliases`` every form a reader may
    use, longest first, ``name`` and ``short`` included (海阳市留格庄镇人民政府, 留格庄镇人民政府, 留格庄镇政府, 留格庄镇, 留格庄).
    """

    name: str
    short: str
    area: str
    level: BodyLevel = BodyLevel.UNKNOWN
    parents: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the body, as printed; ``""`` where the report does not say."""

    office: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report under one heading, without the parts below it.

    ``path`` is the headings as printed from the top level down to this section's own, ``()`` for what stands
    before the first heading. ``blocks`` are all of the section's own blocks, the heading included: every
    block of the document belongs to exactly one section, in order. A heading that runs on into its
    paragraph (``（一）公开内容。2018年…``) is in the path without the rest, and the block is kept whole.
    """

    path: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def level(self) -> int:
        """Depth in the tree: 0 for the preamble, 1 for 一、, 2 for （一） below it."""
        return len(self.path)

    @property
    def heading(self) -> str:
        """The section's own heading as printed, ``""`` for the preamble."""
        return self.path[-1] if self.path else ""

    @property
    def label(self) -> str:
        """The contract's ``section``: the path joined by `` > ``."""
        return " > ".join(self.path)

    @property
    def text(self) -> str:
        """The blocks' texts joined by line feeds."""
        return "\n".join(block.text for block in self.blocks)


class FactState(StrEnum):
    """What a cell or a counted statement says; an empty cell is blank and never zero."""

    NUMBER = "number"
    ZERO = "zero"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure with its source, as the ``facts`` contract prints it.

    ``indicator`` is an id of indicators.toml; ``label`` the statutory row label (for a sentence: the
    indicator's name); ``column`` the statutory column, ``""`` where there is none; ``scope`` whose figure it
    is: ``""`` the body's own report as a whole, otherwise 本级, 全市, 全区 or the part's name as printed. ``value`` is
    ``None`` unless ``state`` is number or zero. ``quote`` is the printed row or the sentence, verbatim.
    ``year`` is the year that the figure is about, which a sentence may set to another than the report's.
    ``part_of`` is true where the figure is one part of a total given beside it (其中…).
    """

    report: str
    issuer: str
    year: int
    indicator: str
    label: str
    column: str
    scope: str
    value: Decimal | None
    unit: str
    state: FactState
    section: str
    page: int | None
    quote: str
    source: str
    places: tuple[Place, ...] = ()
    printed: str = ""
    part_of: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A document understood. ``year`` is the report year; ``signed`` the date of signature if printed.

    ``published`` is the date that a web page states for publishing, which is not a date of signature.
    """

    name: str
    title: str
    issuer: Issuer
    year: int
    generation: Generation
    sections: tuple[Section, ...]
    contact: Contact = field(default_factory=Contact)
    signature: str = ""
    signed: dt.date | None = None
    format: str = ""
    digest: str = ""
    pages: int | None = None
    notices: tuple[str, ...] = ()
    published: dt.date | None = None

    @property
    def text(self) -> str:
        """The whole report as printed, sections joined by line feeds."""
        return "\n".join(section.text for section in self.sections)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of one section, or of one of its tables, for retrieval.

    ``text`` is verbatim; ``context`` (title > section) is put before it for embedding and word search only.
    ``sections`` names every section that a merged chunk of stub sections holds, ``section`` the first of
    them. ``ordinal`` counts the report's chunks from 0.
    """

    report: str
    issuer: str
    year: int
    section: str
    text: str
    context: str
    ordinal: int
    page: int | None = None
    sections: tuple[str, ...] = ()
    table: bool = False

    @property
    def id(self) -> str:
        """Unique in a store."""
        return f"{self.report}#{self.ordinal}"


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk that retrieval found, best first; ``score`` is 0 to 1 within one question's ranking."""

    chunk: Chunk
    score: float
    rank: int
