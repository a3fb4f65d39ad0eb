"""Last year's report: its figures to compare with and to carry over, its passages to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from assistant.drafting.nouns import Key
from index.errors import DocumentError
from index.indicators import STATISTIC
from index.naming.issuer import one_issuer
from index.schema import Fact, Generation, Issuer, Report


@dataclass(frozen=True, slots=True)
class Previous:
    """A report of the same body, with what can be used of it.

    ``figures`` are the body's own for the report's year: those of its tables first, those of sentences where no table
    has them; ``contradicted`` are the keys whose places in the report disagree, which are in no case used.
    """

    report: Report
    facts: tuple[Fact, ...] = ()
    figures: dict[Key, Decimal] = field(default_factory=dict)
    contradicted: frozenset[Key] = frozenset()

    @property
    def year(self) -> int:
        """The report year."""
        return self.report.year

    def value(self, key: Key) -> Decimal | None:
        """A figure of last year, ``None`` where the report has none or contradicts itself."""
        return None if key in self.contradicted else self.figures.get(key)


def read_previous(path: Path) -> Previous:
    """Read and understand a report file. Raises DocumentError where it cannot be used."""
    from index.single import read_file  # noqa: PLC0415 - only a draft with a previous report needs the readers

    try:
        report, facts = read_file(path)
    except DocumentError as error:
        remedy = "请改正路径，或写 null 不用上年报告"
        raise DocumentError(
            f"上年报告不能用：{error.message.rstrip('。')}", "SPEC 的 previous", remedy
        ) from error
    return previous_of(report, facts)


def previous_of(report: Report, facts: Sequence[Fact]) -> Previous:
    """What a report and its facts say about its own body and year."""
    own = [fact for fact in facts if fact.value is not None and not fact.scope and fact.year == report.year]
    figures: dict[Key, Decimal] = {}
    contradicted: set[Key] = set()
    for fact in own:
        if fact.value is None or (fact.source == "text" and fact.part_of and fact.column not in {"", "总计"}):
            continue
        key = (fact.indicator, _column(fact, report.generation))
        if figures.setdefault(key, fact.value) != fact.value:
            contradicted.add(key)
    return Previous(report, tuple(facts), figures, frozenset(contradicted))


def _column(fact: Fact, generation: Generation) -> str:
    """The fact's column as a draft of that format names it: sentences of the years before 2019 go with the 统计表."""
    if generation is Generation.REGULATION_2007 and fact.column in {"", "总计"}:
        return STATISTIC
    return fact.column


def unusable(previous: Previous, issuer: Issuer, year: int) -> str:
    """Why figures of ``previous`` cannot be carried over or compared with, ``""`` where they can."""
    stated = previous.report.issuer.name
    if not one_issuer(previous.report.issuer, issuer):
        return f"previous 是“{stated}”的报告，不是“{issuer.name}”的，没有使用"
    if previous.year != year - 1:
        return f"previous 是{previous.year}年度的报告，不是{year - 1}年度的，没有结转数据，也没有比较"
    return ""
