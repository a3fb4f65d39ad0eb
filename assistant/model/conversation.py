"""A follow-up question that the rules could not complete, made to stand alone by a model and checked against the talk."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.llm import Door
from assistant.planning.bodies import find_bodies
from assistant.planning.directory import Directory
from assistant.planning.scopes import gives_orders, greets, is_elsewhere
from assistant.planning.terms import content_terms
from assistant.planning.years import find_years
from assistant.prompts import prompt
from index.language.text import squeeze

TURNS = 3
"""How many earlier turns the model sees."""
KEPT = 0.5
"""The share of a question's content words that rewriting keeps; what points back (前一个) may go."""
_BACK = re.compile(
    "前者|后者|[前头后](?:面|头)?(?:那|的)*[一二两三四]?[个家]|第[一二三四][个家]|先说|刚才|刚刚|前面|上面|上文|提到的"
)
_LONGEST_TURN = 200
_LONGEST_QUESTION = 120


def points_back(question: str) -> bool:
    """Whether a question names something by its place in the talk (前者, 先说的那个), which the rules do not follow."""
    return bool(_BACK.search(squeeze(question)))


def rewritten(question: str, history: Sequence[tuple[str, str]], book: Directory, door: Door) -> str:
    """The question as the model completes it; ``""`` where that cannot be trusted. Raises ModelError."""
    said = squeeze(question)
    if not history or gives_orders(question) or greets(said) or is_elsewhere(said):
        return ""
    messages = prompt("rewrite").fill(question=_line(question), history=told(history))
    reply = door.complete(messages).strip().strip("“”\"'")
    talk = squeeze(" ".join((question, *(text for turn in history for text in turn))))
    return reply if is_faithful(reply, question, talk, book) else ""


def told(history: Sequence[tuple[str, str]]) -> str:
    """The last turns, a line each."""
    lines = [f"用户：{_line(user)}\n助手：{_line(reply)}" for user, reply in history[-TURNS:]]
    return "\n".join(lines)


def is_faithful(reply: str, question: str, talk: str, book: Directory) -> bool:
    """Whether a rewritten question keeps what was asked and takes bodies and years from the talk alone."""
    if not reply or "\n" in reply or len(reply) > _LONGEST_QUESTION or gives_orders(reply):
        return False
    text = squeeze(reply)
    if text == squeeze(question):
        return False
    names = [mention.text for mention in find_bodies(text, book)] + [y.text for y in find_years(text)]
    kept = [term in text for term in content_terms(squeeze(question))]
    return all(name in talk for name in names) and sum(kept) >= KEPT * len(kept)


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_TURN]
