"""The reports of an invented area as files: text with tabs in two encodings, Markdown with full- and half-width marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generated.world import Sheet, World

from index.samples.make import WRITERS
from index.samples.source import Line, Source

_FORMATS = (("txt", ""), ("md", ""), ("txt", "gb18030"), ("md", "halfwidth"))
"""Suffix and style of files, in turn."""
_OPENING = (
    "根据《中华人民共和国政府信息公开条例》的规定，编制本报告。"
    "所列数据的统计期限为{year}年1月1日至{year}年12月31日。"
)
_DISCLOSED = (
    "全年主动公开政府信息{n}条。",
    "{year}年，共主动公开各类政府信息{n}条。",
    "本年度累计主动公开政府信息 {n} 条，内容涵盖机构职能、财政资金、民生保障等方面。",
)
_REQUESTS = (
    "{year}年，共收到政府信息公开申请{n}件。",
    "全年新收政府信息公开申请{n}件，均依法办理。",
    "本年度收到政府信息公开申请 {n} 件。",
)
_NO_REQUESTS = (
    "{year}年，未收到政府信息公开申请。",
    "全年没有收到政府信息公开申请。",
    "本年度收到政府信息公开申请0件。",
)


def write(world: World, folder: Path) -> None:
    """Every report of the area into a folder, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, sheet in enumerate(world.sheets.values()):
        suffix, style = _FORMATS[number % len(_FORMATS)]
        source = replace(_source(sheet, f"{sheet.body.short}{sheet.year}.{suffix}", number), style=style)
        (folder / source.file).write_bytes(WRITERS[suffix](source))


def _source(sheet: Sheet, file: str, number: int) -> Source:
    lines = _old(sheet, number) if sheet.year <= 2018 else _new(sheet, number)
    return Source(
        file=file,
        title=(f"{sheet.body.full}{sheet.year}年政府信息公开工作年度报告",),
        issuer=sheet.body.full,
        short=sheet.body.short,
        year=sheet.year,
        phone="0000-1234567",
        lines=tuple(lines),
        signature=sheet.body.full,
        signed=dt.date(sheet.year + 1, 1, 20),
        tables=sheet.tables,
    )


def _said(sheet: Sheet, indicator: str, number: int, otherwise: str) -> Line:
    """The sentence about a figure where the text states it."""
    if indicator not in sheet.stated:
        return Line("paragraph", otherwise)
    value = sheet.stated[indicator]
    forms = _DISCLOSED if indicator == "disclosed" else _REQUESTS if value else _NO_REQUESTS
    return Line("paragraph", forms[number % len(forms)].format(n=value, year=sheet.year))


def _old(sheet: Sheet, number: int) -> Iterator[Line]:
    """The contents of Article 32 of the regulation of 2007, and the 统计表."""
    yield Line("paragraph", _OPENING.format(year=sheet.year))
    yield Line("heading", "一、概述")
    yield Line("paragraph", "按照上级部署，健全制度、明确分工，各项公开工作有序推进。")
    yield Line("heading", "二、主动公开政府信息情况")
    yield _said(sheet, "disclosed", number, "主动公开情况见附表。")
    yield Line("heading", "三、依申请公开政府信息情况")
    yield _said(sheet, "requests_new", number, "依申请公开情况见附表。")
    yield Line("heading", "四、收费及减免情况")
    yield Line("paragraph", "提供政府信息未收取任何费用。")
    yield Line("heading", "五、行政复议、行政诉讼情况")
    yield Line("paragraph", "未发生因政府信息公开引起的行政复议和行政诉讼。")
    yield Line("heading", "六、存在的主要问题和改进措施")
    yield Line("paragraph", "一是更新不够及时；二是形式比较单一。下一步将加强培训，丰富公开形式。")
    yield Line("note", f"附件：政府信息公开情况统计表（{sheet.year}年度）")
    yield Line("statistics")


def _new(sheet: Sheet, number: int) -> Iterator[Line]:
    """The six chapters of the formats of 2019 and 2021."""
    yield Line("paragraph", _OPENING.format(year=sheet.year))
    yield Line("heading", "一、总体情况")
    yield _said(sheet, "disclosed", number, "主动公开工作有序推进。")
    yield _said(sheet, "requests_new", number, "依申请公开工作依法办理。")
    yield Line("heading", "二、主动公开政府信息情况")
    yield Line("documents")
    yield Line("heading", "三、收到和处理政府信息公开申请情况")
    yield Line("requests")
    yield Line("heading", "四、政府信息公开行政复议、行政诉讼情况")
    yield Line("disputes")
    yield Line("heading", "五、存在的主要问题及改进情况")
    yield Line("paragraph", "存在公开形式不够丰富的问题，将通过图解、视频等方式加以改进。")
    yield Line("heading", "六、其他需要报告的事项")
    yield Line("paragraph", "没有其他需要报告的事项。")
