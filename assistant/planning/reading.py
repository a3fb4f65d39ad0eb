"""A question as its words are read before the reports are known, and what of it hangs on the names in it: scope and parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.planning import part_names, scopes
from assistant.planning import years as when
from assistant.planning.bodies import Mention, find_bodies, without_quoted
from assistant.planning.directory import Directory
from assistant.planning.intent import Intent, read_intent
from assistant.planning.parts import read_addends, read_items, read_parts, read_sides
from assistant.planning.query import Operation, Part
from assistant.planning.roles import Roles, assign_roles, speaks_of_unnamed
from assistant.planning.topics import Topic, read_topic
from index.schema import BodyLevel


@dataclass(frozen=True, slots=True)
class Reading:
    """A question (squeezed) with what was found in it; ``plain`` has names and years blanked."""

    text: str
    plain: str
    mentions: tuple[Mention, ...]
    years: tuple[when.YearMention, ...]
    roles: Roles
    intent: Intent


def read(text: str, book: Directory) -> Reading:
    """Find names, years and intent in a squeezed question."""
    mentions = tuple(find_bodies(text, book))
    years = tuple(when.find_years(without_quoted(text, book)))
    blank = when.blanked(text, years)
    roles = assign_roles(blank, mentions)
    plain = blank
    for mention in mentions:
        plain = plain[: mention.start] + " " * (mention.end - mention.start) + plain[mention.end :]
    return Reading(text, plain, mentions, years, roles, read_intent(re.sub(r"\s+", "", plain) or text))


def is_off_topic(reading: Reading) -> bool:
    """Whether a question that names no body is about nothing that such reports tell."""
    topic = read_topic(reading.plain, ())
    if reading.intent.across or speaks_of_unnamed(reading.text):
        return False
    if scopes.asks_the_law(reading.text):
        return True
    return not topic.indicators and not scopes.is_domain(reading.text)


def scope_of(topic: Topic, reading: Reading, *, every: bool) -> str:
    """The part of the area that is asked about; none across bodies, nor where the body has no such parts."""
    scope = topic.scope
    levels = {body.issuer.level for m in reading.roles.subjects for body in m.bodies}
    whole_only = every or (scope == part_names.GOVERNMENT and not reading.mentions)
    low = levels <= {BodyLevel.TOWN, BodyLevel.OFFICE, BodyLevel.UNKNOWN}
    if scope in (part_names.GOVERNMENT, part_names.DEPARTMENTS, part_names.TOWNS) and (whole_only or low):
        return ""
    if scope == part_names.COUNTIES and every:
        return ""
    return scope if scope != part_names.PORTAL or "disclosed_website" in topic.indicators[:1] else ""


def parts_of(reading: Reading, operation: Operation, topic: Topic, years: Sequence[int]) -> tuple[Part, ...]:
    """The figures asked for one after the other, or together as a share; a scope belongs to its clause."""
    scope = reading.roles.scope
    if operation is Operation.SHARE:
        return read_addends(reading.plain, topic.scope, years)
    if operation in (Operation.DIFFERENCE, Operation.COMPARE) and len(years) == 1:
        return read_sides(reading.plain, scope or topic.scope, years)
    if operation not in (Operation.VALUE, Operation.YES_NO):
        return ()
    at = next((m.start for m in reading.mentions if scope and scope in (m.text, *_shorts(m))), 0)
    return read_parts(reading.plain, scope, at, years) or read_items(reading.plain, topic)


def _shorts(mention: Mention) -> tuple[str, ...]:
    return tuple(body.issuer.short for body in mention.bodies)
