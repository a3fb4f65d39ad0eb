"""Which sentence comes first: words, then the characters that they share, and what says before what announces."""

from __future__ import annotations

import pytest

from assistant.passages.weighing import Passage, announces, weigh, weights_for
from assistant.planning.query import Operation, Plan
from index.schema import Block, Generation, Issuer, Report, Section

TOWN = Report(
    "东镇2022.txt", "", Issuer("甲县东镇人民政府", "东镇", "东镇"), 2022, Generation.FORMAT_2021, ()
)


def passage(text: str) -> Passage:
    block = Block(text)
    return Passage(TOWN, Section(("一、总体情况",), (block,)), block, 0, len(text))


def first(terms: tuple[str, ...], *texts: str) -> str:
    found = [passage(text) for text in texts]
    plan = Plan("", Operation.NARRATIVE, terms=terms, focus=terms)
    return weigh(weights_for(plan, found), found)[0].passage.text


@pytest.mark.parametrize(
    ("terms", "right", "wrong"),
    [
        (("关了", "公众号"), "关停2个长期不更新的公众号。", "公众号推送文章412篇，阅读量38万次。"),
        (("被免", "钱"), "对2名低保对象免收了复制费。", "全年收到当面申请47件，均已答复。"),
        (("山里",), "为5个山区乡镇各配1台宣传车。", "各乡镇均配备1名专职人员。"),
    ],
)
def test_characters_decide_where_words_do_not(terms: tuple[str, ...], right: str, wrong: str) -> None:
    assert first(terms, wrong, right) == right


def test_a_heading_run_on_comes_after_the_sentence_that_it_announces() -> None:
    said = "建立健全考核、评议、审查等六项制度，从未发生失密事件。"
    assert first(("建立", "制度"), "二是建立健全六项制度。", said) == said


@pytest.mark.parametrize(
    ("text", "short"),
    [("二是健全制度。", True), ("电话：0500-1234567。", False), ("全年收到3件。", False)],
)
def test_a_figure_or_a_word_after_a_colon_says_something(text: str, *, short: bool) -> None:
    assert announces(passage(text)) is short
