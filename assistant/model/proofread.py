"""Suggestions on wording by a language model: for the author to look at, never more than a note.

What the model says counts only where it quotes the report verbatim and leaves figures, titles and names as they are.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher

from pydantic import BaseModel, ValidationError

from assistant.checks.case import Case, Sentence
from assistant.checks.finding import Finding, Severity
from assistant.llm import Door, ModelError
from assistant.prompts import prompt
from index.language.text import find, squeeze
from index.schema import Report

RULE = "language-model"
"""The id of these findings: no rule of ours, but the model's opinion."""
CATEGORY = "语句建议"
SOURCE = "语言模型的建议，仅供参考，请人工判断"
ON_WORDS = frozenset(
    {
        "set-phrase",
        "misspelt",
        "term",
        "doubled-word",
        "redundant",
        "collocation",
        "until-word",
        "foreign-word",
        "law-name",
        "variant-character",
        "review-and-litigation",
        "old-principle",
    }
)
"""Rules about words, on whose finds nobody needs a second opinion."""
SHORTEST = 8
"""Chinese characters below which a sentence is a heading, a date or an address."""
MOST_SENTENCES = 20
"""Sentences in one question to the model; small models lose count of more."""
SECONDS = 120.0
"""How long a report is proofread at most; a local model may not get through a long one."""
MOST = 40
"""Suggestions on one report; a model that has more is one that rewrites."""

_OBJECT = re.compile(r"\{[^{}]{1,600}\}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_TITLE = re.compile(r"《[^《》]*》")
_LONGEST_REASON = 60
_LIKENESS = 0.3


class Remark(BaseModel):
    """One remark of the model on sentence ``n``: ``wrong`` is to be ``right``."""

    n: int
    wrong: str
    right: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Proofread:
    """What the model suggested, and a notice for the reader where it could not read all, ``""`` where it did."""

    findings: tuple[Finding, ...] = ()
    notice: str = ""


def proofread(
    report: Report,
    door: Door,
    known: Iterable[Finding] = (),
    characters: int = 1200,
    seconds: float = SECONDS,
) -> Proofread:
    """The model's suggestions on a report's sentences, without those on what rules found already (``known``).

    ``characters`` bounds the text of one question. A model that fails or takes longer than ``seconds`` in all leaves
    what came until then and a notice; nothing is raised.
    """
    sentences = [s for s in Case(report, ()).sentences if _is_prose(s)]
    batches = list(_batches(sentences, characters))
    quotes = [squeeze(quote) for finding in known if finding.rule in ON_WORDS for quote in finding.quotes]
    found: list[Finding] = []
    unread = 0
    for batch, reply in _replies(batches, door, seconds):
        if reply is None:
            unread += 1
            continue
        found += [f for f in _findings(reply, batch) if not _is_known(f, quotes)]
    notice = f"语言模型没有读完全文（{unread}/{len(batches)}段没有读），语句建议可能不全。" if unread else ""
    return Proofread(tuple(dict.fromkeys(found))[:MOST], notice)


def _is_prose(sentence: Sentence) -> bool:
    return len(_HAN.findall(sentence.text)) >= SHORTEST and not sentence.passage.heading


def _batches(sentences: Sequence[Sentence], characters: int) -> Iterator[list[Sentence]]:
    held: list[Sentence] = []
    for sentence in sentences:
        room = characters - sum(len(one.text) for one in held)
        if held and (len(sentence.text) > room or len(held) >= MOST_SENTENCES):
            yield held
            held = []
        held.append(sentence)
    if held:
        yield held


def _replies(
    batches: Sequence[list[Sentence]], door: Door, seconds: float
) -> Iterator[tuple[list[Sentence], str | None]]:
    """Each batch with the model's reply, ``None`` where there is none; several are asked for at a time."""
    deadline = time.monotonic() + seconds
    with ThreadPoolExecutor(door.concurrency) as pool:
        waiting: list[tuple[list[Sentence], Future[str | None]]] = [
            (batch, pool.submit(_reply, batch, door, deadline)) for batch in batches
        ]
        for batch, future in waiting:
            yield batch, future.result()


def _reply(batch: Sequence[Sentence], door: Door, deadline: float) -> str | None:
    if time.monotonic() > deadline:
        return None
    listed = "\n".join(f"{n}. {' '.join(s.text.split())}" for n, s in enumerate(batch, start=1))
    try:
        return door.complete(prompt("proofread").fill(sentences=listed))
    except ModelError:
        return None


def _findings(reply: str, batch: Sequence[Sentence]) -> Iterator[Finding]:
    for remark in parsed(reply):
        if 1 <= remark.n <= len(batch) and is_sound(remark, batch[remark.n - 1].text):
            yield _finding(remark, batch[remark.n - 1])


def parsed(reply: str) -> list[Remark]:
    """The remarks of a reply, which may have talk around them and may break off; what is no remark is left out."""
    found: list[Remark] = []
    for match in _OBJECT.finditer(reply):
        try:
            found.append(Remark.model_validate_json(match[0]))
        except ValidationError:
            continue
    return found


def is_sound(remark: Remark, sentence: str) -> bool:
    """Whether a remark quotes the sentence and changes some words of it, but no figure and nothing in a title."""
    wrong, right = squeeze(remark.wrong), squeeze(remark.right)
    if len(wrong) < 2 or not right or wrong == right or find(wrong, sentence) is None:
        return False
    if _bare(wrong) == _bare(right) or _FIGURE.findall(wrong) != _FIGURE.findall(right):
        return False
    titles = "".join(_TITLE.findall(squeeze(sentence)))
    in_title = wrong in titles or any(mark in wrong + right for mark in "《》")
    repeated = right in squeeze(sentence) and wrong not in right and right not in wrong
    alike = SequenceMatcher(None, wrong, right, autojunk=False).ratio() >= _LIKENESS
    return alike and not in_title and not repeated


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text)


def _finding(remark: Remark, sentence: Sentence) -> Finding:
    why = " ".join(re.sub(r"[<>\x00-\x1f]", " ", remark.why).split())[:_LONGEST_REASON]
    right = " ".join(remark.right.split())
    return Finding(
        RULE,
        CATEGORY,
        Severity.NOTE,
        f"“{remark.wrong.strip()}”疑有语病，建议“{right}”" + (f"（{why}）" if why else ""),
        (sentence.clause(remark.wrong),),
        sentence.section,
        right,
        SOURCE,
        sentence.page,
    )


def _is_known(finding: Finding, quotes: Sequence[str]) -> bool:
    """Whether a rule about words has found something in the same clause."""
    clause = squeeze(finding.quotes[0])
    return any(quote and (quote in clause or clause == quote) for quote in quotes)
