"""Collections of a given number of chunks, ours and the plain one, made without hours of embedding.

Up to a limit every chunk is embedded. Beyond it vectors of real chunks are stored again and again, each moved a little, so
that the indexes hold as many different vectors; questions are embedded as ever. What is measured is asking, not indexing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings
from pydantic import TypeAdapter

from assistant.baseline import Baseline
from assistant.benchmark.generated import collection, invented_report, places
from index.embed import embedder
from index.errors import DisclosureError
from index.run import Run
from index.single import read_bytes
from index.storage.entry import Entry
from index.storage.vectors import STORED
from index.store import Store
from index.understand import embeddable, entry

THEMES = 8
"""Further paragraphs of a generated report, which then has about as many chunks as a real one."""
_POOL = 100
"""Real vectors that stored ones are made from."""
_MOVED = 0.02
"""How far a stored vector lies from the real one, of a length of 1."""
_AT_ONCE = 200
_READ = 250
"""Reports that are read; a reader needs 70 ms for one, which is too long for ten thousand."""
_ENTRY = TypeAdapter(Entry)
_SEED = 20190515


class Stored(Embeddings):
    """A model that embeds the first passages, and gives moved vectors of these for all further ones."""

    def __init__(self, model: Embeddings, real: int) -> None:
        self._model, self._real = model, real
        self._pool: list[list[float]] = []
        self._random = np.random.default_rng(_SEED)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Real vectors as long as there are fewer than were asked for, stored ones after that."""
        room = max(self._real - len(self._pool), 0)
        real = self._model.embed_documents(texts[:room]) if room and texts else []
        self._pool += real
        return [*real, *(self._moved() for _ in texts[room:])]

    def _moved(self) -> list[float]:
        base = np.asarray(self._pool[int(self._random.integers(len(self._pool)))])
        vector = base + self._random.normal(0, _MOVED / np.sqrt(base.size), base.size)
        moved: list[float] = (vector / np.linalg.norm(vector)).tolist()
        return moved

    def embed_query(self, text: str) -> list[float]:
        """The question's own vector."""
        return self._model.embed_query(text)


def model_for(name: str, chunks: int, embedded: int) -> Stored:
    """The model for a collection of about so many chunks; all are embedded where there are at most ``embedded``.

    Raises DisclosureError where there is no model of that name.
    """
    model = embedder(name or None).model
    if model is None:
        raise DisclosureError("测量规模需要向量模型", name, "请用 --embedder 指定")
    return Stored(model, sys.maxsize if chunks <= embedded else _POOL)


def fill(folder: Path, name: str, chunks: int, embedded: int) -> tuple[int, int]:
    """Make our store of about so many chunks; how many reports and chunks it has."""
    model = model_for(name, chunks, embedded)
    with Store.open(folder, embedder_name=name or None, create=True) as store:
        entries = _entries(chunks)
        while batch := list(islice(entries, _AT_ONCE)):
            vectors = iter(model.embed_documents([embeddable(c) for one in batch for c in one.chunks]))
            with store.database.writing():
                for one in batch:
                    made = tuple(np.asarray(next(vectors), STORED).tobytes() for _ in one.chunks)
                    store.contents.add(replace(one, vectors=made))
        Run(store, lambda _done, _todo, _name: None).catch_up(0)
        totals = store.totals()
        return totals.reports, totals.chunks


def _entries(chunks: int) -> Iterator[Entry]:
    """Generated reports until they have so many chunks: the first are read as any file is, the others reissue these."""
    made = 0
    read: list[tuple[str, int, str]] = []
    for number, (town, year) in enumerate(places(chunks)):
        if made >= chunks:
            return
        if number < _READ:
            report, facts = read_bytes(
                invented_report(town, year, number % 7, THEMES).encode(), f"{town}{year}.txt"
            )
            one = entry(report, facts)
            read.append((town, year, _ENTRY.dump_json(one).decode()))
        else:
            one = _reissued(*read[number % _READ], town, year)
        made += len(one.chunks)
        yield one


def _reissued(town: str, year: int, stored: str, other: str, then: int) -> Entry:
    """A stored report as that of another town and year; words in which its name was cut stay as they were."""
    names = {town: other, str(year): str(then), str(year + 1): str(then + 1)}
    return _ENTRY.validate_json(re.sub("|".join(names), lambda found: names[found[0]], stored))


def fill_plain(folder: Path, files: Path, name: str, reports: int, wanted: tuple[int, int]) -> int:
    """Make the plain collection of so many of the same reports; how many pieces it has.

    ``files`` is a folder to write them in, ``wanted`` the chunks that were asked for and up to how many all are embedded.
    """
    files.mkdir()
    for file, text in collection(reports, THEMES):
        (files / file).write_text(text, encoding="utf-8")
    return Baseline(folder, model_for(name, *wanted)).index([files])
