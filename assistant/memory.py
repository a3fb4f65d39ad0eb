"""Memory that stays: what a process has loaded once is not gone through again after every few questions."""

from __future__ import annotations

import gc


def settle() -> None:
    """Call it when everything that answering needs has been loaded and before many questions are answered.

    Libraries and the catalogue are some hundred thousand objects that live as long as the process; without this the
    collector walks all of them in the middle of a question that makes thousands of figures (50 ms over 1,000 reports).
    """
    gc.collect()
    gc.freeze()
