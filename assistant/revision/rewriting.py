"""Rewriting by a language model: passages go out numbered, come back numbered, and each is verified before it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.drafting.nouns import TO_CONFIRM, Draft, Origin, Part
from assistant.drafting.spec import Point
from assistant.llm import CUT, ModelError
from assistant.prompts import prompt
from assistant.revision.desk import Desk
from assistant.revision.instruction import Instruction
from assistant.revision.nouns import By, Polished, State, Step, Unclear
from assistant.revision.points import with_points
from assistant.revision.polishing import is_polishable, text_of
from assistant.revision.readback import states_the_same
from assistant.revision.targets import bare, items, part_of, place_meant
from assistant.revision.verified import keeps_figures, verified

ROOM = 1500
"""Characters of figures that are sent along."""

_LINE = re.compile(r"^\s*[\[【〔](\d{1,2})[\]】〕]\s*(.+)$", re.MULTILINE)
_NONE = "（没有）"
_MISREAD = "改写后读出来的数据与填报的不一致"


@dataclass(frozen=True, slots=True)
class Passage:
    """What may be rewritten: a point by its number in the spec, or, with number 0, a paragraph of figures of ``place``."""

    text: str
    place: str
    point: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """What a model is asked to do; ``figures`` says whether paragraphs of figures are reworded too.

    ``points`` are the numbers of the points meant, empty for all of the parts. ``loses`` allows figures of points to be left out.
    """

    said: str
    parts: tuple[Part, ...]
    points: tuple[int, ...] = ()
    figures: bool = False
    loses: bool = False


@dataclass
class Rewriting:
    """A rewriting under way: ``state`` grows by what may be used, ``told`` by what is to be said of the rest."""

    order: Order
    draft: Draft
    desk: Desk
    state: State
    told: list[str] = field(default_factory=list)

    def rewrite(self, part: Part) -> None:
        """Ask for one part and take what may be used. Raises ModelError."""
        passages = _passages(self.order, part, self.state)
        if not passages:
            return
        facts = facts_of(self.draft)
        messages = prompt("revise").fill(
            instruction=self.order.said,
            section=bare(part),
            facts="\n".join(facts) or _NONE,
            passages="\n".join(f"[{n}] {passage.text}" for n, passage in enumerate(passages, 1)),
        )
        replies = dict(_replies(self.desk.ask(messages)))
        grounds = [*facts, *(passage.text for passage in passages)]
        for n, passage in enumerate(passages, 1):
            text = replies.get(n, "").strip()
            if text and text.rstrip("。；") != passage.text.rstrip("。；"):
                self._take(passage, text, grounds)

    def _take(self, passage: Passage, text: str, grounds: Sequence[str]) -> None:
        """Use one reply where it is verified and reads back as what it replaces, else say why it is not used."""
        judge = self._pointed if passage.point else self._polished
        changed, reason = judge(passage, text, grounds)
        if changed and not self._states_the_same(changed):
            changed, reason = None, _MISREAD
        if changed:
            self.state = changed
        else:
            self.told.append(f"“{passage.text[:16]}……”的改写没有采用：{reason}。")

    def _pointed(self, passage: Passage, text: str, grounds: Sequence[str]) -> tuple[State | None, str]:
        verdict = verified(text, grounds, kept="" if self.order.loses else passage.text)
        return (_pointed(self.state, passage, verdict.text) if verdict.text else None), verdict.reason

    def _polished(self, passage: Passage, text: str, _: Sequence[str]) -> tuple[State | None, str]:
        verdict = verified(text, [passage.text], kept=passage.text)
        plain = verdict.text and TO_CONFIRM not in verdict.text
        if plain and keeps_figures(verdict.text, passage.text):
            return _polished(self.state, passage, verdict.text), ""
        return None, verdict.reason or "与数据不能逐一对上"

    def _states_the_same(self, changed: State) -> bool:
        after = self.desk.write(changed).draft
        return states_the_same(after, self.draft, loses=self.order.loses)


def rewrite(order: Order, state: State, draft: Draft, desk: Desk) -> Step:
    """The parts as the model rewrote them, as far as that could be verified.

    Raises Unclear where there is nothing to rewrite or nothing of it can be used, ModelError where the model fails at once; where
    it fails later, what it wrote before stays.
    """
    if not any(_passages(order, part, state) for part in order.parts):
        raise Unclear("这一部分没有可以改写的文字", "先在表格里或者用“增加一条：……”给出要点")
    work = Rewriting(order, draft, desk, state)
    failure = _work_through(work)
    count = work.state.helped - state.helped
    if not count and failure:
        raise failure
    if not count:
        raise Unclear(
            "语言模型没有给出可用的改写",
            "".join(work.told).removesuffix("。") or "它没有改动文字，或者没有按编号逐段回答",
        )
    head = f"语言模型改写了{count}处，数字已与填报数据核对，请看差异后接受或撤销。"
    marked = _count_marks(work.state) - _count_marks(state)
    note = f"有{marked}处说法没有依据，标了{TO_CONFIRM}，请核实。" if marked > 0 else ""
    broken = f"其余部分没有改写：{failure.message}" if failure else ""
    message = "".join((head, note, *work.told, broken))
    return Step(work.state, By.MODEL, message, order.parts[0].place, failed=failure is not None)


def _work_through(work: Rewriting) -> ModelError | None:
    """Rewrite part by part until the model fails, if it does."""
    try:
        for part in work.order.parts:
            work.rewrite(part)
    except ModelError as error:
        return error
    return None


def _passages(order: Order, part: Part, state: State) -> list[Passage]:
    found = [
        Passage(text_of(one), part.place)
        for one in part.paragraphs
        if order.figures and not order.points and part.place != "preamble" and is_polishable(one)
    ]
    numbers = [number for number in items(part) if not order.points or number in order.points]
    points = state.spec.points
    usable = (number for number in numbers if points[number - 1].origin is not Origin.SLOT)
    return [*found, *(Passage(points[number - 1].text, part.place, number) for number in usable)]


def _pointed(state: State, passage: Passage, text: str) -> State:
    points = list(state.spec.points)
    points[passage.point - 1] = replace(points[passage.point - 1], text=text, origin=Origin.MODEL)
    return replace(with_points(state, points), helped=state.helped + 1)


def _polished(state: State, passage: Passage, text: str) -> State:
    """A paragraph that was polished before keeps the phrases' wording as its base, so that it can always be taken back."""
    kept = state.polished.get(passage.place, ())
    before = next((one for one in kept if one.text == passage.text), None)
    base = before.base if before else passage.text
    others = tuple(one for one in kept if one is not before)
    every = {**state.polished, passage.place: (*others, Polished(base, text))}
    return replace(state, polished=every, helped=state.helped + 1)


def _replies(reply: str) -> Iterator[tuple[int, str]]:
    """The passages of a reply by number; one that the reply breaks off in is left out."""
    for match in _LINE.finditer(reply):
        if not match[2].endswith(CUT):
            yield int(match[1]), match[2]


def facts_of(draft: Draft) -> list[str]:
    """The sentences written from figures, as many as fit into ROOM."""
    found: list[str] = []
    room = ROOM
    for part in draft.parts:
        for paragraph in part.paragraphs:
            for sentence in paragraph:
                room -= len(sentence.text)
                if sentence.origin is Origin.FIGURES and room >= 0:
                    found.append(sentence.text)
    return found


def add(instruction: Instruction, state: State, draft: Draft, desk: Desk, focus: str) -> Step:
    """A point that the model proposes: a claim that nobody made, marked as one until the official confirms it."""
    place = place_meant(instruction, draft, focus)
    part = part_of(place, draft)[0]
    given = [state.spec.points[number - 1].text for number in items(part)]
    facts = facts_of(draft)
    messages = prompt("revise_add").fill(
        instruction=instruction.said,
        section=bare(part),
        facts="\n".join(facts) or _NONE,
        passages="\n".join(given) or _NONE,
    )
    reply = desk.ask(messages).strip().split("\n")[0].removesuffix(CUT)
    verdict = verified(reply, [*facts, *given, instruction.topic], claims=True)
    if not verdict.text:
        raise Unclear(f"语言模型提出的一条没有采用：{verdict.reason}", "请在冒号后写出这一条的内容")
    point = Point(place, verdict.text.rstrip("。"), Origin.MODEL)
    told = f"语言模型在“{bare(part)}”拟了一条，没有您给出的事实作依据，标了{TO_CONFIRM}，请核实后接受或撤销。"
    changed = replace(with_points(state, (*state.spec.points, point)), helped=state.helped + 1)
    if not states_the_same(desk.write(changed).draft, draft):
        raise Unclear(f"语言模型提出的一条没有采用：{_MISREAD}", "请在冒号后写出这一条的内容")
    return Step(changed, By.MODEL, told, place)


def _count_marks(state: State) -> int:
    return sum(point.text.count(TO_CONFIRM) for point in state.spec.points)
