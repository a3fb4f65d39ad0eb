"""Verification: quotes stand, numbers are quoted or computed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.cite import claimed_numbers, supported, verify
from assistant.compose import Draft, Source, Statement
from index.language.text import squeeze_numbers

TEXT = "全年收到申请 1,200 件，\n其中网络申请35件。公开信息百余条。"
QUOTE = Source("r", "东镇", 2020, "三、申请", "全年收到申请1200件，其中网络申请35件。")


def text(_: str) -> str:
    return squeeze_numbers(TEXT)


@pytest.mark.parametrize(
    ("claim", "holds"),
    [
        ("东镇2020年收到申请1200件。", True),
        ("东镇2020年收到申请1,200件，其中网络35件。", True),
        ("东镇2020年收到申请120件。", False),
        ("东镇2020年收到申请三件。", False),
        ("东镇的《2020年年报》写明35件。", True),
    ],
)
def test_every_number_of_a_claim_is_in_its_quotes(claim: str, holds: bool) -> None:
    assert supported(Statement(claim, (QUOTE,)), text) is holds


def test_a_computed_number_needs_no_quote() -> None:
    claim = "合计1235件（1200+35=1235）。"
    assert supported(Statement(claim, (QUOTE,), (Decimal(1235),)), text)
    assert not supported(Statement(claim, (QUOTE,)), text)


def test_a_quote_that_does_not_stand_in_its_report_carries_nothing() -> None:
    invented = Source("r", "东镇", 2020, "三、申请", "全年收到申请1300件")
    assert not supported(Statement("收到申请1300件。", (invented,)), text)


def test_a_quote_is_found_over_a_broken_line() -> None:
    broken = Source("r", "东镇", 2020, "", "1200件，其中网络申请35件")
    assert supported(Statement("网络申请35件。", (broken,)), text)


def test_what_is_not_supported_is_withheld() -> None:
    good, bad = Statement("收到申请1200件。", (QUOTE,)), Statement("收到申请9999件。", (QUOTE,))
    verdict = verify(Draft((good, bad)), text)
    assert verdict.draft.statements == (good,)
    assert verdict.withheld == (bad,)


def test_the_year_before_in_a_columns_name_is_no_number() -> None:
    assert claimed_numbers("行政许可（上一年项目数量）为412项。") == [{Decimal(412)}]
