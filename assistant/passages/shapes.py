"""How much around a sentence is shown with it: nothing, its list item, or all up to the full stops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.passages import problems
from assistant.passages.relevance import PARTIAL, match
from assistant.passages.weighing import Passage, announces
from index.language.sentences import items, sentences
from index.language.text import squeeze

_PARAGRAPH = 320
"""Characters of a paragraph that is shown whole under its heading."""


def as_it_is(passage: Passage) -> Passage:
    """The sentence alone, where a single thing is asked for."""
    return passage


def itemised(passage: Passage) -> Passage:
    """A passage with the rest of the short list item that it is in: what was done about a problem stands beside it."""
    if passage.block.grid is not None:
        return passage
    for found in items(passage.block.text):
        for item in found.items:
            inside = item.start <= passage.start and passage.end <= item.end
            if found.style != "、" and inside and len(item.text) <= problems.WHOLE:
                return replace(passage, start=item.start, end=item.end)
    return passage


def headed(passage: Passage, terms: Sequence[str]) -> Passage:
    """The whole of a short paragraph whose heading, run on into it, names what is asked about (（一）扶贫信息公开。…)."""
    text = passage.block.text
    if passage.block.grid is not None or len(text) > _PARAGRAPH:
        return passage
    opening = sentences(text)[0]
    first = replace(passage, start=opening.start, end=opening.end)
    named = any(match(term, squeeze(first.text)) >= PARTIAL for term in terms)
    return replace(passage, start=0, end=len(text)) if named and announces(first) else passage


def widened(passage: Passage) -> Passage:
    """A passage up to the full stops around it: a list after a colon goes on over its semicolons."""
    if passage.block.grid is not None:
        return passage
    text = passage.block.text
    start = max(text.rfind(mark, 0, passage.start) for mark in "。！？\n") + 1
    end = stop(text, passage.end - 1)
    if text[end:].lstrip().startswith("其中"):
        end = stop(text, end)
    return replace(passage, start=start, end=end)


def stop(text: str, at: int) -> int:
    """The end of the sentence that goes on at an offset, its full stop included."""
    ends = [found for mark in "。！？\n" if (found := text.find(mark, at)) >= 0]
    return min(ends) + 1 if ends else len(text)
