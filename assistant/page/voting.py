"""A reader's verdict on an answer, counted by the server from what it remembers of the conversation."""

from __future__ import annotations

import logging
from typing import Any

import anyio

from assistant.feedback import Feedback
from assistant.page.conversation import Turns
from assistant.page.request import Voted
from index.errors import DisclosureError

THANKS = {True: "谢谢，已记录。", False: "谢谢，已记录，会有人查看这个问答（不记录您是谁）。"}
_log = logging.getLogger(__name__)


async def counted(feedback: Feedback, voted: Voted, turns: Turns) -> dict[str, Any]:
    """Count the verdict and say so; an answer that the server does not remember cannot be voted on."""
    if voted.turn not in turns:
        return _told(voted, "这个回答已经不在对话里，没有记录。")
    question, answer = turns[voted.turn]
    history = [said for turn, said in turns.items() if turn < voted.turn]
    try:
        await anyio.to_thread.run_sync(lambda: feedback.vote(question, history, answer, helped=voted.helped))
    except DisclosureError:
        _log.exception("a vote could not be counted")
        return _told(voted, "没有记录成功，请告诉维护者。")
    return _told(voted, THANKS[voted.helped])


def _told(voted: Voted, text: str) -> dict[str, Any]:
    return {"voted": voted.turn, "told": text}
