"""What the questions about an invented area are drawn from: phrasings, topics, and numbers of towns and of years."""

from __future__ import annotations

import random

from generated.topics import ACROSS, DISCLOSED, REQUESTS, Topic
from generated.world import FIRST, LAST, Body, World

Values = list[tuple[Body, int]]


class Draws:
    """Draws from a world; ``draw`` is the only source of chance. A draw that does not come off gives ``None``."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.draw = random.Random(seed)  # noqa: S311 - test data

    def form(self, *forms: str, **words: object) -> str:
        """One of several phrasings, filled in."""
        return self.draw.choice(forms).format(**words)

    def name(self, topic: Topic) -> str:
        """One of a figure's names."""
        return self.draw.choice(topic.names)

    def across(self) -> tuple[Topic, int, Values] | None:
        """A topic and a year with a number from every town that reported, three at least."""
        topic, year = self.draw.choice(ACROSS), self.draw.randint(FIRST, LAST)
        values = self.world.reporting(year, topic.indicator, topic.column)
        towns = sum(body.town and (body.short, year) in self.world.sheets for body in self.world.bodies)
        good = topic.first <= year <= topic.last and 3 <= len(values) == towns
        return (topic, year, values) if good else None

    def pair(self) -> tuple[Topic, int, Values] | None:
        """As ``across``, two towns whose numbers differ."""
        if not (found := self.across()):
            return None
        two = self.draw.sample(found[2], 2)
        return (found[0], found[1], two) if two[0][1] != two[1][1] else None

    def years(self) -> tuple[Body, Topic, tuple[int, int], tuple[int, int]] | None:
        """A body and a topic with different numbers in two years, each with its number."""
        body, topic = self.draw.choice(self.world.bodies), self.draw.choice((REQUESTS, DISCLOSED))
        before, after = sorted(self.draw.sample(self.world.years(body), 2))
        a, b = (self.world.value(body, year, topic.indicator) for year in (before, after))
        if not (isinstance(a, int) and isinstance(b, int)) or a == b:
            return None
        return body, topic, (before, a), (after, b)

    def condition(self) -> tuple[str, list[Body]] | None:
        """A condition on a figure of a year, and the towns that meet it."""
        if not (found := self.across()):
            return None
        topic, year, values = found
        if topic is REQUESTS and self.draw.random() < 0.5:
            return f"{year}年没有收到信息公开申请", [body for body, value in values if value == 0]
        limit = self.draw.choice(sorted(value for _, value in values))
        more = self.draw.random() < 0.5
        fits = [body for body, value in values if (value > limit if more else value < limit)]
        return f"{year}年{self.name(topic)}{'超过' if more else '少于'}{limit}{topic.unit}", fits
