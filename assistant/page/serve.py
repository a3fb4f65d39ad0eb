"""Serving the page: the store made ready, the port tried before anything slow, signals taken quietly."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from index.errors import DisclosureError, StoreError
from index.store import Store

_GRACE = 1
"""Seconds that open connections get when the server is stopped; the page holds one open all the time."""


def ready(folder: Path, embedder: str | None = None) -> Store:
    """The store in a folder; where there is none, one of the bundled samples, with progress on standard error."""
    from index.storage.database import FILE  # noqa: PLC0415 - only the name of the file that makes a folder a store

    if not (folder / FILE).is_file():
        _index_samples(folder, embedder)
    store = Store.open(folder, embedder_name=embedder)
    for notice in store.notices:
        _say(notice)
    return store


def _index_samples(folder: Path, embedder: str | None) -> None:
    from index import samples  # noqa: PLC0415 - needed the first time only
    from index.build import build  # noqa: PLC0415 - as samples

    _say(f"{folder} 里还没有索引库，先收录随附的示例年报（仅这一次，约一分钟）……")
    result = build([samples.folder()], folder, embedder=embedder, progress=_progress)
    if not result.reports:
        raise StoreError("示例年报未能收录", str(folder), "请换一个可以写入的 --store 文件夹")
    _say(f"已收录 {result.reports} 份示例年报。自己的年报用 disclosure index 文件夹 收录。")


def _progress(done: int, todo: int, name: str) -> None:
    if name:
        _say(f"[{done + 1}/{todo}] {name}")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - progress of a command


@contextlib.contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """The socket to serve on. Raises DisclosureError where the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as bound:
        if os.name == "posix":
            # Elsewhere the option would let two servers share the port.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, port))
        except (OSError, OverflowError) as error:
            raise _refused(host, port, error) from error
        yield bound


def _refused(host: str, port: int, error: Exception) -> DisclosureError:
    where = f"{host}:{port}"
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return DisclosureError("端口已被占用", where, "可能网页已经打开；否则请换一个端口，如 --port 7861")
    return DisclosureError(f"不能在这个地址上提供网页（{error}）", where, "请检查 --host 和 --port")


def address(bound: socket.socket) -> str:
    """Where a browser on this machine finds the page."""
    host, port = bound.getsockname()[:2]
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 - compared, not bound
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"


def run(page: ASGIApp, bound: socket.socket) -> None:
    """Serve until a signal ends it."""
    _say(f"网页已打开：{address(bound)} （按 Ctrl+C 结束）")
    config = uvicorn.Config(page, log_level="warning", timeout_graceful_shutdown=_GRACE)
    with contextlib.suppress(KeyboardInterrupt):
        _Quiet(config).run(sockets=[bound])


class _Quiet(uvicorn.Server):
    """A server that ends without complaints: that browsers still hold connections then is no error."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take a signal."""
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        super().handle_exit(sig, frame)
