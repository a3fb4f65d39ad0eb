"""Who is logged in, and the reports that each holds: in memory only, gone after two hours without a visit."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.office.drafting.drafts import Drafting
from assistant.office.work import Work
from index.errors import DisclosureError

LIFE = 2 * 3600.0
"""Seconds without a visit after which a session and its report are deleted."""
MOST_SESSIONS = 50
MOST_CHARACTERS = 20_000_000
"""Text of all held reports together; a long report has 60 000 characters."""
_LOOK = 60.0
"""Seconds between two looks for what has expired."""


@dataclass(slots=True)
class Session:
    """A login: ``csrf`` goes into every form, ``notice`` is shown once.

    ``work`` is the report being checked, ``drafting`` the one being drafted.
    """

    token: str
    seen: float
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    notice: str = ""
    work: Work | None = None
    drafting: Drafting | None = None

    @property
    def size(self) -> int:
        """Characters held."""
        return sum(one.size for one in (self.work, self.drafting) if one)

    def told(self) -> str:
        """The notice, which is then forgotten."""
        notice, self.notice = self.notice, ""
        return notice


@dataclass(slots=True)
class Sessions:
    """All logins of this process; nothing of them is written down."""

    clock: Callable[[], float] = time.monotonic
    _open: dict[str, Session] = field(default_factory=dict)
    _watching: bool = False

    def begin(self) -> Session:
        """A new login; where there are too many, the one that was used least lately ends."""
        self.expire()
        while len(self._open) >= MOST_SESSIONS:
            self.end(min(self._open.values(), key=lambda session: session.seen))
        session = Session(secrets.token_urlsafe(32), self.clock())
        self._open[session.token] = session
        self._watch()
        return session

    def find(self, token: str) -> Session | None:
        """The login that a cookie names, ``None`` where there is none or it has expired."""
        self.expire()
        session = self._open.get(token)
        if session:
            session.seen = self.clock()
        return session

    def end(self, session: Session) -> None:
        """Log out; the report is deleted with the login."""
        session.work = session.drafting = None
        self._open.pop(session.token, None)

    def hold(self, session: Session, work: Work) -> None:
        """Put a report into a login in place of the one before.

        Raises DisclosureError where all held reports together would be too large.
        """
        session.work = None
        self._make_room(work.size)
        if session.token in self._open:
            session.work = work

    def hold_draft(self, session: Session, drafting: Drafting) -> None:
        """As ``hold`` for a report that is being drafted."""
        session.drafting = None
        self._make_room(drafting.size)
        if session.token in self._open:
            session.drafting = drafting

    def _make_room(self, size: int) -> None:
        if sum(session.size for session in self._open.values()) + size > MOST_CHARACTERS:
            raise DisclosureError("现在使用的人太多，放不下这份年报", "", "请稍后再试")

    def expire(self) -> None:
        """End what nobody has visited for too long."""
        now = self.clock()
        for session in [one for one in self._open.values() if now - one.seen > LIFE]:
            self.end(session)

    def _watch(self) -> None:
        """Look again from time to time, so that a report goes also where nobody comes back."""
        if self._watching:
            return
        with contextlib.suppress(RuntimeError):
            asyncio.get_running_loop().call_later(_LOOK, self._look)
            self._watching = True

    def _look(self) -> None:
        self._watching = False
        self.expire()
        if self._open:
            self._watch()
