"""The versions of a draft: who changed what and when; none is lost, whichever is gone back to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.draft import Drafted
from assistant.drafting.nouns import Origin
from assistant.revision.difference import Difference, difference
from assistant.revision.nouns import BY_NAMES, By, State, Unclear
from assistant.revision.passages import Passage, taken_apart, without
from assistant.revision.revise import Outcome

MOST = 60
"""Versions that are kept; the second oldest goes first, the first draft stays."""


Findings = tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A draft as it stood. ``parent`` is the number of the version that it was made from, 0 for the first.

    ``accepted`` is false until the official has accepted the change that made it; ``findings`` are the check's.
    ``restores`` is the number of the version that it brings back, 0 for none. ``decided`` are the keys of the changes that
    were accepted by themselves. ``again`` is what the model failed at, to be said once more.
    """

    number: int
    at: dt.datetime
    by: By
    said: str
    state: State
    drafted: Drafted
    message: str = ""
    difference: Difference = field(default_factory=Difference)
    parent: int = 0
    accepted: bool = True
    findings: Findings = ()
    restores: int = 0
    decided: frozenset[str] = frozenset()
    again: str = ""

    def to_json(self) -> dict[str, Any]:
        """The version without its text."""
        return {
            "version": self.number,
            "at": self.at.isoformat(timespec="seconds"),
            "by": self.by.value,
            "by_name": BY_NAMES[self.by],
            "instruction": self.said,
            "message": self.message,
            "accepted": self.accepted,
        }


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()


@dataclass(slots=True)
class History:
    """The versions in order, the last one current."""

    versions: list[Version] = field(default_factory=list)
    clock: Callable[[], dt.datetime] = _now

    @property
    def current(self) -> Version:
        """The draft as it is."""
        return self.versions[-1]

    def begin(self, state: State, drafted: Drafted, findings: Findings = (), message: str = "") -> Version:
        """The draft as written from the form, before or instead of what was revised."""
        before = self.versions[-1].drafted.draft if self.versions else drafted.draft
        found = self._add(By.OFFICIAL, "按表格生成", state, drafted, accepted=not is_pending(state))
        changed = difference(before, drafted.draft)
        return self._put(replace(found, message=message, findings=findings, difference=changed))

    def add(self, outcome: Outcome, findings: Findings = ()) -> Version:
        """What an instruction changed, to be accepted or undone. Raises Unclear where it changed nothing."""
        if not outcome.difference:
            raise Unclear(outcome.message)
        found = self._add(outcome.by, outcome.said, outcome.state, outcome.drafted, accepted=False)
        told = replace(found, message=outcome.message, difference=outcome.difference)
        return self._put(replace(told, findings=findings, again=outcome.again))

    def accept(self, write: Callable[[State], Drafted]) -> Version:
        """Take the current draft as it is: what a model wrote counts as the official's from now on."""
        state = accepted(self.current.state)
        return self._put(replace(self.current, state=state, drafted=write(state), accepted=True))

    def passages(self) -> tuple[Passage, ...]:
        """The changes of the current version, each by itself; none where it was not made by changing another."""
        before = self._before
        return taken_apart(before.state, self.current.state) if before else ()

    @property
    def _before(self) -> Version | None:
        """The version from which the current one was made by changing it."""
        made = 0 if self.current.restores else self.current.parent
        return next((one for one in self.versions if one.number == made), None)

    def passage(self, key: str) -> Passage:
        """One change of the current version. Raises Unclear where it has none of that key."""
        found = next((one for one in self.passages() if one.key == key), None)
        if found is None:
            raise Unclear("这一处改动已经处理过", "请看现在的草稿")
        return found

    def take(self, key: str, write: Callable[[State], Drafted]) -> Version:
        """Accept one change. Raises Unclear where there is none of that key."""
        state = self.passage(key).taken
        decided = self.current.decided | {key}
        taken = replace(self.current, state=state, drafted=write(state), decided=decided)
        return self._put(replace(taken, accepted=self._is_decided(taken)))

    def undecided_out(self) -> State:
        """The current state with those changes alone that were accepted by themselves."""
        before, now = self._before, self.current
        return without(before.state, now.state, now.decided) if before else now.state

    def _is_decided(self, version: Version) -> bool:
        before = self._before
        return before is None or all(
            one.key in version.decided for one in taken_apart(before.state, version.state)
        )

    def leave_out(self, said: str, state: State, drafted: Drafted, findings: Findings = ()) -> Version:
        """The current version without some of its changes, as a version of its own, made from what that was made from."""
        now, before = self.current, self._before
        decided = self._is_decided(replace(now, state=state))
        changed = difference(before.drafted.draft if before else now.drafted.draft, drafted.draft)
        added = self._add(By.OFFICIAL, said, state, drafted, accepted=decided)
        told = replace(added, parent=now.parent, difference=changed, findings=findings)
        return self._put(replace(told, decided=now.decided))

    def undo(self) -> Version:
        """The version from which the current one was made, as a version of its own. Raises Unclear for the first."""
        if not self.current.parent:
            raise Unclear("这是最初的草稿，没有可以撤销的修改")
        return self.back(self.current.parent, "撤销")

    def back(self, number: int, said: str = "") -> Version:
        """An earlier version as the current one. Raises Unclear where it is not kept."""
        found = next((one for one in self.versions if one.number == number), None)
        if found is None:
            raise Unclear(f"没有第{number}版", "请从版本列表中选择")
        changed = difference(self.current.drafted.draft, found.drafted.draft)
        said = f"{said or '恢复'}：回到第{number}版"
        added = self._add(By.OFFICIAL, said, found.state, found.drafted, accepted=found.accepted)
        return self._put(
            replace(added, parent=found.parent, difference=changed, findings=found.findings, restores=number)
        )

    def _add(self, by: By, said: str, state: State, drafted: Drafted, *, accepted: bool) -> Version:
        last = self.versions[-1].number if self.versions else 0
        version = Version(last + 1, self.clock(), by, said, state, drafted, parent=last, accepted=accepted)
        if len(self.versions) >= MOST:
            del self.versions[1]
        self.versions.append(version)
        return version

    def _put(self, version: Version) -> Version:
        self.versions[-1] = version
        return version


def is_pending(state: State) -> bool:
    """Whether something that a model wrote has not been accepted."""
    written = any(point.origin is Origin.MODEL for point in state.spec.points)
    return written or any(not one.accepted for kept in state.polished.values() for one in kept)


def accepted(state: State) -> State:
    """The state with what a model wrote taken over by the official; what is marked 【待核实】 stays marked."""
    points = tuple(
        replace(point, origin=Origin.GIVEN) if point.origin is Origin.MODEL else point
        for point in state.spec.points
    )
    polished = {
        place: tuple(replace(one, accepted=True) for one in kept) for place, kept in state.polished.items()
    }
    return replace(state, spec=replace(state.spec, points=points), polished=polished)
