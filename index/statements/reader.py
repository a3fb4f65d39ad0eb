"""Reading one sentence number by number, and clause by clause where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.indicators import indicators
from index.language.numerals import Kind, Number
from index.schema import FactState
from index.statements.breakdown import named_parts, tells
from index.statements.comparisons import Comparisons
from index.statements.context import Context, Found
from index.statements.doubts import Place, is_doubtful
from index.statements.fees import FEES, not_received
from index.statements.joint import is_of_each, joined, paired
from index.statements.matters import counts_carried_too, relevant
from index.statements.meaning import Meaning
from index.statements.moments import is_of_a_moment
from index.statements.pick import (
    BARE,
    EMPTY,
    NOUN,
    after,
    before,
    domain_after,
    eligible,
    is_no_figure,
    prefer_after,
)
from index.statements.places import counts_bodies, is_subset
from index.statements.scope import (
    Scope,
    in_part,
    is_among,
    is_cumulative,
    is_difference,
    is_since_the_start,
    own_level,
    scope_of,
    site_of,
    whole_area,
)
from index.statements.words import Domain, Mention
from index.statements.years import leaves_bracket, year_of
from index.statements.zero import bare_zero, denied

_CHARGED = re.compile(
    r"申请(?:(?!发出|出具|下达|送达|开具).){0,8}(?:收取|收费(?!通知|程序|机制|标准|流程)).{0,6}费?"
)
_TOOK_PART = re.compile(r"(?:参加|参训|受训|参与)(?:了)?(?:培训|学习)?[,。;]")
_STOP = re.compile(r"[,;。；:、()]")
_LEVEL = re.compile(r"[省市区县镇]级")
_LIKE = frozenset("件条个次期篇场")


class Reader(Comparisons):
    """Reads one sentence; ``context`` comes from the sentence before and is left for the next."""

    def __init__(self, text: str, context: Context, *, goes_on: bool = False) -> None:
        super().__init__(text, context)
        self.part_from, self.bodies, self.own = 0, False, False
        self.pairs = paired(text, self.numbers, self.mentions)
        self.counted: set[Mention] = set()
        context.begin(text, goes_on=goes_on)

    def read(self) -> Iterator[Found]:
        """Every figure and every zero of the sentence, in order."""
        if bare_zero(self.text):
            yield from self._of_heading()
            return
        done = 0
        for index, number in enumerate(self.numbers):
            yield from self._denials(done, number.start)
            following = self.numbers[index + 1].start if index + 1 < len(self.numbers) else len(self.text)
            yield from self._number(number, done, following)
            done = done if is_difference(self.text[: number.start]) else number.end
        yield from self._denials(done, len(self.text))

    def _number(self, number: Number, previous: int, following: int) -> Iterator[Found]:
        clause = self._clause(number.start, previous)
        near, far = self.text[clause : number.start], self.text[previous : number.start]
        if leaves_bracket(far):
            self.year = self.context.year
        self.year = year_of(far, self.context.year) or self.year
        self._note(far)
        self.context.part = in_part(self.text, self.part_from, number.start)
        if self._of_bodies(number, near, self.text[number.end : following]):
            return
        compared = list(self._compared(number, clause))
        if compared:
            self.year = self.context.year
            yield from compared
        elif number.kind is Kind.PERCENT or is_difference(near):
            yield from self._growth(number, near, self.text[self.figure : number.start])
        elif denied(near) and number.floor == 1:
            yield from self._zero(self._inside(number.end, following))
        elif not self._is_no_figure(number, near, self.text[number.end : following]):
            unpaid = not_received(self.text[: number.start], near, self.context.heading)
            for meaning, scope in self._resolve(number, clause, previous, following):
                if not (unpaid and meaning.indicator in FEES):
                    yield self._found(number, meaning, scope, far)

    def _is_no_figure(self, number: Number, near: str, right: str) -> bool:
        clause = self.text[self._clause(number.start, 0) : number.start]
        return is_no_figure(clause, near, right) or is_of_a_moment(self.text, number.start, right)

    def _of_bodies(self, number: Number, near: str, right: str) -> bool:
        """Whether the number counts bodies, or some of the bodies counted before; remembers that they were counted."""
        if counts_bodies(number, right):
            self.bodies = True
            return True
        return self.bodies and is_subset(number, near, right)

    def _note(self, far: str) -> None:
        """What the words since the last number say about the whole and its parts."""
        if area := whole_area(far):
            self.context.area = Scope(area)
        if ";" in far or "；" in far:
            self.context.listed = Scope()

    def _found(self, number: Number, meaning: Meaning, scope: Scope, far: str) -> Found:
        since = is_cumulative(far) or is_since_the_start(far, self.text[number.end :])
        if since and (not scope.name or scope.name.startswith("全")):
            scope = Scope("累计")
        if not (scope.name or self.own):
            scope = self.context.carried(meaning)
        if meaning.scope:
            scope = Scope(meaning.scope, part=True)
        if counts_carried_too(self.text, number, meaning, self.context.wholes):
            meaning = replace(meaning, indicator="requests_total", column="")
        if self.context.leaves_part(meaning, far) and not scope.part:
            self.part_from, self.context.part = number.start, False
        state = FactState.VAGUE if number.vague else FactState.ZERO if number.value == 0 else FactState.NUMBER
        part = scope.name != "累计" and (self.context.part or self._is_one_of(number, meaning, scope))
        part = part or scope.part or meaning.part
        self.context.last, self.figure = meaning, number.end
        if not part:
            self.context.wholes[meaning.indicator] = number.value
        span = (number.start, number.end, number.printed, part)
        self.counted_last = Found(meaning, number.value, state, number.unit, scope, self.year, *span)
        if not part and scope.name != "累计":
            self.context.told = self.counted_last
        return self.counted_last

    def _is_one_of(self, number: Number, meaning: Meaning, scope: Scope) -> bool:
        """Whether it is one of several results or bodies that are listed; 17件申请中，已答复16件 is of all."""
        root = not indicators()[meaning.indicator].parent and meaning.column in {"", "总计"}
        whole = root and (not scope.name or scope.name.startswith("全"))
        return not whole and is_among(self.text, self.part_from, number.start)

    def _resolve(
        self, number: Number, clause: int, previous: int, following: int
    ) -> list[tuple[Meaning, Scope]]:
        found = self._by_words(number, clause, previous, following)
        told = self.context.told
        if told and not tells(found, told):
            after_it = [n for n in self.numbers if told is not self.counted_last or n.start >= told.end]
            if name := named_parts(self.text, after_it, told).get(number.start, ""):
                self.context.listed = Scope(own_level(name), part=True)
                return [(replace(told.meaning, scope=""), self.context.listed)]
        return found

    def _by_words(
        self, number: Number, clause: int, previous: int, following: int
    ) -> list[tuple[Meaning, Scope]]:
        near = self.text[clause : number.start]
        chosen = self._pick(number, clause, previous, following)
        if not chosen and self._took_part(number):
            return [(Meaning("trainees"), self.context.area)]
        if not chosen:
            return self.context.part_named(near, number.unit)
        if not number.unit and not BARE.search(near.rstrip()):
            return []
        scope = self._scope(near, previous, number, chosen[-1])
        place = Place(self.text, clause, number.start, number.end, chosen[-1], self.context.heading)
        among = self.context.part or is_among(self.text, self.part_from, number.start)
        unnamed = among and (not scope.name or scope.name.startswith("全"))
        found = self._meanings(chosen, number)
        return [(meaning, scope) for meaning in found if not is_doubtful(place, meaning, in_part=unnamed)]

    def _took_part(self, number: Number) -> bool:
        """开展培训1场，社区信息员和科室人员共31人参加."""
        last = self.context.last
        if not last or last.indicator != "trainings" or number.unit not in {"人", "人次", "名"}:
            return False
        return bool(_TOOK_PART.match(self.text, number.end))

    def _pick(self, number: Number, clause: int, previous: int, following: int) -> list[Mention]:
        rest = self.text[number.end : following]
        stop = _STOP.search(rest)
        right = rest[: stop.start() if stop else None][:24]
        inside = self._inside(previous, number.start)
        domain = domain_after(inside, self.context.domain)
        if number.start in self.pairs:
            self.context.domain = domain
            return eligible(self.pairs[number.start], domain, number.unit)[-1:]
        inside = relevant(self.text, inside, number.start, self.context.domain)
        behind = [m for m in self._inside(number.end, following) if m.start < number.end + len(right)]
        fees = number.unit in _LIKE and bool(_CHARGED.match(right.lstrip("政府信息公开依")))
        if fees:
            return [m for m in self._charged() if number.unit in m.trigger.units]
        near = [m for m in inside if m.start >= clause and m not in self.counted]
        left = before(self.text, eligible(near, domain_after(behind, domain), number.unit), number, right)
        heads = after(self.text, eligible(behind, domain_after(behind, domain), number.unit), number, right)
        self.context.domain = domain
        if prefer_after(left, heads):
            self.counted.update(heads)
            return heads
        if (
            left
            or not EMPTY.match(self.text[clause : number.start])
            or (clause == number.start and NOUN.match(right))
        ):
            return left
        uncounted = [m for m in inside if m not in self.counted]
        return before(self.text, eligible(uncounted, domain, number.unit), number, right)

    def _charged(self) -> list[Mention]:
        """25件申请收取了信息处理费: the count of requests that were charged."""
        self.context.domain = Domain.FEES
        return [m for m in self.mentions if m.key == "processing_fee_cases"][:1]

    def _scope(self, near: str, previous: int, number: Number, last: Mention) -> Scope:
        context = self.context
        if context.part and (site := site_of(near, context.area.name, context.names)):
            return site
        scope, whole = scope_of(near, self.text[previous : number.start], context.names)
        if whole:
            context.area, self.own = scope, not scope.name
            context.earlier_area = Scope()
        if scope.name:
            return scope
        if level := _LEVEL.match(self.text[number.end : last.start]):
            return Scope(level[0])
        return (
            context.listed
            if context.listed.name and last.trigger.sets is None and last.key == "fees"
            else context.area
        )

    def _meanings(self, chosen: list[Mention], number: Number) -> list[Meaning]:
        chain = joined(self.text, chosen)
        if len(chain) > 1:
            named = dict.fromkeys(m for c in chain if (m := self.context.meaning(self.text, c, [])))
            each = is_of_each(self.text[chain[-1].end : number.start], number)
            return list(named) if each or len(named) == 1 else []
        return [m for m in [self.context.meaning(self.text, chosen[-1], chosen)] if m]
