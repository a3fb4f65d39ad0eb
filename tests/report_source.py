"""A report in pieces, printed as a Markdown file and read as the product reads it."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.facts import facts
from index.indicators import APPLICANTS, GROUPS, indicators
from index.load.plain import read_markdown
from index.parse import parse
from index.schema import Fact, Report

Row = list[str]


@dataclass
class Source:
    """A report in pieces. ``chapters`` maps headings to paragraphs; ``{documents}`` and the like stand for tables.

    ``labels`` gives rows of 表三 that are printed with another label.
    """

    year: int
    title: str
    preamble: list[str]
    chapters: dict[str, list[str]]
    signature: list[str]
    documents: dict[str, Row] = field(default_factory=dict)
    requests: dict[str, Row] = field(default_factory=dict)
    disputes: Row = field(default_factory=list)
    statistics: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """The report as a Markdown file."""
        lines = [f"# {self.title}", *self.preamble]
        for heading, paragraphs in self.chapters.items():
            lines.append(f"## {heading}")
            lines += [self._table(p) if p.startswith("{") else p for p in paragraphs]
        return "\n\n".join([*lines, *self.signature])

    def _table(self, name: str) -> str:
        return {
            "{documents}": self._documents,
            "{requests}": self._requests,
            "{disputes}": self._disputes,
        }.get(name, self._statistics)()

    def _documents(self) -> str:
        lines: list[str] = []
        for row, cells in self.documents.items():
            columns = indicators()[row].columns["2019" if self.year < 2021 else "2021"]
            lines += [
                _line(["信息内容", *columns]),
                _rule(len(columns) + 1),
                _line([indicators()[row].label(self.year), *cells]),
                "",
            ]
        return "\n".join(lines)

    def _requests(self) -> str:
        head = ["项目", "类别", "情形", *APPLICANTS]
        lines = [_line(head), _rule(len(head))]
        for row, cells in self.requests.items():
            lines.append(
                _line([*(self.labels.get(label, label) for label in _labels(row, self.year)), *cells])
            )
        return "\n".join(lines)

    def _disputes(self) -> str:
        kinds = ("行政复议", "行政诉讼·未经复议直接起诉", "行政诉讼·复议后起诉")
        outcomes = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
        head = [f"{kind}·{outcome}" for kind in kinds for outcome in outcomes]
        return "\n".join([_line(head), _rule(15), _line(self.disputes)])

    def _statistics(self) -> str:
        lines = [_line(["统计指标", "单位", "统计数"]), _rule(3)]
        for row, value in self.statistics.items():
            unit = "——" if row.startswith("heading_") else indicators()[row].unit
            lines.append(_line([indicators()[row].label(self.year), unit, value]))
        return "\n".join(lines)


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _rule(count: int) -> str:
    return "|" + "---|" * count


def _labels(row: str, year: int) -> list[str]:
    label, parent = indicators()[row].label(year), indicators()[row].parent
    if not parent and row != "requests_handled":
        return [label, "", ""]
    if parent in GROUPS:
        return ["三、本年度办理结果", indicators()[parent].label(year), label]
    return ["三、本年度办理结果", label, ""]


def understood(source: Source, name: str = "") -> tuple[Report, tuple[Fact, ...]]:
    """A source as the product reads it."""
    name = name or f"report{source.year}.md"
    report = parse(read_markdown(source.text().encode(), name))
    return report, facts(report)
