"""The work on a draft saved as a file and gone on with after the login has ended."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from fake_model import FakeChat
from offices import SPECIFIC, Desk, drafted, say

from assistant.llm import Door


def _saved(desk: Desk) -> bytes:
    reply = desk.get("/draft/work.json")
    assert ".json" in reply.headers["content-disposition"]
    data: bytes = reply.content
    return data


def _resumed(data: bytes) -> tuple[Desk, str]:
    """A new server that has never seen the draft, with the file read in, and the page that comes of it."""
    desk = Desk()
    desk.log_in()
    reply = desk.post("/draft/resume", files={"work": ("工作.json", data), "previous": ("", b"")})
    return desk, reply.text


def test_what_was_typed_and_how_it_was_revised_outlives_the_server() -> None:
    desk = Desk()
    drafted(desk)
    say(desk, "把主动公开部分换一种说法")
    say(desk, "把培训次数改成5次")
    again, form = _resumed(_saved(desk))
    assert re.search(r'name="trainings\|" value="5"', form)
    assert "解读偏少\n目录更新不及时" in form
    page = again.get("/draft/preview").text
    assert "我镇公开政府信息12条" in page
    assert "举办各类培训班5次" in page


def test_what_a_model_wrote_is_still_marked_when_it_is_gone_on_with() -> None:
    desk = Desk(door=Door(FakeChat(replies={("revise", SPECIFIC): "[1] 解读偏少，群众看不明白"}, seen=[])))
    drafted(desk)
    say(desk, SPECIFIC)
    again, _ = _resumed(_saved(desk))
    page = again.get("/draft/preview").text
    assert 'class="from-model"' in page
    assert "【待核实】" in page


def test_a_form_that_cannot_be_read_is_gone_on_with_all_the_same() -> None:
    desk = Desk()
    drafted(desk)
    desk.post("/draft/keep", data={"trainings|": "三十几"})
    _, form = _resumed(_saved(desk))
    assert "草稿没有恢复" in form
    assert 'value="三十几"' in form


def test_the_file_of_the_page_itself_has_no_revision() -> None:
    texts = {"trainings|": "4", "points|problems": "解读偏少", "unknown": "x"}
    work = {"format": "disclosure-draft-1", "issuer": "云岭县松溪镇人民政府", "year": 2023, "texts": texts}
    _, form = _resumed(json.dumps(work).encode())
    assert re.search(r'name="trainings\|" value="4"', form)
    assert "读入 2 处填写的内容" in form


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[1]",
        b"PK\x03\x04",
        json.dumps({"format": "disclosure-draft-1", "issuer": "x", "year": "x", "texts": []}).encode(),
    ],
)
def test_a_file_of_another_kind_is_refused_with_a_reason(data: bytes) -> None:
    _, page = _resumed(data)
    assert "不是本系统保存的工作文件" in page


def test_a_wording_with_other_figures_than_the_forms_is_not_taken_from_a_file() -> None:
    desk = Desk()
    drafted(desk)
    work: dict[str, Any] = json.loads(_saved(desk))
    base = "2023年，我镇主动公开政府信息12条。"
    forged = {"base": base, "text": "2023年，全县主动公开政府信息12条。", "accepted": True}
    work["revision"]["polished"] = {"active": [forged]}
    again, _ = _resumed(json.dumps(work).encode())
    assert "全县主动公开" not in again.get("/draft/preview").text


def test_without_a_draft_there_is_nothing_to_save() -> None:
    desk = Desk()
    desk.log_in()
    assert desk.get("/draft/work.json").status_code == 404


def test_two_tabs_with_one_form_do_not_undo_each_other() -> None:
    desk = Desk()
    drafted(desk)
    desk.post("/draft/keep", data={"trainings|": "7"})
    desk.post("/draft/make", data={"points|problems": "解读偏少"})
    assert "举办各类培训班7次" in desk.get("/draft/preview").text
