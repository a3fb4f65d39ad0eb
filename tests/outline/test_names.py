"""Names of bodies taken apart: area, kind, organ."""

from __future__ import annotations

import pytest

from index.naming.names import BodyKind, split_name


@pytest.mark.parametrize(
    ("name", "parents", "area", "kind", "organ"),
    [
        ("苇海市苇庄镇人民政府", ("苇海市",), "苇庄镇", BodyKind.GOVERNMENT, "人民政府"),
        ("苇吴镇政府", (), "苇吴镇", BodyKind.GOVERNMENT, "政府"),
        ("苇迁市", (), "苇迁市", BodyKind.AREA, ""),
        ("苇州市苇市区", ("苇州市",), "苇市区", BodyKind.AREA, ""),
        ("江苇省苇安市苇泽区", ("江苇省", "苇安市"), "苇泽区", BodyKind.AREA, ""),
        (
            "苇岭苗族土家族自治县苇塘乡人民政府",
            ("苇岭苗族土家族自治县",),
            "苇塘乡",
            BodyKind.GOVERNMENT,
            "人民政府",
        ),
        ("苇丰区人民政府苇东街道办事处", ("苇丰区",), "苇东街道", BodyKind.SUBDISTRICT, "办事处"),
        ("苇东办事处", (), "苇东街道", BodyKind.SUBDISTRICT, "办事处"),
        ("苇安经济技术开发区管理委员会", (), "苇安经济技术开发区", BodyKind.ZONE, "管理委员会"),
        ("苇安市苇泽区市场监督管理局", ("苇安市",), "苇泽区", BodyKind.DEPARTMENT, "市场监督管理局"),
        ("苇安市住房和城乡建设局", (), "苇安市", BodyKind.DEPARTMENT, "住房和城乡建设局"),
        ("市教育局", (), "", BodyKind.DEPARTMENT, "教育局"),
        ("苇安市人民政府办公室", (), "苇安市", BodyKind.DEPARTMENT, "人民政府办公室"),
        ("苇 安 市 教 育 局", (), "苇安市", BodyKind.DEPARTMENT, "教育局"),
    ],
)
def test_a_name_is_taken_apart(
    name: str, parents: tuple[str, ...], area: str, kind: BodyKind, organ: str
) -> None:
    parts = split_name(name)
    assert parts is not None
    assert (parts.parents, parts.area, parts.kind, parts.organ) == (parents, area, kind, organ)


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("新市镇", "新市镇"),
        ("镇江市", "镇江市"),
        ("景德镇市昌江区", "昌江区"),
        ("新乡市新乡县", "新乡县"),
        ("青岛市市北区", "市北区"),
        ("荆州市沙市区", "沙市区"),
        ("古镇镇", "古镇镇"),
        ("津市市", "津市市"),
        ("全州县", "全州县"),
        ("贵港市", "贵港市"),
        ("晋城市城区", "城区"),
        ("南通市通州区", "通州区"),
    ],
)
def test_a_place_whose_name_holds_a_suffix_stays_whole(name: str, area: str) -> None:
    parts = split_name(name)
    assert parts is not None
    assert parts.area == area


@pytest.mark.parametrize(
    "text",
    [
        "我局",
        "本单位",
        "全市",
        "各乡镇",
        "乡镇",
        "有关部门",
        "政府信息公开",
        "你",
        "无",
        "哪个镇",
        "这几个县",
        "五个镇",
        "所有乡",
        "其他区",
        "镇政府",
    ],
)
def test_words_that_name_no_body_have_no_parts(text: str) -> None:
    assert split_name(text) is None


def test_places_whose_names_begin_like_question_words_are_names() -> None:
    assert all(split_name(name) for name in ("那曲市", "那坡县", "那大镇", "全椒县"))


@pytest.mark.parametrize(
    "name",
    [
        "苇安市委机构编制委员会办公室",
        "苇安市残疾人联合会",
        "苇安市信息中心",
        "苇安市供销合作社",
        "苇安市工业和信息化局",
    ],
)
def test_less_usual_bodies_are_names_too(name: str) -> None:
    assert split_name(name) is not None


def test_a_city_s_zone_does_not_take_the_city_s_suffix_into_its_name() -> None:
    parts = split_name("市苇河新区")
    assert parts is not None
    assert parts.area == "苇河新区"
