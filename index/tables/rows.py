"""Tables of any layout as rows of labels and figures, with their place on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.language.text import squeeze
from index.schema import Block, Grid, GridCell, Place
from index.tables.cells import is_figure

_PLAIN_FIGURE = re.compile(r"约?[\d/\\—–―─−－+-]")
_RULE = re.compile(r":?-{3,}:?")


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed cell; ``column`` and ``width`` are counted in the grid's columns."""

    text: str
    column: int
    width: int = 1
    place: Place | None = None

    def covers(self, column: int) -> bool:
        """Whether the cell stands in a column of the grid."""
        return self.column <= column < self.column + self.width


@dataclass(frozen=True, slots=True)
class Row:
    """A printed row: ``labels`` before its first figure, ``figures`` the cells from there on, blanks included.

    ``cells`` are all of them in order. ``printed`` is the row for quoting, ``page`` and ``section`` where it stands. ``flat`` marks a
    row read from running text, in which an empty cell leaves no trace. ``head`` is the number of cells before the
    figures where a reader knows it; -1 means all up to the last text before the first figure.
    """

    cells: tuple[Cell, ...]
    printed: str
    page: int | None = None
    flat: bool = False
    head: int = -1
    section: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """The texts before the first figure, a text repeated over merged cells once."""
        texts = [cell.text for cell in self.cells[: self._split] if squeeze(cell.text)]
        if self.flat:
            return tuple(texts)
        return tuple(text for i, text in enumerate(texts) if not i or squeeze(text) != squeeze(texts[i - 1]))

    @property
    def figures(self) -> tuple[Cell, ...]:
        """The cells after the last label before the first figure."""
        return self.cells[self._split :]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every cell's text without white space."""
        return tuple(squeeze(cell.text) for cell in self.cells)

    @property
    def filled(self) -> int:
        """How many of the cells after the label are not blank."""
        return sum(1 for cell in self.figures if squeeze(cell.text))

    @property
    def keeps_blanks(self) -> bool:
        """Whether blank cells of this layout leave a trace, so that cells can be told by their position."""
        gap = any(not text and any(self.texts[at:]) for at, text in enumerate(self.texts))
        return not self.flat and (gap or any(mark in self.printed for mark in "\t|"))

    @property
    def _split(self) -> int:
        if self.head >= 0:
            return self.head
        end = 0
        for at, cell in enumerate(self.cells):
            if is_figure(cell.text):
                break
            if squeeze(cell.text):
                end = at + 1
        return end

    def at(self, column: int) -> Cell | None:
        """The cell that stands in a column of the grid."""
        return next((cell for cell in self.cells if cell.covers(column)), None)


def grid_rows(block: Block, section: str = "") -> tuple[Row, ...]:
    """The rows of a block's grid; rules of a text table and rows without a cell are left out."""
    grid = block.grid
    if grid is None:
        return ()
    pages = _pages(block, grid)
    rows = []
    for cells, printed, page in zip(grid.rows, grid.printed, pages, strict=True):
        read = tuple(_cells(cells))
        if read and not _is_rule(read):
            rows.append(Row(read, printed, page, section=section))
    return tuple(rows)


def _is_rule(cells: Sequence[Cell]) -> bool:
    """Whether a row is the line under a Markdown header (|---|---|)."""
    return bool(cells[0].text) and all(_RULE.fullmatch(cell.text.strip()) for cell in cells if cell.text)


def _cells(cells: Sequence[GridCell | None]) -> Iterator[Cell]:
    for column, cell in enumerate(cells):
        if cell is not None:
            width = 1
            while column + width < len(cells) and width < cell.col_span and cells[column + width] is None:
                width += 1
            yield Cell(cell.text, column, width, cell.place)


def _pages(block: Block, grid: Grid) -> list[int | None]:
    """The page of each row: its first placed cell's, else the one on which its text begins."""
    pages: list[int | None] = []
    offset = 0
    for cells, printed in zip(grid.rows, grid.printed, strict=True):
        placed = [cell.place.page for cell in cells if cell is not None and cell.place is not None]
        begun = [anchor.place.page for anchor in block.anchors if anchor.start <= offset]
        pages.append(min(placed) if placed else begun[-1] if begun else block.page)
        offset += len(printed) + 1
    return pages


def flat_rows(blocks: Sequence[Block], section: str = "") -> tuple[Row, ...]:
    """Rows read from paragraphs that hold a table without its lines: cells one a line, or apart by blanks.

    A row ends where a text follows a figure.
    """
    rows: list[Row] = []
    labels: list[str] = []
    figures: list[str] = []
    page: int | None = None
    for block in blocks:
        for text, figure in _pieces(block.text):
            if figures and not figure:
                rows.append(_flat(labels, figures, page, section))
                labels, figures = [], []
            if not labels and not figures:
                page = block.page
            (figures if figure else labels).append(text)
    return (*rows, _flat(labels, figures, page, section)) if labels or figures else tuple(rows)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces between blanks and whether each is a figure: 1 before a point is a list number, 二 a word's part."""
    pieces = text.split()
    skip = False
    for piece, following in pairwise((*pieces, "")):
        if skip:
            skip = False
        elif piece.isdigit() and following[:1] in {".", "、", "．"} and following:
            skip = True
            yield piece + following, False
        else:
            yield piece, is_figure(piece) and (len(pieces) == 1 or bool(_PLAIN_FIGURE.match(piece)))


def _flat(labels: Sequence[str], figures: Sequence[str], page: int | None, section: str) -> Row:
    texts = (*labels, *figures)
    cells = tuple(Cell(text, at) for at, text in enumerate(texts))
    return Row(cells, " ".join(texts), page, flat=True, head=len(labels), section=section)
