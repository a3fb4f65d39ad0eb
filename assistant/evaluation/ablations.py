"""What the parts are worth: an assistant with one of them left out or exchanged, and the plain system to compare with."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.abilities import ALL, Abilities
from assistant.answer import Assistant
from assistant.evaluation.copies import remade
from assistant.model.assistant import assistant_for
from assistant.settings import settings
from index.store import Store

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
"""The parts that can be left out."""


@dataclass(frozen=True, slots=True)
class Variant:
    """How an evaluated assistant differs from the whole one; the defaults are the whole one without a language model.

    ``without`` is one of ABLATIONS. ``embedder`` and ``reranker`` name models to use in place of the store's and of the
    settings'; empty leaves them. With ``model`` a language model writes, where the settings name one.
    """

    without: str = ""
    embedder: str = ""
    reranker: str = ""
    model: bool = False


@contextmanager
def ablated(store: Store, chosen: Variant) -> Iterator[Assistant]:
    """An assistant over a store as the variant has it; the store is left as it is.

    Raises DisclosureError where a model that is named cannot be loaded.
    """
    with ExitStack() as stack:
        context = chosen.without != NO_CONTEXT
        if chosen.embedder or not context:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "store"
            store = stack.enter_context(remade(store, folder, embedder=chosen.embedder, context=context))
        assistant = assistant_for(store, settings(), model=chosen.model)
        reranker = chosen.reranker or assistant.abilities.reranker
        assistant.abilities = replace(_WITHOUT[chosen.without], reranker=reranker)
        yield assistant
