"""Reading SPEC.json: whose report, which year, the figures, last year's report and the official's points."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant.drafting.nouns import Key, Origin
from assistant.drafting.spec_figures import read_figures
from index.errors import DocumentError
from index.language.dates import date_in
from index.naming.issuer import make_issuer
from index.schema import Contact, Issuer

FIRST_YEAR = 2008
"""The first report year: the regulation is in force since 2008-05-01 (国务院令第492号)."""

_KEYS = {"issuer", "year", "figures", "previous", "points", "contact", "signed"}
_OTHER_BODY = re.compile(r"[\u4e00-\u9fff（）]{4,}(?:委|会|院|校|学|所|站|中心|公司|集团|处|队|馆|社|段|厂)")
"""Bodies that are no government and no department and yet report: hospitals, schools, committees of zones."""

_CONTACT = tuple(item.name for item in fields(Contact))


@dataclass(frozen=True, slots=True)
class Point:
    """A statement that the official wants in a section; ``section`` as the official calls it.

    ``origin`` is another than ``GIVEN`` where a model wrote it (``MODEL``) or it is still to be confirmed or filled in.
    """

    section: str
    text: str
    origin: Origin = Origin.GIVEN


@dataclass(frozen=True, slots=True)
class Style:
    """How a part is worded: ``wording`` counts the phrases' variants from 0; ``omitted`` are indicators left untold.

    ``brief`` leaves out from 1 on the comparison with last year, from 2 on also what figures are made up of, from 3 on
    also what was not done.
    """

    wording: int = 0
    brief: int = 0
    omitted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Spec:
    """What the official brings. A figure that is absent from ``figures`` is to be filled in; ``None`` does not apply.

    ``styles`` are by ``Part.place``; a part without one is worded in full.
    ``form`` is a spreadsheet that has the figures, where SPEC.json names one in their place.
    """

    issuer: Issuer
    year: int
    figures: Mapping[Key, Decimal | None] = field(default_factory=dict)
    previous: Path | None = None
    points: tuple[Point, ...] = ()
    contact: Contact = field(default_factory=Contact)
    signed: dt.date | None = None
    styles: Mapping[str, Style] = field(default_factory=dict)
    form: Path | None = None


def read_spec(path: Path) -> Spec:
    """A SPEC.json. Raises DocumentError, which says what is wrong in it and how to put it right.

    Files that it names are looked for beside it, then in the working directory.
    """
    if not path.is_file():
        raise DocumentError("文件不存在", str(path), "请检查路径")
    try:
        values = json.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise DocumentError("不是 UTF-8 编码", path.name, "请另存为 UTF-8 后再试") from error
    except json.JSONDecodeError as error:
        where = f"第{error.lineno}行第{error.colno}列"
        raise DocumentError(
            f"不是有效的 JSON（{where}）", path.name, "请检查这一处的引号、逗号和括号"
        ) from error
    spec = make_spec(values, path.name)
    previous, form = (named and _found(named, path) for named in (spec.previous, spec.form))
    return replace(spec, previous=previous, form=form)


def make_spec(values: object, name: str = "SPEC") -> Spec:
    """The spec that a JSON document states. Raises DocumentError naming ``name``."""
    if not isinstance(values, dict):
        raise DocumentError("最外层应是一个对象", name, '格式为 {"issuer": …, "year": …, "figures": {…}}')
    if unknown := sorted(set(values) - _KEYS):
        raise DocumentError(
            f"不认识的项目：{'、'.join(unknown)}", name, f"可用的项目：{'、'.join(sorted(_KEYS))}"
        )
    year = year_of(values.get("year"), f"{name} 的 year")
    figures = values.get("figures") or {}
    form = Path(figures) if isinstance(figures, str) else None
    return Spec(
        issuer=issuer_of(values.get("issuer"), f"{name} 的 issuer"),
        year=year,
        figures={} if form else read_figures(figures, year, name),
        previous=_previous(values.get("previous"), name),
        points=tuple(
            _point(point, at, name) for at, point in enumerate(_list(values.get("points"), name), 1)
        ),
        contact=_contact(values.get("contact") or {}, name),
        signed=signed_on(values.get("signed"), year, f"{name} 的 signed"),
        form=form,
    )


def year_of(value: object, name: str) -> int:
    """The report year. Raises DocumentError where there can be no report of it."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}年?", value.strip()):
        value = int(value.strip().rstrip("年"))
    if not isinstance(value, int) or isinstance(value, bool) or not FIRST_YEAR <= value <= 2100:
        raise DocumentError(
            f"报告年度应是 {FIRST_YEAR} 以后的四位年份，现在是 {_shown(value)}", name, "例如 2024"
        )
    return value


def issuer_of(value: object, name: str) -> Issuer:
    """The body that is named. Raises DocumentError, which names ``name``, where it is none."""
    issuer = None
    if isinstance(value, str):
        plain = printable(value)
        other = Issuer(plain, plain, "") if _OTHER_BODY.fullmatch(plain) else None
        issuer = make_issuer([plain]) or other
    if issuer is None:
        raise DocumentError(
            f"发布机关应是机关全称，现在是 {_shown(value)}",
            name,
            "例如“某县某镇人民政府”“某市教育局”",
        )
    return issuer


def _previous(value: object, name: str) -> Path | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise DocumentError("previous 应是上年报告的文件路径或 null", name, '例如 "某镇2023.docx"')
    return Path(value)


def _found(named: Path, spec: Path) -> Path:
    beside = spec.parent / named
    return beside if beside.is_file() or not named.is_file() else named


def _list(value: object, name: str) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise DocumentError("points 应是列表", name, '格式为 [{"section": "…", "text": "…"}]')
    return value


def _point(value: object, at: int, name: str) -> Point:
    texts = value if isinstance(value, dict) else {}
    section, text = texts.get("section", ""), texts.get("text")
    if not isinstance(text, str) or not text.strip() or not isinstance(section, str):
        raise DocumentError(
            f"points 的第{at}条应有 section 和 text 两项文字",
            name,
            '例如 {"section": "监督保障", "text": "…"}',
        )
    return Point(section.strip(), printable(text))


def printable(text: str) -> str:
    """One paragraph without control characters, which no document format takes."""
    joined = re.sub(r"\s*\n\s*", "", text.strip())
    return "".join(char for char in joined if char.isprintable() or char == "\u3000")


def _contact(value: object, name: str) -> Contact:
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise DocumentError("contact 应是对象，各项为文字", name, f"可用的项目：{'、'.join(_CONTACT)}")
    if unknown := sorted(set(value) - set(_CONTACT)):
        raise DocumentError(
            f"contact 里不认识的项目：{'、'.join(unknown)}", name, f"可用：{'、'.join(_CONTACT)}"
        )
    return Contact(**{name: printable(text) for name, text in value.items()})


def signed_on(value: object, year: int, name: str) -> dt.date | None:
    """The date of signature, ``None`` where none is given. Raises DocumentError where it cannot be that of the year's report."""
    if value is None or value == "":
        return None
    try:
        found = dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = (date_in(str(value)) or (None,))[0]
    if found is None:
        raise DocumentError(f"成文日期读不懂：{_shown(value)}", name, f"例如 “{year + 1}-01-20”")
    if found <= dt.date(year, 12, 31):
        raise DocumentError(f"成文日期 {found} 早于统计期末 {year}-12-31", name, "请核对成文日期和报告年度")
    return found


def _shown(value: object) -> str:
    return "空的" if value in (None, "") else f"“{value}”"
