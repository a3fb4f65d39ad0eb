"""One indexing run: each file loaded, understood, embedded and stored, only where it is new."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from index.errors import DisclosureError, DocumentError
from index.scan import Files, Job, digest, scan
from index.schema import Chunk, Document, Failure
from index.storage.entry import Entry
from index.storage.vectors import STORED
from index.store import Store
from index.understand import Stages, embeddable, renamed, understood

Progress = Callable[[int, int, str], None]
"""Called with files done, files to do, and the name of the file at hand."""

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
    stages: Stages = field(default_factory=Stages)

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


class Run:
    """One run over a store; reports wait in ``_waiting`` until a batch of chunks is full.

    Whatever is stored is stored whole: a report in one transaction with its vectors, its file as done after it.
    """

    def __init__(self, store: Store, progress: Progress) -> None:
        self.result = BuildResult()
        self._store = store
        self._files = Files(store.database)
        self._progress = progress
        self._stages = self.result.stages
        self._waiting: list[tuple[Job, Entry]] = []
        self._digests: set[str] = set()
        self._finished: list[Job] = []

    def over(self, paths: Sequence[Path]) -> None:
        """Deal with every file behind the paths, then with those that are gone."""
        self.catch_up(0)
        with self._stages.of("scan"):
            found = scan(paths, self._files)
            self.result.unchanged += self._files.count(found.unchanged)
        for number, job in enumerate(found.jobs):
            self._progress(number, len(found.jobs), job.name)
            self._file(job)
        self._flush()
        for path in found.gone:
            self.result.removed += self._forget(path, set())
        self.catch_up(0)
        self._progress(len(found.jobs), len(found.jobs), "")

    def _file(self, job: Job) -> None:
        """Load one file; names that it no longer gives are forgotten."""
        before = self._files.sources(str(job.path))
        names: set[str] = set()
        failed: set[str] = set()
        for document in self._documents(job):
            if isinstance(document, Document):
                name = document.name
                failure = self._taken_in(job, document, before.get(name))
            else:
                name, failure = document.file, document
            (failed if failure else names).add(name)
            self.result.failed += [failure] if failure else []
        self._forget(str(job.path), names)
        self.result.removed += len(before.keys() - names - failed)
        if names and not failed:
            self._finished.append(job)
            self._flush(_BATCH)

    def _documents(self, job: Job) -> Iterator[Document | Failure]:
        """What a file holds; bytes that the store has already are not read again."""
        from index.load.dispatch import load  # noqa: PLC0415 - a run over unchanged files needs no readers

        known = digest(job.path) if job.stamp and job.path.suffix.lower() != ".zip" else ""
        if known and self._held(known):
            yield Document(job.name, "", known, ())
            return
        loading = load(job.path, job.name)
        while True:
            with self._stages.of("load"):
                document = next(loading, None)
            if document is None:
                return
            yield document

    def _held(self, file_digest: str) -> bool:
        """Whether these bytes are a report already, stored or about to be."""
        return bool(self._store.contents.named(file_digest)) or file_digest in self._digests

    def _taken_in(self, job: Job, document: Document, before: str | None) -> Failure | None:
        """Take in one document, or say why not; ``before`` is the digest that its name had."""
        if self._held(document.digest):
            self._alias(job, document, before)
            return None
        try:
            entry = understood(document, self._stages)
        except DisclosureError as error:
            return Failure(document.name, error.message)
        except Exception as error:  # noqa: BLE001 - a fault over one report must not stop the others
            what = f"内容无法解析（{type(error).__name__}: {error}）"
            return Failure(document.name, DocumentError(what, document.name, "请把文件发给维护者").message)
        self.result.updated += before is not None
        self.result.added += before is None
        self._digests.add(document.digest)
        self._waiting.append((job, entry))
        return None

    def _alias(self, job: Job, document: Document, before: str | None) -> None:
        """Note that a name has the bytes of a report at hand, its own or another's."""
        changed = before is not None and before != document.digest
        self.result.updated += changed
        self.result.unchanged += not changed
        with self._store.database.writing():
            if changed:
                self._release(document.name)
            self._files.add_source(document.name, str(job.path), document.digest)

    def _flush(self, least: int = 0) -> None:
        """Embed and store what waits, once there are ``least`` chunks; then its files are done."""
        if sum(len(entry.chunks) for _, entry in self._waiting) < least:
            return
        vectors = self._embedded([piece for _, entry in self._waiting for piece in entry.chunks])
        for job, entry in self._waiting:
            self._keep(job, replace(entry, vectors=tuple(next(vectors) for _ in entry.chunks)))
        self._waiting.clear()
        self._digests.clear()
        if self._finished:
            with self._store.database.writing():
                for job in self._finished:
                    self._files.keep(job)
            self._finished.clear()
        self.catch_up(_JOURNAL)

    def _embedded(self, pieces: Sequence[Chunk]) -> Iterator[bytes | None]:
        model = self._store.encoder.model
        if model is None or not pieces:
            return iter([None] * len(pieces))
        with self._stages.of("embed"):
            vectors = model.embed_documents([embeddable(piece) for piece in pieces])
        return (np.asarray(vector, STORED).tobytes() for vector in vectors)

    def _keep(self, job: Job, entry: Entry) -> None:
        report = entry.report
        with self._stages.of("store"), self._store.database.writing():
            self._release(report.name)
            self._store.contents.add(entry)
            self._files.add_source(report.name, str(job.path), report.digest)

    def _forget(self, path: str, kept: set[str]) -> int:
        """Forget the names that a file gave and gives no more, and the file itself if none are left."""
        lost = [name for name in self._files.sources(path) if name not in kept]
        if lost or not kept:
            with self._store.database.writing():
                for name in lost:
                    self._release(name)
                    self._files.drop_source(name)
                if not kept:
                    self._files.forget(path)
        return len(lost)

    def _release(self, name: str) -> None:
        """The bytes behind a name are gone: its report takes the name of an alias, or goes too."""
        contents = self._store.contents
        report = contents.report(name)
        if report is None:
            return
        other = self._files.other_name(report.digest, name)
        if other:
            moved = renamed(report, other, contents.facts([name]))
            vectors = tuple(row.vector for row in contents.chunk_rows(name))
            contents.add(replace(moved, vectors=vectors))
        contents.remove(name)

    def catch_up(self, lag: int) -> None:
        """Bring Chroma up to date with the catalogue if it lags by more than ``lag`` chunks."""
        keys = self._store.contents.pending()
        if len(keys) <= lag:
            return
        with self._stages.of("vectors"):
            present = self._store.contents.vectors(keys)
            self._store.vectors.put(present)
            self._store.vectors.remove([key for key in keys if key not in present])
            with self._store.database.writing():
                self._store.contents.settle(keys)
