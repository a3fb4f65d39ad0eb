"""What a model left out of the rules' answer, to be added to what it wrote, and nothing twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.compose import Draft, Statement
from assistant.model.amounts import has_numbers
from assistant.model.faithful import overlap, verbatim
from assistant.model.writer import LEADS
from assistant.passages.expected import fits
from assistant.passages.relevance import PARTIAL, longest, match
from assistant.planning.query import Plan, Wanted
from index.language.text import squeeze, squeeze_numbers

KEPT = 0.6
"""A statement of the rules is in what was written when this share of its words and all of its numbers are."""
CITED = 0.4
"""As ``KEPT``, for a passage that was cited: what it says beside the point need not come through."""
LIST = 6
"""So many passages are a long list, of which little is worth nothing before the rest."""
MOST_LEFT = 0.65
"""The share of a list that may be left for the rules to add."""
SINGLE = (Wanted.NUMBER, Wanted.MONEY, Wanted.PERSON, Wanted.DATE, Wanted.NAME, Wanted.OFFICE, Wanted.SHARE)
"""What one sentence answers."""

_NUMBERING = re.compile(r"^-\s*(?:\d{1,2}[、.．]|[（(]\d{1,2}[）)])?\s*")
_QUALIFIED = re.compile("不一致|只写明|（|“|没有|空白")
"""What a figure is qualified by, which other words for it must not lose."""


def rest(plan: Plan, draft: Draft, written: Sequence[Statement]) -> list[Statement] | None:
    """What is to follow the sentences that were written; ``None`` where they tell too little of a list to stand before it."""
    left, sourced = omitted(draft, written), [s for s in draft.statements if s.sources]
    if not draft.figures and answers_alone(plan, written):
        return [statement for statement in left if not statement.sources]
    kept = sum(bool(statement.sources) for statement in left)
    quotes_list = not draft.figures and len(sourced) >= LIST
    return None if quotes_list and kept > MOST_LEFT * len(sourced) else left


def omitted(draft: Draft, written: Sequence[Statement]) -> list[Statement]:
    """The statements of the draft that what was written leaves out, each on a line of its own.

    Never a lead (措施：) alone: of a quoted one nothing is lost, one of the rules goes with the lines that it leads.
    """
    left: list[Statement] = []
    for statement in draft.statements:
        if statement.sources and statement.text.rstrip("”").endswith(LEADS):
            continue
        if statement.sources and is_told(statement, written, quoted=not draft.figures):
            continue
        if not statement.sources and left and _is_lead(left[-1]):
            left.pop()
        left.append(replace(statement, line=True))
    return left[:-1] if left and _is_lead(left[-1]) else left


def _is_lead(statement: Statement) -> bool:
    return not statement.sources and statement.text.endswith(LEADS)


def is_told(statement: Statement, written: Sequence[Statement], *, quoted: bool) -> bool:
    """Whether what was written says what a statement does; ``quoted`` where passages answer and not figures.

    A passage that was cited need not give up its every number; a figure may be in other words where its source is cited, with
    whose it is, of which year, and all its numbers.
    """
    said = squeeze_numbers("\n".join(s.text for s in written))
    if quoted and {source for s in written for source in s.sources}.issuperset(statement.sources):
        heads = overlap(_head(statement.text), said) >= KEPT
        return heads and is_kept(statement, said, CITED, numbers="“" not in statement.text)
    return is_kept(statement, said, KEPT) or any(is_rephrased(statement, s) for s in written)


def _head(text: str) -> str:
    """What an item of a list is about, its first sentence; nothing of other passages."""
    return squeeze(_NUMBERING.sub("", text)).split("。")[0] if text.startswith("- ") else ""


def is_rephrased(figure: Statement, written: Statement) -> bool:
    """Whether one sentence gives a figure of a lookup in other words: the same sources, owner, year and numbers."""
    text, said = squeeze_numbers(figure.text), squeeze_numbers(written.text)
    if figure.computed or not set(figure.sources) <= set(written.sources) or _QUALIFIED.search(text):
        return False
    owner = text.split("年")[0]
    return bool(owner) and f"{owner}年" in said and has_numbers(text, said)


def answers_alone(plan: Plan, written: Sequence[Statement]) -> bool:
    """Whether one sentence that was written answers a question for a single thing: of its kind, in all its words."""
    if plan.wanted not in SINGLE or plan.also or plan.parts or len(plan.targets) != 1:
        return False
    terms = longest((*plan.terms, *plan.focus))
    return any(
        fits(s.text, plan.wanted, plan.question, plan.terms)
        and all(match(term, squeeze(s.text)) >= PARTIAL for term in terms)
        for s in written
    )


def is_kept(statement: Statement, said: str, share: float, *, numbers: bool = True) -> bool:
    """Whether what was written has a share of a statement's words and, with ``numbers``, all of its figures and addresses.

    A passage that was cited need not give up its every number (以下三方面); a figure that was looked up must.
    """
    text = squeeze_numbers(_NUMBERING.sub("", statement.text))
    at_odds = "不一致" in text and "不一致" not in said
    whole = not numbers or (has_numbers(text, said) and all(part in said for part in verbatim(text)))
    return whole and not at_odds and overlap(text, said) >= share
