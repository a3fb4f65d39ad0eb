"""A draft as it is shown: parts with anchors, and what the official has to do, each with the place it is about.

A part is ``part-<n>``, a paragraph ``part-<n>-<p>``, a sentence ``part-<n>-<p>-<s>``: the numbers of ``Draft.parts``, of the
part's ``paragraphs`` and of the sentences in one, from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from assistant.drafting.fields import CONTACT, CONTACTS, SIGNED, cells, name_of
from assistant.drafting.grid import Table, table
from assistant.drafting.nouns import ORIGIN_NAMES, TO_CONFIRM, UNFILLED, Draft, Identity, Origin, Part
from assistant.revision.history import Version
from index.language.text import squeeze

_MARKED = {Origin.GIVEN, Origin.CONFIRM, Origin.SLOT, Origin.MODEL}
_FIELDS = {f"联系{title.removeprefix('联系')}": f"{CONTACT}{part}" for part, title in CONTACTS} | {
    "成文日期": SIGNED
}
"""The fields of what is missing and is no figure, by what it is called."""
_MARKS = re.compile(f"({UNFILLED}|{TO_CONFIRM})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence; ``slot`` where it is 【待填】 or 【待核实】."""

    text: str
    slot: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence; ``why`` says what the official has to look at, ``""`` for what follows from figures and law."""

    anchor: str
    pieces: tuple[Piece, ...]
    origin: str
    why: str
    close: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of the draft as shown."""

    anchor: str
    part: Part
    paragraphs: tuple[tuple[Said, ...], ...]
    table: Table | None


@dataclass(frozen=True, slots=True)
class Todo:
    """Something to do: ``href`` leads to the field or the part that it is about, ``""`` to none; ``count`` places in all."""

    text: str
    href: str
    severity: str = "note"
    quotes: tuple[str, ...] = ()
    suggestion: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Preview:
    """The draft and what is still to be done."""

    draft: Draft
    parts: tuple[Shown, ...]
    annex: Table | None
    slots: tuple[Todo, ...]
    broken: tuple[Todo, ...]
    findings: tuple[Todo, ...]
    close: tuple[Todo, ...]

    @property
    def clean(self) -> bool:
        """Whether there is nothing to do but read."""
        return not (self.slots or self.broken or self.findings or self.close)


def preview(version: Version) -> Preview:
    """What is shown of a version."""
    draft = version.drafted.draft
    news = [one for one in version.findings if one["rule"] != "draft-similar" and not one["identity"]]
    found = [_finding(one, draft) for one in news]
    return Preview(
        draft,
        tuple(_part(number, part, draft) for number, part in enumerate(draft.parts)),
        table("statistics", draft.year, draft.cells) if draft.has_annex else None,
        tuple(_slots(draft)),
        tuple(_broken(one, draft) for one in draft.identities if not one.holds),
        tuple(found),
        tuple(
            Todo(one.text, _anchor(one.section, draft), "warning", (one.other,), one.source)
            for one in draft.similar
        ),
    )


def _part(number: int, part: Part, draft: Draft) -> Shown:
    close = {squeeze(one.text): one.message for one in draft.similar if one.section == part.heading}
    paragraphs = tuple(
        tuple(
            Said(
                f"part-{number}-{p}-{s}",
                tuple(_pieces(sentence.text)),
                sentence.origin.value,
                ORIGIN_NAMES[sentence.origin] if sentence.origin in _MARKED else "",
                next((why for text, why in close.items() if text in squeeze(sentence.text)), ""),
            )
            for s, sentence in enumerate(paragraph)
        )
        for p, paragraph in enumerate(part.paragraphs)
    )
    kind = part.table if part.table != "statistics" else ""
    return Shown(f"part-{number}", part, paragraphs, table(kind, draft.year, draft.cells) if kind else None)


def _pieces(text: str) -> list[Piece]:
    return [Piece(piece, slot=bool(_MARKS.fullmatch(piece))) for piece in _MARKS.split(text) if piece]


def _slots(draft: Draft) -> Iterator[Todo]:
    """What is to be filled in; the cells of one row together, which lead to the first of them."""
    for (section, label, hint), group in groupby(
        draft.unfilled, lambda one: (one.section, one.label, one.hint)
    ):
        slots = list(group)
        columns = "、".join(one.column for one in slots if one.column and one.column not in label)
        words = f"{section} · {label}{f'（{columns}）' if columns else ''}{f'：{hint}' if hint else ''}"
        name = name_of((slots[0].indicator, slots[0].column))
        name = name if name in cells(draft.year) else _FIELDS.get(label, "")
        href = f"/draft#{name}" if name else _anchor(section, draft)
        yield Todo(words, href, count=len(slots))


def _broken(broken: Identity, draft: Draft) -> Todo:
    name = name_of(broken.keys[-1]) if broken.keys else ""
    return Todo(broken.message, f"/draft#{name}" if name in cells(draft.year) else "", broken.severity)


def _finding(found: dict[str, Any], draft: Draft) -> Todo:
    return Todo(
        found["message"],
        _anchor(found["section"], draft),
        found["severity"],
        tuple(found["quotes"]),
        found["suggestion"],
    )


def _anchor(section: str, draft: Draft) -> str:
    """The part whose heading a section's label ends with, ``""`` where there is none."""
    last = squeeze(section.rsplit(" > ", maxsplit=1)[-1])
    for number, part in enumerate(draft.parts):
        if last and part.heading and squeeze(part.heading).endswith(last):
            return f"#part-{number}"
    return ""
