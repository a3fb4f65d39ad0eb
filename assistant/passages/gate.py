"""When a passage answers: it covers the question, speaks of the very thing, and holds the kind of thing asked for.

Figures and open questions fail differently. A sentence with a figure in a fitting unit reads like an answer to any
question about its subject, so it must speak of everything that the question names; a sentence that tells how, why or
what in a report's own words shares few with the citizen's, so part of the question is enough.
"""

from __future__ import annotations

import re

from assistant.passages import causes, problems
from assistant.passages.denial import denies
from assistant.passages.expected import asked_unit, counted_words, fits, is_unit, unit_fits
from assistant.passages.quoting import COVERAGE
from assistant.passages.relevance import PARTIAL, is_act, is_generic, is_thing, longest, match
from assistant.passages.weighing import FUNDS, Passage, Weighed, asks_funds
from assistant.planning.part_names import speaks_of
from assistant.planning.query import Operation, Plan, Wanted
from index.indicators import indicators
from index.language.patterns import pattern_of
from index.language.text import squeeze
from index.language.words import domain_words, is_known, is_noun, part_of_speech

OPEN = 0.3
"""What a passage must cover of a question that asks how, why or what."""

AKIN = 0.35
"""What a thing must match to be spoken of in an open question: 人员 does for 工作人员."""

COUNTED = (Wanted.NUMBER, Wanted.MONEY, Wanted.SHARE)
TOLD = (Wanted.TEXT, Wanted.REASON, Wanted.ENUMERATION)

NAMED = (Wanted.NAME, Wanted.PERSON, Wanted.BODIES, Wanted.OFFICE)

HOLDERS = frozenset(("领导", "负责人", "负责同志", "干部", "同志"))
"""Words for whoever holds an office: reports name the office instead (副主任), so nothing need say them."""

_PLACE = "s"
"""Jieba's part of speech for words of place (山里, 村里)."""

_DEALT = re.compile("([卖买赚赔捐借欠罚奖租])了?多少")
"""What was done with money: 卖了多少钱 is not answered by what was invested."""

_REQUEST = "申请"
"""What a passage that tells of requests, or its headings, says."""

_ORDINAL = re.compile("几|百分")

_RISE = (
    re.compile("增加|增长|增多|[上提]升|上涨|[大激猛]增|涨了|变多|(?<![大差])多了|暴涨"),
    re.compile("[增升涨攀]|提高|翻|多了|多于|突破"),
)
"""What asks why something rose, and what a sentence has that speaks of it."""
_FALL = (re.compile("减少|下降|降低|变少|少了|下滑|跌"), re.compile("[减降少跌]|下滑|压缩"))
"""As ``_RISE``, of a fall."""


def answers(plan: Plan, weighed: Weighed) -> bool:
    """Whether a passage answers a plan's question."""
    why = plan.wanted is Wanted.CAUSE and bool(plan.indicators)
    if why or denies(plan, weighed.passage.text):
        return not why or causes.explains(plan, weighed.passage)
    text = squeeze(weighed.passage.text)
    if plan.wanted in COUNTED and not counts_it(plan, weighed.passage, text):
        return False
    if asks_whether(plan) and not says_whether(plan, text):
        return False
    if plan.wanted is Wanted.REASON and not (explains(weighed.passage) and same_turn(plan.question, text)):
        return False
    if plan.wanted in (*NAMED, *TOLD) and not speaks_of_subject(plan, weighed.passage, text):
        return False
    return enough(plan, weighed, text) and fits(weighed.passage.text, plan.wanted, plan.question, plan.terms)


def asks_whether(plan: Plan) -> bool:
    """Whether a yes or no is asked for."""
    return plan.operation is Operation.YES_NO or plan.wanted is Wanted.YES_NO


def says_whether(plan: Plan, text: str) -> bool:
    """Whether a passage speaks of all things that a yes or no is asked on, and of what is asked of them (满意吗)."""
    subjects = things(plan)
    said = [w for w in longest(plan.terms) if len(w) > 1 and part_of_speech(w)[:1] in ("a", "v")]
    said = [
        w for w in said if re.search(re.escape(w) + "(?:了|过)?(?:吗|没)", plan.question) and not is_act(w)
    ]
    asked_of = not said or any(match(word, text) >= PARTIAL for word in said)
    return asked_of and all(match(word, text) >= PARTIAL for word in subjects)


def speaks_of_subject(plan: Plan, passage: Passage, text: str) -> bool:
    """Whether a passage has one of the things that are asked about.

    For an open question its paragraph or headings may have it, or the passage two of the question's other words.
    """
    subjects = [word for word in things(plan) if not (plan.wanted is Wanted.PERSON and word in HOLDERS)]
    subjects = subjects or [word for word in longest(plan.terms) if not (is_act(word) or word in HOLDERS)]
    headings = squeeze(" ".join(passage.section.path))
    if plan.wanted in NAMED:
        own = text + headings * (plan.wanted is not Wanted.NAME)
        return not subjects or any(match(word, own) >= PARTIAL for word in subjects)
    around = headings + squeeze(passage.block.text)
    if not subjects or any(match(word, text + around) >= AKIN for word in subjects):
        return True
    return sum(match(word, text) >= PARTIAL for word in longest(plan.terms)) >= 2


def enough(plan: Plan, weighed: Weighed, text: str) -> bool:
    """Whether a passage covers enough: of an open question part, if it has one of its telling words itself."""
    if weighed.coverage >= COVERAGE:
        return True
    telling = (word for word in longest(plan.terms) if not (is_generic(word) or word in domain_words()))
    return (
        plan.wanted in TOLD
        and weighed.coverage >= OPEN
        and any(match(word, text) >= PARTIAL for word in telling)
    )


def counts_it(plan: Plan, passage: Passage, text: str) -> bool:
    """Whether a passage speaks of all that a number is asked of, and of its part of the area."""
    if any(match(word, text) < PARTIAL for word in counted_words(plan.question, plan.terms) if is_noun(word)):
        return False
    if passage.figures and not row_fits(passage, asked_unit(plan.question)):
        return False
    if asks_funds(plan, longest(plan.terms)) and FUNDS not in text:
        return False
    if (dealt := _DEALT.search(plan.question)) and dealt[1] not in text:
        return False
    around = squeeze(" ".join(passage.section.path)) + _broken_down(passage)
    if of_requests(plan) and _REQUEST not in text + around:
        return False
    return speaks_of(text, plan.scope) and not any(
        match(word, text) < PARTIAL and match(word, around) < PARTIAL for word in named(plan)
    )


def _broken_down(passage: Passage) -> str:
    """The sentence whose figure a passage breaks down, which says what is counted (分主体看：…); ``""`` where it does not."""
    before = passage.block.text.partition(passage.text)[0].rstrip("。；; \n")
    return squeeze(re.split("[。\n]", before)[-1]) if _BREAKS_DOWN.match(squeeze(passage.text)) else ""


_BREAKS_DOWN = re.compile("其中|(?:[分按从]|就)[^，。：:]{1,10}(?:看|来看|分|划分|统计|说|计)[，：:]")


def of_requests(plan: Plan) -> bool:
    """Whether requests are asked for, or those that came one way, of which what was published is no number."""
    first = next(iter(plan.indicators), "")
    return first == "requests_new" or (first in indicators() and indicators()[first].parent == "requests_new")


def row_fits(passage: Passage, unit: str) -> bool:
    """Whether a row of a table of figures prints a unit that answers the one asked for; rows without one may."""
    printed = [cell for cell in passage.text.split() if is_unit(cell)]
    return not unit or not printed or any(unit_fits(cell, unit) for cell in printed)


def named(plan: Plan) -> list[str]:
    """The words of a question that say what is counted: its nouns, and what was done right before or after 多少 or 几.

    Words that were cut by guess and verbs that go with any figure (公布, 举办) are left out.
    """
    asked = squeeze(plan.question)
    words = [
        w for w in longest(plan.terms) if len(w) > 1 and w in asked and not is_generic(w) and is_known(w)
    ]
    words = [w for w in words if not _ORDINAL.search(w)]
    return [w for w in words if is_thing(w) or (not is_act(w) and beside_figure(w, asked))]


def beside_figure(word: str, question: str) -> bool:
    """Whether a word stands right before or after what asks for a number (获奖几个, 多少人观看)."""
    after = rf"(?:多少|几)[^，。？?]{{0,4}}{re.escape(word)}"
    return bool(re.search(rf"{re.escape(word)}(?:了|过|的|有|是|被)*(?:多少|几)|{after}", question))


def explains(passage: Passage) -> bool:
    """Whether a passage gives a cause, or stands where the report says what is wrong."""
    return gives_cause(passage.text) or any(map(problems.heading_of, passage.section.path))


def same_turn(question: str, text: str) -> bool:
    """Whether a text speaks of the rise or the fall that a question asks the reason of; true where it asks of neither."""
    asked = [turn for turn in (_RISE, _FALL) if turn[0].search(question)]
    return len(asked) != 1 or asked[0][1].search(text) is not None


def gives_cause(text: str) -> bool:
    """Whether a text says why something was done or went wrong (因…, 为了…, 未在期限内答复)."""
    return pattern_of("problems.toml", "cause").search(text) is not None


def things(plan: Plan) -> list[str]:
    """The nouns, places and terms of the domain in a question: whether there was any, only a passage that names them says."""
    words = [w for w in longest(plan.terms) if not is_generic(w)]
    return [w for w in words if is_noun(w) or w in domain_words() or part_of_speech(w) == _PLACE]


def topics(plan: Plan) -> list[str]:
    """The words of a question that a heading may name."""
    return [w for w in longest(plan.terms) if len(w) > 1 and not (is_generic(w) or is_act(w))]
