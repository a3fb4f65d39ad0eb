"""The revision panel beside the draft: what can be said, what the last change was, which versions there are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.office.drafting.drafts import Drafting
from assistant.revision.desk import Desk
from assistant.revision.difference import Change, Difference, FigureChange, Mark, Piece, difference
from assistant.revision.history import Version
from assistant.revision.nouns import BY_NAMES
from assistant.revision.revise import EXAMPLES, Outcome

LONGEST = 500
"""Characters of an instruction."""

_END = re.compile(r"[。；！？\n]+")
_AROUND = 18
"""Characters that are shown of what stayed, on either side of a change."""


@dataclass(frozen=True, slots=True)
class Line:
    """A version in the list; ``current`` is the one that is shown."""

    number: int
    time: str
    by: str
    said: str
    current: bool
    accepted: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A change as shown; ``key`` is ``""`` where it cannot be decided by itself, ``decided`` where it was accepted."""

    changes: tuple[Change, ...]
    figures: tuple[FigureChange, ...] = ()
    key: str = ""
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """All that the panel shows. ``latest`` is the version whose change is to be accepted or undone, ``None`` for the first."""

    latest: Version | None
    changes: tuple[Shown, ...]
    unmet: Outcome | None
    lines: tuple[Line, ...]
    examples: tuple[str, ...]
    model: bool
    longest: int = LONGEST


def panel(drafting: Drafting, *, model: bool) -> Panel:
    """The panel for a draft that has been made; ``model`` whether a language model is set."""
    current = drafting.history.current
    latest = current if current.difference else None
    lines = tuple(_line(one, current) for one in reversed(drafting.history.versions))
    return Panel(latest, tuple(_changes(drafting, current)), drafting.unmet, lines, EXAMPLES, model)


def _changes(drafting: Drafting, current: Version) -> list[Shown]:
    """Each change by itself where there is more than one, else the difference as a whole."""
    desk = Desk(drafting.previous)
    found = drafting.history.passages()
    after = desk.write(current.state).draft if len(found) > 1 else None
    each = [
        _shown(one.key, difference(desk.write(desk.fitted(one.undone)).draft, after), current)
        for one in found
        if after
    ]
    seen = [one for one in each if one.changes or one.figures]
    return seen if len(seen) > 1 else [_shown("", current.difference, current)]


def _shown(key: str, changed: Difference, version: Version) -> Shown:
    texts = tuple(Change(one.section, _shortened(one.pieces)) for one in changed.texts)
    return Shown(texts, changed.figures, key, key in version.decided)


def _line(version: Version, current: Version) -> Line:
    return Line(
        version.number,
        f"{version.at:%m-%d %H:%M}",
        BY_NAMES[version.by],
        version.said,
        version is current,
        version.accepted,
    )


def _shortened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """What stayed, cut to what stands around the changes."""
    last = len(pieces) - 1
    return tuple(
        piece
        if piece.mark is not Mark.SAME
        else Piece(Mark.SAME, _cut(piece.text, first=at == 0, last=at == last))
        for at, piece in enumerate(pieces)
    )


def _cut(text: str, *, first: bool, last: bool) -> str:
    """The sentence around a change, cut to some characters on either side where it goes on; with other sentences between."""
    if len(text) <= 2 * _AROUND + 2:
        return text
    end, start = _END.search(text), list(_END.finditer(text, 0, len(text) - 1))
    before = "" if first else text[: min(_AROUND, end.end() if end else _AROUND)]
    after = "" if last else text[max(len(text) - _AROUND, start[-1].end() if start else 0) :]
    return f"{before}……{after}"
