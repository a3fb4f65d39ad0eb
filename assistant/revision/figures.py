"""Changing a figure: in the figures, never in the text, so that every place follows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from assistant.drafting.figures import value_of
from assistant.drafting.forms import columns_of, label_of
from assistant.drafting.nouns import Draft, Key, Source
from assistant.drafting.spec import Point
from assistant.drafting.spec_figures import CHANGES, MONEY
from assistant.planning.topics import find_column, ranked
from assistant.planning.vocabulary import find_indicators
from assistant.revision.instruction import Instruction
from assistant.revision.nouns import By, State, Step, Unclear
from index.indicators import indicators
from index.language.numerals import COUNTED, Number, numbers
from index.language.sentences import clauses
from index.language.text import squeeze


def set_figure(instruction: Instruction, state: State, draft: Draft) -> Step:
    """Put a figure in place of another. Raises Unclear where it is not plain which, or which cannot be set by itself."""
    key = _key(instruction, draft)
    value = _value(instruction, key)
    before = value_of(draft.cells, key)
    name = named(key)
    if before == value:
        raise Unclear(f"{name}已经是{value}{_unit(key)}，没有改动")
    _check_settable(key, draft)
    figures = dict(state.spec.figures) | {key: value}
    for total in _totals(key, draft):
        figures.pop(total, None)
    points = tuple(_following(point, key, before, value) for point in state.spec.points)
    spec = replace(state.spec, figures=figures, points=points)
    was = "未填" if before is None else f"{before}{_unit(key)}"
    told = f"{name}由{was}改为{value}{_unit(key)}，正文和表格中的各处随之更新。"
    return Step(replace(state, spec=spec), By.OFFICIAL, told)


def _key(instruction: Instruction, draft: Draft) -> Key:
    words = squeeze(instruction.head)
    known = [row for row in ranked(find_indicators(words), [draft.year]) if not indicators()[row].heading]
    if not known:
        raise Unclear("没有看懂要改哪一项数据", "请写指标的名称，例如“把培训次数改成5次”")
    row = known[0]
    columns = columns_of(row, draft.year)
    column = find_column(words, row, [draft.year])
    if column in columns:
        return row, column
    if len(columns) > 1 and "总计" not in columns:
        named_ = tuple(instruction.said.replace("改", f"（{one}）改", 1) for one in columns)
        raise Unclear(f"“{label_of(row, draft.year)}”有{len(columns)}列，没有说明是哪一列", "", named_)
    return _own_column((row, columns[0]), draft)


def _own_column(total: Key, draft: Draft) -> Key:
    """The one column that a total is made up of, where it is one; else the total itself."""
    parts = _columns(total, draft)
    used = [key for key in parts if value_of(draft.cells, key)]
    return (
        used[0]
        if len(used) == 1 and value_of(draft.cells, total) == value_of(draft.cells, used[0])
        else total
    )


def _columns(total: Key, draft: Draft) -> list[Key]:
    if total[1] != "总计":
        return []
    return [(total[0], column) for column in columns_of(total[0], draft.year) if column != "总计"]


def _value(instruction: Instruction, key: Key) -> Decimal:
    found = [n for n in numbers(instruction.head) if n.kind in COUNTED and n.value is not None]
    if not found or found[-1].value is None:
        raise Unclear("没有看懂要改成多少", "请写出数字，例如“改成5次”")
    number, value, unit = found[-1], found[-1].value, _unit(key)
    if number.unit and unit and number.unit != unit:
        value = _converted(number, unit)
    whole = value == value.to_integral_value()
    if not whole and unit not in MONEY:
        raise Unclear(f"{indicators()[key[0]].name}应是整数，现在是{value}")
    if re.search(r"-\d", instruction.head) and key[1] not in CHANGES:
        raise Unclear("数据不能是负数")
    return value.quantize(Decimal(1)) if whole else value.normalize()


def _converted(number: Number, unit: str) -> Decimal:
    """元 and 万元 are converted; another measure word is another thing that is counted."""
    value = number.value or Decimal(0)
    scales = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
    if unit in scales and number.unit in scales:
        return value * scales[number.unit] / scales[unit]
    if unit in scales or number.unit in scales or number.unit == "%":
        raise Unclear(f"单位对不上：这一项以“{unit}”计，写的是“{number.unit}”")
    return value


def _check_settable(key: Key, draft: Draft) -> None:
    """A figure that is worked out from others follows from them and cannot be set beside them."""
    entry = draft.cells.get(key)
    parts = [part for part in _columns(key, draft) if value_of(draft.cells, part)]
    summed = entry is not None and entry.source is Source.COMPUTED
    if not parts and not summed:
        return
    shown = "、".join(f"{column}{value_of(draft.cells, (row, column))}" for row, column in parts)
    made_of = f"（{shown}）" if shown else f"（{entry.note}）" if entry and entry.note else ""
    row = indicators()[key[0]].name
    options = tuple(
        f"把{column}的{indicators()[r].name}改成…"
        for r, column in parts
        if draft.cells[r, column].source is Source.GIVEN
    )
    raise Unclear(
        f"“{row}”{'' if '总计' in row else '的总数'}由其他数据得出{made_of}，不能单独改",
        "请改其中的分项",
        options,
    )


def _totals(key: Key, draft: Draft) -> Iterable[Key]:
    """Totals given beside their columns that agreed with them: they are added up anew."""
    total = (key[0], "总计")
    parts = _columns(total, draft)
    values = [value_of(draft.cells, part) for part in parts]
    if key in parts and None not in values and sum(v for v in values if v) == value_of(draft.cells, total):
        yield total


def _following(point: Point, key: Key, before: Decimal | None, value: Decimal) -> Point:
    """A point that states the same figure states the new one."""
    if before is None:
        return point
    text, replaced = point.text, point.text
    for span in reversed(clauses(text)):
        if key[0] not in ranked(find_indicators(squeeze(span.text)), []):
            continue
        for number in reversed(numbers(span.text)):
            if number.kind in COUNTED and number.value == before and number.unit in {_unit(key), ""}:
                start, end = span.start + number.start, span.start + number.end
                replaced = f"{replaced[:start]}{value}{number.unit}{replaced[end:]}"
    return replace(point, text=replaced)


def named(key: Key) -> str:
    """A figure's name with its column, as the reader is told."""
    plain = key[1] in {"", "总计", "统计数"}
    return f"“{indicators()[key[0]].name}”" + ("" if plain else f"（{key[1]}）")


def _unit(key: Key) -> str:
    return indicators()[key[0]].column_unit(key[1])


def broken(before: Draft, after: Draft) -> list[str]:
    """The relations between figures that no longer hold and did before."""
    held = {one.message for one in before.identities if not one.holds}
    return [one.message for one in after.identities if not one.holds and one.message not in held]
