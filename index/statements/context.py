"""What a block's sentences have spoken of so far, and what words mean in that light."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from index.indicators import indicators
from index.schema import FactState
from index.statements.fees import is_one_of_several
from index.statements.meaning import CHANNELS, Meaning, disclosed, led, outcome, plain, rules
from index.statements.pick import EMPTY, MONEY
from index.statements.scope import Scope, is_part_word, list_name, matter_name
from index.statements.words import DISPUTES, Domain, Mention

_WAY = re.compile(r"通过|利用|依托|借助|运用")
_LIKE = frozenset("件条个次期篇场")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure before it becomes a Fact; offsets are of the sentence as read."""

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


@dataclass
class Context:
    """What the sentences of a block have spoken of so far.

    ``area`` is the whole that the sentence is about (全市), ``earlier_area`` that of the sentences before in its paragraph,
    ``listed`` the part named last (沭阳县1件，收取420元), ``wholes`` what the sentence has counted that is no part, by indicator, ``told`` the last
    count that is no part, of this sentence or one before.
    """

    year: int
    names: tuple[str, ...] = ()
    heading: str = ""
    domain: Domain | None = None
    dispute: str = "review"
    requests: str = "requests_new"
    last: Meaning | None = None
    area: Scope = field(default_factory=Scope)
    listed: Scope = field(default_factory=Scope)
    part: bool = False
    earlier_area: Scope = field(default_factory=Scope)
    wholes: dict[str, Decimal | None] = field(default_factory=dict)
    told: Found | None = None

    def begin(self, text: str, *, goes_on: bool) -> None:
        """Forget what does not reach into a new sentence; after ； and where it begins with 其中 it goes on.

        其中 after a sentence with several totals is of all of them together, so that nothing is a part of the last.
        """
        self.part, self.listed = False, Scope()
        self.earlier_area = self.area if self.area.name else self.earlier_area
        if text.startswith("其中") and not goes_on and len(self.wholes.keys() - {"processing_fee_cases"}) > 1:
            self.last = None
        if not (goes_on or text.startswith("其中")):
            self.last, self.area = None, Scope()
        if not goes_on:
            self.wholes = {}

    def part_named(self, near: str, unit: str) -> list[tuple[Meaning, Scope]]:
        """宿城区28期 after 制作119期问答: a part of what was counted before, by its name."""
        last, name = self.last, list_name(near)
        if not name and last and self.part and last.indicator.startswith("disclosed"):
            name = matter_name(near)
        if last and not name and EMPTY.match(near.lstrip("、")):
            return self._switched(last, unit)
        if not (last and name):
            return []
        last = self._in_unit(last, unit)
        if unit and unit not in _LIKE | {indicators()[last.indicator].unit}:
            return []
        self.listed = Scope(name, part=not name.startswith("全"))
        return [(replace(last, scope=""), self.listed)]

    def _switched(self, last: Meaning, unit: str) -> list[tuple[Meaning, Scope]]:
        """2件、1100元 and 培训3次，共73人次: the other measure of what was just counted."""
        meaning = self._in_unit(last, unit)
        if last.indicator == "trainings" and unit == "人次":
            meaning = Meaning("trainees")
        return [(meaning, self.listed if self.listed.name else self.area)] if meaning is not last else []

    def _in_unit(self, last: Meaning, unit: str) -> Meaning:
        """费 and the count of requests that were charged take turns in one list."""
        if last.indicator == "processing_fees" and unit in _LIKE:
            return Meaning("processing_fee_cases")
        return (
            Meaning("processing_fees") if last.indicator == "processing_fee_cases" and unit in MONEY else last
        )

    def meaning(self, text: str, mention: Mention, beside: list[Mention]) -> Meaning | None:
        """What a mention stands for here; ``beside`` are the mentions of its clause. Remembers its domain."""
        key, year = mention.key, self.year
        words = text[mention.start : mention.end]
        if key == "disclosed.verb" and self.part and self._by_same_channel(text[: mention.start], beside):
            meaning = self.last
        elif key.startswith("outcome."):
            meaning = outcome(key, self.dispute, year)
        elif key.startswith("column."):
            meaning = Meaning(self.requests, key.removeprefix("column."), part=True)
        elif key.startswith(("disclosed.", "channel.")) or key in CHANNELS | {"disclosed"}:
            meaning = disclosed(text, mention, beside, self.last)
        elif key == "documents.named" and self.last and self.last.indicator == "rules":
            meaning = replace(self.last, indicator="normative_documents")
        elif key.startswith("rules."):
            meaning = rules(key, self.last, year)
        elif key == "led":
            meaning = led(self.last)
        elif key == "interpretations.part":
            meaning = Meaning("interpretations", scope=words, part=True)
        else:
            meaning = plain(key, year)
            if meaning and key == "fees.kind" and is_one_of_several(text, mention.start, mention.end):
                meaning = replace(meaning, scope=words, part=True)
        self._remember(mention, meaning)
        return meaning

    def _by_same_channel(self, before: str, beside: list[Mention]) -> bool:
        """其中县政府本级公开3268条 after a count by one channel, no other channel or way (通过…) being named."""
        clause = re.split(r"[,;:。；]", before)[-1]
        other = bool(_WAY.search(clause)) or any(
            m.key in CHANNELS or m.key.startswith("channel.") for m in beside
        )
        return bool(self.last and self.last.indicator in CHANNELS and not self.last.scope and not other)

    def leaves_part(self, meaning: Meaning, far: str) -> bool:
        """Whether a count after the parts of another (其中企业提出5件，办结16件) is a whole of its own."""
        last = self.last
        if not (self.part and last) or meaning.part or meaning.scope or is_part_word(far):
            return False
        root = not indicators()[meaning.indicator].parent and meaning.column in {"", "总计"}
        of_parts = last.part or last.scope or last.column not in {"", "总计"} or self.listed.name
        return root and bool(of_parts or indicators()[last.indicator].parent)

    def carried(self, meaning: Meaning) -> Scope:
        """The whole of the sentences before (全市), for figures of requests: they are told of one body after another."""
        return self.earlier_area if indicators()[meaning.indicator].is_of_requests else Scope()

    def _remember(self, mention: Mention, meaning: Meaning | None) -> None:
        self.domain = mention.trigger.sets or self.domain
        if meaning and mention.trigger.sets in DISPUTES:
            self.dispute = meaning.indicator
        if meaning and meaning.indicator in {"requests_new", "requests_total"}:
            self.requests = meaning.indicator
