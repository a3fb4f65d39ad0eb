"""A question file asked of a store, judged, and compared with an earlier run: the same run twice gives the same figures."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from assistant.answer import History
from assistant.evaluation import retrieval_scoring, scoring
from assistant.evaluation.citation_scoring import CitationScore, Library, judge
from assistant.evaluation.claim_numbers import printed_numbers
from assistant.evaluation.journal import MOST_UNHEARD, Journal, failed, stopped, unheard
from assistant.evaluation.latency import latency, until_first_token
from assistant.evaluation.metrics import Estimate, Pair, estimates, set_f1
from assistant.evaluation.questions import Problem, group
from assistant.schema import Answer
from index.language.text import squeeze
from index.store import Store

Json = dict[str, Any]
Progress = Callable[[int, int], None]


class Answering(Protocol):
    """Whatever can be evaluated."""

    def ask(self, question: str, history: History = (), hits: int = 0) -> Answer:
        """The answer, with the first ``hits`` of what was found for it."""


HITS = 10
CUTS = (1, 3, 5, 10)


@dataclass(frozen=True, slots=True)
class Row:
    """One question with its answer (a document of the ``ask`` contract, or ``{"error"}``) and its verdict.

    ``failed`` says why it does not pass, ``faults`` what is wrong with citations, claims and evidence; ``tally`` has the
    numerator and denominator of each metric that the question measures; ``ms`` is the time to the answer.
    """

    question: Json
    answer: Json
    failed: tuple[str, ...]
    faults: tuple[str, ...]
    tally: dict[str, Pair]
    ms: float

    @property
    def passed(self) -> bool:
        """Whether the answer passes."""
        return not self.failed

    def to_json(self) -> Json:
        """A line of answers.jsonl."""
        return {
            "id": self.question["id"],
            "kind": self.question["kind"],
            "passed": self.passed,
            "failed": list(self.failed),
            "faults": list(self.faults),
            "tally": {name: list(pair) for name, pair in self.tally.items()},
            "expected": self.question,
            "answer": self.answer,
            "ms": round(self.ms, 2),
            "first_token_ms": round(until_first_token(self.answer.get("ms", {}), self.ms), 2),
        }


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All rows of a run, with what the run was made with, and what was wrong with the question file."""

    rows: tuple[Row, ...]
    setting: Json
    problems: tuple[Problem, ...] = ()

    def overall(self) -> dict[str, Estimate]:
        """Every metric over all questions."""
        return _estimates(self.rows)

    def by_kind(self) -> dict[str, dict[str, Estimate]]:
        """Every metric by kind, kinds in the order of the file."""
        kinds = dict.fromkeys(row.question["kind"] for row in self.rows)
        return {kind: _estimates([r for r in self.rows if r.question["kind"] == kind]) for kind in kinds}

    def latency(self) -> Json:
        """Milliseconds to the first token and to the whole answer (latency.py)."""
        return latency([(row.question["kind"], row.ms, row.answer.get("ms", {})) for row in self.rows])

    def to_json(self) -> Json:
        """The document of scores.json; only ``latency`` differs between runs."""
        return {
            **self.setting,
            "problems": [problem.to_json() for problem in self.problems],
            "overall": _as_json(self.overall()),
            "by_kind": {kind: _as_json(found) for kind, found in self.by_kind().items()},
            "failed": {row.question["id"]: list(row.failed) for row in self.rows if not row.passed},
            "latency": self.latency(),
        }


def _estimates(rows: Sequence[Row]) -> dict[str, Estimate]:
    return estimates([row.tally for row in rows], [group(row.question) for row in rows])


def _as_json(found: Mapping[str, Estimate]) -> Json:
    return {name: value.to_json() for name, value in found.items()}


def library(store: Store) -> Library:
    """What the judge needs of the collection."""
    heads = store.catalogue()
    reports = {head.name: store.report(head.name) for head in heads}
    names = {
        head.name: (*head.issuer.aliases, head.issuer.name, reports[head.name].issuer.name) for head in heads
    }
    cells: dict[tuple[str, str, str], frozenset[str]] = {}
    for fact in store.facts():
        if fact.source == "table" and fact.value is not None:
            key = (fact.report, fact.label, fact.column)
            cells[key] = cells.get(key, frozenset()) | printed_numbers(format(fact.value, "f"))
    return Library(
        texts={name: scoring.normalise(report.text) for name, report in reports.items()},
        years={head.name: head.year for head in heads},
        aliases={name: frozenset(map(squeeze, aliases)) for name, aliases in names.items()},
        cells=cells,
    )


def evaluate(
    assistant: Answering,
    questions: Sequence[Json],
    known: Library,
    progress: Progress | None = None,
    journal: Journal | None = None,
) -> tuple[Row, ...]:
    """Ask every question and judge the answers; an error is an answer that fails.

    What the ``journal`` has an answer to is not asked, and what is asked is written into it at once. Raises DisclosureError
    where a language model fails so many times running that the figures would be of its absence.
    """
    given = journal.given if journal else {}
    rows = {
        question["id"]: judged(question, past.answer, known, past.ms)
        for question in questions
        if (past := given.get(question["id"]))
    }
    left = [question for question in questions if question["id"] not in given]
    silent = 0
    if left:
        ask(assistant, left[0])
    for number, question in enumerate(left, start=1):
        started = time.perf_counter()
        answer = ask(assistant, question)
        row = judged(question, answer, known, (time.perf_counter() - started) * 1000)
        rows[question["id"]] = row
        if journal:
            journal.add(row)
        silent = silent + 1 if unheard(answer) else 0
        if silent == MOST_UNHEARD:
            raise stopped(number)
        if progress:
            progress(number, len(left))
    return tuple(rows[question["id"]] for question in questions)


def ask(assistant: Answering, question: Json) -> Json:
    """One answer as the ``ask`` contract has it, or ``{"error"}``."""
    try:
        history = [(turn[0], turn[1]) for turn in question["history"]]
        return assistant.ask(question["question"], history, HITS).to_json()
    except Exception as error:  # noqa: BLE001 - whatever one question brings up, the others are asked
        return {"error": f"{type(error).__name__}: {error}"}


def judged(question: Json, answer: Json, known: Library, ms: float = 0.0) -> Row:
    """The verdict on one answer."""
    if "error" in answer:
        return Row(question, answer, (f"error {answer['error']}",), (), {"pass": (0.0, 1.0)}, ms)
    faults = tuple(scoring.failures(question, answer))
    cited = judge(question, answer, known)
    tally: dict[str, Pair] = {"pass": (float(not faults), 1.0)}
    tally |= _retrieval(question, answer)
    tally |= _exact(question, answer)
    tally |= _citations(cited)
    tally |= _refusal(scoring.allowed_statuses(question), answer["status"])
    if "write" in answer.get("prompts", {}):
        tally["model_wrote"] = (float(answer["mode"] == "model"), 1.0)
        tally["model_failed"] = (float(failed(answer)), 1.0)
        tally["model_caught"] = (float(bool(answer.get("withheld"))), 1.0)
    if question.get("reason"):
        tally["reason"] = (float(answer["reason"] == question["reason"]), 1.0)
    return Row(question, answer, faults, cited.faults, tally, ms)


def _retrieval(question: Json, answer: Json) -> dict[str, Pair]:
    evidence, hits = question["evidence"], answer["hits"]
    if not evidence:
        return {}
    found = [retrieval_scoring.found_at(item, hits) for item in evidence]
    tally: dict[str, Pair] = {f"recall@{k}": (retrieval_scoring.recall(found, k), 1.0) for k in CUTS}
    tally["mrr"] = (retrieval_scoring.reciprocal_rank(found), 1.0)
    tally["ndcg@10"] = (retrieval_scoring.ndcg(found), 1.0)
    tally["wrong_report@5"] = retrieval_scoring.wrong_reports(evidence, hits)
    return tally


def _exact(question: Json, answer: Json) -> dict[str, Pair]:
    tally: dict[str, Pair] = {}
    answered = answer["status"] == "answered"
    if question["numbers"] and answer["status"] != "clarify":
        text = scoring.answer_text(answer["answer"])
        right = answered and all(scoring.has_number(text, number) for number in question["numbers"])
        tally["numbers_exact"] = (float(right), 1.0)
    if "set" in question:
        missing, extra = scoring.list_errors(question, answer)
        right_names = len(question["set"]) - len(missing)
        tally["set_f1"] = (set_f1(len(missing), len(extra), right_names), 1.0)
        tally["set_exact"] = (float(answered and not missing and not extra), 1.0)
    return tally


def _citations(cited: CitationScore) -> dict[str, Pair]:
    return {
        "citation_valid": (cited.valid, cited.citations),
        "citation_precision": (cited.precise, cited.pairs),
        "citation_recall": (cited.recalled, cited.evidence),
        "claims_supported": (cited.supported, cited.claims),
    }


def _refusal(allowed: set[str], status: str) -> dict[str, Pair]:
    """Refusing as a decision: wrong where only another status passes, right where answering does not pass.

    Where both pass it is neither.
    """
    refused = status == "refused"
    if "refused" not in allowed:
        tally = {"over_refusal": (float(refused), 1.0)}
        return tally | ({"refusal_precision": (0.0, 1.0), "refusal_f1": (0.0, 1.0)} if refused else {})
    if "answered" in allowed:
        return {}
    right = float(status in allowed)
    tally = {"refusal_recall": (right, 1.0), "refusal_f1": (2 * right, 1 + right)}
    return tally | ({"refusal_precision": (1.0, 1.0)} if refused else {})
