"""Serving: an address that is taken is said so before anything slow."""

from __future__ import annotations

import socket

import pytest

from assistant.page.serve import listening
from index.errors import DisclosureError


def test_a_free_port_is_bound_on_this_machine() -> None:
    with listening("127.0.0.1", 0) as bound:
        assert bound.getsockname()[0] == "127.0.0.1"


def test_a_port_in_use_is_named_with_a_way_out() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with (
            pytest.raises(DisclosureError, match=f"127.0.0.1:{port}：端口已被占用.*--port"),
            listening("127.0.0.1", port),
        ):
            pass


@pytest.mark.parametrize(("host", "port"), [("203.0.113.9", 0), ("127.0.0.1", 99999), ("no such host", 80)])
def test_an_address_that_cannot_be_had_is_named(host: str, port: int) -> None:
    with pytest.raises(DisclosureError, match="--host"), listening(host, port):
        pass
