"""Revising a draft in a real browser, by keyboard alone, on a phone too; nothing is lost on reload."""

from __future__ import annotations

from typing import Any

import pytest
from office_browser import focused, holds, reach, until

pytestmark = pytest.mark.slow


@pytest.fixture
def window(office: Any) -> Any:
    """A browser at a draft with two problems and three trainings."""
    until(office, "#issuer").send_keys("云岭县松溪镇人民政府")
    until(office, "#year").send_keys("2023\n")
    fill(office, "trainings|", "3")
    fill(office, "points|problems", "解读偏少\n目录更新不及时")
    until(office, "#filling")
    office.execute_script("document.getElementById('filling').requestSubmit()")
    until(office, "#said")
    return office


def fill(window: Any, name: str, text: str) -> None:
    field = until(window, f"[id='{name}']")
    field.clear()
    field.send_keys(text)


def say(window: Any, text: str) -> None:
    field = until(window, "#said")
    field.clear()
    field.send_keys(text + "\n")


def test_a_draft_is_revised_accepted_and_undone_by_keyboard(window: Any) -> None:
    say(window, "把培训次数改成5次")
    assert until(window, ".change ins", "5").is_displayed()
    window.refresh()
    until(window, ".change ins", "5")
    until(window, "#said").click()
    reach(window, "accept").send_keys("\n")
    until(window, ".change .badge", "已接受")
    say(window, "删掉问题部分第二条")
    until(window, ".change del", "目录更新不及时")
    reach(window, "undo").send_keys("\n")
    until(window, ".change strong", "撤销")
    assert "目录更新不及时" in window.find_element("css selector", ".drafted").text


def test_a_proposal_is_taken_by_a_click(window: Any) -> None:
    say(window, "删掉第二条")
    option = until(window, ".options button, .change strong")
    if option.tag_name == "button":
        option.click()
    until(window, ".change del", "目录更新不及时")


def test_the_panel_is_as_wide_as_the_window(window: Any) -> None:
    say(window, "把问题部分写具体一点")
    until(window, ".note.warn", "没有配置语言模型")
    script = "return [document.documentElement.scrollWidth, innerWidth]"
    page, inner = window.execute_script(script)
    assert page <= inner
    until(window, ".options button").click()
    assert window.find_element("css selector", "#said").get_attribute("value").endswith("改成：解读偏少，")


def test_each_change_is_decided_by_keyboard_and_the_next_has_the_focus(window: Any) -> None:
    say(window, "把培训次数改成5次；删掉问题部分第二条；在改进部分增加一条：每季度通报")
    until(window, ".passage [data-part=accept-one]")
    reach(window, "accept-one").send_keys("\n")
    until(window, ".passage .badge", "已接受")
    holds(window, lambda: focused(window) == "accept-one")
    reach(window, "undo-one").send_keys("\n")
    until(window, ".change strong", "其中一部分已撤销")
    assert len(window.find_elements("css selector", ".passage")) == 2
    assert window.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    until(window, "[data-part=undo]", "撤销其余").click()
    until(window, ".change .badge", "已接受")
