"""Small reports of invented towns for the tests of chunks, store, building and retrieval."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

from index.chunk import chunks
from index.language.words import tokens
from index.schema import Block, Contact, Fact, FactState, Generation, Grid, GridCell, Issuer, Report, Section
from index.storage.entry import Entry
from index.storage.holders import holders
from index.store import Store
from index.understand import searchable

ROWS = ("收到申请数 件 3", "当面申请数 件 1", "网络申请数 件 2")


def grid(rows: tuple[str, ...]) -> Grid:
    """A table of those printed rows, cells between spaces."""
    return Grid(tuple(tuple(GridCell(cell) for cell in row.split()) for row in rows), rows)


def section(path: tuple[str, ...], *texts: str, table: tuple[str, ...] = ()) -> Section:
    """A section: its heading, paragraphs, and a table if rows are given."""
    blocks = [Block(text) for text in ((path[-1],) if path else ()) + texts]
    if table:
        blocks.append(Block("\n".join(table), grid(table)))
    return Section(path, tuple(blocks))


def report(
    town: str = "青禾镇", year: int = 2016, name: str = "", *, count: int = 26, signed: dt.date | None = None
) -> Report:
    """A report of an invented town with text, a stub section and a table."""
    full = f"{town}人民政府"
    return Report(
        name=name or f"{town}{year}.txt",
        title=f"{full}{year}年政府信息公开工作年度报告",
        issuer=Issuer(full, town, town, aliases=(full, town)),
        year=year,
        generation=Generation.of(year),
        sections=(
            section((), f"{full}{year}年政府信息公开工作年度报告", f"联系电话：0000-{year}。"),
            section(("一、概述",), f"全年通过政府网站公开信息{count}条，内容都在栏目里。" * 5),
            section(("二、依申请公开情况",), "本年收到申请3件。", table=ROWS),
            section(("三、收费情况",), "没有收取费用。"),
            section(("四、其他事项",), "无其他需要说明的事项。"),
        ),
        contact=Contact(phone=f"0000-{year}"),
        signed=signed,
        format="txt",
        digest=f"{town}{year}{name}{count}",
    )


def fact(of: Report, indicator: str = "requests_new", column: str = "", value: int = 3) -> Fact:
    """A fact of that report with the table's first row as its source."""
    return Fact(
        report=of.name,
        issuer=of.issuer.name,
        year=of.year,
        indicator=indicator,
        label="收到申请数",
        column=column,
        scope="",
        value=Decimal(value),
        unit="件",
        state=FactState.NUMBER,
        section="二、依申请公开情况",
        page=None,
        quote=ROWS[0],
        source="table",
    )


def entry(of: Report, facts: tuple[Fact, ...] = (), vectors: tuple[bytes | None, ...] = ()) -> Entry:
    """All that a store keeps of a report, found by words alone unless vectors are given."""
    pieces = chunks(of)
    words = tuple(tuple(tokens(searchable(piece))) for piece in pieces)
    return Entry(of, pieces, facts, holders(facts, pieces), words, vectors or (None,) * len(pieces))


def printed(town: str, year: int, count: int = 26) -> str:
    """A report as a text file has it."""
    return f"""{town}人民政府{year}年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》编制本报告。联系电话：0000-1234567。

一、概述

{year}年，我镇通过政府网站主动公开政府信息{count}条。

二、依申请公开情况

{year}年我镇收到政府信息公开申请3件。

三、收费情况

没有收取费用。

{town}人民政府

{year + 1}年1月20日
"""


def write(folder: Path, town: str, year: int, count: int = 26) -> Path:
    """That text as a file in a folder."""
    path = folder / f"{town}{year}.txt"
    path.write_text(printed(town, year, count), encoding="utf-8")
    return path


def add(store: Store, *entries: Entry) -> None:
    """Put reports into a store."""
    with store.database.writing():
        for each in entries:
            store.contents.add(each)
