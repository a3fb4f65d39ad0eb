"""Parts that a report tells of by name."""

from __future__ import annotations

import pytest
from facts import EAST, NAMES, WEST, fact

from assistant import figures
from assistant.counting.desk import Desk
from assistant.counting.named import with_named_part
from assistant.planning.query import Operation, Plan, Wanted

FACTS = [
    fact(EAST, "disclosed_website", "75", column="", source="text", unit="条"),
    *(
        fact(EAST, "disclosed_website", value, column="", source="text", unit="条", scope=scope, part_of=True)
        for scope, value in (("政策文件", "8"), ("工作动态类", "45"), ("公示公告", "22"))
    ),
    fact(EAST, "press_conferences", "15", column="", source="text", scope="“民生”主题", part_of=True),
    fact(EAST, "requests_new", "4", source="text", scope="县区", part_of=True),
]


def plan(question: str, wanted: Wanted = Wanted.NUMBER, *indicators: str, scope: str = "") -> Plan:
    operation = Operation.VALUE if indicators else Operation.NARRATIVE
    return Plan(question, operation, wanted, targets=(EAST,), indicators=indicators, scope=scope)


def test_a_kind_of_information_is_found_by_the_name_that_the_report_gives_it() -> None:
    made = with_named_part(plan("东镇2020年工作动态公开了几条"), FACTS)
    assert (made.operation, made.indicators, made.scope) == (
        Operation.VALUE,
        ("disclosed_website",),
        "工作动态类",
    )


def test_its_share_is_worked_out_of_the_channel_that_it_was_counted_in() -> None:
    made = with_named_part(plan("东镇2020年政策文件占几成", Wanted.SHARE), FACTS)
    draft = figures.answer(Desk(made, FACTS, NAMES))
    assert draft is not None
    assert "占政府网站公开政府信息75条的10.67%（8÷75）" in draft.statements[0].text


def test_a_theme_is_one_of_what_is_asked_for_only() -> None:
    assert (
        with_named_part(plan("民生发布会几场", Wanted.NUMBER, "press_conferences"), FACTS).scope
        == "“民生”主题"
    )
    assert not with_named_part(plan("民生申请几件", Wanted.NUMBER, "requests_new"), FACTS).scope


@pytest.mark.parametrize("question", ["东镇2020年公开了几条信息", "县区公开了几条"])
def test_a_question_that_names_no_kind_stays_as_it_is(question: str) -> None:
    asked = plan(question)
    assert with_named_part(asked, FACTS) == asked


def test_the_whole_is_told_too_where_another_clause_asks_for_it() -> None:
    made = with_named_part(plan("开了几场发布会，民生的几场", Wanted.NUMBER, "press_conferences"), FACTS)
    assert not made.scope
    assert [part.scope for part in made.parts] == ["“民生”主题"]


def test_a_body_that_was_asked_about_is_no_kind() -> None:
    asked = plan("县区的政策文件几条", Wanted.NUMBER, "disclosed", scope="县区")
    assert with_named_part(asked, FACTS) == asked


def test_a_name_that_two_channels_use_is_not_guessed() -> None:
    other = fact(EAST, "disclosed_wechat", "9", column="", source="text", scope="政策文件", part_of=True)
    asked = plan("政策文件几条")
    assert with_named_part(asked, [*FACTS, other]) == asked


def test_the_year_of_another_report_is_not_taken() -> None:
    asked = Plan("政策文件几条", Operation.NARRATIVE, Wanted.NUMBER, targets=(WEST,))
    assert with_named_part(asked, FACTS) == asked
