"""Growth told with both years' figures in one sentence, computed again whatever it is that grew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.sums_said import stretches
from assistant.checks.text_parts import SOURCE
from index.language.numerals import Kind, Number, numbers

_VERB = re.compile(r"(?P<up>增长|增加|上升|提高|多|增)|(?P<down>下降|减少|降低|少|减)")
_LINK = re.compile(r"(?:了|约|近|幅度?为?|率为?|\s)*$")
_LAST_YEAR = r"上年|上一年|去年|同期|前一年|{year}年"


class Growth(NamedTuple):
    """The two figures and the change that a text gives: ``change`` is a percentage or a count, negative for less."""

    now: Number
    before: Number
    change: Number
    down: bool

    @property
    def computed(self) -> Decimal:
        """The change as the two figures give it, in the measure of the printed one."""
        now, before = self.now.value or Decimal(0), self.before.value or Decimal(1)
        return (now - before) / before * 100 if self.change.kind is Kind.PERCENT else now - before

    @property
    def holds(self) -> bool:
        """Whether the printed change is the computed one, rounded as printed."""
        printed = self.change.value or Decimal(0)
        exponent = printed.as_tuple().exponent
        step = Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)
        exact = -self.computed if self.down else self.computed
        return abs(exact - printed) < step


@rule("growth-computed", "增长率计算错误", Severity.ERROR, f"{SOURCE}；同比=(本年−上年)÷上年")
def growth_said(case: Case) -> Iterator[Hit]:
    """S5: N条，比上年的M条增长P% is (N−M)/M, rounded as printed; so is a difference in pieces."""
    for passage, text in stretches(case):
        for told in _told(text, case.year):
            if not told.holds:
                unit = "%" if told.change.kind is Kind.PERCENT else told.change.unit
                word = "下降" if told.down else "增长"
                yield Hit(
                    f"写{word}{told.change.value}{unit}，按上年{told.before.value}、本年{told.now.value}重算为{told.computed:.2f}{unit}".replace(
                        f".00{unit}", unit
                    ),
                    (text,),
                    passage.section,
                    "核对两年的数与增减",
                    passage.page,
                )


def _told(text: str, year: int) -> Iterator[Growth]:
    """The changes of a text that none of its figures bears out, each with the nearest figure before it."""
    found = [n for n in numbers(text) if n.kind in {Kind.COUNT, Kind.PERCENT} and n.value is not None]
    marker = re.compile(_LAST_YEAR.format(year=year - 1))
    for change in found:
        verb = _verb_before(text, change)
        if verb is None:
            continue
        earlier = [n for n in found if n.end <= verb.start() and n.kind is Kind.COUNT and n.unit]
        pairs = [
            Growth(now, before, change, bool(verb["down"]))
            for now, before in _pairs(text[: verb.start()], earlier, marker)
            if change.kind is Kind.PERCENT or change.unit == before.unit
        ]
        if pairs and not any(pair.holds for pair in pairs):
            yield pairs[-1]


def _verb_before(text: str, change: Number) -> re.Match[str] | None:
    verbs = list(_VERB.finditer(text, 0, change.start))
    last = verbs[-1] if verbs else None
    return last if last and _LINK.fullmatch(text[last.end() : change.start]) else None


def _pairs(text: str, counts: Sequence[Number], marker: re.Pattern[str]) -> Iterator[tuple[Number, Number]]:
    """The report year's figures with last year's, which is the last but one or the last before the verb."""
    told = [n for n in counts if marker.search(_lead(text, n, counts))]
    if len(told) != 1 or told[0] not in counts[-2:] or not told[0].value:
        return
    if _VERB.search(text[told[0].end :]) or _VERB.search(_lead(text, told[0], counts)):
        return  # 较上年增加27条 names no figure of last year
    for now in counts:
        if now is not told[0] and now.unit == told[0].unit and now.value:
            yield now, told[0]


def _lead(text: str, number: Number, counts: Sequence[Number]) -> str:
    """The words right before a figure, from the mark or the figure before it."""
    start = max((n.end for n in counts if n.end <= number.start), default=0)
    return re.split(r"[。；;，,：:、（(]", text[start : number.start])[-1]


_RISE = r"(?:增加|增长|上升|提高|提升|扩大|增)"
_N = r"(?P<{}>\d+(?:\.\d+)?)(?:[条件次篇个人份期场家名项户]次?|万?元)"
_STEPS = re.compile(
    rf"{_N.format('before')}(?:[^，。；\d]{{0,4}}){_RISE}(?:到|至|为)[^，。；\d]{{0,8}}{_N.format('now')}[，,（(]?"
    rf"(?:同比|增幅|较上年|比上年)?[^，。；\d]{{0,2}}(?:{_RISE}|增幅)(?:达|为|了)?(?:约|近)?(?P<change>\d+(?:\.\d+)?)(?P<unit>[%％]|倍)"
)
_MORE = re.compile(
    rf"{_N.format('now')}[，,（(]?[^，。；\d]{{0,4}}(?:较|比|与)(?:上年|去年|上一年|20\d\d年)(?:度|同期)?(?:相比)?[，,]?(?:{_RISE}|多)了?{_N.format('step')}"
    rf"[，,、（(]?(?:同比|增幅|较上年)?[^，。；\d]{{0,2}}(?:{_RISE}|增幅)(?:达|为|了)?(?:约|近)?(?P<change>\d+(?:\.\d+)?)(?P<unit>[%％]|倍)"
)


@rule("growth-steps", "增长率计算错误", Severity.ERROR, f"{SOURCE}；增幅=(本年−上年)÷上年")
def growth_in_steps(case: Case) -> Iterator[Hit]:
    """S5: 由A增至B，增长P% and N，比上年增加D，增长P% are computed again; 倍 is of last year's figure too."""
    for passage, text in stretches(case):
        plain = re.sub(r"\s", "", text)
        match = _STEPS.search(plain) or _MORE.search(plain)
        if not match:
            continue
        now = Decimal(match["now"])
        before = Decimal(match["before"]) if match.re is _STEPS else now - Decimal(match["step"])
        change = Decimal(match["change"]) * (100 if match["unit"] == "倍" else 1)
        step = Decimal(1).scaleb(-len(match["change"].partition(".")[2])) * (
            100 if match["unit"] == "倍" else 1
        )
        if before > 0 and abs((now - before) / before * 100 - change) >= step:
            yield Hit(
                f"写增长{match['change']}{match['unit']}，按上年{before}、本年{now}重算为{(now - before) / before * 100:.2f}%",
                (text,),
                passage.section,
                "核对两年的数与增幅",
                passage.page,
            )
