"""The addresses of revision: say what is to change, accept or undo it as a whole or in part, go back to a version."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.office.collection import Collection
from assistant.office.drafting.drafts import Drafting
from assistant.office.drafting.panel import LONGEST
from assistant.office.drafting.work import accepted, gone_back, revised, undone
from assistant.office.form import posted
from assistant.office.guard import protect, redirect, session_of
from index.errors import DisclosureError

_PANEL = "/draft/preview#revise"
_NEXT = "/draft/preview#next"
"""Where the next change that is not decided has the focus."""


async def say(request: Request) -> Response:
    """Follow an instruction on the current draft."""
    drafting, fields = await _asked(request)
    said = " ".join(fields.get("said", "").split())[:LONGEST]
    if said:
        state = request.app.state
        async with state.busy:
            await asyncio.to_thread(revised, drafting, said, state.collection, state.door)
    return redirect(request.scope, _PANEL)


async def accept(request: Request) -> Response:
    """Accept the current version, or the one change that is named."""
    drafting, fields = await _asked(request)
    return await _decided(request, accepted, drafting, fields.get("passage", ""))


async def undo(request: Request) -> Response:
    """Undo the current version, or the one change that is named."""
    drafting, fields = await _asked(request)
    return await _decided(request, undone, drafting, fields.get("passage", ""))


async def _decided(
    request: Request, decide: Callable[[Drafting, Collection | None, str], None], drafting: Drafting, key: str
) -> Response:
    try:
        async with request.app.state.busy:
            await asyncio.to_thread(decide, drafting, request.app.state.collection, key)
    except DisclosureError as error:
        session_of(request).notice = error.message
    return redirect(request.scope, _NEXT if key else _PANEL)


async def back(request: Request) -> Response:
    """Go back to the version that is named."""
    drafting, fields = await _asked(request)
    number = fields.get("version", "")
    try:
        gone_back(drafting, int(number) if number.isdecimal() else 0)
    except DisclosureError as error:
        session_of(request).notice = error.message
    return redirect(request.scope, _PANEL)


async def _asked(request: Request) -> tuple[Drafting, dict[str, str]]:
    session = session_of(request)
    fields = (await posted(request)).fields
    protect(fields, session.csrf)
    if session.drafting is None or session.drafting.version is None:
        raise HTTPException(404)
    return session.drafting, fields


routes = [
    Route("/draft/revise", say, methods=["POST"]),
    Route("/draft/accept", accept, methods=["POST"]),
    Route("/draft/undo", undo, methods=["POST"]),
    Route("/draft/back", back, methods=["POST"]),
]
