"""A question with several clauses is answered clause by clause, and what no report tells is said to be missing."""

from __future__ import annotations

from dataclasses import replace

from assistant.compose import Draft, Source, Statement
from assistant.passages import clauses
from assistant.planning.query import Operation, Part, Plan, Target, Wanted

TARGET = Target("东镇2016.txt", "甲县东镇人民政府", 2016)
PLAN = Plan("收费多少钱？给谁减免了？", Operation.VALUE, Wanted.MONEY, (TARGET,), terms=("减免", "收费"))


def quoting(text: str) -> Draft:
    return Draft((Statement(text, (Source("东镇2016.txt", "东镇", 2016, "五、收费", text),)),))


def test_a_comma_that_only_leads_up_to_a_clause_does_not_part_it() -> None:
    assert clauses.asking_clauses("针对这些问题，怎么改？谁来改") == ["针对这些问题，怎么改", "谁来改"]


def test_a_list_of_things_stays_in_one_clause() -> None:
    assert clauses.asking_clauses("网站、微信各发了多少条") == ["网站、微信各发了多少条"]


def test_what_the_answer_lacks_is_read_from_passages() -> None:
    more = quoting("对1户低保户减免20元。")
    draft = clauses.completed(PLAN, quoting("收费60元。"), lambda _: more)
    assert draft is not None
    assert [s.text for s in draft.statements] == ["收费60元。", "对1户低保户减免20元。"]


def test_what_no_passage_tells_is_said_to_be_missing() -> None:
    draft = clauses.completed(PLAN, quoting("收费60元。"), lambda _: None)
    assert draft is not None
    assert "没有找到" in draft.statements[-1].text


def test_nothing_is_answered_where_no_clause_is() -> None:
    assert clauses.completed(PLAN, None, lambda _: None) is None


def test_a_question_with_one_clause_is_left_as_it_is() -> None:
    one = Plan("收了多少钱", Operation.VALUE, Wanted.MONEY, (TARGET,))
    assert clauses.completed(one, quoting("收费60元。"), lambda _: None) == quoting("收费60元。")


ASKED = Plan(
    "开放日办了几次，来了多少人", Operation.NARRATIVE, Wanted.NUMBER, (TARGET,), terms=("开放日", "来")
)


def test_a_later_clause_alone_is_no_answer_where_nothing_speaks_of_the_subject() -> None:
    assert clauses.completed(ASKED, quoting("培训来了30人。"), lambda _: None) is None
    assert clauses.completed(ASKED, quoting("开放日来了30人。"), lambda _: None) is not None


def test_a_figure_does_not_say_what_it_was_about() -> None:
    plan = Plan("有没有投诉？投诉的啥", Operation.YES_NO, Wanted.YES_NO, (TARGET,), terms=("投诉",))
    source = Source("东镇2016.txt", "东镇", 2016, "六、投诉", "收到投诉1件，反映公开栏没有更新。")
    figure = Draft((Statement("投诉为1件。", (source,)),))
    draft = clauses.completed(plan, figure, lambda _: quoting("收到投诉1件，反映公开栏没有更新。"))
    assert draft is not None
    assert "公开栏" in draft.statements[-1].text


def test_a_clause_that_names_a_column_of_the_row_is_told_by_its_figure() -> None:
    row = ("litigation",)
    plan = Plan("输了几件、还有几件没判", Operation.VALUE, Wanted.NUMBER, (TARGET,), indicators=row)
    both = replace(plan, column="结果纠正", parts=(Part(row, "尚未审结"),))
    clause = replace(plan, question="还有几件没判", indicators=())
    assert clauses.named_by_column(both, clause)
    assert not clauses.named_by_column(plan, clause)


def test_a_count_does_not_say_why() -> None:
    plan = Plan("复议纠错了几件，因为啥", Operation.NARRATIVE, Wanted.TEXT, (TARGET,), terms=("复议", "纠错"))
    draft = clauses.completed(plan, quoting("复议纠错1件。"), lambda _: quoting("该件复议因逾期答复被纠错。"))
    assert draft is not None
    assert "逾期" in draft.statements[-1].text


def test_how_far_asks_something() -> None:
    assert clauses.asking_clauses("站点挪到哪了，离村子多远") == ["站点挪到哪了", "离村子多远"]


def test_who_paid_is_not_said_by_the_figure_alone() -> None:
    plan = Plan(
        "收了谁的处理费，一共多少钱", Operation.VALUE, Wanted.MONEY, (TARGET,), terms=("收", "处理费")
    )
    source = Source("东镇2016.txt", "东镇", 2016, "五、收费", "收取处理费300元，均为县水利局交纳。")
    figure = Draft((Statement("云州市2016年处理费为300元。", (source,)),))
    draft = clauses.completed(plan, figure, lambda _: quoting("收取处理费300元，其中县水利局2件300元。"))
    assert draft is not None
    assert "县水利局" in draft.statements[-1].text
