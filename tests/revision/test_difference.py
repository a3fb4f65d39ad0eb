from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.revision.difference import Mark, pieces

TEXT = st.text(alphabet="甲乙丙12。；，", max_size=30)


def _marked(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.mark.value, piece.text) for piece in pieces(before, after)]


def test_a_figure_is_shown_as_one_phrase_that_changed() -> None:
    assert _marked("举办培训班3次，培训40人次。", "举办培训班15次，培训40人次。") == [
        ("same", "举办培训班"),
        ("removed", "3"),
        ("added", "15"),
        ("same", "次，培训40人次。"),
    ]


def test_a_sentence_that_went_is_shown_whole() -> None:
    assert _marked("甲乙丙丁。戊己庚辛。", "甲乙丙丁。") == [
        ("same", "甲乙丙丁。"),
        ("removed", "戊己庚辛。"),
    ]


def test_sentences_with_little_in_common_are_not_mixed() -> None:
    assert _marked("公开栏更新不及时。", "每月核对一次目录。") == [
        ("removed", "公开栏更新不及时。"),
        ("added", "每月核对一次目录。"),
    ]


@given(before=TEXT, after=TEXT)
def test_the_pieces_give_both_texts(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(p.text for p in found if p.mark is not Mark.ADDED) == before
    assert "".join(p.text for p in found if p.mark is not Mark.REMOVED) == after
