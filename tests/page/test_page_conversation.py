"""A question on the page: it appears step by step, is remembered when done, and fails in words."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Mapping
from typing import Any

from fake_model import FakeChat
from pages import TOWN, answer, heads

from assistant.answer import Assistant, Filters
from assistant.llm import Door
from assistant.model.assistant import ModelAssistant
from assistant.model.writing import Event, Final, First, Settled
from assistant.page.conversation import Turns, answering
from assistant.page.request import Asked
from assistant.schema import Answer, Status
from index.errors import StoreError
from index.storage.heads import ReportHead


class Shelf:
    """A store that holds one report's head."""

    def catalogue(self) -> tuple[ReportHead, ...]:
        return heads()


class Fixed(Assistant):
    """Answers everything with what it was given, or fails with it."""

    def __init__(self, reply: Answer | Exception) -> None:
        super().__init__(Shelf())  # type: ignore[arg-type]
        self.reply = reply
        self.heard: list[tuple[str, Any]] = []

    def ask(self, question: str, history: Any = (), hits: int = 0, filters: Filters | None = None) -> Answer:  # noqa: ARG002
        self.heard.append((question, list(history)))
        if isinstance(self.reply, Exception):
            raise self.reply
        return self.reply


def run(
    assistant: Assistant, asked: Asked, turns: Mapping[int, tuple[str, str]]
) -> list[tuple[dict[str, Any], Turns]]:
    async def collected() -> list[tuple[dict[str, Any], Turns]]:
        return [step async for step in answering(assistant, asked, turns)]

    return asyncio.run(collected())


def test_an_answer_grows_and_is_remembered_with_its_last_step() -> None:
    steps = run(Fixed(answer("收到5件[1]。" * 10)), Asked(1, "几件", Filters()), {})
    assert len(steps) > 3
    assert [shown["done"] for shown, _ in steps] == [False] * (len(steps) - 1) + [True]
    assert [len(kept) for _, kept in steps] == [0] * (len(steps) - 1) + [1]


def test_a_follow_up_hears_what_was_said_before_and_a_retry_not_itself() -> None:
    assistant = Fixed(answer())
    said = {1: ("甲", "乙"), 2: ("丙", "丁")}
    (*_, (_, kept)) = run(assistant, Asked(2, "丙", Filters()), said)
    assert assistant.heard == [("丙", [("甲", "乙")])]
    assert list(kept) == [1, 2]


def test_filters_that_leave_no_report_are_named_as_the_reason() -> None:
    assistant = Fixed(answer())
    (*_, (shown, _)) = run(assistant, Asked(1, "几件", Filters((TOWN.name,), (1999,))), {})
    assert not assistant.heard
    assert "所选的机关和年份没有收录年报" in shown["html"]
    assert Status.REFUSED.value in shown["html"]


def test_an_error_is_shown_in_words_and_nothing_is_remembered() -> None:
    ((shown, kept),) = run(Fixed(StoreError("索引库已损坏", "库", "请重建")), Asked(1, "几件", Filters()), {})
    assert shown["done"]
    assert "库：索引库已损坏。请重建。" in shown["html"]
    assert not kept


def test_an_unexpected_error_does_not_leave_the_page_waiting() -> None:
    ((shown, _),) = run(Fixed(ZeroDivisionError("<b>")), Asked(1, "几件", Filters()), {})
    assert shown["done"]
    assert "意外的错误" in shown["html"]
    assert "ZeroDivision" not in shown["html"]


def test_a_slow_question_does_not_hold_up_another_readers() -> None:
    answered = threading.Event()

    class Slow(Fixed):
        def ask(self, *arguments: Any, **named: Any) -> Answer:
            assert answered.wait(10), "the quick question was held up"
            return super().ask(*arguments, **named)

    async def both() -> None:
        async def slow() -> None:
            async for _ in answering(Slow(answer()), Asked(1, "慢", Filters()), {}):
                assert answered.is_set()

        async def quick() -> None:
            async for shown, _ in answering(Fixed(answer()), Asked(1, "快", Filters()), {}):
                if shown["done"]:
                    answered.set()

        await asyncio.gather(slow(), quick())

    asyncio.run(both())


class Written(ModelAssistant):
    """Gives the rules' answer, one sentence of a model and the answer that stands."""

    def __init__(self) -> None:
        super().__init__(Shelf(), Door(FakeChat(replies={}, seen=[])))  # type: ignore[arg-type]

    def stream(
        self,
        question: str,  # noqa: ARG002
        history: Any = (),  # noqa: ARG002
        hits: int = 0,  # noqa: ARG002
        filters: Filters | None = None,  # noqa: ARG002
    ) -> Iterator[Event]:
        yield First(answer("收到5件[1]。"))
        yield Settled("全年收到5件[1]。", first=True)
        yield Final(answer("全年收到5件[1]。"))


def test_the_rules_answer_stands_at_once_while_a_model_writes() -> None:
    steps = run(Written(), Asked(1, "几件", Filters()), {})
    assert "按规则回答" in steps[0][0]["html"]
    assert "全年收到5件" in steps[1][0]["html"]
    assert steps[-1][0]["done"]
    assert steps[-1][1][1][1] == "全年收到5件[1]。"


def test_the_head_of_the_page_says_after_each_answer_how_it_is_answered_now() -> None:
    *earlier, (shown, _) = run(Fixed(answer()), Asked(1, "几件", Filters()), {})
    assert "不用语言模型" in shown["held"]
    assert all("held" not in step for step, _ in earlier)
