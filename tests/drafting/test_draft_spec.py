from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assistant.drafting.spec import make_spec, read_spec
from index.errors import DocumentError
from index.schema import BodyLevel

TOWN = {"issuer": "青川县柳浦镇人民政府", "year": 2023}


def _refusal(**values: Any) -> str:
    with pytest.raises(DocumentError) as caught:
        make_spec({**TOWN, **values})
    return caught.value.message


def test_a_spec_names_body_year_and_figures() -> None:
    spec = make_spec({**TOWN, "figures": {"requests_new": {"自然人": 3, "总计": "1,003"}, "permits": 12}})
    assert (spec.issuer.name, spec.issuer.level, spec.year) == (TOWN["issuer"], BodyLevel.TOWN, 2023)
    assert spec.figures == {
        ("requests_new", "自然人"): Decimal(3),
        ("requests_new", "总计"): Decimal(1003),
        ("permits", "本年处理决定数量"): Decimal(12),
    }


def test_a_short_name_of_a_town_stands_for_its_government() -> None:
    assert make_spec({"issuer": "柳浦镇", "year": 2023}).issuer.name == "柳浦镇人民政府"


def test_a_blank_cell_is_no_figure_and_a_dash_does_not_apply() -> None:
    figures = {"rules": {"本年制发件数": "", "本年废止件数": None, "现行有效件数": "/"}}
    assert make_spec({**TOWN, "figures": figures}).figures == {("rules", "现行有效件数"): None}


def test_indicators_may_be_named_as_the_form_names_them() -> None:
    figures = {"一、本年新收政府信息公开申请数量": 3, "予以公开": {"总计": 2}, "review": {"维持": 1}}
    assert set(make_spec({**TOWN, "figures": figures}).figures) == {
        ("requests_new", "总计"),
        ("granted", "总计"),
        ("review", "结果维持"),
    }


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ({"request_new": 3}, "requests_new"),
        ({"permits": {"处理决定数量": 3}}, "本年处理决定数量"),
        ({"requests_new": "约3件"}, "不带单位和约数"),
        ({"requests_new": -1}, "不能是负数"),
        ({"requests_new": 2.5}, "应是整数"),
        ({"requests_new": True}, "应是数字"),
        ({"requests_new": "9e40"}, "数字太大"),
        ({"requests_new": float("nan")}, "应是数字"),
        ([], ""),
    ],
)
def test_a_figure_that_cannot_be_is_refused_with_the_reason(figures: Any, told: str) -> None:
    assert told in (_refusal(figures=figures) if figures else told)


def test_every_fault_of_the_figures_is_listed_at_once() -> None:
    message = _refusal(figures={"没有的": 1, "requests_new": "三件"})
    assert "没有的" in message
    assert "requests_new" in message


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"year": 1998}, "2008"),
        ({"year": "明年"}, "2024"),
        ({"issuer": "小明"}, "机关全称"),
        ({"points": [{"section": "问题"}]}, "第1条"),
        ({"points": "无"}, "列表"),
        ({"signed": "2023-06-01"}, "早于统计期末"),
        ({"signed": "某日"}, "读不懂"),
        ({"contact": {"电话": "1"}}, "phone"),
        ({"figure": {}}, "figures"),
        ({"previous": 3}, "文件路径"),
    ],
)
def test_a_spec_that_cannot_be_used_says_what_to_do(values: dict[str, Any], told: str) -> None:
    assert told in _refusal(**values)


def test_the_date_is_read_in_either_form() -> None:
    for text in ("2024-01-05", "2024年1月5日"):
        assert make_spec({**TOWN, "signed": text}).signed == dt.date(2024, 1, 5)


def test_a_file_that_is_no_json_says_where(tmp_path: Path) -> None:
    path = tmp_path / "SPEC.json"
    path.write_text('{"issuer": "柳浦镇"\n "year": 2023}', encoding="utf-8")
    with pytest.raises(DocumentError, match="第2行"):
        read_spec(path)


def test_last_years_report_is_looked_for_beside_the_spec(tmp_path: Path) -> None:
    (tmp_path / "上年.txt").write_text("…", encoding="utf-8")
    path = tmp_path / "SPEC.json"
    path.write_text(json.dumps({**TOWN, "previous": "上年.txt"}), encoding="utf-8")
    assert read_spec(path).previous == tmp_path / "上年.txt"


def test_a_byte_order_mark_and_exact_amounts_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "SPEC.json"
    path.write_text('{"issuer": "柳浦镇", "year": 2023, "figures": {"charges": 0.10}}', encoding="utf-8-sig")
    assert list(read_spec(path).figures.values()) == [Decimal("0.1")]
