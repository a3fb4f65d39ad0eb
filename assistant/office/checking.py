"""Uploading a report, reading its findings beside it, deciding on them, taking them away, and being done."""

from __future__ import annotations

import asyncio
import logging

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.llm import Door
from assistant.office.collection import Collection
from assistant.office.export import csv_of, docx_of, named
from assistant.office.form import LARGEST, posted, uploaded
from assistant.office.guard import page, protect, redirect, session_of
from assistant.office.marking import printed
from assistant.office.work import (
    LONGEST_REASON,
    VERDICTS,
    Decision,
    Upload,
    Verdict,
    Work,
    is_suggested,
    worked,
)
from assistant.page.reports import format_name
from index.errors import DisclosureError
from index.load.limits import MEGABYTE

AT_ONCE = 2
"""Reports that are received and checked at the same time; the others wait their turn."""
_EXPORTS = {
    "csv": (csv_of, "text/csv; charset=utf-8"),
    "docx": (docx_of, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
_log = logging.getLogger(__name__)


def places() -> asyncio.Semaphore:
    """What keeps the memory for uploads bounded."""
    return asyncio.Semaphore(AT_ONCE)


async def start(request: Request) -> Response:
    """The forms for a report to check and one to draft; with the notice of what went wrong before, if anything."""
    session = session_of(request)
    return page(
        request,
        "start",
        notice=session.told(),
        work=session.work,
        drafting=session.drafting,
        given=request.query_params,
        megabytes=LARGEST // MEGABYTE,
        advises=request.app.state.door is not None,
    )


async def upload(request: Request) -> Response:
    """Take a report, check it in a thread and go on to its findings. Raises DisclosureError for a bad file."""
    session = session_of(request)
    async with request.app.state.busy:
        form = await uploaded(request)
        protect(form.fields, session.csrf)
        if "report" not in form.files:
            raise DisclosureError("没有收到文件", "", "请选择要核查的年报再上传")
        door = request.app.state.door if form.fields.get("advice") else None
        work = await asyncio.to_thread(_worked, form.files, request.app.state.collection, door)
    request.app.state.sessions.hold(session, work)
    return redirect(request.scope, "/findings")


def _worked(files: dict[str, Upload], collection: Collection | None, door: Door | None) -> Work:
    try:
        return worked(files["report"], files.get("previous"), collection, door)
    except DisclosureError:
        raise
    except Exception as error:
        _log.exception("a report could not be checked")
        raise DisclosureError(
            "核查时出错", "", "请将文件另存为 docx 或 PDF 后再试；仍然不行，请把文件交给维护人员"
        ) from error


async def findings(request: Request) -> Response:
    """The findings, and beside them the report with the chosen one's quotes marked."""
    work = session_of(request).work
    if work is None:
        return redirect(request.scope, "/")
    number = _number(request.query_params)
    finding = work.finding(number)
    return page(
        request,
        "findings",
        work=work,
        number=number if finding else 0,
        finding=finding,
        printed=printed(work.report, finding),
        format=format_name(work.report.format),
        verdicts=VERDICTS,
        is_suggested=is_suggested,
        longest=LONGEST_REASON,
        notice=session_of(request).told(),
    )


async def decide(request: Request) -> Response:
    """Accept or dismiss a finding, or take the decision back."""
    session = session_of(request)
    fields = (await posted(request)).fields
    protect(fields, session.csrf)
    number = int(given) if (given := fields.get("finding", "")).isdecimal() else 0
    if session.work is None or session.work.finding(number) is None:
        raise HTTPException(404)
    reason = fields.get("reason", "").strip()[:LONGEST_REASON]
    verdict = fields.get("verdict", "")
    if verdict == Verdict.DISMISSED and not reason:
        session.notice = f"第 {number} 条不采纳，请写明理由。"
    elif verdict in set(Verdict):
        session.work.decisions[number] = Decision(Verdict(verdict), reason)
    else:
        session.work.decisions.pop(number, None)
    return redirect(request.scope, f"/findings?finding={number}#finding-{number}")


async def download(request: Request) -> Response:
    """The findings with the decisions as a file."""
    work = session_of(request).work
    suffix = request.path_params["suffix"]
    if work is None or suffix not in _EXPORTS:
        raise HTTPException(404)
    make, kind = _EXPORTS[suffix]
    data = await asyncio.to_thread(make, work)
    return Response(data, media_type=kind, headers={"content-disposition": named(work, suffix)})


async def done(request: Request) -> Response:
    """Delete the report with its findings and decisions."""
    session = session_of(request)
    protect((await posted(request)).fields, session.csrf)
    session.work = None
    session.notice = "已删除这份年报和核查结果。"
    return redirect(request.scope, "/")


def _number(query: QueryParams) -> int:
    given = query.get("finding", "")
    return int(given) if given.isdecimal() and len(given) < 6 else 0


routes = [
    Route("/", start, methods=["GET"]),
    Route("/upload", upload, methods=["POST"]),
    Route("/findings", findings, methods=["GET"]),
    Route("/decide", decide, methods=["POST"]),
    Route("/findings.{suffix}", download, methods=["GET"]),
    Route("/done", done, methods=["POST"]),
]
