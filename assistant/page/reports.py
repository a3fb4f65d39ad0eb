"""The reports that the collection holds, by body, and the bodies and years that a reader may narrow it to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.page.templates import render
from index.schema import Generation
from index.storage.heads import ReportHead

_FORMATS = {"pdf": "PDF", "docx": "Word", "doc": "Word", "html": "网页", "txt": "文本", "md": "文本"}
_GENERATIONS = {
    Generation.REGULATION_2007: "2008–2018年格式",
    Generation.FORMAT_2019: "2019–2020年格式",
    Generation.FORMAT_2021: "2021年起格式",
}


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its reports, by year."""

    name: str
    short: str
    heads: tuple[ReportHead, ...]


def bodies(heads: Sequence[ReportHead]) -> list[Body]:
    """The collection by body, in the catalogue's order."""
    groups: defaultdict[str, list[ReportHead]] = defaultdict(list)
    for head in heads:
        groups[head.issuer.name].append(head)
    return [Body(name, group[0].issuer.short, tuple(group)) for name, group in groups.items()]


def years(heads: Sequence[ReportHead]) -> list[int]:
    """The report years that occur, latest first."""
    return sorted({head.year for head in heads}, reverse=True)


def listed(heads: Sequence[ReportHead]) -> str:
    """The panel that lists the reports."""
    titles = {head.name: head.title for head in heads}
    return render(
        "reports",
        bodies=bodies(heads),
        count=len(heads),
        titles=titles,
        generations=_GENERATIONS,
        format_name=format_name,
    )


def choices(heads: Sequence[ReportHead]) -> str:
    """The panel in which a reader chooses bodies and years."""
    return render("scope", bodies=bodies(heads), years=years(heads))


def summary(heads: Sequence[ReportHead]) -> str:
    """One line on what is held, ``""`` for an empty collection."""
    if not heads:
        return ""
    span = years(heads)
    when = f"{span[0]}年" if len(span) == 1 else f"{span[-1]}–{span[0]}年"
    return f"{len(bodies(heads))}个机关 · {when} · {len(heads)}份年报"


def format_name(suffix: str) -> str:
    """A file format as readers know it."""
    return _FORMATS.get(suffix, suffix.upper())
