"""Logging in and out."""

from __future__ import annotations

import math
import secrets

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from assistant.office.form import posted
from assistant.office.guard import COOKIE, redirect, same, session_of, set_cookie
from assistant.office.templates import render

_FORM_COOKIE = "disclosure_office_form"
"""Holds what the login form must send back, so that no other site can log an official in."""


async def form(request: Request) -> Response:
    """The form for the password; who is logged in already goes on."""
    if request.state.session:
        return redirect(request.scope, "/")
    return _page(request)


async def enter(request: Request) -> Response:
    """Take the password."""
    given = (await posted(request)).fields
    if not same(given.get("csrf", ""), request.cookies.get(_FORM_COOKIE, "")):
        return _page(request, "页面已过期，请重新输入口令。", 403)
    doorkeeper = request.app.state.doorkeeper
    host = request.client.host if request.client else ""
    if wait := doorkeeper.wait(host):
        return _page(request, f"口令连续输错，请在 {math.ceil(wait)} 秒后再试。", 429)
    if not doorkeeper.admits(host, given.get("password", "")):
        return _page(request, "口令不对，请重新输入。", 401)
    response = redirect(request.scope, "/")
    set_cookie(request, response, COOKIE, request.app.state.sessions.begin().token)
    return response


async def leave(request: Request) -> Response:
    """Log out, deleting the report."""
    session = session_of(request)
    if not same((await posted(request)).fields.get("csrf", ""), session.csrf):
        raise HTTPException(403)
    request.app.state.sessions.end(session)
    response = redirect(request.scope, "/login")
    response.delete_cookie(COOKIE, path=request.scope.get("root_path", "") or "/")
    return response


def _page(request: Request, notice: str = "", status: int = 200) -> Response:
    token = request.cookies.get(_FORM_COOKIE) or secrets.token_urlsafe(24)
    base = request.scope.get("root_path", "")
    page = render("login", notice=notice, csrf=token, base=base, session=None)
    response = HTMLResponse(page, status_code=status)
    set_cookie(request, response, _FORM_COOKIE, token)
    return response


routes = [
    Route("/login", form, methods=["GET"]),
    Route("/login", enter, methods=["POST"]),
    Route("/logout", leave, methods=["POST"]),
]
