"""The officials' page as an ASGI application: what each address does."""

from __future__ import annotations

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from assistant.answer import Assistant
from assistant.llm import Door
from assistant.office import checking, entrance, questions
from assistant.office.collection import Collection
from assistant.office.drafting import keeping, talk
from assistant.office.drafting import pages as drafting
from assistant.office.guard import Guard, redirect
from assistant.office.login import Doorkeeper, Password
from assistant.office.sessions import Sessions
from assistant.office.templates import asset, render
from index.errors import DisclosureError

ASSETS = {
    "office.css": "text/css",
    "office.js": "text/javascript",
    "draft.js": "text/javascript",
    "expiry.js": "text/javascript",
}


def office(
    password: Password,
    collection: Collection | None = None,
    asking: Assistant | None = None,
    door: Door | None = None,
) -> Starlette:
    """The application, to be mounted at ``/office``; ``password`` is what lets an official in.

    Reports are compared with those of the collection, which is only read. Evaluation questions are written over the
    store of the assistant that is ``asking``; without one there are no pages for them. ``door`` leads to a language
    model that may suggest wording, or rewrite passages of drafts, where the official asks for it.
    """
    routes = [*questions.routes, *(Route(f"/{name}", _asset(name, kind)) for name, kind in ASSETS.items())]
    app = Starlette(
        routes=[*routes, *entrance.routes, *checking.routes, *drafting.routes, *talk.routes, *keeping.routes],
        middleware=[Middleware(Guard, sessions=(sessions := Sessions()))],
        exception_handlers={HTTPException: _failed, DisclosureError: _failed},
    )
    app.state.sessions = sessions
    app.state.doorkeeper = Doorkeeper(password)
    app.state.collection = collection
    app.state.door = door
    app.state.busy = checking.places()
    app.state.desk = questions.QuestionDesk(asking) if asking else None
    return app


def _asset(name: str, kind: str) -> Callable[[Request], Response]:
    def serve(_request: Request) -> Response:
        return Response(asset(name), media_type=kind)

    return serve


async def _failed(request: Request, error: Exception) -> Response:
    """A page of its own for what does not exist, and the notice on the first page for what went wrong."""
    session = getattr(request.state, "session", None)
    if isinstance(error, DisclosureError) and session:
        session.notice = error.message
        drafting_now = (
            request.url.path.startswith(f"{request.scope.get('root_path', '')}/draft/") and session.drafting
        )
        return redirect(request.scope, "/draft" if drafting_now else "/")
    status = error.status_code if isinstance(error, HTTPException) else 400
    message = error.message if isinstance(error, DisclosureError) else _STATUS.get(status, "没有这个页面。")
    page = render("failed_page", message=message, base=request.scope.get("root_path", ""), session=session)
    return HTMLResponse(page, status_code=status)


_STATUS = {403: "页面已过期，请返回后重试。", 405: "没有这个页面。"}
