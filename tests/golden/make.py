"""Writes the golden files of the samples from their sources: ``python tests/golden/make.py``.

What a golden file says comes from the sources alone (front matter, headings, the figures put into the tables), never
from what the program reads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.samples.source import TABLES, Source, read_all
from index.samples.statutory import table
from index.schema import Generation

FOLDER = Path(__file__).parent
_RUN_IN = re.compile(r"[（(][一二三四五六七八九十]+[)）][^。]{1,30}")
_ZEROS = 4
"""Zero cells that each table gives to the golden facts; all other cells are given."""


def golden(source: Source) -> dict[str, Any]:
    """What reading a sample must give."""
    return {
        "file": source.file,
        "title": "".join(source.title),
        "issuer": source.issuer,
        "short": source.short,
        "year": source.year,
        "generation": Generation.of(source.year).value,
        "phone": source.phone,
        "signature": source.signature,
        "signed": source.signed.isoformat() if source.signed else None,
        "sections": list(_headings(source)),
        "tables": [line.kind for line in source.lines if line.kind in TABLES],
        "text_facts": [{"scope": "", **fact} for fact in source.facts],
        "table_facts": [fact for kind in source.tables for fact in _cells(source, kind)],
    }


def _headings(source: Source) -> Iterator[tuple[int, str]]:
    """Level and heading; a heading that runs on into its paragraph ends before the full stop."""
    for line in source.lines:
        run_in = _RUN_IN.match(line.text) if line.kind == "paragraph" else None
        if run_in:
            yield 2, run_in.group()
        elif line.kind in {"heading", "subheading"}:
            yield 1 if line.kind == "heading" else 2, line.text


def _cells(source: Source, kind: str) -> Iterator[list[str]]:
    """Indicator, column and printed figure of every cell that is not zero, and of the first zeros."""
    zeros = 0
    for row in table(kind, source.year, source.tables[kind]):
        for cell in row:
            zeros += bool(cell.indicator) and cell.text == "0"
            if cell.indicator and (cell.text != "0" or zeros <= _ZEROS):
                yield [cell.indicator, cell.column, cell.text]


if __name__ == "__main__":
    for each in read_all():
        text = json.dumps(golden(each), ensure_ascii=False, indent=1)
        text = re.sub(
            r"\[\s+([^\[\]{}]*?)\s+\]", lambda m: "[" + re.sub(r"\s*\n\s*", " ", m.group(1)) + "]", text
        )
        (FOLDER / f"{each.stem}.json").write_text(text + "\n", encoding="utf-8")
