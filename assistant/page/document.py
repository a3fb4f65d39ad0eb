"""The HTML document around Gradio's page: Chinese from the first byte, and kept to its own host."""

from __future__ import annotations

import re
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SOURCES = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval'",  # Gradio's page has inline scripts and builds functions
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
POLICY = "; ".join(f"{kind} {allowed}" for kind, allowed in _SOURCES.items())
"""Nothing is loaded from or sent to another host, whatever a report's text holds."""

_ADVERTISING = re.compile(rb'\s*<meta\s+(?:property="og:|name="twitter:)[^>]*/>')


class Document:
    """ASGI middleware: headers for every answer, and the document itself made Chinese."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; only HTTP answers are changed."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_page = scope["method"] in ("GET", "HEAD") and "text/html" in Headers(scope=scope).get("accept", "")
        if is_page:
            # A compressed document could not be changed.
            kept = [(key, value) for key, value in scope["headers"] if key != b"accept-encoding"]
            scope = {**scope, "headers": kept}
        await self._app(scope, receive, _Changed(send, whole=is_page))


class _Changed:
    """Sends what the application sends, with our headers; a whole HTML document also with our words."""

    def __init__(self, send: Send, *, whole: bool) -> None:
        self._send, self._whole = send, whole
        self._start: dict[str, Any] = {}
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message["headers"])
            headers.setdefault("content-security-policy", POLICY)  # the officials' page has a stricter one
            headers["x-content-type-options"] = "nosniff"
            headers["referrer-policy"] = "same-origin"
            self._whole = self._whole and headers.get("content-type", "").startswith("text/html")
            self._start = dict(message)
            if not self._whole:
                await self._send(message)
        elif self._whole:
            await self._collect(message)
        else:
            await self._send(message)

    async def _collect(self, message: Message) -> None:
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        body = in_chinese(self._body)
        headers = MutableHeaders(raw=self._start["headers"])
        if self._body:
            headers["content-length"] = str(len(body))
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": body})


def in_chinese(document: bytes) -> bytes:
    """Gradio's document with our language, without its advertising."""
    return _ADVERTISING.sub(b"", document.replace(b'lang="en"', b'lang="zh-CN"', 1))
