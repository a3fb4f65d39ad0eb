"""What a question is about: indicators, column, scope, divisor, and the content words for passages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from assistant.planning.conditions import all_done
from assistant.planning.forms import fits_year, of_the_form, outcome_row, with_twins
from assistant.planning.part_names import asked_scopes, whole
from assistant.planning.vocabulary import (
    WIDE,
    Found,
    find_bare,
    find_indicators,
    is_about_channel,
    is_qualified,
    vocabulary,
)
from index.indicators import indicators

COMPARED = (
    "requests_new",
    "requests_handled",
    "requests_carried_out",
    "granted",
    "partial",
    "review",
    "litigation",
    "permits",
    "penalties",
    "disclosed",
    "disclosed_website",
    "disclosed_wechat",
)
"""The figures that a report gives both in its text and in its tables."""

_REQUESTS = frozenset({"requests_new", "requests_total", "requests_handled", "closed"})
"""What is meant where it is asked if all requests were dealt with."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a question is about, as the fields of Plan name it."""

    indicators: tuple[str, ...] = ()
    column: str = ""
    scope: str = ""
    divisor: str = ""
    found: tuple[Found, ...] = field(default=(), repr=False)


def depth(indicator: str) -> int:
    """How many indicators stand above this one."""
    parent = indicators()[indicator].parent
    return 1 + depth(parent) if parent else 0


def sibling(text: str, indicator: str) -> str:
    """The row beside or below an indicator's that a single word names (信函 beside 网络申请); ``""`` for none."""
    known = indicators()[indicator]
    for other in indicators().values():
        if other.id == indicator or not other.parent or other.parent not in (known.parent, indicator):
            continue
        same = takewhile(
            lambda pair: pair[0] == pair[1], zip(other.name[::-1], known.name[::-1], strict=False)
        )
        stem = other.name[: len(other.name) - len(list(same))]
        if len(stem) >= 2 and stem in text:
            return other.id
    return ""


def ranked(found: Sequence[Found], years: Sequence[int]) -> tuple[str, ...]:
    """The ids, the likeliest first: in the form of the years asked, named by telling words, deep in the table."""
    best: dict[str, tuple[Any, ...]] = {}
    asked = Counter(years)
    for hit in with_twins(found, years):
        telling = not hit.generic
        fits = sum(reports for year, reports in asked.items() if fits_year(hit.id, year))
        special = hit.id not in WIDE
        key = (
            telling and special,
            depth(hit.id) if telling else 0,
            telling,
            fits,
            hit.end,
            hit.end - hit.start,
        )
        best[hit.id] = max(best.get(hit.id, key), key)
    order = sorted(best, key=lambda i: best[i], reverse=True)
    if best and best[order[0]][0]:
        order = without_wider(order)
    if not years:
        return tuple(order)
    fitting = [i for i in order if any(fits_year(i, year) for year in years)]
    rest = [i for i in order if i not in fitting]
    twins = [i for i in rest if _twin_of(i, found, fitting)]
    return (*fitting, *twins) if fitting else tuple(rest)


def without_wider(order: Sequence[str]) -> list[str]:
    """Without the groups of the first row and what was received in all: their figures are not the row's."""
    above = _above(order[0])
    if not above or indicators()[order[0]].table not in ("requests", "disputes", "statistics"):
        return list(order)
    return [i for i in order if i not in above and i not in WIDE]


def _twin_of(indicator: str, found: Sequence[Found], fitting: Sequence[str]) -> bool:
    """Whether the same words mean a fitting indicator as well, which makes this one the other era's name for it."""
    own = {(hit.start, hit.end) for hit in found if hit.id == indicator}
    return any((hit.start, hit.end) in own for hit in found if hit.id in fitting)


def find_column(text: str, indicator: str, years: Sequence[int]) -> str:
    """The statutory column that the words mean for an indicator; ``""`` for the total."""
    return next((column for _, column in column_places(text, indicator, years)), "")


def column_places(text: str, indicator: str, years: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Every column of an indicator's row that the words mean, the likeliest first, and where its words begin."""
    table = indicators()[indicator].table if indicator else "requests"
    family = (
        "requests" if table == "statistics" and indicator in {"requests_new", "requests_handled"} else table
    )
    for entry, pattern in vocabulary().columns:
        if entry["table"] != family or ("only" in entry and indicator not in entry["only"]):
            continue
        earlier = bool(years) and all(year <= 2020 for year in years)
        if ("form" in entry and not earlier) or any(year < entry.get("since", 0) for year in years):
            continue
        if match := pattern.search(text):
            yield match.start(), str(entry["before"] if earlier and "before" in entry else entry["name"])


def find_scope(text: str) -> str:
    """本级, 县区, 全市 or the like, a part before the whole; ``""`` where the question does not say."""
    named = [scope for _, scope in asked_scopes(text)]
    return next((scope for scope in named if not whole(scope)), named[0] if named else "")


def default_divisor(indicator: str, column: str) -> str:
    """What a share is of where the question does not say: the row or block total, else what all were handled."""
    entry = indicators()[indicator]
    if column:
        return indicator
    if entry.table == "requests" and "requests_handled" in _above(indicator):
        return "requests_handled"
    if indicator in {"requests_handled", "requests_carried_out"}:
        return "requests_new"
    return entry.parent or indicator


def _above(indicator: str) -> list[str]:
    parent = indicators()[indicator].parent
    return [parent, *_above(parent)] if parent else []


def split_share(text: str, found: Sequence[Found]) -> tuple[list[Found], list[Found]]:
    """Numerator and divisor of a share: A占B, B中A占; without a divisor the second is empty."""
    at = text.find("占")
    if at < 0:
        return list(found), []
    after = [hit for hit in found if hit.start > at]
    before = [hit for hit in found if hit.start < at]
    if after and before:
        return before, after
    whole = [hit for hit in before if re.match("[^，,。]{0,4}?[里中]", text[hit.end : at])]
    whole = whole or _wholes(before)
    rest = [hit for hit in before if hit not in whole]
    return (rest, whole) if rest and whole else (before or list(found), [])


def _wholes(before: Sequence[Found]) -> list[Found]:
    """What stands right before 占 is the part (公开了多少条，网站占多少); of what stands earlier, what it is a part of."""
    if not before:
        return []
    last = max(before, key=lambda hit: hit.end)
    return [hit for hit in before if hit.end <= last.start and hit.id in _above(last.id)]


_ABOUT_REQUESTS = re.compile("申请|件|提的|提了|提出|来要")


_ANY_FEES = re.compile("^(?!.*(?:处理费|申请|信息|资料|公开)).*(?:收费|收)[^，。]{0,6}(?:多少|几)")
"""收费多少钱, which may mean the fees of the body's other business (行政事业性收费) where no other are stated."""


def read_topic(
    text: str,
    years: Sequence[int],
    *,
    share: bool = False,
    default: bool = False,
    amount: bool = False,
) -> Topic:
    """The topic of a question whose bodies and years are blanked; ``years`` are those of the reports asked.

    ``default`` takes a question that names an
    applicant alone (企业提的有几件) for one about requests. ``amount`` says that an amount is asked for, so that
    single words (申请, 罚) name an indicator.
    """
    found = _found(text, amount=amount)
    found += _beside_share(text, found) if share else []
    upper, lower = split_share(text, found) if share else (found, [])
    ids = ranked(upper, years)
    column = find_column(text, ids[0] if ids else "", years)
    if not ids and column and default and _ABOUT_REQUESTS.search(text):
        ids = ("requests_new",)
    if not ids:
        return Topic(scope=find_scope(text))
    ids, column = of_the_form(*outcome_row(ids, column, years), years)
    if ids[0] == "processing_fees" and len(years) == 1 and _ANY_FEES.search(text):
        ids = (*ids, "charges")
    if all_done(text) and set(ids) <= _REQUESTS:
        ids = ("requests_carried_out",)
    divisor = ""
    if share:
        divisor = (ranked(lower, years) or (default_divisor(ids[0], column),))[0]
    scope = find_scope(text)
    if scope.endswith("类") and not ids[0].startswith("disclosed"):
        scope = ""  # 信访类 is a row of its own, 财政类 a part of what was disclosed
    return Topic(ids, column, scope, divisor, tuple(found))


def _beside_share(text: str, found: Sequence[Found]) -> list[Found]:
    """What single words name in the clause of 占 beside what is named in full (公开了多少条，网站占多少)."""
    at = text.find("占")
    start = max(text.rfind(mark, 0, at) for mark in "，,；;。？?") + 1
    within = [hit for hit in find_bare(text) if start <= hit.start < at]
    return [hit for hit in within if not any(o.start < hit.end and hit.start < o.end for o in found)]


def without_itself(topic: Topic) -> Topic:
    """The topic without a divisor that is the very figure above it: a row is no share of itself."""
    itself = topic.divisor in topic.indicators[:1] and not (topic.column or topic.scope)
    return replace(topic, divisor="") if itself else topic


def _found(text: str, *, amount: bool) -> list[Found]:
    hits = [hit for hit in find_indicators(text) if not is_about_channel(text, hit)]
    if amount and not hits:
        hits = [hit for hit in find_bare(text) if not is_about_channel(text, hit)]
    return [hit for hit in hits if not is_qualified(text, hit.id)]
