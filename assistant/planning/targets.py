"""Which reports a question is about: the bodies and years that it names, put against the catalogue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.planning import years as when
from assistant.planning.bodies import Mention
from assistant.planning.directory import Body, Head
from assistant.planning.nearest import listed_years, no_year, no_year_at_all
from assistant.planning.query import Refusal, Target


@dataclass(frozen=True, slots=True)
class Chosen:
    """Reports to answer from, the years asked (none where the newest is assumed), refusals for the rest, and remarks.

    ``before`` are the reports of the year before that a change is to be told from and that the collection lacks.
    """

    targets: tuple[Target, ...] = ()
    years: tuple[int, ...] = ()
    missing: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()
    before: tuple[Target, ...] = ()


def target(head: Head) -> Target:
    """A report as the plan names it."""
    return Target(head.name, head.issuer.name, head.year)


def across(bodies: Sequence[Body], mentions: Sequence[when.YearMention]) -> Chosen:
    """All reports of ``bodies``, of the years asked if any are."""
    every = sorted({year for body in bodies for year in body.years})
    choice = when.choose(mentions, every) if mentions else when.YearChoice()
    heads = [head for body in bodies for head in body.heads if not mentions or head.year in choice.years]
    missing = tuple(no_year_at_all(year, every) for year in choice.absent)
    if any(mention.span for mention in mentions) and heads:
        missing = ()
    return Chosen(tuple(map(target, heads)), choice.years, missing, (choice.note,) if choice.note else ())


@dataclass(frozen=True, slots=True)
class Demand:
    """What decides the years of a body: ``all_years`` for a trend, ``pair`` for a change from the year before."""

    all_years: bool = False
    pair: bool = False
    plans: bool = False


def for_subjects(
    text: str, subjects: Sequence[Mention], mentions: Sequence[when.YearMention], demand: Demand
) -> Chosen:
    """The reports of the bodies that a question names, each in the years that belong to it."""
    owned, shared = _owners(text, subjects, mentions)
    total = Chosen()
    for index, subject in enumerate(subjects):
        if index not in owned and any(subjects[other].bodies == subject.bodies for other in owned):
            continue  # named again with its year: 甲局和乙街道，2020年的甲局和2019年的乙街道
        own = [*owned.get(index, []), *(shared if index not in owned or len(subjects) == 1 else [])]
        lenient = index not in owned and not shared and bool(owned)
        if lenient:
            own = [mention for group in owned.values() for mention in group]
        one = _for_body(subject.bodies[0], sorted(own, key=lambda m: m.start), demand, lenient=lenient)
        total = _joined(total, one)
    return total


def _joined(one: Chosen, other: Chosen) -> Chosen:
    return Chosen(
        tuple(dict.fromkeys((*one.targets, *other.targets))),
        tuple(dict.fromkeys((*one.years, *other.years))),
        (*one.missing, *other.missing),
        tuple(dict.fromkeys((*one.notes, *other.notes))),
        (*one.before, *other.before),
    )


def _owners(
    text: str, subjects: Sequence[Mention], mentions: Sequence[when.YearMention]
) -> tuple[dict[int, list[when.YearMention]], list[when.YearMention]]:
    """Years that touch a name belong to it; a year before or after the whole list belongs to all of it."""
    if len(subjects) > 1 and len(mentions) > 1 and _stand_apart(text, subjects, mentions):
        pairs = _in_order(subjects, mentions)
        return pairs, [] if pairs else list(mentions)
    owned: dict[int, list[when.YearMention]] = {}
    shared: list[when.YearMention] = []
    for mention in mentions:
        after = next((i for i, s in enumerate(subjects) if _touch(text, s.end, mention.start)), None)
        before = next((i for i, s in enumerate(subjects) if _touch(text, mention.end, s.start)), None)
        owner = after if after is not None else before
        if owner is None:
            shared.append(mention)
        else:
            owned.setdefault(owner, []).append(mention)
    if len(subjects) > 1 and len(owned) == 1 and len(mentions) == 1:
        ((owner, own),) = owned.items()
        leads, trails = own[0].end <= subjects[0].start, own[0].start >= subjects[-1].end
        if (leads and owner == 0) or (trails and owner == len(subjects) - 1):
            return {}, own
    return owned, shared


def _stand_apart(text: str, subjects: Sequence[Mention], mentions: Sequence[when.YearMention]) -> bool:
    """Whether all years stand in one list after or before all names: 甲镇、乙镇2012、2018年."""
    gaps = [text[one.end : other.start] for one, other in pairwise(mentions)]
    gaps += [text[one.end : other.start] for one, other in pairwise(subjects)]
    listed = all(re.fullmatch(r"\s*(?:[、,，和与及跟]|以及)?\s*", gap) for gap in gaps)
    after = mentions[0].start >= subjects[-1].end
    return listed and (after or mentions[-1].end <= subjects[0].start)


def _in_order(
    subjects: Sequence[Mention], mentions: Sequence[when.YearMention]
) -> dict[int, list[when.YearMention]]:
    """Each name with the year at its place in a list as long; none where all have reports of all these years."""
    years = [mention.years for mention in mentions]
    if len(subjects) != len(mentions) or any(len(year) != 1 for year in years):
        return {}
    asked = {year for (year,) in years}
    if all(asked <= set(subject.bodies[0].years) for subject in subjects) and years == sorted(years):
        return {}
    return {index: [mention] for index, mention in enumerate(mentions)}


def newest_assumed(short: str, year: int) -> str:
    """The remark on a question without a year about a body with several reports."""
    return f"未写明年份，按{short}最近的{year}年回答"


def older_instead(short: str, newest: int, told: int) -> tuple[str, str]:
    """That remark, and what is said in its place where only an older report answers."""
    return newest_assumed(short, newest), f"未写明年份，{short}最近的{newest}年没有写明，按{told}年回答"


def _touch(text: str, end: int, start: int) -> bool:
    return end <= start and bool(re.fullmatch(r"[\s的在(（《]*", text[end:start])) and start - end <= 2


def _for_body(body: Body, mentions: Sequence[when.YearMention], demand: Demand, *, lenient: bool) -> Chosen:
    choice = when.choose(mentions, body.years)
    notes = [choice.note] if choice.note else []
    years, absent = list(choice.years), list(choice.absent)
    if demand.plans and absent and not years:
        planned = [year for year in absent if year - 1 in body.years]
        years += [year - 1 for year in planned]
        notes += [f"{year}年的打算见{year - 1}年度报告" for year in planned]
        absent = [year for year in absent if year not in planned]
    if lenient and absent and not years:
        absent = []
    assumed = not years and not absent
    if assumed:
        years = list(body.years) if demand.all_years else [body.years[-1]]
        compared = demand.pair and body.years[-1] - 1 in body.years
        if len(body.years) > (2 if compared else 1) and not demand.all_years:
            notes.append(newest_assumed(body.issuer.short, body.years[-1]))
        if lenient:
            notes.append(f"{body.issuer.short}收录的是{listed_years(body.years)}的报告")
    before: tuple[Target, ...] = ()
    if demand.pair and len(years) == 1 and years[0] - 1 in body.years:
        years.append(years[0] - 1)
    elif demand.pair and len(years) == 1:
        before = (Target("", body.issuer.name, years[0] - 1),)
    heads = [head for year in years for head in body.heads if head.year == year]
    missing = (no_year(body, absent),) if absent else ()
    asked = () if assumed else tuple(years)
    return Chosen(tuple(map(target, heads)), asked, missing, tuple(notes), before)
