"""Paragraphs of figures as a model worded them: put into the draft, and their figures kept as the draft's are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from assistant.drafting.nouns import Origin, Part, Sentence
from assistant.revision.nouns import Polished

_DIGITS = re.compile(r"\d+(?:\.\d+)?")

Paragraph = tuple[Sentence, ...]


def text_of(paragraph: Paragraph) -> str:
    """A paragraph's sentences joined."""
    return "".join(sentence.text for sentence in paragraph)


def is_polishable(paragraph: Paragraph) -> bool:
    """Whether a paragraph is written from figures alone, with none missing."""
    return bool(paragraph) and all(
        sentence.origin in {Origin.FIGURES, Origin.STATUTE} and not sentence.point for sentence in paragraph
    )


def polished(part: Part, kept: Mapping[str, tuple[Polished, ...]]) -> Part:
    """The part with its polished paragraphs in place of the phrases' wording."""
    if not kept.get(part.place):
        return part
    return replace(part, paragraphs=tuple(_worded(one, kept[part.place]) for one in part.paragraphs))


def _worded(paragraph: Paragraph, kept: tuple[Polished, ...]) -> Paragraph:
    if not is_polishable(paragraph):
        return paragraph
    base = text_of(paragraph)
    for one in kept:
        if (text := refilled(one, base)) is not None:
            keys = tuple(dict.fromkeys(key for sentence in paragraph for key in sentence.keys))
            return (Sentence(text, Origin.FIGURES if one.accepted else Origin.MODEL, keys),)
    return paragraph


def refilled(kept: Polished, base: str) -> str | None:
    """The polished text with the figures of ``base``; ``None`` where they have no place in it.

    They have one where ``base`` says the same of other figures, and no old figure stands for two new ones.
    """
    if _DIGITS.sub("#", kept.base) != _DIGITS.sub("#", base):
        return None
    pairs = dict[str, str]()
    for old, new in zip(_DIGITS.findall(kept.base), _DIGITS.findall(base), strict=True):
        if pairs.setdefault(old, new) != new:
            return None
    return _DIGITS.sub(lambda match: pairs.get(match[0], match[0]), kept.text)


def carried(
    parts: Iterable[Part], kept: Mapping[str, tuple[Polished, ...]]
) -> tuple[dict[str, tuple[Polished, ...]], list[Part]]:
    """What was polished with the figures of ``parts``, which are as the phrases word them, and the parts where it fits no more."""
    carried_: dict[str, tuple[Polished, ...]] = {}
    gone: list[Part] = []
    for part in parts:
        bases = [text_of(paragraph) for paragraph in part.paragraphs]
        for one in kept.get(part.place, ()):
            fitting = next(
                ((base, text) for base in bases if (text := refilled(one, base)) is not None), None
            )
            if fitting:
                new = replace(one, base=fitting[0], text=fitting[1])
                carried_[part.place] = (*carried_.get(part.place, ()), new)
            else:
                gone.append(part)
    return carried_, gone
