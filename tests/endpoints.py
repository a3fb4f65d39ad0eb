"""A chat endpoint for tests that fails in the way that its address names."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def event(text: str = "", finish: str | None = None) -> bytes:
    """One chunk of a streamed reply."""
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
    body = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [choice]}
    return f"data: {json.dumps(body)}\n\n".encode()


class Endpoint(BaseHTTPRequestHandler):
    """Behaves as the first part of the path says; ``calls`` counts requests, ``gone`` is set when a reader hangs up."""

    calls = 0
    gone = threading.Event()

    def do_POST(self) -> None:
        type(self).calls += 1
        self.rfile.read(int(self.headers["Content-Length"]))
        mode = self.path.split("/")[1]
        if mode.isdigit():
            self.send_error(int(mode))
        elif mode.startswith("once") and self.calls == 1:
            self.send_error(int(mode.removeprefix("once")))
        else:
            self.reply(mode)

    def reply(self, mode: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if mode == "nonsense" else "text/event-stream")
        self.end_headers()
        if mode == "nonsense":
            self.wfile.write(b"<html>hello</html>")
            return
        if mode == "hang":
            time.sleep(2)
            return
        if mode != "empty":
            self.wfile.write(event("没有"))
        if mode == "cut":
            return
        if mode == "stall":
            self.stall()
            return
        if mode == "trickle":
            for _ in range(30):
                self.wfile.write(event("没有"))
                time.sleep(0.1)
            return
        self.wfile.write(
            (event("收费。") if mode != "empty" else b"") + event(finish="stop") + b"data: [DONE]\n\n"
        )

    def stall(self) -> None:
        """Say nothing until the reader hangs up."""
        self.wfile.flush()
        self.connection.settimeout(20)
        if self.connection.recv(1) == b"":
            type(self).gone.set()

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def served() -> Iterator[str]:
    """The address of an endpoint; ``/MODE/v1`` after it chooses how it behaves."""
    Endpoint.calls = 0
    Endpoint.gone.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
