"""Collections of a given number of chunks, ours and the plain one, made without hours of embedding.

Up to a limit every chunk is embedded, up to a second one as many as there is time for. Beyond that vectors of real chunks are
stored again and again, each moved a little, so that the indexes hold as many different vectors; questions are embedded as
ever. What is measured is asking, not indexing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
from pydantic import TypeAdapter

from assistant.baseline import Baseline
from assistant.benchmark.generated import collection, invented_report, places
from assistant.benchmark.vectors import Stored
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
"""Real vectors that stored ones are made from, at least."""
_AT_ONCE = 200
_READ = 250
"""Reports that are read; a reader needs 70 ms for one, which is too long for ten thousand."""
_ENTRY = TypeAdapter(Entry)


@dataclass(frozen=True)
class Limits:
    """How much is embedded: all of collections up to ``whole`` chunks, of those up to ``embedded`` what ``seconds`` allow.

    Of larger ones only as many passages as vectors are needed to be moved, and what smaller ones of the run had embedded.
    """

    whole: int = 1_000
    embedded: int = 10_000
    seconds: float = 120.0


def model_for(name: str, chunks: int, limits: Limits, file: Path | None = None) -> Stored:
    """The model for a collection of about so many chunks; ``file`` keeps real vectors between the collections of a run.

    Raises DisclosureError where there is no model of that name.
    """
    model = embedder(name or None).model
    if model is None:
        raise DisclosureError("测量规模需要向量模型", name, "请用 --embedder 指定")
    if chunks <= limits.whole:
        return Stored(model, sys.maxsize, file=file)
    if chunks <= limits.embedded:
        return Stored(model, sys.maxsize, limits.seconds, file)
    return Stored(model, _POOL, 0 if file and file.is_file() else sys.maxsize, file)


def fill(
    folder: Path, name: str, chunks: int, limits: Limits, file: Path | None = None
) -> tuple[int, int, int]:
    """Make our store of about so many chunks; how many reports, chunks and real vectors it has."""
    model = model_for(name, chunks, limits, file)
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
    model.keep()
    return totals.reports, totals.chunks, model.real


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


def fill_plain(folder: Path, files: Path, reports: int, model: Stored) -> tuple[int, int]:
    """Make the plain collection of so many of the same reports; how many pieces and real vectors it has.

    ``files`` is a folder to write them in.
    """
    files.mkdir()
    for name, text in collection(reports, THEMES):
        (files / name).write_text(text, encoding="utf-8")
    pieces = Baseline(folder, model).index([files])
    model.keep()
    return pieces, model.real
