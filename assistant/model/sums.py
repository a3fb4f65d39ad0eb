"""The sum behind a number that code worked out, set beside it where a model leaves it out: 多51条（96条-45条）."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from assistant.compose import Statement
from assistant.model.amounts import counted
from index.language.text import squeeze_numbers

_SUM = re.compile(r"（[^（）]*\d[^（）]*[-+÷×=][^（）]*\d[^（）]*）")


def with_sums(said: str, grounds: Iterable[Statement]) -> str:
    """A sentence whose computed numbers have their sums behind them, as the statements print them."""
    known = sums(grounds)
    for number in reversed(counted(said)):
        behind = known.get(number.value) if number.value is not None else None
        if behind and not said[number.end :].startswith(("（", "(")):
            said = f"{said[: number.end]}{behind}{said[number.end :]}"
    return said


def without_sums(said: str, grounds: Iterable[Statement]) -> str:
    """A squeezed sentence without the sums that the statements print."""
    for behind in sums(grounds).values():
        said = said.replace(squeeze_numbers(behind), "")
    return said


def sums(grounds: Iterable[Statement]) -> dict[Decimal, str]:
    """The sum that is printed behind each computed number of some statements."""
    found: dict[Decimal, str] = {}
    for ground in grounds:
        for number in counted(ground.text):
            match = _SUM.match(ground.text, number.end)
            if match and number.value is not None and number.value in ground.computed:
                found[number.value] = match[0]
    return found
