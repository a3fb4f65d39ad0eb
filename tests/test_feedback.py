"""Votes are counted, complaints kept without persons and within bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.feedback import MOST, Feedback, blotted
from index.errors import DisclosureError


def test_an_answer_that_helped_is_counted_and_nothing_of_it_kept(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path)
    feedback.vote("青禾镇有几件申请", (), "3件", helped=True)
    assert feedback.counts() == {"up": 1, "down": 0}
    assert feedback.complaints() == []


def test_a_complaint_keeps_question_history_and_answer(tmp_path: Path) -> None:
    history = [("青禾镇2016年有几件申请", "3件")]
    Feedback(tmp_path).vote("2017年呢", history, "没有收录", helped=False)
    (found,) = Feedback(tmp_path).complaints()
    assert (found.question, found.history, found.answer) == ("2017年呢", tuple(history), "没有收录")
    assert len(found.day) == 10


def test_the_same_complaint_is_counted_and_comes_first(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path)
    for question in ("几件", "几条", "几件", "几次"):
        feedback.vote(question, (), "不知道", helped=False)
    assert [(one.question, one.count) for one in feedback.complaints()] == [
        ("几件", 2),
        ("几次", 1),
        ("几条", 1),
    ]


def test_no_more_than_so_many_complaints_are_kept(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path)
    for number in range(MOST + 3):
        feedback.vote(f"第{number}问", (), "x" * 9000, helped=False)
    kept = feedback.complaints()
    assert len(kept) == MOST
    assert (kept[0].question, kept[-1].question) == (f"第{MOST + 2}问", "第3问")
    assert len(kept[0].answer) == 4000


def test_a_complaint_that_was_dealt_with_is_gone_and_its_vote_stays(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path)
    feedback.vote("几件", (), "不知道", helped=False)
    (one,) = feedback.complaints()
    assert feedback.complaint(one.id) == one
    feedback.settle(one.id)
    assert feedback.complaint(one.id) is None
    assert feedback.counts() == {"up": 0, "down": 1}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("我叫13812345678，办得怎样", "我叫＊＊＊，办得怎样"),
        ("+86 138-1234-5678", "＊＊＊"),
        ("身份证11010119900307123X的申请", "身份证＊＊＊的申请"),
        ("发到zhang.san@mail.example吧", "发到＊＊＊吧"),
        ("柳浔镇2020年公开1234567条，电话0929-5520117", "柳浔镇2020年公开1234567条，电话0929-5520117"),
    ],
)
def test_what_belongs_to_a_person_is_blotted_out_and_figures_stay(text: str, kept: str) -> None:
    assert blotted(text) == kept


def test_the_file_holds_nothing_of_a_persons_number_in_question_or_history(tmp_path: Path) -> None:
    Feedback(tmp_path).vote("我是13812345678", [("找13912345678", "无")], "无", helped=False)
    data = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert "＊＊＊".encode() in data
    assert b"13812345678" not in data
    assert b"13912345678" not in data


def test_a_folder_that_cannot_be_written_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(DisclosureError, match="索引库文件夹"):
        Feedback(tmp_path / "nowhere").vote("几件", (), "不知道", helped=False)
