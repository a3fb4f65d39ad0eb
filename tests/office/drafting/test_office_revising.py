"""Revising a draft at the officials' page: say what is to change, see the difference, accept, undo, go back."""

from __future__ import annotations

import re

import pytest
from fake_model import FakeChat
from offices import SPECIFIC, Desk, drafted, say

from assistant.llm import Door


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    drafted(made)
    return made


def test_what_is_said_is_done_and_shown_as_a_difference(desk: Desk) -> None:
    page = say(desk, "把培训次数改成5次")
    assert "<del>3</del><ins>5</ins>" in page
    assert "举办各类培训班5次" in page
    assert 'data-part="accept"' in page


def test_a_changed_figure_stands_in_the_form_too(desk: Desk) -> None:
    page = say(desk, "把培训次数改成5次")
    assert "在生成这份草稿以后改过" not in page
    assert re.search(r'name="trainings\|" value="5"', desk.get("/draft").text)


def test_a_point_that_was_added_outlives_the_next_draft_from_the_form(desk: Desk) -> None:
    say(desk, "在问题部分增加一条：网站栏目偏少")
    form = desk.get("/draft").text
    assert "目录更新不及时\n网站栏目偏少" in form
    desk.post("/draft/make", data={"disclosed|": "20"})
    page = desk.get("/draft/preview").text
    assert "三是网站栏目偏少" in page
    assert "主动公开政府信息20条" in page


def test_a_wording_that_was_chosen_outlives_the_next_draft_from_the_form(desk: Desk) -> None:
    assert "我镇公开政府信息12条" in say(desk, "把主动公开部分换一种说法")
    desk.post("/draft/make", data={"disclosed|": "20"})
    assert "我镇公开政府信息20条" in desk.get("/draft/preview").text


def test_a_change_is_accepted_or_undone(desk: Desk) -> None:
    say(desk, "把培训次数改成5次")
    desk.post("/draft/accept")
    assert "已接受" in desk.get("/draft/preview").text
    desk.post("/draft/undo")
    page = desk.get("/draft/preview").text
    assert "举办各类培训班3次" in page
    assert re.search(r'name="trainings\|" value="3"', desk.get("/draft").text)


def passages(page: str) -> list[str]:
    """The keys of the changes that can be decided by themselves, in the order shown."""
    return re.findall(r'name="passage" value="(\w+)"', page)


def test_one_change_is_undone_and_the_others_stay_to_be_decided(desk: Desk) -> None:
    page = say(desk, "把培训次数改成5次；删掉问题部分第二条")
    first, second = passages(page)
    desk.post("/draft/undo", data={"passage": first})
    page = desk.get("/draft/preview").text
    assert "目录更新不及时" in desk.get("/draft").text
    assert "举办各类培训班5次" in page
    assert "（其中一部分已撤销）" in page
    desk.post("/draft/undo")
    assert "举办各类培训班3次" in desk.get("/draft/preview").text
    assert second


def test_one_change_is_accepted_and_the_rest_undone(desk: Desk) -> None:
    page = say(desk, "把培训次数改成5次；删掉问题部分第二条")
    desk.post("/draft/accept", data={"passage": passages(page)[1]})
    page = desk.get("/draft/preview").text
    assert "撤销其余" in page
    assert page.count("已接受") == 1
    desk.post("/draft/undo")
    page = desk.get("/draft/preview").text
    assert "举办各类培训班5次" in page
    assert "目录更新不及时" in page
    assert 'data-part="accept"' not in page


def test_a_change_that_was_decided_cannot_be_decided_again(desk: Desk) -> None:
    first, _ = passages(say(desk, "把培训次数改成5次；删掉问题部分第二条"))
    desk.post("/draft/undo", data={"passage": first})
    assert "已经处理过" in desk.post("/draft/undo", data={"passage": first}).text


def test_a_single_change_has_one_pair_of_buttons(desk: Desk) -> None:
    page = say(desk, "把培训次数改成5次")
    assert not passages(page)
    assert ">撤销</button>" in page


def test_any_version_can_be_gone_back_to(desk: Desk) -> None:
    say(desk, "把培训次数改成5次")
    say(desk, "把培训次数改成6次")
    desk.post("/draft/back", data={"version": "2"})
    page = desk.get("/draft/preview").text
    assert "举办各类培训班5次" in page
    assert "版本（4）" in page
    assert "没有第77版" in desk.post("/draft/back", data={"version": "77"}).text


def test_what_cannot_be_done_is_said_with_what_can(desk: Desk) -> None:
    page = say(desk, "把问题部分写得<b>更好</b>")
    assert "没有配置语言模型" in page
    assert "<b>更好" not in page
    assert 'data-fill="把存在的主要问题第1条改成：解读偏少，……"' in page


def test_the_last_reply_is_still_there_when_the_page_is_opened_again(desk: Desk) -> None:
    say(desk, "今天天气怎么样")
    assert "没有看懂要改什么" in desk.get("/draft/preview").text


def test_the_part_spoken_of_before_is_meant(desk: Desk) -> None:
    say(desk, "在问题部分增加一条：网站栏目偏少")
    assert "一是解读偏少；</span><span" in re.sub(r"\s+<", "<", say(desk, "删掉第二条"))


def test_what_a_model_wrote_is_marked_until_it_is_accepted() -> None:
    desk = Desk()
    chat = FakeChat(replies={("revise", SPECIFIC): "[1] 解读偏少，群众看不明白"}, seen=[])
    desk.office.state.door = Door(chat)
    drafted(desk)
    page = say(desk, SPECIFIC)
    assert 'class="from-model" title="语言模型撰写，尚未采纳，请核对"' in page
    assert '<mark class="slot">【待核实】</mark>' in page
    assert "ai-assisted" in desk.get("/draft/report.html").text
    desk.post("/draft/accept")
    page = desk.get("/draft/preview").text
    assert "from-model" not in page
    assert "ai-assisted" in desk.get("/draft/report.html").text


def test_where_the_model_fails_there_is_a_button_to_try_again_and_nothing_is_lost() -> None:
    desk = Desk()
    chat = FakeChat(replies={("revise", SPECIFIC): "\n\n"}, seen=[])
    desk.office.state.door = Door(chat)
    drafted(desk)
    page = say(desk, SPECIFIC)
    assert "没有给出内容" in page
    assert f'name="said" value="{SPECIFIC}"' in page
    assert f"重试：{SPECIFIC}" in page
    chat.replies["revise", SPECIFIC] = "[1] 解读偏少，群众看不明白"
    assert "群众看不明白" in say(desk, SPECIFIC)


def test_what_is_missing_leads_to_its_field(desk: Desk) -> None:
    page = desk.get("/draft/preview").text
    assert 'href="/office/draft#contact|phone"' in page


def test_a_change_is_shown_with_its_own_sentence_only(desk: Desk) -> None:
    desk.post(
        "/draft/make", data={"points|supervision": "把政务公开列入全镇年度综合绩效考核，每半年考核并通报一次"}
    )
    change = say(desk, "把培训次数改成5次").partition('class="diff"')[2].partition("</div>")[0]
    assert "<ins>5</ins>次。" in change
    assert "政务公开" not in change


def test_nothing_is_revised_without_the_pages_token(desk: Desk) -> None:
    desk.csrf = "x"
    assert desk.post("/draft/revise", data={"said": "把培训次数改成5次"}).status_code == 403
    assert desk.post("/draft/undo").status_code == 403


def test_without_a_draft_there_is_nothing_to_revise() -> None:
    desk = Desk()
    desk.log_in()
    assert desk.post("/draft/revise", data={"said": "删掉第二条"}).status_code == 404
