"""What is asked about one problem is answered by that problem and its measure, in whatever words it is asked."""

from __future__ import annotations

import pytest

from assistant.passages import extract
from assistant.passages.problems import Side, sides
from assistant.planning.query import Operation, Plan, Target, Wanted
from index.schema import Block, Generation, Issuer, Report, Section

TARGET = Target("东镇2022.txt", "甲县东镇人民政府", 2022)


def report(*sections: tuple[str, ...]) -> Report:
    parts = tuple(Section(texts[:1], tuple(map(Block, texts))) for texts in sections)
    issuer = Issuer("甲县东镇人民政府", "东镇", "东镇")
    return Report("东镇2022.txt", "东镇2022年报", issuer, 2022, Generation.FORMAT_2021, parts)


LISTS = report(
    ("一、总体情况", "全年设查阅点3处，接待群众120人次。"),
    (
        "五、问题",
        "仍有不足。其一，查阅点少有人去。其二，科室会稿拖沓。",
        "下一年拟做两件事：一是查阅点搬进集市；二是会稿限三日办完。",
        "对上年度所列“喇叭听不清”问题，今年已改进，换了新设备。",
    ),
)
ITEMS = report(
    (
        "五、问题",
        "1.口径把握不准，个别答复被纠正。已规定答复须经法律顾问过目。2.语音助手时常答错，抽测准确率八成。将每月校对语料，力争提高到95%。",
    ),
)


def told(of: Report, question: str, *terms: str, wanted: Wanted = Wanted.TEXT) -> str:
    plan = Plan(question, Operation.NARRATIVE, wanted, (TARGET,), terms=terms, focus=terms)
    draft = extract.answer(plan, [(TARGET, of)], (), {})
    return "\n".join(s.text for s in draft.statements) if draft else ""


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("科室会稿拖沓定了什么规矩", ("科室", "会稿", "拖沓")),
        ("科室会稿拖沓，准备拿什么办法治", ("科室", "会稿", "拖沓")),
        ("科室会稿拖沓的问题有什么要求", ("科室", "会稿", "拖沓")),
    ],
)
def test_the_measure_is_told_in_whatever_words_it_is_asked(question: str, terms: tuple[str, ...]) -> None:
    text = told(LISTS, question, *terms)
    assert "三日办完" in text
    assert "集市" not in text


def test_a_measure_that_stands_beside_the_list_is_told_alone() -> None:
    text = told(LISTS, "喇叭听不清的问题怎么解决的", "喇叭", "听不清")
    assert "换了新设备" in text
    assert "集市" not in text


def test_a_problem_that_goes_on_with_its_measure_is_told_with_it() -> None:
    text = told(ITEMS, "语音助手存在什么问题，目标是什么", "语音", "助手")
    assert "力争提高到95%" in text
    assert "法律顾问" not in text


def test_what_was_done_in_general_is_not_taken_for_a_measure() -> None:
    assert "搬进集市" not in told(LISTS, "查阅点接待了哪些人", "查阅点", "接待")


def test_a_problem_asked_alone_has_no_measure() -> None:
    assert sides("会稿有什么毛病") == {Side.PROBLEMS}
    assert sides("会稿慢的问题定了什么规矩") == set(Side)


def test_where_no_pair_is_clear_the_measures_are_told_and_not_the_problem_again() -> None:
    loose = report(
        (
            "五、问题",
            "还有不足：答复口径与县里不一致。",
            "下一步：一是编清单；二是与县里会商；三是扩大示范点。",
        )
    )
    assert "与县里会商" in told(loose, "答复口径不一致，定了什么规矩", "答复", "口径", "不一致")
