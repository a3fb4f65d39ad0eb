"""Question files: JSON Lines in, checked questions out; a bad line is reported and the rest goes on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.evaluation.scoring import normalise
from assistant.schema import Reason, Status
from index.errors import DisclosureError

Json = dict[str, Any]

KINDS = (
    "fact", "describe", "table_cell", "compare", "aggregate", "computed", "trend", "conflict",
    "false_premise", "unanswerable", "ambiguous", "followup", "off_topic", "injection",
)  # fmt: skip
FILE = "questions.jsonl"
"""The question file in a store's folder, which the officials' page writes."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_TEXTS = ("numbers", "exclude", "set", "set_optional")
_EVERY_THIRD = 3
_FIELDS = {
    "id", "kind", "question", "history", "answerable", "status", "reason", *_TEXTS, "include", "evidence", "held", "note", "same_as",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a line of a question file: its number from 1, the question's id if it has one, and a message."""

    line: int
    id: str
    message: str

    def to_json(self) -> Json:
        """One entry of ``problems`` in scores.json."""
        return {"line": self.line, "id": self.id, "message": self.message}

    def __str__(self) -> str:
        """For the reader of the command's remarks."""
        return f"第{self.line}行{f'（{self.id}）' if self.id else ''}：{self.message}"


def read(path: Path, texts: Mapping[str, str] | None = None) -> tuple[list[Json], list[Problem]]:
    """The usable questions of a file, fields that may be missing filled in, and the problems of the other lines.

    ``texts`` has the normalised text by report of the collection that will be asked; with it, evidence that is not there
    is a problem too, but the question is asked all the same: the reading of the report may be at fault. So is it where
    only the expectation looks wrong. Raises DisclosureError if the file cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DisclosureError(
            f"问题文件无法读取（{error}）", str(path), "应为 UTF-8 的 JSON Lines"
        ) from error
    return check(lines, texts)


def check(lines: Iterable[str], texts: Mapping[str, str] | None = None) -> tuple[list[Json], list[Problem]]:
    """As ``read``, on the lines of a file."""
    good: list[Json] = []
    problems: list[Problem] = []
    ids: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        question, faults = _parsed(line, ids)
        name = str(question.get("id", "")) if question else ""
        if question is not None and not faults:
            ids.add(name)
            good.append(question)
            faults = [
                *_doubts(question),
                *([] if texts is None else _evidence_faults(question["evidence"], texts)),
            ]
        problems += [Problem(number, name, fault) for fault in faults]
    return good, problems


def _parsed(line: str, ids: set[str]) -> tuple[Json | None, list[str]]:
    try:
        question = json.loads(line)
    except ValueError as error:
        return None, [f"不是 JSON（{error}）"]
    if not isinstance(question, dict):
        return None, ["不是 JSON 对象"]
    empty: Json = {"history": [], "numbers": [], "include": [], "exclude": [], "evidence": []}
    question = empty | question
    return question, list(_form_faults(question, ids))


def _form_faults(question: Json, ids: set[str]) -> Iterator[str]:
    name = question.get("id")
    if not isinstance(name, str) or not name:
        yield "缺少 id"
    elif name in ids:
        yield "id 重复"
    if question.get("kind") not in KINDS:
        yield f"不认识的 kind：{question.get('kind')}"
    if not isinstance(question.get("question"), str) or not question["question"].strip():
        yield "缺少 question"
    if not isinstance(question.get("answerable"), bool):
        yield "answerable 应为 true 或 false"
    yield from _expectation_faults(question)


def _expectation_faults(question: Json) -> Iterator[str]:
    for field in _TEXTS:
        if field in question and not _are_texts(question[field]):
            yield f"{field} 应为字符串数组"
        elif field == "numbers":
            yield from (f"numbers 中“{n}”不是数字" for n in question[field] if not _NUMBER.fullmatch(n))
    if not _are_lists_of_texts(question["include"]) or not all(question["include"]):
        yield "include 应为若干组字符串"
    history = question["history"]
    if not _are_lists_of_texts(history) or any(len(turn) != 2 for turn in history):
        yield "history 应为 [[用户, 助手], …]"
    yield from _status_faults(question)
    if not isinstance(question["evidence"], list) or not all(map(_is_evidence, question["evidence"])):
        yield "evidence 各项应有 report 和 quote"


def _status_faults(question: Json) -> Iterator[str]:
    status, reason = question.get("status", []), question.get("reason")
    statuses = [status] if isinstance(status, str) else status
    if not _are_texts(statuses) or set(statuses) - {known.value for known in Status}:
        yield f"不认识的 status：{status}"
    if reason is not None and reason not in [known.value for known in Reason]:
        yield f"不认识的 reason：{reason}"
    if not isinstance(question.get("held", False), bool):
        yield "held 应为 true 或 false"


def _doubts(question: Json) -> Iterator[str]:
    """What is probably a slip: a misspelt field is ignored, and a question that expects nothing passes with any answer."""
    yield from (f"不认识的字段：{name}" for name in question if name not in _FIELDS)
    expected = question["numbers"] or question["include"] or "set" in question
    if question["answerable"] and "status" not in question and not expected:
        yield "没有写明回答应含什么（numbers、include、set），任何回答都会通过"
    if not question["answerable"] and question["numbers"]:
        yield "应拒答的问题不应有 numbers"


def _are_lists_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_are_texts, value))


def _is_evidence(item: object) -> bool:
    return isinstance(item, dict) and _are_texts([item.get("report"), item.get("quote")])


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)


def _evidence_faults(evidence: Sequence[Json], texts: Mapping[str, str]) -> Iterator[str]:
    for item in evidence:
        if item["report"] not in texts:
            yield f"索引库里没有 {item['report']}"
        elif normalise(item["quote"]) not in texts[item["report"]]:
            yield f"{item['report']} 里找不到“{item['quote']}”"


def is_held(question: Json) -> bool:
    """Whether a question is held back from building: as it says, else every third by the number in its id."""
    if "held" in question:
        return bool(question["held"])
    digits = re.findall(r"\d+", str(question["id"]))
    return bool(digits) and int(digits[-1]) % _EVERY_THIRD == 0


def group(question: Json) -> str:
    """What phrasings of one question share: what is expected.

    A question that expects nothing in particular is its own, or that of the question which it names (``same_as``).
    """
    gold = {
        key: question.get(key)
        for key in ("kind", "numbers", "include", "exclude", "set", "evidence", "reason")
    }
    telling = question["evidence"] or question["numbers"] or question["include"]
    if telling:
        return json.dumps(gold, ensure_ascii=False, sort_keys=True)
    return str(question.get("same_as", question["id"]))
