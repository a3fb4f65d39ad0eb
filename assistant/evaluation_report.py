"""report.html of an evaluation: one page without any other file, everything in it escaped."""

from __future__ import annotations


def page(result: object, scores: object) -> str:
    """The page."""
    return ""
