"""The HTML document: Chinese, without advertising, kept to its own host."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.page.document import Document

PAGE = (
    '<!doctype html><html\n\tlang="en"><head><meta property="og:url" content="https://gradio.app/" />'
    '<meta charset="utf-8" /></head><body><p lang="en">text</p></body></html>'
)


def client() -> TestClient:
    routes = [
        Route("/", lambda _request: HTMLResponse(PAGE)),
        Route("/text", lambda _request: PlainTextResponse('lang="en"')),
    ]
    return TestClient(Document(Starlette(routes=routes)))


def test_the_document_says_that_it_is_chinese() -> None:
    reply = client().get("/", headers={"accept": "text/html"})
    assert '<html\n\tlang="zh-CN">' in reply.text
    assert '<p lang="en">' in reply.text
    assert "gradio.app" not in reply.text
    assert int(reply.headers["content-length"]) == len(reply.content)


def test_what_is_no_document_passes_unchanged() -> None:
    assert client().get("/text", headers={"accept": "text/html"}).text == 'lang="en"'


def test_every_answer_forbids_other_hosts() -> None:
    for path in ("/", "/text"):
        policy = client().get(path).headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "http" not in policy
