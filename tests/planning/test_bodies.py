"""Names in questions: known bodies, unknown ones, slips of the keyboard."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from assistant.planning.bodies import find_bodies
from assistant.planning.directory import directory
from assistant.planning.strangers import strangers
from index.naming.issuer import make_issuer
from index.schema import Issuer


@dataclass(frozen=True)
class Card:
    name: str
    issuer: Issuer
    year: int
    superseded_by: str = ""


def card(name: str, year: int = 2020, superseded_by: str = "") -> Card:
    issuer = make_issuer([name])
    assert issuer is not None
    return Card(f"{name}{year}{superseded_by}", issuer, year, superseded_by)


BOOK = directory(
    [
        card("江北省云州市人民政府"),
        card("云州市东湖区人民政府"),
        card("柳河县青石镇人民政府"),
        card("平川县城关镇人民政府"),
        card("望海县城关镇人民政府"),
        card("云州市财政局"),
        card("云州市东湖区云州街道办事处"),
    ]
)


def named(text: str) -> list[tuple[str, list[str]]]:
    return [(m.text, [b.issuer.short for b in m.bodies]) for m in find_bodies(text, BOOK)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("云州市收到几件", [("云州市", ["云州市"])]),
        ("云州2020收到几件", [("云州", ["云州市"])]),
        ("江北省云州市人民政府办公室", [("江北省云州市人民政府", ["云州市"])]),
        ("柳河青石镇党委政府", [("柳河青石镇党委政府", ["青石镇"])]),
        ("云州市东湖区收到几件", [("云州市东湖区", ["东湖区"])]),
        ("云州市财政局和青石镇", [("云州市财政局", ["云州市财政局"]), ("青石镇", ["青石镇"])]),
        ("云州财政局", [("云州财政局", ["云州市财政局"])]),
        ("云州市审计局收到几件", [("云州市审计局", [])]),
        ("云州市住房和城乡建设局收到几件", [("云州市住房和城乡建设局", [])]),
        ("青石乡收到几件", [("青石乡", [])]),
        ("云州县收到几件", [("云州县", [])]),
        ("东湖区审计局收到几件", [("东湖区审计局", [])]),
        ("东湖区财政局收到几件", [("东湖区财政局", [])]),
        ("白云县青石镇收到几件", [("白云县青石镇", [])]),
        ("北京市海淀区收到几件", [("北京市海淀区", [])]),
        ("盐城2020年收到几件", [("盐城", [])]),
        ("请问柳口镇收到几件", [("柳口镇", [])]),
        ("想了解一下和平区的情况", [("和平区", [])]),
        ("柳河县收到几件", [("柳河县", [])]),
        ("青时镇收到几件", [("青时镇", [])]),
        ("平川县城关镇收到几件", [("平川县城关镇", ["城关镇"])]),
        ("城关镇收到几件", [("城关镇", ["城关镇", "城关镇"])]),
    ],
)
def test_a_name_is_taken_whole(text: str, found: list[tuple[str, list[str]]]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "全市收到多少件申请",
        "各县区分别收到多少",
        "哪个镇公开的信息多",
        "这几个镇里谁的申请多",
        "市政府门户网站发布了多少条",
        "政务服务大厅公开了什么",
        "开发区有没有报告",
        "社区和小区的信息公开了吗",
        "党委领导小组办公室设在哪里",
        "城乡建设信息有多少条",
        "乡镇和街道一共多少件",
        "怎么办理的",
        "县级以上部门有几家",
        "市场监管信息有几条",
        "人大常委会提了什么意见",
        "工作格局是什么样的",
        "辖区内各村的信息",
        "热点小学招生怎么保证公平",
        "公众办事大厅办了多少件",
        "乡讯一年出几期",
        "怎么解决基层专区设备闲置的问题",
        "村级公开栏多久更新一次",
        "覆盖了几个村",
        "全部6个社区都设了查阅点",
        "社区宣传栏公开了多少条",
        "有多少行政村设了查阅点",
        "村务公开监督员有几人",
        "怎样改进政务公开专区",
        "如何提高乡镇专区的使用率",
    ],
)
def test_common_nouns_are_no_names(text: str) -> None:
    assert strangers(text) == []


@pytest.mark.parametrize("before", ["有人找", "有人告", "谁投诉过", "去年有人咨询"])
def test_who_turns_to_a_body_is_no_part_of_its_name(before: str) -> None:
    (mention,) = find_bodies(f"{before}青石镇", BOOK)
    assert [body.issuer.short for body in mention.bodies] == ["青石镇"]


def test_a_slip_of_the_keyboard_is_explained() -> None:
    (mention,) = find_bodies("青食镇收到几件", BOOK)
    assert mention.note == "“青食镇”按“青石镇”理解"


def test_what_may_be_another_places_own_name_is_no_slip_for_sure() -> None:
    for text in ("青时镇收到几件", "青时2017年收到几件"):
        (mention,) = find_bodies(text, BOOK)
        assert not mention.bodies
        assert [body.issuer.short for body in mention.perhaps] == ["青石镇"]


def test_a_slip_may_be_a_word_that_no_name_holds() -> None:
    book = directory([card("云州市东湖区临江门街道办事处")])
    (mention,) = find_bodies("临江们街道2020年收到几件", book)
    assert [body.issuer.short for body in mention.bodies] == ["临江门街道"]


LONGER = directory(
    [
        card("青禾市松荫里街道办事处"),
        card("平川县竹梓门镇人民政府"),
        card("云州市水务局"),
        card("石岭回族自治县人民政府"),
    ]
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("松阴里街道收到几件", "松荫里街道"),
        ("松荫荫里街道收到几件", "松荫里街道"),
        ("松阴里街道办事处在哪", "松荫里街道"),
        ("松阴里2020年收到几件", "松荫里街道"),
        ("梓竹门镇收到几件", "竹梓门镇"),
    ],
)
def test_a_slip_in_a_long_name_is_understood_and_told(text: str, meant: str) -> None:
    (mention,) = find_bodies(text, LONGER)
    assert [body.issuer.short for body in mention.bodies] == [meant]
    assert meant in mention.note


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("竹门镇收到几件", "竹梓门镇"),
        ("松里街道收到几件", "松荫里街道"),
        ("韵州市水务局收到几件", "云州市水务局"),
        ("韵州水务局收到几件", "云州市水务局"),
        ("云州市水物局收到几件", "云州市水务局"),
        ("石铃回族自治县收到几件", "石岭回族自治县"),
    ],
)
def test_what_may_be_another_body_is_asked_back_on(text: str, near: str) -> None:
    (mention,) = find_bodies(text, LONGER)
    assert not mention.bodies
    assert [body.issuer.short for body in mention.perhaps] == [near]


@pytest.mark.parametrize(
    "text",
    [
        "云州市税务局收到几件",
        "税务局收到几件",
        "大竹梓门镇收到几件",
        "柳浦水务局收到几件",
        "滨海水务局收到几件",
        "新云州市水务局收到几件",
        "柳浦2020年收到几件",
    ],
)
def test_a_name_that_only_ends_or_sounds_like_a_known_one_is_anothers(text: str) -> None:
    (mention,) = find_bodies(text, LONGER)
    assert not mention.bodies
    assert not mention.perhaps


@pytest.mark.parametrize(
    "text",
    [
        "麻烦看下水务局收到几件",
        "目前水务局收到几件",
        "市里水务局收到几件",
        "2020年度水务局收到几件",
        "抖音2020年发了几条",
        "微信2020年发了几条",
        "征拆2020年公开几条",
    ],
)
def test_other_words_before_a_name_or_a_year_are_no_names(text: str) -> None:
    assert all(mention.bodies for mention in find_bodies(text, LONGER))


def test_a_name_that_is_a_place_of_its_own_is_no_slip() -> None:
    book = directory([card("太州市人民政府")])
    assert not find_bodies("泰州市收到几件", book)[0].bodies


def test_a_slip_that_fits_two_bodies_is_nobodys() -> None:
    book = directory([card("青石镇人民政府"), card("清石镇人民政府")])
    assert not find_bodies("轻石镇收到几件", book)[0].bodies


def test_a_report_that_another_supersedes_does_not_answer() -> None:
    book = directory([card("青石镇人民政府"), card("青石镇人民政府", superseded_by="x")])
    assert len(book.bodies[0].heads) == 1
