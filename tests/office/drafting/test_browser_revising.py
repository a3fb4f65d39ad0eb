"""Revising a draft in a real browser, by keyboard alone, on a phone too; nothing is lost on reload."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import PATIENCE, chromium, resize, served

from index import samples
from index.build import build

pytestmark = pytest.mark.slow

PASSWORD = "yunling-pass-1"  # noqa: S105 - of the test's own server


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site over one indexed sample, with a password of ours."""
    store = tmp_path_factory.mktemp("revising") / "store"
    assert build([samples.folder() / "柳浔镇2018.md"], store, embedder="none").reports == 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISCLOSURE_OFFICE_PASSWORD", PASSWORD)
        with served(store) as running:
            yield running


@pytest.fixture(params=[(1280, 800), (390, 844)], ids=["wide", "phone"])
def window(request: pytest.FixtureRequest, tmp_path: Path, address: str) -> Iterator[Any]:
    """A browser at a draft with two problems and three trainings."""
    with chromium(tmp_path / "profile") as opened:
        resize(opened, *request.param)
        opened.get(f"{address}office")
        until(opened, "#password").send_keys(PASSWORD + "\n")
        until(opened, "#issuer").send_keys("云岭县松溪镇人民政府")
        until(opened, "#year").send_keys("2023\n")
        fill(opened, "trainings|", "3")
        fill(opened, "points|problems", "解读偏少\n目录更新不及时")
        until(opened, "#filling")
        opened.execute_script("document.getElementById('filling').requestSubmit()")
        until(opened, "#said")
        yield opened


def fill(window: Any, name: str, text: str) -> None:
    field = until(window, f"[id='{name}']")
    field.clear()
    field.send_keys(text)


def until(window: Any, selector: str, text: str = "") -> Any:
    """The first element that a selector finds with a text in it, as soon as it is shown."""
    from selenium.common.exceptions import StaleElementReferenceException  # noqa: PLC0415 - may not be installed
    from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415 - as above

    def shown(driver: Any) -> Any:
        elements = driver.find_elements("css selector", selector)
        return next((e for e in elements if e.is_displayed() and text in e.text), None)

    waiting = WebDriverWait(window, PATIENCE, ignored_exceptions=[StaleElementReferenceException])
    return waiting.until(shown, f"nothing shown for {selector} {text}")


def say(window: Any, text: str) -> None:
    field = until(window, "#said")
    field.clear()
    field.send_keys(text + "\n")


def focused(window: Any) -> str:
    return str(
        window.execute_script("return document.activeElement.dataset.part || document.activeElement.id")
    )


def tab_to(window: Any, part: str) -> Any:
    """Press Tab until the control is reached."""
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415 - selenium may not be installed

    for _ in range(40):
        if focused(window) == part:
            return window.switch_to.active_element
        window.switch_to.active_element.send_keys(Keys.TAB)
    return pytest.fail(f"{part} is not reached by Tab")


def test_a_draft_is_revised_accepted_and_undone_by_keyboard(window: Any) -> None:
    say(window, "把培训次数改成5次")
    assert until(window, ".change ins", "5").is_displayed()
    window.refresh()
    until(window, ".change ins", "5")
    until(window, "#said").click()
    tab_to(window, "accept").send_keys("\n")
    until(window, ".change .badge", "已接受")
    say(window, "删掉问题部分第二条")
    until(window, ".change del", "目录更新不及时")
    tab_to(window, "undo").send_keys("\n")
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
