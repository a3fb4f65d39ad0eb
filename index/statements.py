"""Counted statements of narrative text as facts.

A sentence is read number by number: the words before a number in its clause, else right after it, else in the clauses
before, name the indicator (``statement_words``); the words between say whose figure it is, of which year, and
whether it is a part, a difference or a plan (``statement_scope``); what the words mean in the format of the
report's year stands in ``statement_meaning``. A clause without a number that says 未…, 没有…, 无… is a zero of what it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from index.indicators import indicators
from index.numerals import Kind, Number, numbers
from index.schema import Block, Fact, FactState, Place, Report, Section
from index.sentences import sentences
from index.statement_meaning import Meaning, disclosed, outcome, plain
from index.statement_scope import (
    FUTURE_HEADING,
    PART_WORD,
    Scope,
    growth_sign,
    is_cumulative,
    is_difference,
    is_plan,
    list_name,
    scope_of,
    year_of,
)
from index.statement_text import Smooth, smooth
from index.statement_words import DISPUTES, Domain, Mention, mentions
from index.statement_zero import bare_zero, denied, zero_mentions

_LONGEST_QUOTE = 150
_BARE = re.compile(r"(?:[数量为:计]|共|合计|均|各)$")
_EMPTY = re.compile(
    r"^(?:其中|其|总计|合计|共计?|总共|累计|全年|本年度?|分别为?|均为?|各|为|计|,|:|数量|件数|约|和|及|案件|事项)*$"
)
_WEAK = frozenset(
    {
        "disclosed.verb",
        "disclosed.pieces",
        "requests_new",
        "processing_fee_cases",
        "trainings",
        "channel.name",
    }
)
_ALL = re.compile(r"均|都|全部|全(?=维持)")
_LATE = re.compile(r"(?:未|没有)(?:能?在|按|能|及时|如期)")
_MONEY = {"元": Decimal(1), "万元": Decimal(10**4), "亿元": Decimal(10**8)}


@dataclass
class _Context:
    """What the sentences before have spoken of, within one block."""

    domain: Domain | None = None
    dispute: str = "review"
    requests: str = "requests_new"
    last: Meaning | None = None
    scope: Scope = field(default_factory=Scope)
    part: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A figure before it becomes a Fact; offsets are of the smoothed sentence."""

    meaning: Meaning
    value: Decimal | None
    state: FactState
    unit: str
    scope: Scope
    year: int
    start: int
    end: int
    printed: str
    part: bool


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
    context = _heading_context(section.heading)
    for sentence in sentences(block.text):
        text = smooth(sentence.text)
        if is_plan(text.text) or (year_of(text.text, report.year) or 0) > report.year:
            if re.search(r"下一步|下步|今后|明年|新的一年|来年", text.text):
                return
            continue
        for found in _Reader(text.text, context, report, section).read():
            start, end = _quote(text, found, sentence.text)
            yield _fact(report, section, block, found, sentence.start + start, sentence.start + end)


def _heading_context(heading: str) -> _Context:
    context = _Context()
    for mention in mentions(smooth(heading).text):
        context.domain = mention.trigger.sets or context.domain
        if mention.key in {"review", "litigation"}:
            context.dispute = mention.key
    return context


class _Reader:
    """Reads one sentence; ``context`` is carried on from the sentence before and left for the next."""

    def __init__(self, text: str, context: _Context, report: Report, section: Section) -> None:
        self.text, self.context, self.report, self.section = text, context, report, section
        self.mentions = mentions(text)
        self.numbers = [n for n in numbers(text) if n.kind in {Kind.COUNT, Kind.PERCENT}]
        self.names = (report.issuer.name, report.issuer.short, *report.issuer.aliases)
        self.year = report.year
        self.breaks = [m.end() for m in re.finditer(r"[,;:?!。；](?!\d{3}(?!\d))", text)]
        context.part, context.last, context.scope = False, None, Scope()

    def read(self) -> Iterator[_Found]:
        if bare_zero(self.text):
            yield from self._bare_zeros()
            return
        done = 0
        for index, number in enumerate(self.numbers):
            yield from self._denials(done, number.start)
            following = self.numbers[index + 1].start if index + 1 < len(self.numbers) else len(self.text)
            yield from self._number(number, done, following)
            done = number.end
        yield from self._denials(done, len(self.text))

    # numbers

    def _number(self, number: Number, previous: int, following: int) -> Iterator[_Found]:
        clause = max([previous, *(b for b in self.breaks if b <= number.start)])
        near, far = self.text[clause : number.start], self.text[previous : number.start]
        self.year = year_of(far, self.report.year) or self.year
        if PART_WORD.search(far):
            self.context.part = True
        if number.kind is Kind.PERCENT or is_difference(near):
            yield from self._growth(number, near, far)
            return
        if denied(near) and number.floor == 1:
            yield from self._zero(self._after(number.end, following), number)
            return
        for meaning, scope in self._resolve(number, clause, previous, following):
            yield self._found(number, meaning, scope, far)

    def _found(self, number: Number, meaning: Meaning, scope: Scope, far: str) -> _Found:
        if is_cumulative(far) and not scope.name:
            scope = Scope("累计")
        if meaning.scope:
            scope = Scope(meaning.scope, part=True)
        state = FactState.VAGUE if number.vague else FactState.ZERO if number.value == 0 else FactState.NUMBER
        part = self.context.part or scope.part or meaning.part
        self.context.last = meaning
        return _Found(
            meaning,
            number.value,
            state,
            number.unit,
            scope,
            self.year,
            number.start,
            number.end,
            number.printed,
            part,
        )

    def _growth(self, number: Number, near: str, far: str) -> Iterator[_Found]:
        sign, last = growth_sign(near, far), self.context.last
        if number.kind is Kind.PERCENT and sign and last and number.value is not None and number.unit == "%":
            meaning = replace(last, column="同比")
            yield _Found(
                meaning,
                number.value * sign,
                FactState.NUMBER,
                "%",
                self.context.scope,
                self.report.year,
                number.start,
                number.end,
                number.printed,
                part=False,
            )

    def _resolve(
        self, number: Number, clause: int, previous: int, following: int
    ) -> list[tuple[Meaning, Scope]]:
        near = self.text[clause : number.start]
        if _LATE.search(near):
            return []
        left = self._eligible(clause, number.start, number)
        right = self._eligible(number.end, self._right_end(number.end, following), number, quiet=True)
        chosen, low = left, clause
        if right and (not left or (left[-1].key in _WEAK and right[-1].key not in {"requests_new", *_WEAK})):
            chosen = right[:1] if right[0].key not in _WEAK else right[-1:]
        elif not left and _EMPTY.match(near):
            chosen, low = self._eligible(previous, number.start, number), previous
        if not chosen:
            return self._listed(number, near)
        if chosen is not right and not number.unit and not _BARE.search(near.rstrip()):
            return []
        scope = scope_of(near, self.text[previous : number.start], self.names)
        self.context.scope = scope
        return [(meaning, self._list_scope(scope, near)) for meaning in self._meanings(chosen, low, number)]

    def _list_scope(self, scope: Scope, near: str) -> Scope:
        return scope if scope.name or not self.context.part else Scope(list_name(near) and scope.name)

    def _right_end(self, start: int, following: int) -> int:
        stop = re.search(r"[,，。;；:、(]", self.text[start:following])
        return min(start + 24, start + stop.start() if stop else following)

    def _listed(self, number: Number, near: str) -> list[tuple[Meaning, Scope]]:
        """宿城区28期 after 制作119期问答: a part of what was counted before, by its name."""
        last, name = self.context.last, list_name(near)
        if not (last and name) or (number.unit and number.unit not in self._units(last.indicator)):
            return []
        return [(replace(last, scope=""), Scope(name, part=True))]

    def _units(self, indicator: str) -> frozenset[str]:
        unit = indicators()[indicator].unit
        return (
            frozenset({unit, "件", "条", "个", "次", "期", "篇"}) if unit not in _MONEY else frozenset(_MONEY)
        )

    def _eligible(self, start: int, end: int, number: Number | None, *, quiet: bool = False) -> list[Mention]:
        """The triggers of a piece that can be counted by the number's unit, domains followed as they open."""
        domain, found = self.context.domain, []
        inside = [m for m in self.mentions if m.start >= start and m.end <= end]
        for mention in inside:
            domain = mention.trigger.sets or domain
        for mention in inside:
            trigger = mention.trigger
            if trigger.needs and domain not in trigger.needs:
                continue
            if number and number.unit and number.unit not in trigger.units:
                continue
            if number and not number.unit and trigger.units <= frozenset(_MONEY):
                continue
            found.append(mention)
        if not quiet:
            self.context.domain = domain
        return sorted(found, key=lambda m: (m.end, m.key not in _WEAK, m.end - m.start))

    def _after(self, start: int, end: int) -> list[Mention]:
        return self._eligible(start, end, None)

    def _meanings(self, chosen: list[Mention], low: int, number: Number) -> list[Meaning]:
        last = chosen[-1]
        if last.key in {"review", "litigation"} and (pair := self._pair(chosen)):
            joint = number.value == 0 or re.search(r"[均各]", self.text[pair[-1].end : number.start])
            return [m for p in pair if joint for m in self._meaning(p, [], low)]
        return self._meaning(last, chosen, low)

    def _pair(self, chosen: list[Mention]) -> list[Mention]:
        """复议、诉讼 named together before one number."""
        both = [m for m in chosen if m.key in {"review", "litigation"}]
        if len({m.key for m in both}) < 2:
            return []
        between = self.text[both[0].end : both[-1].start]
        return (
            [both[0], both[-1]] if re.fullmatch(r"[、及和与或,以]*(?:被?提起|申请)?(?:的)?", between) else []
        )

    def _meaning(self, mention: Mention, beside: list[Mention], low: int) -> list[Meaning]:
        key, year, context = mention.key, self.report.year, self.context
        meaning: Meaning | None
        if key.startswith("outcome."):
            meaning = outcome(key, context.dispute, year)
        elif key.startswith("column."):
            meaning = replace(
                plain(context.requests, year) or Meaning(context.requests), column=key[7:], part=True
            )
        elif key.startswith(("disclosed.", "channel.")) or key in {"disclosed", *_CHANNELS}:
            meaning = self._disclosed(mention, beside)
        elif key == "interpretations.part":
            meaning = Meaning("interpretations", scope=self.text[mention.start : mention.end], part=True)
        else:
            meaning = plain(key, year)
        self._remember(mention, meaning)
        return [meaning] if meaning else []

    def _disclosed(self, last: Mention, beside: list[Mention]) -> Meaning | None:
        if last.key == "disclosed.kind":
            name = re.sub(r"(?:政府|政务)?信息$", "", self.text[last.start : last.end])
            base = self.context.last.indicator if self.context.last else "disclosed"
            return Meaning(base, scope=name, part=True) if base.startswith("disclosed") else None
        channels = [m for m in beside if m.key in _CHANNELS or m.key.startswith("channel.")]
        return disclosed(self.text, last, channels)

    def _remember(self, mention: Mention, meaning: Meaning | None) -> None:
        context = self.context
        context.domain = mention.trigger.sets or context.domain
        if meaning and context.domain in DISPUTES and mention.trigger.sets in DISPUTES:
            context.dispute = meaning.indicator
        if meaning and meaning.indicator in {"requests_new", "requests_total", "requests_handled"}:
            context.requests = meaning.indicator

    # zeros

    def _denials(self, start: int, end: int) -> Iterator[_Found]:
        piece = self.text[start:end]
        self.year = year_of(piece, self.report.year) or self.year
        inside = [m for m in self.mentions if m.start >= start and m.end <= end]
        for mention in zero_mentions(self.text, start, end, inside):
            yield from self._zero([mention], None)
        yield from self._derived(start, end)

    def _zero(self, found: list[Mention], number: Number | None) -> Iterator[_Found]:
        for mention in found:
            if not mention.trigger.zero:
                continue
            for meaning in self._meaning(mention, [], mention.start):
                scope = scope_of("", self.text[: mention.start], self.names)
                end = number.end if number else mention.end
                yield _Found(
                    meaning,
                    Decimal(0),
                    FactState.ZERO,
                    "",
                    scope,
                    self.year,
                    mention.start,
                    end,
                    self.text[mention.start : mention.end],
                    self.context.part,
                )

    def _bare_zeros(self) -> Iterator[_Found]:
        heading = smooth(self.section.heading).text
        for mention in mentions(heading):
            if not mention.trigger.zero:
                continue
            meaning = plain(mention.key, self.report.year)
            if meaning:
                yield _Found(
                    meaning,
                    Decimal(0),
                    FactState.ZERO,
                    "",
                    Scope(),
                    self.year,
                    0,
                    len(self.text),
                    self.text,
                    part=False,
                )

    def _derived(self, start: int, end: int) -> Iterator[_Found]:
        """1起，维持原判 and 2件，均维持: the result of all that were counted."""
        last = self.context.last
        if not (
            last and start and self.context.domain in DISPUTES and last.indicator == self.context.dispute
        ):
            return
        counted = next((n for n in reversed(self.numbers) if n.end <= start), None)
        for mention in self.mentions:
            if (
                not (start <= mention.start < end and mention.key.startswith("outcome."))
                or not counted
                or not counted.value
            ):
                continue
            if end < len(self.text) and not any(mention.end <= b <= end for b in self.breaks):
                continue
            clause = self.text[max([start, *(b for b in self.breaks if b <= mention.start)]) : mention.end]
            if counted.value == 1 or _ALL.search(clause):
                meaning = outcome(mention.key, last.indicator, self.report.year)
                if meaning:
                    yield _Found(
                        meaning,
                        counted.value,
                        FactState.NUMBER,
                        counted.unit,
                        self.context.scope,
                        self.year,
                        counted.start,
                        mention.end,
                        counted.printed,
                        part=False,
                    )
                return


_CHANNELS = frozenset({"disclosed_website", "disclosed_wechat", "disclosed_weibo", "disclosed_gazette"})


def _quote(text: Smooth, found: _Found, sentence: str) -> tuple[int, int]:
    """The sentence, or of a long one the clauses from the indicator's words to the figure."""
    if len(sentence) <= _LONGEST_QUOTE:
        return 0, len(sentence)
    breaks = [0, *(m.end() for m in re.finditer(r"[,;。；](?!\d{3}(?!\d))", text.text)), len(text.text)]
    index = max(i for i, b in enumerate(breaks) if b <= found.start)
    start = breaks[max(0, index - 1)]
    end = next(b for b in breaks if b >= found.end)
    return text.offsets[start], text.offsets[end - 1] + 1


def _fact(report: Report, section: Section, block: Block, found: _Found, start: int, end: int) -> Fact:
    indicator = indicators()[found.meaning.indicator]
    unit, value = found.unit, found.value
    if unit in _MONEY and indicator.unit in _MONEY and value is not None:
        value = (value * _MONEY[unit] / _MONEY[indicator.unit]).normalize() + 0
    places = _places(block, start, end)
    return Fact(
        report=report.name,
        issuer=report.issuer.name,
        year=found.year,
        indicator=indicator.id,
        label=indicator.name,
        column=found.meaning.column,
        scope=found.scope.name,
        value=value,
        unit=unit if unit == "%" else indicator.unit,
        state=found.state,
        section=section.label,
        page=places[0].page if places else block.page,
        quote=block.text[start:end],
        source="text",
        places=places,
        printed=found.printed,
        part_of=found.part,
    )


def _places(block: Block, start: int, end: int) -> tuple[Place, ...]:
    """Where a piece of a block stands: the anchors that reach into it."""
    if not block.anchors:
        return ()
    ends = [anchor.start for anchor in block.anchors[1:]] + [len(block.text)]
    return tuple(
        a.place for a, stop in zip(block.anchors, ends, strict=True) if a.start < end and stop > start
    )
