"""Invented reports of many shapes, each with what a careful reader makes of it (tests/shapes).

A line of a shape is a block: ``B|`` marks bold, ``H2|`` a heading level, ``G|`` a table row with tabs.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

from index.language.text import squeeze
from index.parse import parse
from index.schema import Block, Contact, Document, Grid, GridCell, Report

SHAPES = sorted(Path(__file__).parent.with_name("shapes").glob("*.txt"))


def block(line: str, order: int) -> Block:
    match = re.match(r"(?:(B)|H(\d)|(G))\|", line)
    text = line[match.end() :] if match else line
    if match and match[3]:
        cells = tuple(GridCell(cell) for cell in text.split("\t"))
        return Block(text, grid=Grid((cells,), (text,)), order=order)
    return Block(
        text, bold=bool(match and match[1]), heading=int(match[2]) if match and match[2] else 0, order=order
    )


def document(text: str, name: str = "样本.txt") -> Document:
    lines = [line for line in text.splitlines() if line.strip()]
    return Document(name, "txt", "", tuple(block(line, order) for order, line in enumerate(lines)))


def described(report: Report) -> list[str]:
    issuer, contact = report.issuer, report.contact
    stated = {field.name: getattr(contact, field.name) for field in fields(Contact)}
    lines = [
        f"title: {report.title}",
        f"issuer: {issuer.name}",
        f"short: {issuer.short}",
        f"level: {issuer.level}",
        f"parents: {' '.join(issuer.parents)}",
        f"year: {report.year}",
        f"signature: {report.signature}",
        f"signed: {report.signed or ''}",
        f"published: {report.published or ''}",
        *(f"{name}: {value}" for name, value in stated.items() if value),
        "sections:",
        *(section.label or "-" for section in report.sections),
    ]
    return [line.rstrip() for line in lines]


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_a_report_of_this_shape_is_understood(path: Path) -> None:
    text, expected = path.read_text(encoding="utf-8").split("=== expected\n")
    assert described(parse(document(text))) == expected.splitlines()


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_every_block_is_in_exactly_one_section(path: Path) -> None:
    whole = document(path.read_text(encoding="utf-8").split("=== expected\n")[0])
    assert tuple(b for section in parse(whole).sections for b in section.blocks) == whole.blocks


def test_there_are_shapes_to_check() -> None:
    assert len(SHAPES) >= 30


def plain(report: Report) -> list[str]:
    """The headings without what conversions change: width, spaces, the stop after a numeral."""
    return [re.sub(r"[、.．*]", "", squeeze(section.label)) for section in report.sections]


DAMAGES = {
    "another stop": lambda line: re.sub(r"^([一二三四五六七八九十]+)、", r"\1．", line),
    "half width": lambda line: line.translate(str.maketrans("（），：", "(),:")),
    "bold marks": lambda line: f"**{line}**" if len(line) < 30 else line,
    "hash marks": lambda line: f"#### {line}" if len(line) < 30 else line,
    "spaces": lambda line: re.sub(r"^([一二三四五六七八九十]+)、", r"\1 、 ", line),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_damage_to_the_marks_changes_neither_sections_nor_names(path: Path, damage: str) -> None:
    whole = document(path.read_text(encoding="utf-8").split("=== expected\n")[0])
    damaged = tuple(replace(b, text=DAMAGES[damage](b.text)) if b.grid is None else b for b in whole.blocks)
    before, after = parse(whole), parse(replace(whole, blocks=damaged))
    assert plain(after) == plain(before)
    assert (after.issuer.name, after.year, after.signed) == (before.issuer.name, before.year, before.signed)
