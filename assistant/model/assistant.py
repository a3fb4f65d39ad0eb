"""Answers written by a language model over the rules' answer, which is given at once and stands whenever the model fails."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace

from assistant.abilities import Abilities
from assistant.answer import Assistant, Filters, History
from assistant.cite import supported
from assistant.compose import Draft, Statement, with_marks
from assistant.inquiry import Inquiry
from assistant.llm import Door, ModelError, door
from assistant.model import completing, conversation, writer
from assistant.model import planner as model_plan
from assistant.model.called import called
from assistant.model.faithful import Fault
from assistant.model.writer import Brief
from assistant.model.writing import Event, Final, First, Settled, Writing
from assistant.planning.directory import directory
from assistant.planning.query import Operation
from assistant.planning.reading import read
from assistant.planning.scopes import gives_orders
from assistant.prompts import prompt
from assistant.schema import Answer, Reason, Status
from assistant.settings import Settings
from assistant.work import Work
from index.language.text import squeeze
from index.store import Store

MODEL = "model"
RULES_STAND = "以上是按规则给出的回答。"
"""How a note ends that says why the model gave no answer."""
NOT_VERIFIED = "语言模型所写的内容未能核实，以上是按规则给出的回答。"
TOO_LITTLE = f"语言模型所写的只是其中一小部分，{RULES_STAND}"
WRITTEN = "回答由语言模型撰写，每句都已与出处核对。"
_VERDICT = re.compile(r"^(?:有。|没有。|是的。|不是，与报告不符。)")


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
        writing = Writing()
        try:
            if again := self.reworked(work, first, history, hits, writing):
                work, first = again, self.concluded(again, hits)
            writing.brief = self.material(work, first)
            if writing.brief.found:
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
            plain = read(squeeze(work.plan.question), directory(work.heads)).plain
            plan = model_plan.replanned(work.plan, plain, self.store, self.door)
            again = replace(work, plan=plan, draft=self.draft(plan, work.hits, work.names)) if plan else None
        return again if again and again.draft.status is Status.ANSWERED else None

    def work_on(self, whole: str, work: Work, hits: int) -> Work:
        """A question as the model completed it, worked out over the same reports; the answer says how it was read."""
        again = self.work_in(work.heads, whole, (), hits)
        return replace(again, plan=replace(again.plan, notes=(*again.plan.notes, f"按“{whole}”理解")))

    def material(self, work: Work, first: Answer) -> Brief:
        """What the model may write from; empty where there is nothing for it to do."""
        if first.status is not Status.ANSWERED or gives_orders(work.question):
            return Brief()
        # No report says which reports there are, so that no sentence about the collection can be verified.
        if work.plan.operation is Operation.COLLECTION:
            return Brief()
        sourced = [s for s in work.draft.statements if s.sources]
        if not all(supported(s, self.squeezed) for s in sourced):
            return Brief()
        read = Inquiry(self.store, self.abilities, work.plan, work.hits, work.names).read
        reports = read(work.plan) if not work.draft.figures else []
        more = writer.further(work.plan, reports, work.hits, sourced)
        found = writer.materials(work.draft, more, work.names, self.room)
        leads = tuple(s for s in work.draft.statements if not s.sources)
        asked = "" if work.draft.figures else work.plan.question
        return Brief(found, leads, called(work.plan, work.draft), asked)

    def settled(self, work: Work, writing: Writing) -> Iterator[Settled]:
        """The model's sentences that are verified. Raises ModelError."""
        book = directory(work.heads)
        writing.prompts.append("write")
        messages = prompt("write").fill(
            question=work.plan.question, sources=writer.numbered_lines(writing.brief.found)
        )
        tokens = timed(self.door.stream(messages), work)
        for sentence in writer.sentences(tokens):
            verdict = writer.judged(sentence, writing.brief, book)
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
        names = [item.issuer for item in work.draft.items if item.citations]
        if not writing.suffices or not writing.names_all(names, directory(work.heads)):
            return noted(first, NOT_VERIFIED)
        rest = completing.rest(work.plan, work.draft, writing.settled)
        if rest is None:
            return noted(first, TOO_LITTLE)
        statements = (*opened(work.draft, writing.settled), *rest)
        answer = self.concluded(replace(work, draft=replace(work.draft, statements=statements)), hits)
        dropped = len(writing.judged) - len(writing.settled)
        notes = [WRITTEN, *([f"另有{dropped}句未通过核实，已略去。"] if dropped else [])]
        return replace(noted(answer, *notes), mode=MODEL)


def state(assistant: Assistant) -> str:
    """How questions are answered just now, for readers: by rules, by a model, or by rules because the model fails."""
    if not isinstance(assistant, ModelAssistant):
        return "按规则摘录，不用语言模型"
    if assistant.door.rests:
        return "语言模型没有回应，暂按规则摘录"
    if assistant.door.failed:
        return "语言模型上一次没有答成，按规则摘录，下一问再试"
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
