"""The officials' page in a real browser: log in, upload, choose a finding, see its quote; on a phone too."""

from __future__ import annotations

from typing import Any

import pytest
from browser import requested
from office_browser import until

from index import samples

pytestmark = pytest.mark.slow


@pytest.fixture
def window(office: Any) -> Any:
    """A browser at the findings of a sample report."""
    until(office, "#report").send_keys(str(samples.folder() / "柳浔镇2020.pdf"))
    until(office, "form[action$='/upload'] .send").click()
    until(office, ".finding")
    return office


def in_view(window: Any, selector: str) -> Any:
    """Whether the first element that a selector finds is inside the window."""
    script = """
        const [selector, done] = arguments;
        const look = () => {
            const box = document.querySelector(selector).getBoundingClientRect();
            done(box.height > 0 && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.left < innerWidth);
        };
        requestAnimationFrame(() => requestAnimationFrame(look));
    """
    return window.execute_async_script(script, selector)


def test_a_finding_opens_its_quote_and_the_next_follows_by_key(window: Any, address: str) -> None:
    until(window, "#finding-1 h4 a").click()
    mark = until(window, ".panel mark")
    assert "13件" in mark.text
    assert in_view(window, ".panel mark")
    assert window.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    window.find_element("css selector", "body").send_keys("j")
    until(window, "#finding-2[aria-current]")
    assert in_view(window, ".panel tr.hit")
    assert {one for one in requested(window) if not one.startswith(address)} == set()


def test_citizens_neither_see_the_page_nor_find_the_report(window: Any, address: str) -> None:
    window.get(address)
    until(window, ".disclosure[data-ready]")
    assert "1份年报" in until(window, ".held").text
    assert not window.find_elements("css selector", "[href*=office]")
    assert "核查" not in window.find_element("css selector", "body").text


def test_a_dismissal_stays_beside_its_finding(window: Any) -> None:
    until(window, "#finding-1 input[name=reason]").send_keys("口径不同")
    until(window, "#finding-1 button[value=dismissed]").click()
    assert "不采纳" in until(window, "#finding-1.decided .head").text
    assert "口径不同" in until(window, "#finding-1 dl").text
