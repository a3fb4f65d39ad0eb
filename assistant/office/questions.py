"""Evaluation questions from real chats: what did not help, the form that makes a question of it, the file they go into."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from assistant.answer import Assistant
from assistant.evaluation.questions import Problem
from assistant.evaluation.words import KINDS
from assistant.evaluation.written import Written
from assistant.feedback import Complaint, Feedback
from assistant.office.form import posted
from assistant.office.guard import redirect, same, session_of
from assistant.office.question_form import Draft, Picked, drafted, number_of, offered, question_of
from assistant.office.question_form import posted as draft_of
from assistant.office.templates import render
from assistant.page.request import LONGEST
from assistant.schema import Answer


@dataclass
class QuestionDesk:
    """What the pages work on: readers' complaints, the question file, and the assistant that answers today."""

    assistant: Assistant
    feedback: Feedback = field(init=False)
    written: Written = field(init=False)

    def __post_init__(self) -> None:
        """Complaints and questions lie in the folder of the assistant's store."""
        self.feedback = Feedback(self.assistant.store.folder)
        self.written = Written(self.assistant.store)

    def answered(self, draft: Draft, complaint: Complaint | None) -> Answer | None:
        """What is answered today, ``None`` for a form without a question; its sources are suggested as evidence."""
        if not draft.question:
            return None
        history = complaint.history if complaint and draft.with_history else ()
        return self.assistant.ask(draft.question, history, 1)

    def save(self, draft: Draft, complaint: Complaint | None) -> list[Problem]:
        """Write the question down; the complaint is dealt with, unless there are problems."""
        problems = self.written.add(question_of(draft, complaint))
        if complaint and not problems:
            self.feedback.settle(complaint.id)
        return problems


async def overview(request: Request) -> Response:
    """The answers that did not help, and the questions written so far."""
    desk, session = _desk(request), session_of(request)
    return _page(
        request,
        "questions",
        complaints=await asyncio.to_thread(desk.feedback.complaints),
        counts=await asyncio.to_thread(desk.feedback.counts),
        written=await asyncio.to_thread(desk.written.questions),
        kinds=KINDS,
        notice=session.told(),
    )


async def form(request: Request) -> Response:
    """The form for a question, filled in from the complaint that is named, or blank."""
    complaint = await _complaint(request, number_of(request.query_params.get("complaint", "")))
    return await _form(request, drafted(complaint), complaint)


async def write(request: Request) -> Response:
    """Show another report's sentences, or save the question; what the validator finds is shown beside the form."""
    fields = (await posted(request)).fields
    _protect(request, fields)
    draft = draft_of(fields)
    complaint = await _complaint(request, draft.complaint)
    if fields.get("act") != "save":
        return await _form(request, draft, complaint)
    problems = await asyncio.to_thread(_desk(request).save, draft, complaint)
    if problems:
        return await _form(request, draft, complaint, tuple(problem.message for problem in problems))
    session_of(request).notice = "已写入评测题。"
    return redirect(request.scope, "/questions")


async def dismiss(request: Request) -> Response:
    """Forget a complaint of which no question is to be made."""
    fields = (await posted(request)).fields
    _protect(request, fields)
    if complaint := await _complaint(request, number_of(fields.get("complaint", ""))):
        await asyncio.to_thread(_desk(request).feedback.settle, complaint.id)
    return redirect(request.scope, "/questions")


async def remove(request: Request) -> Response:
    """Take a question out of the file."""
    fields = (await posted(request)).fields
    _protect(request, fields)
    await asyncio.to_thread(_desk(request).written.remove, fields.get("id", ""))
    return redirect(request.scope, "/questions")


async def download(request: Request) -> Response:
    """The question file, as ``disclosure evaluate`` reads it."""
    text = await asyncio.to_thread(_desk(request).written.text)
    headers = {"content-disposition": 'attachment; filename="questions.jsonl"'}
    return Response(text, media_type="application/jsonl; charset=utf-8", headers=headers)


def _desk(request: Request) -> QuestionDesk:
    """The desk; there is none where the office stands without a collection."""
    desk: QuestionDesk | None = request.app.state.desk
    if desk is None:
        raise HTTPException(404)
    return desk


async def _complaint(request: Request, number: int) -> Complaint | None:
    return await asyncio.to_thread(_desk(request).feedback.complaint, number) if number else None


def _protect(request: Request, fields: dict[str, str]) -> None:
    if not same(fields.get("csrf", ""), session_of(request).csrf):
        raise HTTPException(403)


async def _form(
    request: Request, draft: Draft, complaint: Complaint | None, problems: tuple[str, ...] = ()
) -> Response:
    desk = _desk(request)
    heads = desk.assistant.store.catalogue()
    answer = await asyncio.to_thread(desk.answered, draft, complaint)
    suggested = _suggested(answer, draft)
    names = [head.name for head in heads]
    likely = (draft.report, *(one.report for one in (*draft.picked, *suggested)), *_found(answer), *names)
    shown = next((name for name in likely if name in names), "")
    return _page(
        request,
        "question",
        draft=replace(draft, report=shown),
        complaint=complaint,
        problems=problems,
        answer=answer,
        suggested=suggested,
        heads=heads,
        sections=list(offered(desk.assistant.store.report(shown))) if shown else [],
        kinds=KINDS,
        longest=LONGEST,
    )


def _suggested(answer: Answer | None, draft: Draft) -> list[Picked]:
    """The sources of today's answer that are not picked yet."""
    if answer is None:
        return []
    cited = [Picked(citation.report, citation.quote) for citation in answer.citations]
    return [one for one in dict.fromkeys(cited) if one not in draft.picked]


def _found(answer: Answer | None) -> list[str]:
    """Where the retriever would look."""
    return [hit.chunk.report for hit in answer.hits] if answer else []


def _page(request: Request, name: str, **values: object) -> Response:
    session = session_of(request)
    return HTMLResponse(render(name, base=request.scope.get("root_path", ""), session=session, **values))


routes = [
    Route("/questions", overview, methods=["GET"]),
    Route("/questions/write", form, methods=["GET"]),
    Route("/questions/write", write, methods=["POST"]),
    Route("/questions/dismiss", dismiss, methods=["POST"]),
    Route("/questions/remove", remove, methods=["POST"]),
    Route("/questions.jsonl", download, methods=["GET"]),
]
