"""The same tables from files of several formats, through the loader."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from table_samples import (
    Line,
    disputes,
    documents_blocks,
    documents_flat,
    documents_ragged,
    report,
    request_labels,
    requests_flat,
    requests_pipes,
    requests_tabs,
)

from index.indicators import APPLICANTS, DISPUTES, OUTCOMES
from index.load.dispatch import load_bytes
from index.schema import Block, Document
from index.tables.report import table_facts

HEADINGS = (
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
)
Rows = Sequence[Sequence[str]]


def _lines(year: int) -> list[Line]:
    return [
        Line(row, groups, label, tuple(str(100 * at + column) for column in range(7)))
        for at, (row, groups, label) in enumerate(request_labels(year), start=1)
    ]


def _documents(year: int) -> dict[str, tuple[str, ...]]:
    rows = [(row, columns) for _, columns, ids in documents_blocks(year) for row in ids]
    return {
        row: tuple(str(7000 + 10 * at + i) for i in range(len(cols))) for at, (row, cols) in enumerate(rows)
    }


def _texts(block: Block) -> list[list[str]]:
    assert block.grid is not None
    return [[cell.text if cell else "" for cell in row] for row in block.grid.rows]


def _html(tables: Sequence[Rows]) -> str:
    parts = ["<html><body><h1>青川市人民政府2022年政府信息公开工作年度报告</h1>"]
    for heading, rows in zip(HEADINGS, tables, strict=True):
        cells = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows)
        parts.append(f"<h2>{heading}</h2><table>{cells}</table>")
    return "".join(parts)


def _text(bodies: Sequence[str]) -> str:
    parts = ["青川市人民政府2022年政府信息公开工作年度报告"]
    for heading, body in zip(HEADINGS, bodies, strict=True):
        parts += [heading, body]
    return "\n".join([*parts, "五、存在的主要问题及改进情况", "公开的深度还不够。"])


def _pipes(rows: Rows) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def _tabs(rows: Rows) -> str:
    return "\n".join("\t".join(row) for row in rows)


@pytest.mark.parametrize("year", [2019, 2021])
@pytest.mark.parametrize("kind", ["a.html", "a.md", "a.txt", "flat.txt"])
def test_tables_of_a_file_give_every_cell(kind: str, year: int) -> None:
    lines, cells, outcomes = _lines(year), _documents(year), [str(9000 + at) for at in range(15)]
    ragged = _texts(documents_ragged(year, cells))
    pipes = [ragged, requests_pipes(lines), _texts(disputes("pipes", outcomes)[0])]
    tabs = [ragged, requests_tabs(lines), _texts(disputes("tabs", outcomes)[0])]
    flat = [documents_flat(year, cells), requests_flat(lines, by_row=False)]
    flat.append([block.text for block in disputes("flat", outcomes)])
    written = {
        "a.html": lambda: _html(pipes),
        "a.md": lambda: _text([_pipes(rows) for rows in pipes]),
        "a.txt": lambda: _text([_tabs(rows) for rows in tabs]),
        "flat.txt": lambda: _text(["\n".join(texts) for texts in flat]),
    }[kind]()
    (document,) = load_bytes(written.encode(), kind)
    assert isinstance(document, Document)
    found = {
        (fact.indicator, fact.column): str(fact.value) for fact in table_facts(report(document.blocks, 2022))
    }
    wanted = {
        (line.indicator, c): text for line in lines for c, text in zip(APPLICANTS, line.cells, strict=True)
    }
    for _, columns, ids in documents_blocks(year):
        wanted |= {
            (row, column): text for row in ids for column, text in zip(columns, cells[row], strict=True)
        }
    wanted |= dict(zip([(b, o) for b in DISPUTES for o in OUTCOMES], outcomes, strict=True))
    assert found == wanted
