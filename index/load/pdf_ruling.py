"""Drawn rules on a page -> tables.

Word and WPS draw rules as lines or as very thin boxes, browsers as two nested boxes. A filled box without an
outline is shading: WPS lays one behind every line of text, and taken for rules they turn paragraphs into tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges
from pdfplumber.utils.geometry import obj_to_edges

from index.load.pdf_join import join
from index.load.pdf_lines import Char, inside, lines_of
from index.load.pdf_marks import bare, labels
from index.load.pdf_model import RawCell, RawTable
from index.schema import Place

Edge = dict[str, Any]
Box = tuple[float, float, float, float]

_RULE = 3.0
"""Points: a box no thicker than this is a rule; rules that near each other are one."""
_MEET = 4.5
"""Points: rules meet when they come this near; putting near ones together moves them a little."""
_FRAME = 12.0
"""Points: a frame around a table lies this near to it at most."""
_MAX_EDGES = 6000
"""A page with more is a drawing or a map."""


def _is_rule(box: Edge) -> bool:
    thin = min(box["width"], box["height"]) <= _RULE
    return thin or bool(box.get("stroke"))


def _rings(boxes: list[Edge]) -> list[Edge]:
    """Filled boxes that a browser draws as a cell's border: one just inside another."""
    found = []
    for outer in boxes:
        for inner in boxes:
            steps = (
                inner["x0"] - outer["x0"],
                inner["top"] - outer["top"],
                outer["x1"] - inner["x1"],
                outer["bottom"] - inner["bottom"],
            )
            if max(steps) > 0 and all(0 <= step <= _RULE for step in steps):
                found.append(outer)
                break
    return found


def rules(page: Page) -> list[Edge]:
    """The rules on a page as horizontal and vertical edges, merged where they meet."""
    boxes = [box for box in page.rects if not _is_rule(box)]
    drawn = [box for box in page.rects if _is_rule(box)] + list(page.lines)
    # A browser mitres the rules of an inset border: four-cornered shapes, thin all the same.
    drawn += [
        {**shape, "object_type": "rect"}
        for shape in page.curves
        if min(shape["width"], shape["height"]) <= _RULE
    ]
    if len(boxes) <= 400:
        drawn += _rings(boxes)
    if len(drawn) > _MAX_EDGES:
        return []
    edges = [
        edge for shape in drawn for edge in obj_to_edges(shape) if max(edge["width"], edge["height"]) > _RULE
    ]
    return merge_edges(edges, _RULE, _RULE, _RULE, _RULE) if edges else []


def _touch(a: Edge, b: Edge) -> bool:
    return bool(
        a["x0"] <= b["x1"] + _RULE
        and b["x0"] <= a["x1"] + _RULE
        and a["top"] <= b["bottom"] + _RULE
        and b["top"] <= a["bottom"] + _RULE
    )


def _clusters(edges: list[Edge]) -> list[list[Edge]]:
    """Edges that hang together, each cluster a table or a frame."""
    clusters: list[list[Edge]] = []
    rest = list(edges)
    while rest:
        cluster = [rest.pop()]
        for edge in cluster:
            near = [other for other in rest if _touch(edge, other)]
            cluster += near
            rest = [other for other in rest if not any(other is one for one in near)]
        clusters.append(cluster)
    return clusters


def _edge(x0: float, top: float, x1: float, bottom: float) -> Edge:
    orientation = "h" if top == bottom else "v"
    return {
        "object_type": "line", "x0": x0, "top": top, "x1": x1, "bottom": bottom,
        "width": x1 - x0, "height": bottom - top, "orientation": orientation,
    }  # fmt: skip


def _loose_ends(down: list[Edge], across: list[Edge], *, end: str) -> list[Edge]:
    """Rules across where rules down stop at one height without meeting one: a table cut off by the page.

    Near the end of the whole, where a frame may go on around the table, one such rule is enough.
    """
    loose = [
        edge
        for edge in down
        if not any(
            abs(other["top"] - edge[end]) <= _RULE
            and other["x0"] - _RULE <= edge["x0"] <= other["x1"] + _RULE
            for other in across
        )
    ]
    limit = min(e["top"] for e in down) if end == "top" else max(e["bottom"] for e in down)
    x0, x1 = min(e["x0"] for e in (*down, *across)), max(e["x1"] for e in (*down, *across))
    found = []
    for height in _levels([edge[end] for edge in loose]):
        group = [edge for edge in loose if abs(edge[end] - height) <= _RULE]
        if abs(height - limit) <= _FRAME:
            found.append(_edge(x0, height, x1, height))
        elif len(group) > 1:
            found.append(_edge(min(e["x0"] for e in group), height, max(e["x0"] for e in group), height))
    return found


def _sides(cluster: list[Edge], across: list[Edge], down: list[Edge]) -> list[Edge]:
    """The outline of a cluster, on each side to which at least two rules lead."""
    x0, x1 = min(e["x0"] for e in cluster), max(e["x1"] for e in cluster)
    top, bottom = min(e["top"] for e in cluster), max(e["bottom"] for e in cluster)
    if bottom - top < 2 * _RULE or x1 - x0 < 2 * _RULE:
        return []
    sides = (
        (_edge(x0, top, x0, bottom), sum(e["x0"] <= x0 + _RULE for e in across)),
        (_edge(x1, top, x1, bottom), sum(e["x1"] >= x1 - _RULE for e in across)),
        (_edge(x0, top, x1, top), sum(e["top"] <= top + _RULE for e in down)),
        (_edge(x0, bottom, x1, bottom), sum(e["bottom"] >= bottom - _RULE for e in down)),
    )
    return [side for side, leading in sides if leading > 1]


def _closed(cluster: list[Edge]) -> list[Edge]:
    """A cluster with its open sides closed: tables without side rules, or cut off at the end of a page."""
    across = [edge for edge in cluster if edge["orientation"] == "h"]
    down = [edge for edge in cluster if edge["orientation"] == "v"]
    if not across or not down:
        return []
    ends = _loose_ends(down, across, end="top") + _loose_ends(down, across, end="bottom")
    return merge_edges(cluster + ends + _sides(cluster, across, down), _RULE, _RULE, _RULE, _RULE)


def _levels(values: list[float]) -> list[float]:
    """Coordinates that are nearly the same, as one each, ascending."""
    levels: list[float] = []
    for value in sorted(values):
        if not levels or value - levels[-1] > _RULE:
            levels.append(value)
    return levels


def _index(levels: list[float], value: float) -> int:
    return min(range(len(levels)), key=lambda at: abs(levels[at] - value))


def _raw_cell(box: Box, levels: list[float], chars: list[Char], page: int) -> RawCell:
    place = Place(page, *(round(value, 2) for value in box))
    lines = tuple(lines_of(filter(inside(place), chars), page))
    row, row_end = _index(levels, box[1]), _index(levels, box[3])
    return RawCell(
        row, max(row_end, row + 1), box[0], box[2], join([line.text for line in lines]), place, lines
    )


def _table(boxes: Sequence[Box], chars: list[Char], page: int) -> RawTable:
    levels = _levels([y for box in boxes for y in (box[1], box[3])])
    x0, x1 = min(box[0] for box in boxes), max(box[2] for box in boxes)
    rows = tuple(
        Place(page, round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))
        for top, bottom in pairwise(levels)
    )
    place = Place(page, round(x0, 2), round(levels[0], 2), round(x1, 2), round(levels[-1], 2))
    around = list(filter(inside(place), chars))
    cells = tuple(_raw_cell(box, levels, around, page) for box in sorted(boxes, key=lambda b: (b[1], b[0])))
    return RawTable(cells, rows, place, page)


def _cell_groups(cluster: list[Edge]) -> list[list[Box]]:
    """The cells that the rules of a cluster enclose, grouped to tables."""
    edges = _closed(cluster)
    cells = intersections_to_cells(edges_to_intersections(edges, _MEET, _MEET)) if edges else []
    return [list(boxes) for boxes in cells_to_tables(cells)] or [[cell] for cell in cells]


def _area(boxes: list[Box]) -> float:
    return sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in boxes)


def ruled_tables(page: Page, chars: list[Char]) -> list[RawTable]:
    """Tables and frames that rules enclose on a page, from the top.

    A table within a frame is taken out of it. A box by itself is a frame, and no table, unless it holds a table's
    label: the first row of a table that goes on overleaf.
    """
    tables: list[RawTable] = []
    groups = [boxes for cluster in _clusters(rules(page)) for boxes in _cell_groups(cluster)]
    rest = chars
    for boxes in sorted(groups, key=_area):
        table = _table(boxes, rest, page.page_number)
        if len(boxes) == 1 and bare(table.cells[0].text) not in labels():
            continue
        tables.append(table)
        tests = [inside(cell.place) for cell in table.cells]
        rest = [char for char in rest if not any(test(char) for test in tests)]
    return sorted(tables, key=lambda table: (table.place.top, table.place.x0))
