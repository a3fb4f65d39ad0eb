"""An Answer as safe HTML, whole or as far as it has been written, and as text to be copied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Filters
from assistant.compose import Source
from assistant.page.figures import table
from assistant.page.templates import render
from assistant.schema import Answer, Citation, Conflict, Reason, Status
from index.indicators import indicators
from index.storage.heads import ReportHead

_MARK = re.compile(r"\[(\d{1,4})\]")
_STEPS = 24
"""In how many steps an answer appears."""
_FEWEST = 6
"""Characters that a step adds at least."""
_MOST_CHIPS = 6

REASONS = {
    Reason.NO_SUCH_ISSUER: "没有收录这个机关",
    Reason.NO_SUCH_YEAR: "没有收录这一年",
    Reason.NOT_STATED: "年报没有写明",
    Reason.BLANK: "年报此处空白",
    Reason.OUT_OF_SCOPE: "不在年报范围内",
    Reason.UNSAFE: "不便回答",
}
"""A refusal's reason in words."""


@dataclass(frozen=True, slots=True)
class Bit:
    """A run of text, or with ``n`` a ``[n]`` mark."""

    text: str
    n: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the answer; ``item`` is one of a list."""

    bits: tuple[Bit, ...]
    item: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """What the question was understood as; ``kind`` ``issuer`` or ``year``, and the ``value`` to filter by."""

    kind: str
    label: str
    value: str


class Namer:
    """Full names to short ones and back, for one collection."""

    def __init__(self, heads: Sequence[ReportHead]) -> None:
        self.shorts = {head.issuer.name: head.issuer.short for head in heads}
        self.titles = {head.name: head.title for head in heads}

    def short(self, name: str) -> str:
        """A body's short name; the name itself where the collection has none such."""
        return self.shorts.get(name, name)

    def full(self, short: str) -> str:
        """The one full name behind a short one; the short one itself where that is not certain."""
        names = [name for name, known in self.shorts.items() if known == short]
        return names[0] if len(names) == 1 else short

    def title(self, report: str) -> str:
        """A report's title; its file name where it has none."""
        return self.titles.get(report) or report


def prefixes(answer: Answer) -> Iterator[str]:
    """The answer's text as it grows, for showing it while it appears; no ``[n]`` mark is ever cut."""
    text = spoken(answer)
    step = max(_FEWEST, -(-len(text) // _STEPS))
    for end in range(step, len(text), step):
        cut = text[:end]
        open_mark = cut.rfind("[")
        yield cut if "]" in cut[open_mark:] or open_mark < end - 6 else cut[:open_mark]


def writing(answer: Answer, text: str) -> str:
    """An answer of which ``text`` has been written so far; its marks lead nowhere yet."""
    return render("writing", lines=lines(text, answer.citations))


def written(answer: Answer, heads: Sequence[ReportHead], filters: Filters | None = None) -> str:
    """The whole answer with sources, figures, conflicts, chips and what can be done with it.

    A refusal under ``filters`` names them, because without them there may be an answer.
    """
    namer = Namer(heads)
    return render(
        "answer",
        answer=answer,
        lines=lines(spoken(answer), answer.citations),
        sources={citation.n: pointer(citation) for citation in answer.citations},
        conflicts=[(conflict_text(c, namer), c.citations) for c in answer.conflicts],
        narrowed=narrowed(filters, namer) if filters and answer.status is Status.REFUSED else "",
        told="不一致" in answer.text,
        table=table(answer.figures, namer.short, answer.conflicts),
        chips=chips(answer, namer),
        options=[(option, option.split("（")[0]) for option in answer.options],
        reason=REASONS.get(answer.reason, "") if answer.reason else "",
        unsupported=[claim.text for claim in answer.claims if not claim.supported],
        copied=copied(answer, namer),
        namer=namer,
    )


def spoken(answer: Answer) -> str:
    """The text without the remarks and options that the page shows by themselves."""
    apart = {f"（{note}）" for note in answer.notes} | {f"- {option}" for option in answer.options}
    return "\n".join(line for line in answer.text.split("\n") if line not in apart)


def lines(text: str, citations: Sequence[Citation]) -> list[Line]:
    """The text's lines, marks told apart; ``[7]`` without a citation 7 is just text."""
    known = {citation.n for citation in citations}
    found = []
    for line in filter(str.strip, text.split("\n")):
        item = line.startswith("- ")
        found.append(Line(tuple(_bits(line[2:] if item else line, known)), item))
    return found


def _bits(line: str, known: set[int]) -> Iterator[Bit]:
    start = 0
    for match in _MARK.finditer(line):
        if int(match[1]) not in known:
            continue
        if match.start() > start:
            yield Bit(line[start : match.start()])
        yield Bit(match[0], int(match[1]))
        start = match.end()
    if start < len(line):
        yield Bit(line[start:])


def pointer(citation: Citation | Source) -> dict[str, object]:
    """What the page sends back to see a citation's source (request.pointed)."""
    cell = citation.cell
    return {
        "report": citation.report,
        "section": citation.section,
        "quote": citation.quote,
        "row": cell.row if cell else "",
        "column": cell.column if cell else "",
        "boxes": [list(place) for place in citation.places] if cell else [],
    }


def chips(answer: Answer, namer: Namer) -> list[Chip]:
    """What the question was understood as; none where that is a good part of the collection."""
    issuers, years = answer.filters.get("issuers", []), answer.filters.get("years", [])
    found = (
        [Chip("issuer", short, namer.full(short)) for short in issuers] if len(issuers) <= _MOST_CHIPS else []
    )
    return found + ([Chip("year", f"{y}年", y) for y in years] if len(years) <= _MOST_CHIPS else [])


def narrowed(filters: Filters, namer: Namer) -> str:
    """The bodies and years that a reader keeps to, ``""`` for all."""
    return "、".join([*map(namer.short, filters.issuers), *(f"{year}年" for year in filters.years)])


def conflict_text(conflict: Conflict, namer: Namer) -> str:
    """A conflict in one line: whose, of what, and the values that stand against each other."""
    known = indicators().get(conflict.indicator)
    name = known.name if known else conflict.indicator
    return f"{namer.short(conflict.issuer)}{conflict.year}年{name}：{' 与 '.join(conflict.values)}"


def copied(answer: Answer, namer: Namer) -> str:
    """Question, answer and sources as text for the clipboard; what a model wrote stays labelled there."""
    label = "（AI 生成）" if answer.mode == "model" else ""
    parts = [f"问：{answer.question}", f"答{label}：{answer.text}"]
    if answer.citations:
        parts.append("出处：\n" + "\n".join(source_line(citation, namer) for citation in answer.citations))
    return "\n\n".join(parts)


def source_line(citation: Citation, namer: Namer) -> str:
    """A citation as a line of text, with its quote on one line."""
    page = f"，第{citation.page}页" if citation.page else ""
    section = f"，{citation.section}" if citation.section else ""
    quote = " ".join(citation.quote.split())
    return f"[{citation.n}] 《{namer.title(citation.report)}》{section}{page}：“{quote}”"
