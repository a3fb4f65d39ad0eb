"""The web page: a Gradio app around one collection; ``python app.py`` or ``disclosure serve``."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # Gradio reads it when it is imported

import gradio as gr
from fastapi import FastAPI
from starlette.responses import RedirectResponse

from assistant.answer import Assistant
from assistant.feedback import Feedback
from assistant.memory import settle
from assistant.model.assistant import ModelAssistant, assistant_for
from assistant.office.login import Password, invitation
from assistant.office.routes import office
from assistant.page import request, serve
from assistant.page.conversation import answering, held
from assistant.page.document import Document
from assistant.page.download import csv_of
from assistant.page.examples import examples
from assistant.page.explore import explored
from assistant.page.reports import choices, listed
from assistant.page.source import shown, whole
from assistant.page.templates import render, script, style
from assistant.page.voting import counted
from assistant.settings import settings

TITLE = "政府信息公开年报问答"
AT_ONCE = 32
"""How many questions are answered at the same time."""
FONTS = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "sans-serif"]


def citizens(assistant: Assistant) -> gr.Blocks:
    """The page at ``/``: one component of ours, whose events and functions are served here."""
    feedback = Feedback(assistant.store.folder)
    page: gr.Blocks
    with gr.Blocks(title=TITLE, analytics_enabled=False) as page:
        turns = gr.State({})
        view = gr.HTML(
            html_template=render("shell", longest=request.LONGEST),
            js_on_load=script(),
            apply_default_css=False,
            server_functions=panels(assistant),
        )

        async def ask(kept: dict[int, tuple[str, str]], event: gr.EventData) -> AsyncIterator[Any]:
            async for step in answering(assistant, request.asked(event._data), kept):  # noqa: SLF001 - all of its fields
                yield step

        asked = view.submit(
            ask,
            turns,
            [view, turns],
            concurrency_limit=AT_ONCE,
            show_progress="hidden",
            api_visibility="private",
        )

        async def vote(kept: dict[int, tuple[str, str]], event: gr.EventData) -> dict[str, Any]:
            return await counted(feedback, request.voted(event._data), kept)  # noqa: SLF001 - as in ask

        view.like(vote, turns, view, show_progress="hidden", api_visibility="private")
        view.stop(None, cancels=[asked], api_visibility="private")
        view.clear(dict, outputs=turns, queue=False, api_visibility="private")
    return page


def panels(assistant: Assistant) -> list[Callable[[object], Any]]:
    """What page.js calls as ``server.…``; each returns HTML to put in."""
    store = assistant.store

    def source(data: object) -> str:
        return shown(store, request.pointed(data))

    def report(data: object) -> str:
        return whole(store, request.pointed(data))

    def reports(_data: object) -> str:
        return listed(store.catalogue())

    def scope(_data: object) -> str:
        return choices(store.catalogue())

    def welcome(_data: object) -> dict[str, str]:
        return {
            "held": held(assistant),
            "examples": render("welcome", questions=examples(Assistant(assistant.store))),
        }

    def figures(data: object) -> str:
        return explored(store, request.looked(data))

    return [source, report, reports, scope, figures, welcome]


def site(assistant: Assistant, password: Password | None = None) -> Document:
    """The whole site as an ASGI application; ``password`` lets officials in, without one nobody knows it."""
    base = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    base.add_route("/figures.csv", csv_of(assistant.store))
    base.add_route("/office", lambda _request: RedirectResponse("office/"))
    door = assistant.door if isinstance(assistant, ModelAssistant) else None
    officials = office(password or Password.of(""), assistant.store, Assistant(assistant.store), door)
    base.mount("/office", officials)  # before the page at /, which takes every path
    page = gr.mount_gradio_app(
        base,
        citizens(assistant),
        path="/",
        theme=gr.themes.Base(font=FONTS, font_mono=["monospace"]),
        head=f"<style>{style()}</style>",
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        show_error=False,
    )
    return Document(page)


def main(folder: Path, *, host: str = "127.0.0.1", port: int = 7860) -> None:
    """Serve the collection in a folder until a signal ends it; without one, that of the bundled samples.

    Raises DisclosureError where the port is taken or the store cannot be used.
    """
    with serve.listening(host, port) as bound, serve.ready(folder, settings().embedder or None) as store:
        assistant = assistant_for(store, settings())
        examples(Assistant(store))
        settle()
        password = Password.of(settings().office_password.get_secret_value())
        print(invitation(password, serve.address(bound)), file=sys.stderr, flush=True)  # noqa: T201 - as notebook servers do
        serve.run(site(assistant, password), bound)


if __name__ == "__main__":
    from assistant.cli import main as command

    sys.exit(command(["serve", *sys.argv[1:]]))
