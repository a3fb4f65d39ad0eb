"""Reading a sample's source: front matter in TOML between ``+++`` lines, then the text of the report.

In the text a line is a paragraph; ``#`` and ``##`` begin headings of the first and second level, ``{documents}``,
``{requests}``, ``{disputes}`` and ``{statistics}`` stand for the statutory tables, and ``⏎`` marks where a page
ends in the middle of a sentence (only the plain-text forms show it).
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "sources"
PAGE_BREAK = "⏎"
TABLES = ("documents", "requests", "disputes", "statistics")


@dataclass(frozen=True, slots=True)
class Line:
    """One element of the text: ``kind`` is ``heading``, ``subheading``, ``paragraph``, ``note`` or a table's name.

    A ``note`` is a line of its own that is set to the left without indent (the head of an annex).
    """

    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One sample report as written. ``file`` is the name it ships under, ``style`` a variant of its format.

    ``signed`` and ``signature`` are absent (``None``, ``""``) where the report is not signed. ``tables`` holds the
    figures by table; ``facts`` the counted statements of the text, for the golden files.
    """

    file: str
    title: tuple[str, ...]
    issuer: str
    short: str
    year: int
    phone: str
    lines: tuple[Line, ...]
    style: str = ""
    signature: str = ""
    signed: dt.date | None = None
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    facts: tuple[dict[str, Any], ...] = ()

    @property
    def stem(self) -> str:
        """The file name without its suffix."""
        return self.file.rpartition(".")[0]

    @property
    def dateline(self) -> str:
        """The date of signature as printed, ``""`` where there is none."""
        return f"{self.signed.year}年{self.signed.month}月{self.signed.day}日" if self.signed else ""


def _line(text: str) -> Line:
    if text.startswith("## "):
        return Line("subheading", text[3:])
    if text.startswith("# "):
        return Line("heading", text[2:])
    if text.startswith("> "):
        return Line("note", text[2:])
    name = text.strip("{}")
    return Line(name) if text.startswith("{") and name in TABLES else Line("paragraph", text)


def read(path: Path) -> Source:
    """One source file."""
    _, head, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    values = tomllib.loads(head)
    tables = {name: values.pop(name) for name in TABLES if name in values}
    lines = tuple(_line(line) for line in body.splitlines() if line.strip())
    values["title"] = tuple(values["title"])
    values["facts"] = tuple(values.get("facts", ()))
    return Source(**values, lines=lines, tables=tables)


def read_all() -> Iterator[Source]:
    """Every source, by name."""
    return (read(path) for path in sorted(FOLDER.glob("*.md")))
