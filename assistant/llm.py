"""The one door to language models: an OpenAI-compatible endpoint by way of LangChain, with limits on waiting.

Whatever goes wrong behind it (no connection, an error status, silence, a reply cut off) comes out as ModelError, whose
message is for the reader and repeats nothing that the endpoint said.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Coroutine, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, BaseMessageChunk
from pydantic import SecretStr

from assistant.settings import Settings
from index.errors import DisclosureError

T = TypeVar("T")

REST = 30.0
"""Seconds for which an endpoint that could not be reached twice running is not tried again."""
CUT = "……"
"""Ends a reply that reached its greatest length in the middle of a sentence."""
_STRIKES = 2
_KEY = "请检查 DISCLOSURE_LLM_KEY"
_ADDRESS = "请检查 DISCLOSURE_LLM_URL 和 DISCLOSURE_LLM_MODEL"


class ModelError(DisclosureError):
    """The language model gave no usable reply; ``away`` where it could not be reached or did not react at all."""

    def __init__(self, what: str, remedy: str = "", *, away: bool = False) -> None:
        super().__init__(what, remedy=remedy)
        self.away = away


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds to wait: for the first token from the start on, between two tokens, and for a reply as a whole."""

    first: float = 60.0
    silence: float = 20.0
    whole: float = 120.0


@dataclass
class Door:
    """A chat model behind limits; safe to share between threads.

    ``concurrency`` is how many replies may be under way at a time, waiting for a place counts as waiting for the first
    token. ``must_finish`` rejects a reply whose last chunk gives no reason for its end, as one that was cut off.
    ``held`` is what must live as long as the door, such as a model that was loaded for it. ``failed`` tells of the last reply.
    """

    model: BaseChatModel
    limits: Limits = field(default_factory=Limits)
    concurrency: int = 2
    must_finish: bool = False
    held: object = field(default=None, repr=False)
    failed: bool = field(default=False, init=False)
    _strikes: int = field(default=0, init=False)
    _struck: float = field(default=0.0, init=False)
    _places: threading.BoundedSemaphore = field(init=False, repr=False)
    _loop: asyncio.AbstractEventLoop = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """One loop for all replies: the client's open connections belong to the loop that opened them."""
        self._places = threading.BoundedSemaphore(self.concurrency)
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, name="language-model", daemon=True).start()

    def complete(self, messages: Sequence[BaseMessage], **options: Any) -> str:  # noqa: ANN401 - the model's own
        """The whole reply. Raises ModelError; an empty reply is one."""
        return "".join(self.stream(messages, **options))

    def stream(self, messages: Sequence[BaseMessage], **options: Any) -> Iterator[str]:  # noqa: ANN401 - as complete
        """The reply as it comes. Raises ModelError, also after part of it; an empty reply is one.

        Closing the iterator ends the request.
        """
        self._check_rest()
        start = time.monotonic()
        if not self._places.acquire(timeout=self.limits.first):
            raise ModelError("语言模型正忙")
        try:
            yield from self._reply(messages, start, options)
        except ModelError as error:
            self.failed = True
            self._strike(error)
            raise
        else:
            self.failed, self._strikes = False, 0
        finally:
            self._places.release()

    def _reply(self, messages: Sequence[BaseMessage], start: float, options: dict[str, Any]) -> Iterator[str]:
        chunks = self.model.astream(list(messages), **options)
        said = finished = False
        try:
            while True:
                chunk = self._wait(_next(chunks), self._patience(start, said=said), said=said, start=start)
                if chunk is None:
                    break
                end = chunk.response_metadata.get("finish_reason", "")
                finished = finished or bool(end)
                if text := chunk.text:
                    said = said or bool(text.strip())
                    yield str(text)
                if said and end == "length":
                    yield CUT
        finally:
            with suppress(
                Exception
            ):  # the reply is over or given up; nothing is lost if closing it fails too
                self._wait(_close(chunks), 1.0, said=True)
        if not said:
            raise ModelError("语言模型没有给出内容")
        if self.must_finish and not finished:
            raise ModelError("语言模型的回答中途断开")

    def _patience(self, start: float, *, said: bool) -> float:
        """Seconds to wait for the next chunk."""
        passed = time.monotonic() - start
        return min(self.limits.silence if said else self.limits.first - passed, self.limits.whole - passed)

    def _wait(
        self, work: Coroutine[Any, Any, T], seconds: float, *, said: bool, start: float | None = None
    ) -> T:
        try:
            waiting = asyncio.wait_for(work, max(seconds, 0.001))
            return asyncio.run_coroutine_threadsafe(waiting, self._loop).result()
        except TimeoutError as error:
            spent = 0.0 if start is None else time.monotonic() - start
            raise self._too_late(spent, said=said) from error
        except Exception as error:  # whatever a vendor's client raises, the reader gets an answer
            raise explained(error, said=said) from error

    def _too_late(self, spent: float, *, said: bool) -> ModelError:
        if said and spent >= self.limits.whole:
            return ModelError(f"语言模型在{self.limits.whole:g}秒内没有答完")
        if said:
            return ModelError("语言模型的回答中途停顿太久")
        return ModelError(f"语言模型在{self.limits.first:g}秒内没有开始回答", away=True)

    @property
    def rests(self) -> bool:
        """Whether the endpoint could not be reached lately and is left alone for a while."""
        return self._strikes >= _STRIKES and time.monotonic() - self._struck < REST

    def _check_rest(self) -> None:
        if self.rests:
            raise ModelError("语言模型刚才没有回应，暂不再试")

    def _strike(self, error: ModelError) -> None:
        if error.away:
            self._strikes, self._struck = self._strikes + 1, time.monotonic()


async def _next(chunks: AsyncIterator[BaseMessageChunk]) -> BaseMessageChunk | None:
    return await anext(chunks, None)


async def _close(chunks: AsyncIterator[BaseMessageChunk]) -> None:
    if close := getattr(chunks, "aclose", None):
        await close()


_STATUSES = {
    401: ("拒绝了请求", _KEY),
    403: ("拒绝了请求", _KEY),
    400: ("不接受请求", _ADDRESS),
    404: ("不接受请求", _ADDRESS),
    422: ("不接受请求", _ADDRESS),
    429: ("繁忙", ""),
}
"""What an HTTP status means to the reader, and what to do."""
_UNREACHED = {"APITimeoutError", "TimeoutException", "APIConnectionError", "TransportError", "OSError"}


def explained(error: Exception, *, said: bool) -> ModelError:
    """What the reader is told of a client's error; ``said`` where part of the reply had come."""
    status = getattr(error, "status_code", None)
    if status is not None:
        what, remedy = _STATUSES.get(status, ("出错", ""))
        return ModelError(f"语言模型服务{what}（{status}）", remedy)
    if said:
        return ModelError("语言模型的回答中途断开")
    if _UNREACHED & {kind.__name__ for kind in type(error).__mro__}:
        return ModelError("连接不上语言模型", away=True)
    return ModelError("语言模型的回答无法读取")


def door(settings: Settings) -> Door | None:
    """The door to the endpoint or the model file that is set; ``None`` where neither is. No endpoint is connected to yet.

    Raises DisclosureError where both are set, or where the file cannot be used.
    """
    if settings.llm_url and settings.llm_file:
        remedy = "请只留下 DISCLOSURE_LLM_URL 和 DISCLOSURE_LLM_FILE 中的一个"
        raise DisclosureError("模型服务和模型文件只能用一个", remedy=remedy)
    limits = Limits(settings.llm_first, settings.llm_silence, settings.llm_timeout)
    if settings.llm_file:
        from assistant.local_model import served  # noqa: PLC0415 - needed with a model file only

        here = served(settings.llm_file, settings.llm_concurrency)
        chat = _chat(settings, here.url, here.name, SecretStr(here.key))
        return Door(chat, limits, settings.llm_concurrency, must_finish=True, held=here)
    if not settings.llm_url:
        return None
    chat = _chat(settings, settings.llm_url, settings.llm_model or "default", settings.llm_key)
    return Door(chat, limits, settings.llm_concurrency, must_finish=True)


def _chat(settings: Settings, url: str, name: str, key: SecretStr) -> BaseChatModel:
    """The client of an endpoint; it repeats a request after 429 and 5xx with growing pauses, as its maker does."""
    import httpx  # noqa: PLC0415 - needed with an endpoint only
    from langchain_openai import ChatOpenAI  # noqa: PLC0415 - 1 s that answering without a model does not need

    return ChatOpenAI(
        base_url=url,
        model=name,
        api_key=key,
        temperature=0,
        extra_body={"max_tokens": settings.llm_tokens},  # the name that every endpoint knows
        timeout=httpx.Timeout(max(settings.llm_first, settings.llm_silence), connect=settings.llm_connect),
        max_retries=settings.llm_retries,
        stream_usage=False,
        stream_chunk_timeout=None,  # Door's limits hold; the client's own of two minutes would cut off a slow model
    )
