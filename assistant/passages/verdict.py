"""A yes or a no before the sentence that settles it."""

from __future__ import annotations

from assistant.passages.denial import denies
from assistant.passages.expected import asks_all, asks_existence
from assistant.passages.polarity import clauses_of
from assistant.passages.quoting import NEGATED
from assistant.passages.relevance import PARTIAL, is_act, longest, match
from assistant.passages.weighing import Weighed
from assistant.planning.query import Operation, Plan, Wanted
from index.language.text import squeeze


def yes_no(plan: Plan, best: Weighed) -> str:
    """A yes or no where the sentence settles it: it speaks of the focus itself and negates it or not.

    Also a no to who and why, where the sentence says that there was none.
    """
    if denies(plan, best.passage.text):
        return "没有。"
    asked = plan.wanted is Wanted.YES_NO or plan.operation is Operation.YES_NO
    if not asked or not asks_existence(plan.question) or asks_all(plan.question):
        return ""
    return "没有。" if NEGATED.search(speaking(plan, best.passage.text)) else "有。"


def speaking(plan: Plan, text: str) -> str:
    """The clauses of a sentence that speak of the question's things, all of them where none does: 未采纳的 denies no 意见."""
    words = [word for word in longest(plan.terms) if not is_act(word)]
    own = [c for c in clauses_of(text) if any(match(word, squeeze(c)) >= PARTIAL for word in words)]
    return "，".join(own) or text
