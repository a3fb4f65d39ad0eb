"""Vectors for collections too large to be embedded in minutes: real ones as far as time goes, then moved copies of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings

_MOVED = 0.02
"""How far a stored vector lies from the real one, of a length of 1."""
_BATCH = 16
"""How many passages are embedded between two looks at the clock."""
_SEED = 20190515


class Stored(Embeddings):
    """A model that embeds ``room`` passages at most and for ``seconds`` at most; all further ones get moved vectors of these.

    What an earlier collection of the run had embedded is read from ``file`` and costs nothing. ``real`` counts the passages
    with a vector of their own.
    """

    def __init__(
        self,
        model: Embeddings,
        room: float,
        seconds: float = float("inf"),
        file: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._model, self._room, self._file, self._clock = model, room, file, clock
        self._until = clock() + seconds
        self._known = _read(file) if file and file.is_file() else {}
        self._pool: list[list[float]] = list(self._known.values())
        self._random = np.random.default_rng(_SEED)
        self.real = 0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Real vectors as far as room and time go, stored ones after that."""
        self._compute([text for text in dict.fromkeys(texts) if text not in self._known])
        self.real += sum(text in self._known for text in texts)
        return [self._known.get(text) or self._moved() for text in texts]

    def _compute(self, texts: list[str]) -> None:
        for start in range(0, len(texts), _BATCH):
            left = int(min(self._room, _BATCH))
            if left <= 0 or (self._pool and self._clock() >= self._until):
                return
            part = texts[start : start + left]
            vectors = self._model.embed_documents(part)
            self._known |= dict(zip(part, vectors, strict=True))
            self._pool += vectors
            self._room -= len(part)

    def _moved(self) -> list[float]:
        base = np.asarray(self._pool[int(self._random.integers(len(self._pool)))])
        vector = base + self._random.normal(0, _MOVED / np.sqrt(base.size), base.size)
        moved: list[float] = (vector / np.linalg.norm(vector)).tolist()
        return moved

    def embed_query(self, text: str) -> list[float]:
        """The question's own vector."""
        return self._model.embed_query(text)

    def keep(self) -> None:
        """Leave the real vectors for the next collection of the run."""
        if self._file:
            vectors = np.asarray(list(self._known.values()), np.float32)
            np.savez(self._file, texts=np.asarray(list(self._known)), vectors=vectors)


def _read(file: Path) -> dict[str, list[float]]:
    with np.load(file) as kept:
        return dict(zip(kept["texts"].tolist(), kept["vectors"].tolist(), strict=True))
