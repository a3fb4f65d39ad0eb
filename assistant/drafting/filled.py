"""A form that is filled in becomes a spec."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields, replace

from assistant.drafting.fields import CONTACT, POINTS, SIGNED, places, read
from assistant.drafting.spec import Point, Spec, printable, signed_on
from index.errors import DocumentError
from index.schema import Contact, Issuer


def spec_from(texts: Mapping[str, str], issuer: Issuer, year: int) -> Spec:
    """What a draft is made from, from the fields as typed. Raises DocumentError where one cannot be read."""
    found = read(texts, year)
    if found.faults:
        raise DocumentError(f"有 {len(found.faults)} 格不是能用的数字", "", "请改正标红的格子，再生成草稿")
    contact = {item.name: printable(texts.get(f"{CONTACT}{item.name}", "")) for item in fields(Contact)}
    return Spec(
        issuer,
        year,
        found.figures,
        points=tuple(points(texts, year)),
        contact=Contact(**contact),
        signed=signed(texts, year),
    )


def completed(spec: Spec, texts: Mapping[str, str]) -> Spec:
    """A spec with a form's figures, and its points, contact and date where the spec has none of its own."""
    filled = spec_from(texts, spec.issuer, spec.year)
    return replace(
        spec,
        figures=filled.figures,
        points=spec.points or filled.points,
        contact=filled.contact if spec.contact == Contact() else spec.contact,
        signed=spec.signed or filled.signed,
    )


def points(texts: Mapping[str, str], year: int) -> list[Point]:
    """The points as typed, one a line."""
    return [
        Point(place, printable(line))
        for place, _ in places(year)
        for line in texts.get(f"{POINTS}{place}", "").splitlines()
        if line.strip()
    ]


def signed(texts: Mapping[str, str], year: int) -> dt.date | None:
    """The date of signature. Raises DocumentError where it cannot be one."""
    return signed_on(texts.get(SIGNED, "").strip(), year, "成文日期")
