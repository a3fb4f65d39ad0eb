"""Matching printed row labels with the rows of a statutory form, by label, number, group and order.

The order of the rows is evidence: a table's labels are aligned with the form as two sequences. A label that is
near to two rows and fits neither its number nor its place is matched with none: no fact is better than a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from index.indicators import Indicator
from index.language.text import squeeze

_NUMBERING = re.compile(
    r"\([一二三四五六七八九十\d]{1,2}\)[、.]?|[一二三四五六七八九十]{1,2}[、.,:]|\d{1,2}(?:[.、,:)]+(?!\d)|(?=[^\d.,%]))|[①-⑳]"
)
_REMARK = re.compile(r"\([^()]*\)")
_PART = re.compile(r"^其中[:,]?")
_NOT_WORD = re.compile(r"[^\w]")
SURE = 0.8
"""From this likeness on a label is the row's without further evidence, if no other row is as near."""
LIKELY = 0.5
"""Below this likeness a label is never the row's."""


Trail = dict[int, int]
"""The rows under which a printed row stands, by level of numbering (一、 is 0, （一） 1, 1. 2), as far as printed."""


@lru_cache(maxsize=8192)
def core(label: str) -> str:
    """A label as it is compared: no numbering, remarks in brackets, 其中, punctuation or white space."""
    plain = _unnumbered(squeeze(label))
    if part := _PART.match(plain):
        plain = _unnumbered(plain[part.end() :])
    return _NOT_WORD.sub("", _REMARK.sub("", plain)) or _NOT_WORD.sub("", plain)


@lru_cache(maxsize=8192)
def ordinal(label: str) -> str:
    """The number that a label begins with, its kind kept (``(三)``, ``3.``, ``三、``), ``""`` for none."""
    match = _NUMBERING.match(squeeze(label))
    if not match:
        return ""
    number = re.sub(r"[^\w]", "", match[0])
    return f"({number})" if match[0].startswith("(") else number


def likeness(left: str, right: str) -> float:
    """How alike two cores are, 0 to 1; 0 stands for all that is below ``LIKELY``."""
    if left == right:
        return 1.0
    short, long = sorted((len(left), len(right)))
    if not short or 2 * short < LIKELY * (short + long) or not set(left) & set(right):
        return 0.0
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= LIKELY else 0.0


def nearest_label(row: Indicator, printed: str, year: int, era: str = "") -> str:
    """The statutory label of a row in the form that begins in ``era``.

    Without one, the label that is nearest to the printed one; on a tie that of the report year.
    """
    if era in row.labels:
        return row.labels[era]
    usual = row.label(year)
    known = set(row.labels.values()) or {row.name}
    return max(known, key=lambda label: (likeness(core(label), core(printed)), label == usual))


def deviation(printed: str, statutory: str) -> str:
    """The printed label where its words differ from the statutory one (remarks in brackets count), else ``""``."""
    words = [_NOT_WORD.sub("", _unnumbered(squeeze(text))) for text in (printed, statutory)]
    return "" if words[0] == words[1] else squeeze(printed)


@dataclass(frozen=True, eq=False)
class Form:
    """The rows of one statutory table in printed order, with every way in which each is printed; one object a form."""

    table: str
    rows: tuple[Indicator, ...]
    eras: tuple[str, ...]

    def likeness(self, printed: str, at: int) -> float:
        """How alike a printed label and row ``at`` are, over all the ways to print it."""
        if not (plain := core(printed)):
            return 0.0
        ways = _ways(self)[at]
        if plain in ways:
            return 1.0
        return 0.0 if plain in _exact(self) else _nearest(plain, ways)

    def exact(self, printed: str) -> tuple[int, ...]:
        """The rows that are printed just so (several where the form repeats a label)."""
        return _exact(self).get(core(printed), ())

    def nearest(self, printed: str) -> float:
        """The likeness of a printed label to the row that it is most like."""
        return max(self.likeness(printed, at) for at in range(len(self.rows)))

    def ordinals(self, at: int) -> set[str]:
        """The numbers that row ``at`` carries."""
        return {ordinal(self.rows[at].labels[era]) for era in self.eras if era in self.rows[at].labels} - {""}

    def parent(self, at: int) -> int:
        """The row under which row ``at`` stands: the last before it whose numbering is of a higher kind; else -1."""
        return _parents(self)[at]

    def level(self, at: int) -> int:
        """The kind of numbering of row ``at``: 一、 is 0, （一） 1, 1. 2, and none (其中…) 3."""
        return _level(
            ordinal(self.rows[at].labels[max(era for era in self.eras if era in self.rows[at].labels)])
        )

    def placed(self, at: int, trail: Trail) -> bool | None:
        """Whether row ``at`` belongs under the printed groups; ``None`` where they do not tell."""
        parent = self.parent(at)
        seen = trail.get(self.level(parent)) if parent >= 0 else None
        return None if seen is None else seen == parent

    def follow(self, trail: Trail, piece: str) -> None:
        """Enter a printed label into the trail, if it is surely a row's."""
        rows = self.exact(piece) or [at for at in range(len(self.rows)) if self._is_group(piece, at)]
        if len(rows) == 1:
            level = self.level(rows[0])
            for deeper in [kind for kind in trail if kind >= level]:
                del trail[deeper]
            trail[level] = rows[0]

    def score(self, printed: str, at: int, trail: Trail) -> float:
        """Likeness, helped by the same number and group and harmed by others; 0 where the label is too far off."""
        alike = self.likeness(printed, at)
        if alike < LIKELY:
            return 0.0
        number, own = ordinal(printed), self.ordinals(at)
        agrees = 0.1 if number in own else -0.1 if number and own and alike < 1 else 0.0
        placed = self.placed(at, trail)
        return alike + agrees + (0.0 if placed is None else 0.1 if placed else -0.1)

    def _is_group(self, piece: str, at: int) -> bool:
        """A group's label that a page break cut (（四）无) is known by its number."""
        if at not in _parents(self):
            return False
        alike = _nearest(core(piece), _ways(self)[at])
        return alike >= SURE or (alike >= 0.3 and ordinal(piece) in self.ordinals(at))


@cache
def _ways(form: Form) -> tuple[frozenset[str], ...]:
    """The cores of all ways to print each row; names and variants belong to the table that the row is listed under."""
    return tuple(
        frozenset(
            core(text)
            for text in (
                *(row.labels[era] for era in form.eras if era in row.labels),
                *((*row.variants, row.name) if row.table == form.table else ()),
            )
        )
        for row in form.rows
    )


@cache
def _exact(form: Form) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for at, ways in enumerate(_ways(form)):
        for way in ways:
            found[way] = (*found.get(way, ()), at)
    return found


@cache
def _parents(form: Form) -> tuple[int, ...]:
    parents: list[int] = []
    above: dict[int, int] = {}
    for at in range(len(form.rows)):
        level = form.level(at)
        parents.append(max((place for kind, place in above.items() if kind < level), default=-1))
        above = {kind: place for kind, place in above.items() if kind < level} | {level: at}
    return tuple(parents)


def _level(number: str) -> int:
    return 3 if not number else 1 if number.startswith("(") else 2 if number.isdecimal() else 0


@lru_cache(maxsize=16384)
def _nearest(plain: str, ways: frozenset[str]) -> float:
    return max(likeness(plain, way) for way in ways)


def _unnumbered(plain: str) -> str:
    match = _NUMBERING.match(plain)
    return plain[match.end() :] if match else plain
