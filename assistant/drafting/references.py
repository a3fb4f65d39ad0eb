"""What last year's report says in the section that corresponds: to look at, never part of the draft."""

from __future__ import annotations

import re

from assistant.drafting.nouns import Part, Reference
from index.language.text import squeeze
from index.outline.statutory import topics
from index.schema import Report

LONGEST = 600
"""Characters of a passage that are shown; the rest is in the report itself."""

_UNMARKED = re.compile(r"^(?:[（(]?[一二三四五六七八九十]+[）)]?[、.．]?|第[一二三四五六七八九十]+[章部分]*)")


def references(part: Part, previous: Report) -> tuple[Reference, ...]:
    """The passages of last year's report whose heading is about the same subject as the part's."""
    wanted = topics(_words(part.heading))
    if not wanted:
        return ()
    found = []
    for section in previous.sections:
        if not section.path or not wanted & topics(_words(section.heading)):
            continue
        body = (
            section.blocks[1:] if len(section.blocks[0].text) <= len(section.heading) + 2 else section.blocks
        )
        text = "\n".join(block.text for block in body if block.grid is None).strip()
        if text:
            shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}……"
            found.append(Reference(shown, place_of(f"{previous.year}年报告", section.label)))
    return tuple(found)


def place_of(report: str, section: str) -> str:
    """A citation of a passage; what stands before the first heading has no section to name."""
    return f"{report}“{section}”" if section else report


def _words(heading: str) -> str:
    return _UNMARKED.sub("", squeeze(heading))
