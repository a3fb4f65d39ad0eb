"""What a revision changed: by sentence, within a sentence by phrase, and figure by figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from assistant.drafting.forms import label_of
from assistant.drafting.grid import shown
from assistant.drafting.nouns import Draft

ALIKE = 0.5
"""Two sentences with this share of characters in common are one that was changed, else one went and one came."""

_SENTENCES = re.compile(r"[^。；！？\n]*[。；！？\n]+|[^。；！？\n]+$")
_TOKENS = re.compile(r"[\d.,]+%?|[A-Za-z]+|[一二三四五六七八九十]+是|【[^】]*】|.", re.DOTALL)
_SCATTERED = 2
"""Fewer characters in common between two changes are not worth telling apart."""


class Mark(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with its mark."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A part whose text changed; the pieces without the removed ones are the text now."""

    section: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that changed, as printed before and now; ``""`` where there was or is none."""

    indicator: str
    column: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed; false where nothing did."""

    texts: tuple[Change, ...] = ()
    figures: tuple[FigureChange, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.texts or self.figures)

    def to_json(self) -> dict[str, Any]:
        """Lists of plain values."""
        return {
            "changes": [
                {
                    "section": change.section,
                    "pieces": [{"mark": piece.mark.value, "text": piece.text} for piece in change.pieces],
                }
                for change in self.texts
            ],
            "figures": [
                {
                    "indicator": one.indicator,
                    "column": one.column,
                    "label": one.label,
                    "before": one.before,
                    "after": one.after,
                }
                for one in self.figures
            ],
        }


def difference(before: Draft, after: Draft) -> Difference:
    """What is other in ``after``; both are drafts of the same body and year."""
    old, new = _texts(before), _texts(after)
    texts = [
        Change(section, pieces(old.get(section, ""), new.get(section, "")))
        for section in dict.fromkeys([*new, *old])
        if old.get(section, "") != new.get(section, "")
    ]
    return Difference(tuple(texts), tuple(_figures(before, after)))


def _texts(draft: Draft) -> dict[str, str]:
    """Each part's text by its heading; what stands before the first heading and the signature have names of their own."""
    found = {part.heading or "引言": part.text for part in draft.parts}
    return {**found, "落款": f"{draft.issuer.name}\n{draft.dateline}"}


def _figures(before: Draft, after: Draft) -> Iterator[FigureChange]:
    for key in dict.fromkeys([*before.cells, *after.cells]):
        old, new = shown(before.cells.get(key)), shown(after.cells.get(key))
        if old != new:
            yield FigureChange(*key, label_of(key[0], after.year), old, new)


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """A text's changes: whole sentences that came or went, and phrases within those that were changed."""
    old, new = _SENTENCES.findall(before), _SENTENCES.findall(after)
    found: list[Piece] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece(Mark.SAME, "".join(old[i:j])))
        elif kind == "replace":
            found += _replaced(old[i:j], new[k:m])
        else:
            found += _gone("".join(old[i:j])) + _come("".join(new[k:m]))
    return tuple(_joined(found))


def _replaced(old: Sequence[str], new: Sequence[str]) -> list[Piece]:
    """Sentences paired in order while they are alike; the rest went and came."""
    found: list[Piece] = []
    rest = list(new)
    for sentence in old:
        at = next((n for n, other in enumerate(rest) if _alike(sentence, other)), None)
        if at is None:
            found += _gone(sentence)
            continue
        found += _come("".join(rest[:at])) + _within(sentence, rest[at])
        rest = rest[at + 1 :]
    return found + _come("".join(rest))


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _within(before: str, after: str) -> list[Piece]:
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    found: list[Piece] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = "".join(old[i:j])
        scattered = i > 0 and j < len(old) and len(same) < _SCATTERED and not re.search(r"\d", same)
        if kind == "equal" and not scattered:
            found.append(Piece(Mark.SAME, same))
        else:
            found += _gone(same) + _come("".join(new[k:m]))
    return found


def _gone(text: str) -> list[Piece]:
    return [Piece(Mark.REMOVED, text)] if text else []


def _come(text: str) -> list[Piece]:
    return [Piece(Mark.ADDED, text)] if text else []


def _joined(found: Sequence[Piece]) -> Iterator[Piece]:
    """Runs of one mark as one piece; between two pieces that stay, what went comes before what came."""
    removed = added = ""
    same = ""
    for piece in found:
        if piece.mark is Mark.SAME:
            yield from _gone(removed) + _come(added)
            removed = added = ""
            same += piece.text
            continue
        if same:
            yield Piece(Mark.SAME, same)
            same = ""
        removed += piece.text if piece.mark is Mark.REMOVED else ""
        added += piece.text if piece.mark is Mark.ADDED else ""
    if same:
        yield Piece(Mark.SAME, same)
    yield from _gone(removed) + _come(added)
