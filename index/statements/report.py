"""Counted statements of narrative text as facts.

A sentence is read number by number: the words before a number in its clause, else right after it, else in the clauses
before, name the indicator (``words``); the words between say whose figure it is, of which year, and
whether it is a part, a difference or a plan (``scope``); what the words mean in the format of the
report's year stands in ``meaning``. A clause without a number that says 未…, 没有…, 无… is a zero of what it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from index.indicators import indicators
from index.language.sentences import Span, sentences
from index.schema import Block, Fact, Place, Report, Section
from index.statements.ambiguity import unambiguous
from index.statements.context import Context, Found
from index.statements.reader import Reader
from index.statements.scope import FUTURE_HEADING, is_plan
from index.statements.text import Smooth, smooth
from index.statements.words import mentions
from index.statements.years import is_future

_LONGEST_QUOTE = 150
_MONEY = {"元": Decimal(1), "万元": Decimal(10**4), "亿元": Decimal(10**8)}
_PIECES = frozenset("条篇则份件")
_FROM_NOW_ON = re.compile(r"下一步|下步|今后|明年|新的一年|来年")


def sentence_facts(report: Report) -> tuple[Fact, ...]:
    """Every counted statement of the report's text, in order; tables are not read.

    ``unit`` is the indicator's, money converted to it; ``column`` is 总计 (or an outcome or applicant) for 表三 and 表四 from 2019
    on, the statutory column for documents, 同比 for a percentage of change (unit ``%``, negative for a decline), otherwise
    ``""``. A vague count has no value and its printed words in ``printed``.
    """
    facts: list[Fact] = []
    for section in report.sections:
        facts.extend(_section_facts(report, section))
    return tuple(dict.fromkeys(facts))


def _section_facts(report: Report, section: Section) -> Iterator[Fact]:
    if FUTURE_HEADING.search(section.heading):
        return
    for block in section.blocks:
        if block.grid is None and block.text.strip() not in section.path:
            yield from _block_facts(report, section, block)


def _block_facts(report: Report, section: Section, block: Block) -> Iterator[Fact]:
    context = _context(report, section)
    goes_on = False
    for sentence in sentences(block.text):
        text = smooth(sentence.text)
        if _FROM_NOW_ON.search(text.text):
            return
        if is_plan(text.text) or is_future(text.text, report.year):
            continue
        for found in unambiguous(Reader(text.text, context, goes_on=goes_on).read()):
            yield _fact(report, section, block, found, _quote(text, found, sentence))
        goes_on = text.text.endswith(";")


def _context(report: Report, section: Section) -> Context:
    """What a block begins with: the domain of its section's heading."""
    names = (report.issuer.name, report.issuer.short, *report.issuer.aliases)
    heading = smooth(section.heading).text
    context = Context(report.year, tuple(filter(None, names)), heading)
    for mention in mentions(heading):
        context.domain = mention.trigger.sets or context.domain
        if mention.key in {"review", "litigation"}:
            context.dispute = mention.key
    return context


def _quote(text: Smooth, found: Found, sentence: Span) -> tuple[int, int]:
    """Where the sentence stands in its block; of a long one the clauses from the indicator's words to the figure."""
    if len(sentence.text) <= _LONGEST_QUOTE:
        return sentence.start, sentence.end
    breaks = [0, *(m.end() for m in re.finditer(r"[,;。；](?!\d{3}(?!\d))", text.text)), len(text.text)]
    index = max(i for i, b in enumerate(breaks) if b <= found.start)
    start = breaks[max(0, index - 1)]
    end = next(b for b in breaks if b >= found.end)
    return sentence.start + text.offsets[start], sentence.start + text.offsets[end - 1] + 1


def _fact(report: Report, section: Section, block: Block, found: Found, where: tuple[int, int]) -> Fact:
    indicator = indicators()[found.meaning.indicator]
    wanted = indicator.column_unit(found.meaning.column)
    places = _places(block, *where)
    return Fact(
        report=report.name,
        issuer=report.issuer.name,
        year=found.year,
        indicator=indicator.id,
        label=indicator.name,
        column=found.meaning.column,
        scope=found.scope.name,
        value=_converted(found.value, found.unit, wanted),
        unit=_unit(found.unit, wanted),
        state=found.state,
        section=section.label,
        page=places[0].page if places else block.page,
        quote=block.text[slice(*where)],
        source="text",
        places=places,
        printed=found.printed,
        part_of=found.part,
    )


def _unit(printed: str, wanted: str) -> str:
    """The indicator's unit; the printed one where it counts something else: 条 are not 期, which hold several."""
    other = (printed in _PIECES and wanted == "期") or (printed == "期" and wanted in _PIECES)
    return printed if other or printed == "%" else wanted


def _converted(value: Decimal | None, printed: str, wanted: str) -> Decimal | None:
    """Money in the indicator's unit; anything else as it is."""
    if value is None or printed == wanted or printed not in _MONEY or wanted not in _MONEY:
        return value
    return (value * _MONEY[printed] / _MONEY[wanted]).normalize() + 0


def _places(block: Block, start: int, end: int) -> tuple[Place, ...]:
    """Where a piece of a block stands: the anchors that reach into it."""
    if not block.anchors:
        return ()
    ends = [anchor.start for anchor in block.anchors[1:]] + [len(block.text)]
    return tuple(
        a.place for a, stop in zip(block.anchors, ends, strict=True) if a.start < end and stop > start
    )
