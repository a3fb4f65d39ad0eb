"""A question for the evaluation as a form: fields to the JSON of a question file and back, sentences to pick from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.feedback import Complaint
from assistant.page.request import LONGEST
from index.language.sentences import sentences
from index.schema import Report

Json = dict[str, Any]

_SPACES = re.compile(r"[\s,，、;；]+")
_EVIDENCE = "evidence-"


@dataclass(frozen=True, slots=True)
class Picked:
    """A sentence or row of a report that an answer should rest on; ``key`` is what the form sends for it."""

    report: str
    quote: str

    @property
    def key(self) -> str:
        """Report and quote as one text."""
        return json.dumps([self.report, self.quote], ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """The form's fields as they were typed; ``complaint`` is the id of what they were filled in from, 0 for none.

    ``include`` has a group of alternatives a line, parted by ``/``; ``exclude`` a text a line. ``report`` is the one whose
    sentences are offered.
    """

    complaint: int = 0
    question: str = ""
    kind: str = "fact"
    answerable: bool = True
    with_history: bool = True
    numbers: str = ""
    include: str = ""
    exclude: str = ""
    note: str = ""
    report: str = ""
    picked: tuple[Picked, ...] = field(default=())


def drafted(complaint: Complaint | None) -> Draft:
    """What a complaint fills in; a blank form without one."""
    if complaint is None:
        return Draft()
    kind = "followup" if complaint.history else "fact"
    return Draft(complaint.id, complaint.question, kind)


def posted(fields: Mapping[str, str]) -> Draft:
    """The form as it was sent; what is not a text or a number in it is left out."""
    picked = (_picked(value) for name, value in fields.items() if name.startswith(_EVIDENCE))
    return Draft(
        complaint=number_of(fields.get("complaint", "")),
        question=fields.get("question", "").strip()[:LONGEST],
        kind=fields.get("kind", ""),
        answerable=fields.get("answerable", "") == "yes",
        with_history="history" in fields,
        numbers=fields.get("numbers", ""),
        include=fields.get("include", ""),
        exclude=fields.get("exclude", ""),
        note=fields.get("note", "").strip()[:LONGEST],
        report=fields.get("report", ""),
        picked=tuple(dict.fromkeys(one for one in picked if one)),
    )


def number_of(text: str) -> int:
    """The id of a complaint as a page sends it, 0 for none."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _picked(value: str) -> Picked | None:
    try:
        report, quote = json.loads(value)
    except (ValueError, TypeError):
        return None
    return Picked(report, quote) if isinstance(report, str) and isinstance(quote, str) else None


def question_of(draft: Draft, complaint: Complaint | None) -> Json:
    """The line of the question file, without its id; the history is the complaint's, where it is to be kept."""
    history = complaint.history if complaint and draft.with_history else ()
    question: Json = {
        "kind": draft.kind,
        "question": draft.question,
        "history": [list(turn) for turn in history],
        "answerable": draft.answerable,
        "numbers": [part for part in _SPACES.split(draft.numbers) if part],
        "include": [group for line in draft.include.splitlines() if (group := _alternatives(line))],
        "exclude": [line.strip() for line in draft.exclude.splitlines() if line.strip()],
        "evidence": [{"report": one.report, "quote": one.quote} for one in draft.picked],
    }
    return question | ({"note": draft.note} if draft.note else {})


def _alternatives(line: str) -> list[str]:
    return [part.strip() for part in re.split(r"[/／|｜]", line) if part.strip()]


def offered(report: Report) -> Iterator[tuple[str, tuple[Picked, ...]]]:
    """A report's sentences and table rows by section, in reading order, for picking; empty sections are left out."""
    for section in report.sections:
        found = tuple(
            Picked(report.name, quote)
            for block in section.blocks
            if block.text.strip() != section.heading
            for quote in (block.grid.printed if block.grid else _sentences(block.text))
            if quote.strip()
        )
        if found:
            yield section.heading or "文首", found


def _sentences(text: str) -> Sequence[str]:
    return [span.text for span in sentences(text)]
