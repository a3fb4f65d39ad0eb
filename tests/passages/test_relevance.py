"""How well a text speaks of what is asked."""

from __future__ import annotations

from assistant.passages.relevance import PARTIAL, Weights, longest, match


def test_a_synonym_counts_nearly_as_much_as_the_word() -> None:
    assert match("不足", "存在的主要问题") == 0.9
    assert match("不足", "取得的成绩") == 0.0


def test_a_long_term_is_found_in_parts() -> None:
    assert 0 < match("信息员培训", "组织信息员参加") < 0.6


def test_a_term_that_no_text_has_weighs_as_much_as_the_rarest() -> None:
    weights = Weights.over(("收入", "公开", "目录"), ["公开信息", "公开目录", "公开指南"])
    assert weights.by_term["收入"] == weights.by_term["目录"] > weights.by_term["公开"]


def test_a_text_without_any_of_the_words_is_not_covered() -> None:
    assert Weights.over(("收入",), ["公开信息"]).coverage("公开信息") == 0


def test_a_single_character_is_matched_by_what_it_stands_for_alone() -> None:
    assert match("审", "站所长初核，分管领导签批") == 0.9
    assert match("管", "网站管辖范围") == 0.0


def test_what_a_single_character_stands_for_need_not_mean_the_same() -> None:
    assert match("检查", "群众可查阅文件") == 0.0


def test_a_word_that_asks_how_many_is_in_no_answer() -> None:
    assert longest(("培训", "培训了多少人")) == ("培训",)


def test_where_something_went_and_who_came_last_are_said_in_other_words() -> None:
    assert match("挪到", "站点调整到村东") > PARTIAL
    assert match("垫底", "得分后三位的单位") > PARTIAL
