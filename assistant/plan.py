"""Question + history + catalogue -> Plan: which reports, which figures, which operation (assistant/planning/query.py)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.passages import spoken_of
from assistant.passages.spoken_of import Spoken
from assistant.planning import intent as words
from assistant.planning import scopes, word_slips
from assistant.planning import years as when
from assistant.planning.bodies import Mention
from assistant.planning.directory import Body, Directory, Head, directory
from assistant.planning.followup import standalone
from assistant.planning.keywords import parted
from assistant.planning.nearest import no_such_body, option
from assistant.planning.operations import Asked, settle
from assistant.planning.query import Operation, Plan, Refusal, Target
from assistant.planning.reading import Reading, is_off_topic, parts_of, read, scope_of
from assistant.planning.roles import Roles, level_scope, noun_bodies, of_level, pronoun_bodies
from assistant.planning.targets import Chosen, Demand, across, for_subjects
from assistant.planning.terms import content_terms, focus_terms
from assistant.planning.topics import COMPARED, Topic, read_topic, without_itself
from assistant.schema import Reason
from index.language.text import squeeze

_PLANS = re.compile("下一步|打算|计划|下步|今后|将(?:要|如何|怎么|从)|准备|安排|改进|明年|展望|思路")
_ALL_YEARS = re.compile(
    "最[多少高低大小]的?(?:那)?(?:一年|年份|年度|是哪年)|哪(?:一|个)?年(?!的?(?:报告|年报))"
)
_WHICH_OF_TWO = re.compile("(?:哪|谁)[个项类种]?(?:更|比较)?[多少高低大]")
_BOTH = re.compile("(?:[两三四五六]|各|所有)(?:个|地|市|县|家|处)?的?$")
_MOST_OPTIONS = 20
"""More than that nobody reads; the answer then asks for the name."""
_ACROSS_WITHOUT_NAME = {
    Operation.MAXIMUM,
    Operation.MINIMUM,
    Operation.RANK,
    Operation.AVERAGE,
    Operation.COLLECTION,
}


def plan(question: str, history: Sequence[tuple[str, str]], catalogue: Sequence[Head]) -> Plan:
    """What a question asks, made to stand alone by the history [(user, assistant), …], oldest first.

    Never raises for any text; what cannot be answered comes back as ``missing`` with its reason.
    """
    book = directory(catalogue)
    asked = scopes.without_orders(question)
    if scopes.gives_orders(question) and (not asked or scopes.asks_for_secrets(asked)):
        return _refused(question, Reason.UNSAFE, "这个要求不能照办。" + scopes.pointer())
    text = squeeze(asked or question)
    if scopes.greets(text) or scopes.is_elsewhere(text):
        lead = "您好！" if scopes.greets(text) else "这个问题不在年度报告的范围内。"
        return _refused(asked or question, Reason.OUT_OF_SCOPE, lead + scopes.pointer())
    asked = parted(standalone(asked or question, history, book))
    planned = _with_slips_put_right(squeeze(asked), asked, book)
    if scopes.gives_orders(question) and not (planned.indicators or planned.targets):
        return _refused(asked, Reason.UNSAFE, "这个要求不能照办。" + scopes.pointer())
    return planned


def about_each(question: str, spoken: Spoken, catalogue: Sequence[Head]) -> list[Plan]:
    """The plans of a question as if it named each body that speaks of its thing, from reports that do.

    Without a year the newest of them; with years, none for a body whose reports of those years are silent.
    """
    book = directory(catalogue)
    reading = read(squeeze(question), book)
    plain = when.blanked(reading.text, reading.years)
    plans = []
    for body in spoken_of.bodies(spoken, catalogue):
        roles = Roles((Mention(0, 0, body.issuer.short, (body,)),))
        one = replace(reading, plain=plain, roles=roles)
        chosen = _of_those_that_speak(spoken.heads[body.issuer.name], _named(one, book), reading)
        if chosen.targets:
            planned = _complete(question, one, chosen, every=False)
            plans.append(replace(planned, notes=(spoken_of.note(spoken, body, planned.targets),)))
    return plans


def _of_those_that_speak(having: Sequence[Head], chosen: Chosen, reading: Reading) -> Chosen:
    """The reports chosen where all of them speak of the thing, without a year the newest that does, else none."""
    if not reading.years:
        newest = having[0]
        return Chosen((Target(newest.name, newest.issuer.name, newest.year),))
    silent = {target.report for target in chosen.targets} - {head.name for head in having}
    return Chosen() if silent or chosen.missing else chosen


def _with_slips_put_right(text: str, asked: str, book: Directory) -> Plan:
    """The plan of a question; of one that names no indicator but nearly one (行政处法), with a note that says so."""
    reading = read(text, book)
    typed, meant = word_slips.put_right(reading.plain)
    if not typed:
        return _planned(asked, reading, book)
    planned = _planned(asked.replace(typed, meant), read(text.replace(typed, meant), book), book)
    return replace(planned, notes=(*planned.notes, f"“{typed}”按“{meant}”理解"))


def _refused(question: str, reason: Reason, message: str) -> Plan:
    return Plan(question, Operation.NARRATIVE, missing=(Refusal(reason, question, message),))


def _planned(question: str, reading: Reading, book: Directory) -> Plan:
    if unclear := _unclear(question, reading, book):
        return unclear
    if reading.roles.subjects or reading.roles.unknown:
        if _is_place_in_ranking(reading):
            level = reading.roles.subjects[0].bodies[0].issuer.level
            return _complete(question, reading, across(of_level(book, level), reading.years), every=True)
        return _complete(question, reading, _named(reading, book), every=False)
    if is_off_topic(reading):
        return _refused(question, Reason.OUT_OF_SCOPE, "年度报告里没有这方面的内容。" + scopes.pointer())
    if not book.bodies:
        return _refused(question, Reason.NO_SUCH_ISSUER, "目前没有收录任何报告，请先建立索引。")
    return _unnamed(question, reading, book)


def _unclear(question: str, reading: Reading, book: Directory) -> Plan | None:
    """The question back where a name fits several bodies, or nobody's but nearly one's; else ``None``."""
    roles = reading.roles
    if several := [m for m in roles.subjects if len(m.bodies) > 1]:
        return _of_namesakes(question, reading, several[0])
    if roles.subjects or not (nearly := [m for m in roles.unknown if m.perhaps]):
        return None
    missing = (no_such_body(nearly[0], book, when.named_alone(reading.years)),)
    return replace(_ask_back(question, reading, nearly[0].perhaps), missing=missing)


def _of_namesakes(question: str, reading: Reading, mention: Mention) -> Plan:
    """A question back on which of them is meant, unless all are: 两地鼓楼区, 两个城关镇."""
    if _BOTH.search(reading.text[: mention.start]):
        return _complete(question, reading, across(mention.bodies, reading.years), every=False)
    return _ask_back(question, reading, mention.bodies)


def _is_place_in_ranking(reading: Reading) -> bool:
    """Whether one body's place among all of its level is asked (申请数排第几), and no place that it tells of itself."""
    topic = read_topic(reading.plain, (), default=True, amount=True)
    ranks = reading.intent.operation is Operation.RANK and "第几" in reading.text
    ranks = ranks and any(not hit.generic or hit.id == "requests_new" for hit in topic.found)
    return ranks and len(reading.roles.subjects) == 1 and not reading.roles.unknown


def _named(reading: Reading, book: Directory) -> Chosen:
    """The reports of the bodies named, and refusals for those that nobody has."""
    roles, op = reading.roles, reading.intent.operation
    missing = tuple(no_such_body(m, book, when.named_alone(reading.years)) for m in roles.unknown)
    notes = tuple(mention.note for mention in roles.subjects if mention.note)
    demand = Demand(
        all_years=op in (Operation.TREND, Operation.COLLECTION)
        or bool(_ALL_YEARS.search(reading.text))
        or when.mentions_all_years(reading.text),
        pair=op is Operation.GROWTH or (op is Operation.DIFFERENCE and "上" in reading.text),
        plans=bool(_PLANS.search(reading.plain)),
    )
    chosen = for_subjects(reading.text, roles.subjects, reading.years, demand)
    return replace(chosen, missing=(*missing, *chosen.missing), notes=(*notes, *chosen.notes))


def _unnamed(question: str, reading: Reading, book: Directory) -> Plan:
    """A question without a body: about all of them, about the only one that fits, or one to ask back on."""
    said, fitting = level_scope(reading.text, book)
    if said:
        one = replace(reading, plain=reading.plain.replace(said, " " * len(said)))
        return _complete(question, one, across(fitting, reading.years), every=True)
    if reading.intent.across or _is_across(reading):
        return _over_all(question, reading, book)
    fitting = pronoun_bodies(reading.text, book)
    if len(fitting) > 1 and reading.years:
        within = tuple(b for b in fitting if when.choose(reading.years, b.years).years)
        fitting = within or fitting
    if len(fitting) > 1:
        return _ask_back(question, reading, fitting)
    mention = Mention(0, 0, fitting[0].issuer.short, fitting)
    one = replace(reading, roles=replace(reading.roles, subjects=(mention,)))
    return _complete(question, one, _named(one, book), every=False)


def _is_across(reading: Reading) -> bool:
    if reading.intent.operation in _ACROSS_WITHOUT_NAME or words.asks_sum(reading.text):
        return True
    return bool(re.search('[“”"「]', reading.text)) and not reading.intent.figure


def _over_all(question: str, reading: Reading, book: Directory) -> Plan:
    return _complete(question, reading, across(noun_bodies(reading.text, book), reading.years), every=True)


def _ask_back(question: str, reading: Reading, bodies: Sequence[Body]) -> Plan:
    options = tuple(map(option, bodies[:_MOST_OPTIONS]))
    return replace(_complete(question, reading, Chosen(), every=False), options=options, missing=())


def _complete(question: str, reading: Reading, chosen: Chosen, *, every: bool) -> Plan:
    """The plan, now that the reports are known."""
    years = [target.year for target in chosen.targets]
    topic = _topic(reading, years, every=every)
    bodies = len({target.issuer for target in chosen.targets})
    span = when.asks_span(reading.years)
    asked = Asked(reading.plain, reading.intent, topic, bodies, len(years), every, span)
    operation, wanted, condition = settle(asked)
    if operation is Operation.CONFLICTS:
        topic = Topic(COMPARED)
    parts = parts_of(reading, operation, topic, years)
    if parts:
        if len(parts) == 2 and operation is Operation.VALUE and _WHICH_OF_TWO.search(reading.plain):
            operation = Operation.COMPARE
        first = parts[0]
        topic = replace(topic, indicators=first.indicators, column=first.column, scope=first.scope)
    terms = content_terms(reading.plain)
    return Plan(
        question=question,
        operation=operation,
        wanted=wanted,
        targets=chosen.targets,
        every=every,
        years=tuple(dict.fromkeys(chosen.years)),
        missing=chosen.missing,
        indicators=topic.indicators,
        column=topic.column,
        scope=topic.scope,
        divisor=topic.divisor if operation is Operation.SHARE else "",
        condition=condition,
        terms=terms,
        focus=focus_terms(reading.plain, topic, terms),
        notes=chosen.notes,
        also=words.further_wanted(reading.plain, wanted),
        parts=parts[1:],
        before=chosen.before,
    )


def _topic(reading: Reading, years: Sequence[int], *, every: bool) -> Topic:
    """The figures that a question is about and whose they are; ``every`` where it is about all reports."""
    share = reading.intent.operation is Operation.SHARE
    amount = words.asks_amount(reading.plain, reading.intent)
    topic = read_topic(reading.plain, years, share=share, default=True, amount=amount)
    scope = reading.roles.scope or scope_of(topic, reading, every=every)
    return without_itself(replace(topic, scope=scope))
