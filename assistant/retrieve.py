"""Question -> Hits: dense and word search over named reports, fused, spread over the reports, best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.abilities import ALL, Abilities
from index.errors import DisclosureError
from index.language.words import question_tokens
from index.schema import Chunk, Hit
from index.store import Store

CANDIDATES = 60
"""How many chunks each kind of search puts forward."""
_DENSE = 0.5
"""Weight of the dense score against the word score, both scaled to 0 to 1 within the question."""
_BOOST = 0.5
"""Weight of a word that the plan adds (statutory labels, synonyms) against one of the question."""
_REPEAT = 0.85
"""What a second chunk of one section or table is worth, a third that squared: five pieces of a table are one hit."""
_RERANKED = 20
_NO_RERANKER = "请检查 DISCLOSURE_RERANKER 的名称或文件夹；不联网的机器请给出已下载模型的文件夹"
_LIFT, _LIFT_ROW = 0.5, 0.25
"""What it is worth beside the fused score to be the source of a fact about the question's indicator: as a sentence,
which tells more around it, and as a table row."""
_LIFTED = 100
"""Among more reports than that the lift would choose none of them over another."""


def retrieve(  # noqa: PLR0913 - a question, where to look, and three choices with defaults
    store: Store,
    query: str,
    reports: Sequence[str] | None = None,
    k: int = 5,
    boost_terms: Sequence[str] = (),
    *,
    indicators: Sequence[str] = (),
    spread: bool | None = None,
    abilities: Abilities = ALL,
) -> list[Hit]:
    """The ``k`` best chunks for a question, from those reports or (``None``) from all; no report, no hit.

    ``boost_terms`` are words that stand for the question in reports: statutory labels, synonyms. ``indicators``
    are ids, the likeliest first: chunks with a fact about one rank higher. ``spread`` gives every
    report its best chunk before any gets a second; by default that is so when several, at most ``k``, are named.
    Without ``abilities.filtered`` all reports are searched. Scores are 0 to 1 within this ranking and mean nothing beside
    another's. Raises DisclosureError where the reranker cannot be loaded.
    """
    if not abilities.filtered:
        reports = None
    fused = _fused(
        store.dense(query, reports, CANDIDATES) if abilities.dense else {},
        store.lexical(_weights(query, boost_terms), reports, CANDIDATES) if abilities.words else {},
    )
    sources = _sources(store, reports, indicators) if abilities.facts else {}
    found = store.chunks_by_key(list(dict.fromkeys((*fused, *sources))))
    scored = _lifted(fused, sources, found)
    if abilities.reranker:
        scored = _reranked(abilities.reranker, query, scored, found)
    wide = reports is not None and 1 < len(set(reports)) <= k if spread is None else spread
    ranking = _ranking(scored, found, k, wide=wide)
    return [Hit(found[key], score, rank) for rank, (key, score) in enumerate(ranking, start=1)]


def _weights(query: str, boost_terms: Sequence[str]) -> dict[str, float]:
    """Search words and how much each counts."""
    weights = {word: _BOOST for term in boost_terms for word in question_tokens(term)}
    return weights | dict.fromkeys(question_tokens(query), 1.0)


def _fused(dense: Mapping[str, float], lexical: Mapping[str, float]) -> dict[str, float]:
    """Both scores scaled to 0 to 1 within the question and added by weight, best first.

    Where one search has nothing to say (no vectors, no known word) the other decides alone.
    """
    parts = [
        (weight, _scaled(scores)) for weight, scores in ((_DENSE, dense), (1 - _DENSE, lexical)) if scores
    ]
    total = sum(weight for weight, _ in parts) or 1.0
    keys = dict.fromkeys(key for _, scores in parts for key in scores)
    fused = {key: sum(weight * scores.get(key, 0.0) for weight, scores in parts) / total for key in keys}
    return dict(sorted(fused.items(), key=lambda item: -item[1]))


def _sources(store: Store, reports: Sequence[str] | None, indicators: Sequence[str]) -> dict[str, float]:
    """Chunks with a fact about the first two indicators, and how likely that is the one meant: 1 or 0.5."""
    found: dict[str, float] = {}
    if reports is not None and len(reports) <= _LIFTED:
        for place, indicator in enumerate(indicators[:2], start=1):
            for key in store.holders(reports, indicator):
                found.setdefault(key, 1 / place)
    return found


def _lifted(
    scores: Mapping[str, float], sources: Mapping[str, float], found: Mapping[str, Chunk]
) -> dict[str, float]:
    """Scores of the chunks that were found, raised for sources and put back to 0 to 1, best first."""
    raised = {
        key: scores.get(key, 0.0) + sources.get(key, 0.0) * (_LIFT_ROW if chunk.table else _LIFT)
        for key, chunk in found.items()
    }
    top = max(1.0, *raised.values()) if raised else 1.0
    return dict(sorted(((key, score / top) for key, score in raised.items()), key=lambda item: -item[1]))


def _scaled(scores: Mapping[str, float]) -> dict[str, float]:
    low, high = min(scores.values()), max(scores.values())
    width = high - low
    return {key: (score - low) / width if width else 1.0 for key, score in scores.items()}


def _ranking(
    scored: Mapping[str, float], found: Mapping[str, Chunk], k: int, *, wide: bool
) -> list[tuple[str, float]]:
    """The best ``k``, each choice lowering what stands near it; ``wide`` puts every report's best first."""
    left = dict(scored)
    taken: list[tuple[str, float]] = []
    places: Counter[tuple[str, str, bool]] = Counter()
    reports: Counter[str] = Counter()
    while left and len(taken) < k:
        values = {key: score * _REPEAT ** places[_place(found[key])] for key, score in left.items()}
        fewest = min(reports[found[key].report] for key in left) if wide else 0
        open_keys = [key for key in left if not wide or reports[found[key].report] == fewest]
        best = max(open_keys, key=lambda key: values[key])
        taken.append((best, values[best]))
        places[_place(found[best])] += 1
        reports[found[best].report] += 1
        del left[best]
    return taken


def _place(chunk: Chunk) -> tuple[str, str, bool]:
    return chunk.report, chunk.section, chunk.table


def _reranked(
    name: str, query: str, scored: Mapping[str, float], found: Mapping[str, Chunk]
) -> dict[str, float]:
    """The best candidates in the order of a CrossEncoder, the others behind them."""
    head = list(scored)[:_RERANKED]
    texts = [(query, f"{found[key].context}\n{found[key].text}") for key in head]
    judged = _scaled(dict(zip(head, map(float, _cross_encoder(name).predict(texts)), strict=True)))
    tail = {key: 0.0 for key in scored if key not in judged}
    return dict(sorted(judged.items(), key=lambda item: -item[1])) | tail


@cache
def _cross_encoder(name: str) -> Any:  # noqa: ANN401 - imported only where one is named
    try:
        from sentence_transformers import CrossEncoder  # noqa: PLC0415 - 7 s and 450 MB

        return CrossEncoder(name)
    except Exception as error:  # the libraries below raise whatever their download or format check does
        raise DisclosureError(
            f"重排模型无法加载（{type(error).__name__}: {error}）", name, _NO_RERANKER
        ) from error


class Retriever(BaseRetriever):
    """``retrieve`` as a LangChain retriever; a document's metadata are the chunk's fields and its score."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    store: Store
    reports: list[str] | None = None
    k: int = 5
    reranker: str = ""

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - LangChain's signature
    ) -> list[Document]:
        abilities = Abilities(reranker=self.reranker)
        hits = retrieve(self.store, query, self.reports, self.k, abilities=abilities)
        return [_document(hit) for hit in hits]


def _document(hit: Hit) -> Document:
    chunk = hit.chunk
    metadata = {
        "report": chunk.report,
        "issuer": chunk.issuer,
        "year": chunk.year,
        "section": chunk.section,
        "page": chunk.page,
        "score": hit.score,
    }
    return Document(page_content=chunk.text, metadata=metadata, id=chunk.id)
