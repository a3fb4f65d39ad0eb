"""The operation settled: what the words ask, given how many reports it is about and whether figures can answer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant import intent as words
from assistant.intent import Intent
from assistant.query import Condition, Operation, Wanted
from assistant.topics import Topic

_CONTACT = {
    Wanted.PHONE,
    Wanted.MOBILE,
    Wanted.EMAIL,
    Wanted.ADDRESS,
    Wanted.POSTCODE,
    Wanted.WEBSITE,
    Wanted.PERSON,
    Wanted.NAME,
    Wanted.DATE,
    Wanted.REASON,
    Wanted.OFFICE,
}
_FIGURES_ONLY = {
    Operation.TREND,
    Operation.RANK,
    Operation.SHARE,
    Operation.GROWTH,
    Operation.AVERAGE,
    Operation.MAXIMUM,
    Operation.MINIMUM,
    Operation.DIFFERENCE,
}
_DESCRIBE = re.compile(
    "怎么样|如何|情况|介绍|说说|讲讲|谈谈|做法|内容|措施|问题(?!.*(?:多少|几件))|不足|改进|渠道|原则|要求|怎么[做改办开]|哪些(?!.*[几多]少?)|什么(?!时候)|方式"
)
_HAVING = re.compile("有|收到|发生|被|出现|收[了过取]|接到|召开|举办")


@dataclass(frozen=True, slots=True)
class Settled:
    """What Plan needs of the intent."""

    operation: Operation
    wanted: Wanted
    condition: Condition | None


def settle(text: str, intent: Intent, topic: Topic, *, bodies: int, reports: int, every: bool) -> Settled:
    """The operation, wanted and condition of a question over ``reports`` reports of ``bodies`` bodies."""
    operation = _operation(text, intent, topic, bodies=bodies, reports=reports, every=every)
    return Settled(operation, _wanted(intent, operation, topic), _condition(text, intent, operation))


def _operation(
    text: str, intent: Intent, topic: Topic, *, bodies: int, reports: int, every: bool
) -> Operation:
    op = intent.operation
    if op is Operation.COLLECTION:
        return op
    group = every or bodies > 1
    if intent.wanted in _CONTACT and not (group and topic.indicators and intent.figure):
        asks_bodies = every and words.asks_which_body(text)
        return (
            Operation.WHICH
            if asks_bodies and intent.wanted not in _CONTACT - {Wanted.NAME}
            else Operation.NARRATIVE
        )
    if not topic.indicators:
        return _without_figures(text, intent, every=every)
    if op in _FIGURES_ONLY:
        return _figures_only(text, op, bodies=bodies, every=every)
    return _over_group(text, intent, every=every) if group else _over_one(text, intent, reports)


def _without_figures(text: str, intent: Intent, *, every: bool) -> Operation:
    if every and (words.asks_which_body(text) or words.asks_count_of_bodies(text)):
        return Operation.WHICH
    if (
        intent.figure
        and words.asks_comparison(text)
        and intent.operation in (Operation.DIFFERENCE, Operation.NARRATIVE)
    ):
        return Operation.NARRATIVE
    return Operation.NARRATIVE


def _figures_only(text: str, op: Operation, *, bodies: int, every: bool) -> Operation:
    if op is Operation.GROWTH and bodies > 1:
        return Operation.COMPARE
    if op in (Operation.MAXIMUM, Operation.MINIMUM) and bodies == 2 and not every:
        return Operation.COMPARE
    return op


def _over_group(text: str, intent: Intent, *, every: bool) -> Operation:
    """Over several bodies: which, how many, who has more, or the sum."""
    if words.asks_mention(text) and not intent.figure and not intent.condition and _is_about_text(text):
        return Operation.WHICH
    if every and words.asks_which_body(text) and re.search("[更最]?[多高](?:些|一点|一些)?[？?。]?$", text):
        return Operation.MAXIMUM
    if words.asks_count_of_bodies(text) and every:
        return Operation.COUNT
    if re.search("哪些|哪几个|哪几家|有谁|哪里", text) or (every and words.asks_which_body(text)):
        return Operation.LIST
    if words.asks_sum(text) and not words.asks_comparison(text):
        return Operation.SUM
    if not every and (intent.figure or words.asks_comparison(text)):
        return Operation.COMPARE
    if words.asks_yes_no(text):
        return Operation.LIST if every else Operation.YES_NO
    return Operation.COMPARE if intent.figure or words.asks_many(text) else Operation.NARRATIVE


def _is_about_text(text: str) -> bool:
    return bool(
        re.search(
            "提到|说过|说到|写到|讲到|谈到|提过|讲过|提及|承认|反映|明确|介绍|建立|设立|采用|使用", text
        )
    )


def _over_one(text: str, intent: Intent, reports: int) -> Operation:
    """Over one body: its value, a yes or no, or the sum of several years."""
    if reports > 1 and words.asks_sum(text):
        return Operation.SUM
    if reports > 1 and (words.asks_comparison(text) or intent.figure):
        return Operation.COMPARE
    if intent.figure:
        return Operation.VALUE
    if words.asks_yes_no(text):
        return Operation.YES_NO
    if _DESCRIBE.search(text) or intent.wanted is Wanted.ENUMERATION:
        return Operation.NARRATIVE
    return Operation.VALUE


def _wanted(intent: Intent, operation: Operation, topic: Topic) -> Wanted:
    if operation is Operation.SHARE:
        return Wanted.SHARE
    if operation in (Operation.LIST, Operation.WHICH, Operation.MAXIMUM, Operation.MINIMUM, Operation.RANK):
        return Wanted.BODIES
    if operation in (Operation.VALUE, Operation.SUM, Operation.COMPARE, Operation.COUNT, Operation.AVERAGE):
        return Wanted.MONEY if intent.wanted is Wanted.MONEY else Wanted.NUMBER
    if operation is Operation.YES_NO:
        return Wanted.YES_NO
    return intent.wanted


def _condition(text: str, intent: Intent, operation: Operation) -> Condition | None:
    if operation in (Operation.LIST, Operation.COUNT):
        return intent.condition or (words.some() if _HAVING.search(text) else None)
    return words.claimed(text) if operation is Operation.YES_NO else None
