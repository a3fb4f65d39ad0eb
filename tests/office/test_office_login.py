"""Nothing of the officials' page without the password, and no guessing of it."""

from __future__ import annotations

import pytest
from offices import PASSWORD, Desk

from assistant.office.login import FREE, LONGEST_WAIT, Doorkeeper, Password, invitation

CLOSED = [
    "/",
    "/findings",
    "/findings?finding=1",
    "/findings.csv",
    "/findings.docx",
    "/draft",
    "/draft/preview",
    "/nothing",
]


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.parametrize("path", CLOSED)
def test_a_page_without_a_login_leads_to_the_login(desk: Desk, path: str) -> None:
    reply = desk.client.get(f"/office{path}", follow_redirects=False)
    assert (reply.status_code, reply.headers["location"]) == (303, "/office/login")


@pytest.mark.parametrize(
    "path", ["/upload", "/decide", "/done", "/logout", "/draft/begin", "/draft/keep", "/draft/make"]
)
def test_a_form_without_a_login_does_nothing(desk: Desk, path: str) -> None:
    reply = desk.client.post(f"/office{path}", data={"csrf": ""}, follow_redirects=False)
    assert (reply.status_code, reply.headers["location"]) == (303, "/office/login")


def test_every_route_is_closed_but_the_login_and_its_assets(desk: Desk) -> None:
    paths = {route.path for route in desk.office.routes}  # type: ignore[attr-defined]
    answered = {
        path: desk.client.get(f"/office{path.replace('{suffix}', 'csv')}", follow_redirects=False).status_code
        for path in paths
    }
    assert {path for path, status in answered.items() if status == 200} == {
        "/login",
        "/office.css",
        "/office.js",
        "/draft.js",
        "/expiry.js",
    }


def test_the_password_opens_the_page(desk: Desk) -> None:
    assert desk.log_in().status_code == 200
    assert "核查一份年报" in desk.get("/").text


def test_a_wrong_password_is_said_so_and_opens_nothing(desk: Desk) -> None:
    desk.get("/login")
    reply = desk.post("/login", data={"password": "wrong"})
    assert reply.status_code == 401
    assert "口令不对" in reply.text
    assert desk.client.get("/office/", follow_redirects=False).status_code == 303


def test_a_login_that_another_site_sends_is_refused(desk: Desk) -> None:
    reply = desk.client.post("/office/login", data={"password": PASSWORD, "csrf": ""})
    assert reply.status_code == 403
    assert desk.client.get("/office/", follow_redirects=False).status_code == 303


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(desk: Desk) -> None:
    desk.get("/login")
    data = {"csrf": desk.csrf, "password": PASSWORD}
    reply = desk.client.post("/office/login", data=data, follow_redirects=False)
    cookie = reply.headers["set-cookie"].lower()
    assert "disclosure_office=" in cookie
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/office" in cookie


def test_too_many_wrong_passwords_make_even_the_right_one_wait(desk: Desk) -> None:
    desk.get("/login")
    for _ in range(FREE):
        desk.post("/login", data={"password": "wrong"})
    reply = desk.post("/login", data={"password": PASSWORD})
    assert reply.status_code == 429
    assert "秒后再试" in reply.text


def test_the_wait_doubles_up_to_a_minute_and_ends() -> None:
    now = [0.0]
    door = Doorkeeper(Password("right"), clock=lambda: now[0])
    waits = []
    for _ in range(FREE + 8):
        assert not door.admits("host", "wrong")
        waits.append(door.wait("host"))
        now[0] += waits[-1]
    assert waits[FREE - 1 :] == [1, 2, 4, 8, 16, 32, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT]
    assert door.wait("another") == 0
    assert door.admits("host", "right")
    assert door.wait("host") == 0


def test_logging_out_ends_the_login(desk: Desk) -> None:
    desk.log_in()
    assert desk.post("/logout").url.path == "/office/login"
    assert desk.client.get("/office/", follow_redirects=False).status_code == 303


@pytest.mark.parametrize("path", ["/logout", "/upload", "/decide", "/done"])
def test_a_form_without_its_token_is_refused(desk: Desk, path: str) -> None:
    desk.log_in()
    desk.csrf = "forged"
    assert desk.post(path, files={"report": ("a.md", b"x")}).status_code == 403
    assert "核查一份年报" in desk.get("/").text


def test_a_password_that_was_given_is_never_printed() -> None:
    assert "secret" not in invitation(Password.of("secret"), "http://127.0.0.1:1/")


def test_without_one_a_password_is_made_and_printed_with_the_address() -> None:
    made, other = Password.of(""), Password.of("")
    assert made.text != other.text
    assert len(made.text) >= 16
    said = invitation(made, "http://127.0.0.1:1/")
    assert "http://127.0.0.1:1/office/" in said
    assert made.text in said


def test_pages_keep_to_their_own_host_and_are_not_kept_by_the_browser(desk: Desk) -> None:
    headers = desk.get("/login").headers
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
