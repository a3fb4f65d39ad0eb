"""The figure that a model takes a question for is one that the reports asked about state."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_model import FakeChat
from langchain_core.embeddings import Embeddings
from model_towns import indexed

from assistant.llm import Door
from assistant.model import planner
from assistant.planning.query import Operation, Plan, Target, Wanted
from index.indicators import indicators
from index.store import Store

QUESTION = "青禾镇2017年一年下来总共端出了多少条干货？"
TARGET = Target("青禾镇2017.txt", "青禾镇人民政府", 2017)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return indexed(tmp_path_factory.mktemp("towns"))


def plan(question: str = QUESTION) -> Plan:
    return Plan(question, Operation.NARRATIVE, Wanted.NUMBER, (TARGET,))


def test_only_what_the_reports_state_in_the_unit_asked_for_is_offered(store: Store) -> None:
    ids = {indicator.id for indicator in planner.stated(plan(), store)}
    assert {"disclosed", "disclosed_website", "disclosed_wechat"} <= ids
    assert not ids & {"penalties", "request_fees", "litigation"}


class Letters(Embeddings):
    """Counts of a few characters, for telling near from far."""

    def embed_query(self, text: str) -> list[float]:
        return [float(text.count(letter)) for letter in "微信网站复议诉讼"]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]


def test_the_nearest_in_meaning_are_offered_first_and_few() -> None:
    known = [indicator for indicator in indicators().values() if not indicator.heading]
    offered = planner.nearest("微信上晒了多少", known, Letters())
    assert len(offered) == planner.SHORTLIST
    assert offered[0].id in {"disclosed_wechat", "responses_weibo"}
    assert planner.nearest("微信", known, None) == known[: planner.SHORTLIST]


def test_the_form_of_the_reply_allows_what_is_offered_and_none() -> None:
    form = planner.schema(["review", "litigation"])
    ids = form["json_schema"]["schema"]["properties"]["indicator"]["enum"]
    assert ids == ["review", "litigation", ""]


@pytest.mark.parametrize(
    ("reply", "chosen"),
    [
        ('{"indicator": "review"}', "review"),
        ('```json\n{"indicator": "review"}\n```', "review"),
        ('{"indicator": ""}', ""),
        ('{"indicator": 5}', None),
        ("不知道", None),
    ],
)
def test_a_choice_is_read_out_of_talk(reply: str, chosen: str | None) -> None:
    choice = planner.parsed(reply)
    assert (choice.indicator if choice else None) == chosen


def test_a_folder_of_reports_without_figures_offers_nothing(tmp_path: Path) -> None:
    assert planner.stated(plan("青禾镇2017年修了多少公里路？"), indexed(tmp_path)) == []


def test_a_model_is_not_asked_to_choose_where_there_is_no_choice(store: Store) -> None:
    door = Door(FakeChat(replies={}, seen=[]))
    assert planner.replanned(plan("青禾镇2017年花了多少万元？"), "花了多少万元", store, door) is None
