"""The officials' page as a client for tests: mounted as in the site, logged in, with forms posted as a browser does."""

from __future__ import annotations

import re
from typing import Any

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from assistant.answer import Assistant
from assistant.drafting.fields import name_of
from assistant.drafting.forms import table_cells
from assistant.llm import Door
from assistant.office.login import Password
from assistant.office.routes import office

PASSWORD = "云岭-pass-1"  # noqa: S105 - of the test's own server
TOWN = "云岭县松溪镇人民政府"
SPECIFIC = "把问题部分写具体一点"
REPORT = """# 云岭县松溪镇人民政府2022年政府信息公开工作年度报告

## 一、总体情况

2022年，我镇收到政府信息公开申请13件，，上年结转1件。&lt;script&gt;alert(1)&lt;/script&gt;

## 二、主动公开政府信息情况

## 三、收到和处理政府信息公开申请情况

## 四、政府信息公开行政复议、行政诉讼情况

无。

## 五、存在的主要问题及改进情况

公开内容不够全面。
"""


class Desk:
    """A browser at the officials' page; ``post`` sends the token of the page that was seen last."""

    def __init__(self, asking: Assistant | None = None, door: Door | None = None) -> None:
        self.office = office(Password(PASSWORD), asking=asking, door=door)
        self.client = TestClient(Starlette(routes=[Mount("/office", self.office)]))
        self.csrf = ""

    def get(self, path: str) -> Any:
        reply = self.client.get(f"/office{path}")
        found = re.search(r'name="csrf" value="([^"]+)"', reply.text)
        self.csrf = found[1] if found else self.csrf
        return reply

    def post(self, path: str, **more: Any) -> Any:
        data = {"csrf": self.csrf, **more.pop("data", {})}
        return self.client.post(f"/office{path}", data=data, **more)

    def log_in(self, password: str = PASSWORD) -> Any:
        self.get("/login")
        reply = self.post("/login", data={"password": password})
        self.get("/")
        return reply

    def upload(self, name: str = "松溪镇2022.md", text: str | bytes = REPORT, **files: Any) -> Any:
        data = text.encode() if isinstance(text, str) else text
        return self.post("/upload", files={"report": (name, data), **files})


def drafted(desk: Desk, **more: str) -> Any:
    """The page of a draft whose cells are all zero, with two problems and three trainings."""
    desk.log_in()
    begun = {"issuer": TOWN, "year": "2023"}
    desk.post("/draft/begin", data=begun, files={"previous": ("", b"")})
    typed = dict.fromkeys(map(name_of, table_cells(2023)), "0")
    typed |= {
        "disclosed|": "12",
        "trainings|": "3",
        "points|problems": "解读偏少\n目录更新不及时",
        "signed": "2024-01-10",
    }
    desk.post("/draft/make", data={**typed, **more})
    return desk.get("/draft/preview")


def say(desk: Desk, said: str) -> str:
    desk.post("/draft/revise", data={"said": said})
    page: str = desk.get("/draft/preview").text
    return page
