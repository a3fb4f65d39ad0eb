"""The indicators of the reports, read from indicators.toml, where each stands once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

APPLICANTS = (
    "自然人",
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "其他",
    "总计",
)
"""The columns of 表三, from 2019 on."""

OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
"""The columns of each of the three blocks of 表四, from 2019 on."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator; the fields are explained at the head of indicators.toml."""

    id: str
    name: str
    unit: str
    table: str = ""
    parent: str = ""
    words: tuple[str, ...] = ()
    labels: dict[str, str] = field(default_factory=dict)

    def label(self, year: int) -> str:
        """The statutory row label in the format in force for a report year, else ``name``."""
        eras = [era for era in self.labels if int(era) <= year]
        return self.labels[max(eras)] if eras else self.name


@cache
def indicators() -> dict[str, Indicator]:
    """All indicators by id, in the order of the statutory tables."""
    source = resources.files("index").joinpath("indicators.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(source)["indicator"]
    return {entry["id"]: Indicator(**{**entry, "words": tuple(entry["words"])}) for entry in entries}
