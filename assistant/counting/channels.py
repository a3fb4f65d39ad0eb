"""What was disclosed, in total and by channel: a report that states no total may state the channels."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.counting.readings import Reading

CHANNELS = ("disclosed_website", "disclosed_wechat", "disclosed_weibo", "disclosed_gazette")
"""Where a report states no total of what it disclosed, the channels that it does state."""


def kinds(readings: Sequence[Reading]) -> list[str]:
    """Of what was disclosed, in total or by which channel, the readings tell, each once; one entry for other figures."""
    return list(
        dict.fromkeys(r.indicator for r in readings if r.stated and r.indicator in ("disclosed", *CHANNELS))
    )


def family(unit: str) -> str:
    """A unit, of money the same for 元 and 万元."""
    return "元" if unit.endswith("元") else unit


def fallbacks(ids: Sequence[str]) -> tuple[str, ...]:
    """The plan's indicators, and the channels of disclosure where the total is asked for."""
    more = CHANNELS if "disclosed" in ids else ()
    return tuple(dict.fromkeys((*ids, *more)))
