from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from docx import Document
from fake_model import FakeChat
from langchain_core.messages import BaseMessage
from revisions import modelled, revised, spec, text_of, tried

from assistant.draft import written
from assistant.drafting.nouns import TO_CONFIRM, Draft, Origin
from assistant.llm import Door
from assistant.revision.desk import Desk
from assistant.revision.history import History
from assistant.revision.nouns import By, Polished, State
from assistant.revision.revise import Outcome, revise

SPECIFIC = "把问题部分写具体一点"
REWORD = "把依申请公开部分换一种说法"
REQUESTS = (
    "[1] 2023年，我镇共新收政府信息公开申请12件，其中自然人10件、商业企业2件；没有上年结转的申请。"
    "全年办结11件，其中予以公开10件、不予公开1件，不予公开的理由是：属于三类内部事务信息1件。结转下年度继续办理1件。"
)


def _origins(draft: Draft, place: str) -> list[Origin]:
    part = next(part for part in draft.parts if part.place == place)
    return [sentence.origin for paragraph in part.paragraphs for sentence in paragraph]


def _specific(reply: str) -> Outcome:
    return tried(SPECIFIC, modelled("revise", SPECIFIC, reply))


def test_points_are_rewritten_from_the_figures_and_marked_until_accepted() -> None:
    outcome = _specific("[1] 惠农政策解读偏少，全年发布政策解读稿件4篇\n[2] 公开栏更新不及时")
    assert "一是惠农政策解读偏少，全年发布政策解读稿件4篇；" in text_of(outcome, "problems")
    assert outcome.by is By.MODEL
    assert Origin.MODEL in _origins(outcome.drafted.draft, "problems")


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("[1] 惠农政策解读偏少，全年发布政策解读稿件6篇", "没有的数字"),
        ("[1] 惠农政策解读偏少，全年只召开座谈会3次", "数字说的不是原来的事"),
        ("[2] 公开栏更新不及时，接受培训人员4人次", "没有的数字"),
        ("[1] 惠农政策解读偏少，自然人申请2件", "数字说的不是原来的事"),
        ("[1] 惠农政策解读偏少，青山县人民政府已经通报", "没有的机关"),
        ("[1] 惠农政策解读偏少，“群众满意”活动没有开展", "没有的引语"),
        ("我没有可以改的", "没有按编号逐段回答"),
    ],
)
def test_what_the_figures_do_not_say_is_not_used(reply: str, reason: str) -> None:
    outcome = _specific(reply)
    assert not outcome.difference
    assert reason in outcome.message


def test_a_claim_that_nobody_made_is_marked_for_confirmation() -> None:
    outcome = _specific("[1] 惠农政策解读偏少，群众满意度明显下降")
    assert f"群众满意度明显下降{TO_CONFIRM}；" in text_of(outcome, "problems")
    assert "请核实" in outcome.message
    assert [slot for slot in outcome.drafted.draft.unfilled if slot.label == "要点待核实"]


def test_a_proposed_point_is_always_marked_for_confirmation() -> None:
    said = "增加一条关于培训的措施"
    outcome = tried(said, modelled("revise_add", said, "下一步增加政务公开业务培训"))
    assert f"三是下一步增加政务公开业务培训{TO_CONFIRM}。" in text_of(outcome, "improvement")


def test_a_proposed_point_with_a_figure_of_its_own_is_refused() -> None:
    said = "增加一条关于培训的措施"
    outcome = tried(said, modelled("revise_add", said, "全年组织培训12次，覆盖300人次"))
    assert not outcome.difference
    assert "没有采用" in outcome.message


def test_a_paragraph_of_figures_is_polished_and_follows_its_figures() -> None:
    outcome = revised(REWORD, desk=modelled("revise", REWORD, REQUESTS))
    assert text_of(outcome, "requests").startswith("2023年，我镇共新收政府信息公开申请12件")
    assert _origins(outcome.drafted.draft, "requests") == [Origin.MODEL]
    after = revise("把企业的新收申请改成3件", outcome.state, outcome.drafted, Desk())
    assert "共新收政府信息公开申请13件，其中自然人10件、商业企业3件" in text_of(after, "requests")


def test_a_polished_paragraph_that_its_figures_no_longer_fit_is_taken_back() -> None:
    outcome = revised(REWORD, desk=modelled("revise", REWORD, REQUESTS))
    after = revise("把企业的新收申请改成0件", outcome.state, outcome.drafted, Desk())
    assert "均由自然人提出" in text_of(after, "requests")
    assert "已恢复为按数据写成的文字" in after.message


@pytest.mark.parametrize(
    "reply",
    [
        REQUESTS.replace("不予公开1件，", "不予公开2件，"),
        REQUESTS.replace("结转下年度继续办理1件", "结转下年度继续办理一件"),
        REQUESTS.replace("全年办结11件", "全年办结"),
        REQUESTS.replace("没有上年结转的申请", "上年结转的申请已经办结"),
        REQUESTS.replace("自然人10件、商业企业2件", "自然人2件、商业企业10件"),
        REQUESTS.replace("予以公开10件、不予公开1件", "予以公开1件、不予公开10件"),
        REQUESTS.replace("新收政府信息公开申请12件", "新收政府信息公开申请11件").replace(
            "全年办结11件", "全年办结12件"
        ),
    ],
)
def test_a_paragraph_of_figures_that_was_changed_in_substance_is_not_used(reply: str) -> None:
    outcome = tried(REWORD, modelled("revise", REWORD, reply))
    assert "没有采用" in outcome.message
    assert outcome.by is By.RULES
    assert text_of(outcome, "requests").startswith("我镇2023年新收政府信息公开申请12件，其中自然人10件")


def test_points_are_shortened_by_the_model_where_rules_do_not_reach() -> None:
    said = "把改进部分压缩到40字"
    reply = "[1] 编写惠农政策问答\n[2] 举办培训班3次"
    outcome = tried(said, modelled("revise", said, reply))
    assert text_of(outcome, "improvement").endswith("一是编写惠农政策问答；二是举办培训班3次。")


def test_where_the_model_does_not_reach_the_limit_it_is_said() -> None:
    said = "把改进部分压缩到30字"
    reply = "[1] 编写惠农政策问答\n[2] 举办培训班3次"
    outcome = tried(said, modelled("revise", said, reply))
    assert "还没有达到30字" in outcome.message


def test_the_file_marks_what_a_model_wrote_and_says_that_one_helped() -> None:
    draft = _specific("[1] 惠农政策解读偏少，全年发布政策解读稿件4篇").drafted.draft
    document = Document(io.BytesIO(written(draft, ".docx")))
    marked = [run for p in document.paragraphs for run in p.runs if run.font.highlight_color]
    assert [run.text for run in marked] == ["一是惠农政策解读偏少，全年发布政策解读稿件4篇；"]
    assert "语言模型" in document.core_properties.comments
    assert document.core_properties.keywords == "人工智能辅助起草"
    assert 'name="ai-assisted"' in written(draft, ".html").decode()
    assert "<!-- 未采纳：一是惠农政策解读偏少" in written(draft, ".md").decode()


def test_what_was_accepted_is_no_longer_marked_and_the_file_still_says_that_a_model_helped() -> None:
    desk = modelled("revise", SPECIFIC, "[1] 惠农政策解读偏少，全年发布政策解读稿件4篇")
    state = State(spec())
    history = History()
    history.begin(state, desk.write(state))
    history.add(revise(SPECIFIC, state, history.current.drafted, desk))
    draft = history.accept(desk.write).drafted.draft
    assert Origin.MODEL not in _origins(draft, "problems")
    assert "均已经起草人采纳" in draft.assisted
    assert "revise" in draft.prompts


def test_where_the_model_fails_it_is_said_and_nothing_changes() -> None:
    outcome = tried(SPECIFIC, modelled("revise", SPECIFIC, "\n\n\n"))
    assert not outcome.difference
    assert "语言模型没有给出内容" in outcome.message


@pytest.mark.parametrize(
    ("place", "said", "reply"),
    [
        (
            "management",
            "把政府信息管理部分换一种说法",
            "2023年，共我镇制发行政规范性文件1件，废止1件，现行有效1件。",
        ),
        (
            "management",
            "把政府信息管理部分换一种说法",
            "2023年，全县制发行政规范性文件1件，废止1件，现行有效1件。",
        ),
        ("supervision", "把监督保障部分换一种说法", "2023年，全县举办各类培训班3次，接受培训人员40人次。"),
    ],
)
def test_a_paragraph_that_reads_back_otherwise_is_not_used_though_all_its_numbers_stand(
    place: str, said: str, reply: str
) -> None:
    outcome = tried(said, modelled("revise", said, f"[1] {reply}"))
    assert "读出来的数据与填报的不一致" in outcome.message
    assert reply[6:] not in text_of(outcome, place)


def test_a_polished_paragraph_that_reads_otherwise_with_other_figures_is_taken_back() -> None:
    draft = Desk().write(State(spec())).draft
    base = next(part.text for part in draft.parts if part.place == "management")
    wrong = Polished(base, base.replace("我镇", "全县"))
    settled, told = Desk().settled(State(spec(), {"management": (wrong,)}))
    assert settled.polished == {}
    assert "已恢复为按数据写成的文字" in told[0]


class _Failing(FakeChat):
    """Answers as often as it is told, then is away."""

    answers: int

    def reply(self, messages: Sequence[BaseMessage]) -> str:
        if len(self.seen) >= self.answers:
            raise ConnectionError
        return super().reply(messages)


def _failing(said: str, reply: str, answers: int) -> Desk:
    return Desk(door=Door(_Failing(replies={("revise", said): reply}, seen=[], answers=answers)))


def test_what_the_model_failed_at_can_be_said_again_and_what_it_was_not_needed_for_is_done() -> None:
    outcome = tried(f"把培训次数改成5次；{SPECIFIC}", _failing(SPECIFIC, "", 0))
    assert "举办各类培训班5次" in text_of(outcome, "supervision")
    assert "语言模型" in outcome.message
    assert outcome.again == SPECIFIC


def test_where_the_model_fails_at_the_second_part_the_first_stays_rewritten() -> None:
    said = "把问题和改进部分润色一下"
    reply = "[1] 惠农政策的解读偏少\n[2] 公开栏更新不及时"
    outcome = tried(said, _failing(said, reply, 1))
    assert "惠农政策的解读偏少" in text_of(outcome, "problems")
    assert "其余部分没有改写" in outcome.message
    assert outcome.again == said


def test_where_the_model_fails_the_fixed_wording_is_used_and_it_can_be_tried_again() -> None:
    outcome = tried(REWORD, _failing(REWORD, "", 0))
    assert outcome.by is By.RULES
    assert "改用固定的另一种说法" in outcome.message
    assert outcome.again == REWORD


def test_what_rules_shortened_stays_where_the_model_fails() -> None:
    said = "把依申请公开部分压缩到20字"
    outcome = tried(said, _failing(said, "", 0))
    assert "减为" in outcome.message
    assert len(text_of(outcome, "requests")) < len(text_of(tried("今天"), "requests"))
