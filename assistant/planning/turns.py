"""A turn of the talk: a question that stands alone, the names and years in it, and what it was about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.planning import years as when
from assistant.planning.bodies import Mention, find_bodies
from assistant.planning.directory import Directory
from assistant.planning.vocabulary import find_indicators
from index.indicators import indicators
from index.language.text import squeeze

LEAD = re.compile(
    "^(?:那么|那(?!一年|年|几年)|哦|嗯|好的?|还有|另外|再问一下|请问|对了|换个(?:话题|问题))[，,]?"
)
"""What begins a turn and says nothing."""
YES = re.compile(
    "^(?:是的?|对的?|嗯|没错|就是它?|可以|好的?)[，,。！!]*(?:就是)?(?:它|这个|的|啊|呀)?[。！!]?$"
)
"""Said when the answer asked back whether a body of a name like the one typed is meant."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A standing question with its names and years."""

    text: str
    bodies: tuple[Mention, ...]
    years: tuple[when.YearMention, ...]

    @property
    def known(self) -> tuple[Mention, ...]:
        """The names that the collection has."""
        return tuple(mention for mention in self.bodies if mention.bodies)


def read_turn(text: str, book: Directory) -> Turn:
    """A question with the names and years in it."""
    squeezed = squeeze(text)
    return Turn(squeezed, tuple(find_bodies(squeezed, book)), tuple(when.find_years(squeezed)))


def as_meant(before: Turn) -> str:
    """The question before about the bodies that its names may be slips of; ``""`` where there is no such name."""
    text = before.text
    doubtful = [mention for mention in before.bodies if mention.perhaps]
    for mention in reversed(doubtful):
        text = text[: mention.start] + mention.perhaps[0].issuer.short + text[mention.end :]
    return text if doubtful else ""


def topic(before: Turn) -> str:
    """What a question was about, without names, years and question words; the figure's name where only these tell it (公开了几条)."""
    text = when.blanked(before.text, before.years)
    for mention in before.bodies:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    text = re.sub(r"\s+", "", text)
    text = re.sub(
        "^(?:和|与|跟|、|的)+|[，,]?(?:和|与|跟|同|比|较)+相?比?(?:较|起来)?(?:呢)?(?=[？?。]*$)", "", text
    )
    bare = re.sub(
        "[？?。！!]|(?:是|有|了)?(?:多少|几)(?:(?=人次)|[件条次个人项期份场篇起元]?)|(?:吗|呢)$|有没有|是否|哪些|一共|总共",
        "",
        text,
    )
    meant = find_indicators(text) if not find_indicators(bare) else []
    return indicators()[meant[0].id].name if meant else bare


def named_years(turn: Turn) -> str:
    """The years of a turn as a question names them (2019年和2020年); ``""`` for none."""
    return "和".join(mention.text if "年" in mention.text else mention.text + "年" for mention in turn.years)
