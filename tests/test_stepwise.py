"""A question of several steps answered from a store: each step with its own sources, and what has no answer named."""

from __future__ import annotations

import pytest
from model_towns import indexed

from assistant.answer import Assistant
from assistant.schema import Answer, Status
from index.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return indexed(tmp_path_factory.mktemp("towns"))


def asked(store: Store, question: str, *history: tuple[str, str]) -> Answer:
    return Assistant(store).ask(question, history, 5)


def quotes(answer: Answer, claim: str) -> str:
    """The quotes that the claim with a text rests on."""
    numbers = next(c.citations for c in answer.claims if claim in c.text)
    return "".join(c.quote for c in answer.citations if c.n in numbers)


def test_each_step_has_its_answer_and_its_own_sources(store: Store) -> None:
    answer = asked(store, "青禾镇2017年主动公开多少条信息？收费了吗？存在什么问题？")
    assert answer.status is Status.ANSWERED
    assert "主动公开政府信息96条" in quotes(answer, "96条")
    assert "没有收取任何费用" in quotes(answer, "没有收取任何费用")
    assert "信息更新不及时" in quotes(answer, "信息更新不及时")
    assert len({n for claim in answer.claims for n in claim.citations}) >= 3
    assert [hit.rank for hit in answer.hits] == list(range(1, len(answer.hits) + 1))


def test_a_comparison_without_reasons_in_the_reports_says_so_for_that_part(store: Store) -> None:
    answer = asked(store, "比较青禾镇和白鹭镇2017年主动公开的信息数量，并说明原因。")
    assert answer.status is Status.ANSWERED
    assert all(number in answer.text for number in ("96", "45", "51"))
    assert "关于“为什么”：青禾镇2017年、白鹭镇2017年年报没有写明原因" in answer.text


def test_reasons_that_a_report_gives_are_quoted(tmp_path_factory: pytest.TempPathFactory) -> None:
    more = "由于网站改版，主动公开的信息条数比往年多。"
    told = indexed(tmp_path_factory.mktemp("reasons"), more=more)
    answer = asked(told, "青禾镇2017年主动公开了多少条信息，为什么？")
    assert "96条" in answer.text
    assert more.rstrip("。") in answer.text


def test_what_the_first_step_finds_is_what_the_next_is_about(store: Store) -> None:
    answer = asked(store, "哪个镇主动公开的信息最多？它的联系电话是多少？")
    assert "0999-1234567" in answer.text
    assert {c.issuer for c in answer.citations if "0999" in c.quote} == {"青禾镇人民政府"}


def test_steps_of_a_follow_up_are_about_what_was_talked_of(store: Store) -> None:
    answer = asked(store, "它收费了吗？电话是多少？", ("白鹭镇2017年公开多少条？", "45条。"))
    assert {c.issuer for c in answer.citations} == {"白鹭镇人民政府"}
    assert "0999-1234567" in answer.text


def test_steps_of_which_none_is_answered_are_refused_as_one(store: Store) -> None:
    answer = asked(store, "红土镇2017年主动公开多少条信息？收费了吗？")
    assert answer.status is Status.REFUSED
    assert "关于“" not in answer.text


def test_a_step_that_is_no_matter_of_reports_is_refused_for_itself(store: Store) -> None:
    answer = asked(store, "青禾镇2017年主动公开多少条信息？明天会下雨吗？")
    assert "96条" in answer.text
    assert "关于“明天会下雨吗”" in answer.text


def test_a_sentence_that_answers_two_steps_is_quoted_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    more = "被上级通报的1件为镇林业站未在法定期限内答复。"
    told = indexed(tmp_path_factory.mktemp("once"), more=more)
    answer = asked(told, "青禾镇2017年被上级通报的那一件是哪个单位，因为啥")
    assert answer.text.count("镇林业站未在法定期限内答复") == 1
