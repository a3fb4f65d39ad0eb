"""What the parts are worth: an assistant with one of them left out or exchanged, and the plain system to compare with."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.abilities import ALL, Abilities
from assistant.evaluate import Answering
from assistant.evaluation.copies import remade
from assistant.llm import door
from assistant.model.assistant import assistant_for
from assistant.plain import PlainRag
from assistant.settings import settings
from index.embed import embedder as encoder_of
from index.errors import DisclosureError
from index.load.sources import Source
from index.scan import Files
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
    settings'; empty leaves them. With ``model`` a language model writes, where the settings name one. With ``plain`` it
    is plain LangChain RAG (plain.py), of which nothing can be left out.
    """

    without: str = ""
    embedder: str = ""
    reranker: str = ""
    model: bool = False
    plain: bool = False


@contextmanager
def ablated(store: Store, chosen: Variant) -> Iterator[Answering]:
    """An assistant over a store as the variant has it; the store is left as it is.

    Raises DisclosureError where a model that is named cannot be loaded.
    """
    with ExitStack() as stack:
        if chosen.plain:
            yield stack.enter_context(plain_rag(store, chosen.embedder, model=chosen.model))
            return
        context = chosen.without != NO_CONTEXT
        if chosen.embedder or not context:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "store"
            store = stack.enter_context(remade(store, folder, embedder=chosen.embedder, context=context))
        assistant = assistant_for(store, settings(), model=chosen.model)
        reranker = chosen.reranker or assistant.abilities.reranker
        assistant.abilities = replace(_WITHOUT[chosen.without], reranker=reranker)
        yield assistant


@contextmanager
def plain_rag(store: Store, embedder: str = "", *, model: bool = False) -> Iterator[PlainRag]:
    """Plain LangChain RAG over the files that a store was made of, with the same embedder unless another is named.

    Raises DisclosureError where files are gone or there is no embedder.
    """
    from assistant.baseline import Baseline  # noqa: PLC0415 - needed for this system only

    encoder = encoder_of(embedder or store.encoder.name)
    if encoder.model is None:
        raise DisclosureError("对照方案需要向量模型", encoder.name, "请用 --embedder 指定")
    files = [
        Source(Path(path), name, Path(path)) for path, (name, _) in Files(store.database).known().items()
    ]
    if gone := [file.name for file in files if not file.path.is_file()]:
        raise DisclosureError(f"有 {len(gone)} 份原文件已不在", gone[0], "对照方案要重读原文件，请放回后再试")
    with tempfile.TemporaryDirectory() as folder:
        baseline = Baseline(Path(folder), encoder.model)
        baseline.add(files)
        yield PlainRag(baseline, door(settings()) if model else None, store.catalogue())
