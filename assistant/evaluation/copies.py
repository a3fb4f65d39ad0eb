"""Copies of a store whose vectors are made anew, for ablations; the store itself is left as it is."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np

from index.embed import embedder as encoder_of
from index.language.words import tokens
from index.run import Run
from index.storage.database import Database
from index.storage.entry import Entry
from index.storage.vectors import STORED
from index.store import Store
from index.understand import embeddable, entry, searchable


def remade(store: Store, folder: Path, *, embedder: str = "", context: bool = True) -> Store:
    """A copy of a store in ``folder``, which must not be there yet, every chunk embedded anew.

    ``embedder`` names another model, empty for the same. Without ``context`` chunks are found by their text alone, without
    title and section before it. Raises StoreError where the model cannot be loaded.
    """
    name = encoder_of(embedder).name if embedder else store.encoder.name
    shutil.copytree(store.folder, folder, ignore=shutil.ignore_patterns("vectors"))
    database = Database(folder)
    with database.writing():
        database.put("embedder", name)
    database.close()
    copy = Store.open(folder)
    for head in copy.catalogue():
        made = _entry(copy, head.name, context=context)
        with copy.database.writing():
            copy.contents.remove(head.name)
            copy.contents.add(made)
    Run(copy, lambda _done, _todo, _name: None).catch_up(0)
    return copy


def _entry(store: Store, name: str, *, context: bool) -> Entry:
    whole = entry(store.report(name), tuple(store.facts([name])))
    chunks = whole.chunks if context else tuple(replace(chunk, context="") for chunk in whole.chunks)
    words = tuple(tuple(tokens(searchable(chunk))) for chunk in chunks)
    vectors: tuple[bytes | None, ...] = whole.vectors
    if store.encoder.model is not None:
        made = store.encoder.model.embed_documents([embeddable(chunk) for chunk in chunks])
        vectors = tuple(np.asarray(vector, STORED).tobytes() for vector in made)
    return replace(whole, chunks=chunks, tokens=words, vectors=vectors)
