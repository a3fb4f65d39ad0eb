"""The whole outline: preamble, numbered parts, annex, with last year's passages beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.drafting.collection import Neighbours
from assistant.drafting.forms import label_of, table_cells
from assistant.drafting.nouns import TO_CONFIRM, UNFILLED, Key, Origin, Part, Sentence
from assistant.drafting.phrases import phrases
from assistant.drafting.references import references
from assistant.drafting.sections import sections
from assistant.drafting.sections_2007 import sections_2007
from assistant.drafting.setting import Setting
from index.schema import BodyLevel, Contact, Generation, Report

_DETAILS = {
    "address": "地址",
    "postcode": "邮编",
    "phone": "电话",
    "fax": "传真",
    "email": "电子邮箱",
    "website": "网址",
}
_REQUIRED = {"address", "phone"}
_HAN = "一二三四五六七八九十"
_TABLES = {"documents": "表二", "requests": "表三", "disputes": "表四", "statistics": "统计表"}
_WITHOUT_RULES = {BodyLevel.COUNTY, BodyLevel.TOWN}
"""立法法 gives rule-making to governments of provinces and of cities with districts, not below."""


def outline(
    setting: Setting, contact: Contact, report: Report | None, others: Neighbours | None = None
) -> tuple[Part, ...]:
    """All parts of the draft in order; last year's report and other bodies' are for reference."""
    old = setting.generation is Generation.REGULATION_2007
    bodies = sections_2007(setting) if old else sections(setting)
    opening = tuple(_preamble(setting, contact))
    parts = [Part("", 0, (opening,), place="preamble"), *_numbered(bodies)]
    return tuple(
        replace(
            part,
            references=(
                *(references(part, report) if report else ()),
                *(others.references(part) if others else ()),
            ),
        )
        for part in parts
    )


def _numbered(parts: Sequence[Part]) -> Iterator[Part]:
    first = second = 0
    for part in parts:
        if part.level == 1:
            first, second = first + 1, 0
            yield replace(part, heading=f"{_HAN[first - 1]}、{part.heading}")
        else:
            second += 1
            yield replace(part, heading=f"（{_HAN[second - 1]}）{part.heading}")


def _preamble(setting: Setting, contact: Contact) -> Iterator[Sentence]:
    say = phrases("draft_preamble").say
    basis = {
        Generation.REGULATION_2007: "basis_2007",
        Generation.FORMAT_2019: "basis_2019",
        Generation.FORMAT_2021: "basis_2021",
    }[setting.generation]
    yield Sentence(say(basis, articles=_articles(setting)), Origin.STATUTE)
    yield Sentence(say("period", year=setting.year), Origin.STATUTE)
    details = []
    for name, label in _DETAILS.items():
        text = getattr(contact, name)
        if not text and name in _REQUIRED:
            text = setting.need("引言", f"联系{label}")
        if text:
            details.append(f"{label}：{text}")
    office = contact.office or setting.need("引言", "联系机构")
    text = say("contact", office=office, details="；".join(details))
    origin = Origin.GIVEN if contact == setting.spec.contact else Origin.CONFIRM
    yield Sentence(text, Origin.SLOT if UNFILLED in text else origin)


def _articles(setting: Setting) -> str:
    """Article 49 obliges departments and governments from the county up; towns report by article 50 alone."""
    obliged = setting.is_government and setting.spec.issuer.level in {
        BodyLevel.PROVINCE,
        BodyLevel.CITY,
        BodyLevel.COUNTY,
    }
    obliged = obliged or setting.spec.issuer.level is BodyLevel.OFFICE
    return phrases("draft_preamble").say("articles_obliged" if obliged else "articles_other")


def note_empty_cells(setting: Setting) -> None:
    """List every cell of the tables that has no figure, after the slots of the text."""
    noted = {(slot.indicator, slot.column) for slot in setting.slots}
    for key, table in table_cells(setting.year).items():
        if key not in setting.cells and key not in noted:
            setting.need(_TABLES[table], label_of(key[0], setting.year), key, _hint(setting, key))


def note_open_points(setting: Setting, parts: Iterable[Part]) -> None:
    """List the points that still hold a mark: what is to be filled in and what is to be confirmed."""
    for part in parts:
        for sentence in (one for paragraph in part.paragraphs for one in paragraph if one.point):
            for mark, label in ((UNFILLED, "要点待写明"), (TO_CONFIRM, "要点待核实")):
                if mark in sentence.text:
                    setting.need(part.heading, label, hint=sentence.text)


def _hint(setting: Setting, key: Key) -> str:
    """What may help to fill in a cell: what the identities say, or what the law leaves no room for."""
    if key[0] == "rules" and setting.spec.issuer.level in _WITHOUT_RULES:
        return "本机关没有制定规章的权限的，填0"
    if key[0] != "requests_carried_out":
        return ""
    rows = ("requests_new", "requests_carried_in", "requests_handled")
    new, carried, handled = (setting.value(row, key[1]) for row in rows)
    if new is None or carried is None or handled is None or new + carried < handled:
        return ""
    return f"按勾稽关系应为{new + carried - handled}"
