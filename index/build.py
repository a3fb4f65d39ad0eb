"""Files -> store: one call that brings a collection up to date, alone, and can be killed at any moment.

A report is stored in one SQLite transaction, its vectors with it; Chroma is brought up to date from there by a
journal (``pending``). What is stored is whole, and the next run goes on from it.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from index.errors import StoreError
from index.run import BuildResult, Progress, Run
from index.store import Store


def build(
    paths: Sequence[Path], folder: Path, *, embedder: str | None = None, progress: Progress | None = None
) -> BuildResult:
    """Bring the store in ``folder`` up to date with the files behind ``paths``; makes it where there is none.

    ``embedder`` as in Store.open. Raises StoreError where the store cannot be used or another process is writing it.
    """
    started = time.perf_counter()
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder), Store.open(folder, embedder_name=embedder, create=True) as store:
        _refuse_without_model(store)
        run = Run(store, progress or _silent)
        run.over(paths)
        result = run.result
        result.reports, result.chunks, result.facts, _ = store.contents.totals()
    result.seconds = time.perf_counter() - started
    return result


def _silent(_done: int, _todo: int, _name: str) -> None:
    """Progress that nobody asked for."""


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the store's lock; the system frees it whatever becomes of the process."""
    with closing(sqlite3.connect(folder / "build.lock", timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise StoreError("另一个进程正在建立索引", str(folder), "请等它结束后再试") from error
        yield


def _refuse_without_model(store: Store) -> None:
    """A store with vectors must not get reports without: they would never be found beside the others."""
    if store.encoder.model is None and store.encoder.notice:
        raise StoreError(
            f"索引库带有“{store.encoder.name}”的向量，而本机不能使用这个模型",
            str(store.folder),
            "请换一个 --store 文件夹重新建立索引（--embedder none 只按词语检索）",
        )
