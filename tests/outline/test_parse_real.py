"""The real reports, read from the folder that DISCLOSURE_SHARED names; figures and labels only."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from index.load.dispatch import load
from index.parse import parse
from index.schema import Document, Generation, Report

SIX = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
OVERVIEW_2021 = (
    "（一）主动公开情况",
    "（二）依申请公开情况",
    "（三）政府信息管理情况",
    "（四）政府信息公开平台建设情况",
    "（五）政府信息公开监督保障情况",
)


def tree(top: tuple[str, ...], below: dict[str, tuple[str, ...]]) -> list[str]:
    """The labels of a tree of two levels, the preamble first; ``below`` by the number of the section."""
    labels = [""]
    for heading in top:
        parts = next((parts for start, parts in below.items() if heading.startswith(start)), ())
        labels += [heading, *(f"{heading} > {part}" for part in parts)]
    return labels


EXPECTED = {
    "看庄镇2014.txt": (
        "看庄镇2014年政府信息公开工作年度报告",
        "看庄镇人民政府",
        2014,
        "",
        None,
        "",
        tree(
            (
                "一、本年度政府信息公开工作的基本情况",
                "二、重点领域政府信息公开情况",
                "三、主动公开政府信息的情况",
                "四、依申请公开政府和不予公开政府信息的情况",
                "五、政府信息公开的收费及减免情况",
                "六、因政府信息公开申请行政复议、提起行政诉讼的情况",
                "七、政府信息公开工作存在问题及改进措施",
            ),
            {
                "一、": (
                    "(一) 政府信息公开工作机构和人员设置情况",
                    "(二) 建立健全政府信息公开工作制度情况",
                    "（三）政府信息公开目录、公开指南的编制、更新情况",
                ),
                "四、": (
                    "（一）依申请公开工作受理、答复情况",
                    "（二）不予公开政府信息备案情况",
                    "（三）接待场所建设、完善、维护及工作运行情况",
                ),
                "七、": ("（一）存在的主要问题", "(二)改进措施"),
            },
        ),
    ),
    "朱吴镇2016.txt": (
        "朱吴镇政府2016年信息公开年度报告",
        "朱吴镇人民政府",
        2016,
        "",
        None,
        "0535-3761001",
        tree(
            (
                "一、概述",
                "二、主动公开政府信息情况",
                "三、依申请公开政府信息及咨询受理情况",
                "四、申请行政复议、提起行政诉讼情况",
                "五、政府信息公开的收费及减免情况",
                "六、存在问题及改进措施",
            ),
            {
                "一、": (
                    "（一）认真学习，严格落实相关文件精神",
                    "（二）加强领导，综合推进信息公开工作",
                    "（三）注重实效，不断深化信息公开内容",
                ),
                "二、": (
                    "(一)政府门户网站主动公开政府信息情况",
                    "(二)政府政务宣传栏主动公开政府信息情况",
                ),
                "六、": (
                    "（一）加强组织领导，完善公开机制",
                    "（二）抓好载体建设，创新公开形式",
                    "（三）突破难点重点，深化公开内容",
                    "（四）注重公开实效，强化监督考核",
                    "（五）加强多方联动，提高公开水平",
                ),
            },
        ),
    ),
    "聂桥镇2017.md": (
        "聂桥镇人民政府2017年政府信息公开工作年度报告",
        "聂桥镇人民政府",
        2017,
        "聂桥镇人民政府",
        dt.date(2018, 2, 7),
        "0792-4681023",
        tree(
            (
                "一、 概述",
                "二、主动公开政府信息的情况",
                "三、政府信息依申请公开办理情况",
                "四、对德府办字〔2017〕16号文件落实情况",
                "五、人大代表建议和政协委员办理结果公开情况",
                "六、举报投诉数量情况",
                "七、依申请信息公开收费情况",
                "八、机构建设和保障经费情况",
                "九、政府信息公开工作存在的主要问题及改进情况",
                "附件1",
            ),
            {
                "一、": (
                    "(一)加强组织领导,政务公开工作机制逐步健全完善",
                    "(二)规范建设,提高政务公开质量",
                    "(三)用好载体,完善政务公开形式",
                    "(四)强化监督,确保政务公开落实",
                ),
                "九、": ("(一)工作中存在的问题", "(二)改进措施"),
            },
        ),
    ),
    "朱桥镇2020.txt": (
        "莱州市朱桥镇人民政府2020年政府信息公开工作年度报告",
        "莱州市朱桥镇人民政府",
        2020,
        "莱州市朱桥镇人民政府",
        dt.date(2021, 1, 26),
        "",
        tree(SIX, {}),
    ),
    "宿迁市2023.txt": (
        "宿迁市2023年政府信息公开工作年度报告",
        "宿迁市人民政府",
        2023,
        "",
        None,
        "",
        tree(
            SIX,
            {
                "一、": (
                    "（一）主动公开方面",
                    "（二）依申请公开方面",
                    "（三）政府信息管理方面",
                    "（四）政府信息公开平台建设方面",
                    "（五）监督保障方面",
                    "（六）政府信息公开标准化建设方面",
                ),
                "五、": (
                    "（一）坚持“标准化”推进主动公开",
                    "（二）坚持“规范化”推进案件办理",
                    "（三）坚持“多元化”推进平台建设",
                ),
            },
        ),
    ),
    "洪泽区2023.pdf": (
        "洪泽区人民政府2023年政府信息公开工作年度报告",
        "洪泽区人民政府",
        2023,
        "",
        None,
        "0517-87222589",
        tree(SIX, {"一、": OVERVIEW_2021}),
    ),
    "淮安市2024.pdf": (
        "淮安市人民政府2024年政府信息公开工作年度报告",
        "淮安市人民政府",
        2024,
        "",
        None,
        "0517-83605210",
        tree(SIX, {"一、": OVERVIEW_2021}),
    ),
}


def read(shared: Path, name: str) -> Report:
    (document,) = load(shared / "reports" / name, name)
    assert isinstance(document, Document)
    report = parse(document)
    assert tuple(block for section in report.sections for block in section.blocks) == document.blocks
    return report


@pytest.mark.parametrize("name", EXPECTED)
def test_a_real_report_is_understood(shared: Path, name: str) -> None:
    report = read(shared, name)
    title, issuer, year, signature, signed, phone, labels = EXPECTED[name]
    assert (report.title, report.issuer.name, report.year) == (title, issuer, year)
    assert (report.signature, report.signed, report.contact.phone) == (signature, signed, phone)
    assert report.generation is Generation.of(year)
    assert [section.label for section in report.sections] == labels


def test_a_report_with_headings_at_random_levels_has_twelve_sections(shared: Path) -> None:
    report = read(shared, "留格庄镇2018.md")
    assert report.issuer.name == "海阳市留格庄镇人民政府"
    assert report.issuer.parents == ("海阳市",)
    assert {"留格庄镇政府", "留格庄镇", "留格庄"} <= set(report.issuer.aliases)
    assert (report.contact.phone, report.signed) == ("0535-3661003", dt.date(2019, 3, 5))
    tops = [section.heading for section in report.sections if section.level == 1]
    assert [heading.split("、")[0] for heading in tops] == [
        "一",
        "二",
        "三",
        "四",
        "五",
        "六",
        "七",
        "八",
        "九",
        "十",
        "十一",
        "十二",
    ]
    assert sum(section.level == 2 for section in report.sections) == 10


def test_a_real_contact_gives_address_postcode_and_mail(shared: Path) -> None:
    contact = read(shared, "洪泽区2023.pdf").contact
    assert contact.office == "淮安市洪泽区人民政府办公室"
    assert (contact.postcode, contact.email) == ("223100", "hzzwgk@126.com")
    assert contact.address == "淮安市洪泽区洪泽湖大道90号"


def test_the_district_s_city_is_known_as_its_parent(shared: Path) -> None:
    assert read(shared, "洪泽区2023.pdf").issuer.parents == ("淮安市",)
