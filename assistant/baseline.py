"""Plain LangChain RAG over the same files, to compare with: what a tutorial builds in an afternoon.

Text as pdfplumber or the file gives it, RecursiveCharacterTextSplitter 500/50, the same embedding model, Chroma, the
five nearest pieces, and with a language model its reply to them. Nothing in it is slowed down or left out.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings

from index.load.sources import Source, sources

SIZE, OVERLAP, TOP = 500, 50, 5
_BATCH = 4000
"""Chroma takes no more than 5,461 at a time."""


class Baseline:
    """A Chroma collection of plain splits in a folder.

    ``stages`` are seconds by stage of ``index``, ``texts`` what was read by report; empty where the format is not read.
    """

    def __init__(self, folder: Path, model: Embeddings) -> None:
        from langchain_chroma import Chroma  # noqa: PLC0415 - 1.4 s

        self.stages: dict[str, float] = {}
        self.texts: dict[str, str] = {}
        self._chroma = Chroma(
            "baseline", persist_directory=str(folder), embedding_function=_Timed(model, self.stages)
        )

    def index(self, paths: Sequence[Path]) -> int:
        """Split, embed and store the files behind the paths; how many pieces that gave."""
        return self.add(sources(paths))

    def add(self, files: Sequence[Source]) -> int:
        """As ``index``, for files whose reports have names already."""
        from langchain_text_splitters import RecursiveCharacterTextSplitter  # noqa: PLC0415 - only here

        started = time.perf_counter()
        self.texts |= {file.name: _text(file.path) for file in files}
        documents = [Document(self.texts[file.name], metadata={"report": file.name}) for file in files]
        self.stages["load"] = time.perf_counter() - started
        splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP)
        pieces = splitter.split_documents(documents)
        for start in range(0, len(pieces), _BATCH):
            self._chroma.add_documents(pieces[start : start + _BATCH])
        return len(pieces)

    def ask(self, question: str, k: int = TOP) -> list[Document]:
        """The ``k`` nearest pieces, best first."""
        return self._chroma.similarity_search(question, k=k)


class _Timed(Embeddings):
    """A model whose time over passages is booked."""

    def __init__(self, model: Embeddings, stages: dict[str, float]) -> None:
        self._model, self._stages = model, stages

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        started = time.perf_counter()
        vectors = self._model.embed_documents(texts)
        self._stages["embed"] = self._stages.get("embed", 0.0) + time.perf_counter() - started
        return vectors

    def embed_query(self, text: str) -> list[float]:
        return self._model.embed_query(text)


def _text(path: Path) -> str:
    """A file's text as the usual library gives it; formats that need more are left out (``""``)."""
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        import pdfplumber  # noqa: PLC0415 - only for PDF

        with pdfplumber.open(path) as pdf:
            return "\n".join(page.extract_text() or "" for page in pdf.pages)
    if suffix == ".docx":
        import docx  # noqa: PLC0415 - only for Word

        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    if suffix in {".html", ".htm"}:
        from bs4 import BeautifulSoup  # noqa: PLC0415 - only for HTML

        return BeautifulSoup(path.read_bytes(), "lxml").get_text("\n", strip=True)
    return path.read_text(encoding="utf-8", errors="replace") if suffix in {".txt", ".md"} else ""
