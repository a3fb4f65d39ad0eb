"""The door to an endpoint: what a reader is told, and how soon, when the endpoint fails in each way."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from langchain_core.messages import HumanMessage

from assistant.llm import Door, ModelError, door
from assistant.settings import Settings

ASK = [HumanMessage("问")]


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
        elif mode == "busy" and self.calls == 1:
            self.send_error(429)
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
        self.wfile.write(
            (event("收费。") if mode != "empty" else b"") + event(finish="stop") + b"data: [DONE]\n\n"
        )

    def stall(self) -> None:
        """Say nothing until the reader hangs up."""
        self.wfile.flush()
        self.connection.settimeout(5)
        if self.connection.recv(1) == b"":
            type(self).gone.set()

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def address() -> Iterator[str]:
    Endpoint.calls = 0
    Endpoint.gone.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def opened(url: str, retries: int = 0) -> Door:
    made = door(
        Settings(
            _env_file=None,
            llm_url=url,
            llm_model="m",
            llm_first=0.8,
            llm_silence=0.4,
            llm_timeout=5,
            llm_retries=retries,
        )
    )
    assert made
    return made


def test_a_reply_comes_token_by_token(address: str) -> None:
    assert list(opened(f"{address}/fine/v1").stream(ASK)) == ["没有", "收费。"]


@pytest.mark.parametrize(
    ("mode", "message"),
    [
        ("500", "出错（500）"),
        ("429", "繁忙（429）"),
        ("401", "DISCLOSURE_LLM_KEY"),
        ("404", "DISCLOSURE_LLM_URL"),
        ("empty", "没有给出内容"),
        ("hang", "0.8秒内没有开始回答"),
        ("cut", "中途断开"),
        ("stall", "停顿太久"),
        ("nonsense", "没有给出内容|无法读取"),
    ],
)
def test_each_way_to_fail_has_its_words_within_the_limits(mode: str, message: str, address: str) -> None:
    way = opened(f"{address}/{mode}/v1")
    start = time.monotonic()
    with pytest.raises(ModelError, match=message):
        way.complete(ASK)
    assert time.monotonic() - start < 2


def test_an_endpoint_that_is_not_there_is_said_to_be_out_of_reach() -> None:
    with pytest.raises(ModelError, match="连接不上"):
        opened("http://127.0.0.1:9/v1").complete(ASK)


def test_a_busy_endpoint_is_asked_again(address: str) -> None:
    way = opened(f"{address}/busy/v1", retries=2)
    way.limits = type(way.limits)(first=10, silence=1, whole=10)
    assert way.complete(ASK) == "没有收费。"
    assert Endpoint.calls == 2


def test_a_request_that_is_given_up_is_closed(address: str) -> None:
    with pytest.raises(ModelError):
        opened(f"{address}/stall/v1").complete(ASK)
    assert Endpoint.gone.wait(3)


def test_what_came_before_the_end_is_handed_on(address: str) -> None:
    tokens = opened(f"{address}/cut/v1").stream(ASK)
    assert next(tokens) == "没有"
    with pytest.raises(ModelError):
        next(tokens)


def test_an_endpoint_out_of_reach_is_left_alone_for_a_while() -> None:
    way = opened("http://127.0.0.1:9/v1")
    for _ in range(2):
        with pytest.raises(ModelError, match="连接不上"):
            way.complete(ASK)
    with pytest.raises(ModelError, match="暂不再试"):
        way.complete(ASK)


def test_no_more_replies_are_under_way_than_allowed(address: str) -> None:
    way = opened(f"{address}/fine/v1")
    way = Door(way.model, way.limits, concurrency=1)
    held = way.stream(ASK)
    next(held)
    with pytest.raises(ModelError, match="正忙"):
        way.complete(ASK)
    held.close()
    assert way.complete(ASK) == "没有收费。"


def test_without_an_address_there_is_no_model() -> None:
    assert door(Settings(_env_file=None, llm_url="")) is None


def test_the_key_is_not_in_what_the_reader_is_told(address: str) -> None:
    made = door(Settings(_env_file=None, llm_url=f"{address}/401/v1", llm_key="s3cret", llm_retries=0))
    assert made
    with pytest.raises(ModelError) as raised:
        made.complete(ASK)
    assert "s3cret" not in raised.value.message
