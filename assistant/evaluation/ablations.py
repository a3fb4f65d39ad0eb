"""What the parts are worth: an assistant with one of them left out, each by its name."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np

from assistant.abilities import ALL, Abilities
from assistant.answer import Assistant
from assistant.model.assistant import assistant_for
from assistant.settings import settings
from index.language.words import tokens
from index.run import Run
from index.storage.entry import Entry
from index.storage.vectors import STORED
from index.store import Store
from index.understand import embeddable, entry, searchable

NO_CONTEXT = "no-context"
_WITHOUT = {
    "": ALL,
    "dense-only": Abilities(words=False),
    "lexical-only": Abilities(dense=False),
    "no-filter": Abilities(filtered=False),
    "no-facts": Abilities(facts=False),
    NO_CONTEXT: ALL,
}
ABLATIONS = tuple(name for name in _WITHOUT if name)
"""The names that ``ablated`` knows."""


@contextmanager
def ablated(store: Store, name: str, *, model: bool = False) -> Iterator[Assistant]:
    """An assistant over a store without the part named, ``""`` for a whole one; the store is left as it is.

    With ``model`` a language model writes, where the settings name one.
    """
    with ExitStack() as stack:
        if name == NO_CONTEXT:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            store = stack.enter_context(without_context(store, folder / "store"))
        assistant = assistant_for(store, settings(), model=model)
        assistant.abilities = _WITHOUT[name]
        yield assistant


def without_context(store: Store, folder: Path) -> Store:
    """A copy of a store whose chunks are found by their text alone, without title and section before it.

    Every chunk is embedded anew. ``folder`` must not be there yet.
    """
    shutil.copytree(store.folder, folder)
    copy = Store.open(folder)
    for head in copy.catalogue():
        bare = _bare(copy, head.name)
        with copy.database.writing():
            copy.contents.remove(head.name)
            copy.contents.add(bare)
    Run(copy, lambda _done, _todo, _name: None).catch_up(0)
    return copy


def _bare(store: Store, name: str) -> Entry:
    whole = entry(store.report(name), tuple(store.facts([name])))
    chunks = tuple(replace(chunk, context="") for chunk in whole.chunks)
    words = tuple(tuple(tokens(searchable(chunk))) for chunk in chunks)
    vectors: tuple[bytes | None, ...] = whole.vectors
    if store.encoder.model is not None:
        made = store.encoder.model.embed_documents([embeddable(chunk) for chunk in chunks])
        vectors = tuple(np.asarray(vector, STORED).tobytes() for vector in made)
    return replace(whole, chunks=chunks, tokens=words, vectors=vectors)
