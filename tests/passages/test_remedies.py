"""One problem is shown with its own measure, also in reports that are written freely."""

from __future__ import annotations

from assistant.passages import problems, remedies
from assistant.passages.problems import Side
from index.schema import Block, Generation, Issuer, Report, Section

BOTH = frozenset(Side)


def report(*sections: tuple[tuple[str, ...], str]) -> Report:
    parts = tuple(Section(path, (Block(text),)) for path, text in sections)
    return Report("东镇.txt", "", Issuer("东镇", "东镇", "东镇"), 2012, Generation.REGULATION_2007, parts)


TOWN = report(
    (
        ("五、存在的问题和改进",),
        "一是网站更新慢；二是档案散乱。下一步：一是专人每周上传；二是编制总目。",
    )
)


def shown(asked: frozenset[Side], *terms: str) -> str:
    return "\n".join(s.text for s in remedies.told(TOWN, asked, terms, ""))


def test_the_measure_has_the_place_of_its_problem() -> None:
    assert shown(frozenset({Side.MEASURES}), "档案") == "二是档案散乱。\n- 二是编制总目。"


def test_the_problem_alone_is_shown_where_only_that_is_asked() -> None:
    assert shown(frozenset({Side.PROBLEMS}), "网站") == "一是网站更新慢；"


def test_no_pair_is_chosen_where_none_speaks_of_it() -> None:
    assert shown(BOTH, "经费") == ""


def test_both_halves_are_asked_for_in_two_clauses() -> None:
    assert problems.sides("网站有什么问题，打算怎么改") == BOTH
    assert problems.sides("针对网站的问题打算怎么改") == {Side.MEASURES}


def test_parts_that_are_headed_freely_are_found() -> None:
    free = report((("第三部分 还差在哪里",), "有的村不更新。"), (("第四部分 明年咋办",), "每月抽查一次。"))
    assert [s.text for s in problems.told(free, Side.PROBLEMS, "")] == ["有的村不更新。"]
    assert [s.text for s in problems.told(free, Side.MEASURES, "")] == ["每月抽查一次。"]


def test_problems_admitted_in_another_section_are_found() -> None:
    loose = report((("一、概述",), "工作还存在一些不足：一是更新慢；二是队伍弱。"))
    assert any("更新慢" in s.text for s in problems.told(loose, Side.PROBLEMS, ""))


CROSSED = report(
    (
        ("五、存在的问题和改进",),
        "一是山区村民上网难；二是经办人员更换频繁。下一步：一是两年内不调整经办人员；二是为山区配备宣传车。",
    )
)


def test_a_measure_at_another_place_is_shown_where_it_alone_speaks_of_the_problem() -> None:
    said = remedies.told(CROSSED, frozenset({Side.MEASURES}), ("山区",), "")
    assert [s.text for s in said] == ["一是山区村民上网难；", "- 二是为山区配备宣传车。"]


def test_more_measures_than_problems_are_paired_only_where_all_are_marked() -> None:
    marked = report(
        (
            ("五、存在的问题和改进",),
            "一是信息员年纪大；二是更新慢。下一步：一是为信息员配助手；二是每周上传；三是每季度评比。",
        )
    )
    said = remedies.told(marked, frozenset({Side.MEASURES}), ("信息员",), "")
    assert [s.text for s in said] == ["一是信息员年纪大；", "- 一是为信息员配助手；"]


def test_what_will_be_taken_up_next_year_begins_the_measures() -> None:
    assert problems.turns("2018年，我镇将抓好两个方面的工作：一是增加人手；", 2)
    assert not problems.turns("全年抓好两个方面的工作。", 2)
