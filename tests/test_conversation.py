"""Conversations over the sample reports, turn by turn, without a model and with one that repeats its first source."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from fake_model import FakeChat
from langchain_core.messages import BaseMessage

from assistant.answer import Assistant
from assistant.llm import Door
from assistant.model.assistant import ModelAssistant
from assistant.prompts import prompt
from assistant.schema import Answer, Status
from index import samples
from index.build import build
from index.store import Store

REPORTS = (
    "柳浔镇2017.md",
    "柳浔镇2018.md",
    "柳浔镇2019.docx",
    "柳浦镇2014.txt",
    "柳浦镇2016.txt",
    "柳浦镇2018.md",
    "听澜街道2015.html",
    "听澜街道2022.txt",
    "青垣县2022.docx",
    "青垣县2024.html",
    "澜溪市市场监督管理局2019.md",
    "澜溪市市场监督管理局2020.docx",
)

Turn = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A question, what its answer says, and the reports that it cites (body and year)."""

TALKS: dict[str, list[Turn]] = {
    "other years, another body, its contact": [
        ("柳浔镇2018年主动公开政府信息多少条？", ("186条",), ("柳浔镇2018",)),
        ("那2019年呢", ("204条",), ("柳浔镇2019",)),
        ("2018年呢，换成多少了", ("186条",), ("柳浔镇2018",)),
        ("那柳浦镇公开了几条", ("168条",), ("柳浦镇2018",)),
        ("和柳浔镇比呢", ("168条", "186条", "18条"), ("柳浔镇2018", "柳浦镇2018")),
        ("柳浔镇的电话呢", ("0929-5520117",), ("柳浔镇2019",)),
    ],
    "a kind of fee where none was charged": [
        ("柳浦镇2016年复印费怎么收？", ("即没有",), ("柳浦镇2016",)),
    ],
    "corrections": [
        ("柳浔镇2017年培训了多少人次？", ("46人次",), ("柳浔镇2017",)),
        ("不是，我问的是2018年", ("58人次",), ("柳浔镇2018",)),
        ("那2017年呢，换成多少了", ("46人次",), ("柳浔镇2017",)),
        ("不对，2018年", ("58人次",), ("柳浔镇2018",)),
        ("我说的是柳浦镇", ("人次",), ("柳浦镇2018",)),
        ("错了，是柳浔镇2017年", ("46人次",), ("柳浔镇2017",)),
    ],
    "parts of a figure and their comparison": [
        ("青垣县2022年新收多少件申请？", ("168件",), ("青垣县2022",)),
        ("那2024年呢，换成多少了", ("221件",), ("青垣县2024",)),
        ("其中商业企业提出的呢", ("22件",), ("青垣县2024",)),
        ("行政诉讼呢", ("5件",), ("青垣县2024",)),
        ("那2022年呢", ("5件",), ("青垣县2022",)),
        ("你确定吗", ("5件",), ("青垣县2022",)),
    ],
    "a new topic and back": [
        ("听澜街道2022年收到几件申请？", ("4件",), ("听澜街道2022",)),
        ("2015年呢", ("2件",), ("听澜街道2015",)),
        ("今天天气怎么样", ("不在年度报告的范围内",), ()),
        ("那2022年的呢", ("4件",), ("听澜街道2022",)),
        ("它的电话呢", ("0929-5530088",), ("听澜街道2022",)),
    ],
    "problems, and why": [
        ("柳浦镇2018年收到多少件申请？", ("3件",), ("柳浦镇2018",)),
        ("为什么", ("没有写明",), ()),
        ("存在什么问题？", ("公开内容与群众期望仍有差距",), ("柳浦镇2018",)),
        ("怎么改进的", ("改进措施",), ("柳浦镇2018",)),
    ],
    "what is not there": [
        ("澜溪市市场监督管理局2020年行政诉讼几件？", ("1件",), ("澜溪市市场监督管理局2020",)),
        ("上一年呢", ("0件",), ("澜溪市市场监督管理局2019",)),
        ("那2021年呢", ("没有收录", "2021年"), ()),
        ("柳溪镇呢", ("没有收录柳溪镇",), ()),
        ("换成青垣县2022年", ("5件",), ("青垣县2022",)),
    ],
    "two bodies": [
        ("柳浦镇2016年有几个查阅点？", ("1个",), ("柳浦镇2016",)),
        ("和柳浔镇2018年比呢", ("1个", "2个"), ("柳浔镇2018", "柳浦镇2016")),
        ("谢谢", ("您好",), ()),
        ("柳浔镇2017年安排了多少专项经费？", ("1.8万元",), ("柳浔镇2017",)),
    ],
}


class Parrot(FakeChat):
    """Writes its first source; completes no question."""

    def reply(self, messages: Sequence[BaseMessage]) -> str:
        system, user = (str(message.content) for message in messages)
        self.seen.append(user)
        if system == prompt("write").system:
            first = re.search(r"^\[1\] (.+)$", user, re.MULTILINE)
            return f"{first[1].rstrip('。')}[1]。" if first else ""
        return "没有要补的"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("samples") / "store"
    build([samples.folder() / name for name in REPORTS], folder, embedder="none")
    return Store.open(folder, embedder_name="none")


def cited(answer: Answer) -> set[str]:
    names = (f"{citation.issuer}{citation.year}" for citation in answer.citations)
    return {re.sub("人民政府|办事处", "", name) for name in names}


def hold(assistant: Assistant, talk: Sequence[Turn]) -> list[tuple[str, Answer]]:
    """The talk's questions with their answers, each heard with all before it; every one as it should be."""
    history: list[tuple[str, str]] = []
    answers = []
    for question, said, reports in talk:
        answer = assistant.ask(question, history)
        missing = [part for part in said if part not in answer.text]
        assert not missing, f"{question} → {answer.text}"
        ends = {next((r for r in reports if name.endswith(r)), name) for name in cited(answer)}
        assert ends >= set(reports), f"{question} cites {ends}"
        assert reports == () or ends <= set(reports), f"{question} cites {ends}"
        history.append((question, answer.text))
        answers.append((question, answer))
    return answers


@pytest.mark.parametrize("name", TALKS)
def test_a_talk_is_followed_without_a_model(name: str, store: Store) -> None:
    hold(Assistant(store), TALKS[name])


@pytest.mark.parametrize("name", TALKS)
def test_a_talk_is_followed_with_a_model(name: str, store: Store) -> None:
    model = Parrot(replies={}, seen=[])
    answers = hold(ModelAssistant(store, Door(model)), TALKS[name])
    answered = [answer for _, answer in answers if answer.status is Status.ANSWERED]
    assert any(answer.mode == "model" for answer in answered)
    assert len(model.seen) >= len(answered)


def test_the_talks_are_long_enough_to_go_wrong() -> None:
    assert sum(map(len, TALKS.values())) >= 30
