"""Leaving out what is printed on a page but is no part of the text: running heads, footers, page numbers.

A line goes only where it stands at the edge of a page, apart from the text, and either counts the pages or is
repeated on others. A figure of a table stands alone too, but not at the edge and not in step with the pages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from index.language.text import squeeze
from index.load.pdf_marks import bare, labels
from index.load.pdf_model import Item, Line

_EDGE = 0.13
"""Share of the page's height at either end where running heads and page numbers stand (GB/T 9704: 37 of 297 mm)."""
_DEEP = 3
"""Lines: no head or footer has more."""
_NUMBER = re.compile(
    r"(?:第?\s*(?P<a>\d{1,4})\s*页?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?"
    r"|[-－—–―~·•\s]*(?P<b>\d{1,4})[-－—–―~·•\s]*"
    r"|Page\s*(?P<c>\d{1,4})(?:\s*of\s*\d{1,4})?)",
    re.IGNORECASE,
)
_CLOCK = r"(?:\d{4}[/.年-]\d{1,2}[/.月-]\d{1,2}日?|\d{1,2}/\d{1,2}/\d{2,4})[\s,，]*(?:[上下]午\s*)?\d{1,2}:\d{2}(?::\d{2})?\b"
_COUNT = r"(?:第?\s*\d{1,4}\s*[页/]?\s*[/，,]?\s*共?\s*\d{1,4}\s*页?)"
_BROWSER = re.compile(
    rf"{_CLOCK}.*|(?:https?://|file:///?)\S+\s*{_COUNT}?|{_COUNT}\s*(?:{_CLOCK}|(?:https?://|file:///?)\S+).*",
    re.IGNORECASE,
)
"""What browsers print around a page: time and title above, address and count below, or the other way round."""


def _page_number(text: str) -> int | None:
    match = _NUMBER.fullmatch(text.strip())
    return int(next(group for group in match.groups() if group)) if match else None


def _decorated(text: str) -> bool:
    """Whether a page number has more to it than digits (- 3 -, 第3页), so that it can be nothing else."""
    return not re.fullmatch(r"[\d\s/／,，]+", text)


def _edge_lines(items: list[Item], height: float) -> list[tuple[Line, str]]:
    """The lines at the top and at the bottom edge of a page, each with its end."""
    found: list[tuple[Line, str]] = []
    for end, run in (("top", items[:_DEEP]), ("bottom", items[::-1][:_DEEP])):
        for item in run:
            if not isinstance(item, Line) or item.zone:
                break
            if (end == "top" and item.place.bottom > _EDGE * height) or (
                end == "bottom" and item.place.top < (1 - _EDGE) * height
            ):
                break
            found.append((item, end))
    return found


def _apart(line: Line, items: list[Item], end: str) -> bool:
    """Whether a line stands off from the text: more than a line's height away, or in clearly smaller type."""
    body = [other for other in items if other is not line and _beyond(line, other, end)]
    if not body:
        return True
    nearest = body[0] if end == "top" else body[-1]
    gap = nearest.place.top - line.place.bottom if end == "top" else line.place.top - nearest.place.bottom
    smaller = isinstance(nearest, Line) and line.size < 0.85 * nearest.size
    return gap > 1.1 * line.size or smaller


def _beyond(line: Line, other: Item, end: str) -> bool:
    same_row = isinstance(other, Line) and abs(other.place.top - line.place.top) < line.size / 2
    if same_row:
        return False
    return other.place.top > line.place.top if end == "top" else other.place.top < line.place.top


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "0", squeeze(line.text))


def _numbers(edges: dict[int, list[tuple[Line, str]]], pages: dict[int, list[Item]]) -> set[int]:
    """The lines that count pages: decorated, or bare and in step with the pages."""
    counted: list[tuple[Line, int]] = []
    for page, lines in edges.items():
        for line, end in lines:
            number = _page_number(line.text)
            if number is not None and (_decorated(line.text) or _apart(line, pages[page], end)):
                counted.append((line, number))
    steps = Counter(number - line.page for line, number in counted)
    return {
        id(line)
        for line, number in counted
        if steps[number - line.page] > 1
        or number == line.page
        or (_decorated(line.text) and len(counted) == 1)
    }


def _running(edges: dict[int, list[tuple[Line, str]]], pages: dict[int, list[Item]]) -> set[int]:
    """The lines repeated at one height on several pages, and small ones in their band (odd and even pages differ)."""
    seen: dict[tuple[str, str], list[tuple[Line, int]]] = defaultdict(list)
    for page, lines in edges.items():
        for line, end in lines:
            if _could_run(line) or (_apart(line, pages[page], end) and not _is_figures(line.text)):
                seen[_pattern(line), end].append((line, round(line.place.top)))
    found: set[int] = set()
    bands: set[tuple[str, int, float]] = set()
    for (_, end), repeats in seen.items():
        level = Counter(top for _, top in repeats).most_common(1)[0][0]
        same = [line for line, top in repeats if abs(top - level) <= 4]
        if len({line.page for line in same}) > 1:
            found |= {id(line) for line in same}
            bands |= {(end, level, line.size) for line in same}
    for (_, end), repeats in seen.items():
        found |= {id(line) for line, top in repeats if any(_in_band(end, top, line, band) for band in bands)}
    return found


def _is_figures(text: str) -> bool:
    return re.fullmatch(r"[\d\s.,，/％%-]+", text) is not None


def _could_run(line: Line) -> bool:
    """Whether a line reads as a running head: words, and none of them a column's or row's label."""
    words = re.sub(r"[\W\d_]", "", line.text)
    return len(words) >= 6 and not any(bare(segment.text) in labels() for segment in line.segments)


def _in_band(end: str, top: int, line: Line, band: tuple[str, int, float]) -> bool:
    return end == band[0] and abs(top - band[1]) <= 2 and line.size == band[2] and len(line.text) <= 40


def without_furniture(pages: dict[int, list[Item]], heights: dict[int, float]) -> dict[int, list[Item]]:
    """Pages (by number) without running heads, footers and page numbers."""
    edges = {page: _edge_lines(items, heights[page]) for page, items in pages.items()}
    browser = {id(line) for line in _flat(edges) if _BROWSER.fullmatch(line.text.strip())}
    drop = browser | _numbers(edges, pages) | _running(edges, pages)
    return {page: [item for item in items if id(item) not in drop] for page, items in pages.items()}


def _flat(edges: dict[int, list[tuple[Line, str]]]) -> Iterable[Line]:
    return (line for lines in edges.values() for line, _ in lines)
