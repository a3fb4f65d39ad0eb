"""Reports cut into chunks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import ROWS, report, section

from index.chunk import CAPTION, LONGEST, LONGEST_TABLE, chunks
from index.language.text import squeeze
from index.load.dispatch import load
from index.parse import parse
from index.schema import Anchor, Block, Document, Place, Report, Section

SENTENCE = "镇里通过网站公开信息二十六条。"
TEXT = st.text(alphabet="镇村公开信息，。；！\n一是2（）、", min_size=1, max_size=900)
PATHS = st.sampled_from(
    [(), ("一、概述",), ("一、概述", "（一）内容"), ("一、概述", "（二）形式"), ("二、申请",)]
)


def of(*sections: Section) -> Report:
    return replace(report(), sections=sections)


def texts(*sections: Section) -> list[str]:
    return [chunk.text for chunk in chunks(of(*sections))]


@given(st.lists(st.tuples(PATHS, st.lists(TEXT, max_size=3), st.integers(0, 40)), max_size=6))
def test_joined_chunks_are_the_text_of_the_report(
    parts: list[tuple[tuple[str, ...], list[str], int]],
) -> None:
    made = of(*(section(path, *body, table=ROWS * rows) for path, body, rows in parts))
    assert squeeze("".join(chunk.text for chunk in chunks(made))) == squeeze(made.text)


@given(st.lists(st.tuples(PATHS, TEXT), min_size=1, max_size=6))
def test_only_short_sections_share_a_chunk(parts: list[tuple[tuple[str, ...], str]]) -> None:
    made = of(*(section(path, body) for path, body in parts))
    for chunk in chunks(made):
        assert len(chunk.sections) <= 1 or len(chunk.text) < LONGEST + 120


def test_a_long_section_is_cut_at_sentence_ends_into_even_parts() -> None:
    found = texts(section(("一、概述",), SENTENCE * 50))
    assert all(text.endswith("。") for text in found)
    assert max(map(len, found)) <= LONGEST + CAPTION
    assert min(map(len, found)) > LONGEST / 4


def test_a_list_item_is_not_parted_from_its_lead() -> None:
    items = [f"{mark}是抓好公开。{SENTENCE * 15}" for mark in "一二三四"]
    found = texts(section(("一、概述",), "".join(items)))
    assert [text.removeprefix("一、概述\n")[:2] for text in found] == ["一是", "二是", "三是", "四是"]


def test_stub_sections_under_one_parent_are_one_chunk() -> None:
    made = of(
        section(("一、概述",), SENTENCE * 23),
        section(("二、收费情况",), "没有收取费用。"),
        section(("三、其他事项",), "无其他需要说明的事项。"),
    )
    last = chunks(made)[-1]
    assert last.sections == ("二、收费情况", "三、其他事项")


def test_a_lone_heading_goes_with_the_section_below_it() -> None:
    found = texts(
        section(("一、概述",), "简短。"),
        section(("二、申请",)),
        section(("二、申请", "（一）受理"), SENTENCE * 10),
    )
    assert found[0] == "一、概述\n简短。"
    assert found[1].startswith("二、申请\n（一）受理")


def test_sections_of_different_parents_stay_apart() -> None:
    found = texts(section(("一、概述", "（一）内容"), "有。"), section(("二、申请", "（一）受理"), "无。"))
    assert len(found) == 2


def test_a_heading_and_the_first_rows_of_its_table_are_one_chunk() -> None:
    (chunk,) = chunks(of(section(("二、申请",), table=ROWS)))
    assert chunk.table
    assert chunk.text == "\n".join(("二、申请", *ROWS))


def test_text_after_a_table_does_not_join_it() -> None:
    table = section(("二、申请",), table=ROWS)
    found = chunks(of(replace(table, blocks=(*table.blocks, Block("备注：以上为全年数。")))))
    assert [chunk.table for chunk in found] == [True, False]


def test_a_long_table_repeats_its_header_in_the_context_only() -> None:
    rows = (
        "项目 单位 数量",
        *(f"（{mark}）{'很长的行标签' * 4} 件 {mark}" for mark in "一二三四五六七八九十" * 3),
    )
    first, *others = chunks(of(section(("二、申请",), table=rows)))
    assert others
    assert all("项目 单位 数量" in chunk.context for chunk in others)
    assert not any("项目" in chunk.text for chunk in others)
    assert all(len(chunk.text) <= LONGEST_TABLE + 20 for chunk in (first, *others))


def test_context_is_the_title_and_the_headings() -> None:
    chunk = chunks(of(section(("一、概述", "（一）内容"), SENTENCE * 15)))[0]
    assert chunk.context == f"{report().title} > 一、概述 > （一）内容"


def test_a_chunk_names_the_page_that_it_begins_on() -> None:
    places = (Anchor(0, Place(1, 0, 0, 1, 1)), Anchor(300, Place(2, 0, 0, 1, 1)))
    body = Block(SENTENCE * 60, anchors=places)
    pages = [chunk.page for chunk in chunks(of(Section(("一、概述",), (body,))))]
    assert pages[0] == 1
    assert pages[1:] == [2] * (len(pages) - 1)


def test_ids_count_the_chunks_of_a_report() -> None:
    found = chunks(report())
    assert [chunk.id for chunk in found] == [f"青禾镇2016.txt#{number}" for number in range(len(found))]


def test_a_report_without_text_has_no_chunks() -> None:
    assert chunks(of(section(()))) == ()


@pytest.mark.parametrize("name", ["朱桥镇2020.txt", "聂桥镇2017.md"])
def test_real_reports_lose_nothing(shared: Path, name: str) -> None:
    (document,) = load(shared / "reports" / name, name)
    assert isinstance(document, Document)
    parsed = parse(document)
    assert squeeze("".join(chunk.text for chunk in chunks(parsed))) == squeeze(parsed.text)
