"""Suggestions of a language model on a report: what counts, what does not, and what happens where it fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from clean_reports import draw
from fake_model import FakeChat
from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatGenerationChunk
from report_source import understood

from assistant.check import check
from assistant.llm import Door
from assistant.model.proofread import Remark, is_sound, parsed, proofread
from index.language.text import find
from index.schema import Report

SENTENCE = "我镇注重加大了公开工作，群众反映良好。"


def report() -> Report:
    source = draw(2023, 7, place="柳溪镇")
    source.chapters["一、总体情况"] = [SENTENCE]
    return understood(source)[0]


def door(reply: str) -> Door:
    return Door(FakeChat(replies={("proofread", ""): reply}, seen=[]))


def number_of(text: str) -> int:
    """The number under which a sentence is sent, all sentences fitting into one question."""
    model = FakeChat(replies={("proofread", ""): "无"}, seen=[])
    proofread(report(), Door(model), characters=100_000)
    (line,) = [line for sent in model.seen for line in sent.splitlines() if text in line]
    return int(line.split(".")[0])


def test_a_suggestion_is_a_note_that_quotes_the_report_and_names_its_origin() -> None:
    line = f'{{"n": {number_of(SENTENCE)}, "wrong": "注重加大了公开工作", "right": "加大了公开工作力度", "why": "搭配不当"}}'
    (finding,) = proofread(report(), door(line), characters=100_000).findings
    assert finding.severity == "note"
    assert "语言模型" in finding.source
    assert finding.suggestion == "加大了公开工作力度"
    assert all(find(quote, report().text) for quote in finding.quotes)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("全县公开工作", "全县的公开工作"),  # not in the sentence
        ("收到12件", "收到13件"),  # a figure
        ("《工作办法》", "《公开办法》"),  # a title
        ("工作办法", "公开办法"),  # within a title
        ("群众反映", "群众反映"),  # no change
        ("群众，反映", "群众反映"),  # a mark alone
        ("群众反映", "领导十分重视并作出批示"),  # another text
    ],
)
def test_what_changes_figures_names_or_nothing_does_not_count(wrong: str, right: str) -> None:
    assert not is_sound(
        Remark(n=1, wrong=wrong, right=right), "按《工作办法》收到12件，群众，反映良好，群众反映快。"
    )


def test_talk_around_the_remarks_and_a_broken_end_are_left_out() -> None:
    reply = '好的：\n```json\n{"n": 1, "wrong": "甲乙", "right": "甲丙"}\n{"n": "x"}\n{"n": 2, "wrong": "丁'
    assert parsed(reply) == [Remark(n=1, wrong="甲乙", right="甲丙")]


def test_a_clause_that_a_rule_found_needs_no_second_opinion() -> None:
    source = draw(2023, 7, place="柳溪镇")
    source.chapters["一、总体情况"] = ["进一步加强业务水平。"]
    read, facts = understood(source)
    lines = "\n".join(f'{{"n": {n}, "wrong": "加强业务水平", "right": "提高业务水平"}}' for n in range(1, 21))
    assert proofread(read, door(lines)).findings
    assert not proofread(read, door(lines), check(read, facts).findings).findings


class Failing(FakeChat):
    """A model that cannot be reached."""

    def _stream(self, messages: list[BaseMessage], *_: Any, **__: Any) -> Iterator[ChatGenerationChunk]:
        raise ConnectionError(str(messages))


def test_a_model_that_fails_leaves_a_notice_and_no_error() -> None:
    read = proofread(report(), Door(Failing(replies={}, seen=[])))
    assert read.findings == ()
    assert "没有读完" in read.notice


def test_no_time_left_means_no_question() -> None:
    model = FakeChat(replies={}, seen=[])
    assert proofread(report(), Door(model), seconds=-1).notice
    assert model.seen == []
