"""Two reports of invented towns, indexed by words, for the tests of answers that a model writes."""

from __future__ import annotations

from pathlib import Path

from fake_model import FakeChat

from assistant.llm import Door
from assistant.model.assistant import ModelAssistant
from assistant.schema import Answer
from index.build import build
from index.embed import NONE
from index.store import Store

COUNT = "青禾镇2017年主动公开多少条信息？"
FEE = "青禾镇收费了吗？"
BOTH = "青禾镇和白鹭镇谁主动公开的信息多？"

REPORT = """{town}人民政府2017年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》编制本报告。报告统计期限自2017年1月1日起至2017年12月31日止。联系电话：0999-1234567。

一、概述

{town}成立了由镇长任组长的领导小组，办公室设在党政办。

二、主动公开政府信息情况

2017年，我镇主动公开政府信息{count}条，其中政府网站公开政府信息{website}条，政务微信公开政府信息{wechat}条。

三、依申请公开政府信息情况

2017年我镇未收到政府信息公开申请。

四、收费情况

2017年我镇没有收取任何费用。

五、存在的问题及改进措施

存在的问题：一是信息更新不及时，二是工作人员业务水平不高。改进措施：一是定期组织培训，二是明确专人负责更新。{more}

{town}人民政府

2018年1月20日
"""


def indexed(folder: Path, more: str = "") -> Store:
    """A store of the two towns; ``more`` stands at the end of the first one's last section."""
    source = folder / "reports"
    source.mkdir()
    for town, count, website, wechat, last in (("青禾镇", 96, 66, 30, more), ("白鹭镇", 45, 40, 5, "")):
        text = REPORT.format(town=town, count=count, website=website, wechat=wechat, more=last)
        (source / f"{town}2017.txt").write_text(text, encoding="utf-8")
    build([source], folder / "store", embedder=NONE)
    return Store.open(folder / "store", embedder_name=NONE)


def asked(
    store: Store,
    question: str,
    replies: dict[tuple[str, str], str],
    history: tuple[tuple[str, str], ...] = (),
) -> tuple[Answer, FakeChat]:
    """A question's answer with a model that gives these replies by prompt and question, and that model."""
    model = FakeChat(replies=replies, seen=[])
    return ModelAssistant(store, Door(model), plans=True).ask(question, history), model
