"""Files -> store: load, parse, chunk, embed and keep, only what is new, and never half of a report.

A report is stored in one SQLite transaction, its vectors with it; Chroma is brought up to date from there by a
journal (``pending``). Whenever the process dies, what is stored is whole and the next run goes on from it.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from index.catalogue import Entry
from index.chunk import chunks
from index.errors import DisclosureError, DocumentError, StoreError
from index.holders import holders
from index.scan import Files, Job, digest, scan
from index.schema import Chunk, Document, Fact, Failure, Report
from index.store import Store
from index.vectors import STORED
from index.words import tokens

Progress = Callable[[int, int, str], None]
"""Called with files done, files to do, and the name of the file at hand."""

_FIGURES = re.compile(r"(?:[\s|]+[-\d.,/%—]*)+(?=[\s|]|$)|[\s|]+")
"""Cell borders, and cells without a word."""
_BATCH = 64
"""Chunks embedded together, over as many reports as that takes."""
_JOURNAL = 5000
"""Chunks that Chroma may lag behind."""


@dataclass(slots=True)
class BuildResult:
    """What an indexing run did; counts are of reports by name, ``reports`` and later of the whole store.

    ``stages`` are seconds by stage, for the benchmark.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    failed: list[Failure] = field(default_factory=list)
    reports: int = 0
    chunks: int = 0
    facts: int = 0
    seconds: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The document of the ``index`` contract."""
        return {
            "added": self.added,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "removed": self.removed,
            "failed": [{"file": failure.file, "error": failure.error} for failure in self.failed],
            "reports": self.reports,
            "chunks": self.chunks,
            "facts": self.facts,
            "seconds": round(self.seconds, 3),
        }


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
        run = _Run(store, progress or (lambda _done, _all, _name: None))
        run.catch_up(0)
        run.over(paths)
        run.catch_up(0)
        result = run.result
        result.reports, result.chunks, result.facts, _ = store.contents.totals()
    result.seconds = time.perf_counter() - started
    return result


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


class _Run:
    """One indexing run: reports wait in ``_waiting`` until a batch of chunks is full."""

    def __init__(self, store: Store, progress: Progress) -> None:
        self.store = store
        self.result = BuildResult()
        self._files = Files(store.database)
        self._progress = progress
        self._waiting: list[tuple[Job, Entry]] = []
        self._digests: dict[str, str] = {}
        self._finished: list[Job] = []

    def over(self, paths: Sequence[Path]) -> None:
        """Deal with every file, then with those that are gone."""
        with self._stage("scan"):
            found = scan(paths, self._files)
            self.result.unchanged += self._files.count(found.unchanged)
        for number, job in enumerate(found.jobs):
            self._progress(number, len(found.jobs), job.name)
            self._file(job)
        self._flush()
        for path in found.gone:
            self.result.removed += len(self._files.sources(path))
            self._forget(path, set())
        self._progress(len(found.jobs), len(found.jobs), "")

    def _file(self, job: Job) -> None:
        """Load one file; its names that it no longer gives are forgotten."""
        before = self._files.sources(str(job.path))
        names: set[str] = set()
        failures = 0
        for document in self._documents(job):
            if isinstance(document, Failure):
                self.result.failed.append(document)
                failures += 1
            elif self._document(job, document, before.get(document.name)):
                names.add(document.name)
        lost = self._forget(str(job.path), names)
        self.result.removed += lost if names else max(lost - failures, 0)
        if names and not failures:
            self._finished.append(job)
            self._flush(_BATCH)

    def _documents(self, job: Job) -> Iterator[Document | Failure]:
        """What a file holds; bytes that the store has already are not read again."""
        from index.load.dispatch import load  # noqa: PLC0415 - a run over unchanged files needs no readers

        known = digest(job.path) if job.stamp and job.path.suffix.lower() != ".zip" else ""
        if known and self._holder(known):
            yield Document(job.name, "", known, ())
            return
        documents = load(job.path, job.name)
        while True:
            with self._stage("load"):
                document = next(documents, None)
            if document is None:
                return
            yield document

    def _holder(self, file_digest: str) -> str:
        """The report made from these bytes, stored or about to be."""
        return self.store.contents.named(file_digest) or self._digests.get(file_digest, "")

    def _document(self, job: Job, document: Document, before: str | None) -> bool:
        """Take in one document; false if it could not be understood."""
        holder = self._holder(document.digest)
        if holder:
            self._alias(job, document, before, holder)
            return True
        try:
            entry = self._understood(document)
        except DisclosureError as error:
            self.result.failed.append(Failure(document.name, error.message))
            return False
        except Exception as error:  # noqa: BLE001 - a fault over one report must not stop the others
            what = f"内容无法解析（{type(error).__name__}: {error}）"
            self.result.failed.append(Failure(document.name, DocumentError(what, document.name).message))
            return False
        self.result.updated += before is not None
        self.result.added += before is None
        self._digests[document.digest] = document.name
        self._waiting.append((job, entry))
        return True

    def _alias(self, job: Job, document: Document, before: str | None, holder: str) -> None:
        """The same bytes as a report at hand, which is that of this name or of another."""
        changed = before is not None and before != document.digest
        self.result.updated += changed
        self.result.unchanged += not changed
        with self.store.database.writing():
            if changed and holder != document.name:
                self._release(document.name)
            self._files.add_source(document.name, str(job.path), document.digest)

    def _understood(self, document: Document) -> Entry:
        from index.facts import facts  # noqa: PLC0415 - as in _documents
        from index.parse import parse  # noqa: PLC0415

        with self._stage("parse"):
            report = parse(document)
        with self._stage("facts"):
            found: tuple[Fact, ...] = tuple(facts(report))
        with self._stage("chunk"):
            pieces = chunks(report)
        with self._stage("words"):
            words = tuple(tuple(tokens(searchable(piece))) for piece in pieces)
            held = holders(found, pieces)
        return Entry(report, pieces, found, held, words, (None,) * len(pieces))

    def _flush(self, least: int = 1) -> None:
        """Embed and store what waits, once there are ``least`` chunks; then their files are done."""
        if sum(len(entry.chunks) for _, entry in self._waiting) >= least or not self._waiting:
            vectors = self._embedded([piece for _, entry in self._waiting for piece in entry.chunks])
            for job, entry in self._waiting:
                self._store(job, replace(entry, vectors=tuple(next(vectors) for _ in entry.chunks)))
            self._waiting.clear()
            self._digests.clear()
            with self.store.database.writing():
                for job in self._finished:
                    self._files.keep(job)
            self._finished.clear()
            self.catch_up(_JOURNAL)

    def _embedded(self, pieces: Sequence[Chunk]) -> Iterator[bytes | None]:
        model = self.store.encoder.model
        if model is None or not pieces:
            return iter([None] * len(pieces))
        with self._stage("embed"):
            vectors = model.embed_documents([embeddable(piece) for piece in pieces])
        return (np.asarray(vector, STORED).tobytes() for vector in vectors)

    def _store(self, job: Job, entry: Entry) -> None:
        report = entry.report
        with self._stage("store"), self.store.database.writing():
            self._release(report.name)
            self.store.contents.add(entry)
            self._files.add_source(report.name, str(job.path), report.digest)

    def _forget(self, path: str, kept: set[str]) -> int:
        """Forget the names that a file gave and gives no more, and the file itself if none are left."""
        lost = [name for name in self._files.sources(path) if name not in kept]
        if lost or not kept:
            with self.store.database.writing():
                for name in lost:
                    self._release(name)
                    self._files.drop_source(name)
                if not kept:
                    self._files.forget(path)
        return len(lost)

    def _release(self, name: str) -> None:
        """The bytes behind a name are gone: its report takes the name of an alias, or goes too."""
        contents = self.store.contents
        report = contents.report(name)
        if report is None:
            return
        other = self._files.other_name(report.digest, name)
        if other:
            contents.add(_renamed(report, other, contents.facts([name]), contents.vectors))
        contents.remove(name)

    def catch_up(self, lag: int) -> None:
        """Bring Chroma up to date with the catalogue if it lags by more than ``lag`` chunks."""
        keys = self.store.contents.pending()
        if len(keys) <= lag:
            return
        with self._stage("vectors"):
            present = self.store.contents.vectors(keys)
            self.store.vectors.put(present)
            self.store.vectors.remove([key for key in keys if key not in present])
            with self.store.database.writing():
                self.store.contents.settle(keys)

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        try:
            yield
        finally:
            spent = time.perf_counter() - started
            self.result.stages[name] = self.result.stages.get(name, 0.0) + spent


def searchable(piece: Chunk) -> str:
    """What word search sees of a chunk."""
    return f"{piece.context}\n{piece.text}"


def embeddable(piece: Chunk) -> str:
    """What the embedding model sees of a chunk; a table's figures mean nothing to it and are left out."""
    text = _FIGURES.sub(" ", piece.text) if piece.table else piece.text
    return f"{piece.context}\n{text}"


def _renamed(
    report: Report,
    name: str,
    found: Sequence[Fact],
    vectors: Callable[[Sequence[str]], dict[str, tuple[str, bytes]]],
) -> Entry:
    """A stored report under another name, its vectors kept."""
    old = chunks(report)
    held = vectors([piece.id for piece in old])
    renamed = replace(report, name=name)
    pieces = chunks(renamed)
    return Entry(
        report=renamed,
        chunks=pieces,
        facts=tuple(replace(fact, report=name) for fact in found),
        holders=holders(found, pieces),
        tokens=tuple(tuple(tokens(searchable(piece))) for piece in pieces),
        vectors=tuple(held[piece.id][1] if piece.id in held else None for piece in old),
    )
