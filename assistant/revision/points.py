"""Adding, removing, moving and changing the official's points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.nouns import TO_CONFIRM, UNFILLED, Draft, Origin, Part
from assistant.drafting.spec import Point, Spec, Style
from assistant.planning.topics import ranked
from assistant.planning.vocabulary import find_indicators
from assistant.revision.instruction import Instruction, Kind
from assistant.revision.nouns import By, State, Step, Unclear
from assistant.revision.targets import bare, items, part_of, parts_meant, place_meant, points_meant
from index.language.text import squeeze


def add_point(instruction: Instruction, state: State, draft: Draft, focus: str, data: str = "") -> Step:
    """A point with the official's text; without one a place is held open, since nothing is made up.

    ``data`` are figures that the official may want to use.
    """
    place = place_meant(instruction, draft, focus)
    part = part_of(place, draft)[0]
    if instruction.content:
        point = Point(place, instruction.content)
        return Step(
            with_points(state, (*state.spec.points, point)),
            By.OFFICIAL,
            f"已在“{bare(part)}”增加一条。",
            place,
        )
    topic = instruction.topic
    if not topic:
        options = (f"在{bare(part)}增加一条：……",)
        raise Unclear("没有说明这一条写什么", "请在冒号后写出内容", options)
    held = Point(place, f"{UNFILLED}（关于{topic}的一条，请写明做了什么或者打算做什么）", Origin.SLOT)
    told = f"已在“{bare(part)}”留出一条{UNFILLED}：没有配置语言模型，也没有您给出的事实，不能替您编写。请用“把第几条改成：……”写明。"
    told += f"有关的填报数据：{data}。" if data else ""
    return Step(with_points(state, (*state.spec.points, held)), By.OFFICIAL, told, place)


def remove_points(instruction: Instruction, state: State, draft: Draft, focus: str) -> Step:
    """Take points out; a topic that no point has may be that of a figure, whose clause is then left out."""
    try:
        part, numbers = points_meant(instruction, draft, texts(state.spec), focus)
    except Unclear as unclear:
        if unclear.options or instruction.items:
            raise
        return _omit(instruction, state, draft, focus, unclear)
    _check_alone(instruction, draft, part, numbers, focus)
    kept = tuple(point for n, point in enumerate(state.spec.points, 1) if n not in numbers)
    return Step(
        with_points(state, kept), By.OFFICIAL, f"已从“{bare(part)}”删去{len(numbers)}条。", part.place
    )


def _check_alone(
    instruction: Instruction, draft: Draft, part: Part, numbers: Sequence[int], focus: str
) -> None:
    """那句 may be a point's or that of a figure. Raises Unclear where both are there and no part is named."""
    if instruction.items or "句" not in instruction.said or parts_meant(instruction, draft, focus):
        return
    words = squeeze(instruction.topic or instruction.old)
    known = ranked(find_indicators(words), [draft.year])
    other = [one for one in draft.parts if one.place and _told(one) & set(known)]
    if other:
        point = f"删掉{bare(part)}第{items(part).index(numbers[0]) + 1}条"
        figure = f"删掉{bare(other[0])}部分关于{words}的那句"
        raise Unclear(f"有两处提到“{words}”：要点和由数据写成的句子", "请选一处", (point, figure))


def _omit(instruction: Instruction, state: State, draft: Draft, focus: str, otherwise: Unclear) -> Step:
    words = squeeze(instruction.topic or instruction.old)
    known = ranked(find_indicators(words), [draft.year]) if words else ()
    told = {row: part for part in draft.parts for row in _told(part) if part.place and row in known}
    meant = parts_meant(instruction, draft, focus)
    rows = {row: part for row, part in told.items() if not meant or part in meant}
    if not rows:
        raise otherwise
    styles = dict(state.spec.styles)
    for row, part in rows.items():
        style = styles.get(part.place, Style())
        styles[part.place] = replace(style, omitted=style.omitted | {row})
    place = next(iter(rows.values())).place
    spec = replace(state.spec, styles=styles)
    told_ = "已从正文删去这项数据的说法，表格和填报的数据不变。"
    return Step(replace(state, spec=spec), By.RULES, told_, place)


def _told(part: Part) -> set[str]:
    sentences = [sentence for paragraph in part.paragraphs for sentence in paragraph]
    return {row for sentence in sentences for row, _ in sentence.keys}


def reset_point(instruction: Instruction, state: State, draft: Draft, focus: str) -> Step:
    """Another text for a point."""
    part, numbers = points_meant(instruction, draft, texts(state.spec), focus)
    if not instruction.content:
        raise Unclear("没有说明改成什么", "请写成“把第二条改成：……”")
    points = list(state.spec.points)
    points[numbers[0] - 1] = replace(points[numbers[0] - 1], text=instruction.content, origin=Origin.GIVEN)
    return Step(with_points(state, points), By.OFFICIAL, f"已改写“{bare(part)}”的这一条。", part.place)


def replace_words(instruction: Instruction, state: State) -> Step:
    """Words of the points by others; what is written from figures and by law has no words of its own to replace."""
    old, new = instruction.old, instruction.content
    points = [replace(p, text=p.text.replace(old, new)) for p in state.spec.points]
    if tuple(points) == state.spec.points:
        raise Unclear(
            f"您给出的要点中没有“{old}”",
            "数据写成的句子请用“把……改成几件”改数据，或者说“换一种说法”",
        )
    return Step(with_points(state, points), By.OFFICIAL, f"已把“{old}”换成“{new}”。")


def move_point(instruction: Instruction, state: State, draft: Draft, focus: str) -> Step:
    """A point to another place in its part, or two points exchanged."""
    first = replace(instruction, items=instruction.items[:1])
    part, (moved,) = points_meant(first, draft, texts(state.spec), focus)
    shown = items(part)
    order = _ordered(shown, moved, instruction)
    points = list(state.spec.points)
    for slot, number in zip(sorted(shown), order, strict=True):
        points[slot - 1] = state.spec.points[number - 1]
    return Step(with_points(state, points), By.OFFICIAL, f"已调整“{bare(part)}”的顺序。", part.place)


def _ordered(shown: Sequence[int], moved: int, instruction: Instruction) -> list[int]:
    """The points in their new order; 第一条前面 and 后面 name the neighbour, 第一条 alone the place."""
    at, to = shown.index(moved), _destination(instruction, len(shown))
    order = list(shown)
    if instruction.kind is Kind.SWAP:
        order[at], order[to] = order[to], order[at]
        return order
    order.remove(moved)
    beside = instruction.said[-2:] if len(instruction.items) > 1 else ""
    if "前" in beside or "后" in beside:
        to += ("后" in beside) - (to > at)
    order.insert(to, moved)
    return order


def _destination(instruction: Instruction, count: int) -> int:
    """The index to which a point goes."""
    said = instruction.said
    if len(instruction.items) > 1:
        to = instruction.items[1] if instruction.items[1] > 0 else count
        if not 1 <= to <= count:
            raise Unclear(f"只有{count}条，没有第{to}条")
        return to - 1
    if any(word in said for word in ("最前", "开头", "首位", "第一位", "前面", "最上")):
        return 0
    if any(word in said for word in ("最后", "末尾", "最下", "后面")):
        return count - 1
    raise Unclear("没有说明移到哪里", "请写成“把第三条移到第一条前面”或“移到最后”")


def confirm(instruction: Instruction, state: State, draft: Draft, focus: str) -> Step:
    """Take the mark 【待核实】 off: the official says that it is true."""
    marked = [n for n, point in enumerate(state.spec.points, 1) if TO_CONFIRM in point.text]
    if instruction.items or instruction.topic:
        _, numbers = points_meant(instruction, draft, texts(state.spec), focus)
        marked = [n for n in marked if n in numbers]
    if not marked:
        raise Unclear(f"没有标着{TO_CONFIRM}的这一条")
    points = list(state.spec.points)
    for n in marked:
        points[n - 1] = replace(points[n - 1], text=points[n - 1].text.replace(TO_CONFIRM, ""))
    return Step(with_points(state, points), By.OFFICIAL, f"已按您的核实去掉{len(marked)}处{TO_CONFIRM}。")


def texts(spec: Spec) -> list[str]:
    """The points' texts, the first at index 0."""
    return [point.text for point in spec.points]


def with_points(state: State, points: Sequence[Point]) -> State:
    """The same with other points."""
    return replace(state, spec=replace(state.spec, points=tuple(points)))
