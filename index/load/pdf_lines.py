"""Characters on a page -> lines of text, in reading order.

Characters belong to one line when they share a baseline: boxes do not show it, because fonts differ in
their ascent (Chinese type beside Times figures).
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

from index.load.pdf_join import close_names, is_cjk
from index.load.pdf_model import Line, Segment
from index.schema import Place

Char = dict[str, Any]

_BOLD = re.compile(r"黑体|Hei(?!ti ?SC-Light)|Bold|Black|Heavy|粗|FZHT|小标宋|XBS", re.IGNORECASE)
_REGULAR = re.compile(r"雅黑(?!.*bold)|YaHei(?!.*bold)|Light|Regular|DengXian(?!.*bold)", re.IGNORECASE)
_WIDE_GAP = 0.9
"""In type sizes: a gap this wide between characters that are not spread out is meant."""
_SPREAD_MOST = 4.0
"""In type sizes: no setting spreads the characters of a line farther than this."""
_WORD_GAP = 0.18
"""In type sizes: Latin words stand this far apart at least."""


def is_nameless(char: Char) -> bool:
    """Whether the file does not say which character a glyph is."""
    text = str(char["text"])
    return text.startswith("(cid:") or text == "\ufffd"


def readable(char: Char) -> bool:
    """Whether a character is text of the page: upright (watermarks lie aslant) and known to its font."""
    a, b, c, d = char["matrix"][:4]
    aslant = min(abs(a), abs(b)) > 0.1 * max(abs(a), abs(b)) and min(abs(c), abs(d)) > 0.1 * max(
        abs(c), abs(d)
    )
    return not aslant and not is_nameless(char)


def font_name(char: Char) -> str:
    """The font's name without its subset prefix; a name in GBK bytes is decoded."""
    name = str(char.get("fontname", "")).rpartition("+")[2]
    if any("\x80" <= c <= "\xff" for c in name):
        return name.encode("latin-1", "ignore").decode("gbk", "ignore")
    return name


def is_bold(name: str) -> bool:
    """Whether a font is used for emphasis: 黑体, 小标宋 and every bold cut."""
    return bool(_BOLD.search(name)) and not _REGULAR.search(name)


def _baseline(char: Char) -> float:
    vertical_writing = char.get("adv", 0) < 0
    return float(char["bottom"] - 0.12 * char["size"] if vertical_writing else -char["matrix"][5])


def _rows(chars: list[Char]) -> list[list[Char]]:
    """Characters grouped by baseline, from the top."""
    base = 0.0
    if chars:
        upright = [c for c in chars if c.get("adv", 0) >= 0]
        # Baselines count from the bottom of the page, boxes from the top: bring both to one scale.
        base = (
            statistics.median(c["bottom"] - 0.12 * c["size"] + c["matrix"][5] for c in upright)
            if upright
            else 0.0
        )
    keyed = sorted(
        ((_baseline(c) + (base if c.get("adv", 0) >= 0 else 0.0), c) for c in chars), key=lambda pair: pair[0]
    )
    rows: list[list[Char]] = []
    at = float("-inf")
    for height, char in keyed:
        if height - at > 0.4 * char["size"]:
            rows.append([])
            at = height
        rows[-1].append(char)
    return [sorted(row, key=lambda c: (c["x0"], c["x1"])) for row in rows]


def _spread(row: list[Char]) -> float:
    """The gap that justified setting leaves between the Chinese characters of a line, in points."""
    gaps = [
        after["x0"] - before["x1"]
        for before, after in pairwise(row)
        if is_cjk(before["text"][0]) and is_cjk(after["text"][0])
    ]
    return max(0.0, statistics.median(gaps)) if gaps else 0.0


def _breaks(row: list[Char], spaces: set[int]) -> list[tuple[int, bool]]:
    """Where a line has a space: index of the character after it, and whether the gap is wide."""
    spread = _spread(row)
    found = []
    for at in range(1, len(row)):
        before, after = row[at - 1], row[at]
        gap, size = after["x0"] - before["x1"], max(after["size"], before["size"])
        cjk = is_cjk(before["text"][-1]) or is_cjk(after["text"][0])
        if gap > _WIDE_GAP * size and gap > min(2.5 * spread, _SPREAD_MOST * size):
            found.append((at, True))
        elif not cjk and (at in spaces or gap > max(_WORD_GAP * size, spread * 1.2)):
            found.append((at, False))
    return found


def _segment(chars: list[Char], spaced: set[int], start: int) -> Segment:
    """Characters without a wide gap; ``spaced`` are those after a narrow one, counted from the line's first."""
    text, middles = "", []
    for at, char in enumerate(chars, start):
        middle = (char["x0"] + char["x1"]) / 2
        piece = " " + char["text"] if at in spaced and text else char["text"]
        text += piece
        middles += [middle] * len(piece)
    return Segment(text, chars[0]["x0"], chars[-1]["x1"], tuple(middles))


def _segments(row: list[Char], breaks: list[tuple[int, bool]]) -> tuple[Segment, ...]:
    cuts = [0, *(at for at, wide in breaks if wide), len(row)]
    narrow = {at for at, wide in breaks if not wide}
    return tuple(_segment(row[start:end], narrow, start) for start, end in pairwise(cuts))


def _line(row: list[Char], page: int) -> Line | None:
    ink = [char for char in row if not char["text"].isspace()]
    if not ink:
        return None
    # A printed space is seen only between Latin words; its index is that of the next visible character.
    spaces, seen = set(), 0
    for char in row:
        if char["text"].isspace():
            spaces.add(seen)
        else:
            seen += 1
    segments = _segments(ink, _breaks(ink, spaces))
    script = [char for char in ink if is_cjk(char["text"][0])] or ink
    place = Place(
        page,
        round(ink[0]["x0"], 2),
        round(min(char["top"] for char in ink), 2),
        round(max(char["x1"] for char in ink), 2),
        round(max(char["bottom"] for char in ink), 2),
    )
    bold = sum(is_bold(font_name(char)) for char in script) > 0.9 * len(script)
    size = round(statistics.median(char["size"] for char in script), 1)
    return Line(close_names(" ".join(s.text for s in segments)), place, size, bold, segments)


def lines_of(chars: Iterable[Char], page: int) -> list[Line]:
    """The lines that characters of one page or cell form, from the top."""
    lines = (_line(row, page) for row in _rows(list(chars)))
    return sorted(
        (line for line in lines if line), key=lambda line: (line.place.top + line.place.bottom, line.place.x0)
    )


def inside(place: Place) -> Callable[[Char], bool]:
    """A test for the characters whose middle lies in a box."""

    def test(char: Char) -> bool:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        return bool(place.x0 <= x <= place.x1 and place.top <= y <= place.bottom)

    return test
