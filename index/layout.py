"""What a page or a file shows before it is understood: places, cells, tables, paragraphs and the document of them.

All are frozen values. Boxes are in PDF points from the top left; pages count from 1. Text is kept as printed: only
line and page breaks inside a paragraph are re-joined.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """A rectangle on a physical page."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Anchor(NamedTuple):
    """From character ``start`` of a block's text on, until the next anchor, the text stands at ``place``."""

    start: int
    place: Place


@dataclass(frozen=True, slots=True)
class GridCell:
    """One printed cell; ``text`` is ``""`` where the cell is empty, its own line breaks removed."""

    text: str
    row_span: int = 1
    col_span: int = 1
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as printed. Row *i* has its cells in column order; ``None`` is covered by a merged neighbour.

    ``printed[i]`` is row *i* for quoting: the source line where the format is text, otherwise the cells'
    texts joined by one space. Rows may be ragged where the source lost its merged cells. A table split over
    pages is one grid.
    """

    rows: tuple[tuple[GridCell | None, ...], ...]
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a table of a document, in reading order.

    ``text`` is the paragraph with its line and page breaks re-joined, or the grid's printed rows joined by
    line feeds. ``heading`` is the level that the format claims (Word style, ``h1``, ``#``): 1 to 6, and 0
    where it claims none; conversions damage it, so it is a hint. ``bold`` and ``centered`` hold for the
    whole paragraph; ``size`` is the type size in points, 0 where unknown. ``anchors`` is empty where the
    format has no pages, ``order`` the block's place in the source counted from 0. ``ocr`` marks text that
    was recognised from a picture.
    """

    text: str
    grid: Grid | None = None
    heading: int = 0
    bold: bool = False
    centered: bool = False
    size: float = 0.0
    anchors: tuple[Anchor, ...] = ()
    order: int = 0
    ocr: bool = False

    @property
    def page(self) -> int | None:
        """The page on which the block begins; ``None`` where the format has no pages."""
        return self.anchors[0].place.page if self.anchors else None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its blocks in order. ``name`` is the contract's ``report`` (path inside what was given).

    ``digest`` is the SHA-256 of the file's bytes. ``pages`` is ``None`` where the format has no pages.
    ``notices`` are Chinese remarks for the user (a page that could not be recognised, say).
    """

    name: str
    format: str
    digest: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    notices: tuple[str, ...] = ()
