"""Invented reports of many shapes, each with what a careful reader makes of it (tests/shapes).

A line of a shape is a block: ``B|`` marks bold, ``H2|`` a heading level, ``G|`` a table row with tabs.
"""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from index.parse import parse
from index.schema import Block, Contact, Document, Grid, GridCell, Report

SHAPES = sorted(Path(__file__).with_name("shapes").glob("*.txt"))


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
