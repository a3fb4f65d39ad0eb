from __future__ import annotations

from typing import Any

import pytest
from drafts import drafted
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from revisions import POINTS, TOWN, figures

from assistant.draft import examined, written
from assistant.drafting.nouns import Identity
from assistant.drafting.repeated import marked

BALANCE = {"rule": "table3-balance"}


def _broken(*rules: str) -> list[Identity]:
    return [Identity(rule, holds=False, message="") for rule in rules]


def _identities(findings: list[dict[str, str]], rules: list[str]) -> list[str]:
    return [one["identity"] for one in marked(findings, _broken(*rules))]


def test_a_finding_of_a_broken_identity_repeats_it() -> None:
    assert _identities([BALANCE], ["H1"]) == ["H1"]


def test_a_finding_of_another_relation_is_news() -> None:
    assert _identities([BALANCE, {"rule": "set-phrase"}], ["H2"]) == ["", ""]


def test_more_findings_than_broken_identities_are_news() -> None:
    assert _identities([BALANCE, BALANCE], ["H1"]) == ["", ""]


def test_identities_that_hold_are_repeated_by_none() -> None:
    assert marked([BALANCE], [Identity("H1", holds=True, message="")]) == [{**BALANCE, "identity": ""}]


def _examined(**changed: dict[str, Any]) -> tuple[list[dict[str, Any]], list[str]]:
    filled = figures()
    for row, columns in changed.items():
        filled[row] = {**filled[row], **columns}
    made = drafted(TOWN, 2023, filled, points=POINTS)
    return examined(made, written(made.draft, ".docx"), "draft.docx"), [
        one.rule for one in made.draft.identities if not one.holds
    ]


@pytest.mark.parametrize("row", ["granted", "requests_new", "review"])
def test_a_sum_that_does_not_hold_is_found_and_known_as_an_identity(row: str) -> None:
    findings, broken = _examined(**{row: {"总计": 40}})
    assert broken
    errors = [one for one in findings if one["severity"] == "error"]
    assert errors
    assert {one["identity"] for one in errors} <= set(broken)


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    changed=st.dictionaries(
        st.sampled_from(["granted", "requests_new", "requests_handled", "requests_carried_out"]),
        st.dictionaries(st.sampled_from(["自然人", "商业企业", "总计"]), st.integers(0, 30), max_size=2),
    )
)
def test_no_sum_of_the_tables_is_shown_twice(changed: dict[str, Any]) -> None:
    filled = {row: columns for row, columns in changed.items() if row in figures()}
    findings, _ = _examined(**filled)
    assert not [
        one["message"] for one in findings if one["rule"].startswith("table3") and not one["identity"]
    ]
