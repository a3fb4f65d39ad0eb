"""Several figures asked for in one question."""

from __future__ import annotations

import pytest

from assistant.planning.keywords import parted
from assistant.planning.parts import read_parts
from assistant.planning.query import Part


def test_a_total_asked_for_after_a_part_of_it_is_its_rows() -> None:
    parts = read_parts("行政复议还没结的有几件，一共几件", "", 0, (2022,))
    assert parts == (Part(("review",), "尚未审结"), Part(("review",)))


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "本机关不掌握相关政府信息总共几件，其中企业提的几件",
            (Part(("unavailable_not_held",)), Part(("unavailable_not_held",), "商业企业")),
        ),
        ("予以公开几件，其中律师申请的几件", (Part(("granted",)), Part(("granted",), "法律服务机构"))),
        ("予以公开几件，收到企业的申请几件", (Part(("granted",)), Part(("requests_new",), "商业企业"))),
        ("行政复议几件，企业提的申请几件", (Part(("review",)), Part(("requests_new",), "商业企业"))),
    ],
)
def test_a_column_named_alone_is_of_the_row_before(question: str, parts: tuple[Part, ...]) -> None:
    assert _first(read_parts(question, "", 0, (2023,))) == parts


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("信息处理费一共收了多少钱，涉及几件申请", ("processing_fees", "processing_fee_cases")),
        ("信息处理费收了多少元，从几件申请中收的", ("processing_fees", "processing_fee_cases")),
        ("信息处理费收了多少钱，收到几件申请", ("processing_fees", "requests_new")),
        ("几件申请收了信息处理费，一共多少钱", ("processing_fee_cases", "processing_fees")),
    ],
)
def test_a_fee_and_the_requests_it_was_charged_for(question: str, ids: tuple[str, ...]) -> None:
    assert tuple(part.indicators[0] for part in read_parts(question, "", 0, (2023,))) == ids


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("开了几次新闻发布会，主要负责同志参加了几次", ("press_conferences", "press_conferences_led")),
        ("在线访谈次数，其中一把手参加次数", ("online_interviews", "online_interviews_led")),
        (
            "收到申请几件，其中当面申请几件，信函几件",
            ("requests_new", "received_in_person", "received_letter"),
        ),
        ("当面申请数，传真申请数，网络申请数", ("received_in_person", "received_fax", "received_online")),
    ],
)
def test_rows_beside_and_below_the_one_before_are_named_by_their_own_words(
    question: str, ids: tuple[str, ...]
) -> None:
    assert tuple(part.indicators[0] for part in read_parts(question, "", 0, (2017,))) == ids


@pytest.mark.parametrize(
    ("question", "scopes"),
    [
        ("全市的申请里市政府自己（本级）收了多少件", ()),
        ("全市收到的申请中，市本级多少件", ()),
        ("全市和市本级各收到多少件申请", ("全市", "本级")),
        ("全市收到多少申请，其中市本级多少件", ("全市", "本级")),
    ],
)
def test_a_whole_that_only_holds_the_part_asked_about_is_no_figure_of_its_own(
    question: str, scopes: tuple[str, ...]
) -> None:
    assert tuple(part.scope for part in read_parts(question, "", 0, (2023,))) == scopes


def test_white_space_parts_the_names_of_figures_only() -> None:
    assert parted("2017年 在线访谈次数 负责同志参加次数") == "2017年 在线访谈次数，负责同志参加次数"


def _first(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(Part(part.indicators[:1], part.column, part.scope) for part in parts)
