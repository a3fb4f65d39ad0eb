"""Plain retrieval with a model's reply to it, in the form that the judge scores."""

from __future__ import annotations

import pytest
from fake_model import FakeChat
from model_towns import indexed

from assistant.baseline import Baseline
from assistant.evaluation import ablations
from assistant.llm import Door
from assistant.plain import PlainRag, claims_of
from assistant.schema import Answer, Claim, Status
from index.embed import Encoder
from index.errors import DisclosureError
from index.store import Store


class Letters:
    """Embeds a text by the share of three characters in it."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return [text.count(letter) + 0.01 for letter in "费申条"]


@pytest.fixture(scope="module")
def over(tmp_path_factory: pytest.TempPathFactory) -> tuple[Baseline, Store]:
    folder = tmp_path_factory.mktemp("plain")
    store = indexed(folder)
    baseline = Baseline(folder / "baseline", Letters())  # type: ignore[arg-type]
    baseline.index([folder / "reports"])
    return baseline, store


def asked(
    over: tuple[Baseline, Store],
    question: str,
    replies: dict[tuple[str, str], str],
    history: tuple[tuple[str, str], ...] = (),
) -> tuple[Answer, FakeChat]:
    model = FakeChat(replies=replies, seen=[])
    baseline, store = over
    return PlainRag(baseline, Door(model), store.catalogue()).ask(question, history, 10), model


def test_the_reply_is_the_answer_and_its_marks_are_citations_of_whole_pieces(
    over: tuple[Baseline, Store],
) -> None:
    question = "青禾镇收费了吗？"
    answer, model = asked(over, question, {("plain", question): "没有收取费用[1]。"})
    assert (answer.status, answer.text, answer.mode) == (Status.ANSWERED, "没有收取费用[1]。", "model")
    assert answer.claims == (Claim("没有收取费用。", (1,)),)
    assert answer.citations[0].quote == answer.hits[0].chunk.text
    assert answer.citations[0].quote in model.seen[0]


def test_a_reply_that_does_not_know_is_a_refusal(over: tuple[Baseline, Store]) -> None:
    answer, _ = asked(over, "天气如何？", {("plain", "天气如何？"): "材料中没有提到天气。"})
    assert answer.status is Status.REFUSED


def test_every_body_that_the_reply_names_is_in_its_list(over: tuple[Baseline, Store]) -> None:
    question = "哪些镇没有收费？"
    answer, _ = asked(over, question, {("plain", question): "青禾镇、白鹭镇[1]。"})
    assert {item.issuer for item in answer.items} == {"青禾镇人民政府", "白鹭镇人民政府"}


def test_a_follow_up_is_completed_first(over: tuple[Baseline, Store]) -> None:
    whole = "白鹭镇收费了吗？"
    replies = {("rewrite", "白鹭镇呢"): whole, ("plain", whole): "没有[2]。"}
    answer, _ = asked(over, "白鹭镇呢", replies, (("青禾镇收费了吗？", "没有。"),))
    assert answer.question == "白鹭镇呢"
    assert answer.text == "没有[2]。"


def test_a_mark_of_a_piece_that_was_not_given_cites_nothing() -> None:
    assert claims_of("有5件[7]。没有收费[1][2]。", 5) == (Claim("有5件。", ()), Claim("没有收费。", (1, 2)))


def test_without_a_model_the_nearest_piece_is_shown_and_ten_are_measured(
    over: tuple[Baseline, Store],
) -> None:
    baseline, store = over
    answer = PlainRag(baseline, None, store.catalogue()).ask("收费", (("白鹭镇呢", "没有"),), 10)
    assert (answer.status, answer.mode, answer.prompts) == (Status.ANSWERED, "extractive", {})
    assert answer.text == f"{answer.hits[0].chunk.text}[1]"
    assert [citation.quote for citation in answer.citations] == [answer.hits[0].chunk.text]
    assert len(answer.hits) == len({hit.chunk.text for hit in answer.hits}) == len(store.catalogue())


def test_the_plain_system_reads_the_files_of_the_store_with_the_embedder_that_is_named(
    over: tuple[Baseline, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, store = over
    monkeypatch.setattr(ablations, "encoder_of", lambda name: Encoder(name, Letters()))  # type: ignore[arg-type]
    with ablations.ablated(store, ablations.Variant(embedder="letters", plain=True)) as system:
        assert isinstance(system, PlainRag)
        assert set(system.texts) == {head.name for head in store.catalogue()}
        assert {hit.chunk.report for hit in system.ask("收费", hits=10).hits} == set(system.texts)


def test_the_plain_system_needs_an_embedder(over: tuple[Baseline, Store]) -> None:
    with pytest.raises(DisclosureError, match="需要向量模型"), ablations.plain_rag(over[1]):
        pass
