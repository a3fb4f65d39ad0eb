"""Counting questions about an invented area, each with its answer from the generator."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import Any

from generated.draws import Draws
from generated.topics import (
    BLANKS,
    CELLS,
    DISCLOSED,
    FIGURES,
    REQUESTS,
    SHARES,
    Topic,
    question,
    rounded,
)
from generated.world import FIRST, LAST

Json = dict[str, Any]


class Asked(Draws):
    """Draws questions, each with its answer. A draw that makes no question gives ``None``."""

    def questions(self, count: int) -> list[Json]:
        """So many questions, kinds in turn, none asked twice; ``made`` of each names its maker."""
        makers: tuple[Callable[[], Json | None], ...] = (
            self.value, self.cell, self.compared, self.compared_years, self.extreme, self.ranking, self.total,
            self.average, self.difference, self.share, self.growth, self.trend, self.listed, self.counted,
            self.blank, self.missing_year, self.unknown_body,
        )  # fmt: skip
        found: dict[str, Json] = {}
        for turn in range(count * 20):
            maker = makers[turn % len(makers)]
            made = next((m for m in (maker() for _ in range(20)) if m and m["question"] not in found), None)
            if made:
                found[made["question"]] = made | {"made": maker.__name__}
            if len(found) == count:
                break
        return [{"id": f"made-{n:03}", **entry} for n, entry in enumerate(found.values(), start=1)]

    def value(self) -> Json | None:
        """One figure."""
        return self._one(FIGURES, "fact")

    def cell(self) -> Json | None:
        """One cell of a table with a column of its own."""
        return self._one(CELLS, "table_cell")

    def _one(self, topics: tuple[Topic, ...], kind: str) -> Json | None:
        body = self.draw.choice(self.world.bodies)
        year, topic = self.draw.choice(self.world.years(body)), self.draw.choice(topics)
        value = self.world.value(body, year, topic.indicator, topic.column)
        if not (topic.first <= year <= topic.last and isinstance(value, int)):
            return None
        asked = self.form(
            "{b}{y}年{n}有多少{u}？",
            "{y}年{b}{n}是几{u}",
            "请问{b}在{y}年{n}一共多少{u}？",
            "{b}{short}年{n}的数量是多少？",
            b=body.short, y=year, short=year % 100, n=self.name(topic), u=topic.unit,
        )  # fmt: skip
        return question(kind, asked, numbers=[value])

    def compared(self) -> Json | None:
        """Two towns in one year."""
        if not (found := self.pair()):
            return None
        topic, year, ((one, a), (two, b)) = found
        asked = self.form(
            "{y}年{a}和{b}相比，哪个{n}更多？",
            "{a}和{b}{y}年谁的{n}多",
            "{a}{y}年的{n}比{b}多吗？",
            y=year, a=one.short, b=two.short, n=self.name(topic),
        )  # fmt: skip
        return question("compare", asked, numbers=[a, b], include=[[one.short], [two.short]])

    def compared_years(self) -> Json | None:
        """One body in two years."""
        if not (found := self.years()):
            return None
        body, topic, (before, a), (after, b) = found
        asked = self.form(
            "{b}{y}年和{z}年哪一年{n}更多？",
            "{b}的{n}，{z}年比{y}年是多了还是少了？",
            b=body.short, y=before, z=after, n=self.name(topic),
        )  # fmt: skip
        return question("compare", asked, numbers=[a, b])

    def extreme(self) -> Json | None:
        """The town with most or least in a year, where it is one town."""
        if not (found := self.across()):
            return None
        topic, year, values = found
        most = self.draw.random() < 0.6
        best = (max if most else min)(value for _, value in values)
        winners = [body for body, value in values if value == best]
        if len(winners) > 1:
            return None
        asked = self.form(
            "{y}年{n}最{w}的是哪个镇？",
            "哪个镇{y}年{n}最{w}？",
            "{y}年各镇当中，{n}数量最{w}的是谁，有多少{u}？",
            y=year, n=self.name(topic), w="多" if most else "少", u=topic.unit,
        )  # fmt: skip
        return question("aggregate", asked, numbers=[best], include=[[winners[0].short]])

    def ranking(self) -> Json | None:
        """All towns of a year in order."""
        if not (found := self.across()):
            return None
        topic, year, values = found
        asked = self.form(
            "把各镇{y}年{n}从多到少排一下",
            "{y}年各镇的{n}排名是怎样的？",
            "按{n}给{y}年的各个镇排序",
            y=year, n=self.name(topic),
        )  # fmt: skip
        names = [[body.short] for body, _ in values]
        return question("aggregate", asked, numbers=sorted({value for _, value in values}), include=names)

    def total(self) -> Json | None:
        """A sum over the towns of a year."""
        if not (found := self.across()):
            return None
        topic, year, values = found
        asked = self.form(
            "{y}年各镇{n}一共多少{u}？",
            "{y}年所有镇的{n}加起来是多少{u}？",
            "{y}年全部镇合计{n}多少{u}",
            y=year, n=self.name(topic), u=topic.unit,
        )  # fmt: skip
        return question("computed", asked, numbers=[sum(value for _, value in values)])

    def average(self) -> Json | None:
        """A mean over the towns of a year."""
        if not (found := self.across()):
            return None
        topic, year, values = found
        asked = self.form(
            "{y}年各镇平均{n}多少{u}？",
            "{y}年平均每个镇{n}多少{u}",
            "{y}年各镇{n}的平均数是多少？",
            y=year, n=self.name(topic), u=topic.unit,
        )  # fmt: skip
        mean = Decimal(sum(value for _, value in values)) / len(values)
        return question("computed", asked, include=[rounded(mean)])

    def difference(self) -> Json | None:
        """How much two towns differ in one year."""
        if not (found := self.pair()):
            return None
        topic, year, values = found
        (less, a), (more, b) = sorted(values, key=lambda pair: pair[1])
        asked = self.form(
            "{y}年{m}的{n}比{l}多多少{u}？",
            "{y}年{m}和{l}的{n}相差多少{u}？",
            "{y}年{l}的{n}比{m}少几{u}",
            y=year, m=more.short, l=less.short, n=self.name(topic), u=topic.unit,
        )  # fmt: skip
        return question("computed", asked, numbers=[b - a])

    def share(self) -> Json | None:
        """A part of the requests, or of what was disclosed, in per cent."""
        body = self.draw.choice(self.world.bodies)
        year = self.draw.choice(self.world.years(body))
        part, whole, text = self.draw.choice(SHARES)
        above, below = (self.world.value(body, year, *key) for key in (part, whole))
        if not (isinstance(above, int) and isinstance(below, int) and below) or (year < 2019) != (
            part[0] == "disclosed_website"
        ):
            return None
        percent = [f"{number}%" for number in rounded(Decimal(100 * above) / below)]
        return question("computed", f"{body.short}{year}年{text}", include=[percent])

    def growth(self) -> Json | None:
        """Growth from one year to the next, in per cent."""
        found = self.years()
        if not found or not found[2][1] or found[3][0] != found[2][0] + 1:
            return None
        body, topic, (before, a), (after, b) = found
        asked = self.form(
            "{b}{z}年{n}比上年" + ("增长" if b > a else "下降") + "了百分之几？",
            "{b}{z}年的{n}同比变化率是多少？",
            "{b}{n}{z}年较{y}年变化了百分之多少",
            b=body.short, y=before, z=after, n=self.name(topic),
        )  # fmt: skip
        percent = [f"{number}%" for number in rounded(abs(Decimal(100 * (b - a)) / a))]
        return question("computed", asked, include=[percent])

    def trend(self) -> Json | None:
        """A body's figure over its years."""
        body, topic = self.draw.choice(self.world.bodies), self.draw.choice((REQUESTS, DISCLOSED))
        years = self.world.years(body)
        values = {self.world.value(body, year, topic.indicator) for year in years}
        asked = self.form(
            "{b}历年{n}的变化趋势是怎样的？",
            "{b}{y}年到{z}年{n}怎么变化的？",
            "{b}这几年的{n}是增加还是减少？",
            b=body.short, y=years[0], z=years[-1], n=self.name(topic),
        )  # fmt: skip
        return question("trend", asked, numbers=sorted(value for value in values if isinstance(value, int)))

    def listed(self) -> Json | None:
        """The towns that meet a condition in a year."""
        made = self.condition()
        if not made or not made[1]:
            return None
        asked = self.form("{t}的有哪些镇？", "哪些镇{t}？", "列出{t}的镇", t=made[0])
        return question("aggregate", asked, set=[body.short for body in made[1]])

    def counted(self) -> Json | None:
        """How many towns meet a condition in a year."""
        if not (made := self.condition()):
            return None
        asked = self.form("{t}的镇有几个？", "有几个镇{t}？", t=made[0])
        return question("aggregate", asked, numbers=[len(made[1])])

    def blank(self) -> Json | None:
        """A cell that the form has and the report leaves empty."""
        sheet = self.draw.choice(list(self.world.sheets.values()))
        empty = [key for key, value in sheet.figures.items() if value == ""]
        if not empty:
            return None
        asked = f"{sheet.body.short}{sheet.year}年{BLANKS[self.draw.choice(empty)]}"
        told = [["空白", "未填", "没有填"]]
        return question("unanswerable", asked, answerable=False, reason="blank", include=told)

    def missing_year(self) -> Json | None:
        """A year between a body's reports, or beside them."""
        body, topic = self.draw.choice(self.world.bodies), self.draw.choice((REQUESTS, DISCLOSED))
        years = self.world.years(body)
        gaps = [year for a, b in pairwise(years) for year in range(a + 1, b)] + [years[0] - 1, years[-1] + 1]
        asked = f"{body.short}{self.draw.choice(gaps)}年{self.name(topic)}有多少{topic.unit}？"
        return question("unanswerable", asked, answerable=False, reason="no_such_year")

    def unknown_body(self) -> Json | None:
        """A body of which there is no report; asking back is right too."""
        town = self.draw.choice("葛菱槿樟杉") + self.draw.choice("原营寨塬圩") + "镇"
        topic = self.draw.choice((REQUESTS, DISCLOSED))
        asked = f"{town}{self.draw.randint(FIRST, LAST)}年{self.name(topic)}有多少{topic.unit}？"
        allowed = ["refused", "clarify"]
        return question("unanswerable", asked, answerable=False, reason="no_such_issuer", status=allowed)
