"""Ways to spoil a clean report, one fault each: functions that change a ``Source`` in place."""

from __future__ import annotations

from collections.abc import Callable

from report_source import Source

Spoiler = Callable[[Source], None]


def say(text: str, chapter: int = 0) -> Spoiler:
    """Add a paragraph to a chapter."""

    def spoil(source: Source) -> None:
        list(source.chapters.values())[chapter].append(text)

    return spoil


def put(old: str, new: str) -> Spoiler:
    """Put other words for some, wherever they stand outside the tables."""

    def spoil(source: Source) -> None:
        source.title = source.title.replace(old, new)
        source.preamble = [text.replace(old, new) for text in source.preamble]
        source.signature = [text.replace(old, new) for text in source.signature]
        source.chapters = {
            heading.replace(old, new): [text.replace(old, new) for text in texts]
            for heading, texts in source.chapters.items()
        }

    return spoil


def drop(chapter: int) -> Spoiler:
    """Leave a chapter out."""

    def spoil(source: Source) -> None:
        del source.chapters[list(source.chapters)[chapter]]

    return spoil


def fill(chapter: int, *texts: str) -> Spoiler:
    """Put other paragraphs into a chapter."""

    def spoil(source: Source) -> None:
        source.chapters[list(source.chapters)[chapter]] = list(texts)

    return spoil


def cell(table: str, row: str, value: str, column: int = -1) -> Spoiler:
    """Put another figure into a cell of 表二 or 表三."""

    def spoil(source: Source) -> None:
        getattr(source, table)[row][column] = value

    return spoil


def statistic(**values: str) -> Spoiler:
    """Put other figures into the 统计表."""

    def spoil(source: Source) -> None:
        source.statistics.update(values)

    return spoil


def outcome(place: int, value: str) -> Spoiler:
    """Put another figure into 表四."""

    def spoil(source: Source) -> None:
        source.disputes[place] = value

    return spoil


def signed(*lines: str) -> Spoiler:
    """Sign otherwise."""

    def spoil(source: Source) -> None:
        source.signature = list(lines)

    return spoil


def swap(one: int, other: int) -> Spoiler:
    """Let two chapters change places."""

    def spoil(source: Source) -> None:
        pairs = list(source.chapters.items())
        pairs[one], pairs[other] = pairs[other], pairs[one]
        source.chapters = dict(pairs)

    return spoil


def both(*spoilers: Spoiler) -> Spoiler:
    """One after the other."""

    def spoil(source: Source) -> None:
        for each in spoilers:
            each(source)

    return spoil


def as_2019(source: Source) -> None:
    """表二 with the columns of 2019."""
    source.chapters["二、主动公开政府信息情况"] = [
        "| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n|---|---|---|---|\n| 规章 | 0 | 0 | 0 |\n| 规范性文件 | 1 | 1 | 4 |"
    ]


def as_2021(source: Source) -> None:
    """表二 with the columns of 2021."""
    source.chapters["二、主动公开政府信息情况"] = [
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 1 | 1 | 4 |"
    ]


def single_row(source: Source) -> None:
    rows = [source.requests.pop(row) for row in ("other_no_correction", "other_no_payment", "other_rest")]
    one = [str(sum(map(int, cells))) for cells in zip(*rows, strict=True)]
    items = list(source.requests.items())
    source.requests = dict([*items[:-2], ("other_handling", one), *items[-2:]])


def other_name(source: Source) -> None:
    """The preamble calls a chapter by another name."""
    source.preamble[0] = source.preamble[0].replace("机构人员和培训", "网站建设")


def opening(text: str) -> Spoiler:
    """Put another preamble."""

    def spoil(source: Source) -> None:
        source.preamble = [text]

    return spoil


def relabel(old: str, new: str) -> Spoiler:
    """Print another label on a row of the tables."""

    def spoil(source: Source) -> None:
        source.labels[old] = new

    return spoil
