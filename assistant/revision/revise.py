"""An instruction and a draft become the next draft, with the difference between the two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.draft import Drafted
from assistant.drafting.figures import value_of
from assistant.drafting.nouns import Draft, Part
from assistant.llm import ModelError
from assistant.planning.topics import ranked
from assistant.planning.vocabulary import find_indicators
from assistant.revision import figures, particulars, points, rewriting
from assistant.revision.desk import Desk
from assistant.revision.difference import Difference, difference
from assistant.revision.instruction import Instruction, Kind, instructions, read
from assistant.revision.nouns import By, State, Step, Unclear
from assistant.revision.rewriting import Order
from assistant.revision.shorten import beyond, shorten
from assistant.revision.targets import bare, items, parts_meant, points_meant
from assistant.revision.wording import reword
from index.indicators import indicators
from index.language.text import squeeze

EXAMPLES = (
    "增加一条关于培训的措施：每季度组织一次政务公开培训",
    "删掉改进情况第二条",
    "把监督保障部分压缩到300字",
    "把依申请公开部分换一种说法",
    "把培训次数改成5次",
    "把落款日期改成1月20日",
)
"""Instructions that are understood without a model."""

_NO_MODEL = "没有配置语言模型，不能替您改写文字"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an instruction; where nothing changed, ``message`` says why and ``options`` what can be said instead.

    ``again`` are the instructions for which the model failed, to be said once more; ``""`` for none.
    """

    said: str
    state: State
    drafted: Drafted
    by: By
    message: str
    difference: Difference = field(default_factory=Difference)
    place: str = ""
    options: tuple[str, ...] = ()
    again: str = ""

    def to_json(self) -> dict[str, Any]:
        """The instruction with what it changed, in plain values."""
        return {
            "instruction": self.said,
            "status": "changed" if self.difference else "unchanged",
            "by": self.by.value,
            "message": self.message,
            "options": list(self.options),
            "again": self.again,
            **self.difference.to_json(),
        }


def revise(said: str, state: State, drafted: Drafted, desk: Desk, focus: str = "") -> Outcome:
    """Follow an instruction, or several in one message; ``focus`` is the place spoken of before.

    Never raises for what an official may say: what is not understood comes back as an outcome without a difference.
    """
    told: list[str] = []
    failed: list[str] = []
    options: tuple[str, ...] = ()
    now, draft, by, place = state, drafted.draft, By.RULES, focus
    for instruction in instructions(said):
        try:
            step = _step(instruction, now, draft, desk, place)
        except (Unclear, ModelError) as error:
            told.append(error.message)
            options = getattr(error, "options", ())
            failed += [instruction.said] if isinstance(error, ModelError) else []
        else:
            now, by, place = step.state, step.by, step.place or place
            draft = desk.write(now).draft
            told.append(step.message)
            failed += [instruction.said] if step.failed else []
    now, lost = desk.settled(now)
    after = desk.write(now)
    again = "；".join(failed)
    changed = difference(drafted.draft, after.draft)
    if not changed:
        message = "".join(told) if now == state else f"{''.join(told)}但文字没有变化。"
        return Outcome(said, state, drafted, by, message, place=place, options=options, again=again)
    message = "".join((*told, *lost, *_warnings(drafted, after)))
    return Outcome(said, now, after, by, message, changed, place, options, again)


def _warnings(before: Drafted, after: Drafted) -> list[str]:
    """What the change broke or brought too close to another report."""
    broken = figures.broken(before.draft, after.draft)
    known = {one.text for one in before.draft.similar}
    close = [one.message for one in after.draft.similar if one.text not in known]
    found = [f"改后有{len(broken)}条勾稽关系不成立：{'；'.join(broken)}。"] if broken else []
    return [*found, *(f"{one}。" for one in close)]


def _step(instruction: Instruction, state: State, draft: Draft, desk: Desk, focus: str) -> Step:
    """One instruction by itself. Raises Unclear or ModelError."""
    simple = _SIMPLE.get(instruction.kind)
    if simple:
        return simple(instruction, state, draft, focus)
    if instruction.kind is Kind.ADD:
        return _added(instruction, state, draft, desk, focus)
    if instruction.kind is Kind.SHORTEN:
        return _shortened(instruction, state, draft, desk, focus)
    return _rewritten(instruction, state, draft, desk, focus)


_Simple = Callable[[Instruction, State, Draft, str], Step]
_SIMPLE: dict[Kind, _Simple] = {
    Kind.DATE: lambda one, state, _draft, _focus: particulars.set_date(one, state),
    Kind.CONTACT: lambda one, state, _draft, _focus: particulars.set_contact(one, state),
    Kind.FIGURE: lambda one, state, draft, _focus: figures.set_figure(one, state, draft),
    Kind.REPLACE: lambda one, state, _draft, _focus: points.replace_words(one, state),
    Kind.RESET: points.reset_point,
    Kind.REMOVE: points.remove_points,
    Kind.MOVE: points.move_point,
    Kind.SWAP: points.move_point,
    Kind.CONFIRM: points.confirm,
}


def _added(instruction: Instruction, state: State, draft: Draft, desk: Desk, focus: str) -> Step:
    """The official's own words, or what a model proposes where there are none."""
    if instruction.content or not instruction.topic or desk.door is None:
        return points.add_point(instruction, state, draft, focus, related(instruction.topic, draft))
    return rewriting.add(instruction, state, draft, desk, focus)


def _shortened(instruction: Instruction, state: State, draft: Draft, desk: Desk, focus: str) -> Step:
    """By rules; with a model, by rules as long as nothing of substance goes, then by the model."""

    def write(other: State) -> Draft:
        return desk.write(other).draft

    if desk.door is None:
        return shorten(instruction, state, write, focus)
    try:
        step = shorten(instruction, state, write, focus, gently=True)
    except Unclear:
        if not parts_meant(instruction, draft, focus):
            raise
        step = Step(state, By.RULES)
    if step.message and "没有达到" not in step.message:
        return step
    now = write(step.state)
    parts = tuple(parts_meant(instruction, now, focus))
    try:
        step = rewriting.rewrite(Order(instruction.said, parts, loses=True), step.state, now, desk)
    except (Unclear, ModelError) as error:
        step = shorten(instruction, state, write, focus)
        told = f"{error.message}改按规则压缩。{step.message}"
        return replace(step, message=told, failed=isinstance(error, ModelError))
    left = [part for part in write(step.state).parts if part.place in {one.place for one in parts}]
    told = beyond(instruction, parts_meant(instruction, draft, focus), left)
    return replace(step, message=f"{step.message}{told}")


def _rewritten(instruction: Instruction, state: State, draft: Draft, desk: Desk, focus: str) -> Step:
    """What takes another's words: a model's, or the phrases' other wording."""
    parts = parts_meant(instruction, draft, focus)
    if instruction.kind is Kind.OTHER and not parts_meant(instruction, draft):
        raise Unclear("没有看懂要改什么", "可以这样说", EXAMPLES)
    numbers: tuple[int, ...] = ()
    if instruction.items or (instruction.topic and not parts):
        part, found = points_meant(instruction, draft, points.texts(state.spec), focus)
        parts, numbers = [part], tuple(found)
    if not parts:
        raise Unclear("没有说明是哪一部分", "请写明部分", _for_parts(instruction, draft))
    if desk.door is not None:
        figures_too = instruction.kind is not Kind.SPECIFIC
        order = Order(instruction.said, tuple(parts), numbers, figures=figures_too)
        return _by_model(order, state, draft, desk)
    if instruction.kind is Kind.REWORD and not numbers:
        return reword(parts, state, lambda other: desk.write(other).draft)
    raise _without_model(parts, numbers, state, draft)


def _by_model(order: Order, state: State, draft: Draft, desk: Desk) -> Step:
    """What the model wrote; where nothing of it can be used, the phrases' other wording, and that is said."""
    try:
        return rewriting.rewrite(order, state, draft, desk)
    except (Unclear, ModelError) as error:
        if not order.figures or order.points or read(order.said).kind is not Kind.REWORD:
            raise
        try:
            step = reword(order.parts, state, lambda other: desk.write(other).draft)
        except Unclear:
            raise error from None
        told = f"{error.message}改用固定的另一种说法。{step.message}"
        return replace(step, message=told, failed=isinstance(error, ModelError))


def _without_model(parts: list[Part], numbers: tuple[int, ...], state: State, draft: Draft) -> Unclear:
    """What can be done instead: which points there are, and which figures could make them more specific."""
    meant = [
        (part, at, n) for part in parts for at, n in enumerate(items(part), 1) if not numbers or n in numbers
    ]
    texts = [state.spec.points[n - 1].text for _, _, n in meant]
    name = "、".join(f"“{bare(part)}”" for part in parts[:3])
    if not texts:
        return Unclear(_NO_MODEL, f"{name}没有您给出的要点，请用“在{bare(parts[0])}增加一条：……”写明事实")
    data = related("".join(texts), draft)
    hint = f"；有关的填报数据：{data}" if data else ""
    options = tuple(
        f"把{bare(part)}第{at}条改成：{text}，……" for (part, at, _), text in zip(meant, texts, strict=True)
    )
    ask = f"{name}有{len(texts)}条要点，请用“把第几条改成：……”补上时间、数量、做法{hint}"
    return Unclear(_NO_MODEL, ask, options)


def related(text: str, draft: Draft) -> str:
    """The figures of the draft that are about what a text speaks of, as the reader is told."""
    found = []
    for row in ranked(find_indicators(squeeze(text)), [draft.year]) if text else ():
        entry = indicators()[row]
        keys = [key for key in draft.cells if key[0] == row and key[1] in {"", "总计", "统计数"}]
        found += [
            f"{entry.name}{value}{entry.unit}"
            for key in keys
            if (value := value_of(draft.cells, key)) is not None
        ]
    return "、".join(dict.fromkeys(found))


def _for_parts(instruction: Instruction, draft: Draft) -> tuple[str, ...]:
    """The instruction for each part, to choose from."""
    parts = [part for part in draft.parts if part.place and part.place != "preamble"]
    return tuple(f"把{bare(part)}部分{instruction.said}" for part in parts)
