"""A follow-up question made to stand alone: what it leaves out is taken from the questions before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.planning import years as when
from assistant.planning.directory import Directory
from assistant.planning.exchange import ACROSS, exchanged, kept
from assistant.planning.inside import as_said, of_the_whole
from assistant.planning.intent import asks_sum, read_intent
from assistant.planning.neighbouring import beside
from assistant.planning.roles import asks_parts
from assistant.planning.topics import read_topic
from assistant.planning.turns import LEAD, YES, Turn, as_meant, named_years, read_turn, topic
from assistant.planning.versus import both, set_beside, versus, why_of_one
from assistant.planning.vocabulary import find_indicators
from index.language.text import squeeze

_CORRECTION = re.compile(
    "^(?:我)?(?:不对|错了|你搞错了|搞错了|你弄错了|(?:不是|不)(?=[，,。！!我])|不是[要想]?问这个)(?:吧|啊|呀)?[，,。！!]?(?:我)?(?:问|说|要|指|想问|想知道)?的?(?:是)?|^我(?:问|说|指|要|想问)的是"
)
_PARTICLE = re.compile("(?:呢|吧|怎么样|如何|的呢|又如何|的情况)?[？?。！!]*$")
_ONLY_ASKS = re.compile(
    "(?<=[\\s，,呢])(?:呢|[，,]|\\s)*(?:又|就|是|换成|变成|变为|到|有)*(?:多少|几)[件条次个人项期份场篇起]?(?:了)?[？?。]*$"
)
"""那2024年呢，换成多少了 asks for nothing else than the question before."""
_BACK = re.compile(
    "^(?:它们|他们|她们|它|她|他|其(?![他中它余实])|该单位|该镇|该市|该区|该县|该局|这个镇|这个市|这个区|这个单位|这家|这里|那里|那边|上面|你们|当地)(?:的)?"
)
_INSIDE = re.compile(
    "它们|他们|它|该单位|该镇|该市|该区|该县|该局|这个镇|这个市|这个区|这个县|这个单位|这家单位"
)
_DEPENDENT = re.compile(
    "^(?:正文|表格|表[里中]|文[里中]|原文|在哪|叫什么|叫啥|什么时候|哪一?天|主要(?:是|有|涉及|集中)|涉及|为什么|为何|为啥|原因|什么原因|还有(?:呢|吗|哪些|什么)|然后呢|具体|详细|分别|都是|都有|其中|哪些单位|哪几|是谁|是哪|多少钱|比(?:上|去|前|往|头)一?年|较上一?年|同比|环比|占|是多少|是什么|怎么|这|那|具体是|一共|总共|有没有)"
)
_CHAPTER = re.compile("问题|不足|困难|短板|薄弱|改进|打算|下一步")
"""What every report has a chapter on: 有什么不足 after a question about fees is about the body's work again."""
_OWN_TOPICS = frozenset(
    ["phone", "email", "address", "mobile", "postcode", "website", "person", "name", "office", "date"]
)
"""What is asked for is named with these, whatever the question before was about."""
_LAST_TURNS = 6
_SEVERAL = re.compile("它们|他们|这几个|这几家|这些|那几个")
_DOUBT = re.compile("^(?:你)?(?:确定|肯定|真的)(?:吗|么|是这样吗)?[？?。]*$|^(?:没错吗|对吗)[？?]*$")
_INNER = re.compile("单位|部门|机构|机关|科室")
"""Said after a question about one body these are parts of it; 哪个镇 and 其他县 are others beside it."""
_FIRST = re.compile("^[^，,；;。？?]{2,20}?[呢？?]+[，,。？?]*(?=[^，,。？?！!])")
_FRAGMENT = re.compile("^[^，,；;。？?]{1,12}呢[？?，,。]")
"""A first clause that goes on with the question before (被纠正的呢？主要出在哪个县)."""
_ALL_OF_THEM = re.compile("^(?:是不是|是否)?(?:全|全部)?都(?=[^，。有是]{1,8}[吗没了])")
"""都处理完了吗 is of what was asked about before."""
_MEASURED = re.compile("^(?:(?:为什么|为何|为啥|怎么)会?)?(?:比|和|与|跟|同|较)")


def standalone(question: str, history: Sequence[tuple[str, str]], book: Directory) -> str:
    """The question with what it leaves out taken from the last turns; unchanged where it is complete."""
    before, context, reply = _talk(history, book)
    if pair := both(question, before, context, book):
        return pair
    return _joined(question, context, reply, book)


def as_part(question: str, history: Sequence[tuple[str, str]], book: Directory) -> str:
    """A follow-up that names a body which nobody has, as one about a part of the body talked about; ``""`` where it is none."""
    _, context, reply = _talk(history, book)
    if not context:
        return ""
    now, before = read_turn(question, book), read_turn(context, book)
    strange = not any(mention.bodies or mention.perhaps for mention in now.bodies)
    return of_the_whole(now, before, _subject(now, before, reply, book)) if strange else ""


def _talk(history: Sequence[tuple[str, str]], book: Directory) -> tuple[str, str, str]:
    """The last two questions, each made to stand alone, and the last reply; ``""`` for what there is none of."""
    context = before = reply = ""
    for user, assistant in history[-_LAST_TURNS:]:
        before, context = context, _joined(user, context, reply, book)
        reply = assistant
    return before, context, reply


def _joined(question: str, context: str, reply: str, book: Directory) -> str:
    if not context:
        return question
    if _DOUBT.search(squeeze(question)):
        return context
    before = read_turn(context, book)
    if YES.match(squeeze(question)) and (meant := as_meant(before)):
        return meant
    now = read_turn(beside(question, before, reply), book)
    return versus(now, before) or _resolved(question, now, before, reply, book)


def _again(now: Turn, before: Turn, reply: str, book: Directory) -> str:
    """那2023年呢，其中企业的几件: the question before of that year or body, and what else is asked of it; ``""`` for other words."""
    first = _FIRST.match(now.text)
    if not first:
        return ""
    asked = read_turn(first[0].rstrip("，,"), book)
    more = now.text[first.end() :].lstrip("？?，,。")
    if _core(asked) or not (asked.years or asked.bodies) or not _needs_topic(more):
        return ""
    again = exchanged(asked, before, _subject(asked, before, reply, book))
    return f"{again.rstrip('？?。')}，{more}"


def _resolved(question: str, now: Turn, before: Turn, reply: str, book: Directory) -> str:
    subject = _subject(now, before, reply, book)
    if part := as_said(now, before, subject, _core(now)):
        return part
    if not _core(now):
        return exchanged(now, before, subject)
    if again := set_beside(now, before, subject, _core(now)) or _again(now, before, reply, book):
        return again
    dated = all(kept(year, now) for year in before.years)
    if why := why_of_one(now, before, _core(now), dated=dated):
        return why
    if now.bodies or (_is_across(now.text) and not _is_within(now, before, book)):
        return _in_the_same_year(now, before) or question
    return _completed(now, before, subject, within=_is_within(now, before, book))


def _is_within(now: Turn, before: Turn, book: Directory) -> bool:
    """Whether bodies asked about (主要出在哪个县) are parts of the one that the talk is about, and no others of the collection.

    So they are after a fragment that goes on with the question before (被纠正的呢？), and where nobody here is below it.
    """
    if len(before.known) != 1 or not asks_parts(now.text, before.known[0]):
        return False
    return bool(_FRAGMENT.match(now.text)) or before.known[0].bodies[0].issuer.area not in book.above


def _subject(now: Turn, before: Turn, reply: str, book: Directory) -> str:
    """The bodies that the talk is about: the question's, else the only one of the reply, or all where 它们 is said."""
    if before.known:
        return "和".join(dict.fromkeys(mention.bodies[0].issuer.short for mention in before.known))
    names = list(dict.fromkeys(mention.bodies[0].issuer.short for mention in read_turn(reply, book).known))
    return "和".join(names) if len(names) == 1 or _SEVERAL.search(now.text) else ""


def _core(now: Turn) -> str:
    """What a question says besides names, years and particles; ``""`` where it only exchanges those."""
    text = when.blanked(now.text, now.years)
    for mention in now.bodies:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    text = _CORRECTION.sub("", _ONLY_ASKS.sub("", text).strip())
    text = LEAD.sub("", text.strip())
    text = _PARTICLE.sub("", re.sub(r"\s+", "", text))
    return re.sub("^(?:的|是|和|与|跟|、|换成|改成|如果是)+|(?:的|报告|年报|年度|的话)+$", "", text)


def _is_across(text: str) -> bool:
    text = LEAD.sub("", text)
    intent = read_intent(text)
    return (
        intent.across
        and bool(find_indicators(text) or intent.operation.value == "collection" or len(text) > 8)
        and not _DEPENDENT.match(text)
    )


def _in_the_same_year(now: Turn, before: Turn) -> str:
    """那柳浦镇公开了几条, after a question about another body's 2018: of 2018 too, where the body has that year."""
    lead = LEAD.match(now.text)
    if not lead or now.years or len(now.known) != 1 or not before.years or not kept(before.years[-1], now):
        return ""
    end = now.known[0].end
    return f"{now.text[lead.end() : end]}{named_years(before)}{now.text[end:]}"


def _completed(now: Turn, before: Turn, subject: str, *, within: bool) -> str:
    """The question with the body, year and, where it has none of its own, topic of the one before."""
    text = now.text
    for lead_in in (_CORRECTION, LEAD, _BACK, _INSIDE):
        text = lead_in.sub("", text)
    about = topic(before) if _needs_topic(text) else ""
    keeps = before.years and not when.mentions_all_years(text) and (not now.years or _MEASURED.match(text))
    years = named_years(before) if keeps else ""
    if read_intent(text).across and not (within or _INNER.search(text)):
        added = years if asks_sum(text) else ""  # what is added up is of the year that was spoken of
        return f"{added}{about}，{text}" if about else text
    if not subject:
        across = ACROSS.search(before.text)
        lead = across[0] if across and not before.known else ""
        return f"{before.text}{text}" if about else f"{years}{lead}{text}"
    return f"{subject}{years}{about}，{text}" if about else f"{subject}{years}{text}"


def _needs_topic(text: str) -> bool:
    if _ALL_OF_THEM.match(text):
        return True
    if _DEPENDENT.match(text) or _FRAGMENT.match(text):
        return not find_indicators(text)
    intent = read_intent(text)
    if intent.wanted in _OWN_TOPICS:
        return False
    if _CHAPTER.search(text):
        return False
    own = read_topic(text, (), default=True)
    bare = when.blanked(text, when.find_years(text)).replace(" ", "")
    return not find_indicators(text) and (bool(own.column) or len(bare) <= 8)
