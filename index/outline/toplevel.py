"""The first level of the outline: which lines are the sections that the statutes ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from index.outline.headings import Candidate, Mark
from index.outline.statutory import is_section_like, is_statutory, is_subtopic
from index.schema import Block

_SECTIONS_OR_PARTS = frozenset({"active", "requests", "problems"})


def top_mark(found: Mapping[int, Candidate]) -> Mark:
    """The kind of mark that the statutory sections carry; ``NONE`` where their names stand without marks.

    Of two kinds that carry about as many, the higher if it comes first: the parts of 总体情况 are named like
    sections too, but a section stands before its parts.
    """
    counts = {mark: _weight(found, mark) for mark in Mark}
    best = max(counts.values())
    if counts[Mark.NONE] == best >= 2 and all(counts[mark] < 2 for mark in (Mark.PART, Mark.HAN)):
        return Mark.NONE
    if best == 0:
        return min((c.mark for c in found.values() if c.mark <= Mark.PAREN_HAN), default=Mark.NONE)
    near = [mark for mark in Mark if counts[mark] > max(0, best - 1) or counts[mark] >= max(2, best - 1)]
    leading = next(mark for c in found.values() if (mark := c.mark) in near and c.topics)
    return min(mark for mark in near if mark is leading or counts[mark] == best)


def _weight(found: Mapping[int, Candidate], mark: Mark) -> float:
    """How many statutory sections the lines with a kind of mark name, each counted once.

    Names that are usual for parts of 总体情况 count less than half, and so do lines without mark in an unusual
    wording.
    """
    named = [c for c in found.values() if c.mark is mark and c.topics]
    if mark is Mark.NONE:
        named = [c for c in named if is_statutory(c.words) or is_section_like(c.words)]
    sure = {
        min(c.topics)
        for c in named
        if not is_subtopic(c.words) and (mark < Mark.NONE or is_statutory(c.words))
    }
    return len(sure) + 0.4 * len({min(c.topics) for c in named} - sure)


def marked(blocks: Sequence[Block], found: Mapping[int, Candidate], top: Mark) -> dict[int, Candidate]:
    """The first-level headings of a document with marks, and unmarked lines that lost theirs.

    A number that goes back begins a list inside a section, unless it names a section not yet met (a
    misnumbered one).
    """
    kept: dict[int, Candidate] = {}
    last = inner = 0
    numbered = [(i, c) for i, c in found.items() if c.mark is top]
    for place, (i, c) in enumerate(numbered):
        later = {other.number for _, other in numbered[place + 1 :]}
        if _is_inner(c, last, inner, later, _met(kept)):
            inner = c.number
        else:
            kept[i], last, inner = c, c.number, 0
    gaps = _gaps(kept)
    lost = {
        i: c
        for i, c in found.items()
        if c.mark is Mark.NONE
        and (
            _lost_its_mark(blocks[i], c, kept) or (is_section_like(c.words) and any(i in gap for gap in gaps))
        )
    }
    return dict(sorted((kept | lost).items()))


def _gaps(kept: Mapping[int, Candidate]) -> list[range]:
    """Where between two headings a number is missing: 六、 and then 八、."""
    pairs = zip(kept.items(), list(kept.items())[1:], strict=False)
    return [range(i + 1, j) for (i, before), (j, after) in pairs if after.number > before.number + 1]


def _met(kept: Mapping[int, Candidate]) -> frozenset[str]:
    return frozenset(topic for c in kept.values() for topic in c.topics)


def _is_inner(c: Candidate, last: int, inner: int, later: set[int], met: frozenset[str]) -> bool:
    """Whether a first-level mark stands inside a section: 一、 again after 五、, and 六、 still to come."""
    new = bool(c.topics - met)
    if inner and c.number == inner + 1 and (c.runs_in or not (c.number == last + 1 and new)):
        return True
    if c.number > last:
        return False
    return not new or c.runs_in or (c.number == 1 and last + 1 in later and last > 1)


def _lost_its_mark(block: Block, c: Candidate, kept: Mapping[int, Candidate]) -> bool:
    """Whether an unmarked line is a first-level heading: the name of a section not met, or an introduction."""
    if c.words in {"引言", "前言"}:
        return True
    if not is_statutory(c.words) or is_subtopic(c.words) or not kept:
        return False
    hinted = bool(block.heading or block.bold or block.centered)
    return not c.topics & _met(kept) or (hinted and not c.topics <= _met(kept))


def _unmarked_tops(named: Mapping[int, Candidate]) -> set[int]:
    """The lines that name sections; 主动公开情况 is one in the older reports, and a part where 主动公开政府信息情况 is."""
    tops = {i for i, c in named.items() if not is_subtopic(c.words)}
    met = _met({i: named[i] for i in tops})
    return tops | {i for i, c in named.items() if c.topics & _SECTIONS_OR_PARTS - met}


def unmarked(blocks: Sequence[Block], found: Mapping[int, Candidate]) -> dict[int, int]:
    """The depth of each heading of a document whose sections have no marks: 1 for their names, 2 below."""
    bare = {i: c for i, c in found.items() if c.mark is Mark.NONE}
    named = {i for i, c in bare.items() if is_statutory(c.words) or is_section_like(c.words)}
    tops = _unmarked_tops({i: bare[i] for i in named})
    if not tops:
        return {}
    level, times = Counter(blocks[i].heading for i in tops).most_common(1)[0]
    level = level if times * 2 > len(tops) else 0
    bold = sum(blocks[i].bold for i in tops) * 2 > len(tops)
    depths = {}
    for i in bare:
        hint = blocks[i].heading
        if i in tops or (level and hint == level):
            depths[i] = 1
        elif i > min(tops) and (i in named or (level and hint > level) or (bold and blocks[i].bold)):
            depths[i] = 2
    return depths
