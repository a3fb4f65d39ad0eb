"""Reading question files: what is good is kept, what is bad is named with its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation.questions import check, group, is_held, read
from assistant.evaluation.scoring import normalise
from index.errors import DisclosureError

GOOD = {
    "id": "q-1",
    "kind": "fact",
    "question": "青禾镇2016年公开了多少条？",
    "answerable": True,
    "numbers": ["26"],
}


def line(**fields: Any) -> str:
    return json.dumps({**GOOD, **fields}, ensure_ascii=False)


def test_fields_that_may_be_missing_are_filled_in() -> None:
    (question,), problems = check([line()])
    assert problems == []
    assert question["evidence"] == question["history"] == question["include"] == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"numbres": ["26"]}, "不认识的字段：numbres"),
        ({"numbers": []}, "没有写明回答应含什么（numbers、include、set），任何回答都会通过"),
        ({"answerable": False}, "应拒答的问题不应有 numbers"),
    ],
)
def test_what_looks_like_a_slip_is_named_and_the_question_still_asked(
    fields: dict[str, Any], message: str
) -> None:
    good, problems = check([line(**fields)])
    assert len(good) == 1
    assert [p.message for p in problems] == [message]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"kind": "guess"}, "不认识的 kind：guess"),
        ({"id": ""}, "缺少 id"),
        ({"question": " "}, "缺少 question"),
        ({"answerable": "yes"}, "answerable 应为 true 或 false"),
        ({"numbers": ["十二"]}, "numbers 中“十二”不是数字"),
        ({"numbers": [12]}, "numbers 应为字符串数组"),
        ({"include": ["没有"]}, "include 应为若干组字符串"),
        ({"status": ["done"]}, "不认识的 status：['done']"),
        ({"reason": "tired"}, "不认识的 reason：tired"),
        ({"history": [["你好"]]}, "history 应为 [[用户, 助手], …]"),
        ({"evidence": [{"report": "r"}]}, "evidence 各项应有 report 和 quote"),
        ({"evidence": 5}, "evidence 各项应有 report 和 quote"),
        ({"history": 5}, "history 应为 [[用户, 助手], …]"),
        ({"include": "没有"}, "include 应为若干组字符串"),
        ({"status": 5}, "不认识的 status：5"),
        ({"reason": ["blank"]}, "不认识的 reason：['blank']"),
        ({"held": "yes"}, "held 应为 true 或 false"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(fields: dict[str, Any], message: str) -> None:
    good, problems = check(["", line(**fields), line(id="q-2")])
    assert [q["id"] for q in good] == ["q-2"]
    assert [(p.line, p.message) for p in problems] == [(2, message)]


@pytest.mark.parametrize("text", ["{", "[1]", "3"])
def test_a_line_that_is_no_json_object_is_named(text: str) -> None:
    good, problems = check([text, line()])
    assert len(good) == 1
    assert problems[0].line == 1


def test_an_id_may_stand_once() -> None:
    good, problems = check([line(), line()])
    assert len(good) == 1
    assert str(problems[0]) == "第2行（q-1）：id 重复"


def test_evidence_that_is_not_there_is_named_and_the_question_still_asked() -> None:
    evidence = [{"report": "a.txt", "quote": "公开26条"}, {"report": "b.txt", "quote": "公开"}]
    good, problems = check([line(evidence=evidence)], {"a.txt": normalise("公开 25 条")})
    assert len(good) == 1
    assert [p.message for p in problems] == ["a.txt 里找不到“公开26条”", "索引库里没有 b.txt"]


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DisclosureError):
        read(tmp_path / "none.jsonl")
    (tmp_path / "gbk.jsonl").write_bytes(line().encode("gbk"))
    with pytest.raises(DisclosureError):
        read(tmp_path / "gbk.jsonl")


def test_every_third_question_is_held_where_the_file_does_not_say() -> None:
    assert [is_held({"id": f"seed-{n:03}"}) for n in (1, 2, 3, 6)] == [False, False, True, True]
    assert not is_held({"id": "seed-003", "held": False})


def test_phrasings_of_one_thing_are_one_group() -> None:
    (first, second, other), _ = check(
        [
            line(numbers=["26"]),
            line(id="q-2", question="公开几条", numbers=["26"]),
            line(id="q-3", numbers=["7"]),
        ]
    )
    assert group(first) == group(second) != group(other)


def test_a_question_that_expects_nothing_in_particular_names_what_it_is_a_phrasing_of() -> None:
    nothing = {"answerable": False, "numbers": []}
    (first, second, other), problems = check(
        [line(**nothing), line(id="q-2", same_as="q-1", **nothing), line(id="q-3", **nothing)]
    )
    assert problems == []
    assert group(first) == group(second) != group(other)
