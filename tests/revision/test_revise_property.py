from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from drafts import assert_same, spec_of, statistics, tables
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from revisions import POINTS, TOWN

from assistant.drafting.spec import Spec
from assistant.llm import Door
from assistant.revision.desk import Desk
from assistant.revision.history import accepted
from assistant.revision.nouns import State
from assistant.revision.revise import revise

pytestmark = pytest.mark.slow
QUICK = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)

COUNTED = [
    "培训次数",
    "接受培训人次",
    "主动公开政府信息",
    "政策解读",
    "政务新媒体账号",
    "网站公开的信息数",
    "举报投诉",
    "自然人的新收申请",
    "商业企业的新收申请",
    "自然人的予以公开",
    "行政许可",
    "行政处罚",
    "行政复议维持",
    "结转下年度自然人",
    "规范性文件制发",
    "收到申请",
    "行政复议",
]
SET = st.tuples(st.sampled_from(COUNTED), st.integers(0, 300)).map(lambda one: f"把{one[0]}改成{one[1]}")
PARTS = st.sampled_from(
    [
        "主动公开",
        "依申请公开",
        "政府信息管理",
        "平台建设",
        "监督保障",
        "行政复议",
        "问题",
        "改进",
        "其他事项",
        "概述",
    ]
)
WORDED = st.tuples(
    PARTS, st.sampled_from(["部分换一种说法", "部分压缩到60字", "部分精简一点", "部分语气正式一些"])
).map(lambda one: f"把{one[0]}{one[1]}")
POINTED = st.sampled_from(
    [
        "增加一条关于宣传的措施",
        "在问题部分增加一条：目录更新不够及时",
        "删掉问题部分第一条",
        "把改进部分第二条移到最前面",
        "删掉关于新闻发布会的那句",
        "把落款日期改成2月3日",
        "把“编写问答”改成“编写图解”",
    ]
)
SAID = st.lists(st.one_of(SET, SET, WORDED, POINTED), min_size=1, max_size=6)

MEDDLING: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: text.replace("，", "，共", 1),
    lambda text: re.sub(r"\d+", lambda match: str(int(match[0]) + 1), text, count=2),
    lambda text: re.sub(r"(\d+)(\D+)(\d+)", r"\3\2\1", text, count=1),
    lambda text: text.partition("。")[0],
    lambda text: re.sub(r"没有|未", "已", text, count=1),
    lambda text: f"{text.rstrip('。')}，同比增长12.5%。",
    lambda text: text.replace("件", "余件"),
)


class Meddler(BaseChatModel):
    """Rewrites every passage that it is given in one and the same way, mostly a wrong one."""

    way: int

    @property
    def _llm_type(self) -> str:
        return "meddler"

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        text = str(messages[-1].content)
        lines = re.findall(r"^\[(\d+)\] (.*)$", text, re.MULTILINE) or [("1", "全年组织宣传活动99次")]
        reply = "\n".join(f"[{n}] {MEDDLING[self.way](line)}" for n, line in lines)
        return ChatResult(generations=[ChatGeneration(message=AIMessage(reply))])


def _assert_figures_survive(spec: Spec, said: Sequence[str], desk: Desk) -> None:
    state = State(spec)
    drafted = desk.write(state)
    for one in said:
        outcome = revise(one, state, drafted, desk)
        state = accepted(outcome.state) if len(one) % 2 else outcome.state
        drafted = desk.write(state)
    assert_same(drafted)


@QUICK
@given(figures=tables(2023), said=SAID)
def test_after_any_revisions_the_figures_since_2021_are_the_specs_in_every_place(
    figures: dict[str, Any], said: list[str]
) -> None:
    _assert_figures_survive(spec_of(TOWN, 2023, figures, points=POINTS[:6]), said, Desk())


@settings(QUICK, max_examples=6)
@given(figures=tables(2019), said=SAID)
def test_after_any_revisions_the_figures_of_2019_are_the_specs_in_every_place(
    figures: dict[str, Any], said: list[str]
) -> None:
    _assert_figures_survive(spec_of(TOWN, 2020, figures, points=POINTS[:6]), said, Desk())


@settings(QUICK, max_examples=8)
@given(figures=statistics(), said=SAID, year=st.integers(2008, 2018))
def test_after_any_revisions_the_figures_until_2018_are_the_specs_in_every_place(
    figures: dict[str, Any], said: list[str], year: int
) -> None:
    _assert_figures_survive(spec_of(TOWN, year, figures, points=POINTS[:6]), said, Desk())


@settings(QUICK, max_examples=16)
@given(figures=tables(2023), said=SAID, way=st.integers(0, len(MEDDLING) - 1))
def test_a_model_that_changes_figures_changes_none_in_the_draft(
    figures: dict[str, Any], said: list[str], way: int
) -> None:
    desk = Desk(door=Door(Meddler(way=way)))
    orders = [*said, "把依申请公开部分换一种说法", "把主动公开部分换一种说法", "把自然人的新收申请改成7件"]
    _assert_figures_survive(spec_of(TOWN, 2023, figures, points=POINTS[:6]), orders, desk)
