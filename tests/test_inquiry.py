"""Who answers what: here the reports of other years, where the newest one is silent."""

from __future__ import annotations

from pathlib import Path

from towns import printed, write

from assistant.answer import Assistant
from assistant.schema import Status
from index.build import build
from index.embed import NONE
from index.store import Store

REVIEW = "凡对外发布的信息由经办人填单、分管镇长终审。"


def test_an_older_report_answers_by_its_year_where_the_newest_is_silent(tmp_path: Path) -> None:
    text = printed("青石镇", 2016).replace("一、概述\n\n", f"一、概述\n\n{REVIEW}\n\n")
    (tmp_path / "青石镇2016.txt").write_text(text, encoding="utf-8")
    write(tmp_path, "青石镇", 2018)
    build([tmp_path], tmp_path / "store", embedder=NONE)
    with Store.open(tmp_path / "store", embedder_name=NONE) as store:
        answer = Assistant(store).ask("青石镇对外发布的信息由谁终审？")
    assert answer.status is Status.ANSWERED
    assert {c.year for c in answer.citations} == {2016}
    assert answer.notes == ("未写明年份，青石镇最近的2018年没有写明，按2016年回答",)
    assert "按青石镇最近的2018年回答" not in answer.text
