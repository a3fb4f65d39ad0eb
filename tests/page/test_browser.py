"""The page in a real browser: ask, open a source, see the quote; on a phone too; nothing typed is run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from browser import PATIENCE, chromium, requested, resize, served

from assistant.cli import main
from assistant.feedback import Feedback
from index import samples
from index.build import build

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page that serves the samples; by words alone, so that indexing takes seconds."""
    store = tmp_path_factory.mktemp("page") / "store"
    result = build([samples.folder()], store, embedder="none")
    assert result.reports
    with served(store) as running:
        yield running


@pytest.fixture
def window(tmp_path: Path, address: str) -> Iterator[Any]:
    """A browser on the page, ready to be asked."""
    with chromium(tmp_path / "profile") as opened:
        resize(opened, 1280, 800)
        opened.get(address)
        until(opened, ".disclosure[data-ready]")
        yield opened


def until(window: Any, selector: str) -> Any:
    """The first element that a selector finds, as soon as it is shown."""
    from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415 - selenium may not be installed

    def shown(driver: Any) -> Any:
        found = [e for e in driver.find_elements("css selector", selector) if e.is_displayed()]
        return found[0] if found else None

    return WebDriverWait(window, PATIENCE).until(shown, f"nothing shown for {selector}")


def gone(window: Any, selector: str) -> None:
    """Wait until nothing that a selector finds is shown."""
    from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415 - as in until

    def hidden(driver: Any) -> bool:
        return not any(e.is_displayed() for e in driver.find_elements("css selector", selector))

    WebDriverWait(window, PATIENCE).until(hidden, f"still shown: {selector}")


def ask(window: Any, question: str) -> Any:
    """Type a question, send it with Enter, and wait for the whole answer."""
    until(window, "[data-part=question]").send_keys(question + "\n")
    return until(window, ".turn:last-child .answer:not([aria-busy]) .card")


def in_view(window: Any, selector: str) -> bool:
    """Whether the first element that a selector finds lies inside the panel's visible part."""
    script = """
        const box = document.querySelector(arguments[0]).getBoundingClientRect();
        const panel = document.querySelector(".panel-body").getBoundingClientRect();
        return box.top >= panel.top && box.bottom <= panel.bottom && box.left >= panel.left && box.right <= panel.right;
    """
    return bool(window.execute_script(script, selector))


def test_a_citation_opens_its_source_with_the_quote_highlighted(window: Any) -> None:
    card = ask(window, "柳浔镇2021年存在哪些问题？")
    card.find_element("css selector", ".said .ref[data-n='2']").click()
    mark = until(window, ".panel mark")
    assert mark.text.strip("；。") in card.text
    assert "柳浔镇" in until(window, ".panel h3").text
    assert in_view(window, ".panel mark")


def test_a_figure_opens_its_table_with_row_and_cell_highlighted(window: Any) -> None:
    card = ask(window, "柳浔镇2020年自然人提交了多少件申请？")
    card.find_element("css selector", ".source-row").click()
    cell = until(window, ".panel tr.hit td.hit mark")
    assert cell.text == "9"
    assert "第3页" in until(window, ".panel .meta").text


def test_on_a_phone_the_source_is_a_sheet_that_escape_closes(window: Any) -> None:
    resize(window, 390, 844)
    card = ask(window, "柳浔镇2020年收到多少件政府信息公开申请？")
    card.find_element("css selector", ".said .ref").click()
    until(window, ".panel mark")
    assert in_view(window, ".panel mark")
    panel = window.find_element("css selector", ".panel")
    assert panel.rect["width"] == 390
    assert panel.get_attribute("aria-modal") == "true"
    panel.send_keys("\ue00c")
    gone(window, ".panel")
    assert window.execute_script("return document.documentElement.scrollWidth") == 390
    assert window.find_elements("css selector", ".turn")


def test_what_is_typed_is_never_run_and_nothing_leaves_the_host(window: Any, address: str) -> None:
    evil = (
        '<script>window.run = 1</script><img src="http://192.0.2.1/x.png" onerror="window.run = 2">'
        "[点](javascript:window.run=3) ![](http://192.0.2.1/y.png) ${window.run=4} {{window.run}}"
    )
    ask(window, evil)
    ask(window, "柳浔镇2020年收到多少件政府信息公开申请？" + evil)
    assert window.find_element("css selector", ".asked").text == evil
    assert window.execute_script("return window.run") is None
    assert not window.find_elements("css selector", ".turn :is(script, img, a)")
    assert {one for one in requested(window) if not one.startswith(address)} == set()


def test_a_follow_up_is_understood_and_another_reader_hears_nothing_of_it(
    window: Any, tmp_path: Path, address: str
) -> None:
    ask(window, "柳浔镇2021年收到多少件政府信息公开申请？")
    assert "2020年" in ask(window, "那2020年呢？").text
    with chromium(tmp_path / "other") as other:
        other.get(address)
        until(other, ".disclosure[data-ready]")
        assert "柳浔镇2020年" not in ask(other, "那2020年呢？").find_element("css selector", ".said").text


def test_the_filter_keeps_questions_to_what_was_chosen_until_it_is_removed(window: Any) -> None:
    until(window, "[data-act=scope]").click()
    until(window, ".choices input[value='2014']").click()
    ask(window, "柳浔镇收到多少件申请？")
    assert "2014年" in until(window, ".turn .note").text
    until(window, ".scope .chip.on").click()
    gone(window, ".scope .chip.on")
    assert "全部" in until(window, ".scope").text


def test_the_reports_held_can_be_read_in_full(window: Any) -> None:
    until(window, "[data-act=reports]").click()
    until(window, ".report-row").click()
    until(window, ".outline button").click()
    assert until(window, ".panel section h4").text


def test_a_point_of_a_chart_opens_its_source_by_keyboard(window: Any) -> None:
    card = ask(window, "柳浔镇历年收到申请数量变化")
    point = card.find_element("css selector", ".chart button.mark[aria-label*='2020年']")
    assert "前后不一致" in point.get_attribute("aria-label")
    point.send_keys("\ue007")
    assert "柳浔镇人民政府2020年" in until(window, ".panel h3").text
    assert until(window, ".panel mark").text


def test_figures_are_chosen_drawn_and_led_to_their_source_on_a_phone_too(window: Any, address: str) -> None:
    from selenium.webdriver.support.ui import Select  # noqa: PLC0415 - as in until

    resize(window, 390, 844)
    until(window, "[data-act=figures]").click()
    Select(until(window, "[data-look=indicator]")).select_by_value("review")
    until(window, ".explore .chart[aria-label^='行政复议']")
    Select(until(window, "[data-look=column]")).select_by_value("结果纠正")
    until(window, ".explore .chart[aria-label*='结果纠正']")
    until(window, ".explore .chart-notes")
    link = until(window, ".downloads a").get_attribute("href")
    window.find_elements("css selector", ".explore .value")[-1].send_keys("\ue007")
    until(window, ".panel mark")
    assert window.execute_script("return document.documentElement.scrollWidth") == 390
    assert {one for one in requested(window) if not one.startswith(address)} == set()
    with urlopen(link) as reply:  # noqa: S310 - our own address
        told = reply.read().decode()
    assert told.startswith("report,issuer,year")
    assert "review_corrected" in told


def test_the_figures_follow_the_choice_of_bodies(window: Any) -> None:
    until(window, "[data-act=figures]").click()
    until(window, ".explore tbody th")
    until(window, ".explore [data-act=scope]").click()
    until(window, ".choices input[data-kind=issuer]").click()
    until(window, ".explore .scope .chip.on")
    until(window, ".explore tbody tr:only-child")


def test_a_second_page_on_the_port_is_refused_in_words(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--port", address.rsplit(":", 1)[1].strip("/")]) == 1
    assert "端口已被占用" in capsys.readouterr().err


def test_a_thumb_down_is_thanked_for_and_kept_on_the_server(
    window: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ask(window, "柳浔镇2021年存在哪些问题？")
    until(window, ".rating [data-helped=no]").click()
    assert "不记录您是谁" in until(window, ".rated").text
    assert window.find_element("css selector", ".rating [data-helped=no]").get_attribute("aria-pressed")
    (kept,) = Feedback(tmp_path_factory.getbasetemp() / "page0" / "store").complaints()
    assert kept.question == "柳浔镇2021年存在哪些问题？"
