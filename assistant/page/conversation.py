"""One question of a conversation: answered beside everything else, shown while it appears, remembered when done."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from typing import Any

from assistant.answer import Assistant
from assistant.page import answer as page_answer
from assistant.page.request import Asked
from assistant.page.templates import render
from index.errors import DisclosureError

PAUSE = 0.025
"""Seconds between two steps in which an answer appears."""
REMEMBERED = 20
"""Turns that follow-up questions may refer to."""

Turns = Mapping[int, tuple[str, str]]
"""A reader's conversation: question and answer by turn."""

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
        answer = await asyncio.to_thread(assistant.ask, asked.question, history, filters=asked.filters)
        heads = assistant.store.catalogue()
        for text in page_answer.prefixes(answer):
            yield _step(asked, page_answer.writing(answer, text)), turns
            await asyncio.sleep(PAUSE)
        yield (
            _step(asked, page_answer.written(answer, heads), done=True),
            _remembered(earlier, asked, answer.text),
        )
    except DisclosureError as error:
        yield _step(asked, render("failed", message=error.message), done=True), turns
    except Exception:
        _log.exception("a question could not be answered")
        message = "出了意外的错误，请换一种问法再试；如果总是这样，请把问题告诉维护者。"
        yield _step(asked, render("failed", message=message), done=True), turns


def _step(asked: Asked, html: str, *, done: bool = False) -> dict[str, Any]:
    return {"turn": asked.turn, "html": html, "done": done}


def _remembered(earlier: Turns, asked: Asked, text: str) -> Turns:
    kept = {**earlier, asked.turn: (asked.question, text)}
    return dict(list(kept.items())[-REMEMBERED:])
