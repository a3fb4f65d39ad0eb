"""One question of a conversation: answered beside everything else, shown while it appears, remembered when done."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any

import anyio

from assistant.answer import Assistant, Filters
from assistant.model.assistant import ModelAssistant, state
from assistant.model.writing import Event, Final, First, Settled
from assistant.page import answer as page_answer
from assistant.page.reports import summary
from assistant.page.request import Asked
from assistant.page.templates import render
from assistant.schema import Answer, Reason, Status
from index.errors import DisclosureError

PAUSE = 0.025
"""Seconds between two steps in which an answer appears."""
REMEMBERED = 20
"""Turns that follow-up questions may refer to."""

Turns = Mapping[int, tuple[str, str]]
"""A reader's conversation: question and answer by turn."""

_WRITING = "\n（以上按规则回答；语言模型正在组织文字……）"

_log = logging.getLogger(__name__)


async def answering(
    assistant: Assistant, asked: Asked, turns: Turns
) -> AsyncIterator[tuple[dict[str, Any], Turns]]:
    """What the page shows, step by step, and the conversation; the turn is remembered with the last step.

    Cancelling it between steps leaves the conversation as it was. An error is shown in the turn's place.
    """
    earlier = {turn: said for turn, said in turns.items() if turn < asked.turn}
    try:
        history = list(earlier.values())
        heads = assistant.store.catalogue()
        if isinstance(assistant, ModelAssistant) and assistant.heads(asked.filters):
            events = assistant.stream(asked.question, history, filters=asked.filters)
            async for answer, text in _as_written(events):
                yield _step(asked, page_answer.writing(answer, text)), turns
        else:
            answer = await anyio.to_thread.run_sync(answered, assistant, asked, history)
            for text in page_answer.prefixes(answer):
                yield _step(asked, page_answer.writing(answer, text)), turns
                await anyio.sleep(PAUSE)
        shown = _step(asked, page_answer.written(answer, heads, asked.filters), done=True)
        yield {**shown, "held": held(assistant)}, _remembered(earlier, asked, answer.text)
    except DisclosureError as error:
        yield _step(asked, render("failed", message=error.message), done=True), turns
    except Exception:  # noqa: BLE001 - logged; the reader gets words in place of a page that hangs
        _log.exception("a question could not be answered")
        message = "出了意外的错误，请换一种问法再试；如果总是这样，请把问题告诉维护者。"
        yield _step(asked, render("failed", message=message), done=True), turns


def held(assistant: Assistant) -> str:
    """What is held and how it is answered from just now, a line for the head of the page; ``""`` where nothing is held."""
    heads = assistant.store.catalogue()
    return f"{summary(heads)} · {state(assistant)}" if heads else ""


async def _as_written(events: Iterator[Event]) -> AsyncIterator[tuple[Answer, str]]:
    """The rules' answer at once, then what the model wrote so far, each sentence verified; last the whole answer."""
    text = ""
    first: Answer | None = None
    while (event := await anyio.to_thread.run_sync(next, events, None)) is not None:
        if isinstance(event, Settled) and first is not None:
            text = event.text if event.first else text + event.text
            yield first, text
        elif isinstance(event, First | Final):
            first = event.answer
            yield first, first.text + (_WRITING if isinstance(event, First) else "")


def answered(assistant: Assistant, asked: Asked, history: Sequence[tuple[str, str]]) -> Answer:
    """The answer; where the reader's filters leave no report, a refusal that says so."""
    if assistant.heads(Filters()) and not assistant.heads(asked.filters):
        text = "所选的机关和年份没有收录年报，请调整查询范围。"
        return Answer(asked.question, Status.REFUSED, text, Reason.NO_SUCH_YEAR)
    return assistant.ask(asked.question, history, filters=asked.filters)


def _step(asked: Asked, html: str, *, done: bool = False) -> dict[str, Any]:
    return {"turn": asked.turn, "html": html, "done": done}


def _remembered(earlier: Turns, asked: Asked, text: str) -> Turns:
    kept = {**earlier, asked.turn: (asked.question, text)}
    return dict(list(kept.items())[-REMEMBERED:])
