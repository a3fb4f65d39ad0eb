"""Names for the parts of an area."""

from __future__ import annotations

import pytest

from assistant.planning.part_names import asked_scopes, kind_of, scope_rank, speaks_of


@pytest.mark.parametrize(
    ("printed", "asked"),
    [
        ("县（区）政府及其部门", "县区"),
        ("各县（市、区）", "县区"),
        ("县区", "县区"),
        ("镇（街道）", "镇街"),
        ("乡镇（街道）", "镇街"),
        ("各乡镇", "镇街"),
        ("市政府部门", "部门"),
        ("区级部门", "部门"),
        ("县直部门", "部门"),
        ("市各有关部门", "部门"),
        ("市直单位", "部门"),
        ("市政府及市政府办公室", "政府"),
        ("县政府", "政府"),
        ("市级", "本级"),
        ("市本级", "本级"),
        ("泗洪县", ""),
        ("市公安局", ""),
        ("望江镇", ""),
    ],
)
def test_printed_parts_are_known_by_their_kind(printed: str, asked: str) -> None:
    assert kind_of(printed) == asked
    if asked:
        assert scope_rank(printed, asked) is not None


@pytest.mark.parametrize(
    ("printed", "asked"),
    [
        ("市级部门", "本级"),
        ("县（区）政府及其部门", "部门"),
        ("县（区）政府及其部门", "政府"),
        ("镇（街道）", "县区"),
        ("全市", "县区"),
        ("", "部门"),
        ("本级", "全市"),
        ("东河县公安局", "东河县"),
        ("东河县公安局", "公安局"),
        ("公安局", "市政府"),
        ("全市", "门户网站"),
    ],
)
def test_one_part_never_answers_for_another(printed: str, asked: str) -> None:
    assert scope_rank(printed, asked, "云州市人民政府") is None


@pytest.mark.parametrize(
    ("printed", "asked"),
    [
        ("云州市公安局", "公安局"),
        ("市公安局", "云州市公安局"),
        ("东河县人民政府", "东河县"),
        ("云州经济技术开发区", "经开区"),
        ("湖东区", "云州市湖东区"),
    ],
)
def test_a_named_part_is_the_same_with_and_without_the_area_above(printed: str, asked: str) -> None:
    assert scope_rank(printed, asked, "云州市人民政府") == 1


def test_the_government_itself_comes_before_its_level_and_the_portal_before_a_single_site() -> None:
    own = [scope_rank(scope, "政府") for scope in ("市政府", "本级")]
    assert own == [1, 2]
    assert scope_rank("本级", "门户网站") == 2
    assert scope_rank("", "门户网站") == 4


def test_a_question_names_a_part_only_where_the_part_does_something() -> None:
    assert [scope for _, scope in asked_scopes("  部门收到几件，镇街收到几件")] == ["部门", "镇街"]
    assert asked_scopes("哪个部门收到最多") == []
    assert asked_scopes(" 由部门负责的工作") == []
    assert asked_scopes("和部门沟通的情况") == []


def test_a_passage_about_the_whole_area_does_not_speak_of_its_parts() -> None:
    text = "全市共收到申请300件"
    assert not any(speaks_of(text, part) for part in ("县区", "镇街", "部门", "政府", "东河县"))
    assert speaks_of("其中县(区)政府及其部门收到97件", "县区")
    assert speaks_of(text, "全市")
