"""What a sentence may rest on: the statements that it cites and their quotes, and what else these may be called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.compose import Source, Statement
from assistant.model.called import NOTHING, Called
from index.language.text import squeeze_numbers

_DIGITS = re.compile(r"[\d０-９.．,，]*[\d０-９]")


@dataclass(frozen=True)
class Evidence:
    """Verified statements, and ``called`` what the question calls their figures; the texts of both are squeezed."""

    grounds: tuple[Statement, ...]
    called: Called = NOTHING

    @cached_property
    def sources(self) -> Sequence[Source]:
        """The sources of all statements."""
        return tuple(source for ground in self.grounds for source in ground.sources)

    @cached_property
    def issuers(self) -> str:
        """The full names of the bodies, one after the other."""
        return "\n".join(dict.fromkeys(source.issuer for source in self.sources))

    @cached_property
    def told(self) -> str:
        """What the statements and their quotes say; a heading only names its subject."""
        return _squeezed(text for text, _ in texts(self.grounds))

    @cached_property
    def whole(self) -> str:
        """All that is printed: what is told, headings, bodies and years, and what rows and columns are called."""
        return _squeezed((*(text for text, _ in texts(self.grounds)), *map(_frame, self.sources)))

    @cached_property
    def named(self) -> str:
        """All that is printed, and the question's words for it."""
        return "\n".join((self.whole, *self.called.terms))

    @cached_property
    def subjects(self) -> str:
        """What figures are said to count: where one was looked up, no heading takes the place of its own name."""
        if not self.called.values:
            return self.named
        cells = (f"{s.cell.row} {s.cell.column}" for s in self.sources if s.cell)
        return "\n".join((self.told, _squeezed((self.issuers, *cells)), *self.called.terms))

    @cached_property
    def terms(self) -> str:
        """Where the terms of the forms must stand: of a figure that was looked up, in its own name or the question's."""
        if not self.called.alone:
            return self.named
        return _squeezed((*(ground.text for ground in self.grounds), self.issuers, self.called.question))


def texts(grounds: Iterable[Statement]) -> list[tuple[str, str]]:
    """What statements and their quotes say, each quote with the name of its body."""
    found: dict[tuple[str, str], None] = {}
    for ground in grounds:
        found[ground.text, ""] = None
        found |= {(printed(source), source.issuer): None for source in ground.sources}
    return list(found)


def printed(source: Source) -> str:
    """A quote whose figures a sentence may give: of a table's row that is the one cell, which the statement gives."""
    return _DIGITS.sub("", source.quote) if source.cell else source.quote


def _frame(source: Source) -> str:
    cell = f"{source.cell.row} {source.cell.column}" if source.cell else ""
    return f"{source.section} {source.issuer}{source.year}年 {cell}"


def _squeezed(parts: Iterable[str]) -> str:
    return squeeze_numbers("\n".join(dict.fromkeys(parts)))
