"""The operation settled: what the words ask, given how many reports it is about and whether figures can answer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.planning import conditions
from assistant.planning import intent as words
from assistant.planning.intent import Intent
from assistant.planning.query import Condition, Operation, Wanted
from assistant.planning.topics import Topic

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
_OVER_GROUP = {Operation.MAXIMUM, Operation.MINIMUM, Operation.RANK}
_DESCRIBE = re.compile(
    "怎么样|如何|情况|介绍|说说|讲讲|谈谈|做法|内容|措施|问题(?!.*(?:多少|几件))|不足|改进|渠道|原则|要求|怎么|怎样|哪些(?!.*[几多]少?)|什么(?!时候)|方式"
)
_MOST = re.compile("[更最]?[多高](?:些|一点|一些)?[？?。]?$")
_HAS_MORE = re.compile("[多少](?:些|一点|一些)?(?:[？?。，,]|$)|多少")
_WHICH_OF_THEM = re.compile("哪些|哪几个|哪几家|有谁|哪里")
_WANTED = {
    Operation.SHARE: Wanted.SHARE,
    Operation.LIST: Wanted.BODIES,
    Operation.CONFLICTS: Wanted.BODIES,
    Operation.WHICH: Wanted.BODIES,
    Operation.MAXIMUM: Wanted.BODIES,
    Operation.MINIMUM: Wanted.BODIES,
    Operation.RANK: Wanted.BODIES,
    Operation.YES_NO: Wanted.YES_NO,
}
_NUMBERS = {Operation.VALUE, Operation.SUM, Operation.COMPARE, Operation.COUNT, Operation.AVERAGE}
_EITHER_WAY = re.compile("还是|是增是减|是涨是跌|是多是少")
_EACH = re.compile("分别|各")
_STATED = re.compile(
    "(?:写|说|提|反映|承认)(?:到|明|过)?了?(?:当年|本年度?|全年|年内|这年|那年)?(?:度)?(?:有|发生|收到|存在|出现|被)"
)
"""写了当年有行政诉讼 asks for bodies that had some, 提到行政诉讼 for texts that mention it."""
_HAVING = re.compile("有|设立|设置|收到|发生|被|出现|收[了过取]|接到|召开|举办")


@dataclass(frozen=True, slots=True)
class Asked:
    """All that decides the operation: ``bodies`` and ``reports`` count the targets; ``text`` has names blanked."""

    text: str
    intent: Intent
    topic: Topic
    bodies: int
    reports: int
    every: bool
    span: bool = False
    """Whether years are asked for as a row (近三年)."""

    @property
    def group(self) -> bool:
        """Whether it is about several bodies."""
        return self.every or self.bodies > 1


def settle(asked: Asked) -> tuple[Operation, Wanted, Condition | None]:
    """The operation, the kind of answer and the condition of a question."""
    operation = _operation(asked)
    return operation, _wanted(asked, operation), _condition(asked, operation)


def _operation(asked: Asked) -> Operation:
    op = asked.intent.operation
    if op is Operation.COLLECTION and asked.topic.indicators and asked.intent.condition is not None:
        return Operation.COUNT if words.asks_count_of_bodies(asked.text) else Operation.LIST
    if op is Operation.COLLECTION and asked.topic.indicators:
        superlative = words.operation_within(asked.text)
        op = superlative if superlative in _OVER_GROUP else op
    if op is Operation.COLLECTION or _compares_itself(asked):
        return op
    if not asked.topic.indicators or _wants_no_figure(asked):
        names_bodies = asked.every and (
            words.asks_which_body(asked.text) or words.asks_count_of_bodies(asked.text)
        )
        return (
            Operation.WHICH if names_bodies and asked.intent.wanted not in _CONTACT else Operation.NARRATIVE
        )
    if op in _FIGURES_ONLY:
        return _figures_only(op, asked)
    return _over_group(asked) if asked.group else _over_one(asked)


def _compares_itself(asked: Asked) -> bool:
    """Whether reports are to be searched for figures that disagree, and not one figure that is named."""
    everything = not asked.topic.indicators and not asked.text.startswith(("为什么", "为何"))
    return asked.intent.operation is Operation.CONFLICTS and (asked.every or everything)


def _asks_cause(asked: Asked) -> bool:
    """Whether it is asked why a figure moved or is the larger one: the figures themselves are known."""
    return (
        asked.intent.wanted is Wanted.REASON
        and bool(asked.topic.indicators)
        and words.asks_of_change(asked.text)
    )


def _wants_no_figure(asked: Asked) -> bool:
    if _asks_cause(asked):
        return True
    if asked.group and (asked.intent.figure or asked.intent.operation in _OVER_GROUP):
        return False
    return asked.intent.wanted in _CONTACT


def _figures_only(op: Operation, asked: Asked) -> Operation:
    if op is Operation.RANK and "第几" in asked.text and not asked.group:
        return Operation.NARRATIVE  # a place that the report tells of: 在全省排名第几
    if op is Operation.GROWTH and asked.bodies > 1:
        return Operation.COMPARE
    if op is Operation.GROWTH and asked.reports > 2:
        return Operation.TREND
    if op is Operation.GROWTH and asked.reports > 1 and _EITHER_WAY.search(asked.text):
        return Operation.COMPARE
    if op in (Operation.MAXIMUM, Operation.MINIMUM) and not asked.group and asked.reports == 1:
        return Operation.NARRATIVE  # within one report: 哪个县区最多
    return op


def _over_group(asked: Asked) -> Operation:
    """Over several bodies: which of them, how many, who has more, or the sum."""
    text, intent = asked.text, asked.intent
    if words.asks_mention(text) and not (intent.figure or intent.condition or _STATED.search(text)):
        return Operation.WHICH
    which = asked.every and words.asks_which_body(text)
    if which and _MOST.search(text):
        return Operation.MAXIMUM
    if asked.every and words.asks_count_of_bodies(text):
        return Operation.COUNT
    if which or _WHICH_OF_THEM.search(text):
        return Operation.LIST
    return _over_named(asked)


def _over_named(asked: Asked) -> Operation:
    text, figure = asked.text, asked.intent.figure
    compares = words.asks_comparison(text)
    if words.asks_sum(text) and not compares:
        return Operation.SUM
    if words.asks_yes_no(text) and not figure and not compares:
        return Operation.LIST if asked.every else Operation.YES_NO
    if figure or compares or words.asks_many(text):
        return Operation.COMPARE
    return Operation.NARRATIVE if _DESCRIBE.search(text) else Operation.COMPARE


def _over_one(asked: Asked) -> Operation:
    """Over one body: its value, a yes or no, or several years side by side or added up."""
    text, figure = asked.text, asked.intent.figure
    if asked.reports > 1 and words.asks_sum(text):
        return Operation.SUM
    if asked.reports > 1 and (words.asks_comparison(text) or figure):
        return _over_years(asked)
    if asked.reports > 1 and asked.span and not _DESCRIBE.search(text):
        return Operation.TREND
    if figure:
        return Operation.VALUE
    if words.asks_yes_no(text):
        return Operation.YES_NO
    describes = _DESCRIBE.search(text) or asked.intent.wanted is Wanted.ENUMERATION
    return Operation.NARRATIVE if describes else Operation.VALUE


def _over_years(asked: Asked) -> Operation:
    """Over several years of one body: which of them had most or least, side by side, or as a row."""
    if asked.reports == 2:
        return Operation.COMPARE
    if words.asks_which_year(asked.text):
        return Operation.MINIMUM if words.asks_less(asked.text) else Operation.MAXIMUM
    return Operation.TREND if asked.span and not _EACH.search(asked.text) else Operation.COMPARE


def _wanted(asked: Asked, operation: Operation) -> Wanted:
    """The kind of answer: a count of each, where it is asked which of several named bodies has more of what no figure tells."""
    intent = asked.intent
    if _asks_cause(asked):
        return Wanted.CAUSE
    if operation in _WANTED:
        return _WANTED[operation]
    if operation in _NUMBERS:
        return Wanted.MONEY if intent.wanted is Wanted.MONEY else Wanted.NUMBER
    if intent.wanted is Wanted.BODIES and asked.bodies > 1 and not asked.every:
        return Wanted.NUMBER if _HAS_MORE.search(asked.text) else intent.wanted
    return intent.wanted


def _condition(asked: Asked, operation: Operation) -> Condition | None:
    if operation in (Operation.LIST, Operation.COUNT):
        return asked.intent.condition or (conditions.SOME if _HAVING.search(asked.text) else None)
    if operation is Operation.NARRATIVE and words.asks_which_body(asked.text):
        return asked.intent.condition  # within one report: 哪些县区超过300件
    if operation is Operation.YES_NO and asked.topic.indicators == ("requests_carried_out",):
        return conditions.claimed(asked.text) or (
            conditions.NONE if conditions.all_done(asked.text) else None
        )
    return conditions.claimed(asked.text) if operation is Operation.YES_NO else None
