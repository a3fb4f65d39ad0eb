"""An invented area: its bodies, the years that they reported, and every figure of every report.

All figures come from one seeded generator; tables balance, and what the text says agrees with the tables.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from index.indicators import DISPUTES

Value = int | float | str
"""A printed figure; ``""`` is a blank cell."""

FIRST, LAST = 2015, 2023
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
_AREAS = ("云岭县", "沙河县", "石泉县", "梧桐县")
_FIRST_CHARACTERS = "青白石柳松竹梅兰菊芦桃杏梨枫桂榆槐荷莲茶"
_SECOND_CHARACTERS = "禾鹭岭桥浦坞溪湾渡塘峰坪冈泽墩川垭洲埠台"
_OFFICES = ("教育局", "水利局", "交通运输局")


@dataclass(frozen=True, slots=True)
class Body:
    """A body: what people call it, its full name, and whether it is a 镇."""

    short: str
    full: str
    town: bool


@dataclass(slots=True)
class Sheet:
    """One report's figures: ``tables`` as index.samples fills them in, ``stated`` what the text says too.

    ``figures`` has the gold by (indicator, column); a key that is absent is in no table and no sentence.
    """

    body: Body
    year: int
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    stated: dict[str, int] = field(default_factory=dict)
    figures: dict[tuple[str, str], Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class World:
    """The whole collection; ``sheets`` by the body's short name and the year."""

    area: str
    bodies: tuple[Body, ...]
    sheets: dict[tuple[str, int], Sheet]

    def value(self, body: Body, year: int, indicator: str, column: str = "") -> Value | None:
        """The gold of one figure; ``None`` where there is no report or it does not say."""
        sheet = self.sheets.get((body.short, year))
        return sheet.figures.get((indicator, column)) if sheet else None

    def years(self, body: Body) -> list[int]:
        """The years that a body reported, in order."""
        return sorted(year for name, year in self.sheets if name == body.short)

    def reporting(self, year: int, indicator: str, column: str = "") -> list[tuple[Body, int]]:
        """The towns with a number for a year, in the order of the bodies."""
        found = [(body, self.value(body, year, indicator, column)) for body in self.bodies if body.town]
        return [(body, value) for body, value in found if isinstance(value, int)]


def world(seed: int) -> World:
    """Seven towns, a sub-district, an office and the government of the area, each with four to six reports."""
    draw = random.Random(seed)  # noqa: S311 - test data
    area = _AREAS[seed % len(_AREAS)]
    bodies = tuple(_bodies(draw, area))
    sheets = {}
    for body in bodies:
        span = draw.randint(5, 7)
        first = draw.randint(FIRST, LAST - span + 1)
        missing = draw.randint(first + 1, first + span - 2)
        for year in range(first, first + span):
            if year != missing:
                sheets[body.short, year] = _sheet(draw, body, year)
    return World(area, bodies, sheets)


def _bodies(draw: random.Random, area: str) -> Iterator[Body]:
    firsts = draw.sample(_FIRST_CHARACTERS, 8)
    seconds = draw.sample(_SECOND_CHARACTERS, 8)
    names = [first + second for first, second in zip(firsts, seconds, strict=True)]
    for name in names[:7]:
        yield Body(f"{name}镇", f"{area}{name}镇人民政府", town=True)
    yield Body(f"{names[7]}街道", f"{area}{names[7]}街道办事处", town=False)
    office = draw.choice(_OFFICES)
    yield Body(f"{area}{office}", f"{area}{office}", town=False)
    yield Body(area, f"{area}人民政府", town=False)


def _sheet(draw: random.Random, body: Body, year: int) -> Sheet:
    sheet = Sheet(body, year)
    if year <= 2018:
        _fill_statistics(draw, sheet)
        return sheet
    _fill_documents(draw, sheet)
    _fill_requests(draw, sheet)
    _fill_disputes(draw, sheet)
    sheet.stated["disclosed"] = draw.randint(40, 900)
    sheet.figures["disclosed", ""] = sheet.stated["disclosed"]
    return sheet


def _fill_statistics(draw: random.Random, sheet: Sheet) -> None:
    """The 统计表: totals are the sums of their parts; one cell in some reports stays blank."""
    disclosed = {
        "disclosed_website": draw.randint(20, 300),
        "disclosed_wechat": draw.randint(5, 120),
        "disclosed_other": draw.randint(1, 60),
    }
    received = {
        f"received_{way}": draw.choice((0, 0, 1, 2, 3, 5, 8)) for way in ("in_person", "online", "letter")
    }
    requests = sum(received.values())
    known = draw.randint(0, requests)
    staff = {"staff_full_time": draw.randint(0, 3), "staff_part_time": draw.randint(1, 9)}
    table: dict[str, Value] = {
        "disclosed": sum(disclosed.values()),
        **disclosed,
        "interpretations": draw.randint(0, 20),
        "requests_new": requests,
        **received,
        **dict.fromkeys(("requests_handled", "closed_on_time", "replied"), requests),
        "replied_already_public": known,
        "granted": requests - known,
        "offices": 1,
        "reading_points": draw.randint(1, 5),
        "staff": sum(staff.values()),
        **staff,
        "budget": draw.randint(1, 90) / 10,
        "meetings": draw.randint(1, 9),
        "trainings": draw.randint(1, 6),
        "trainees": draw.randint(12, 400),
    }
    if draw.random() < 0.4:
        table[draw.choice(("reading_points", "interpretations", "trainees"))] = ""
    sheet.tables["statistics"] = table
    sheet.figures |= {(indicator, ""): value for indicator, value in table.items()}
    sheet.figures |= {(zero, ""): 0 for zero in ("review", "litigation", "complaints")}
    stated = {"disclosed": sum(disclosed.values()), "requests_new": requests}
    sheet.stated |= {indicator: value for indicator, value in stated.items() if draw.random() < 0.7}


def _fill_documents(draw: random.Random, sheet: Sheet) -> None:
    """表二 in the form of the year; one cell in some reports stays blank."""
    permits, penalties, coercion = draw.randint(0, 400), draw.randint(0, 200), draw.randint(0, 30)
    made, valid, amount = draw.randint(0, 6), draw.randint(4, 60), draw.randint(10, 900) / 10
    blank = draw.random() < 0.4
    table: dict[str, list[Value]] = {"rules": [0, 0, 0]}
    if sheet.year >= 2021:
        table |= {
            "normative_documents": [made, draw.randint(0, 3), valid],
            "permits": [permits],
            "penalties": [penalties],
            "coercion": ["" if blank else coercion],
            "charges": [amount],
        }
    else:
        table |= {
            "normative_documents": [made, made, valid],
            "permits": [draw.randint(5, 90), "0", permits],
            "other_services": [draw.randint(1, 40), "0", draw.randint(1, 200)],
            "penalties": [draw.randint(1, 30), "0", penalties],
            "coercion": [draw.randint(1, 9), "0", coercion],
            "charges": [draw.randint(0, 4), "0"],
            "procurement": [draw.randint(1, 40), "" if blank else amount],
        }
    sheet.tables["documents"] = dict(table)
    for indicator, names in _document_columns(sheet.year).items():
        pairs = zip(names, table[indicator], strict=True)
        sheet.figures |= {(indicator, name): value for name, value in pairs}


def _document_columns(year: int) -> dict[str, tuple[str, ...]]:
    acts = ("permits", "penalties", "coercion")
    if year >= 2021:
        columns = {"normative_documents": ("本年制发件数", "本年废止件数", "现行有效件数")}
        return columns | dict.fromkeys(acts, ("本年处理决定数量",))
    columns = {"normative_documents": ("本年新制作数量", "本年新公开数量", "对外公开总数量")}
    columns |= dict.fromkeys(acts, ("上一年项目数量", "本年增/减", "处理决定数量"))
    return columns | {"procurement": ("采购项目数量", "采购总金额")}


def _fill_requests(draw: random.Random, sheet: Sheet) -> None:
    """表三: what came in is what was dealt with and what is left, column by column."""
    busy, weights = draw.choice((0, 1, 3, 8)), (4, 1, 0, 0, 1, 0)
    kinds = ("granted", "partial", "refused_process", "unavailable_not_held", "not_processed_repeat")
    results = {kind: [draw.randint(0, busy * weight) for weight in weights] for kind in kinds}
    left = [draw.randint(0, min(busy, weight)) for weight in weights]
    handled = [sum(column) for column in zip(*results.values(), strict=True)]
    arrived = [a + b for a, b in zip(handled, left, strict=True)]
    carried = [draw.randint(0, min(2, total)) for total in arrived]
    new = [total - before for total, before in zip(arrived, carried, strict=True)]
    rows = {"requests_new": new, "requests_carried_in": carried, **results}
    sheet.tables["requests"] = {**rows, "carried_out": left}
    for indicator, values in {**rows, "requests_handled": handled, "requests_carried_out": left}.items():
        sheet.figures[indicator, ""] = sum(values)
        sheet.figures |= {(indicator, name): value for name, value in zip(APPLICANTS, values, strict=True)}
    if draw.random() < 0.7:
        sheet.stated["requests_new"] = sum(new)


def _fill_disputes(draw: random.Random, sheet: Sheet) -> None:
    """表四: reviews and the two ways to court."""
    table = {block: [draw.choice((0, 0, 0, 1, 2, 4)) for _ in range(4)] for block in DISPUTES}
    sheet.tables["disputes"] = table
    court = [a + b for a, b in zip(table["litigation_direct"], table["litigation_after_review"], strict=True)]
    outcomes = ("结果维持", "结果纠正", "其他结果", "尚未审结")
    for indicator, values in (("review", table["review"]), ("litigation", court)):
        sheet.figures[indicator, ""] = sum(values)
        sheet.figures |= {(indicator, name): value for name, value in zip(outcomes, values, strict=True)}
