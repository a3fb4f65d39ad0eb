"""The officials' page in a real browser for tests: the site with a password, a window logged in, waiting for what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from browser import PATIENCE, chromium, resize, served

from index import samples
from index.build import build

PASSWORD = "yunling-pass-1"  # noqa: S105 - of the test's own server
SIZES = {"wide": (1280, 800), "phone": (390, 844)}


@contextmanager
def site(folder: Path) -> Iterator[str]:
    """The address of the site over one indexed sample, with a password of ours."""
    store = folder / "store"
    assert build([samples.folder() / "柳浔镇2018.md"], store, embedder="none").reports == 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISCLOSURE_OFFICE_PASSWORD", PASSWORD)
        with served(store) as running:
            yield running


@contextmanager
def window_at(address: str, profile: Path, size: tuple[int, int]) -> Iterator[Any]:
    """A browser of a size at the first page after the login, which was reached by keyboard."""
    with chromium(profile) as opened:
        resize(opened, *size)
        opened.get(f"{address}office")
        until(opened, "#password").send_keys(PASSWORD + "\n")
        until(opened, "#issuer")
        yield opened


def until(window: Any, selector: str, text: str = "") -> Any:
    """The first element that a selector finds with a text in it, as soon as it is shown."""

    def shown() -> Any:
        elements = window.find_elements("css selector", selector)
        return next((e for e in elements if e.is_displayed() and text in e.text), None)

    return holds(window, shown, f"nothing shown for {selector} {text}")


def holds(window: Any, condition: Any, message: str = "") -> Any:
    """What ``condition`` gives as soon as it gives something."""
    from selenium.common.exceptions import WebDriverException  # noqa: PLC0415 - selenium may not be installed
    from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415 - as above

    wait = WebDriverWait(window, PATIENCE, ignored_exceptions=(WebDriverException,))
    return wait.until(lambda _driver: condition(), message)


def press(window: Any, *keys: str) -> None:
    """Type into whatever has the focus."""
    from selenium.webdriver import ActionChains  # noqa: PLC0415 - selenium may not be installed

    ActionChains(window, duration=0).send_keys(*keys).perform()


def focused(window: Any) -> str:
    """The part, name or id of what has the focus."""
    script = "const one = document.activeElement; return one.dataset.part || one.name || one.id"
    return str(window.execute_script(script))


def reach(window: Any, name: str, most: int = 400) -> Any:
    """Go on by the tab key until something has the focus."""
    for _ in range(most):
        if focused(window) == name:
            return window.switch_to.active_element
        press(window, "\ue004")
    return pytest.fail(f"the tab key does not reach {name}")
