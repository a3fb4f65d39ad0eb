"""A body that nobody has, asked about after the one whose report tells of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.schema import Reason, Status
from index.build import build
from index.embed import NONE
from index.store import Store

_REPORT = """松江市人民政府2021年政府信息公开工作年度报告
一、总体情况
全市新收政府信息公开申请640件，同比增长8%。分主体看：市政府本级120件、市直部门260件、桐丘县150件、梨山区110件。
市级举办培训3期。
二、其他需要报告的事项
全市收取信息处理费共4件800元。
"""
_ASKED = ("松江市2021年全市新收多少件信息公开申请", "松江市2021年新收政府信息公开申请640件。")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("inside")
    (folder / "松江市2021.txt").write_text(_REPORT, encoding="utf-8")
    build([folder / "松江市2021.txt"], folder / "store", embedder=NONE)
    with Store.open(folder / "store", embedder_name=NONE) as store:
        yield Assistant(store)


@pytest.mark.parametrize("question", ["桐丘县占了几件？", "那桐丘县呢", "桐丘县收到几件", "其中桐丘县多少件"])
def test_the_report_talked_about_tells_of_its_parts_and_is_named(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, [_ASKED])
    assert answer.status is Status.ANSWERED
    assert "桐丘县150件" in answer.text
    assert "没有收录桐丘县的报告" in answer.text


@pytest.mark.parametrize("question", ["白浦县占了几件？", "那白浦县呢", "桐丘县的电话", "海丘市呢"])
def test_a_body_that_the_report_does_not_tell_of_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, [_ASKED])
    assert answer.status is Status.REFUSED
    assert answer.reason is Reason.NO_SUCH_ISSUER


def test_a_figure_of_the_whole_answers_nothing_about_a_part_without_one(assistant: Assistant) -> None:
    assert assistant.ask("松江市2021年新收申请里白浦县占几件").status is Status.REFUSED
