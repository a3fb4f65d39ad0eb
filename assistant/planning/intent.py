"""What a question wants done: the operation, the kind of answer, and the condition on a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.planning.conditions import read_condition
from assistant.planning.query import Condition, Operation, Wanted
from assistant.planning.wording import asks, kinds_of_answer, operations


@dataclass(frozen=True, slots=True)
class Intent:
    """The operation as far as words tell; ``figure`` is true where a number is asked for."""

    operation: Operation
    wanted: Wanted
    condition: Condition | None
    figure: bool
    across: bool
    """Whether the words ask across bodies (哪些镇, 各单位, 一共) and not about one."""


def read_intent(text: str) -> Intent:
    """What the words of a question (squeezed) ask for, before it is known how many reports it is about."""
    operation = next((op for op, pattern in operations() if pattern.search(text)), Operation.NARRATIVE)
    if operation in (Operation.GROWTH, Operation.DIFFERENCE) and asks("change_of_items", text):
        operation = Operation.NARRATIVE
    which = asks("which_body", text)
    across = which or asks("many", text) or asks("count_of_bodies", text) or operation is Operation.COLLECTION
    wanted = read_wanted(text)
    figure = asks("number", text) or asks("change_of_items", text) or wanted in (Wanted.MONEY, Wanted.SHARE)
    return Intent(operation, wanted, read_condition(text), figure, across)


def operation_within(text: str) -> Operation:
    """What is asked of the reports held (收录的年报里哪份的…最多), where that is not which ones they are."""
    found = (op for op, pattern in operations() if op is not Operation.COLLECTION and pattern.search(text))
    return next(found, Operation.NARRATIVE)


def read_wanted(text: str) -> Wanted:
    """The kind of answer that the question words ask for."""
    for wanted, pattern in _in_order(text):
        if pattern.search(text) and not (wanted is Wanted.PERSON and asks("no_person", text)):
            return wanted
    if asks("which_body", text) and not asks("department", text):
        return Wanted.BODIES
    if asks("several", text):
        return Wanted.ENUMERATION
    if asks("number", text):
        return Wanted.NUMBER
    if asks("yes_no", text):
        return Wanted.YES_NO
    return Wanted.ENUMERATION if asks("listing", text) else Wanted.TEXT


_CONTACT_DATA = {Wanted.EMAIL, Wanted.POSTCODE, Wanted.PHONE, Wanted.WEBSITE, Wanted.ADDRESS}


def _in_order(text: str) -> list[tuple[Wanted, re.Pattern[str]]]:
    """The kinds in order of preference, contact data in the order in which they are asked for."""

    def place(entry: tuple[Wanted, re.Pattern[str]]) -> int:
        match = entry[1].search(text) if entry[0] in _CONTACT_DATA else None
        return match.start() if match else -1

    asked = iter(sorted((entry for entry in kinds_of_answer() if place(entry) >= 0), key=place))
    return [next(asked) if place(entry) >= 0 else entry for entry in kinds_of_answer()]


def further_wanted(text: str, first: Wanted) -> tuple[Wanted, ...]:
    """Contact data that is asked for beside ``first`` (电话和邮箱)."""
    if first not in _CONTACT_DATA:
        return ()
    kinds = [kind for kind, pattern in _in_order(text) if kind in _CONTACT_DATA and pattern.search(text)]
    return tuple(kind for kind in kinds if kind is not first)


def asks_yes_no(text: str) -> bool:
    """Whether a yes or a no answers."""
    return asks("yes_no", text)


def asks_comparison(text: str) -> bool:
    """Whether several bodies or years are to be put side by side."""
    return asks("comparison", text)


def asks_less(text: str) -> bool:
    """Whether of several the one with less is asked for (哪年罚得少)."""
    return asks("less", text)


def asks_which_year(text: str) -> bool:
    """Whether a year is asked for (哪一年)."""
    return asks("which_year", text)


def asks_amount(text: str, intent: Intent) -> bool:
    """Whether an amount is asked for, in words or by what is to be done with it."""
    figures = {Operation.NARRATIVE, Operation.COLLECTION}
    if intent.condition is not None:
        return True
    return intent.figure or intent.operation not in figures or asks_comparison(text) or asks_sum(text)


def asks_sum(text: str) -> bool:
    """Whether figures are to be added up, if there are several."""
    return asks("sum", text)


def asks_which_body(text: str) -> bool:
    """Whether bodies are asked for (哪个镇, 哪些单位)."""
    return asks("which_body", text)


def asks_count_of_bodies(text: str) -> bool:
    """Whether the number of bodies is asked for (几个镇)."""
    return asks("count_of_bodies", text)


def asks_many(text: str) -> bool:
    """Whether all bodies are meant (各镇, 每个单位, 这几份报告)."""
    return asks("many", text)


def asks_mention(text: str) -> bool:
    """Whether the question is about what a text mentions (提到)."""
    return asks("mention", text)


def asks_of_change(question: str) -> bool:
    """Whether a question speaks of more, less or a change (哪年多, 增加了); not of how much or of what was done (减少证明)."""
    return asks("change", question.replace("多少", ""))
