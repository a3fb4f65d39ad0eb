from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from drafts import assert_same, draft, drafted, spec_of, statistics, styles, tables
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.draft import written
from assistant.drafting.figures import value_of
from assistant.drafting.spec import Style

pytestmark = pytest.mark.slow
QUICK = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
BODIES = st.sampled_from(
    ["青川县柳浦镇人民政府", "青川市人民政府", "青川市教育局", "青川市城东街道办事处", "青川省人民政府"]
)


@QUICK
@given(figures=tables(2023), issuer=BODIES, year=st.integers(2021, 2026))
def test_a_draft_of_the_format_of_2021_reads_back_as_what_went_in(
    figures: dict[str, Any], issuer: str, year: int
) -> None:
    made = drafted(issuer, year, figures)
    assert all(identity.holds for identity in made.draft.identities)
    assert_same(made)


@QUICK
@given(figures=tables(2019), issuer=BODIES, year=st.integers(2019, 2020))
def test_a_draft_of_the_format_of_2019_reads_back_as_what_went_in(
    figures: dict[str, Any], issuer: str, year: int
) -> None:
    made = drafted(issuer, year, figures)
    assert all(identity.holds for identity in made.draft.identities)
    assert_same(made)


@QUICK
@given(figures=statistics(), issuer=BODIES, year=st.integers(2008, 2018))
def test_a_draft_of_the_regulation_of_2007_reads_back_as_what_went_in(
    figures: dict[str, Any], issuer: str, year: int
) -> None:
    made = drafted(issuer, year, figures)
    equal = [
        identity for identity in made.draft.identities if identity.rule in {"G1", "G2", "G3", "G4", "G5"}
    ]
    assert all(identity.holds for identity in equal)
    assert_same(made)


@settings(QUICK, max_examples=6)
@given(
    first=tables(2023),
    second=tables(2023).map(lambda found: {k: v for k, v in found.items() if k != "requests_carried_in"}),
)
def test_the_year_after_carries_over_what_the_year_before_left(
    first: dict[str, Any], second: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    issuer = "青川县柳浦镇人民政府"
    before = drafted(issuer, 2022, first)
    path = tmp_path_factory.mktemp("before") / "上年.docx"
    path.write_bytes(written(before.draft, ".docx"))
    made = drafted(issuer, 2023, second, previous=str(path))
    for column, left in first["requests_carried_out"].items():
        assert value_of(made.draft.cells, ("requests_carried_in", column)) == left
    assert [i for i in made.draft.identities if i.rule == "H6" and not i.holds] == []
    assert_same(made)


@settings(QUICK, max_examples=10)
@given(figures=tables(2023), issuer=BODIES, styled=styles())
def test_another_wording_since_2021_says_the_same(
    figures: dict[str, Any], issuer: str, styled: dict[str, Style]
) -> None:
    assert_same(draft(replace(spec_of(issuer, 2023, figures), styles=styled)))


@settings(QUICK, max_examples=6)
@given(figures=tables(2019), issuer=BODIES, styled=styles())
def test_another_wording_of_2019_says_the_same(
    figures: dict[str, Any], issuer: str, styled: dict[str, Style]
) -> None:
    assert_same(draft(replace(spec_of(issuer, 2020, figures), styles=styled)))


@settings(QUICK, max_examples=8)
@given(figures=statistics(), issuer=BODIES, styled=styles(), year=st.integers(2008, 2018))
def test_another_wording_of_the_regulation_of_2007_says_the_same(
    figures: dict[str, Any], issuer: str, styled: dict[str, Style], year: int
) -> None:
    assert_same(draft(replace(spec_of(issuer, year, figures), styles=styled)))


@pytest.mark.parametrize("suffix", [".md", ".html"])
@settings(QUICK, max_examples=4)
@given(figures=tables(2023))
def test_markdown_and_html_say_the_same(figures: dict[str, Any], suffix: str) -> None:
    assert_same(drafted("青川县柳浦镇人民政府", 2023, figures), suffix)
