"""The addresses of drafting: begin, fill in (kept as it is typed), make the draft, look at it, take it away, be done."""

from __future__ import annotations

import asyncio

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from assistant.draft import SUFFIXES, written
from assistant.drafting import fields
from assistant.office.drafting.drafts import Drafting
from assistant.office.drafting.grids import grids
from assistant.office.drafting.live import live
from assistant.office.drafting.panel import panel
from assistant.office.drafting.preview import preview
from assistant.office.drafting.work import begun, form_of, made, take_in
from assistant.office.export import disposition
from assistant.office.form import posted, uploaded
from assistant.office.guard import page, protect, redirect, session_of
from assistant.office.sessions import LIFE
from index.errors import DisclosureError
from index.load.limits import MEGABYTE

_KINDS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".md": "text/markdown; charset=utf-8",
    ".html": "text/html; charset=utf-8",
}
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def start(request: Request) -> Response:
    """Begin with body, year and last year's report; what was typed is shown again where it is wrong."""
    session = session_of(request)
    async with request.app.state.busy:
        form = await uploaded(request)
        protect(form.fields, session.csrf)
        issuer, year = form.fields.get("issuer", ""), form.fields.get("year", "")
        collection = request.app.state.collection
        try:
            drafting, notice = await asyncio.to_thread(
                begun, issuer, year, form.files.get("previous"), collection
            )
        except DisclosureError as error:
            session.notice = error.message
            query = QueryParams({"issuer": issuer[: fields.LONGEST_LINE], "year": year[:10]})
            return redirect(request.scope, f"/?{query}#draft")
    request.app.state.sessions.hold_draft(session, drafting)
    session.notice = notice
    return redirect(request.scope, "/draft")


async def fill_in(request: Request) -> Response:
    """The form with what has been typed so far."""
    drafting = session_of(request).drafting
    if drafting is None:
        return redirect(request.scope, "/")
    return page(
        request,
        "draft_form",
        notice=session_of(request).told(),
        drafting=drafting,
        live=live(drafting),
        grids=grids(drafting.year),
        told=fields.told(drafting.year),
        places=fields.places(drafting.year),
        fields=fields,
        life=LIFE,
    )


async def keep(request: Request) -> Response:
    """Keep what is typed, and say what does not add up."""
    drafting = await _kept(request)
    return JSONResponse((await asyncio.to_thread(live, drafting)).to_json())


async def make(request: Request) -> Response:
    """Keep what is typed and make the draft; back to the form where a field cannot be read."""
    drafting = await _kept(request)
    try:
        async with request.app.state.busy:
            await asyncio.to_thread(made, drafting, request.app.state.collection)
    except DisclosureError as error:
        session_of(request).notice = error.message
        return redirect(request.scope, "/draft")
    return redirect(request.scope, "/draft/preview")


async def _kept(request: Request) -> Drafting:
    session = session_of(request)
    given = (await posted(request, MEGABYTE)).fields
    protect(given, session.csrf)
    if session.drafting is None:
        raise HTTPException(404)
    session.drafting.texts |= fields.kept(given, session.drafting.year)
    return session.drafting


async def look(request: Request) -> Response:
    """The draft by sections, and beside it what is still to be done."""
    drafting = session_of(request).drafting
    if drafting is None or drafting.version is None:
        return redirect(request.scope, "/draft")
    return page(
        request,
        "draft_preview",
        notice=session_of(request).told(),
        drafting=drafting,
        version=drafting.version,
        shown=preview(drafting.version),
        revision=panel(drafting, model=request.app.state.door is not None),
        life=LIFE,
    )


async def download(request: Request) -> Response:
    """The current draft as a file."""
    drafting, suffix = session_of(request).drafting, f".{request.path_params['suffix']}"
    if drafting is None or drafting.version is None or suffix not in SUFFIXES:
        raise HTTPException(404)
    data = await asyncio.to_thread(written, drafting.version.drafted.draft, suffix)
    headers = {"content-disposition": disposition("draft", drafting.title, suffix)}
    return Response(data, media_type=_KINDS[suffix], headers=headers)


async def done(request: Request) -> Response:
    """Delete the form with its drafts."""
    session = session_of(request)
    protect((await posted(request)).fields, session.csrf)
    session.drafting = None
    session.notice = "已删除这份草稿和填报的数据。"
    return redirect(request.scope, "/")


async def form(request: Request) -> Response:
    """The form as a spreadsheet, with what has been typed so far."""
    drafting = session_of(request).drafting
    if drafting is None:
        raise HTTPException(404)
    data = await asyncio.to_thread(form_of, drafting)
    headers = {"content-disposition": disposition("form", f"{drafting.title}填报表", ".xlsx")}
    return Response(data, media_type=_XLSX, headers=headers)


async def take_form(request: Request) -> Response:
    """Take a filled-in spreadsheet; what it leaves blank stays as it was typed."""
    session = session_of(request)
    async with request.app.state.busy:
        given = await uploaded(request)
        protect(given.fields, session.csrf)
        if session.drafting is None:
            raise HTTPException(404)
        if "form" not in given.files:
            raise DisclosureError("没有收到文件", "", "请选择填好的填报表再上传")
        session.notice = await asyncio.to_thread(take_in, session.drafting, given.files["form"])
    return redirect(request.scope, "/draft")


routes = [
    Route("/draft/form.xlsx", form, methods=["GET"]),
    Route("/draft/form", take_form, methods=["POST"]),
    Route("/draft/begin", start, methods=["POST"]),
    Route("/draft", fill_in, methods=["GET"]),
    Route("/draft/keep", keep, methods=["POST"]),
    Route("/draft/make", make, methods=["POST"]),
    Route("/draft/preview", look, methods=["GET"]),
    Route("/draft/report.{suffix}", download, methods=["GET"]),
    Route("/draft/done", done, methods=["POST"]),
]
