"""The fields of the form that an official fills in, as a page or as a spreadsheet: which there are for a year, what each is called, and reading what was typed into them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from assistant.drafting.forms import columns_of, label_of, table_cells
from assistant.drafting.nouns import Key
from assistant.drafting.spec_figures import figure_of, is_blank
from index.indicators import indicators

LONGEST_CELL = 40
"""Characters of a figure as typed."""
LONGEST_LINE = 200
"""Characters of a line about the body."""
LONGEST_POINTS = 6000
"""Characters of the points for one section."""

POINTS = "points|"
CONTACT = "contact|"
SIGNED = "signed"

CONTACTS = (
    ("office", "联系机构"),
    ("address", "地址"),
    ("phone", "电话"),
    ("postcode", "邮编"),
    ("fax", "传真"),
    ("email", "电子邮箱"),
    ("website", "网址"),
)
"""How to reach the body, for the first paragraph."""

TOLD = (
    (
        "主动公开",
        (
            "disclosed",
            "disclosed_website",
            "disclosed_wechat",
            "disclosed_weibo",
            "disclosed_gazette",
            "disclosed_other",
            "disclosed_normative",
            "normative_issued",
        ),
    ),
    (
        "解读、回应和征集",
        (
            "interpretations",
            "policy_qa",
            "press_conferences",
            "press_conferences_led",
            "online_interviews",
            "online_interviews_led",
            "responses",
            "responses_weibo",
            "responses_other",
            "consultations",
            "consultation_comments",
            "npc_suggestions",
            "cppcc_proposals",
        ),
    ),
    (
        "申请的渠道",
        (
            "requests_new",
            "received_in_person",
            "received_letter",
            "received_online",
            "received_email",
            "received_fax",
        ),
    ),
    ("平台", ("media_accounts", "gazettes", "reading_points")),
    (
        "机构、会议和培训",
        (
            "offices",
            "staff",
            "staff_full_time",
            "staff_part_time",
            "budget",
            "meetings",
            "trainings",
            "trainees",
            "complaints",
        ),
    ),
    ("办理、复议和诉讼", ("requests_handled", "granted", "partial", "refused", "review", "litigation")),
    ("收费", ("processing_fees", "processing_fee_cases", "request_fees")),
)
"""Figures that a report states in sentences: asked for where the year's tables don't have them."""

_SINCE_2021 = {"processing_fees", "processing_fee_cases"}
_UNTIL_2018 = {"request_fees"}

PLACES = (
    ("overview", "概述：组织领导、制度建设"),
    ("active", "主动公开"),
    ("response", "解读和回应"),
    ("requests", "依申请公开"),
    ("management", "政府信息管理"),
    ("platform", "政府信息公开平台建设"),
    ("supervision", "监督保障"),
    ("assessment", "工作考核"),
    ("appraisal", "社会评议"),
    ("accountability", "责任追究结果"),
    ("disputes", "行政复议、行政诉讼"),
    ("problems", "存在的主要问题"),
    ("improvement", "改进情况"),
    ("fees", "收费情况"),
    ("others", "其他需要报告的事项"),
)
"""The sections for which the official may give points."""

_PLACES_UNTIL_2018 = {
    "overview",
    "active",
    "response",
    "requests",
    "disputes",
    "problems",
    "improvement",
    "fees",
    "others",
}
_PLACES_SINCE_2019 = {place for place, _ in PLACES} - {"overview"}


@dataclass(frozen=True, slots=True)
class Read:
    """The figures that can be read, and by field why the others cannot."""

    figures: dict[Key, Decimal | None]
    faults: dict[str, str]


def name_of(key: Key) -> str:
    """The name of the field for a figure."""
    return "|".join(key)


@cache
def told(year: int) -> tuple[tuple[str, tuple[Key, ...]], ...]:
    """The figures that only sentences state, by subject; a subject without any is absent."""
    groups = ((title, tuple(key for row in rows for key in _told(row, year))) for title, rows in TOLD)
    return tuple((title, keys) for title, keys in groups if keys)


def _told(row: str, year: int) -> tuple[Key, ...]:
    """The figure's key where the form of the year has no cell for it, before 2014 for all."""
    column = columns_of(row, year)[0]
    return ((row, column),) if _is_asked(row, year) and (year < 2014 or not column) else ()


def _is_asked(row: str, year: int) -> bool:
    if row in _SINCE_2021:
        return year >= 2021
    return row not in _UNTIL_2018 or year < 2019


@cache
def cells(year: int) -> Mapping[str, Key]:
    """All fields with figures by name, in the order of the form."""
    keys = (*table_cells(year), *(key for _, group in told(year) for key in group))
    return {name_of(key): key for key in keys}


@cache
def places(year: int) -> tuple[tuple[str, str], ...]:
    """The sections for points in the format of the year, with their names."""
    asked = _PLACES_SINCE_2019 if year >= 2019 else _PLACES_UNTIL_2018
    return tuple((place, title) for place, title in PLACES if place in asked)


def label(key: Key, year: int) -> str:
    """A figure's row and column with its unit, for those who cannot see where it stands."""
    known, table = indicators()[key[0]], table_cells(year).get(key)
    unit = known.column_unit(key[1])
    if not table:
        return f"{known.name}（{unit}）"
    column = f"，{key[1]}" if table != "statistics" else ""
    return f"{label_of(key[0], year)}{column}（{unit}）"


def read(texts: Mapping[str, str], year: int) -> Read:
    """The figures as typed; a blank field gives none."""
    found = Read({}, {})
    for name, key in cells(year).items():
        text = texts.get(name, "")
        if is_blank(text):
            continue
        try:
            found.figures[key] = figure_of(text, *key)
        except ValueError as error:
            found.faults[name] = str(error)
    return found


def kept(given: Mapping[str, str], year: int) -> dict[str, str]:
    """What was posted, cut to the fields and lengths that the form has."""
    lengths = dict.fromkeys(cells(year), LONGEST_CELL)
    lengths |= {f"{POINTS}{place}": LONGEST_POINTS for place, _ in places(year)}
    lengths |= {f"{CONTACT}{name}": LONGEST_LINE for name, _ in CONTACTS} | {SIGNED: LONGEST_LINE}
    return {name: given[name][:length] for name, length in lengths.items() if name in given}
