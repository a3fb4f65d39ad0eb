from __future__ import annotations

import datetime as dt

import pytest
from revisions import spec

from assistant.revision.desk import Desk
from assistant.revision.history import MOST, History
from assistant.revision.nouns import By, State, Unclear
from assistant.revision.revise import revise

NOON = dt.datetime(2024, 1, 8, 12, tzinfo=dt.UTC)
DESK = Desk()


def _history(*said: str) -> History:
    history = History(clock=lambda: NOON)
    state = State(spec())
    history.begin(state, DESK.write(state))
    for one in said:
        now = history.current
        history.add(revise(one, now.state, now.drafted, DESK))
    return history


def _text(history: History) -> str:
    return "\n".join(part.text for part in history.current.drafted.draft.parts)


def test_a_version_says_who_changed_what_and_when() -> None:
    told = _history("把培训次数改成5次").current.to_json()
    assert told["version"] == 2
    assert (told["by"], told["instruction"], told["at"]) == (
        "official",
        "把培训次数改成5次",
        NOON.isoformat(),
    )
    assert told["accepted"] is False


def test_a_change_is_accepted() -> None:
    history = _history("把依申请公开部分换一种说法")
    assert history.current.by is By.RULES
    assert history.accept(DESK.write).accepted


def test_a_change_is_undone_and_stays_in_the_list() -> None:
    history = _history("把培训次数改成5次")
    history.undo()
    assert "举办各类培训班3次" in _text(history)
    assert [version.said for version in history.versions][1:] == ["把培训次数改成5次", "撤销：回到第1版"]


def test_undoing_again_goes_further_back() -> None:
    history = _history("把培训次数改成5次", "把培训次数改成6次")
    history.undo()
    assert "培训班5次" in _text(history)
    history.undo()
    assert "培训班3次" in _text(history)
    with pytest.raises(Unclear, match="最初的草稿"):
        history.undo()


def test_any_version_can_be_gone_back_to_and_forth() -> None:
    history = _history("把培训次数改成5次", "把培训次数改成6次")
    history.back(1)
    assert "培训班3次" in _text(history)
    history.back(3)
    assert "培训班6次" in _text(history)
    with pytest.raises(Unclear, match="没有第9版"):
        history.back(9)


def test_the_first_draft_is_kept_however_many_follow() -> None:
    history = _history("把培训次数改成5次")
    for _ in range(MOST + 5):
        history.back(1)
    assert len(history.versions) == MOST
    assert history.versions[0].number == 1
