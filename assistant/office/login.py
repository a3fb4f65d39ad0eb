"""The officials' password: given by the environment or made at start-up, and the wait after wrong ones."""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

FREE = 5
"""Wrong passwords in a row that cost no wait."""
LONGEST_WAIT = 60.0
"""Seconds between two tries at most."""
_MOST_HOSTS = 1000


def generated() -> str:
    """A password that nobody guesses, in letters that can be copied from a terminal."""
    return secrets.token_urlsafe(12)


@dataclass(frozen=True, slots=True)
class Password:
    """What logs an official in; ``made`` where it was generated at start-up."""

    text: str
    made: bool = False

    @classmethod
    def of(cls, given: str) -> Password:
        """The given password, or a generated one where it is empty."""
        return cls(given) if given else cls(generated(), made=True)

    def fits(self, tried: str) -> bool:
        """Whether it is the password, found in a time that does not tell how much of it is right."""
        return hmac.compare_digest(tried.encode(errors="replace"), self.text.encode(errors="replace"))


def invitation(password: Password, address: str) -> str:
    """The line for the terminal: where officials log in, and with what where nobody else knows it."""
    if not password.made:
        return f"年报核查（工作人员）：{address}office/ （口令见 DISCLOSURE_OFFICE_PASSWORD）"
    return (
        f"年报核查（工作人员）：{address}office/ 口令：{password.text}"
        "（只在这次运行中有效；要固定口令请设 DISCLOSURE_OFFICE_PASSWORD）"
    )


@dataclass(slots=True)
class Doorkeeper:
    """Compares passwords and makes those wait who keep trying wrong ones: 1 s, 2 s, 4 s … for each host."""

    password: Password
    clock: Callable[[], float] = time.monotonic
    _wrong: dict[str, tuple[int, float]] = field(default_factory=dict)

    def wait(self, host: str) -> float:
        """Seconds until the host may try again, 0 where it may now."""
        times, last = self._wrong.get(host, (0, 0.0))
        if times < FREE:
            return 0.0
        pause = min(2.0 ** min(times - FREE, 10), LONGEST_WAIT)
        return max(0.0, last + pause - self.clock())

    def admits(self, host: str, tried: str) -> bool:
        """Whether the password is right; never while the host has to wait."""
        if self.wait(host):
            return False
        if self.password.fits(tried):
            self._wrong.pop(host, None)
            return True
        times, _ = self._wrong.pop(host, (0, 0.0))
        self._wrong[host] = (times + 1, self.clock())
        if len(self._wrong) > _MOST_HOSTS:
            del self._wrong[next(iter(self._wrong))]
        return False
