from __future__ import annotations

import pytest

from assistant.revision.instruction import Kind, instructions, read


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("把问题部分写具体一点", Kind.SPECIFIC),
        ("增加一条关于培训的措施", Kind.ADD),
        ("在改进部分加一条：每月核对一次", Kind.ADD),
        ("压缩到300字", Kind.SHORTEN),
        ("监督保障部分短一点", Kind.SHORTEN),
        ("换一种说法", Kind.REWORD),
        ("删掉第二条", Kind.REMOVE),
        ("不要关于评议的那条", Kind.REMOVE),
        ("把培训次数改成5次", Kind.FIGURE),
        ("培训次数增加到5次", Kind.FIGURE),
        ("把落款日期改成2024年1月8日", Kind.DATE),
        ("联系电话改为0599-7654321", Kind.CONTACT),
        ("把“偏少”改成“不多”", Kind.REPLACE),
        ("把第二条改成：公开栏三个月没有更新", Kind.RESET),
        ("把第三条移到最前面", Kind.MOVE),
        ("第一条和第二条对调", Kind.SWAP),
        ("确认第二条", Kind.CONFIRM),
        ("语气正式一些", Kind.OTHER),
    ],
)
def test_an_instruction_is_known_by_its_words(said: str, kind: Kind) -> None:
    assert read(said).kind is kind


def test_what_a_point_is_about_does_not_name_its_part() -> None:
    found = read("增加一条关于培训的措施")
    assert (found.topic, "培训" in found.head, "措施" in found.head) == ("培训", False, True)


@pytest.mark.parametrize(
    ("said", "items"),
    [("删掉第二条", (2,)), ("删掉第2条", (2,)), ("删去最后一条", (-1,)), ("把第三条和第一条交换", (3, 1))],
)
def test_items_are_named_by_ordinals(said: str, items: tuple[int, ...]) -> None:
    assert read(said).items == items


@pytest.mark.parametrize(
    ("said", "content"),
    [
        ("在改进部分加一条：每月核对一次，并通报", "每月核对一次，并通报"),
        ("加一条措施，每季度培训一次", "每季度培训一次"),
        ("把第二条改成：公开栏没有更新", "公开栏没有更新"),
        ("把第二条改成公开栏没有更新", "公开栏没有更新"),
        ("联系电话改成0599-7654321", "0599-7654321"),
        ("把“偏少”改成“不多”", "不多"),
    ],
)
def test_the_officials_words_are_taken_as_they_are(said: str, content: str) -> None:
    assert read(said).content == content


def test_a_message_is_taken_apart_only_where_every_part_is_an_instruction() -> None:
    both = instructions("把问题部分写具体一点，并增加一条关于培训的措施")
    assert [one.kind for one in both] == [Kind.SPECIFIC, Kind.ADD]
    assert len(instructions("在改进部分增加一条：每月核对一次，并通报结果")) == 1
    assert len(instructions("把改进部分写得好看些，再看看")) == 1
