"""A draft to revise: a town's, with figures that balance and points for every part that needs them."""

from __future__ import annotations

from typing import Any

from drafts import COLUMNS, TOWN, spec_of
from drafts import POINTS as SIX_POINTS
from fake_model import FakeChat

from assistant.drafting.forms import document_blocks, result_rows
from assistant.drafting.spec import Spec
from assistant.llm import Door
from assistant.revision.desk import Desk
from assistant.revision.nouns import State
from assistant.revision.revise import Outcome, revise
from index.indicators import DISPUTES, OUTCOMES

POINTS = [*SIX_POINTS, {"section": "改进情况", "text": "举办培训班3次，进一步提高业务水平"}]


def figures() -> dict[str, Any]:
    """Twelve requests of which one is left, three trainings, no press conference."""
    zeros = dict.fromkeys(COLUMNS, 0)
    found: dict[str, Any] = {
        row: dict.fromkeys(columns, 1) for _, columns, rows in document_blocks(2023) for row in rows
    }
    found |= dict.fromkeys((*result_rows(2023), "requests_carried_in"), zeros)
    found |= {block: dict.fromkeys(OUTCOMES[:-1], 0) for block in DISPUTES}
    found |= {"disclosed": 120, "interpretations": 4, "press_conferences": 0, "trainings": 3, "trainees": 40}
    found |= {
        "requests_new": zeros | {"自然人": 10, "商业企业": 2},
        "granted": zeros | {"自然人": 8, "商业企业": 2},
    }
    found |= {"refused_internal": zeros | {"自然人": 1}, "requests_carried_out": zeros | {"自然人": 1}}
    return found | {"review": {**dict.fromkeys(OUTCOMES[:-1], 0), "结果维持": 1}, "processing_fees": 0}


def spec(**more: Any) -> Spec:
    """The town's spec for 2023."""
    return spec_of(TOWN, 2023, figures(), **{"points": POINTS, **more})


def revised(*said: str, desk: Desk | None = None, given: Spec | None = None) -> Outcome:
    """What comes of instructions one after the other; each must change something."""
    desk = desk or Desk()
    state = State(given or spec())
    outcome = None
    drafted = desk.write(state)
    for one in said:
        outcome = revise(one, state, drafted, desk)
        assert outcome.difference, outcome.message
        state, drafted = outcome.state, outcome.drafted
    assert outcome is not None
    return outcome


def tried(said: str, desk: Desk | None = None, focus: str = "") -> Outcome:
    """What comes of one instruction, whether or not it changes anything."""
    desk = desk or Desk()
    state = State(spec())
    return revise(said, state, desk.write(state), desk, focus)


def modelled(name: str, said: str, reply: str) -> Desk:
    """A desk with a model that gives one reply."""
    return Desk(door=Door(FakeChat(replies={(name, said): reply}, seen=[])))


def text_of(outcome: Outcome, place: str) -> str:
    """The text of a part."""
    return next(part.text for part in outcome.drafted.draft.parts if part.place == place)


def whole(outcome: Outcome) -> str:
    """All text of the draft."""
    return "\n".join(part.text for part in outcome.drafted.draft.parts)
