"""A complaint becomes a question of the evaluation: filled in, checked, written down, downloaded, asked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from evaluations import collection
from offices import Desk

from assistant.answer import Assistant
from assistant.cli import main
from assistant.evaluation.written import Written
from assistant.feedback import Feedback
from assistant.office.question_form import Picked, posted, question_of
from index.store import Store

ASKED = "青禾镇2016年主动公开了多少条政府信息？"
SOURCE = Picked("青禾镇2016.txt", "2016年，我镇通过政府网站主动公开政府信息26条。")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with collection(tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(store: Store) -> Desk:
    """An official who is logged in, and one complaint about a follow-up."""
    history = [("白鹭镇2016年呢？", "48条<b>。")]
    Feedback(store.folder).vote(ASKED, history, "<script>没有写明", helped=False)
    desk = Desk(Assistant(store))
    desk.log_in()
    return desk


def save(desk: Desk, **fields: Any) -> Any:
    desk.get("/questions/write?complaint=1")
    form = {"complaint": "1", "question": ASKED, "kind": "fact", "answerable": "yes", "act": "save", **fields}
    return desk.post("/questions/write", data=form)


def test_a_complaint_is_shown_with_its_turns_and_nothing_in_it_is_run(desk: Desk) -> None:
    page = desk.get("/questions").text
    assert ASKED in page
    assert "白鹭镇2016年呢？" in page
    assert "&lt;script&gt;没有写明" in page
    assert "<script>没有" not in page


def test_the_form_is_filled_in_and_offers_todays_sources_first(desk: Desk) -> None:
    page = desk.get("/questions/write?complaint=1").text
    assert ASKED in page
    assert "48条&lt;b&gt;" in page
    keys = [unescape(key) for key in re.findall(r'name="evidence-\d+" value="([^"]+)"', page)]
    assert keys[0] == SOURCE.key
    assert len(keys) == len(set(keys)) > 3
    assert '<option value="青禾镇2016.txt" selected>' in page


def test_another_reports_sentences_are_shown_and_what_was_picked_stays(desk: Desk) -> None:
    reply = save(desk, act="look", report="白鹭镇2017.txt", numbers="26", **{"evidence-7": SOURCE.key})
    assert "主动公开政府信息57条" in reply.text
    assert 'value="26"' in reply.text
    assert re.search(r"checked><span>2016年，我镇通过政府网站", reply.text)


def test_a_saved_question_can_be_downloaded_and_evaluated_and_the_complaint_is_gone(
    desk: Desk, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    reply = save(desk, numbers="26", include="网站/网上\n公开", **{"evidence-1": SOURCE.key})
    assert "已写入评测题" in reply.text
    assert "现在没有待看的" in reply.text
    line = json.loads(desk.get("/questions.jsonl").text)
    assert line == {
        "id": "chat-001",
        "kind": "fact",
        "question": ASKED,
        "history": [],
        "answerable": True,
        "numbers": ["26"],
        "include": [["网站", "网上"], ["公开"]],
        "exclude": [],
        "evidence": [{"report": SOURCE.report, "quote": SOURCE.quote}],
    }
    assert main(["evaluate", "--store", str(store.folder), "--no-model", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["overall"]["pass"] == {
        "value": 1.0,
        "low": 0.025,
        "high": 1.0,
        "n": 1,
    }


def test_the_history_is_the_one_that_was_kept_and_goes_only_if_wanted(desk: Desk) -> None:
    save(desk, history="on", numbers="26")
    assert json.loads(desk.get("/questions.jsonl").text)["history"] == [["白鹭镇2016年呢？", "48条<b>。"]]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"question": " "}, "缺少 question"),
        ({"kind": "guess"}, "不认识的 kind：guess"),
        ({"numbers": "十二"}, "numbers 中“十二”不是数字"),
        ({}, "没有写明回答应含什么"),
        ({"numbers": "26", "evidence-1": Picked("青禾镇2016.txt", "公开99条").key}, "找不到“公开99条”"),
        ({"numbers": "26", "evidence-1": Picked("../x", "公开").key}, "索引库里没有 ../x"),
    ],
)
def test_what_the_validator_finds_is_said_and_nothing_is_written(
    desk: Desk, store: Store, fields: dict[str, str], problem: str
) -> None:
    assert problem in save(desk, **fields).text
    assert Written(store).text() == ""
    assert len(Feedback(store.folder).complaints()) == 1


def test_ids_count_on_and_a_question_can_be_taken_out(desk: Desk, store: Store) -> None:
    for _ in range(2):
        save(desk, complaint="0", numbers="26")
    desk.get("/questions")
    desk.post("/questions/remove", data={"id": "chat-001"})
    save(desk, complaint="0", numbers="26")
    assert [one["id"] for one in Written(store).questions()] == ["chat-002", "chat-003"]


def test_a_complaint_can_be_dismissed(desk: Desk, store: Store) -> None:
    desk.get("/questions")
    desk.post("/questions/dismiss", data={"complaint": "1"})
    assert Feedback(store.folder).complaints() == []


def test_nothing_is_changed_without_the_pages_token_or_a_login(store: Store) -> None:
    Feedback(store.folder).vote(ASKED, (), "没有写明", helped=False)
    stranger = Desk(Assistant(store))
    assert "口令" in stranger.get("/questions").text
    assert "口令" in stranger.get("/questions.jsonl").text
    desk = Desk(Assistant(store))
    desk.log_in()
    assert desk.post("/questions/dismiss", data={"complaint": "1", "csrf": "x"}).status_code == 403
    assert len(Feedback(store.folder).complaints()) == 1


def test_without_a_collection_there_are_no_such_pages() -> None:
    desk = Desk()
    desk.log_in()
    assert desk.get("/questions").status_code == 404


def test_what_a_browser_sends_is_read_without_trust() -> None:
    draft = posted({"complaint": "x", "evidence-1": "[", "evidence-2": "[1, 2]", "evidence-3": "null"})
    assert (draft.complaint, draft.picked, draft.answerable) == (0, (), False)
    assert question_of(draft, None)["evidence"] == []
