"""A chat model for tests: replies by prompt and question, and a failed test for a prompt that it does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from assistant.prompts import prompt

NAMES = ("write", "rewrite", "plan", "plain", "judge", "proofread")


REVISING = ("revise", "revise_add")


class FakeChat(BaseChatModel):
    """``replies`` by name of the prompt and question or instruction; ``seen`` are the messages that were sent."""

    replies: dict[tuple[str, str], str]
    seen: list[str]

    @property
    def _llm_type(self) -> str:
        return "fake"

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(self.reply(messages)))])

    def _stream(self, messages: list[BaseMessage], *_: Any, **__: Any) -> Iterator[ChatGenerationChunk]:
        text = self.reply(messages)
        for start in range(0, len(text), 3):
            yield ChatGenerationChunk(message=AIMessageChunk(text[start : start + 3]))

    def reply(self, messages: Sequence[BaseMessage]) -> str:
        """The reply to a prompt that is known."""
        system, user = (str(message.content) for message in messages)
        name = next((name for name in (*NAMES, *REVISING) if prompt(name).system == system), "")
        asked = re.search("^(?:(?:最后一个)?问题|要求)：(.*)", user, re.MULTILINE)
        key = (name, asked[1] if asked else "")
        if key not in self.replies:
            pytest.fail(f"the fake model does not know the prompt {key}")
        self.seen.append(user)
        return self.replies[key]
