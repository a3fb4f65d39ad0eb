"""The sentence nearest in characters and meaning answers where it stands out, and nothing does where none stands out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from assistant.passages.likeness import Likeness, answering, bare, closeness, covered, paired
from assistant.planning.query import Operation, Plan, Wanted
from index.schema import Block, Generation, Issuer, Report, Section

ISSUER = Issuer("甲县东镇人民政府", "东镇", "东镇", aliases=("甲县东镇人民政府", "东镇人民政府", "东镇"))
RUMOUR = "公安机关依法查处散布汛情谣言者2人。"
SENTENCES = (
    "全年公开防汛抗旱信息86条。",
    RUMOUR,
    "每周在公开栏张贴物资发放名单。",
    "开展政策宣讲进村活动12场。",
    "汛期每日三次发布水情和险情。",
)


def town(sentences: Sequence[str] = SENTENCES) -> Report:
    """A report of one section, a paragraph a sentence."""
    section = Section(("一、总体情况",), tuple(Block(text) for text in sentences))
    return Report("东镇2022.txt", "", ISSUER, 2022, Generation.FORMAT_2021, (section,))


def near(wanted: str) -> Callable[[str, Sequence[str]], list[float]]:
    """An embedder for which one sentence means what is asked and the others do not."""
    return lambda _, texts: [0.92 if text == wanted else 0.85 for text in texts]


def asks(question: str, wanted: Wanted = Wanted.NUMBER, indicators: tuple[str, ...] = ()) -> Plan:
    return Plan(question, Operation.NARRATIVE, wanted, indicators=indicators)


def test_other_words_for_the_thing_do_where_meaning_and_characters_agree() -> None:
    found = answering(asks("东镇2022年发大水时造谣的查处了几个人"), town(), near(RUMOUR))
    assert found is not None
    assert found.text == RUMOUR


def test_what_shares_next_to_nothing_answers_nothing() -> None:
    assert answering(asks("东镇2022年县长工资多少钱", Wanted.MONEY), town(), near(RUMOUR)) is None


def test_a_sentence_without_the_kind_of_thing_asked_for_answers_nothing() -> None:
    untold = "公安机关依法查处散布汛情谣言者若干。"
    report = town((*SENTENCES[:1], untold, *SENTENCES[2:]))
    assert answering(asks("发大水时造谣的查处了几个人"), report, near(untold)) is None


def test_what_the_tables_count_is_left_to_the_tables() -> None:
    plan = asks("东镇2022年发大水时造谣的查处了几个人", indicators=("penalties",))
    assert answering(plan, town(), near(RUMOUR)) is None


def test_a_sentence_without_a_count_answers_no_question_on_what_the_tables_count() -> None:
    training = "建立信息公开工作人员跟班学习制度。"
    report = town((*SENTENCES, training))
    question = "东镇2022年信息公开工作人员有几个"
    assert answering(asks(question, indicators=("staff",)), report, near(training)) is None
    assert answering(asks(question, Wanted.TEXT), report, near(training)) is not None


def test_without_vectors_nothing_is_answered() -> None:
    assert answering(asks("造谣的查处了几个人"), town(), lambda _, __: ()) is None


def test_a_bare_question_names_neither_body_nor_year() -> None:
    assert bare("东镇人民政府2022年度的谣言查处了几个？", ISSUER) == "谣言查处了几个"


def test_rare_characters_bring_a_text_closer_than_common_ones() -> None:
    rumours, notice, _ = closeness("造谣公开", ["查处造谣者。", "公开栏公开。", "公开信息。"])
    assert rumours > notice > 0


def test_what_is_covered_is_weighed_and_what_is_paired_is_counted() -> None:
    texts = ["造谣者二名", "公开信息", "公开栏目"]
    assert covered("造谣公开", texts[0], texts) > covered("造谣公开", texts[1], texts) > 0
    assert paired("造谣公开", "造谣者公开") == pytest.approx(2 / 3)
    assert paired("", "造谣") == 0


def test_the_chance_rises_with_each_sign() -> None:
    none = Likeness(0, 0, 0, 0)
    signs = (Likeness(1, 0, 0, 0), Likeness(0, 1, 0, 0), Likeness(0, 0, 3, 0), Likeness(0, 0, 0, 1))
    assert none.chance < 0.01
    assert all(sign.chance > none.chance for sign in signs)
    assert Likeness(1, 1, 3, 2).chance > 0.9
