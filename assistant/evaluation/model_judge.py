"""A language model's opinion on free-text answers, and how far it agrees with people's.

Off unless it is asked for, and never used without a file of hand-labelled answers: it judges these too, so that no
figure of its stands without its agreement. What the rules decide stays as it is.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.evaluate import Row
from assistant.evaluation.metrics import agreement
from assistant.llm import Door, ModelError
from assistant.prompts import prompt
from index.errors import DisclosureError

Json = dict[str, Any]
Progress = Callable[[int, int], None]

_PROMPT = "judge"
_OPINION = re.compile(r"\W*(不合格|合格)(?!\w)")
_LABELS = '每行应为 {"question": …, "expected": [要点或原文, …], "answer": …, "pass": true 或 false}'


@dataclass(frozen=True, slots=True)
class Label:
    """An answer that a person found good or not; ``expected`` are points or quotes that it should have."""

    question: str
    expected: tuple[str, ...]
    answer: str
    good: bool


def labels(path: Path) -> list[Label]:
    """The hand-labelled answers of a file. Raises DisclosureError where it cannot be read or a line is none."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
        return [_label(json.loads(line)) for line in lines if line.strip()]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DisclosureError(f"人工判定文件无法读取（{error}）", str(path), _LABELS) from error


def _label(line: Json) -> Label:
    label = Label(line["question"], tuple(line["expected"]), line["answer"], line["pass"])
    if not all(isinstance(text, str) for text in (label.question, label.answer, *label.expected)):
        raise TypeError("文字应为字符串")
    if not isinstance(label.good, bool):
        raise TypeError("pass 应为 true 或 false")
    return label


def opinion(door: Door, question: str, expected: Sequence[str], answer: str) -> bool | None:
    """Whether the model finds an answer good; ``None`` where it does not say or gives no reply."""
    points = "\n".join(f"- {text}" for text in expected)
    try:
        reply = door.complete(prompt(_PROMPT).fill(question=question, expected=points, answer=answer))
    except ModelError:
        return None
    found = _OPINION.match(reply)
    return found[1] == "合格" if found else None


def is_free_text(question: Mapping[str, Any]) -> bool:
    """Whether only words are expected: what numbers and lists decide needs no opinion."""
    return bool(question["include"]) and not question["numbers"] and "set" not in question


def expected_of(question: Mapping[str, Any]) -> Iterator[str]:
    """What an answer should have, in words for the judge."""
    for alternatives in question["include"]:
        first, *others = alternatives
        yield first + (f"（或：{'、'.join(others)}）" if others else "")
    for item in question["evidence"]:
        yield f"原文：{item['quote']}"


def with_opinions(rows: Sequence[Row], door: Door, progress: Progress) -> tuple[Row, ...]:
    """The rows, those of free-text answers with the metric ``judge_pass`` and what the judge holds against them."""
    asked = [row for row in rows if is_free_text(row.question) and row.answer.get("status") == "answered"]
    judged: dict[str, Row] = {}
    for number, row in enumerate(asked, start=1):
        question = row.question
        good = opinion(door, question["question"], list(expected_of(question)), row.answer["answer"])
        judged[question["id"]] = _with_opinion(row, good)
        progress(number, len(asked))
    return tuple(judged.get(row.question["id"], row) for row in rows)


def _with_opinion(row: Row, good: bool | None) -> Row:  # noqa: FBT001 - an opinion, not a switch
    if good is None:
        return replace(row, faults=(*row.faults, "judge gave no opinion"))
    faults = row.faults if good else (*row.faults, "judge finds the answer insufficient")
    return replace(row, faults=faults, tally=row.tally | {"judge_pass": (float(good), 1.0)})


def described(rows: Sequence[Row], path: Path, door: Door, model: str, progress: Progress) -> Json:
    """What scores.json says of the judge: which it is, and how far it agrees with the labels and with the rules."""
    known = labels(path)
    pairs = []
    for number, label in enumerate(known, start=1):
        good = opinion(door, label.question, label.expected, label.answer)
        pairs += [(good, label.good)] if good is not None else []
        progress(number, len(known))
    ruled = [(row.tally["judge_pass"][0] == 1.0, row.passed) for row in rows if "judge_pass" in row.tally]
    return {
        "model": model,
        "prompt": prompt(_PROMPT).digest,
        "labels": {
            "file": path.name,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "n": len(known),
        },
        "with_people": agreement(pairs) | {"unread": len(known) - len(pairs)},
        "with_rules": agreement(ruled),
    }
