"""The facade of a store: one folder that holds a collection, its facts and its search indexes."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from index.embed import DEFAULT, NONE, Encoder, embedder
from index.errors import StoreError
from index.schema import Chunk, Fact, Report
from index.storage.catalogue import Catalogue
from index.storage.database import FILE, Database
from index.storage.entry import Totals
from index.storage.heads import ReportHead
from index.storage.search import Search
from index.storage.vectors import Vectors

_REPORTS_KEPT = 64
_FACTS_KEPT = 256


class Store:
    """Everything that questions need of a collection; ``open`` one, any thread may then ask it.

    ``encoder`` is the embedding model it was made with; ``notices`` are Chinese remarks for the user.
    """

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        self.folder = folder
        self.encoder = encoder
        self.database = Database(folder)
        self.contents = Catalogue(self.database)
        self.vectors = Vectors(folder / "vectors")
        self._search = Search(self.contents, self.vectors)
        self._lock = threading.RLock()
        self._revision = ""
        self._heads: tuple[ReportHead, ...] = ()
        self._by_name: dict[str, ReportHead] = {}
        self._totals = Totals(0, 0, 0, 0)
        self._report = lru_cache(maxsize=_REPORTS_KEPT)(self.contents.report)
        self._kinds = lru_cache(maxsize=1)(self.contents.kinds)
        self._facts = lru_cache(maxsize=_FACTS_KEPT)(self._read_facts)

    @classmethod
    def open(cls, folder: str | Path, *, embedder_name: str | None = None, create: bool = False) -> Self:
        """Open the store in a folder, or with ``create`` make it.

        ``embedder_name`` of ``None`` takes the model that the store was made with, for a new one the default. Raises StoreError
        where there is no store, or one of another version or embedder.
        """
        folder = Path(folder)
        if not (folder / FILE).is_file():
            if not create:
                raise StoreError("还没有索引库", str(folder), "请先运行 disclosure index 文件夹")
            folder.mkdir(parents=True, exist_ok=True)
            encoder = embedder(embedder_name)
            Database(folder).create(encoder.name if encoder.model else NONE, encoder.notice)
        return cls._existing(folder, embedder_name)

    @classmethod
    def _existing(cls, folder: Path, wanted: str | None) -> Self:
        database = Database(folder)
        database.check()
        recorded = database.get("embedder")
        database.close()
        fallen_back = recorded == NONE and wanted == DEFAULT and embedder(wanted).model is None
        if wanted and wanted != recorded and not fallen_back:
            raise StoreError(
                f"索引库是用向量模型“{recorded}”建立的，不能用“{wanted}”打开",
                str(folder),
                f"请去掉 --embedder（沿用“{recorded}”），或换一个 --store 文件夹重新运行 disclosure index",
            )
        return cls(folder, embedder(recorded))

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know of this store: that vectors cannot be used, say."""
        notice = self.encoder.notice or self.database.get("notice")
        return (notice,) if notice else ()

    def _refresh(self) -> None:
        """Drop what is kept in memory when an indexer has written."""
        revision = self.database.get("revision")
        with self._lock:
            if revision == self._revision:
                return
            self._report.cache_clear()
            self._facts.cache_clear()
            self._kinds.cache_clear()
            self._heads, self._totals = self.contents.heads(), self.contents.totals()
            self._by_name = {head.name: head for head in self._heads}
            self._search.reload(list(self._by_name), self._totals)
            self._revision = revision

    def catalogue(self) -> tuple[ReportHead, ...]:
        """The reports held, by body, year and name."""
        self._refresh()
        return self._heads

    def head(self, name: str) -> ReportHead | None:
        """The catalogue entry of a report; ``None`` if there is none of that name."""
        self._refresh()
        return self._by_name.get(name)

    def totals(self) -> Totals:
        """How many reports, chunks and facts."""
        self._refresh()
        return self._totals

    def report(self, name: str) -> Report:
        """The whole report. Raises StoreError if there is none of that name."""
        self._refresh()
        found = self._report(name)
        if found is None:
            raise StoreError("索引库里没有这份年报", name, "用 disclosure facts 或网页可查看收录了哪些")
        return found

    def facts(
        self,
        reports: Sequence[str] | None = None,
        indicators: Sequence[str] | None = None,
        columns: Sequence[str] | None = None,
    ) -> list[Fact]:
        """Facts in the order of each report; a filter of ``None`` is none, an empty one lets nothing through.

        All reports count, superseded ones too: name the reports to leave them out.
        """
        self._refresh()
        keys = (None if part is None else tuple(part) for part in (reports, indicators, columns))
        return list(self._facts(*keys))

    def _read_facts(
        self,
        reports: tuple[str, ...] | None,
        indicators: tuple[str, ...] | None,
        columns: tuple[str, ...] | None,
    ) -> tuple[Fact, ...]:
        return tuple(self.contents.facts(reports, indicators, columns))

    def kinds(self) -> tuple[tuple[str, str], ...]:
        """Which indicators have facts, and in which columns, in no order."""
        self._refresh()
        return self._kinds()

    def chunks(self, report: str) -> tuple[Chunk, ...]:
        """A report's chunks in reading order; empty if there is none of that name."""
        return self.contents.chunks_of(report)

    def chunks_by_key(self, keys: Sequence[str]) -> dict[str, Chunk]:
        """Chunks by their ids; those that are gone are left out."""
        return self.contents.chunks(keys)

    def dense(self, question: str, reports: Sequence[str] | None, limit: int) -> dict[str, float]:
        """Cosine by chunk id, best first, within those reports or (``None``) all; empty without vectors."""
        self._refresh()
        if self.encoder.model is None or (reports is not None and not reports):
            return {}
        return self._search.dense(self.encoder.model.embed_query(question), reports, limit)

    def likeness(self, question: str, texts: Sequence[str]) -> list[float]:
        """The cosines of a question with texts that need not be in the store; empty without vectors."""
        model = self.encoder.model
        if model is None or not texts:
            return []
        asked = model.embed_query(question)
        vectors = model.embed_documents(list(texts))
        return [sum(a * b for a, b in zip(asked, vector, strict=True)) for vector in vectors]

    def lexical(
        self, weights: Mapping[str, float], reports: Sequence[str] | None, limit: int
    ) -> dict[str, float]:
        """BM25 by chunk id, best first, for weighted search words (words.py), within those reports or (``None``) all."""
        self._refresh()
        if not weights or (reports is not None and not reports):
            return {}
        return self._search.lexical(weights, reports, limit, must=self.encoder.model is None)

    def holders(self, reports: Sequence[str], indicator: str) -> list[str]:
        """Ids of the chunks of those reports that hold the source of a fact about an indicator."""
        return self.contents.holders(reports, indicator)

    def close(self) -> None:
        """Close the files; the store cannot be used afterwards."""
        self.vectors.close()
        self.database.close()

    def __enter__(self) -> Self:
        """Use the store in a ``with`` statement."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()
