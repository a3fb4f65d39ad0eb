"""The title of a report, found among red heads, web page remains and covering notices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.language.dates import year_pattern, years_in
from index.language.text import squeeze
from index.naming.names import split_name
from index.schema import Block

_TOPIC = "政府信息与政务公开|政府信息和政务公开|政务信息公开|政府信息公开|信息公开|政务公开"
_REPORT = re.compile(
    rf"(?P<head>[^。,;:《》<>|]{{0,50}}?)(?P<topic>{_TOPIC})(?P<tail>[^。,;:《》<>|、]{{0,16}}?(?:报告|年报))"
    r"(?P<year>[(〔\[【][^)〕\]】]{2,16}[)〕\]】])?"
)
_YEAR = re.compile(rf"[(〔\[【]?(?:{year_pattern()})\s*年?度?[)〕\]】]?")
_SITE_NAME = re.compile(r"(?<=报告|年报)\s*[-_—–|]+\s*\S{2,30}$")
_PAGE_DATA = re.compile(
    r"(?<=报告|年报)\s*[\[【(（]?\s*(?:发布|来源|信息来源|时间|日期|字[体号]|浏览|点击|作者|20\d\d-).*$",
    re.DOTALL,
)
_PADDING = re.compile(r"\s+")
_LABEL = re.compile(r"^(?:#+|\*+|标题[::]|名称[::]|信息名称[::])+")
_LINES = 4
"""A title is set over at most this many lines (GB/T 9704: trapezium or rhombus)."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed without padding, the body's name in it (``""`` if none) and its year (``None`` if none).

    ``blocks`` are the indices of the blocks it stands in, empty where it was quoted from a sentence.
    """

    text: str
    body: str
    year: int | None
    blocks: range = range(0)


def find_title(blocks: Sequence[Block]) -> Title | None:
    """The likeliest title among the blocks; ``None`` where no line or lines read as one.

    One that names the body and the year wins over one that does not, then the earliest.
    """
    found = list(_candidates(blocks))
    # of two runs that end in the same line and tell as much, the shorter: the lines above are a date or a red head
    whole = [
        title
        for title in found
        if not any(
            _told(o) >= _told(title)
            for o in found
            if o.blocks.stop == title.blocks.stop and o.blocks.start > title.blocks.start
        )
    ]
    return max(whole, key=_worth, default=None) or _quoted(blocks)


def _worth(title: Title) -> tuple[int, int, int]:
    """What a title tells, then how early it stands, then how few lines it takes."""
    return (_told(title), -title.blocks.start, -len(title.blocks))


def _told(title: Title) -> int:
    return bool(title.body) + bool(title.year)


def _candidates(blocks: Sequence[Block]) -> Iterator[Title]:
    for start in range(len(blocks)):
        for stop in range(start + 1, min(start + _LINES, len(blocks)) + 1):
            run = blocks[start:stop]
            if run[-1].grid or len(run[-1].text) > 90:
                break
            if title := read_title("".join(block.text for block in run)):
                yield Title(title.text, title.body, title.year, range(start, stop))


def read_title(text: str) -> Title | None:
    """A line or joined lines read as a title; ``None`` where they are something else."""
    printed = _SITE_NAME.sub("", _LABEL.sub("", _PADDING.sub("", _PAGE_DATA.sub("", text))).replace("*", ""))
    match = _REPORT.fullmatch(squeeze(printed))
    if (
        not match
        or re.search(f"{_TOPIC}|报告|附件|通知|文件|号$|当前|首页|指南", match["head"])
        or "关于做好" in match["head"]
    ):
        return None
    if re.search("格式|制度|目录|通知|指南|附表|要求|以下", match["tail"]):
        return None
    years = years_in(match["head"] + "/" + match["tail"] + "/" + (match["year"] or ""))
    return Title(printed, _body(match), years[0] if years else None)


def _body(match: re.Match[str]) -> str:
    """The body in the words before the topic; an office is the body itself here (某市人民政府办公室)."""
    head = _YEAR.sub("", match["head"])
    head = re.sub("^(?:关于|年度)+|(?:关于|年度|的)+$", "", head)
    if head.endswith("人民") and match["topic"].startswith("政府"):
        head += "政府"
    return head if split_name(head) else ""


def _quoted(blocks: Sequence[Block]) -> Title | None:
    """A title that only a sentence names: 现公布某县2016年政府信息公开工作年度报告."""
    for block in blocks:
        for match in re.finditer(
            rf"《?([^《》。,;:]{{0,40}}?(?:{_TOPIC})(?:工作)?(?:年度)?(?:工作)?报告)", squeeze(block.text)
        ):
            title = read_title(re.sub(r"^.*(?:公布|公开|编制|形成)(?=.{2})", "", match[1]))
            if title and title.year:
                return title
    return None
