"""Refusals for bodies and years that the collection lacks, each with the nearest true fact."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.planning.bodies import Mention
from assistant.planning.directory import Body, Directory, stem
from assistant.planning.query import Refusal, Target
from assistant.schema import Reason


def no_such_body(mention: Mention, book: Directory, years: Sequence[int] = ()) -> Refusal:
    """The refusal for an unknown body, with the nearest true fact: what is below it, above it, or else there.

    ``years`` are those that the question names.
    """
    name = mention.text
    below = book.above.get(name, ()) if not mention.department else ()
    if mention.perhaps:
        near = f"名称相近的有{_listed(mention.perhaps)}"
    elif below:
        near = f"收录的是其下辖的{_listed(below)}的报告"
    elif namesakes := _namesakes(mention, book):
        near = f"收录的是{_listed(namesakes)}的报告，与{name}不是同一个单位"
    elif book.bodies:
        near = f"收录的是{_listed(_alike_first(name, book.bodies))}的报告"
    else:
        near = "目前没有收录任何报告"
    gaps = tuple(Target("", name, year) for year in years)
    return Refusal(Reason.NO_SUCH_ISSUER, name, f"没有收录{name}的报告。{near}。", gaps)


def _namesakes(mention: Mention, book: Directory) -> tuple[Body, ...]:
    """Bodies of the same bare name (淮安市 for 淮安区), or whose name the unknown one begins with."""
    name = mention.text
    return tuple(
        body
        for body in book.bodies
        if body.issuer.area and (name.startswith(body.issuer.area) or stem(name) == stem(body.issuer.area))
    )


def _alike_first(name: str, bodies: Sequence[Body]) -> list[Body]:
    """Bodies of the same suffix and with most characters in common first."""
    common = {body.issuer.name: len(set(name) & set(body.issuer.short)) for body in bodies}
    return sorted(bodies, key=lambda b: (b.issuer.short[-1:] != name[-1:], -common[b.issuer.name]))


def _listed(bodies: Sequence[Body], most: int = 8) -> str:
    names = [f"{body.issuer.short}（{listed_years(body.years)}）" for body in bodies[:most]]
    return "、".join(names) + (f"等{len(bodies)}个单位" if len(bodies) > most else "")


def option(body: Body) -> str:
    """A body as the answer offers it when it asks back: 青石镇（2016年、2017年）."""
    return f"{body.issuer.short}（{listed_years(body.years)}）"


def no_year(body: Body, absent: Sequence[int]) -> Refusal:
    """The refusal for years of which the collection has no report of a body."""
    asked = listed_years(absent)
    message = f"没有收录{body.issuer.short}{asked}的报告，收录的是{body.issuer.short}{listed_years(body.years)}的报告。"
    gaps = tuple(Target("", body.issuer.name, year) for year in absent)
    return Refusal(Reason.NO_SUCH_YEAR, f"{body.issuer.short}{asked}", message, gaps)


def no_year_at_all(year: int, every: Sequence[int]) -> Refusal:
    """The refusal for a year of which the collection has no report at all."""
    return Refusal(
        Reason.NO_SUCH_YEAR, f"{year}年", f"没有收录{year}年的报告，收录的是{listed_years(every)}的报告。"
    )


def listed_years(years: Sequence[int]) -> str:
    """2016年、2018年; three or more years in a row as 2016年至2018年."""
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}年至{years[-1]}年"
    return "、".join(f"{year}年" for year in years)
