"""A verdict is counted with what the server remembers, never with what a browser claims was said."""

from __future__ import annotations

import asyncio
from pathlib import Path

from assistant.feedback import Feedback
from assistant.page.request import Voted
from assistant.page.voting import THANKS, counted

TURNS = {1: ("松溪镇收到几件", "5件"), 2: ("2020年呢", "没有收录"), 3: ("谁签的", "没有写明")}


def test_a_complaint_has_the_turns_before_it_as_its_history(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path)
    told = asyncio.run(counted(feedback, Voted(2, helped=False), TURNS))
    assert told == {"voted": 2, "told": THANKS[False]}
    (one,) = feedback.complaints()
    assert (one.question, one.history, one.answer) == ("2020年呢", (TURNS[1],), "没有收录")


def test_an_answer_that_is_not_remembered_cannot_be_voted_on(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path)
    told = asyncio.run(counted(feedback, Voted(9, helped=True), TURNS))
    assert "没有记录" in told["told"]
    assert feedback.counts() == {"up": 0, "down": 0}


def test_a_vote_that_cannot_be_written_is_said_to_be_lost(tmp_path: Path) -> None:
    told = asyncio.run(counted(Feedback(tmp_path / "gone"), Voted(1, helped=True), TURNS))
    assert "没有记录成功" in told["told"]
