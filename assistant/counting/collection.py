"""Questions about the collection itself: how many reports, of which bodies, of which years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from assistant.compose import Draft, Source, SourcedItem, Statement
from assistant.locate import source_of
from assistant.planning.query import Target
from index.schema import Report


def described(targets: Sequence[Target], reports: Mapping[str, Report], names: Mapping[str, str]) -> Draft:
    """How many reports there are and whose, each with its title as the citation."""
    ordered = sorted(targets, key=lambda t: (t.issuer, t.year))
    bodies = len({t.issuer for t in ordered})
    years = sorted({t.year for t in ordered})
    head = f"收录{len(ordered)}份年报，涉及{bodies}个单位，{span(years)}："
    statements = [Statement(head, computed=(Decimal(len(ordered)), Decimal(bodies)))]
    items: list[SourcedItem] = []
    for target in ordered:
        cited = title_source(reports[target.report])
        name = names.get(target.report, target.issuer)
        text = f"- {name}{target.year}年：《{reports[target.report].title}》"
        statements.append(Statement(text, cited, line=True))
        items.append(SourcedItem(target.issuer, target.year, cited))
    return Draft(tuple(statements), items=tuple(items))


def span(years: Sequence[int]) -> str:
    """2016年, or 2014年至2020年."""
    return f"{years[0]}年" if len(years) == 1 else f"{years[0]}年至{years[-1]}年"


def title_source(report: Report) -> tuple[Source, ...]:
    """The citation of a report's title, where it is printed in one piece."""
    found = source_of(report, report.title)
    return (found,) if found else ()
