"""Sums over counts that no indicator holds, worked out of the sentence that tells them: 收到意见96条，采纳17条 as a share.

Only where one sentence gives the counts in one unit and its words leave no choice between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import permutations

from assistant.compose import Draft, Source, Statement
from assistant.counting.fees import asks_amount, exempts, waives
from assistant.counting.phrases import amount, percent, plain, sources, topic, who
from assistant.counting.readings import Reading
from assistant.locate import blocks, source_at
from assistant.passages.expected import asked_unit, asks_existence, has_amount, unit_fits
from assistant.passages.relevance import carries, is_generic
from assistant.planning.query import Plan, Wanted
from index.language.numerals import Kind, numbers
from index.language.sentences import sentences
from index.language.text import squeeze
from index.schema import Report

_CLAUSE = re.compile(r"[，,；;。：:（(）)、]")
_CAME = re.compile("发现|接受|收到|征集|收集|征求|征得|提出|受理|接到|收回|回收|发放|共|总")
_TOGETHER = re.compile("一共|总共|合计|共计|加起来|总计|累计|共有?(?:多少|几)|之和")
_LIST = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,12}?)(?:分别)(?:为|是|有)?"
    r"(?P<values>\d[\d,]*[\u4e00-\u9fff]{0,2}(?:[、和及与]\d[\d,]*[\u4e00-\u9fff]{0,2})+)"
)
_ASKS = re.compile("几成|百分之几|多少|全部|所有|总数|总量|合计|占比|比例|涉及|[多几]")
_VALUE = re.compile(r"(\d[\d,]*)([\u4e00-\u9fff]{0,2})")
_LEAD = re.compile(r"^(?:其中|并|共|已|还|又|申请内容|主要|集中在|涉及|，|,)+|(?:了|共|的有?|有)+$")


@dataclass(frozen=True, slots=True)
class Count:
    """A count of a sentence: its words in the clause before it, its value and unit."""

    words: str
    value: Decimal
    unit: str


def worked_out(plan: Plan, draft: Draft) -> Draft:
    """The draft, with the share or the sum before it that its quotes allow to be worked out."""
    if len(plan.targets) != 1:
        return draft
    work = {Wanted.SHARE: share, Wanted.NUMBER: total}.get(plan.wanted)
    quotes = [source for statement in draft.statements for source in statement.sources]
    found = next((s for source in quotes if work and (s := work(plan, source))), None)
    if found is None:
        return draft
    rest = (replace(draft.statements[0], line=True), *draft.statements[1:])
    return replace(draft, statements=(found, *rest))


def share(plan: Plan, source: Source) -> Statement | None:
    """One count of a quote as a share of another; ``None`` unless the question's words settle which of which."""
    found = counts(source.quote)
    pairs = list(_pairs(squeeze(plan.question), plan.focus, found))
    pairs = pairs if len(pairs) == 1 else [pair for pair in pairs if _holds_all(pair[1], found)]
    if len(pairs) != 1:
        return None
    ((part, whole),) = pairs
    text, rate = percent(part.value, whole.value)
    said = (
        f"{_name(part)}{plain(part.value)}{part.unit}，占{_name(whole)}{plain(whole.value)}{whole.unit}的{text}"
        f"（{plain(part.value)}÷{plain(whole.value)}）。"
    )
    return Statement(said, (source,), (rate,))


def _pairs(question: str, focus: Sequence[str], found: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Part and whole as the question means them: what stands before 占, or is asked for last, of what came."""
    cut = question.find("占")
    before, after = (question[:cut], question[cut:]) if cut >= 0 else (question, "")
    asked = [word for word in focus if word in before and any(word in count.words for count in found)]
    if not asked:
        return
    act = min(asked, key=lambda word: (sum(word in count.words for count in found), -before.rfind(word)))
    for part, whole in permutations(found, 2):
        fits = act in part.words and act not in whole.words and part.unit == whole.unit
        told = any(word in whole.words for word in focus if word in after) if after else False
        if fits and part.value <= whole.value and whole.value and (told or _CAME.search(whole.words)):
            yield part, whole


def share_of_figure(plan: Plan, report: Report, whole: Reading) -> Draft | None:
    """What a sentence counts of a figure (征地拆迁类34件 of 63 requests), as its share; ``None`` where none or several do.

    All words of the question that the figure does not explain must stand before the count, which is in the figure's unit.
    """
    nouns = [word for word in plan.focus if carries(word) and not is_generic(word) and not _ASKS.search(word)]
    if not nouns or not whole.value:
        return None
    told = [
        (count, source)
        for count, source in _counts_of(report)
        if count.unit == whole.unit
        and count.value < whole.value
        and all(noun in count.words for noun in nouns)
    ]
    if len({count.value for count, _ in told}) != 1:
        return None
    count, source = told[0]
    text, rate = percent(count.value, whole.value)
    said = (
        f"报告写明“{_name(count)}”{plain(count.value)}{count.unit}，占{topic(whole)}{amount(whole)}的{text}"
        f"（{plain(count.value)}÷{plain(whole.value)}）。"
    )
    return Draft((Statement(said, (source, *sources(whole.all_facts)), (rate,)),), whole=True)


def fee_waived(plan: Plan, report: Report, names: Mapping[str, str]) -> Draft | None:
    """The sentence that says that the kind of fee that is asked for was not charged; ``None`` where none does.

    ``names`` gives the issuers by report as people say them.
    """
    if not asks_amount(plan.question):
        return None
    said = (source for text, source in _sentences_of(report) if waives(squeeze(text), plan.question))
    source = next(said, None)
    return Draft((_as_written(source, plan, names),)) if source else None


def fee_exempted(plan: Plan, report: Report, names: Mapping[str, str]) -> Draft | None:
    """Whether anyone was let off the fees, as a sentence of the report says; ``None`` where none does.

    Where it is asked how many or how much, only a sentence that gives such a number.
    """
    unit, money = asked_unit(plan.question), plan.wanted is Wanted.MONEY
    amount = plan.wanted in (Wanted.NUMBER, Wanted.MONEY)
    said = [(exempts(squeeze(text)), source) for text, source in _sentences_of(report)]
    told = sorted(((so, s) for so, s in said if so is not None), key=lambda one: not one[0])
    for so, source in told:
        if so and amount and not has_amount(source.quote, unit, (), money=money):
            continue
        yes = ("有。" if so else "没有。") if asks_existence(plan.question) or not so else ""
        return Draft((_as_written(source, plan, names, yes),))
    return None


def _as_written(source: Source, plan: Plan, names: Mapping[str, str], before: str = "") -> Statement:
    lead = f"{before}{who(plan.targets[0], names)}年报写道："
    return Statement(f"{lead}“{' '.join(source.quote.split())}”", (source,))


def _sentences_of(report: Report) -> Iterator[tuple[str, Source]]:
    """The sentences of a report's text, tables left out, and where they stand."""
    for section, block in blocks(report):
        for sentence in sentences(block.text) if block.grid is None else ():
            yield sentence.text, source_at(report, section, block, sentence.start, sentence.end)


def _counts_of(report: Report) -> Iterator[tuple[Count, Source]]:
    """The counts of a report's sentences, with the sentence."""
    for text, source in _sentences_of(report):
        yield from ((count, source) for count in counts(text))


def _holds_all(whole: Count, found: Sequence[Count]) -> bool:
    """Whether a count is the sum of those in its unit that follow it in its sentence."""
    at = found.index(whole)
    after = [count.value for count in found[at + 1 :] if count.unit == whole.unit]
    return len(after) > 1 and sum(after, Decimal(0)) == whole.value


def counts(quote: str) -> list[Count]:
    """The exact counts of a quote with the words before them, the number before excluded."""
    text, found, done = squeeze(quote), list[Count](), 0
    for number in numbers(text):
        if number.kind is Kind.COUNT and number.value is not None and not number.vague and number.unit:
            pieces = [piece for piece in _CLAUSE.split(text[done : number.start]) if piece]
            words = pieces[-1] if pieces else ""
            found.append(Count(words, number.value, number.unit))
        done = number.end
    return found


def _name(count: Count) -> str:
    return _LEAD.sub("", count.words)


def total(plan: Plan, source: Source) -> Statement | None:
    """The sum of a list in a quote (参训人数分别为46、52、39人次), where all together is asked for and no sum is printed."""
    question, text = squeeze(plan.question), squeeze(source.quote)
    if not _TOGETHER.search(question):
        return None
    for match in _LIST.finditer(text):
        values = [(Decimal(m[1].replace(",", "")), m[2]) for m in _VALUE.finditer(match["values"])]
        units = {unit for _, unit in values if unit}
        added = sum((value for value, _ in values), Decimal(0))
        named = any(word in match["what"] for word in (*plan.focus, *plan.terms))
        printed = any(count.value == added for count in counts(source.quote))
        if len(units) != 1 or not named or printed or not unit_fits(next(iter(units)), asked_unit(question)):
            continue
        (unit,) = units
        shown = "+".join(plain(value) for value, _ in values)
        return Statement(f"合计{plain(added)}{unit}（{shown}={plain(added)}）。", (source,), (added,))
    return None
