"""The question's own words before a passage that answers it, word for word; anything more is no lead."""

from __future__ import annotations

import pytest
from plans import cards

from assistant.compose import Source, Statement
from assistant.model.leading import is_led_in
from assistant.planning.directory import directory

WHY = "东镇为什么信息员老是换人？"
PRINTED = "信息员由村干部担任，身兼数职，导致信息员更换频繁，没有专门开展业务培训和岗前辅导。"
SOURCE = Source("东镇2020.txt", "甲县东镇人民政府", 2020, "五、问题", PRINTED)
GROUND = Statement(f"东镇2020年年报写道：“{PRINTED}”", (SOURCE,))
BOOK = directory(cards("甲县东镇人民政府", 2020))


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("东镇信息员老是换人，原因有以下几点：信息员由村干部担任，身兼数职，导致信息员更换频繁。", True),
        ("东镇信息员老是换人的原因是身兼数职，导致信息员更换频繁。", True),
        ("东镇信息员老是换人，原因是工资太低，身兼数职，导致信息员更换频繁。", False),
        ("东镇信息员老是换人，原因是身兼数职，导致信息员更换。", False),
        ("东镇3名信息员老是换人，原因是身兼数职，导致信息员更换频繁。", False),
        ("东镇信息员没有换人，身兼数职，导致信息员更换频繁。", False),
        ("东镇2019年信息员老是换人，身兼数职，导致信息员更换频繁。", False),
        ("西沟镇信息员老是换人，身兼数职，导致信息员更换频繁。", False),
        ("东镇信息员老是换人，开展业务培训和岗前辅导。", False),
        ("东镇信息员老是换人，更换频繁。", False),
    ],
)
def test_only_the_question_may_stand_before_the_answer(said: str, *, holds: bool) -> None:
    assert is_led_in(said, WHY, [GROUND], BOOK) is holds


def test_where_figures_answer_there_is_no_question_to_repeat() -> None:
    assert not is_led_in("东镇信息员老是换人的原因是身兼数职，导致信息员更换频繁。", "", [GROUND], BOOK)


def test_a_number_alone_is_no_answer_word_for_word() -> None:
    both = Statement("东镇2020年年报写明的联系电话：0999-1234567，附表写的是0999-7654321。", (SOURCE,))
    assert not is_led_in("东镇的联系电话是0999-7654321。", "东镇的联系电话是多少？", [both], BOOK)
