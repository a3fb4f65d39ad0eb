"""Answers written by a language model over the rules' answer, which is given at once and stands whenever the model fails."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.abilities import Abilities
from assistant.answer import Assistant, Filters, History
from assistant.cite import supported
from assistant.compose import Draft, Numbering, Statement, with_marks
from assistant.inquiry import Inquiry
from assistant.llm import Door, ModelError, door
from assistant.model import completing, conversation, writer
from assistant.model import planner as model_plan
from assistant.model.faithful import Fault
from assistant.model.writer import Judged, Material
from assistant.planning.directory import directory
from assistant.planning.scopes import gives_orders
from assistant.prompts import prompt
from assistant.schema import Answer, Reason, Status, Withheld
from assistant.settings import Settings
from assistant.work import Work
from index.store import Store

ENOUGH = 0.4
"""The share of what the model wrote that must be verified, or its text is not used at all."""
MODEL = "model"
RULES_STAND = "以上是按规则给出的回答。"
"""How a note ends that says why the model gave no answer."""
NOT_VERIFIED = "语言模型所写的内容未能核实，以上是按规则给出的回答。"
WRITTEN = "回答由语言模型撰写，每句都已与出处核对。"
_VERDICT = re.compile(r"^(?:有。|没有。|是的。|不是，与报告不符。)")


@dataclass(frozen=True, slots=True)
class First:
    """The rules' answer, to be shown while the model writes."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Settled:
    """A sentence that was verified, with its ``[n]`` marks; ``first`` begins the text."""

    text: str
    first: bool


@dataclass(frozen=True, slots=True)
class Final:
    """The answer that stands, and every sentence that the model wrote with the verdict on it."""

    answer: Answer
    judged: tuple[Judged, ...] = ()


Event = First | Settled | Final


@dataclass
class Writing:
    """What has come of the model's reply so far."""

    found: Sequence[Material]
    numbering: Numbering = field(default_factory=Numbering)
    judged: list[Judged] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)

    @property
    def settled(self) -> list[Statement]:
        """The verified sentences."""
        return [j.statement for j in self.judged if j.statement]

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """The sentences that were not verified."""
        return tuple(Withheld(j.sentence.text, j.faults) for j in self.judged if not j.statement)

    @property
    def repeats(self) -> bool:
        """Whether the last sentence has been written before: a small model that goes round in circles."""
        texts = [j.sentence.text for j in self.judged]
        return bool(texts) and texts[-1] in texts[:-1]

    @property
    def suffices(self) -> bool:
        """Whether enough was verified, and some of it by what the rules answer with."""
        enough = len(self.settled) >= ENOUGH * len(self.judged)
        return bool(self.settled) and enough and any(j.statement and j.found for j in self.judged)

    def names_all(self, names: Sequence[str]) -> bool:
        """Whether the verified sentences name every body of a list; one of several by itself misleads."""
        said = "".join(statement.text for statement in self.settled)
        return all(name in said for name in names)


def assistant_for(store: Store, settings: Settings, *, model: bool = True) -> Assistant:
    """The assistant for a store as the settings have it: with the language model where an endpoint is set."""
    way = door(settings) if model else None
    made = Assistant(store)
    if way is not None:
        made = ModelAssistant(store, way, settings.llm_characters, plans=settings.llm_plan)
    made.abilities = Abilities(reranker=settings.reranker)
    return made


class ModelAssistant(Assistant):
    """An Assistant whose answers a model writes, where it can; safe to share between threads.

    Refusals and questions back are the rules' own. ``room`` is how many characters of sources are sent. With ``plans``
    the model also says which figure is asked for where the rules know none.
    """

    def __init__(self, store: Store, door: Door, room: int = 2400, *, plans: bool = False) -> None:
        super().__init__(store)
        self.door, self.room, self.plans = door, room, plans

    def ask(
        self, question: str, history: History = (), hits: int = 0, filters: Filters | None = None
    ) -> Answer:
        """The answer that stands in the end."""
        for event in self.stream(question, history, hits, filters):
            if isinstance(event, Final):
                return event.answer
        raise AssertionError("stream ends with Final")

    def stream(
        self, question: str, history: History = (), hits: int = 0, filters: Filters | None = None
    ) -> Iterator[Event]:
        """The rules' answer at once, the model's sentences as each is verified, and what stands in the end."""
        work = self.work(question, history, hits, filters)
        first = self.concluded(work, hits)
        yield First(first)
        writing = Writing(())
        try:
            if again := self.reworked(work, first, history, hits, writing):
                work, first = again, self.concluded(again, hits)
            writing.found = self.material(work, first)
            if writing.found:
                yield from self.settled(work, writing)
                first = self.written(work, first, writing, hits)
        except ModelError as error:
            first = noted(first, f"{error.message}{RULES_STAND}")
        digests = {name: prompt(name).digest for name in writing.prompts}
        first = replace(first, question=question, prompts=digests, withheld=writing.withheld)
        yield Final(first, tuple(writing.judged))

    def reworked(
        self, work: Work, first: Answer, history: History, hits: int, writing: Writing
    ) -> Work | None:
        """The question understood with the model's help where the rules could not; ``None`` where that leads nowhere.

        Nothing that the rules understood and refused is asked again. Raises ModelError.
        """
        again: Work | None = None
        if history and not_followed(work, first):
            writing.prompts.append("rewrite")
            whole = conversation.rewritten(work.question, history, directory(work.heads), self.door)
            again = self.work_on(whole, work, hits) if whole else None
        elif self.plans and first.reason is Reason.NOT_STATED and model_plan.is_unsure(work.plan):
            writing.prompts.append("plan")
            plan = model_plan.replanned(work.plan, self.door)
            again = replace(work, plan=plan, draft=self.draft(plan, work.hits, work.names)) if plan else None
        return again if again and again.draft.status is Status.ANSWERED else None

    def work_on(self, whole: str, work: Work, hits: int) -> Work:
        """A question as the model completed it, worked out over the same reports; the answer says how it was read."""
        again = self.work_in(work.heads, whole, (), hits)
        return replace(again, plan=replace(again.plan, notes=(*again.plan.notes, f"按“{whole}”理解")))

    def material(self, work: Work, first: Answer) -> list[Material]:
        """What the model may write from; empty where there is nothing for it to do."""
        if first.status is not Status.ANSWERED or gives_orders(work.question):
            return []
        sourced = [s for s in work.draft.statements if s.sources]
        if not all(supported(s, self.squeezed) for s in sourced):
            return []
        read = Inquiry(self.store, self.abilities, work.plan, work.hits, work.names).read
        reports = read(work.plan) if not work.draft.figures else []
        more = writer.further(work.plan, reports, work.hits, sourced)
        return writer.materials(work.draft, more, work.names, self.room)

    def settled(self, work: Work, writing: Writing) -> Iterator[Settled]:
        """The model's sentences that are verified. Raises ModelError."""
        book = directory(work.heads)
        writing.prompts.append("write")
        messages = prompt("write").fill(
            question=work.plan.question, sources=writer.numbered_lines(writing.found)
        )
        tokens = timed(self.door.stream(messages), work)
        for sentence in writer.sentences(tokens):
            verdict = writer.judged(sentence, writing.found, book)
            if verdict.statement and not supported(verdict.statement, self.squeezed):
                verdict = replace(verdict, statement=None, faults=(Fault.NUMBER,))
            first = not writing.settled
            writing.judged.append(verdict)
            if writing.repeats:
                writing.judged.pop()
                tokens.close()
                break
            if verdict.statement:
                marks = writing.numbering.marks(verdict.statement.sources)
                yield Settled(with_marks(verdict.statement.text, marks), first)
        work.watch.lap("write")

    def written(self, work: Work, first: Answer, writing: Writing, hits: int) -> Answer:
        """The model's verified sentences and what they leave out of the rules' answer; else the rules' answer."""
        names = [work.names.get(i.citations[0].report, i.issuer) for i in work.draft.items if i.citations]
        if not writing.suffices or not writing.names_all(names):
            return noted(first, NOT_VERIFIED)
        rest = completing.omitted(work.draft, writing.settled)
        if not work.draft.figures and completing.answers_alone(work.plan, writing.settled):
            rest = [statement for statement in rest if not statement.sources]
        statements = (*opened(work.draft, writing.settled), *rest)
        answer = self.concluded(replace(work, draft=replace(work.draft, statements=statements)), hits)
        dropped = len(writing.judged) - len(writing.settled)
        notes = [WRITTEN, *([f"另有{dropped}句未通过核实，已略去。"] if dropped else [])]
        return replace(noted(answer, *notes), mode=MODEL)


def state(assistant: Assistant) -> str:
    """How questions are answered just now, for readers: by rules, by a model, or by rules because the model is away."""
    if not isinstance(assistant, ModelAssistant):
        return "按规则摘录，不用语言模型"
    if assistant.door.rests:
        return "语言模型没有回应，暂按规则摘录"
    return "语言模型撰写，逐句核对"


def not_followed(work: Work, first: Answer) -> bool:
    """Whether the rules did not see what a follow-up refers to: they ask back, see no topic, or take it as about all."""
    lost = first.status is Status.CLARIFY or first.reason is Reason.OUT_OF_SCOPE
    return lost or (len(work.plan.targets) > 1 and conversation.points_back(work.question))


def timed(tokens: Iterator[str], work: Work) -> Generator[str, None, None]:
    """The tokens, the time to the first one booked."""
    for n, token in enumerate(tokens):
        if n == 0:
            work.watch.lap("first_token")
        yield token


def opened(draft: Draft, settled: Sequence[Statement]) -> list[Statement]:
    """The verified sentences behind the rules' yes or no, which is never the model's to say."""
    verdict = _VERDICT.match(draft.statements[0].text)
    if not verdict:
        return list(settled)
    first = settled[0]
    return [replace(first, text=f"{verdict[0]}{first.text}"), *settled[1:]]


def noted(answer: Answer, *notes: str) -> Answer:
    """An answer with further notes."""
    return replace(answer, notes=(*answer.notes, *notes))
