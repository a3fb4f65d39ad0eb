"""From a reader's complaint to a question of the evaluation in a real browser; on a phone too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import requested, served
from evaluations import collection
from office_browser import PASSWORD, SIZES, until, window_at

from assistant.evaluation.written import Written
from assistant.feedback import Feedback
from index.store import Store

pytestmark = pytest.mark.slow

ASKED = "青禾镇2016年主动公开了多少条政府信息？"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A collection of which one reader has said that an answer did not help."""
    with collection(tmp_path) as opened:
        Feedback(opened.folder).vote(ASKED, [("白鹭镇2016年呢？", "48条。")], "<b>没有写明</b>", helped=False)
        yield opened


@pytest.fixture(params=SIZES.values(), ids=SIZES)
def window(
    request: pytest.FixtureRequest, tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    """A browser of an official who has followed the link to the questions."""
    monkeypatch.setenv("DISCLOSURE_OFFICE_PASSWORD", PASSWORD)
    with served(store.folder) as address, window_at(address, tmp_path / "profile", request.param) as opened:
        until(opened, "a[href$='/questions']").click()
        until(opened, ".complaint")
        requested(opened)
        yield opened


def fits(window: Any) -> bool:
    """Whether nothing sticks out at the side."""
    return bool(window.execute_script("return document.documentElement.scrollWidth <= innerWidth"))


def test_a_complaint_becomes_a_question_and_the_validator_is_heard(window: Any, store: Store) -> None:
    assert "<b>没有写明</b>" in until(window, ".complaint blockquote").text
    assert fits(window)
    until(window, ".complaint .deeds a").click()
    assert until(window, "#question").get_property("value") == ASKED
    assert fits(window)
    until(window, "button[value=save]").click()
    assert "没有写明回答应含什么" in until(window, "[role=alert]").text
    until(window, "#numbers").send_keys("26")
    until(window, ".evidence .pick input").click()
    until(window, "button[value=save]").click()
    until(window, ".written li")
    assert "已写入评测题" in until(window, "[role=alert]").text
    assert "现在没有待看的" in until(window, "[aria-label='没有帮助的回答']").text
    assert fits(window)
    (line,) = Written(store).text().splitlines()
    assert json.loads(line)["numbers"] == ["26"]
    assert json.loads(line)["evidence"][0]["report"] == "青禾镇2016.txt"


def test_sentences_of_another_report_are_looked_at_without_losing_what_was_typed(window: Any) -> None:
    from selenium.webdriver.support.ui import Select  # noqa: PLC0415 - selenium may not be installed

    until(window, ".complaint .deeds a").click()
    until(window, "#numbers").send_keys("57")
    Select(until(window, "#report")).select_by_value("白鹭镇2017.txt")
    until(window, "button[value=look]").click()
    until(window, "option[value='白鹭镇2017.txt'][selected]")
    assert until(window, "#numbers").get_property("value") == "57"
    for summary in window.find_elements("css selector", ".evidence summary"):
        summary.click()
    assert "主动公开政府信息57条" in until(window, ".evidence").text
    assert fits(window)
    assert {one for one in requested(window) if not one.startswith("http://127.0.0.1")} == set()
