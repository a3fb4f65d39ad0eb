"""Tables that were flattened to one cell a line, as text copied from web pages and PDFs often is.

Only the statutory labels (国办公开办函〔2019〕60号, 〔2021〕30号; 国办发〔2014〕32号) tell where such a table is. A row is its
labels and the figures after them. Some converters set a bar alone on a line after every cell, which keeps the
empty ones. Otherwise, where rows of one table hold different numbers of figures, blank cells were
lost and nobody can tell which: such lines stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from index.indicators import APPLICANTS, OUTCOMES, indicators
from index.language.text import squeeze
from index.load.cells import cell_text
from index.load.lines import Line
from index.load.textgrid import Item, grid_block

_HEADS = (
    *(
        *APPLICANTS,
        *OUTCOMES,
        "申请人情况",
        "法人或其他组织",
        "信息内容",
        "统计指标",
        "指标名称",
        "单位",
        "统计数",
        "数量",
    ),
    *(
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "本年处理决定数量",
        "本年收费金额（单位：万元）",
        "本年收费金额",
    ),
    *("本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "本年增/减", "处理决定数量"),
    *("采购项目数量", "采购总金额", "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"),
)
_GROUPS = (
    *(
        "三、本年度办理结果",
        "第二十条第（一）项",
        "第二十条第（五）项",
        "第二十条第（六）项",
        "第二十条第（八）项",
    ),
    *(
        "第二十条第（九）项",
        "一、主动公开情况",
        "（二）通过不同渠道和方式公开政府信息的情况",
        "二、回应解读情况",
    ),
    *("（二）通过不同渠道和方式回应解读的情况", "三、依申请公开情况", "八、机构建设和保障经费情况"),
    *("九、政府信息公开会议和培训情况", "（六）其他处理", "（七）总计"),
)
_VALUE = re.compile(r"^(?:[-+]?\d[\d,，]*(?:[.．]\d+)?|[-—－–/／]{1,3})$")
_UNIT = re.compile(r"^(?:条|件|次|篇|人|个|人次|万元|元|期|项|[-—―]{2,})$")
_MARK = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）]?[、.．]?|其中[：:])")
_NOTE = re.compile(r"[（(].*[)）]$")
_LEAST_VALUES = 3
_LEAST_CELLS = 3
"""So many cells in a row are a table, even where its rows cannot be told: they are not joined to sentences."""
_LONGEST = 60
_BAR = re.compile(r"^[|｜│]$")
_FORM_NOTE = re.compile(r"^[（(]?本列数据的勾稽关系")
_YEARS = re.compile(r"(?:本年度?|20\d\d年度)数?|历年累计数?")
"""The columns of annex tables of before 2014."""
_FIGURES = {"value", "blank"}
_HEIGHTS = (1, 2, 3)
"""Over so many lines a label may be broken (商业 | 企业)."""


class _Token(NamedTuple):
    """A cell: what it is (``head``, ``label``, ``unit``, ``value``, ``blank`` or ``bar``), its text, its lines."""

    kind: str
    text: str
    lines: tuple[Line, ...]


def flat_grids(lines: Sequence[Line]) -> list[Item]:
    """The lines with every flattened statutory table among them replaced by a block in its place."""
    items: list[Item] = []
    at = 0
    while at < len(lines):
        end, tokens = _cells_from(lines, at)
        rows = _rows(tokens)
        if rows:
            items.append(grid_block([(_printed(row), [token.text for token in row]) for row in rows]))
        else:
            items += _as_lines(lines[at : max(end, at + 1)], cells=len(tokens) >= _LEAST_CELLS)
        at = max(end, at + 1)
    return items


def _as_lines(lines: Sequence[Line], *, cells: bool) -> list[Item]:
    """Lines that make no table; bars between lost cells say nothing any more."""
    return [
        replace(line, whole=line.whole or cells or _is_row(line.text))
        for line in lines
        if not _BAR.match(line.text)
    ]


def _is_row(text: str) -> bool:
    """Whether a line is a label and, apart by blanks, its figures (条 68, 68 413), which no sentence ends with."""
    words = text.split()
    behind = [_kind(word) for word in words[-2:]]
    labelled = len(words) > len(behind) and _kind(words[0]) not in {"value", "unit"}
    return labelled and behind[0] in {"value", "unit"} and behind[1] == "value"


def _cells_from(lines: Sequence[Line], at: int) -> tuple[int, list[_Token]]:
    """The end of the run of cells that begins at a line (``at`` itself where none does), and the cells."""
    tokens: list[_Token] = []
    while at < len(lines):
        found = next((cells for count in _HEIGHTS if (cells := _cells_of(lines[at : at + count]))), [])
        if not found:
            break
        if found[0].kind == "bar" and tokens and tokens[-1].kind in {"bar", "blank"}:
            found = [found[0]._replace(kind="blank")]
        tokens += found
        at += len(found[0].lines)
    return at, tokens


def _cells_of(lines: Sequence[Line]) -> list[_Token]:
    """The cells that these lines make together; ``[]`` where they make none."""
    if len(lines) == 1:
        return _tokens(lines[0])
    text = cell_text(line.text for line in lines)
    kind = _kind(text)
    return [_Token(kind, text, tuple(lines))] if kind in {"label", "head"} else []


def _tokens(line: Line) -> list[_Token]:
    """The cells of a line: one, or a label with its figures behind it; ``[]`` for a line of text."""
    if _BAR.match(line.text):
        return [_Token("bar", "", (line,))]
    kind = _kind(line.text)
    if kind:
        return [_Token(kind, line.text, (line,))]
    words = line.text.split()
    behind = len(words)
    while behind and _kind(words[behind - 1]) in {"value", "unit"}:
        behind -= 1
    label = " ".join(words[:behind])
    if not behind or behind == len(words):
        return _heads(line, words)
    kind = _kind(label)
    figures = [_Token(_kind(word), word, (line,)) for word in words[behind:]]
    return [_Token(kind, label, (line,)), *figures] if kind in {"label", "head"} else []


def _heads(line: Line, words: Sequence[str]) -> list[_Token]:
    """A line of several column heads or labels."""
    kinds = [_kind(word) for word in words]
    known = len(words) > 1 and all(kind in {"head", "label", "value", "unit"} for kind in kinds)
    return [_Token(kind, word, (line,)) for kind, word in zip(kinds, words, strict=True)] if known else []


def _kind(text: str) -> str:
    squeezed = squeeze(text)
    if _VALUE.match(unicodedata.normalize("NFKC", text)):
        return "value"
    if _UNIT.match(squeezed):
        return "unit"
    if len(squeezed) > _LONGEST:
        return ""
    if squeezed in _head_labels() or _FORM_NOTE.match(squeezed) or _YEARS.fullmatch(squeezed):
        return "head"
    return "label" if _bare(squeezed) in _row_labels() else ""


@cache
def _head_labels() -> frozenset[str]:
    return frozenset(map(squeeze, _HEADS))


@cache
def _row_labels() -> frozenset[str]:
    printed = [label for indicator in indicators().values() for label in indicator.labels.values()]
    return frozenset(_bare(squeeze(label)) for label in (*printed, *_GROUPS))


def _bare(squeezed: str) -> str:
    """A label without its number and the note in brackets behind it."""
    return _NOTE.sub("", _MARK.sub("", squeezed)) or squeezed


def _rows(tokens: Sequence[_Token]) -> list[list[_Token]]:
    """The rows of a table; ``[]`` where the cells are too few, or where it is unsure which cell is which."""
    tokens = [token for token in tokens if token.kind != "bar"]
    values = sum(token.kind in _FIGURES for token in tokens)
    labels = sum(token.kind in {"label", "head"} for token in tokens)
    if values < _LEAST_VALUES or labels < 2 or tokens[0].kind in {*_FIGURES, "unit"}:
        return []
    rows: list[list[_Token]] = []
    for index, token in enumerate(tokens):
        if not rows or _begins_row(tokens[index - 1], token):
            rows.append([])
        rows[-1].append(token)
    return rows if _is_even(rows) else []


def _begins_row(before: _Token, token: _Token) -> bool:
    """A label after a figure or after the heads; the heads; and figures right under the heads (表四)."""
    if token.kind == "label":
        return before.kind != "label"
    if token.kind == "head":
        return before.kind != "head"
    return token.kind in _FIGURES and before.kind == "head"


def _is_even(rows: Sequence[Sequence[_Token]]) -> bool:
    """Whether all rows between two rows of heads hold the same number of figures."""
    counts: set[int] = set()
    for row in rows:
        if row[0].kind == "head" and not any(token.kind in _FIGURES for token in row):
            counts = set()
            continue
        if figures := sum(token.kind in _FIGURES for token in row):
            counts.add(figures)
        if len(counts) > 1:
            return False
    return True


def _printed(row: Sequence[_Token]) -> str:
    """The source lines of a row, as they stand."""
    lines = {id(line): line for token in row for line in token.lines}
    return " ".join(line.text for line in lines.values())
