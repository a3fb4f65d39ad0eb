"""Headings read one by one: the mark, the words, and whether text runs on after them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from index.indicators import indicators
from index.language.text import squeeze
from index.outline.statutory import is_statutory, topics
from index.schema import Block


class Mark(IntEnum):
    """Kinds of heading marks in the order of official texts (GB/T 9704: 一、 （一） 1. （1）)."""

    PART = 0  # 第一部分
    SECTION = 1  # 第一节
    HAN = 2  # 一、
    PAREN_HAN = 3  # （一）
    NUMBER = 4  # 1. 1、
    PAREN_NUMBER = 5  # （1） 1）
    CIRCLED = 6  # ①
    NONE = 7


_NUMERAL = "[一二三四五六七八九十]{1,3}"
_MARKS = (
    (Mark.PART, rf"第\s*({_NUMERAL}|\d{{1,2}})\s*(?:部分|章|编)\s*[、.．:：]?"),
    (Mark.SECTION, rf"第\s*({_NUMERAL}|\d{{1,2}})\s*节\s*[、.．:：]?"),
    (Mark.HAN, rf"({_NUMERAL})(?:\s*[、.．，,:：]|\s+(?=[^\s是]))"),
    (Mark.PAREN_HAN, rf"[（(〔]\s*({_NUMERAL})\s*[）)〕]\s*[、.．]?"),
    (Mark.NUMBER, r"(\d{1,2})\s*(?:[、．]|\.(?!\d)|,(?!\d)|，)"),
    (Mark.PAREN_NUMBER, r"[（(]?\s*(\d{1,2})\s*[）)]\s*[、.．]?"),
    (Mark.CIRCLED, r"([①-⑳])\s*[、.．]?"),
)
_MARK_PATTERNS = tuple((mark, re.compile(pattern)) for mark, pattern in _MARKS)
_DECORATION = re.compile(r"^[\s#*＊_　]+|[\s*＊_#　]+$")
_PAGE_NUMBER = re.compile(r"\s+\d{1,2}$")
_CONTENTS_ENTRY = re.compile(r"[.…·．]{3,}\s*\d*$")
_TRAIL = "。．：:；;"
_OPEN_ENDS = ("；", ";", "，", ",", "、")
_STOPS = (
    re.compile(r"\n"),
    re.compile("[:：]"),
    re.compile("。"),
    re.compile(r"\s+(?=20\d\d|我|本|一是|截)"),
    re.compile("(?<=情况)(?=20[0-9]{2}|我|本)|(?<=概述)(?=20[0-9]{2}|我|本)"),
)
_LONGEST = 45
"""A heading that runs into its paragraph has at most two lines of 22 characters (layout of GB/T 9704)."""
_LONGEST_LINE = 60
"""A heading on a line of its own has at most three such lines, less the indents."""

_UNIT = "(?:条|件|次|篇|个|人|人次|万元|元|期|份|项|场)"
_VALUE = r"(?:[-+]?\d[\d,]*(?:\.\d+)?|[/／—]+)"
_ROW = re.compile(rf"\S\S\s+(?:{_UNIT}(?:\s+{_VALUE})*|{_VALUE}(?:\s+{_VALUE})+)$")
"""How a row of a table ends whose cells stand apart by blanks: 条 68, 68 413, or 条 before an empty cell."""
_UNIT_CELL, _VALUE_CELL = re.compile(_UNIT), re.compile(_VALUE)

_ATTACHMENT = re.compile(
    r"附\s*(?:件|表|录|图)?\s*(?:[一二三四五六七八九十]|\d{1,2})?\s*(?:[:：、.]\s*.{0,40}|)"
)
_CAPTION = re.compile(
    r"[^。,;:]{0,25}(?:信息|政务)公开(?:工作)?(?:年度)?情况(?:年度)?统计(?:年报)?表(?:\(.{0,20}\))?"
)
_FIGURE = re.compile(r"\d[\d.,]*\s*(?:余|多)?(?:条|件|次|个|人|份|期|篇|万|%|元|场|项)|\d\s*[年月]\s*\d")
_CLAUSE = re.compile(
    r"(?:未|没有|无)(?:收到|发生|收取|产生|出现|接到|受理|涉及|依申请)|^(?:20\d\d年,|截至|截止)|[我本](?:镇|乡|局|市|县|区|街道|单位|委|办)(?:未|无|没有|共|已)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block that begins like a heading.

    ``printed`` is the heading as it will stand in the path, ``words`` its words squeezed and without the mark,
    ``number`` the mark's value (0 without one). ``runs_in`` is true where the paragraph goes on after it;
    ``topics`` are the statutory sections that the words may name.
    """

    mark: Mark
    number: int
    printed: str
    words: str
    runs_in: bool = False
    topics: frozenset[str] = frozenset()


def candidate(block: Block) -> Candidate | None:
    """The heading that a block may be or begin with; ``None`` for tables, sentences and list items."""
    text = undecorated(block.text)
    if block.grid is not None or _CONTENTS_ENTRY.search(text):
        return None
    mark, number, rest = _mark(text)
    if _ROW.search(text) or (mark is not Mark.NONE and _is_row(rest)):
        return None
    words, runs_in = _words(rest, mark)
    if not words:
        return None
    printed = undecorated(text[: len(text) - len(rest)] + words).rstrip(_TRAIL)
    bare = squeeze(words)
    return Candidate(mark, number, re.sub(r"\s+", " ", printed), bare.strip(":;。"), runs_in, topics(bare))


def undecorated(text: str) -> str:
    """A paragraph without the marks of Markdown around it (``#``, ``**``), which conversions leave in plain text."""
    return _DECORATION.sub("", text.replace("**", "").replace("__", ""))


def _mark(text: str) -> tuple[Mark, int, str]:
    """The mark at the start, its value, and the text after it."""
    for mark, pattern in _MARK_PATTERNS:
        if match := pattern.match(text):
            return mark, _value(match[1]), text[match.end() :].lstrip()
    return Mark.NONE, 0, text


def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    if numeral in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(numeral) - ord("①") + 1
    tens, ten, ones = numeral.rpartition("十")
    digits = "一二三四五六七八九"
    return (10 * (digits.find(tens) + 1 if tens else 1) if ten else 0) + (
        digits.find(ones) + 1 if ones else 0
    )


def _words(rest: str, mark: Mark) -> tuple[str, bool]:
    """The heading's words as printed and whether text runs on after them; ``""`` where there is no heading."""
    line = _PAGE_NUMBER.sub("", rest.strip())
    if mark > Mark.PAREN_HAN:
        return (line if _stands_alone(line, mark) else "", False)
    for head, tail in _cuts(line):
        if tail and is_phrase(head):
            return head, True
    longest = _LONGEST if mark is Mark.NONE or line.endswith("。") else _LONGEST_LINE
    return (line if is_phrase(line.rstrip(_TRAIL), longest) and not line.endswith(_OPEN_ENDS) else "", False)


def _stands_alone(line: str, mark: Mark) -> bool:
    """Whether a line is a heading as a whole; a list item ends like a sentence."""
    item = line.endswith(("。", *_OPEN_ENDS)) and not (mark < Mark.NONE and is_statutory(line.rstrip(_TRAIL)))
    return is_phrase(line.rstrip(_TRAIL)) and not item


def _cuts(line: str) -> Iterator[tuple[str, str]]:
    """Where a heading may end and its paragraph begin, the surest first: a statutory name, a colon, a full stop."""
    named, *rest = re.split(r"\s+", line, maxsplit=1)
    if rest and line.endswith(("。", *_OPEN_ENDS)) and topics(named):
        yield named, rest[0]
    for stop in _STOPS:
        head, *rest = stop.split(line, maxsplit=1)
        yield head, "".join(rest).strip()


def is_phrase(text: str, longest: int = _LONGEST) -> bool:
    """Whether words can be a heading: short, one phrase, no figure, no statement."""
    bare = squeeze(text)
    if (
        not 2 <= len(bare) <= longest
        or re.search(r"[。;!?！？]|[,、]$", bare)
        or not re.search("[一-鿿]{2}", bare)
    ):
        return False
    return not _FIGURE.search(bare) and not _CLAUSE.search(bare)


def _is_row(rest: str) -> bool:
    """Whether the words after a mark are a row of the tables of 2019 and 2021, its cells run into it or not."""
    label = re.sub(r"\(.*", "", re.sub(r"[\d./+-]+$", "", squeeze(rest)))
    return label in _row_labels()


@cache
def _row_labels() -> frozenset[str]:
    """The row labels of 2019 and 2021 without marks and remarks: a flattened table is no outline."""
    labels = {
        label for entry in indicators().values() for era, label in entry.labels.items() if era != "2014"
    }
    bare = {re.sub(r"\(.*", "", squeeze(_mark(squeeze(label))[2])) for label in labels}
    return frozenset(bare - {"其他"}) | {"本年度办理结果", "不予公开", "无法提供", "不予处理"}


def is_row_label(blocks: Sequence[Block], index: int) -> bool:
    """Whether the cells of a table's row follow a block, one a line: its unit, or two figures."""
    cells = ["" if block.grid else squeeze(block.text) for block in blocks[index + 1 : index + 3]]
    if cells and _UNIT_CELL.fullmatch(cells[0]):
        return True
    return len(cells) == 2 and all(map(_VALUE_CELL.fullmatch, cells))


def is_listed(block: Block, mark: Mark) -> bool:
    """Whether a block is an item of a list with such marks, which ends in a semicolon or comma."""
    text = undecorated(block.text)
    return block.grid is None and text.endswith(("；", ";", "，", ",")) and _mark(text)[0] is mark


def is_attachment(block: Block) -> bool:
    """Whether a block is the line that begins an attachment: 附件1：, 附表, 附件：某某统计表."""
    text = undecorated(block.text)
    return block.grid is None and len(text) <= 50 and bool(_ATTACHMENT.fullmatch(text)) and "。" not in text


def is_caption(block: Block) -> bool:
    """Whether a block is the caption of the statistics table of 2014 to 2018 (国办发〔2014〕32号)."""
    return block.grid is None and bool(_CAPTION.fullmatch(squeeze(undecorated(block.text))))
