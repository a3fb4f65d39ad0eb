"""The parts of a report since 2019: the six chapters of the format, with what article 50 asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.drafting.counts import Group, disclosed, sentence, slot
from assistant.drafting.disputes import disputes
from assistant.drafting.forms import table_cells
from assistant.drafting.nouns import Origin, Part, Sentence, Source
from assistant.drafting.phrases import phrases
from assistant.drafting.points import paragraphs
from assistant.drafting.requests import requests
from assistant.drafting.setting import Setting
from index.indicators import GROUPS, indicators

Paragraphs = list[tuple[Sentence, ...]]

_ACTIVE: tuple[Group, ...] = (
    ("disclosed_normative", "normative_issued"),
    ("interpretations", "policy_qa"),
    ("press_conferences", "press_conferences_led"),
    ("online_interviews", "online_interviews_led"),
    ("responses", "responses_weibo", "responses_other"),
    ("consultations", "consultation_comments"),
    ("npc_suggestions", "cppcc_proposals"),
)
_PLATFORM: tuple[Group, ...] = (("media_accounts", "gazettes", "reading_points"),)
_SUPERVISION: tuple[Group, ...] = (
    ("offices", "staff", "staff_full_time", "staff_part_time"),
    ("budget",),
    ("meetings", "trainings", "trainees"),
    ("complaints",),
)
_ASSESSED = {
    "assessment": ("工作考核", "考核|考评|绩效"),
    "appraisal": ("社会评议", "评议|评价|满意"),
    "accountability": ("责任追究结果", "追究|追责|问责"),
}


def sections(setting: Setting) -> list[Part]:
    """All six chapters in order, unnumbered."""
    name = phrases("draft_sections").say
    return [
        Part(name("overview"), 1),
        part(setting, "active", name("part_active"), _active, 2),
        part(setting, "requests", name("part_requests"), _requests, 2),
        part(setting, "management", name("part_management"), _management, 2),
        part(setting, "platform", name("part_platform"), _platform, 2),
        part(setting, "supervision", name("part_supervision"), _supervision, 2),
        Part(name("active"), 1, table="documents"),
        Part(name("requests"), 1, table="requests"),
        replace(part(setting, "disputes", name("disputes"), _disputes), table="disputes"),
        *problems(setting, name("problems")),
        part(setting, "others", name("others"), _others),
    ]


def part(
    setting: Setting, place: str, heading: str, write: Callable[[Setting], Paragraphs], level: int = 1
) -> Part:
    """A part as ``write`` writes it in the style of its place."""
    return Part(heading, level, tuple(write(setting.at(place))), place=place)


def grouped(setting: Setting, groups: Sequence[Group], head: str = "") -> list[Sentence]:
    """The sentences of several groups of indicators, ``head`` before the first."""
    found: list[Sentence] = []
    for group in groups:
        found += sentence(setting, group, "" if found else head)
    return found


def paragraph(*sentences: Sentence) -> Paragraphs:
    """One paragraph, none where there are no sentences."""
    return [tuple(sentences)] if sentences else []


def _active(setting: Setting) -> Paragraphs:
    first = disclosed(setting, "主动公开情况")
    column = "本年处理决定数量" if setting.year >= 2021 else "处理决定数量"
    rows = [row for row in ("permits", "penalties", "coercion") if setting.value(row, column)]
    decided: Group = [(row, (row, column)) for row in rows]
    facts = [*first, *grouped(setting, _ACTIVE), *sentence(setting, decided)]
    filed = [*setting.filed.at("overview"), *setting.filed.at("active"), *setting.filed.at("response")]
    return [*paragraph(*facts), *paragraphs(filed)]


def _requests(setting: Setting) -> Paragraphs:
    return [*paragraph(*requests(setting)), *paragraphs(setting.filed.at("requests"))]


def _management(setting: Setting) -> Paragraphs:
    row = "normative_documents"
    if setting.year >= 2021:
        names = (("issued", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数"))
    else:
        names = (
            ("issued_2019", "本年新制作数量"),
            ("shown_2019", "本年新公开数量"),
            ("total_2019", "对外公开总数量"),
        )
    facts = sentence(
        setting, [(name, (row, column)) for name, column in names], f"{setting.year}年，{setting.own}"
    )
    filed = setting.filed.at("management")
    if not facts and not filed:
        facts = [slot(setting, "slot_management", "政府信息管理情况", "政府信息管理情况")]
    return [*paragraph(*facts), *paragraphs(filed)]


def _platform(setting: Setting) -> Paragraphs:
    facts, filed = grouped(setting, _PLATFORM, setting.own), setting.filed.at("platform")
    if not facts and not filed:
        facts = [slot(setting, "slot_platform", "政府信息公开平台建设情况", "政府信息公开平台建设情况")]
    return [*paragraph(*facts), *paragraphs(filed)]


def _supervision(setting: Setting) -> Paragraphs:
    """Governments also report 工作考核, 社会评议 and 责任追究结果 (article 50 (4) of 2019)."""
    head = f"{setting.year}年，{setting.own}"
    facts, filed = grouped(setting, _SUPERVISION, head), setting.filed.at("supervision")
    below = [*paragraph(*facts), *paragraphs(filed)]
    for place, (label, words) in _ASSESSED.items():
        given = setting.filed.at(place)
        below += _labelled(paragraphs(given), label, words)
        if setting.is_government and not given and not setting.filed.mentions("supervision", words):
            hint = "《条例》第五十条第四项要求各级人民政府报告；没有发生的写明没有"
            below += paragraph(slot(setting, f"slot_{place}", "监督保障情况", f"{label}情况", hint))
    return below or paragraph(slot(setting, "slot_supervision", "监督保障情况", "监督保障情况"))


def _labelled(filed: Paragraphs, label: str, words: str) -> Paragraphs:
    """The official's words, announced by what they are about where they don't say it themselves."""
    if filed and not any(re.search(words, sentence.text) for one in filed for sentence in one):
        lead = phrases("draft_sections").say("lead_aspect", aspect=label)
        return [(Sentence(lead, Origin.STATUTE), *filed[0]), *filed[1:]]
    return filed


def _disputes(setting: Setting) -> Paragraphs:
    return [*paragraph(*disputes(setting)), *paragraphs(setting.filed.at("disputes"))]


def problems(setting: Setting, heading: str) -> list[Part]:
    """What is wrong and how it is being put right: only what the official says, since no figure can."""
    say = phrases("draft_sections").say
    parts = [Part(heading, 1)]
    for place, name, label in (
        ("problems", "part_problems", "存在的主要问题"),
        ("improvement", "part_improvement", "改进情况"),
    ):
        words = setting.at(place).phrases("draft_sections")
        lead = words.say(f"lead_{place}", **({"year": setting.year} if place == "problems" else {}))
        texts = paragraphs(setting.filed.at(place), lead)
        if not texts:
            texts = paragraph(slot(setting, f"slot_{place}", heading, label))
        parts.append(Part(say(name), 2, tuple(texts), place=place))
    return parts


def _others(setting: Setting) -> Paragraphs:
    """Since 2021 the fee for processing is reported here, be it none."""
    given = [*setting.filed.at("fees"), *setting.filed.at("others")]
    fees = fee_sentences(setting)
    rest = leftover(setting)
    closing = phrases("draft_sections").say("no_others_besides" if fees else "no_others")
    last = [] if rest or given else [Sentence(closing, Origin.CONFIRM)]
    return [*paragraph(*fees, *rest, *last), *paragraphs(given)]


def fee_sentences(setting: Setting) -> list[Sentence]:
    """信息处理费, required since 2021 (国办公开办函〔2021〕30号, chapter six); before, where it is given."""
    say = setting.phrases("draft_disputes").say
    fee, cases = setting.value("processing_fees"), setting.value("processing_fee_cases")
    key = setting.key("processing_fees")
    values: dict[str, object] = {"year": setting.year, "own": setting.own}
    if fee is None:
        if (
            setting.year < 2021
            or setting.filed.mentions("fees", "处理费|收费|收取")
            or setting.filed.mentions("others", "处理费")
        ):
            return []
        mark = setting.need("其他需要报告的事项", "收取信息处理费（元）", key)
        return [setting.stated(say("fees", value=mark, **values))]
    if not fee:
        return [setting.stated(say("fees_none", **values), key)]
    if cases:
        text = say("fees_cases", value=fee, cases=cases, **values)
        return [setting.stated(text, key, setting.key("processing_fee_cases"))]
    return [setting.stated(say("fees", value=fee, **values), key)]


def leftover(setting: Setting) -> list[Sentence]:
    """Given figures that no table shows and no sentence has stated yet, so that none is lost.

    A part that is zero is stated by its total, which names the others.
    """
    shown = table_cells(setting.year)
    found = []
    for key, entry in setting.cells.items():
        known = indicators()[key[0]]
        done = (
            key in shown or key[0] in setting.told or key[0] in GROUPS or (known.parent and not entry.value)
        )
        if done or entry.source is not Source.GIVEN or entry.value is None:
            continue
        unit = known.column_unit(key[1])
        text = setting.phrases("draft_counts").say("leftover", name=known.name, value=entry.value, unit=unit)
        found.append(setting.stated(f"{text}。", key))
    return found
