"""Figures inside one report: the rows below a group, the parts of an area, and sums of several rows.

哪种原因最多, 各种处理结果几件; 哪些县区超过300件; 予以公开和部分公开合计多少件.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.compose import Draft, Statement
from assistant.counting import phrases
from assistant.counting.desk import Desk, as_figure, drafted, holds, readings_stated, said, stated
from assistant.counting.readings import Reading
from assistant.planning.part_names import whole
from assistant.planning.parts import TOGETHER
from assistant.planning.query import Operation, Plan
from index.indicators import DISPUTES, OUTCOMES, indicators
from index.schema import Fact

_KINDS = re.compile(
    r"哪[种类项]|什么(?:原因|理由|情形|情况)|(?:原因|理由|情形|结果|方式|渠道)(?:有哪些|分别|各)|各(?:种|类|项)|哪些(?:原因|理由|情形)"
)
_PARTS = re.compile(r"(?:哪些|哪个|哪几个|各)(县区|区县|县|区|市区|乡镇|镇|街道|地区|地方|单位|部门|板块)")
_ENDINGS = {
    ("县区", "区县", "县", "区", "市区"): "县|区|市|园区|旗",
    ("乡镇", "镇", "街道"): "(?<!乡)镇|乡|街道|街道办事处",
}
"""How the names of the parts end that a noun asks for."""

CASES = ("litigation", *DISPUTES)
"""What the outcomes of cases are told of."""

_MOST, _LEAST = re.compile(r"最[多大高]|占比最"), re.compile(r"最[少小低]")
_EACH = re.compile("分别|各[有是为占多几]|最")
_ALL_ROWS = re.compile("分别|各|最|几件|多少")
"""Asks for each row, those of zero with them; else only what there was is told (主要是什么原因)."""


def answer(desk: Desk) -> Draft | None:
    """The breakdown that a question about one report asks for; ``None`` where it asks for none."""
    plan = desk.plan
    if len(plan.targets) != 1 or plan.operation is Operation.SHARE:
        return None
    asks_sum = TOGETHER.search(plan.question) and not _EACH.search(plan.question)
    if _KINDS.search(plan.question) and not asks_sum and (rows := below(desk)):
        if none := nothing_of(desk, rows):
            return none
        rows = (
            rows if _ALL_ROWS.search(plan.question) or plan.condition else [r for r in rows if r.value != 0]
        )
        return ordered(desk, rows, [row_name(r) for r in rows])
    if (asked := _PARTS.search(plan.question)) and (parts := of_kind(areas(desk), asked[1])):
        return ordered(desk, parts, [r.scope for r in parts])
    return None


def nothing_of(desk: Desk, rows: Sequence[Reading]) -> Draft | None:
    """That there was nothing of what the rows break down, where it is zero; else ``None``."""
    group = desk.best(desk.plan.targets[0])
    nothing = group.value == 0 and not any(r.value for r in rows) and not desk.plan.condition
    return drafted([said(group, desk.names)], [group]) if nothing else None


def below(desk: Desk) -> list[Reading]:
    """The stated rows below the plan's indicator, in the order of the statutory table."""
    target, column = desk.plan.targets[0], desk.plan.column
    children = [i.id for i in indicators().values() if i.parent == desk.plan.indicators[0]]
    found = readings_stated([desk.read(target, child, column, desk.plan.scope) for child in children])
    return found if len(found) > 1 else []


def outcomes(desk: Desk) -> tuple[Reading | None, list[Statement]]:
    """How all the cases ended, beside a yes or no about one outcome (都输了吗): the total, and each outcome that there was.

    Nothing where the question names no outcome, or where the outcomes do not add up to the total.
    """
    total, ends = _ends(desk)
    some = [(r, name) for r, name in ends if r.value]
    if (
        total is None
        or not total.value
        or sum((r.value or Decimal(0) for r, _ in some), Decimal(0)) != total.value
    ):
        return None, []
    listed = "、".join(f"{name}{phrases.amount(r)}" for r, name in some)
    text = f"{phrases.topic(total)}共{phrases.amount(total)}：{listed}。"
    return total, [stated(text, [total, *(r for r, _ in some)], line=True)]


def _ends(desk: Desk) -> tuple[Reading | None, list[tuple[Reading, str]]]:
    """The total and the outcomes of the cases that the plan names one outcome of: columns of 表四, rows of the 统计表."""
    plan, target = desk.plan, desk.plan.targets[0]
    asked = plan.indicators[0]
    parent = indicators()[asked].parent
    if plan.column in OUTCOMES[:-1]:
        ends = [desk.read(target, asked, column, plan.scope) for column in OUTCOMES[:-1]]
        return desk.read(target, asked, "", plan.scope), [(r, r.column) for r in ends]
    if parent not in CASES or indicators()[asked].table != "statistics":
        return None, []
    rows = [i.id for i in indicators().values() if i.parent == parent and i.table == "statistics"]
    ends = [desk.read(target, row, "", plan.scope) for row in rows]
    return desk.read(target, parent, "", plan.scope), [(r, row_name(r)) for r in ends]


def group_of(plan: Plan) -> Plan | None:
    """The plan of the group that its row belongs to (不予公开 of 属于国家秘密); ``None`` for a row of no such group."""
    group = indicators()[plan.indicators[0]].parent if len(plan.targets) == 1 else ""
    inner = group and indicators()[group].parent
    return replace(plan, operation=Operation.VALUE, indicators=(group,)) if inner else None


def instead(desk: Desk) -> list[Statement]:
    """The rows of a group that are not zero, beside one that is though the question takes it for granted.

    (那件因国家秘密没公开的申请, where it was for another reason.) Empty where they do not make up the group.
    """
    total = desk.best(desk.plan.targets[0])
    rows = [r for r in below(desk) if r.value]
    if not rows or sum((r.value or Decimal(0) for r in rows), Decimal(0)) != total.value:
        return []
    listed = "、".join(f"{row_name(r)}{phrases.amount(r)}" for r in rows)
    text = f"{phrases.topic(total)}共{phrases.amount(total)}，为：{listed}。"
    return [stated(text, [total, *rows], line=True)]


def row_name(reading: Reading) -> str:
    """A row by its own name, without its group's."""
    return indicators()[reading.indicator].name


def areas(desk: Desk) -> list[Reading]:
    """What the report gives for each part of its area, in its order; for 收到 the count with 上年结转 will do."""
    target = desk.plan.targets[0]
    also = ("requests_total",) if "requests_new" in desk.plan.indicators else ()
    for indicator in (*desk.plan.indicators[:1], *also):
        facts = [f for f in desk.facts if f.indicator == indicator and part_of_area(f, target.year)]
        if len(facts) > 1:
            return [part_reading(desk, fact) for fact in facts]
    return []


def of_kind(parts: list[Reading], noun: str) -> list[Reading]:
    """The parts that are what the noun asks for: 乡镇 are named towns, not 乡镇（街道） as a whole; empty below two."""
    endings = next((ends for nouns, ends in _ENDINGS.items() if noun in nouns), "")
    kept = [p for p in parts if not endings or re.fullmatch(rf"[^（）]+(?:{endings})", p.scope)]
    return kept if len(kept) > 1 else []


def part_of_area(fact: Fact, year: int) -> bool:
    """Whether a fact is about a named part of the area in the report's year."""
    return fact.part_of and not whole(fact.scope) and fact.year == year and fact.value is not None


def part_reading(desk: Desk, fact: Fact) -> Reading:
    """A reading of one part."""
    target = desk.plan.targets[0]
    return Reading(
        target, fact.indicator, fact.column, fact.scope, fact.value, fact.state, fact.unit, (fact,)
    )


def ordered(desk: Desk, readings: Sequence[Reading], labels: Sequence[str]) -> Draft:
    """The rows in order of size, with what the question singles out before them."""
    pairs = sorted(zip(readings, labels, strict=True), key=lambda pair: -(pair[0].value or Decimal(0)))
    if _LEAST.search(desk.plan.question):
        pairs.reverse()
    if desk.plan.condition:
        condition = desk.plan.condition
        pairs = [p for p in pairs if p[0].value is not None and holds(condition, p[0].value)]
    head = singled_out(desk, pairs)
    lines = [stated(f"- {label}{phrases.amount(r)}", [r], line=True) for r, label in pairs]
    draft = drafted([*head, *lines], [])
    return replace(draft, figures=tuple(as_figure(r) for r, _ in pairs))


def singled_out(desk: Desk, pairs: Sequence[tuple[Reading, str]]) -> list[Statement]:
    """The sentence before the rows: the largest or smallest, or what is listed."""
    name = phrases.who(desk.plan.targets[0], desk.names)
    if not pairs:
        return [Statement(f"{name}的报告中没有符合条件的。")]
    extreme = (
        "最多" if _MOST.search(desk.plan.question) else "最少" if _LEAST.search(desk.plan.question) else ""
    )
    if not extreme:
        return [Statement(f"{name}报告写明的有：")]
    first = pairs[0][0]
    tied = [label for r, label in pairs if r.value == first.value]
    text = f"{name}{extreme}的是{'、'.join(tied)}，{phrases.amount(first)}。"
    return [stated(text, [r for r, _ in pairs[: len(tied)]])]
