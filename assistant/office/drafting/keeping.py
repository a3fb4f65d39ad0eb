"""The addresses for taking the work along: save it as a file, and go on from one."""

from __future__ import annotations

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.office.drafting.saving import resumed, saved
from assistant.office.export import disposition
from assistant.office.form import uploaded
from assistant.office.guard import protect, redirect, session_of
from assistant.office.work import Upload
from index.errors import DisclosureError


async def save(request: Request) -> Response:
    """The work as a file."""
    drafting = session_of(request).drafting
    if drafting is None:
        raise HTTPException(404)
    headers = {"content-disposition": disposition("work", f"{drafting.title}工作文件", ".json")}
    return Response(saved(drafting), media_type="application/json", headers=headers)


async def resume(request: Request) -> Response:
    """Go on from a file; back to the first page where it is none."""
    session = session_of(request)
    async with request.app.state.busy:
        given = await uploaded(request)
        protect(given.fields, session.csrf)
        work = given.files.get("work", Upload("没有选择文件", b""))
        try:
            drafting, notice = await asyncio.to_thread(
                resumed, work, given.files.get("previous"), request.app.state.collection
            )
        except DisclosureError as error:
            session.notice = error.message
            return redirect(request.scope, "/")
    request.app.state.sessions.hold_draft(session, drafting)
    session.notice = notice
    return redirect(request.scope, "/draft")


routes = [
    Route("/draft/work.json", save, methods=["GET"]),
    Route("/draft/resume", resume, methods=["POST"]),
]
