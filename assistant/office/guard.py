"""Who may pass: a login for every page but the login itself, and headers that keep a page to itself."""

from __future__ import annotations

import hmac

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.office.sessions import Session, Sessions
from assistant.office.templates import render

COOKIE = "disclosure_office"
OPEN = {"/login", "/office.css", "/office.js", "/draft.js", "/expiry.js"}
"""What is shown to anybody."""
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
    "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing but our own files, no script inside a page, no frame around it."""
_HEADERS = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
}


class Guard:
    """ASGI middleware: sends to the login who has none, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, sessions: Sessions) -> None:
        self._app, self._sessions = app, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its session in ``request.state``."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(raw=message["headers"]).update(_HEADERS)
            await send(message)

        session = self._sessions.find(HTTPConnection(scope).cookies.get(COOKIE, ""))
        scope.setdefault("state", {})["session"] = session
        admitted = session is not None or _path(scope) in OPEN
        app = self._app if admitted else redirect(scope, "/login")
        await app(scope, receive, with_headers)


def _path(scope: Scope) -> str:
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", ""))


def redirect(scope: Scope, path: str) -> Response:
    """To another page of ours, to be asked for with GET."""
    return RedirectResponse(f"{scope.get('root_path', '')}{path}", status_code=303)


def session_of(request: Request) -> Session:
    """The login that the guard found."""
    session: Session = request.state.session
    return session


def same(given: str, wanted: str) -> bool:
    """Whether a form carries the token that its page was given; never for an empty one."""
    return bool(wanted) and hmac.compare_digest(given.encode(errors="replace"), wanted.encode())


def protect(fields: dict[str, str], token: str) -> None:
    """Refuse a form that does not carry its page's token."""
    if not same(fields.get("csrf", ""), token):
        raise HTTPException(403)


def page(request: Request, name: str, **values: object) -> Response:
    """A template as the answer, with the login that asks and the address that ours begin with."""
    session = session_of(request)
    return HTMLResponse(render(name, base=request.scope.get("root_path", ""), session=session, **values))


def set_cookie(request: Request, response: Response, name: str, value: str) -> None:
    """A cookie that scripts cannot read and other sites cannot send with a form; it ends with the browser."""
    path = request.scope.get("root_path", "") or "/"
    response.set_cookie(
        name, value, path=path, httponly=True, samesite="lax", secure=request.url.scheme == "https"
    )
