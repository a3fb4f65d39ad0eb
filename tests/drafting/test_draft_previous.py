"""What a draft makes of last year's report: comparison, references, contact, similarity."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from drafts import draft, drafted

from assistant.draft import Drafted, examined, written
from assistant.drafting.nouns import Origin
from assistant.drafting.spec import make_spec
from index.build import build
from index.errors import DocumentError
from index.store import Store

TOWN = "青川县柳浦镇人民政府"
BEFORE = """青川县柳浦镇人民政府2022年政府信息公开工作年度报告

本报告如有疑问，请与柳浦镇党政办联系，电话：0599-7654321。

一、总体情况

2022年，主动公开政府信息100条。收到政府信息公开申请8件。

二、主动公开政府信息情况

三、收到和处理政府信息公开申请情况

四、政府信息公开行政复议、行政诉讼情况

未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。

五、存在的主要问题及改进情况

村级公开栏长期没有专人维护，惠农政策张贴不及时。

六、其他需要报告的事项

无。

青川县柳浦镇人民政府

2023年1月18日
"""


@pytest.fixture
def before(tmp_path: Path) -> str:
    path = tmp_path / "上年.txt"
    path.write_text(BEFORE, encoding="utf-8")
    return str(path)


def _draft(before: str, figures: dict[str, Any] | None = None, **more: Any) -> Drafted:
    return drafted(TOWN, 2023, figures or {}, previous=before, **more)


def _text(made: Drafted) -> str:
    return "\n".join(part.text for part in made.draft.parts)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (12, "12件（比上年增加4件，增长50%）"),
        (5, "5件（比上年减少3件，下降37.5%）"),
        (8, "8件（与上年持平）"),
    ],
)
def test_requests_are_compared_with_the_year_before(before: str, now: int, told: str) -> None:
    assert f"新收政府信息公开申请{now}" in _text(_draft(before, {"requests_new": now}))
    assert told in _text(_draft(before, {"requests_new": now}))


def test_growth_from_nothing_has_no_percentage(before: str) -> None:
    assert "行政复议1件（上年同期为零）" in _text(_draft(before, {"review": 1}))


def test_last_years_passages_are_references_and_no_text(before: str) -> None:
    made = _draft(before).draft
    chapter = next(part for part in made.parts if part.heading.startswith("五、"))
    assert chapter.references[0].source == "2022年报告“五、存在的主要问题及改进情况”"
    assert "村级公开栏" in chapter.references[0].text
    assert "村级公开栏" not in _text(_draft(before))


def test_the_contact_of_last_year_is_taken_over_for_confirmation(before: str) -> None:
    made = _draft(before, contact={"address": "柳浦镇人民路1号"}).draft
    assert "请与柳浦镇党政办联系（地址：柳浦镇人民路1号；电话：0599-7654321）" in made.parts[0].text
    assert made.parts[0].paragraphs[0][-1].origin is Origin.CONFIRM
    assert any("0599-7654321" in notice for notice in made.notices)


def test_a_sentence_of_last_year_is_flagged_with_its_place(before: str) -> None:
    points = [{"section": "问题", "text": "村级公开栏长期没有专人维护，惠农政策张贴很不及时"}]
    made = _draft(before, points=points)
    found = examined(made, written(made.draft, ".docx"), "draft.docx")
    (alike,) = [one for one in found if one["rule"] == "draft-similar"]
    assert "2022年报告“五、存在的主要问题及改进情况”" in alike["message"]
    assert alike["quotes"] == ["村级公开栏长期没有专人维护，惠农政策张贴很不及时。"]


def test_a_new_sentence_is_not_flagged(before: str) -> None:
    points = [{"section": "问题", "text": "申请答复文书的格式还不统一，说明理由过于简单"}]
    assert _draft(before, points=points).draft.similar == ()


def test_a_report_of_another_body_is_named_and_not_used(before: str) -> None:
    made = drafted("青川县柳浔镇人民政府", 2023, {"requests_new": 12}, previous=before)
    assert made.previous is None
    assert "柳浦镇人民政府" in made.draft.notices[0]
    assert "比上年" not in _text(made)


def test_a_previous_report_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="上年报告不能用"):
        _draft(str(tmp_path / "没有.docx"))


def test_sentences_and_passages_of_other_bodies_come_from_the_collection(tmp_path: Path) -> None:
    text = BEFORE.replace("柳浦镇", "柳浔镇")
    (tmp_path / "他镇2022.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "他镇2022.txt"], tmp_path / "store", embedder="none")
    points = [{"section": "问题", "text": "村级公开栏长期没有专人维护，惠农政策张贴不及时"}]
    spec = make_spec({"issuer": TOWN, "year": 2023, "points": points})
    with Store.open(tmp_path / "store") as store:
        made = draft(spec, store).draft
        own = draft(
            make_spec({"issuer": "青川县柳浔镇人民政府", "year": 2023, "points": points}), store
        ).draft
    assert [one.source for one in made.similar] == ["柳浔镇2022年报告"]
    assert any("柳浔镇2022年报告" in r.source for part in made.parts for r in part.references)
    assert own.similar == ()
