"""A text file as lines: indentation and blank lines kept as signs, page numbers and running heads dropped."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.load.paragraphs import goes_on, is_final, is_heading_like

_BREAKS = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\x1a]")
_BLANK = " \u3000\u00a0\u2002\u2003\u2009"
_PAGE_NUMBER = re.compile(
    r"^(?:[-—–－―‐·]+\s*\d{1,3}\s*[-—–－―‐·]+|第\s*\d{1,3}\s*页(?:\s*[/，,]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3})$"
)
_BARE_NUMBER = re.compile(r"^\d{1,3}$")
_NEAR = 0.85
"""Lines of this share of the wrapping width count as full."""
_PROSE = 15
"""A line of this many characters is text and no table cell."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something.

    ``raw`` is the source line without its break; ``text`` what remains to be read (no indentation, no
    marks); ``indent`` in columns, a Chinese character counting two; ``gap`` the blank lines before it;
    ``page`` counts form feeds from 0; ``whole`` lines are paragraphs by themselves (headings). The rest is as in
    ``Block``.
    """

    raw: str
    text: str
    indent: int = 0
    gap: int = 0
    page: int = 0
    heading: int = 0
    bold: bool = False
    whole: bool = False
    centered: bool = False
    size: float = 0.0

    @property
    def width(self) -> int:
        """Columns from the left edge to the end of the line."""
        return self.indent + columns(self.text)


def is_page_number(text: str) -> bool:
    """Whether a line is a page number by its form (— 3 —, 第3页); a bare number may be a cell."""
    return bool(_PAGE_NUMBER.match(text))


def columns(text: str) -> int:
    """Display width: wide and full-width characters count two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def split_lines(text: str) -> list[Line]:
    """The lines of a text that hold something, page numbers and repeated running heads left out."""
    lines: list[Line] = []
    gap = 0
    for page, part in enumerate(_INVISIBLE.sub("", text).split("\f")):
        for raw in _BREAKS.split(part):
            if raw.strip():
                lines.append(_line(raw, gap, page))
                gap = 0
            else:
                gap += 1
    return _without_page_numbers(_without_running_heads(lines))


def _line(raw: str, gap: int, page: int) -> Line:
    body = raw.lstrip(_BLANK)
    indent = columns(raw[: len(raw) - len(body)])
    return Line(raw=raw, text=raw.strip(), indent=indent, gap=gap, page=page)


def _without_running_heads(lines: list[Line]) -> list[Line]:
    """First and last lines that every page repeats, the first of them kept (it may be the title)."""
    pages = lines[-1].page + 1 if lines else 0
    edges = Counter(re.sub(r"\d+", "", line.text) for line in _edges(lines))
    heads = {text for text, count in edges.items() if text and count >= 3 and count >= 0.6 * pages}
    seen: set[str] = set()
    kept = []
    edge_lines = {id(line) for line in _edges(lines)}
    for line in lines:
        key = re.sub(r"\d+", "", line.text)
        if id(line) in edge_lines and key in heads and key in seen:
            continue
        seen.add(key)
        kept.append(line)
    return kept


def _edges(lines: Sequence[Line]) -> list[Line]:
    """The first and the last line of each page."""
    firsts = {line.page: line for line in reversed(lines)}
    lasts = {line.page: line for line in lines}
    return [*firsts.values(), *(line for page, line in lasts.items() if line is not firsts[page])]


def _without_page_numbers(lines: list[Line]) -> list[Line]:
    bare = _bare_page_numbers(lines)
    kept: list[Line] = []
    carried = 0
    for index, line in enumerate(lines):
        if index in bare or _PAGE_NUMBER.match(line.text):
            carried += line.gap + 1
            continue
        kept.append(replace(line, gap=line.gap + carried) if carried else line)
        carried = 0
    return kept


def _bare_page_numbers(lines: Sequence[Line]) -> set[int]:
    """Lines that are a number only and count the pages; a number among table cells is none."""
    bare = [index for index, line in enumerate(lines) if _BARE_NUMBER.match(line.text)]
    counting = Counter(
        int(lines[index].text) - lines[index].page for index in bare if _at_page_edge(lines, index)
    )
    offset, times = counting.most_common(1)[0] if counting else (0, 0)
    edges = [
        index
        for index in bare
        if times >= 2 and int(lines[index].text) - lines[index].page == offset and _at_page_edge(lines, index)
    ]
    inside = [index for index in bare if _in_sentence(lines, index)]
    rising = all(int(lines[a].text) < int(lines[b].text) for a, b in pairwise(inside))
    apart = [index for index in bare if _stands_apart(lines, index)]
    counted = len(apart) >= 3 and all(
        int(lines[b].text) - int(lines[a].text) == 1 for a, b in pairwise(apart)
    )
    return {*edges, *(inside if rising else ()), *(apart if counted else ())}


def _at_page_edge(lines: Sequence[Line], index: int) -> bool:
    """Whether a form feed stands right before or right behind a line."""
    page = lines[index].page
    before = lines[index - 1].page if index else -1
    after = lines[index + 1].page if index + 1 < len(lines) else page + 1
    return before < page or page < after


def _in_sentence(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands between two lines of text, at the end of a page that left no other sign."""
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    return before is not None and after is not None and _is_text(before) and goes_on(before.text, after.text)


def _stands_apart(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands between blank lines, beside text and beside no other number."""
    around = [*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2]]
    blank = lines[index].gap and (index + 1 == len(lines) or lines[index + 1].gap)
    numbers = any(_BARE_NUMBER.match(line.text) for line in around)
    return bool(blank) and not numbers and any(map(_is_text, around))


def _is_text(line: Line) -> bool:
    return len(line.text) >= _PROSE and "\t" not in line.text


def wrap_width(lines: Iterable[Line]) -> int:
    """The column at which a hard-wrapped text breaks its lines, 0 for text that is not hard-wrapped.

    In hard-wrapped text many lines reach nearly the same width and most of those break inside a sentence; a
    text with one paragraph a line has few such lines.
    """
    body = [line for line in lines if not line.whole]
    widths = sorted(line.width for line in body)
    if len(widths) < 6:
        return 0
    cap = widths[int(0.97 * (len(widths) - 1))]
    full = [line for line in body if line.width >= _NEAR * cap]
    open_ends = [line for line in body if line.width >= 0.5 * cap and _is_open(line)]
    broken = [line for line in full if _is_open(line)]
    many = len(full) >= 0.3 * len(body) and len(broken) >= 0.5 * len(full)
    aligned = len(broken) >= 0.6 * len(open_ends) and len(broken) >= 0.5 * len(full)
    return cap if 24 <= cap <= 140 and len(broken) >= 3 and (many or aligned) else 0


def _is_open(line: Line) -> bool:
    """Whether a line breaks off; a heading has no full stop either, but that is its end."""
    return not is_final(line.text) and not is_heading_like(line.text)
