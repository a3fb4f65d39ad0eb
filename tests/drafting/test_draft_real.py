"""The next year's report of real towns and a city, drafted from their last one and figures made up here."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from drafts import COLUMNS, draft, read_back, stated

from assistant.draft import examined, written
from assistant.drafting.forms import document_blocks, result_rows, statistic_rows, table_cells
from assistant.drafting.spec import make_spec
from index.indicators import DISPUTES, OUTCOMES, statistic_sums

POINTS = [
    {"section": "监督保障", "text": "政务公开列入年度绩效考核"},
    {"section": "社会评议", "text": "社会评议由群众代表参加，共两次"},
    {"section": "责任追究", "text": "没有因政府信息公开工作被追究责任的情况"},
    {"section": "政府信息管理", "text": "逐件核对了文件的公开属性"},
    {"section": "平台建设", "text": "合并了内容重复的栏目"},
    {"section": "存在的主要问题", "text": "申请答复文书的格式还不统一"},
    {"section": "改进情况", "text": "统一答复文书，每半年抽查一次"},
]
CONTACT = {"office": "党政办公室", "address": "政府驻地", "phone": "0535-3761001"}


def _statistics() -> dict[str, Any]:
    found: dict[str, Any] = dict.fromkeys(statistic_rows(), 0)
    found |= {"disclosed": 88, "disclosed_website": 60, "disclosed_wechat": 30, "offices": 1, "trainings": 2}
    found |= {"received_letter": 2, "closed_on_time": 2, "granted": 1, "replied_not_exist": 1, "trainees": 40}
    for total, parts in reversed(statistic_sums().items()):
        found[total] = sum(found[part] for part in parts)
    return found


def _tables(year: int, carried: int) -> dict[str, Any]:
    """Balanced figures with so many requests carried over by natural persons, left for the draft to find."""
    zeros = dict.fromkeys(COLUMNS, 0)
    found: dict[str, Any] = dict.fromkeys(result_rows(year), zeros)
    found |= {"granted": zeros | {"自然人": carried + 3}, "partial": zeros | {"商业企业": 1}}
    found |= {
        "requests_new": zeros | {"自然人": 5, "商业企业": 1},
        "requests_carried_out": zeros | {"自然人": 2},
    }
    found |= {block: dict.fromkeys(OUTCOMES[:-1], 1) for block in DISPUTES}
    for _, columns, rows in document_blocks(year):
        found |= {row: {column: 2 for column in columns if column != "现行有效件数"} for row in rows}
    if year in {2019, 2021}:
        found |= {"requests_carried_in": zeros} if year == 2019 else {}
        in_force = {"现行有效件数": 2} if year == 2021 else {}
        found |= {row: found[row] | in_force for row in ("rules", "normative_documents")}
    return found | {"disclosed": 120, "processing_fees": 0, "trainings": 2}


CASES = [
    ("朱吴镇2016.txt", "海阳市朱吴镇人民政府", 2017, _statistics()),
    ("看庄镇2014.txt", "看庄镇人民政府", 2015, _statistics()),
    ("留格庄镇2018.md", "海阳市留格庄镇人民政府", 2019, _tables(2019, 0)),
    ("聂桥镇2017.md", "聂桥镇人民政府", 2018, _statistics()),
    ("朱桥镇2020.txt", "莱州市朱桥镇人民政府", 2021, _tables(2021, 0)),
    ("淮安市2024.pdf", "淮安市人民政府", 2025, _tables(2025, 103)),
]


@pytest.mark.parametrize(("file", "issuer", "year", "figures"), CASES)
def test_the_year_after_a_real_report_is_drafted_without_a_fault(
    file: str, issuer: str, year: int, figures: dict[str, Any], shared: Path
) -> None:
    values = {"issuer": issuer, "year": year, "figures": figures, "points": POINTS, "contact": CONTACT}
    values |= {"previous": str(shared / "reports" / file), "signed": f"{year + 1}-01-20"}
    started = time.process_time()
    made = draft(make_spec(values))
    data = written(made.draft, ".docx")
    assert time.process_time() - started < 2
    assert made.draft.unfilled == ()
    assert [identity.message for identity in made.draft.identities if not identity.holds] == []
    cells = {key: made.draft.cells[key].value for key in table_cells(year)}
    read = stated(read_back(made)[1])
    assert {key: read.get(key) for key in cells} == cells
    found = examined(made, data, "草稿.docx")
    assert [one["message"] for one in found if one["severity"] == "error"] == []


def test_what_a_real_city_left_over_is_carried_in(shared: Path) -> None:
    values = {
        "issuer": "淮安市人民政府",
        "year": 2025,
        "previous": str(shared / "reports" / "淮安市2024.pdf"),
    }
    cells = draft(make_spec(values)).draft.cells
    assert (cells["requests_carried_in", "自然人"].value, cells["requests_carried_in", "总计"].value) == (
        103,
        103,
    )
