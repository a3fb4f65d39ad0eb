"""Literals for the tests of the page: a report of an invented town, and what answers cite from it."""

from __future__ import annotations

from decimal import Decimal

from assistant.schema import Answer, CellRef, Citation, Figure, Status
from index.schema import Block, FactState, Generation, Grid, GridCell, Issuer, Report, Section
from index.storage.heads import ReportHead, head

EVIL = '<script>alert(1)</script><img src=x onerror="alert(2)">[点](javascript:alert(3)) ![](http://a.example/b.png)'
TOWN = Issuer("云岭县松溪镇人民政府", "松溪镇", "松溪镇", aliases=("云岭县松溪镇人民政府", "松溪镇"))
ROW = "一、本年新收政府信息公开申请数量"
HEADER = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def grid(*rows: tuple[str, ...]) -> Grid:
    cells = tuple(tuple(GridCell(text) for text in row) for row in rows)
    return Grid(cells, tuple(" ".join(row) for row in rows))


def table(*rows: tuple[str, ...]) -> Block:
    printed = grid(*rows)
    return Block("\n".join(printed.printed), printed)


def section(heading: str, *texts: str | Block) -> Section:
    blocks = [Block(heading), *(text if isinstance(text, Block) else Block(text) for text in texts)]
    return Section((heading,), tuple(blocks))


def report(*sections: Section, name: str = "松溪镇2021.md", year: int = 2021) -> Report:
    return Report(
        name,
        f"松溪镇{year}年政府信息公开工作年度报告",
        TOWN,
        year,
        Generation.of(year),
        sections,
        format="md",
    )


def heads(*reports: Report) -> tuple[ReportHead, ...]:
    return tuple(map(head, reports or (report(),)))


def citation(n: int = 1, quote: str = "收到申请5件", cell: CellRef | None = None) -> Citation:
    return Citation(n, "松溪镇2021.md", TOWN.name, 2021, "一、总体情况", None, quote, cell)


def figure(year: int | None = 2021, value: str | None = "5", **changed: object) -> Figure:
    amount = None if value is None else Decimal(value)
    fields = {
        "issuer": TOWN.name,
        "indicator": "requests_new",
        "column": "总计",
        "scope": "",
        "unit": "件",
        "state": FactState.NUMBER,
        "citations": (1,),
    }
    return Figure(**{**fields, "year": year, "value": amount, **changed})  # type: ignore[arg-type]


def answer(text: str = "松溪镇2021年收到5件[1]。", **changed: object) -> Answer:
    fields = {"question": "收到几件", "status": Status.ANSWERED, "text": text, "citations": (citation(),)}
    return Answer(**{**fields, **changed})  # type: ignore[arg-type]
