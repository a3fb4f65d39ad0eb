"""The real reports as text: nothing lost, nothing glued that belongs apart. Figures and labels only are named here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.language.text import squeeze
from index.load import load
from index.load.paragraphs import begins_item
from index.schema import Document

_MARKS = re.compile(r"[#*|\\>]|[-:]{3,}")


def documents(shared: Path) -> list[tuple[Path, Document]]:
    paths = sorted(path for path in (shared / "reports").iterdir() if path.suffix in {".txt", ".md"})
    return [(path, item) for path in paths for item in load(path, path.name) if isinstance(item, Document)]


def test_every_text_report_is_read(shared: Path) -> None:
    assert len(documents(shared)) == 6


def test_nothing_of_a_text_is_lost_or_moved(shared: Path) -> None:
    for path, document in documents(shared):
        source = squeeze(_MARKS.sub("", path.read_text(encoding="utf-8")))
        read = squeeze(_MARKS.sub("", "".join(block.text for block in document.blocks)))
        assert read == source, path.name


def test_no_paragraph_breaks_off_inside_a_sentence(shared: Path) -> None:
    for path, document in documents(shared):
        prose = [block.text for block in document.blocks if block.grid is None and len(block.text) > 60]
        assert [text[-20:] for text in prose if text[-1] not in "。；：."] == [], path.name


def test_no_heading_is_glued_into_a_paragraph(shared: Path) -> None:
    heading = re.compile(
        r"^(?:#+\s*)?(?:\*\*)?([一二三四五六七八九十]{1,2}、[^。，,|\t\n]{2,40})(?:\*\*)?$", re.MULTILINE
    )
    for path, document in documents(shared):
        wanted = {squeeze(found) for found in heading.findall(path.read_text(encoding="utf-8"))}
        texts = {squeeze(block.text) for block in document.blocks}
        assert {text.rstrip("*") for text in wanted} <= texts, path.name


@pytest.mark.parametrize(
    ("stem", "grids"),
    [
        ("朱桥镇2020", [18, 26, 4]),
        ("宿迁市2023", [3, 2, 3, 2, 26, 2]),
        ("聂桥镇2017", [68]),
        ("看庄镇2014", []),
    ],
)
def test_tables_are_grids_with_one_printed_line_a_row(shared: Path, stem: str, grids: list[int]) -> None:
    (document,) = (document for path, document in documents(shared) if path.stem == stem)
    found = [block.grid for block in document.blocks if block.grid]
    assert [len(grid.rows) for grid in found] == grids
    source = next((shared / "reports").glob(f"{stem}.*")).read_text(encoding="utf-8").splitlines()
    lines = {line.strip(" ") for line in source}
    assert {line for grid in found for line in grid.printed} <= lines


def test_signatures_and_dates_stand_alone(shared: Path) -> None:
    for path, document in documents(shared):
        dates = [
            block.text
            for block in document.blocks
            if re.search(r"^20\d\d\s*年\s*\d+\s*月\s*\d+\s*日$", block.text)
        ]
        assert len(dates) == (1 if path.stem in {"朱桥镇2020", "留格庄镇2018", "聂桥镇2017"} else 0), (
            path.name
        )
        assert not any(begins_item(text[4:]) for text in dates)
