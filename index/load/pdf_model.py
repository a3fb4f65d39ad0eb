"""What the steps of the PDF loader hand to one another: lines of text and tables as they lie on a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.schema import Place


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a line without a wide gap inside; ``middles`` are its characters', empty where not known."""

    text: str
    x0: float
    x1: float
    middles: tuple[float, ...] = ()

    @property
    def steps(self) -> tuple[float, ...]:
        """The middle of each character, spread evenly where it is not known."""
        if len(self.middles) == len(self.text):
            return self.middles
        step = (self.x1 - self.x0) / max(len(self.text), 1)
        return tuple(self.x0 + (at + 0.5) * step for at in range(len(self.text)))

    @property
    def middle(self) -> float:
        """Horizontal centre in points."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. ``size`` is its type size in points; ``zone`` the frame cell it stands in, if any."""

    text: str
    place: Place
    size: float
    bold: bool = False
    segments: tuple[Segment, ...] = ()
    zone: Place | None = None
    ocr: bool = False

    @property
    def page(self) -> int:
        """Physical page, from 1."""
        return self.place.page


@dataclass(frozen=True, slots=True)
class RawCell:
    """A printed cell over the rows ``row`` up to, not including, ``row_end``, between ``x0`` and ``x1``."""

    row: int
    row_end: int
    x0: float
    x1: float
    text: str
    place: Place
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as it lies on its page, before the parts on several pages are put together.

    ``place`` is where its first part stands; ``row_places`` gives each row's box, on its own page.
    """

    cells: tuple[RawCell, ...]
    row_places: tuple[Place, ...]
    place: Place
    last_page: int = field(default=0)
    ocr: bool = False

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.row_places)

    def row_cells(self, row: int) -> list[RawCell]:
        """The cells that begin in a row, from left to right."""
        return sorted((cell for cell in self.cells if cell.row == row), key=lambda cell: cell.x0)

    def texts(self, row: int) -> list[str]:
        """The printed texts that begin in a row, empty cells left out."""
        return [cell.text for cell in self.row_cells(row) if cell.text]


Item = Line | RawTable


def union(places: list[Place]) -> Place:
    """The box around boxes of one page."""
    return Place(
        places[0].page,
        min(place.x0 for place in places),
        min(place.top for place in places),
        max(place.x1 for place in places),
        max(place.bottom for place in places),
    )
