"""Sentences, clauses and enumerations with their offsets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.language.sentences import clauses, items, sentences

PIECES = [
    "一是健全制度。",
    "二是加强培训；",
    "收到申请12件，",
    "《关于甲。乙的通知》",
    "（见附件。）",
    "\n",
    "“公开；透明”",
    " ",
    "1.网站",
    "无",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_pieces_are_verbatim_and_leave_out_only_white_space(text: str) -> None:
    for cut in (sentences, clauses):
        spans = cut(text)
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert "".join("".join(span.text for span in spans).split()) == "".join(text.split())


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_an_enumeration_is_a_verbatim_slice(text: str) -> None:
    for found in items(text):
        assert all(text[item.start : item.end] == item.text for item in found.items)
        assert found.start <= found.items[0].start
        assert found.items[-1].end == found.end


def test_brackets_and_titles_are_not_cut() -> None:
    text = "按照《甲。乙》（含“丙；丁”）办理。没有收费。"
    assert [span.text for span in sentences(text)] == ["按照《甲。乙》（含“丙；丁”）办理。", "没有收费。"]


def test_a_thousands_separator_ends_no_clause() -> None:
    assert [span.text for span in clauses("公开1,234条,其中网站3条")] == ["公开1,234条,", "其中网站3条"]


def test_a_list_in_a_paragraph_ends_with_its_last_sentence() -> None:
    text = "主要做了两项工作：一是健全制度；二是加强培训。今后继续努力。"
    (found,) = items(text)
    assert found.lead.text == "主要做了两项工作："
    assert [item.text for item in found.items] == ["一是健全制度；", "二是加强培训。"]


def test_lists_of_one_style_nest_by_the_line_they_begin() -> None:
    text = "一是公开情况。发布信息。\n二是管理情况。一是建制度。二是抓审查。三是勤督查。\n三是平台情况。更新网站。"
    outer, inner = items(text)
    assert [item.text[:2] for item in outer.items] == ["一是", "二是", "三是"]
    assert [item.text for item in inner.items] == ["一是建制度。", "二是抓审查。", "三是勤督查。"]
    assert "三是勤督查。" in outer.items[1].text


def test_a_number_printed_twice_does_not_end_a_list() -> None:
    (found,) = items("一是甲事。二是乙事。三是丙事。三是丁事。")
    assert len(found.items) == 4


def test_a_list_of_words_stops_before_the_next_clause() -> None:
    (found,) = items("公开内容包括机构职能、财政预算、办事指南，方便群众。")
    assert (found.style, [item.text for item in found.items]) == ("、", ["机构职能", "财政预算", "办事指南"])


def test_bracketed_headings_make_a_list_over_lines() -> None:
    text = "（一）主动公开\n发布信息。\n（二）依申请公开\n收到申请。"
    (found,) = items(text)
    assert (found.style, len(found.items)) == ("（一）", 2)
