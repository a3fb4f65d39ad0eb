"""Findings of the check that say again what the identities of a draft say: the same figures, looked at twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.drafting.nouns import Identity

_SAME: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"table3-balance"}), frozenset({"H1"})),
    (frozenset({"table3-results"}), frozenset({"H2"})),
    (frozenset({"table3-row-total"}), frozenset({"H3"})),
    (frozenset({"table4-total"}), frozenset({"H4"})),
    (frozenset({"carried-over"}), frozenset({"H6"})),
    (frozenset({"documents-stock"}), frozenset({"H7"})),
    (frozenset({"items-stock"}), frozenset({"H8"})),
    (frozenset({"fee-amount"}), frozenset({"S8"})),
    (frozenset({"statistics-sums"}), frozenset({"G1", "G2", "G3", "G4", "G5"})),
    (frozenset({"statistics-part-of", "statistics-channels"}), frozenset({"G6", "G7"})),
)
"""Rules of the check, and the rules of the identities for the same relations."""


def marked(findings: Sequence[dict[str, Any]], identities: Sequence[Identity]) -> list[dict[str, Any]]:
    """The findings, each with the rule of the identity that it repeats as ``identity``, ``""`` where it is news.

    Relations are counted, not compared word by word: where more findings than broken identities are of one kind, something
    is among them that the identities do not say, and all of them are news.
    """
    broken = [one.rule for one in identities if not one.holds]
    repeated: dict[str, str] = {}
    for rules, theirs in _SAME:
        found = [one for one in findings if one["rule"] in rules]
        said = [rule for rule in broken if rule in theirs]
        if found and len(found) <= len(said):
            repeated |= dict.fromkeys(rules, said[0])
    return [{**one, "identity": repeated.get(one["rule"], "")} for one in findings]
