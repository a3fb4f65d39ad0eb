"""Plain LangChain RAG with a language model as the ``ask`` contract has it, so that one judge can score both.

The five nearest pieces and the question go into the usual prompt; what comes back is the answer, unverified. A follow-up is
first completed by the model, as the tutorials for conversations do. What only our contract knows is granted where it can be:
body and year of a piece are taken from the catalogue, and every body that the reply names counts as named in its list.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

from langchain_core.documents import Document

from assistant.baseline import TOP, Baseline
from assistant.llm import Door
from assistant.prompts import prompt
from assistant.schema import Answer, Citation, Claim, Item, Status
from index.schema import Chunk, Hit
from index.storage.heads import ReportHead

_MARK = re.compile(r"[\[【](\d)[\]】]")
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?(?:[\[【]\d[\]】])*")
_UNKNOWN = re.compile(
    r"不知道|不清楚|无法(?:回答|确定|得知|判断)|(?:材料|资料|文中|文本|报告)[^。]{0,10}(?:没有|未|并未)[^。]{0,6}(?:提及|提到|提供|说明|包含|答案)"
)
"""A reply that gives no answer, in the words that models use for it."""


class PlainRag:
    """Answers with what the model replies to the nearest pieces; ``heads`` say whose report a file is.

    Without a model (``door`` is ``None``) the nearest piece as it stands is shown for an answer: retrieval alone can neither
    refuse nor compute, and follow-ups are searched as they are.
    """

    def __init__(self, baseline: Baseline, door: Door | None, heads: Sequence[ReportHead]) -> None:
        self._baseline, self._door = baseline, door
        self._heads = {head.name: head for head in heads}

    @property
    def texts(self) -> dict[str, str]:
        """The reports as they were read, by name: what citations are quoted from."""
        return self._baseline.texts

    def ask(self, question: str, history: Sequence[tuple[str, str]] = (), hits: int = 0) -> Answer:
        """The model's reply; refused where it says that it does not know. Raises ModelError."""
        started = time.perf_counter()
        whole = self._completed(question, history, self._door) if history and self._door else question
        pieces = self._baseline.ask(whole, max(hits, TOP))
        reply = (
            self._replied(whole, pieces[:TOP], self._door) if self._door else f"{pieces[0].page_content}[1]"
        )
        claims = claims_of(reply, min(TOP, len(pieces))) if self._door else ()
        cited = {n for claim in claims for n in claim.citations} if self._door else {1}
        refused = bool(self._door and _UNKNOWN.search(reply))
        return Answer(
            question=question,
            status=Status.REFUSED if refused else Status.ANSWERED,
            text=reply,
            items=() if refused else self._items(reply),
            claims=claims,
            citations=tuple(self._citation(n, pieces[n - 1]) for n in sorted(cited)),
            hits=tuple(self._hit(n, piece) for n, piece in enumerate(pieces[:hits], start=1)),
            mode="model" if self._door else "extractive",
            prompts={"plain": prompt("plain").digest} if self._door else {},
            ms={"write": (time.perf_counter() - started) * 1000},
        )

    def _replied(self, question: str, pieces: Sequence[Document], door: Door) -> str:
        sources = "\n\n".join(f"[{n}] {piece.page_content}" for n, piece in enumerate(pieces, start=1))
        return door.complete(prompt("plain").fill(question=question, sources=sources)).strip()

    def _completed(self, question: str, history: Sequence[tuple[str, str]], door: Door) -> str:
        told = "\n".join(f"用户：{user}\n助手：{reply}" for user, reply in history)
        return door.complete(prompt("rewrite").fill(question=question, history=told)).strip()

    def _items(self, reply: str) -> tuple[Item, ...]:
        heads = self._heads.values()
        return tuple(Item(h.issuer.name, h.year) for h in heads if h.issuer.short in reply)

    def _citation(self, n: int, piece: Document) -> Citation:
        head = self._heads[piece.metadata["report"]]
        return Citation(n, head.name, head.issuer.name, head.year, "", None, piece.page_content)

    def _hit(self, rank: int, piece: Document) -> Hit:
        head = self._heads[piece.metadata["report"]]
        chunk = Chunk(head.name, head.issuer.name, head.year, "", piece.page_content, "", rank)
        return Hit(chunk, 1 / rank, rank)


def claims_of(reply: str, pieces: int) -> tuple[Claim, ...]:
    """The sentences of a reply with the pieces that they cite, of so many."""
    found = []
    for sentence in _SENTENCE.findall(reply):
        marks = sorted({int(n) for n in _MARK.findall(sentence) if 0 < int(n) <= pieces})
        if text := _MARK.sub("", sentence).strip():
            found.append(Claim(text, tuple(marks)))
    return tuple(found)
