"""The indicators of the reports, read from indicators.toml, where each stands once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from index.tomlfiles import read_toml

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

CHANNELS = (
    "disclosed_gazette",
    "disclosed_website",
    "disclosed_weibo",
    "disclosed_wechat",
    "disclosed_other",
)
"""The channels of publication in the 统计表, each counted for itself."""

LEGAL_PERSONS = "法人或其他组织"
"""What the columns of 表三 between 自然人 and 总计 are together; sentences count it, the table has no column for it."""

GROUPS = ("refused", "unavailable", "not_processed", "other_handling")
"""The results in 表三 that stand over rows of their own, from 2019 on."""

DISPUTES = ("review", "litigation_direct", "litigation_after_review")
"""The three blocks of 表四, from 2019 on."""

OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
"""The columns of each of the three blocks of 表四, from 2019 on."""

STATISTIC = "统计数"
"""The one column of the 统计表 of 2014 to 2018."""

CUMULATIVE = "历年累计"
"""The column beside it in annex tables of before 2014: the figure since the regulations came into force in May 2008."""

COLUMN_UNITS = {
    "上一年项目数量": "项",
    "本年增/减": "项",
    "采购项目数量": "个",
    "采购总金额": "万元",
    "本年收费金额（单位：万元）": "万元",
}
"""Units of the columns of 表二 that do not count in the row's own unit; a unit printed in header or cell goes first."""


_REQUESTS = frozenset({"requests_new", "requests_total", "requests_handled", "replied", "refused"})


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
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    variants: tuple[str, ...] = ()
    heading: bool = False

    def label(self, year: int) -> str:
        """The statutory row label in the format in force for a report year, else ``name``."""
        eras = [era for era in self.labels if int(era) <= year]
        return self.labels[max(eras)] if eras else self.name

    @property
    def is_of_requests(self) -> bool:
        """Whether it counts requests for information (依申请公开), by way of receipt or by result."""
        return self.table == "requests" or bool({self.id, self.parent} & _REQUESTS)

    def column_unit(self, column: str) -> str:
        """The unit of the figures in a statutory column of this row: ``unit`` but for 表二's counts and amounts."""
        return COLUMN_UNITS.get(column, self.unit)


@cache
def indicators() -> dict[str, Indicator]:
    """All indicators by id, in the order of the statutory tables (the 统计表 shares some with 表三)."""
    return {entry["id"]: _indicator(entry) for entry in read_toml("indicators.toml")["indicator"]}


@cache
def form(table: str) -> tuple[Indicator, ...]:
    """The rows of ``requests`` (表三) or ``statistics`` (统计表) in printed order, group rows included."""
    return tuple(indicators()[row] for row in read_toml("indicators.toml")["forms"][table])


@cache
def rows_below(group: str) -> tuple[str, ...]:
    """The rows of 表三 that stand below one of ``GROUPS``, in printed order."""
    return tuple(row.id for row in form("requests") if row.parent == group)


@cache
def statistic_sums() -> dict[str, tuple[str, ...]]:
    """The totals of the 统计表 of 2014 to 2018, each with the rows that it is the sum of."""
    return {total: tuple(parts) for total, parts in read_toml("indicators.toml")["sums"].items()}


@cache
def annex_labels() -> dict[str, tuple[str, ...]]:
    """Row labels of the provinces' annex tables of before 2014, by indicator, beside those of the 统计表 of 2014."""
    return {row: tuple(labels) for row, labels in read_toml("indicators.toml")["annex"].items()}


def _indicator(entry: dict[str, Any]) -> Indicator:
    columns = {era: tuple(names) for era, names in entry.get("columns", {}).items()}
    lists = {"words": tuple(entry["words"]), "variants": tuple(entry.get("variants", ())), "columns": columns}
    return Indicator(**{**entry, **lists})
