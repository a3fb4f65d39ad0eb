"""Which reports a question is about: the bodies and years that it names, put against the catalogue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import years as when
from assistant.bodies import Body, Directory, Head, Mention
from assistant.query import Refusal, Target
from assistant.schema import Reason
from index.schema import BodyLevel

_TOGETHER = re.compile(
    r"^(?:的|[\s]|报告|年报|里|中)*(?:和|与|跟|同|及|以及|还有|、|比|相比|对比|，|,|或)+(?:的|\s)*$"
)
_WITHIN = re.compile("其中|里|中|内|下辖|所辖|下属|辖区|各[县区市]|各地")
_BY_THE_WAY = re.compile("(?:在|被|向|由|给|受|经|对|从|报|往|按|按照|根据|据)(?:了)?$")
_PART_OF = re.compile("占")
_RANK = {
    BodyLevel.PROVINCE: 0,
    BodyLevel.CITY: 1,
    BodyLevel.COUNTY: 2,
    BodyLevel.TOWN: 3,
    BodyLevel.OFFICE: 4,
    BodyLevel.UNKNOWN: 5,
}
_LEVELS = {
    "省": BodyLevel.PROVINCE,
    "市": BodyLevel.CITY,
    "州": BodyLevel.CITY,
    "县": BodyLevel.COUNTY,
    "区": BodyLevel.COUNTY,
    "旗": BodyLevel.COUNTY,
    "镇": BodyLevel.TOWN,
    "乡": BodyLevel.TOWN,
    "道": BodyLevel.TOWN,
    "局": BodyLevel.OFFICE,
    "委": BodyLevel.OFFICE,
    "厅": BodyLevel.OFFICE,
}
_LEVEL_WORDS = {**_LEVELS, "部门": BodyLevel.OFFICE}
_PRONOUN = re.compile(
    "(?:我们|咱们|我|本|该|全|这个|贵|你们|咱|此)(省|市|州|县|区|旗|镇|乡|街道|局|委|厅)(?!级)|"
    "(?<![一-鿿])(省|市|州|县|区|旗|镇|乡|街道|局)(?:里|上|政府|人民政府|委|党委)|(?<![一-鿿])(镇|乡|街道|局)(?=[收公发有开办一是今去主被])"
)
_NOUN = re.compile(
    "(?:哪|几|各|每|所有|全部|这|多少)(?:的|一|些|几|个|家|[两三四五六七八九十\\d])*(镇街|乡镇|县区|区县|镇|乡|街道|县|区|市|省|局|委|厅|部门)"
)


@dataclass(frozen=True, slots=True)
class Roles:
    """What the names of a question are for: ``subjects`` asked about, ``unknown`` that nobody has, and a scope."""

    subjects: tuple[Mention, ...] = ()
    unknown: tuple[Mention, ...] = ()
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Reports to answer from, refusals for the rest, and remarks."""

    targets: tuple[Target, ...] = ()
    years: tuple[int, ...] = ()
    missing: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()


def assign_roles(text: str, mentions: Sequence[Mention]) -> Roles:
    """Tell subjects, parts of a subject (其中泗洪县) and unknown bodies apart; ``text`` has its years blanked."""
    known = [mention for mention in mentions if mention.bodies]
    if not known:
        return Roles((), tuple(mentions))
    scope = next((m for m in mentions if _is_part(text, m, mentions)), None)
    subjects = tuple(m for m in known if m is not scope)
    unknown = tuple(
        m for m in mentions if not m.bodies and m is not scope and _stands_beside(text, m, mentions)
    )
    return Roles(subjects, unknown, _part_name(scope) if scope else "")


def _part_name(mention: Mention) -> str:
    return mention.bodies[0].issuer.short if mention.bodies else mention.text


def _level(mention: Mention) -> int:
    if mention.bodies:
        return _RANK[mention.bodies[0].issuer.level]
    return 4 if mention.department else _RANK.get(_LEVELS.get(mention.text[-1], BodyLevel.UNKNOWN), 5)


def _is_part(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a known body stands before and the name is put below it, or the name's share of it is asked."""
    for other in mentions:
        if other is mention or not other.bodies or _level(other) >= _level(mention):
            continue
        if mention.start < other.start:
            if _PART_OF.search(text[mention.end : other.start]):
                return True
            continue
        between = text[other.end : mention.start]
        joined = bool(_TOGETHER.match(between))
        if joined or not between:
            continue
        if _WITHIN.search(between) or not between.strip() or not mention.bodies:
            return True
    return False


def _stands_beside(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an unknown name is asked about like a known one, and not merely mentioned (在海阳政府网站上)."""
    at = list(mentions).index(mention)
    neighbours = []
    if at:
        neighbours.append(text[mentions[at - 1].end : mention.start])
    if at + 1 < len(mentions):
        neighbours.append(text[mention.end : mentions[at + 1].start])
    if any(_TOGETHER.match(gap) for gap in neighbours):
        return True
    if _BY_THE_WAY.search(text[: mention.start]) or re.match(
        "政府网|门户|网站|网|的?(?:要求|部署|统一)", text[mention.end :]
    ):
        return False
    known = [m for m in mentions if m.bodies]
    return all(_level(m) == _level(mention) for m in known)


def pronoun_level(text: str) -> BodyLevel | None:
    """The level of a body that is not named: 全市, 镇里, 我们局."""
    match = _PRONOUN.search(text)
    if not match:
        return None
    word = next(group for group in match.groups() if group)
    return _LEVELS[word[-1]]


def noun_level(text: str) -> BodyLevel | None:
    """The level that 哪些镇, 各县区 restrict to; ``None`` for 哪些单位."""
    match = _NOUN.search(text)
    return _LEVEL_WORDS.get(match[1], _LEVELS.get(match[1][-1])) if match else None


def of_level(book: Directory, level: BodyLevel | None) -> tuple[Body, ...]:
    """The bodies of a level; all where there is none of it or no level is asked for."""
    return tuple(body for body in book.bodies if body.issuer.level is level) or book.bodies


def target(head: Head) -> Target:
    """A report as the plan names it."""
    return Target(head.name, head.issuer.name, head.year)


def across(bodies: Sequence[Body], mentions: Sequence[when.YearMention]) -> Chosen:
    """All reports of ``bodies``, of the years asked if any are."""
    every = sorted({year for body in bodies for year in body.years})
    choice = when.choose(mentions, every) if mentions else when.YearChoice()
    heads = [head for body in bodies for head in body.heads if not mentions or head.year in choice.years]
    missing = tuple(_no_year_at_all(year, every) for year in choice.absent)
    if any(mention.span for mention in mentions) and heads:
        missing = ()
    return Chosen(tuple(map(target, heads)), choice.years, missing, (choice.note,) if choice.note else ())


def _no_year_at_all(year: int, every: Sequence[int]) -> Refusal:
    return Refusal(
        Reason.NO_SUCH_YEAR, f"{year}年", f"没有收录{year}年的报告，收录的是{_years(every)}的报告。"
    )


def _years(years: Sequence[int]) -> str:
    return "、".join(f"{year}年" for year in years)


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
    )


def _owners(
    text: str, subjects: Sequence[Mention], mentions: Sequence[when.YearMention]
) -> tuple[dict[int, list[when.YearMention]], list[when.YearMention]]:
    """Years that touch a name belong to it; a year before or after the whole list belongs to all of it."""
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
    if not years and not absent:
        years = list(body.years) if demand.all_years else [body.years[-1]]
        if len(body.years) > 1 and not demand.all_years:
            notes.append(f"未写明年份，按{body.issuer.short}最近的{body.years[-1]}年回答")
        if lenient:
            notes.append(f"{body.issuer.short}收录的是{_years(body.years)}的报告")
    if demand.pair and len(years) == 1 and years[0] - 1 in body.years:
        years.append(years[0] - 1)
    heads = [head for year in years for head in body.heads if head.year == year]
    missing = (_no_year(body, absent),) if absent else ()
    return Chosen(tuple(map(target, heads)), tuple(years), missing, tuple(notes))


def _no_year(body: Body, absent: Sequence[int]) -> Refusal:
    asked = _years(absent)
    message = (
        f"没有收录{body.issuer.short}{asked}的报告，收录的是{body.issuer.short}{_years(body.years)}的报告。"
    )
    return Refusal(Reason.NO_SUCH_YEAR, f"{body.issuer.short}{asked}", message)


def no_such_body(mention: Mention, book: Directory) -> Refusal:
    """The refusal for an unknown body, with the nearest true fact: what is below it, above it, or else there."""
    name = mention.text
    below = book.above.get(name, ()) if not mention.department else ()
    if below:
        near = f"收录的是其下辖的{_listed(below)}的报告"
    elif above := next(
        (b for b in book.bodies if name.startswith(b.issuer.area) and name != b.issuer.area), None
    ):
        near = f"收录的是{_listed((above,))}的报告，它不是{name}"
    else:
        near = f"收录的是{_listed(book.bodies)}的报告" if book.bodies else "目前没有收录任何报告"
    return Refusal(Reason.NO_SUCH_ISSUER, name, f"没有收录{name}的报告。{near}。")


def _listed(bodies: Sequence[Body], most: int = 8) -> str:
    names = [f"{body.issuer.short}（{_years(body.years)}）" for body in bodies[:most]]
    return "、".join(names) + (f"等{len(bodies)}个单位" if len(bodies) > most else "")


def option(body: Body) -> str:
    """A body as the answer offers it when it asks back: 青石镇（2016年、2017年）."""
    return f"{body.issuer.short}（{_years(body.years)}）"
