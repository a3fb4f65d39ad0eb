"""The door to an endpoint: what a reader is told, and how soon, when the endpoint fails in each way."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest
from endpoints import Endpoint, served
from langchain_core.messages import HumanMessage

from assistant.llm import Door, ModelError, door
from assistant.settings import Settings

ASK = [HumanMessage("问")]


@pytest.fixture
def address() -> Iterator[str]:
    with served() as url:
        yield url


def opened(url: str, retries: int = 0) -> Door:
    made = door(
        Settings(
            _env_file=None,
            llm_url=url,
            llm_model="m",
            llm_first=0.8,
            llm_silence=0.4,
            llm_timeout=5,
            llm_retries=retries,
        )
    )
    assert made
    return made


def test_a_reply_comes_token_by_token(address: str) -> None:
    assert list(opened(f"{address}/fine/v1").stream(ASK)) == ["没有", "收费。"]


@pytest.mark.parametrize(
    ("mode", "message"),
    [
        ("500", "出错（500）"),
        ("429", "繁忙（429）"),
        ("401", "DISCLOSURE_LLM_KEY"),
        ("404", "DISCLOSURE_LLM_URL"),
        ("empty", "没有给出内容"),
        ("hang", "0.8秒内没有开始回答"),
        ("cut", "中途断开"),
        ("stall", "停顿太久"),
        ("nonsense", "没有给出内容|无法读取"),
    ],
)
def test_each_way_to_fail_has_its_words_within_the_limits(mode: str, message: str, address: str) -> None:
    way = opened(f"{address}/{mode}/v1")
    start = time.monotonic()
    with pytest.raises(ModelError, match=message):
        way.complete(ASK)
    assert time.monotonic() - start < 2


def test_an_endpoint_that_is_not_there_is_said_to_be_out_of_reach() -> None:
    with pytest.raises(ModelError, match="连接不上"):
        opened("http://127.0.0.1:9/v1").complete(ASK)


@pytest.mark.parametrize("mode", ["once429", "once500", "once503"])
def test_an_endpoint_that_is_busy_or_fails_once_is_asked_again_after_a_pause(mode: str, address: str) -> None:
    way = opened(f"{address}/{mode}/v1", retries=2)
    way.limits = type(way.limits)(first=10, silence=1, whole=10)
    start = time.monotonic()
    assert way.complete(ASK) == "没有收费。"
    assert Endpoint.calls == 2
    assert time.monotonic() - start > 0.2


def test_an_endpoint_that_refuses_for_good_is_not_asked_again(address: str) -> None:
    with pytest.raises(ModelError):
        opened(f"{address}/401/v1", retries=2).complete(ASK)
    assert Endpoint.calls == 1


def test_a_slow_connection_has_a_limit_of_its_own() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for caller in waiting:  # fills the queue of those who are not yet answered
            caller.setblocking(False)
            caller.connect_ex(full.getsockname())
        url = f"http://127.0.0.1:{full.getsockname()[1]}/v1"
        way = door(Settings(_env_file=None, llm_url=url, llm_connect=0.3, llm_first=20, llm_retries=0))
        start = time.monotonic()
        with pytest.raises(ModelError, match="连接不上"):
            way.complete(ASK)  # type: ignore[union-attr]
        assert time.monotonic() - start < 5
        for caller in waiting:
            caller.close()


def test_a_reply_that_never_ends_is_cut_off(address: str) -> None:
    way = opened(f"{address}/trickle/v1")
    way.limits = type(way.limits)(first=1, silence=1, whole=1.2)
    start = time.monotonic()
    with pytest.raises(ModelError):
        way.complete(ASK)
    assert 0.8 < time.monotonic() - start < 3


def test_the_clients_own_patience_does_not_cut_a_slow_model_short() -> None:
    assert getattr(opened("http://127.0.0.1:9/v1").model, "stream_chunk_timeout", 0) is None


def test_a_request_that_is_given_up_is_closed(address: str) -> None:
    with pytest.raises(ModelError):
        opened(f"{address}/stall/v1").complete(ASK)
    assert Endpoint.gone.wait(15)


def test_what_came_before_the_end_is_handed_on(address: str) -> None:
    tokens = opened(f"{address}/cut/v1").stream(ASK)
    assert next(tokens) == "没有"
    with pytest.raises(ModelError):
        next(tokens)


def test_an_endpoint_out_of_reach_is_left_alone_for_a_while() -> None:
    way = opened("http://127.0.0.1:9/v1")
    for _ in range(2):
        with pytest.raises(ModelError, match="连接不上"):
            way.complete(ASK)
    with pytest.raises(ModelError, match="暂不再试"):
        way.complete(ASK)


def test_no_more_replies_are_under_way_than_allowed(address: str) -> None:
    way = opened(f"{address}/fine/v1")
    way = Door(way.model, way.limits, concurrency=1)
    held = way.stream(ASK)
    next(held)
    with pytest.raises(ModelError, match="正忙"):
        way.complete(ASK)
    held.close()
    assert way.complete(ASK) == "没有收费。"


def test_without_an_address_there_is_no_model() -> None:
    assert door(Settings(_env_file=None, llm_url="")) is None


def test_the_key_is_not_in_what_the_reader_is_told(address: str) -> None:
    made = door(Settings(_env_file=None, llm_url=f"{address}/401/v1", llm_key="s3cret", llm_retries=0))
    assert made
    with pytest.raises(ModelError) as raised:
        made.complete(ASK)
    assert "s3cret" not in raised.value.message
