"""Where a model or its endpoint fails, the rules' answer is there, and readers are told."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from endpoints import served
from fake_model import FakeChat
from langchain_core.messages import AIMessageChunk
from langchain_core.outputs import ChatGenerationChunk
from model_towns import FEE, asked

from assistant.answer import Assistant
from assistant.llm import Door
from assistant.model.assistant import ModelAssistant, assistant_for, state
from assistant.model.writing import Final, First
from assistant.settings import Settings
from index.store import Store


def test_a_model_that_goes_round_in_circles_is_stopped(store: Store) -> None:
    answer, _ = asked(store, FEE, {("write", FEE): "青禾镇没有收取任何费用[1]。" * 30})
    assert answer.text.count("没有收取") == 1


@pytest.mark.parametrize("reply", ["抱歉，我无法回答。", "# [1]", "asdf qwer!", "<script>alert(1)</script>"])
def test_nonsense_leaves_the_rules_answer(reply: str, store: Store) -> None:
    answer, _ = asked(store, FEE, {("write", FEE): reply})
    assert answer.mode == "extractive"
    assert "没有收取" in answer.text
    assert "语言模型" in answer.notes[-1]


class Dying(FakeChat):
    """Dies in mid-answer."""

    def _stream(self, *_: Any, **__: Any) -> Iterator[ChatGenerationChunk]:
        yield ChatGenerationChunk(message=AIMessageChunk("青禾镇没有收取任何费用[1]。另外，青禾镇"))
        raise ConnectionError("http://secret.example/ reset")


def test_an_endpoint_that_dies_in_mid_answer_leaves_the_rules_answer_and_says_so(store: Store) -> None:
    answer = ModelAssistant(store, Door(Dying(replies={}, seen=[]))).ask(FEE)
    assert answer.mode == "extractive"
    assert "没有收取" in answer.text
    assert "中途断开" in answer.notes[-1]
    assert "secret" not in answer.notes[-1]


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        ("500", "出错"),
        ("empty", "没有给出内容"),
        ("hang", "没有开始回答"),
        ("cut", "中途断开"),
        ("stall", "停顿太久"),
        ("nonsense", "语言模型"),
        ("trickle", "没有答完"),
        ("refused", "连接不上"),
    ],
)
def test_however_the_endpoint_fails_the_rules_answer_is_there_at_once_and_stays(
    mode: str, said: str, store: Store
) -> None:
    with served() as url:
        limits = {"llm_first": 0.8, "llm_silence": 0.4, "llm_timeout": 1.2, "llm_retries": 0}
        address = "http://127.0.0.1:9/v1" if mode == "refused" else f"{url}/{mode}/v1"
        assistant = assistant_for(store, Settings(_env_file=None, llm_url=address, **limits))
        assert isinstance(assistant, ModelAssistant)
        events = assistant.stream(FEE)
        start = time.monotonic()
        first = next(events)
        assert time.monotonic() - start < 0.5
        last = list(events)[-1]
        assert time.monotonic() - start < 4
    assert isinstance(first, First)
    assert isinstance(last, Final)
    assert last.answer.text == first.answer.text
    assert last.answer.mode == "extractive"
    assert said in last.answer.notes[-1]


def test_readers_are_told_how_they_are_answered(store: Store) -> None:
    way = Door(FakeChat(replies={}, seen=[]))
    assert "不用语言模型" in state(Assistant(store))
    assert "逐句核对" in state(ModelAssistant(store, way))
    gone = assistant_for(store, Settings(_env_file=None, llm_url="http://127.0.0.1:9/v1", llm_retries=0))
    for _ in range(2):
        gone.ask(FEE)
    assert "没有回应" in state(gone)


def test_readers_are_told_when_the_model_fails_and_when_it_is_back(store: Store) -> None:
    with served() as url:
        settings = Settings(_env_file=None, llm_url=f"{url}/once500/v1", llm_retries=0)
        assistant = assistant_for(store, settings)
        assistant.ask(FEE)
        assert "没有答成" in state(assistant)
        assistant.ask(FEE)
        assert "逐句核对" in state(assistant)
