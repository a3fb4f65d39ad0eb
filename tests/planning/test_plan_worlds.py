"""Plans over catalogues of other make-up: one town's many years, a county's bodies, departments, namesakes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from plans import Card, cards, check

FOLDER = Path(__file__).parent.parent / "questions"
TOWNS = [
    "桐荫",
    "石磨",
    "上坪",
    "双塘",
    "白露",
    "竹溪",
    "莲塘",
    "大埠",
    "杉木",
    "望江",
    "龙池",
    "横岗",
    "沙湖",
    "新田",
    "泉水",
    "云台",
    "黄柏",
    "金坑",
]
BUREAUS = ["公安局", "教育局", "财政局", "卫生健康委员会", "自然资源局", "市场监督管理局", "民政局"]
WORLDS: dict[str, tuple[Card, ...]] = {
    "town": (*cards("柳河县石桥镇人民政府", 2014, 2015, 2016, 2018, 2020, 2021, 2022),),
    "county": (
        *cards("江北省云州市梅岭县人民政府", 2022, 2023),
        *(card for town in TOWNS for card in cards(f"梅岭县{town}镇人民政府", 2023)),
        *cards("梅岭县松风乡人民政府", 2022, 2023),
        *cards("梅岭县城关街道办事处", 2022, 2023),
        *(card for bureau in BUREAUS for card in cards(f"梅岭县{bureau}", 2023)),
    ),
    "bureaus": (
        *cards("云州市教育局", 2019, 2020, 2021, 2022, 2023, 2024),
        *cards("云州市市场监督管理局", 2020, 2021, 2023, 2024),
        *cards("云州市人力资源和社会保障局", 2023),
    ),
    "twins": (
        *cards("江北省云州市人民政府", 2023, 2024),
        *cards("江北省禾州市人民政府", 2023, 2024),
        *cards("云州市鼓楼区人民政府", 2022, 2023, 2024, tag="云州鼓楼"),
        *cards("禾州市鼓楼区人民政府", 2023, 2024, tag="禾州鼓楼"),
        *cards("云州市南湖区人民政府", 2024),
    ),
}


def cases() -> list[Any]:
    lines = [
        line
        for file in sorted(FOLDER.glob("worlds_*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]
    return [pytest.param(case, id=f"{case['in']}: {case['q']}") for case in map(json.loads, lines)]


@pytest.mark.parametrize("case", cases())
def test_a_question_gives_the_plan_that_is_written_beside_it(case: dict[str, Any]) -> None:
    check(case, WORLDS[case["in"]])
