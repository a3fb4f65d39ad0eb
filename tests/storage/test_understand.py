"""What is searched and embedded of a chunk."""

from __future__ import annotations

from dataclasses import replace

import pytest
from towns import fact, report

from index.chunk import chunks
from index.understand import embeddable, entry, renamed, searchable


def test_figures_of_a_table_are_not_embedded_but_searched() -> None:
    table = next(chunk for chunk in chunks(report()) if chunk.table)
    piece = replace(table, text="| 收到申请数 | 件 | 3,607 | / |\n\t其他\t0\t12.5%")
    assert embeddable(piece).split()[-3:] == ["收到申请数", "件", "其他"]
    assert "3,607" in searchable(piece)


@pytest.mark.parametrize(("text", "times"), [("一、概述\n有。", 1), ("有。", 1)])
def test_a_heading_is_embedded_once(text: str, times: int) -> None:
    piece = replace(chunks(report())[0], section="一、概述", context="题 > 一、概述", text=text, table=False)
    assert embeddable(piece).count("一、概述") == times


def test_text_before_the_first_heading_keeps_its_title() -> None:
    piece = replace(chunks(report())[0], section="", context="题", text="有。", table=False)
    assert embeddable(piece) == "题\n有。"


def test_a_renamed_report_is_renamed_everywhere() -> None:
    moved = renamed(report(), "b.txt", (fact(report()),))
    assert moved.report.name == "b.txt"
    assert {chunk.report for chunk in moved.chunks} == {"b.txt"}
    assert [each.report for each in moved.facts] == ["b.txt"]
    assert moved.holders[0].startswith("b.txt#")
    assert moved.tokens == entry(report(), ()).tokens
