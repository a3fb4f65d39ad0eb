"""What is held of officials' reports is bounded in time, number and size."""

from __future__ import annotations

import asyncio

import pytest
from pages import report, section

from assistant.check import Checked
from assistant.office import sessions
from assistant.office.sessions import LIFE, MOST_CHARACTERS, MOST_SESSIONS, Sessions
from assistant.office.work import Work
from index.errors import DisclosureError


def work(characters: int) -> Work:
    made = report(section("一", "字" * (characters - 2)))
    return Work("松溪镇2021.md", made, Checked(made.name, ()))


def test_a_visit_within_two_hours_keeps_a_report_and_none_deletes_it() -> None:
    now = [0.0]
    logins = Sessions(clock=lambda: now[0])
    session = logins.begin()
    logins.hold(session, work(10))
    now[0] = LIFE - 1
    assert logins.find(session.token) is session
    now[0] += LIFE + 1
    assert logins.find(session.token) is None
    assert session.work is None


def test_a_report_goes_even_where_nobody_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "_LOOK", 0.01)
    now = [0.0]

    async def logged_in_and_gone() -> Work | None:
        logins = Sessions(clock=lambda: now[0])
        session = logins.begin()
        logins.hold(session, work(10))
        await asyncio.sleep(0.03)
        assert session.work
        now[0] = LIFE + 1
        await asyncio.sleep(0.03)
        return session.work

    assert asyncio.run(logged_in_and_gone()) is None


def test_of_too_many_logins_the_one_used_least_lately_ends() -> None:
    now = [0.0]
    logins = Sessions(clock=lambda: now[0])
    first, second = logins.begin(), logins.begin()
    now[0] = 1.0
    logins.find(first.token)
    for _ in range(MOST_SESSIONS - 1):
        logins.begin()
    assert logins.find(first.token)
    assert logins.find(second.token) is None


def test_a_report_too_many_is_refused_in_words_until_another_is_done() -> None:
    logins = Sessions()
    first, second = logins.begin(), logins.begin()
    logins.hold(first, work(MOST_CHARACTERS - 10))
    with pytest.raises(DisclosureError, match="请稍后再试"):
        logins.hold(second, work(20))
    logins.end(first)
    logins.hold(second, work(20))
    assert second.work


def test_a_login_that_ended_while_its_report_was_checked_holds_nothing() -> None:
    logins = Sessions()
    session = logins.begin()
    logins.end(session)
    logins.hold(session, work(10))
    assert session.work is None
