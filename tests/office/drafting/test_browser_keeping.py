"""What is typed in a real browser is not lost: two tabs with one form, a login that has ended, a file to go on with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from office_browser import PASSWORD, holds, until

pytestmark = pytest.mark.slow

SAVED = "[data-part=state]"


@pytest.fixture
def window(office: Any, tmp_path: Path) -> Any:
    """A browser at an empty form, with a folder for what it downloads."""
    office.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)}
    )
    until(office, "#issuer").send_keys("云岭县松溪镇人民政府")
    until(office, "#year").send_keys("2023\n")
    until(office, SAVED, "已保存")
    return office


def _type(window: Any, name: str, text: str) -> None:
    until(window, f"[id='{name}']").send_keys(text)


def _value(window: Any, name: str) -> str:
    return str(window.execute_script("return document.getElementById(arguments[0]).value", name))


def _file(folder: Path) -> Path | None:
    return next(folder.glob("*.json"), None)


def test_what_is_typed_in_one_tab_is_not_undone_by_another(window: Any) -> None:
    first = window.current_window_handle
    window.execute_script("window.open(location.href)")
    second = next(handle for handle in window.window_handles if handle != first)
    window.switch_to.window(second)
    until(window, SAVED, "已保存")
    window.switch_to.window(first)
    _type(window, "trainings|", "3")
    holds(window, lambda: _kept(window, "trainings|") == "3")
    window.switch_to.window(second)
    _type(window, "meetings|", "2")
    holds(window, lambda: _kept(window, "meetings|") == "2")
    window.refresh()
    until(window, SAVED, "已保存")
    assert (_value(window, "trainings|"), _value(window, "meetings|")) == ("3", "2")


def _kept(window: Any, name: str) -> str:
    """The value of a field as the server has it."""
    script = """
        const [name, done] = arguments;
        fetch("draft/work.json").then((reply) => reply.json()).then((work) => done(work.texts[name] || ""));
    """
    return str(window.execute_async_script(script, name))


def test_what_is_typed_after_the_login_has_ended_goes_into_a_file_and_is_gone_on_with(
    window: Any, tmp_path: Path
) -> None:
    window.delete_all_cookies()
    _type(window, "trainings|", "3")
    until(window, "[data-part=expiry] p", "登录已过期")
    until(window, "[data-part=rescue]").click()
    holds(window, lambda: _file(tmp_path))
    file = _file(tmp_path)
    assert file
    assert json.loads(file.read_text(encoding="utf-8"))["texts"]["trainings|"] == "3"
    window.refresh()
    until(window, "#password").send_keys(PASSWORD + "\n")
    until(window, "#work").send_keys(str(file))
    until(window, "form[action$='/draft/resume'] .send").click()
    until(window, SAVED, "已保存")
    assert _value(window, "trainings|") == "3"


def test_before_the_login_ends_there_is_a_warning_and_a_way_to_stay(window: Any) -> None:
    window.execute_script("const now = Date.now; Date.now = () => now() + 115 * 60 * 1000")
    until(window, "[data-part=expiry] p", "5 分钟没有操作")
    until(window, "[data-part=stay]").click()
    holds(window, lambda: not window.find_element("css selector", "[data-part=expiry]").is_displayed())
