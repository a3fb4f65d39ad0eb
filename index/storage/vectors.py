"""The one door to Chroma: nearest chunks over a whole collection.

A few reports are searched exactly from the catalogue's copy of the vectors (exact.py); Chroma's index serves
questions over many, so it is opened only when one is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

if TYPE_CHECKING:
    import chromadb

_COLLECTION = "chunks"
_BATCH = 2000
STORED = np.float16
"""How vectors are kept in the catalogue: half the space of Chroma's copy, the ranking unchanged."""


class Vectors:
    """Chroma in a folder of the store; nothing is sent anywhere (telemetry off)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _collection(self) -> chromadb.Collection:
        import chromadb  # noqa: PLC0415 - 1 s
        from chromadb.config import Settings  # noqa: PLC0415

        settings = Settings(anonymized_telemetry=False)
        client = chromadb.PersistentClient(path=str(self._folder), settings=settings)
        self._client = client
        return client.get_or_create_collection(
            _COLLECTION, configuration={"hnsw": {"space": "cosine"}}, embedding_function=None
        )

    def close(self) -> None:
        """Let go of the folder's files."""
        if "_collection" in self.__dict__:
            del self._collection
            cast(Any, self._client).close()  # chromadb's type for clients leaves ``close`` out

    def put(self, rows: Mapping[str, tuple[str, bytes]]) -> None:
        """Add or replace vectors: key -> report and stored vector."""
        keys = list(rows)
        for start in range(0, len(keys), _BATCH):
            part = keys[start : start + _BATCH]
            self._collection.upsert(
                ids=part,
                embeddings=np.stack([np.frombuffer(rows[key][1], STORED) for key in part]).astype(np.float32),
                metadatas=[{"report": rows[key][0]} for key in part],
            )

    def remove(self, keys: Sequence[str]) -> None:
        """Forget vectors; keys that are not there don't matter."""
        for start in range(0, len(keys), _BATCH):
            self._collection.delete(ids=list(keys[start : start + _BATCH]))

    def nearest(self, vector: Sequence[float], limit: int) -> dict[str, float]:
        """Cosine by key of the nearest chunks, best first.

        Chroma's own filter costs 90 ms for 200 reports of 1,000, and LangChain's documents three times the search
        itself; so this asks for more than is needed and the store leaves out what is not.
        """
        found = self._collection.query(
            query_embeddings=np.asarray([vector], np.float32), n_results=limit, include=["distances"]
        )
        distances = (found["distances"] or [[]])[0]
        return {key: 1 - float(distance) for key, distance in zip(found["ids"][0], distances, strict=True)}
