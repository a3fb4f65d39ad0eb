"""A model from a file: what is refused before anything is loaded, and that replies come through the same door."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from langchain_core.messages import HumanMessage

from assistant.llm import door
from assistant.local_model import served
from assistant.settings import Settings
from index.errors import DisclosureError


class Endpoint(BaseHTTPRequestHandler):
    """Replies to whoever shows ``key``, like the server that a model file is answered from."""

    key = ""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers["Authorization"] != f"Bearer {self.key}":
            self.send_error(401)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        choice = {"index": 0, "delta": {"content": "没有收费。"}, "finish_reason": "stop"}
        body = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [choice]}
        self.wfile.write(f"data: {json.dumps(body)}\n\ndata: [DONE]\n\n".encode())

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """A stand-in for the library; the parameters that it was given."""
    given: list[Any] = []
    web = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=web.serve_forever, daemon=True).start()

    def parameters() -> SimpleNamespace:
        return SimpleNamespace(model=SimpleNamespace())

    def server(parameters: SimpleNamespace) -> SimpleNamespace:
        given.append(parameters)
        Endpoint.key = parameters.api_keys[0]
        return SimpleNamespace(listening_address=f"http://127.0.0.1:{web.server_address[1]}")

    library = ModuleType("xllamacpp")
    library.CommonParams, library.Server = parameters, server  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "xllamacpp", library)
    yield given
    web.shutdown()
    web.server_close()


def gguf(folder: Path, content: bytes = b"GGUF....") -> Path:
    file = folder / "small.gguf"
    file.write_bytes(content)
    return file


def test_a_file_answers_through_the_same_door_as_an_endpoint(tmp_path: Path, loaded: list[Any]) -> None:
    settings = Settings(_env_file=None, llm_file=gguf(tmp_path), llm_concurrency=3)
    way = door(settings)
    assert way
    assert way.complete([HumanMessage("问")]) == "没有收费。"
    assert loaded[0].model.path == str(tmp_path / "small.gguf")
    assert loaded[0].n_parallel == 3
    assert settings.llm_name == "small.gguf"


def test_a_file_answers_on_this_machine_only_and_under_a_key(tmp_path: Path, loaded: list[Any]) -> None:
    first, second = served(gguf(tmp_path)), served(gguf(tmp_path))
    assert loaded[0].hostnames == ["127.0.0.1"]
    assert len(first.key) >= 32
    assert first.key != second.key


@pytest.mark.parametrize("content", [b"", b"GGU", b"PK\x03\x04 a zip file"])
def test_what_is_no_gguf_file_is_refused_by_its_name(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(DisclosureError, match=r"small\.gguf.*不是 GGUF 模型文件"):
        served(gguf(tmp_path, content))


def test_a_file_that_is_not_there_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(DisclosureError, match=r"none\.gguf.*没有这个文件.*DISCLOSURE_LLM_FILE"):
        served(tmp_path / "none.gguf")


def test_without_the_extra_the_message_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(DisclosureError, match=r"没有安装.*pip install .*\[local\]"):
        served(gguf(tmp_path))


def test_a_damaged_file_is_refused_and_the_process_goes_on(tmp_path: Path) -> None:
    pytest.importorskip("xllamacpp")
    with pytest.raises(DisclosureError, match="无法载入"):
        served(gguf(tmp_path, b"GGUF" + bytes(range(256))))


def test_an_endpoint_and_a_file_at_once_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DisclosureError, match="只能用一个"):
        door(Settings(_env_file=None, llm_url="http://127.0.0.1:9/v1", llm_file=gguf(tmp_path)))


def test_an_empty_setting_names_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCLOSURE_LLM_FILE", "")
    assert Settings(_env_file=None).llm_file is None


@pytest.mark.skipif(
    not os.environ.get("DISCLOSURE_LLM_FILE"), reason="set DISCLOSURE_LLM_FILE to try a real file"
)
@pytest.mark.slow
def test_a_real_file_replies() -> None:
    way = door(Settings(llm_tokens=8))
    assert way
    assert way.complete([HumanMessage("一加一等于几？只答数字。")])
