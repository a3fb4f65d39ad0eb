"""A page that is a picture -> lines, by text recognition."""

from __future__ import annotations

import statistics

from pdfplumber.page import Page

from index.load.ocr import RESOLUTION, Recognised, Recogniser
from index.load.pdf_join import is_cjk
from index.load.pdf_model import Line, Segment, union
from index.schema import Place

_POINTS = 72
_MAX_PIXELS = 40_000_000
"""A page of A3 at 200 pixels per inch has 8 million."""


def _resolution(page: Page) -> float:
    area = page.width * page.height / _POINTS**2
    return float(min(RESOLUTION, (_MAX_PIXELS / max(area, 1e-6)) ** 0.5))


def _size(text: str, place: Place) -> float:
    """Type size in points: Chinese characters are square, so the width tells it better than the box's height."""
    ems = sum(1 if is_cjk(char) else 0.5 for char in text)
    return round(min((place.x1 - place.x0) / ems, place.bottom - place.top), 1)


def _grouped(found: list[tuple[str, Place]]) -> list[list[tuple[str, Place]]]:
    """Pieces that stand side by side, as one line each."""
    rows: list[list[tuple[str, Place]]] = []
    for text, place in sorted(found, key=lambda piece: piece[1].top + piece[1].bottom):
        middle, height = (place.top + place.bottom) / 2, place.bottom - place.top
        level = statistics.fmean((p.top + p.bottom) / 2 for _, p in rows[-1]) if rows else 0.0
        if rows and middle - level < 0.4 * min(height, rows[-1][0][1].bottom - rows[-1][0][1].top):
            rows[-1].append((text, place))
        else:
            rows.append([(text, place)])
    return [sorted(row, key=lambda piece: piece[1].x0) for row in rows]


def _line(row: list[tuple[str, Place]]) -> Line:
    segments = tuple(Segment(text, place.x0, place.x1) for text, place in row)
    text, place = " ".join(piece for piece, _ in row), union([place for _, place in row])
    size = max(_size(piece, box) for piece, box in row)
    return Line(text, place, size, segments=segments, ocr=True)


def scanned_lines(page: Page, recogniser: Recogniser) -> list[Line]:
    """The lines that a recogniser finds on a page, their boxes in points."""
    resolution = _resolution(page)
    scale = _POINTS / resolution

    def piece(found: Recognised) -> tuple[str, Place]:
        box = (round(value * scale, 2) for value in (found.x0, found.top, found.x1, found.bottom))
        return found.text.strip(), Place(page.page_number, *box)

    image = page.to_image(resolution=resolution).original
    return [
        _line(row) for row in _grouped([piece(found) for found in recogniser(image) if found.text.strip()])
    ]
