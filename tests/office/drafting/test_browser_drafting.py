"""A form filled in by keyboard alone in a real browser, on a phone too: moving, pasting, sums, the draft, its file."""

from __future__ import annotations

import io
from typing import Any

import pytest
from browser import requested
from docx import Document
from office_browser import focused, holds, press, reach, until

pytestmark = pytest.mark.slow

TAB, ENTER, DOWN, RIGHT, BACKSPACE = "\ue004", "\ue007", "\ue015", "\ue014", "\ue003"


@pytest.fixture
def window(office: Any) -> Any:
    """A browser at an empty form, reached without a mouse."""
    reach(office, "issuer")
    press(office, "云岭县松溪镇人民政府", TAB, "2023", ENTER)
    until(office, "[data-part=state]", "已保存")
    return office


def paste(window: Any, text: str) -> None:
    """What a spreadsheet puts on the clipboard, into the cell with the focus."""
    script = """
        const data = new DataTransfer();
        data.setData("text/plain", arguments[0]);
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
    """
    window.execute_script(script, text)


def value(window: Any, name: str) -> str:
    return str(window.execute_script("return document.getElementById(arguments[0]).value", name))


def told(window: Any, name: str) -> str:
    script = (
        "return document.getElementById(arguments[0]).closest('tr').querySelector('[data-said]').innerText"
    )
    return str(window.execute_script(script, name))


def test_the_form_is_filled_in_and_the_draft_made_without_a_mouse(window: Any, address: str) -> None:
    reach(window, "requests_new|自然人")
    press(window, "3", RIGHT, "1", RIGHT, "0", RIGHT, "0", RIGHT, "0", RIGHT, "0", RIGHT, "5")
    assert focused(window) == "requests_new|总计"
    holds(window, lambda: "合计4，总计为5，相差1" in told(window, "requests_new|总计"))
    press(window, BACKSPACE)
    holds(window, lambda: window.switch_to.active_element.get_attribute("placeholder") == "4")
    press(window, "=", ENTER)
    assert value(window, "requests_new|总计") == "4"
    assert focused(window) == "requests_carried_in|总计"
    holds(window, lambda: not told(window, "requests_new|总计"))
    window.refresh()
    assert value(window, "requests_new|自然人") == "3"
    reach(window, "signed")
    press(window, "2024-01-20")
    holds(window, lambda: "已保存" in window.find_element("css selector", "[data-part=state]").text)
    press(window, TAB)
    press(window, ENTER)
    holds(window, lambda: window.current_url.endswith("/draft/preview"))
    assert "新收政府信息公开申请4件" in window.find_element("css selector", ".drafted").text
    assert window.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    data = downloaded(window)
    assert "新收政府信息公开申请4件" in "".join(p.text for p in Document(io.BytesIO(data)).paragraphs)
    assert {one for one in requested(window) if not one.startswith(address)} == set()
    logged = [one for one in window.get_log("browser") if "favicon" not in one["message"]]
    assert [one for one in logged if one["level"] == "SEVERE"] == []


def downloaded(window: Any) -> bytes:
    """The bytes behind the link to the Word file, which must be within reach of the tab key."""
    link = window.find_element("css selector", "a[href$='report.docx']")
    for _ in range(20):
        if window.switch_to.active_element == link:
            break
        press(window, TAB)
    assert window.switch_to.active_element == link
    script = """
        const done = arguments[0];
        fetch(document.activeElement.href).then((r) => r.arrayBuffer()).then((b) => done([...new Uint8Array(b)]));
    """
    return bytes(window.execute_async_script(script))


def test_a_block_from_a_spreadsheet_goes_into_the_cells_and_out_again(window: Any) -> None:
    reach(window, "requests_new|自然人")
    paste(window, "1\t2\t0\t0\t0\t0\t3\r\n0\t0\t0\t0\t0\t0\t0\r\n")
    assert [value(window, f"requests_new|{one}") for one in ("自然人", "商业企业", "总计")] == ["1", "2", "3"]
    assert value(window, "requests_carried_in|总计") == "0"
    assert "粘入了 14 格" in window.find_element("css selector", "[data-part=where]").text
    window.execute_script("document.querySelector('[data-act=undo]').focus()")
    press(window, ENTER)
    assert value(window, "requests_new|自然人") == ""
    assert focused(window) == "requests_new|自然人"


def test_the_focus_is_seen_and_each_field_has_a_name(window: Any) -> None:
    reach(window, "requests_new|自然人")
    outline = "const s = getComputedStyle(document.activeElement); return s.outlineStyle + s.outlineWidth"
    assert window.execute_script(outline) == "solid3px"
    nameless = """
        return [...document.querySelectorAll('main input:not([type=hidden]), main textarea')]
            .filter((one) => !one.getAttribute('aria-label') && !one.labels.length).map((one) => one.name);
    """
    assert window.execute_script(nameless) == []
    press(window, "二十")
    holds(window, lambda: "应是数字" in window.find_element("css selector", "[data-part=where]").text)
    assert window.switch_to.active_element.get_attribute("aria-invalid") == "true"
    press(window, DOWN)
    assert focused(window) == "requests_carried_in|自然人"
    assert value(window, "requests_new|自然人") == "二十"
