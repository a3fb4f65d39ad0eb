"""Several figures asked for in one question, each in a clause of its own: 办了几次培训，培训了多少人次."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.planning.part_names import asked_scopes, whole
from assistant.planning.query import Part
from assistant.planning.topics import Topic, column_places, find_column, ranked, read_topic, sibling
from assistant.planning.vocabulary import Found, find_bare, find_indicators, row_below
from index.indicators import indicators

_CLAUSE = re.compile("[^，,；;？?。]+")
_FINER = re.compile("[^，,；;？?。、]+")
_AGAINST = re.compile("(?<!占)比(?!例|重|率)|(?:和|与|跟|同)(?=[^，。]{1,12}(?:相比|比|差))")
_SPENT = re.compile("(?:花|用|支出|共计?|金额)[^，。]{0,6}(?:多少|几)|多少(?:钱|元|万)|金额")
_DONE = "(?:自|是|有|为|发布?|收到?|公开|办理?|罚|判|开|提出?|处理|推送|了|过)*(?:多少|几)"
_CHARGED = re.compile(
    "[，,；;、？?]?(?:一共|总共|分别|其中|共|都|又|是|从|对|向|针对|涉及|来自|收了|有)*(?:多少|几)(?:件|个|宗|笔|次)(?:的|申请|政府信息公开申请|信息公开申请|依申请公开)*(?:[里中]?收的?|的|呢|来的)?"
)
"""A clause after that about a fee which asks for nothing but how many requests it was charged for (涉及几件申请)."""
_EACH = re.compile(f"各{_DONE}|分别{_DONE}")
TOGETHER = re.compile("合计|[加合]起来|[加合]在一起|加一块|加上|总共|一共|共计|之和|相加|总和")
"""Words for a sum; beside a single figure they only ask for its total (行政复议总共几件)."""
_OVERALL = re.compile("一共|总共")
"""Said of one figure after that of a part of it: the total of its row (没审结的几件，一共几件)."""
_JOINT = re.compile("以及|加上|(?<=建议)(?=提案)|(?:(?<!法人)|(?!.其[他它]组织))[和与及加、](?!起来|在一起)")
_PART_OF = re.compile("占|(?:的|所占)?(?:比例|比重|百分)")
_AMONG = ("其中", "当中", "这里面", "里面", "其")
_INSIDE = re.compile("[里中](?!心)")
_HOLDS = re.compile("^[^多几，,；;？?各]*(?:[里中](?!心)面?|当中|其中)[，,]?$")
"""From a whole to the part of it that is asked about."""
_YEAR_BEFORE = re.compile("上一?年|去年|前一年")
_COUNTED = re.compile("多少|几(?![年天])|呢(?=[?？]?$)|(?<!多)数(?=$|[?？])")


def read_parts(plain: str, scope: str, scope_at: int, years: Sequence[int]) -> tuple[Part, ...]:
    """The figure of each clause that asks for one; ``()`` unless two or more do.

    A clause without an indicator of its own is about that of the clause before (还剩多少有效的). ``scope`` is the
    part of the body that is named at ``scope_at`` and belongs to its clause and those after it.
    """
    if by_scope := _scope_by_scope(plain, years):
        return by_scope
    clauses = _counted(plain)
    if len(clauses) < 2:
        loose = bool(_EACH.search(plain) or TOGETHER.search(plain))
        return _side_by_side(plain, scope, years, loose=loose) or _amount_by_amount(plain, scope, years)
    parts: list[Part] = []
    for start, end in clauses:
        clause = plain[start:end]
        own = read_topic(clause, years, default=True)
        inside = scope if scope and scope_at < end else own.scope
        before = parts[-1] if parts else Part(())
        part = _part(clause, own, before, inside, years)
        if part.indicators and part not in parts:
            parts.append(part)
    return tuple(parts) if len(parts) > 1 else ()


def _counted(plain: str) -> list[tuple[int, int]]:
    """Where the clauses that ask for an amount begin and end; the first takes in what is said before it.

    A 、 parts clauses where an amount is asked for on either side (总共几件、输了几件).
    """
    finer, coarser = ([m for m in cut.finditer(plain) if _COUNTED.search(m[0])] for cut in (_FINER, _CLAUSE))
    found = [m.span() for m in (finer if len(finer) > 1 else coarser)]
    return [(0, found[0][1]), *found[1:]] if found else []


def read_sides(plain: str, scope: str, years: Sequence[int]) -> tuple[Part, ...]:
    """Two figures of one report set against each other (网上提交的比信函多几件); ``()`` where the sides name no two."""
    sides = _AGAINST.split(plain, maxsplit=1)
    topics = [read_topic(side, years, default=True, amount=True) for side in sides]
    if len(topics) < 2 or not topics[0].indicators:
        return ()
    column = find_column(sides[1], topics[0].indicators[0], years) if topics[0].column else ""
    other = sibling(sides[1], topics[0].indicators[0])
    apart = bool(topics[1].scope) and topics[1].scope != topics[0].scope
    second = topics[1].indicators or ((other,) if other else topics[0].indicators if column or apart else ())
    parts = (
        Part(topics[0].indicators, topics[0].column, topics[0].scope or scope),
        Part(second, topics[1].column or column, topics[1].scope or scope),
    )
    return parts if second and parts[0] != parts[1] else ()


def read_addends(plain: str, scope: str, years: Sequence[int]) -> tuple[Part, ...]:
    """The figures of which a share is asked for together (予以公开和部分公开占办结的百分之几); ``()`` for one alone."""
    cut = _PART_OF.search(plain)
    upper = plain[: cut.start()] if cut else plain
    return _side_by_side(_INSIDE.split(upper)[-1], scope, years, loose=True)


def read_items(plain: str, topic: Topic) -> tuple[Part, ...]:
    """行政许可有多少项 in the format for 2019: what there was the year before, and how many came or went."""
    if topic.column != "上一年项目数量" or _YEAR_BEFORE.search(plain):
        return ()
    return tuple(Part(topic.indicators, column, topic.scope) for column in (topic.column, "本年增/减"))


def _scope_by_scope(plain: str, years: Sequence[int]) -> tuple[Part, ...]:
    """One figure of the whole and of the body itself (全县和县本级各几件), or a figure of its own for each."""
    found = _without_what_holds(plain, asked_scopes(plain))
    if len({scope for _, scope in found}) < 2 or not _COUNTED.search(plain):
        return ()
    ends = [*(at for at, _ in found[1:]), len(plain)]
    topics = [
        read_topic(plain[at:end], years, default=True, amount=True)
        for (at, _), end in zip(found, ends, strict=True)
    ]
    whole = read_topic(plain, years, default=True, amount=True)
    parts = [
        Part(topic.indicators or whole.indicators, topic.column or whole.column, scope)
        for (_, scope), topic in zip(found, topics, strict=True)
    ]
    return tuple(dict.fromkeys(parts)) if whole.indicators else ()


def _without_what_holds(plain: str, found: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The scopes without a whole that is only what the next is a part of (全市的申请里，市本级收了多少)."""
    ends = [at for at, _ in found[1:]]
    within = [
        whole(scope) and _HOLDS.search(plain[at:end]) for (at, scope), end in zip(found, ends, strict=False)
    ]
    return [part for part, holds in zip(found, (*within, None), strict=True) if not holds] if found else []


def _side_by_side(plain: str, scope: str, years: Sequence[int], *, loose: bool) -> tuple[Part, ...]:
    """Indicators joined by 和 or 、 in one clause: 行政处罚和行政强制各几件.

    ``loose`` takes single words (网站, 微信) and applicants too, where 各 or 合计 says that several are meant.
    """
    parts: list[Part] = []
    whole = find_indicators(plain)
    for start, end in _pieces(plain):
        piece = plain[start:end]
        hits = find_indicators(piece) or [hit for hit in whole if start <= hit.start and hit.end <= end]
        hits = hits or find_bare(piece) if loose else [hit for hit in hits if _is_telling(hit)]
        ids = ranked([hit for hit in hits if not hit.generic] or hits, years)
        if ids and ids[0] not in {part.indicators[0] for part in parts}:
            parts.append(Part(ids, find_column(plain, ids[0], years), scope))
    if len(parts) > 1:
        return tuple(parts)
    return _column_by_column(plain, scope, years) if loose else ()


def _pieces(plain: str) -> list[tuple[int, int]]:
    """Where the words between the conjunctions begin and end."""
    joints = [(match.start(), match.end()) for match in _JOINT.finditer(plain)]
    starts, ends = [0, *(end for _, end in joints)], [*(start for start, _ in joints), len(plain)]
    return list(zip(starts, ends, strict=True))


def _is_telling(hit: Found) -> bool:
    """Whether words mean an indicator by themselves, as channels do beside one another (网站和微信)."""
    return not hit.generic or hit.id.startswith("disclosed_")


def _column_by_column(plain: str, scope: str, years: Sequence[int]) -> tuple[Part, ...]:
    """One indicator for columns joined by 和 or 、: 律所和个人分别提了几件."""
    ids = read_topic(plain, years, default=True, amount=True).indicators
    columns = [
        column for piece in _JOINT.split(plain) if ids and (column := find_column(piece, ids[0], years))
    ]
    parts = tuple(Part(ids, column, scope) for column in dict.fromkeys(columns))
    return parts if len(parts) > 1 else ()


def _amount_by_amount(plain: str, scope: str, years: Sequence[int]) -> tuple[Part, ...]:
    """One row for the columns named beside each amount that is asked for: 采购几个项目花多少."""
    ids = read_topic(plain, years, default=True, amount=True).indicators
    asked = list(_COUNTED.finditer(plain))
    if not ids or len(asked) < 2:
        return ()
    places = sorted(
        (place, column)
        for place, column in column_places(plain, ids[0], years)
        if place <= asked[-1].end() + 4
    )
    columns = dict.fromkeys(column for _, column in places)
    return tuple(Part(ids, column, scope) for column in columns) if len(columns) == len(asked) else ()


def _part(clause: str, own: Topic, before: Part, scope: str, years: Sequence[int]) -> Part:
    """What a clause asks for: what hangs on the figure before, else a figure of its own, else one beside that before."""
    part = _hanging(clause, own, before, years) if before.indicators else None
    if part is None and ((own.indicators and not _only_generic(own)) or not before.indicators):
        return Part(own.indicators, own.column, scope)
    return replace(part or _nearby(clause, own, before, years), scope=scope or before.scope)


def _hanging(clause: str, own: Topic, before: Part, years: Sequence[int]) -> Part | None:
    """What a clause asks of the figure before: its money, its requests, a row below it, or a column of its row."""
    if (money := _money_of(before)) and _SPENT.search(clause):
        return Part(before.indicators, money)
    if row := _beside_fee(clause, before) or row_below(clause, before.indicators):
        return Part((row,))
    column = _of_the_row_before(clause, own, before, years)
    return Part(before.indicators, column) if column else None


def _nearby(clause: str, own: Topic, before: Part, years: Sequence[int]) -> Part:
    """The total of the row before, a row beside or below it, or another column of it."""
    if before.column and not own.column and _OVERALL.search(clause):
        return Part(before.indicators)
    if kin := sibling(clause, before.indicators[0]):
        return Part((kin,))
    return Part(before.indicators, find_column(clause, before.indicators[0], years) or before.column)


def _beside_fee(clause: str, before: Part) -> str:
    """What goes with a fee, or with the requests it was charged for: how many those were, or how much it came to."""
    asked = before.indicators[:1]
    if asked in (("processing_fees",), ("request_fees",)) and _CHARGED.fullmatch(clause):
        return "processing_fee_cases"
    return "processing_fees" if asked == ("processing_fee_cases",) and _SPENT.search(clause) else ""


def _of_the_row_before(clause: str, own: Topic, before: Part, years: Sequence[int]) -> str:
    """The column of the row before that a clause names without a row of its own (其中企业提的几件); ``""`` for none.

    申请 alone names no other row after 其中: those are of the row's requests.
    """
    among = clause.lstrip("，,；; ").startswith(_AMONG)
    if not before.indicators or any(not (among and hit.id == "requests_new") for hit in own.found):
        return ""
    return find_column(clause, before.indicators[0], years)


def _money_of(before: Part) -> str:
    """The column of an indicator that holds money beside counts (采购总金额); ``""`` where it has none."""
    columns = indicators()[before.indicators[0]].columns if before.indicators else {}
    return next((c for names in columns.values() for c in names if "总金额" in c and len(names) > 1), "")


def _only_generic(topic: Topic) -> bool:
    return all(hit.generic for hit in topic.found) and not topic.column
