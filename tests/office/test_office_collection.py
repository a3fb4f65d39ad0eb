"""What a report is compared with when the collection holds reports of the same body and of others."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pages import TOWN, heads, report, section

from assistant.office.collection import neighbours, year_before
from assistant.office.work import Upload, worked
from index.schema import Issuer, Report
from index.storage.heads import ReportHead

OTHER = Issuer("云岭县石塘镇人民政府", "石塘镇", "石塘镇", parents=("云岭县",))
FAR = Issuer("海阔县东滩镇人民政府", "东滩镇", "东滩镇", parents=("海阔县",))
SAID = "以村民夜话为抓手，把公开栏办到田埂上、晒场边、祠堂前"


@dataclass
class Shelf:
    """A collection of literals."""

    reports: tuple[Report, ...]

    def catalogue(self) -> tuple[ReportHead, ...]:
        return heads(*self.reports)

    def report(self, name: str) -> Report:
        return next(one for one in self.reports if one.name == name)


def of(issuer: Issuer, year: int) -> Report:
    made = report(section("一、总体情况", f"{SAID}。"), name=f"{issuer.short}{year}.md", year=year)
    return replace(made, issuer=issuer, title=f"{issuer.short}{year}年政府信息公开工作年度报告")


def test_the_same_bodys_report_of_the_year_before_is_found() -> None:
    shelf = Shelf((of(TOWN, 2019), of(TOWN, 2020), of(OTHER, 2020), of(TOWN, 2021)))
    found = year_before(TOWN, 2021, shelf)
    assert found
    assert found.name == "松溪镇2020.md"
    assert year_before(TOWN, 2019, shelf) is None


def test_other_bodies_reports_of_the_year_come_nearest_first() -> None:
    shelf = Shelf((of(FAR, 2021), of(OTHER, 2021), of(OTHER, 2020), of(TOWN, 2021)))
    own = replace(of(TOWN, 2021), issuer=replace(TOWN, parents=("云岭县",)))
    assert [one.issuer.short for one in neighbours(own, shelf)] == ["石塘镇", "东滩镇"]


def test_an_uploaded_report_is_compared_with_the_collection() -> None:
    text = f"# 云岭县松溪镇人民政府2021年政府信息公开工作年度报告\n\n## 一、总体情况\n\n{SAID}。\n"
    shelf = Shelf((of(TOWN, 2020), of(OTHER, 2021)))
    work = worked(Upload("松溪镇2021.md", text.encode()), collection=shelf)
    assert work.compared == "上一年度《松溪镇2020年政府信息公开工作年度报告》（已收录）、其他机关同年年报1份"
    assert any("石塘镇" in finding.message for finding in work.checked.findings)
