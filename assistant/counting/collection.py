"""Questions about the collection itself: how many reports, of which bodies, of which years."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from assistant.compose import Draft, Source, Statement
from assistant.counting.desk import SHOWN
from assistant.locate import source_of
from assistant.planning.query import Target
from assistant.schema import Item
from index.schema import Report


def described(
    targets: Sequence[Target], reported: Callable[[str], Report], names: Mapping[str, str]
) -> Draft:
    """How many reports there are and whose; those that are shown with their titles as citations.

    ``reported`` gives the report of a name.
    """
    ordered = sorted(targets, key=lambda t: (t.issuer, t.year))
    bodies = len({t.issuer for t in ordered})
    years = sorted({t.year for t in ordered})
    head = f"收录{len(ordered)}份年报，涉及{bodies}个单位，{span(years)}："
    statements = [Statement(head, computed=(Decimal(len(ordered)), Decimal(bodies)))]
    items: list[Item[Source]] = []
    for target in ordered[:SHOWN]:
        report = reported(target.report)
        cited = title_source(report)
        name = names.get(target.report, target.issuer)
        statements.append(Statement(f"- {name}{target.year}年：《{report.title}》", cited, line=True))
        items.append(Item(target.issuer, target.year, cited))
    if rest := ordered[SHOWN:]:
        statements.append(Statement(f"- ……另有{len(rest)}份，见“收录的年报”", line=True))
        items += [Item(target.issuer, target.year) for target in rest]
    return Draft(tuple(statements), items=tuple(items))


def span(years: Sequence[int]) -> str:
    """2016年, or 2014年至2020年."""
    return f"{years[0]}年" if len(years) == 1 else f"{years[0]}年至{years[-1]}年"


def title_source(report: Report) -> tuple[Source, ...]:
    """The citation of a report's title, where it is printed in one piece."""
    found = source_of(report, report.title)
    return (found,) if found else ()
