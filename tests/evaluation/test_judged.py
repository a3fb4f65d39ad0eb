"""Every metric over a handful of hand-made answers, some right and some wrong, against values worked out by hand."""

from __future__ import annotations

from math import log2
from typing import Any

import pytest

from assistant.evaluate import Evaluation, judged
from assistant.evaluation.citation_scoring import Library
from assistant.evaluation.scoring import normalise

REPORT = "青禾镇2021.txt"
FIRST, SECOND = "全年收到政府信息公开申请12件。", "全年主动公开政府信息260条。"
LIBRARY = Library(
    texts={REPORT: normalise(FIRST + SECOND), "白鹭镇2021.txt": ""},
    years={REPORT: 2021, "白鹭镇2021.txt": 2021},
    aliases={REPORT: frozenset({"青禾镇"}), "白鹭镇2021.txt": frozenset({"白鹭镇"})},
    cells={},
)


def question(**fields: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {"history": [], "numbers": [], "include": [], "exclude": [], "evidence": []}
    return {"id": "q", "kind": "fact", "question": "？", "answerable": True, **empty, **fields}


def answer(status: str = "answered", text: str = "", **fields: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {"items": [], "claims": [], "citations": [], "figures": [], "hits": []}
    return {"status": status, "answer": text, "reason": None, "mode": "extractive", **empty, **fields}


def citation(n: int, quote: str) -> dict[str, Any]:
    return {"n": n, "report": REPORT, "issuer": "青禾镇", "year": 2021, "quote": quote, "cell": None}


def scores(*cases: tuple[dict[str, Any], dict[str, Any]]) -> dict[str, float]:
    rows = [judged(asked | {"id": f"q{n}"}, given, LIBRARY) for n, (asked, given) in enumerate(cases)]
    return {name: found.value for name, found in Evaluation(tuple(rows), {}).overall().items()}


def test_refusals_are_weighed_as_decisions() -> None:
    silent = question(answerable=False)
    found = scores(
        *[(silent, answer("refused"))] * 3,
        (silent, answer()),
        (silent, answer("clarify")),
        *[(question(), answer("refused"))] * 1,
        *[(question(), answer())] * 7,
    )
    # Refused: 3 of 4 rightly, of 5 that should have been 3; F1 2·3 / (2·3 + 1 + 2); 1 of 8 answerable ones refused.
    assert found["refusal_precision"] == pytest.approx(3 / 4)
    assert found["refusal_recall"] == pytest.approx(3 / 5)
    assert found["refusal_f1"] == pytest.approx(6 / 9)
    assert found["over_refusal"] == pytest.approx(1 / 8)


def test_where_both_will_do_refusing_is_neither_right_nor_wrong() -> None:
    either = question(status=["answered", "refused"])
    found = scores((either, answer("refused")), (either, answer()))
    assert not {"refusal_precision", "refusal_recall", "refusal_f1", "over_refusal"} & set(found)


def test_refusing_where_a_question_back_was_wanted_is_over_refusal() -> None:
    unclear = question(status=["clarify"], kind="ambiguous")
    found = scores((unclear, answer("refused")), (unclear, answer("clarify")))
    assert found["over_refusal"] == 0.5
    assert found["refusal_precision"] == found["refusal_f1"] == 0.0
    assert "refusal_recall" not in found


def test_asking_back_where_that_will_do_instead_of_refusing_is_right() -> None:
    either = question(answerable=False, status=["refused", "clarify"])
    found = scores((either, answer("clarify")), (either, answer()))
    assert found["refusal_recall"] == 0.5
    assert found["refusal_f1"] == pytest.approx(2 / 3)


def test_citations_are_weighed_by_pairs_claims_and_evidence() -> None:
    claims = [
        {"text": "青禾镇2021年收到申请12件", "citations": [1, 2]},
        {"text": "青禾镇2021年主动公开261条", "citations": [2]},
    ]
    given = answer(
        text="12件", claims=claims, citations=[citation(1, FIRST), citation(2, SECOND), citation(3, "无")]
    )
    evidence = [{"report": REPORT, "quote": FIRST}, {"report": "白鹭镇2021.txt", "quote": SECOND}]
    found = scores((question(evidence=evidence), given))
    # Of three citations the third stands nowhere; of three pairs only the first has its claim's number; of two claims one holds.
    assert found["citation_valid"] == pytest.approx(2 / 3)
    assert found["citation_precision"] == pytest.approx(1 / 3)
    assert found["claims_supported"] == pytest.approx(1 / 2)
    assert found["citation_recall"] == pytest.approx(1 / 2)


def test_citation_recall_is_over_all_evidence_and_not_the_mean_of_questions() -> None:
    cited = answer(citations=[citation(1, FIRST)])
    one = question(evidence=[{"report": REPORT, "quote": FIRST}])
    three = question(
        evidence=[{"report": REPORT, "quote": quote} for quote in (FIRST, SECOND, "甲乙丙丁戊己庚辛")]
    )
    assert scores((one, cited), (three, cited))["citation_recall"] == pytest.approx(2 / 4)


def test_a_ranking_is_weighed_by_where_its_evidence_stands() -> None:
    def hit(report: str, text: str) -> dict[str, Any]:
        return {"report": report, "section": "", "text": text}

    evidence = [{"report": REPORT, "quote": FIRST}, {"report": REPORT, "quote": SECOND}]
    hits = [hit("白鹭镇2021.txt", FIRST), hit(REPORT, FIRST), hit(REPORT, "无"), hit(REPORT, SECOND)]
    found = scores((question(evidence=evidence), answer(hits=hits)), (question(evidence=evidence), answer()))
    # The first question has its items at ranks 2 and 4, the second none.
    assert [found[f"recall@{k}"] for k in (1, 3, 5, 10)] == [0, 1 / 4, 2 / 4, 2 / 4]
    assert found["mrr"] == pytest.approx((1 / 2 + 0) / 2)
    assert found["ndcg@10"] == pytest.approx((1 / log2(3) + 1 / log2(5)) / (1 + 1 / log2(3)) / 2)
    assert found["wrong_report@5"] == pytest.approx(1 / 4)


def test_numbers_are_exact_only_where_none_is_missing() -> None:
    asked = question(numbers=["12", "260"])
    found = scores(
        (asked, answer(text="12件、260条")),
        (asked, answer(text="12件、2600条")),
        (asked, answer("refused", "12件、260条")),
        (asked | {"kind": "ambiguous"}, answer("clarify")),
    )
    assert found["numbers_exact"] == pytest.approx(1 / 3)
    assert found["pass"] == pytest.approx(2 / 4)


def test_lists_are_weighed_by_f1_and_as_a_whole() -> None:
    asked = question(kind="aggregate", set=["青禾镇", "白鹭镇"])

    def named(*bodies: str) -> dict[str, Any]:
        return answer(items=[{"issuer": body} for body in bodies])

    found = scores((asked, named("青禾镇", "白鹭镇")), (asked, named("青禾镇", "红枫镇")), (asked, named()))
    # F1 1; of one right, one missing, one too many 2·1 / (2·1 + 1 + 1); nothing named 0.
    assert found["set_f1"] == pytest.approx((1 + 1 / 2 + 0) / 3)
    assert found["set_exact"] == pytest.approx(1 / 3)


def test_the_reason_of_a_refusal_is_weighed_where_one_is_expected() -> None:
    asked = question(answerable=False, reason="no_such_year")
    found = scores(
        (asked, answer("refused", reason="no_such_year")),
        (asked, answer("refused", reason="not_stated")),
        (question(answerable=False), answer("refused")),
    )
    assert found["reason"] == 0.5
    assert found["pass"] == 1.0
