"""The collection that ships with the product: annual reports of invented places, written for this project."""

from __future__ import annotations

from pathlib import Path


def folder() -> Path:
    """The folder of the sample reports in the installed package."""
    return Path(__file__).parent / "reports"
