from __future__ import annotations

import pytest

from index.naming.issuer import body_of_office, make_issuer, one_issuer
from index.schema import BodyLevel, Issuer


def issuer(*primary: str, secondary: tuple[str, ...] = (), text: str = "") -> Issuer:
    made = make_issuer(primary, secondary, text)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("江苇省人民政府", BodyLevel.PROVINCE),
        ("苇古自治区", BodyLevel.PROVINCE),
        ("北京市", BodyLevel.PROVINCE),
        ("苇安市", BodyLevel.CITY),
        ("苇安地区", BodyLevel.CITY),
        ("苇边族自治州", BodyLevel.CITY),
        ("苇泽区", BodyLevel.COUNTY),
        ("苇县", BodyLevel.COUNTY),
        ("苇安高新区管委会", BodyLevel.COUNTY),
        ("苇庄镇", BodyLevel.TOWN),
        ("苇山民族乡", BodyLevel.TOWN),
        ("苇苏木", BodyLevel.TOWN),
        ("苇东街道办事处", BodyLevel.TOWN),
        ("苇安市教育局", BodyLevel.OFFICE),
    ],
)
def test_a_name_has_its_level(name: str, level: BodyLevel) -> None:
    assert issuer(name).level is level


def test_the_most_complete_form_of_one_body_is_its_name() -> None:
    assert issuer("苇吴镇政府", secondary=("苇吴镇人民政府",)).name == "苇吴镇人民政府"


def test_a_bare_area_is_completed_to_its_government() -> None:
    assert issuer("苇迁市").name == "苇迁市人民政府"


def test_parents_in_title_or_signature_belong_to_the_name() -> None:
    made = issuer("苇庄镇人民政府", "苇海市苇庄镇人民政府")
    assert made.name == "苇海市苇庄镇人民政府"
    assert made.parents == ("苇海市",)


def test_parents_from_elsewhere_are_known_but_not_in_the_name() -> None:
    made = issuer("苇泽区人民政府", secondary=("苇安市苇泽区人民政府",))
    assert (made.name, made.parents) == ("苇泽区人民政府", ("苇安市",))
    assert "苇安市苇泽区" in made.aliases


def test_another_body_in_the_contact_sentence_does_not_rename_the_issuer() -> None:
    made = issuer("苇吴镇政府", secondary=("苇桥镇人民政府", "苇海市人民政府"))
    assert made.name == "苇吴镇人民政府"
    assert made.parents == ()


def test_parents_are_found_right_before_the_area_in_the_text() -> None:
    assert issuer("苇街乡", text="如有疑问,请联系:苇游县苇街乡政府,电话").parents == ("苇游县",)


def test_aliases_run_from_the_full_name_to_the_bare_one() -> None:
    made = issuer("苇海市苇庄镇人民政府")
    assert made.aliases == (
        "苇海市苇庄镇人民政府",
        "苇海市苇庄镇政府",
        "苇庄镇人民政府",
        "苇海市苇庄镇",
        "苇庄镇政府",
        "苇庄镇",
        "苇庄",
    )


def test_no_alias_has_only_one_character() -> None:
    assert min(map(len, issuer("苇县人民政府").aliases)) == 2


def test_a_street_office_is_called_in_every_usual_way() -> None:
    assert {"苇东街道办事处", "苇东街道办", "苇东街道", "苇东办事处"} <= set(issuer("苇东街道办事处").aliases)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("苇安市卫生健康委员会", "苇安市卫健委"),
        ("苇安市市场监督管理局", "苇安市市场监管局"),
        ("苇安市人力资源和社会保障局", "苇安市人社局"),
        ("江苇省财政厅", "江苇省财政厅"),
        ("苇安市教育局", "苇安市教育局"),
    ],
)
def test_a_department_is_short_as_people_say_it(name: str, short: str) -> None:
    made = issuer(name)
    assert (made.short, made.level) == (short, BodyLevel.OFFICE)


def test_a_short_signature_still_names_the_department() -> None:
    assert issuer("苇安市人社局", "苇安市人力资源和社会保障局").name == "苇安市人力资源和社会保障局"


def test_an_autonomous_county_is_called_without_its_peoples() -> None:
    assert {"苇岭县", "苇岭"} <= set(issuer("苇岭苗族土家族自治县").aliases)


def test_the_short_name_that_a_report_introduces_is_an_alias() -> None:
    made = issuer(
        "苇安经济技术开发区管理委员会", text="由苇安经济技术开发区管理委员会(以下简称苇开区管委会)编制"
    )
    assert "苇开区管委会" in made.aliases


def test_a_short_name_that_any_county_has_is_no_alias() -> None:
    assert "县政府" not in issuer("苇平县人民政府", text="苇平县人民政府(以下简称县政府)").aliases


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("苇吴镇人民政府党政办", "苇吴镇人民政府"),
        ("苇安市苇泽区人民政府办公室", "苇安市苇泽区人民政府"),
        ("苇锡市苇山区人民政府苇桥街道党政办公室综合科", "苇锡市苇山区人民政府苇桥街道"),
        ("苇贺市政府信息公开领导小组办公室", "苇贺市"),
        ("苇进区教育局", "苇进区教育局"),
        ("苇安市教育局办公室", "苇安市教育局"),
        ("有关科室", ""),
    ],
)
def test_an_office_leads_to_its_body(office: str, body: str) -> None:
    assert body_of_office(office) == body


def test_no_name_makes_no_issuer() -> None:
    assert make_issuer(("", "年度报告"), ("我镇",)) is None


def test_two_reports_of_one_town_are_of_one_issuer_though_one_names_the_county() -> None:
    assert one_issuer(issuer("苇浔镇人民政府"), issuer("苇垣县苇浔镇人民政府"))
    assert not one_issuer(issuer("苇海市苇浔镇人民政府"), issuer("苇垣县苇浔镇人民政府"))
    assert not one_issuer(issuer("苇垣县人民政府"), issuer("苇垣县人民政府办公室"))
    assert one_issuer(issuer("苇垣县人社局"), issuer("苇垣县人力资源和社会保障局"))


def test_a_department_named_without_its_area_gets_it_from_the_text() -> None:
    assert (
        issuer("市教育局", text="制定了《苇仁市教育局信息公开制度》,市教育局高度重视").name == "苇仁市教育局"
    )


def test_a_new_area_has_the_organ_that_the_text_names() -> None:
    assert issuer("苇江新区", text="苇江新区人民政府门户网站").name == "苇江新区人民政府"
    assert issuer("苇江新区").name == "苇江新区管理委员会"


def test_a_tax_bureau_keeps_its_head_office() -> None:
    made = issuer("国家税务总局苇安市税务局")
    assert made.name == "国家税务总局苇安市税务局"
    assert "苇安市税务局" in made.aliases


def test_a_second_name_in_brackets_does_not_hide_the_first() -> None:
    assert issuer("苇安市发展和改革委员会（苇安市粮食局）").short == "苇安市发改委"


def test_a_city_in_a_prefecture_has_it_as_its_parent() -> None:
    assert issuer("苇西南州苇义市").parents == ("苇西南州",)
    assert issuer("苇宏州苇市").parents == ("苇宏州",)
    assert issuer("苇杭州市苇湖区").parents == ("苇杭州市",)
