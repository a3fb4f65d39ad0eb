"""Figures inside one report: rows of a group, parts of an area, sums."""

from __future__ import annotations

from facts import EAST, NAMES, fact

from assistant import figures
from assistant.counting.breakdowns import group_of, instead
from assistant.counting.desk import Desk
from assistant.planning.query import Operation, Part, Plan
from index.schema import Fact


def text(question: str, facts: list[Fact], operation: Operation, **plan: object) -> str:
    settings: dict[str, object] = {"targets": (EAST,), "indicators": ("refused",), **plan}
    draft = figures.answer(Desk(Plan(question, operation, **settings), facts, NAMES))  # type: ignore[arg-type]
    return "\n".join(s.text for s in draft.statements) if draft else ""


def test_the_largest_row_of_a_group_is_named_first() -> None:
    rows = [fact(EAST, "refused_internal", "2"), fact(EAST, "refused_process", "5")]
    said = text("不予公开的哪种原因最多", rows, Operation.NARRATIVE)
    assert said.startswith("东镇2020年最多的是属于四类过程性信息，5件")
    assert said.index("5件") < said.index("2件")


def test_reasons_that_nothing_was_refused_for_are_no_reasons() -> None:
    none = [fact(EAST, "refused_internal", "0"), fact(EAST, "refused_process", "0")]
    question = "不予公开主要是什么原因"
    assert text(question, none, Operation.NARRATIVE) == "东镇2020年不予公开为0件，即没有。"
    some = [none[0], fact(EAST, "refused_process", "2")]
    assert "内部事务" not in text(question, some, Operation.NARRATIVE)
    assert "内部事务信息0件" in text("不予公开的各种原因分别几件", some, Operation.NARRATIVE)


def test_parts_of_an_area_are_listed_by_their_kind() -> None:
    parts = [
        fact(EAST, "requests_new", value, scope=scope, source="text", part_of=True)
        for scope, value in (("甲县", "3"), ("乙区", "9"), ("市直部门", "30"))
    ]
    said = text("哪个县区的申请最多", parts, Operation.MAXIMUM, indicators=("requests_new",))
    assert "最多的是乙区，9件" in said
    assert "市直部门" not in said


def test_two_rows_are_added_where_their_sum_is_asked_for() -> None:
    facts = [fact(EAST, "granted", "4"), fact(EAST, "partial", "3")]
    plan = {"indicators": ("granted",), "parts": (Part(("partial",)),)}
    assert "合计7件（4+3=7）" in text("予以公开和部分公开合计多少", facts, Operation.VALUE, **plan)
    assert "合计" not in text("予以公开和部分公开各多少", facts, Operation.VALUE, **plan)


def test_beside_a_row_that_was_taken_for_granted_stand_those_that_there_were() -> None:
    plan = Plan(
        "因国家秘密没公开的那件", Operation.NARRATIVE, targets=(EAST,), indicators=("refused_state_secret",)
    )
    group = group_of(plan)
    assert group is not None
    rows = [
        fact(EAST, "refused", "3"),
        fact(EAST, "refused_state_secret", "0"),
        fact(EAST, "refused_internal", "3"),
    ]
    (said,) = instead(Desk(group, rows, NAMES))
    assert said.text == "不予公开共3件，为：属于三类内部事务信息3件。"
    assert not instead(Desk(group, [fact(EAST, "refused", "5"), *rows[1:]], NAMES))


def test_a_row_of_no_inner_group_has_no_others_to_be_named_beside_it() -> None:
    assert (
        group_of(Plan("培训了谁", Operation.NARRATIVE, targets=(EAST,), indicators=("requests_new",))) is None
    )


def test_of_applicants_asked_for_by_number_it_is_said_that_requests_are_counted() -> None:
    made = [fact(EAST, "requests_new", "3")]
    said = text("几家公司要过资料", made, Operation.VALUE, indicators=("requests_new",))
    assert said.endswith("报告按申请的件数统计，一个申请人可能提出几件。")
    assert "件数统计" not in text("收到几件申请", made, Operation.VALUE, indicators=("requests_new",))
