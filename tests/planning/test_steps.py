"""A question taken apart into what it asks one after the other, and one that stays whole."""

from __future__ import annotations

import pytest

from assistant.planning.steps import MOST, bare, steps


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("比较东镇和西镇2020年的申请数量，并说明原因。", ["比较东镇和西镇2020年的申请数量，", "为什么"]),
        ("对比东镇和西镇的收费，并分析差异产生的原因", ["对比东镇和西镇的收费，", "为什么"]),
        (
            "东镇收到多少件申请？收费了吗？电话是多少？",
            ["东镇收到多少件申请？", "收费了吗？", "电话是多少？"],
        ),
        ("哪个镇公开的信息最多？它有什么问题？", ["哪个镇公开的信息最多？", "它有什么问题？"]),
        ("请总结东镇的主要做法，另外它有没有被复议过", ["请总结东镇的主要做法，", "它有没有被复议过"]),
        ("东镇有什么问题？怎么改进的？", ["东镇有什么问题？", "怎么改进的？"]),
    ],
)
def test_what_asks_for_different_things_is_several_questions(question: str, parts: list[str]) -> None:
    assert list(steps(question)) == parts


@pytest.mark.parametrize(
    "question",
    [
        "东镇为什么没有收到申请？",
        "东镇和西镇，谁收到的申请多？各多少件？",
        "东镇收到多少件申请，其中自然人提出的有多少件？",
        "东镇的电话和邮箱是什么？",
        "东镇2020年行政诉讼是零败诉，对吧？",
        "东镇去年复印收费了吗，收了多少",
        "想了解一下东镇。它收费了吗？",
        "东镇说的“突出重点，怎么公开？为什么公开？”是指什么",
        "东镇收了多少信息处理费，都是谁交的？",
    ],
)
def test_one_thing_and_more_of_the_same_stay_one_question(question: str) -> None:
    assert steps(question) == ()


def test_more_questions_than_anybody_asks_stay_one() -> None:
    assert steps("收了几件？为什么？" * MOST) == ()


@pytest.mark.parametrize(
    ("step", "said"),
    [("并说明其主要原因。", "为什么"), ("另外还有哪些问题？", "哪些问题？"), ("为什么慢？", "为什么慢？")],
)
def test_a_step_loses_what_joins_it_to_the_one_before(step: str, said: str) -> None:
    assert bare(step) == said
