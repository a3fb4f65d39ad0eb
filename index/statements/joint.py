"""Several things named together: 复议、诉讼均为0件 speaks of each, 建议、提案共120件 of none alone, 微博、微信分别…2条、3条 in order."""

from __future__ import annotations

import re
from itertools import pairwise

from index.language.numerals import Number
from index.statements.words import Mention

_EACH = re.compile(r"分别|各(?=\d)")
_CLAUSE = re.compile(r"[,;:。；()]")
_LIST = re.compile(r"[、,]?(?:和|及|与|以及)?")
_CONJUNCTION = re.compile(r"[、及和与或]")
_NOT_JOINED = ("disclosed", "channel.", "documents.", "requests_new", "fees", "processing_fee", "received_")
_AND = re.compile(r"[、及和与或,以]*(?:被?提起|申请)?(?:的)?")


def joined(text: str, chosen: list[Mention]) -> list[Mention]:
    """The different things named side by side at the end of ``chosen``, in order: one where there are not several."""
    chain = chosen[-1:]
    while not chain[0].key.startswith(_NOT_JOINED):
        beside = [m for m in chosen if _stands_beside(text, m, chain)]
        if not beside:
            break
        chain.insert(0, max(beside, key=lambda m: (m.end, m.end - m.start)))
    return chain


def _stands_beside(text: str, mention: Mention, chain: list[Mention]) -> bool:
    between = text[mention.end : chain[0].start] if mention.end <= chain[0].start else ""
    disputes = {mention.key, chain[0].key} == {"review", "litigation"}
    return (
        mention.key not in {m.key for m in chain}
        and not mention.key.startswith(_NOT_JOINED)
        and (disputes or bool(_CONJUNCTION.search(between)))
        and mention.end <= chain[0].start
        and bool(_AND.fullmatch(between))
    )


def is_of_each(between: str, number: Number) -> bool:
    """Whether a number after several things is that of each of them: none at all, or 均, 各 before it."""
    return number.value == 0 or bool(re.search(r"[均各]", between))


def paired(text: str, numbers: list[Number], found: list[Mention]) -> dict[int, list[Mention]]:
    """By the start of each number in a list after 分别, the mentions that name the item at its place.

    Where items and numbers are not equally many, every number has none: which is whose cannot be known.
    """
    pairs: dict[int, list[Mention]] = {}
    for match in _EACH.finditer(text):
        listed = row(text, [n for n in numbers if n.start >= match.end()], match.end())
        start = max([0, *(m.end() for m in _CLAUSE.finditer(text, 0, match.start()))])
        items = _items(text, start, match.start(), len(listed))
        if len(listed) > 1:
            pairs |= {
                n.start: [m for m in found if _names(m, item)] for n, item in zip(listed, items, strict=True)
            }
    return pairs


def row(text: str, numbers: list[Number], after: int) -> list[Number]:
    """The numbers of one list: only 、 and 和 stand between them, no clause ends before the first."""
    if not numbers or _CLAUSE.search(text, after, numbers[0].start):
        return []
    listed = numbers[:1]
    for number, following in pairwise(numbers):
        if not _LIST.fullmatch(text[number.end : following.start]):
            break
        listed.append(following)
    return listed


def _items(text: str, start: int, end: int, wanted: int) -> list[tuple[int, int]]:
    """The places of the items listed between two offsets; empty places where they are not as many as wanted."""
    for separator in (r"、", r"、|和|及|与|以及"):
        cuts = [m.span() for m in re.finditer(separator, text[:end]) if m.start() >= start]
        items = list(zip([start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end], strict=True))
        if len(items) == wanted:
            return items
    return [(end, end)] * wanted


def _names(mention: Mention, item: tuple[int, int]) -> bool:
    """Whether a mention stands in an item; a channel that the statutory table does not know names nothing."""
    return item[0] <= mention.start and mention.end <= item[1] and mention.key != "channel.name"
