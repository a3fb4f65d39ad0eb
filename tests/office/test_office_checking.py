"""A report is uploaded, its findings shown and decided on, taken away as files, and deleted."""

from __future__ import annotations

import csv
import io

import pytest
from docx import Document
from fake_model import FakeChat
from offices import REPORT, Desk

from assistant.llm import Door
from assistant.office import form
from index import samples


@pytest.fixture
def desk() -> Desk:
    opened = Desk()
    opened.log_in()
    return opened


def test_an_uploaded_report_is_shown_with_its_findings_by_severity(desk: Desk) -> None:
    reply = desk.upload()
    assert reply.url.path == "/office/findings"
    assert "松溪镇人民政府2022年政府信息公开工作年度报告" in reply.text
    for label in ("错误", "警告", "提示"):
        assert label in reply.text
    assert "依据" in reply.text
    assert 'id="finding-1"' in reply.text


def test_a_chosen_finding_marks_its_quotes_in_the_report(desk: Desk) -> None:
    pdf = samples.folder() / "柳浔镇2020.pdf"
    desk.upload(pdf.name, pdf.read_bytes())
    page = desk.get("/findings?finding=1").text
    assert "政府信息公开申请13件，上年结转1件。</mark>" in page
    assert '<tr class="hit">' in page
    assert 'aria-current="true"' in page
    assert "<mark>" not in desk.get("/findings").text


def test_last_years_report_is_compared(desk: Desk) -> None:
    before = REPORT.replace("2022", "2021")
    reply = desk.upload(previous=("松溪镇2021.md", before.encode()))
    assert "对照上一年度《云岭县松溪镇人民政府2021年政府信息公开工作年度报告》" in reply.text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("空.pdf", b"", "文件是空的"),
        ("坏.pdf", b"%PDF-1.7 damaged", "坏.pdf"),
        ("程序.exe", b"MZ\x90\x00" + b"\x00" * 64, "程序.exe"),
        ("随笔.md", "今天天气很好。".encode(), "随笔.md"),
    ],
)
def test_a_bad_file_is_named_in_words_on_the_first_page(
    desk: Desk, name: str, data: bytes, said: str
) -> None:
    reply = desk.upload(name, data)
    assert reply.url.path == "/office/"
    assert 'role="alert"' in reply.text
    assert said in reply.text
    assert 'role="alert"' not in desk.get("/").text


def test_an_upload_without_a_file_says_so(desk: Desk) -> None:
    assert "没有收到文件" in desk.post("/upload", files={"report": ("", b"")}).text
    assert "没有收到文件" in desk.post("/upload").text


def test_a_file_or_form_beyond_its_limit_is_refused_in_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form, "LARGEST", 1000)
    assert "上限" in desk.upload("大.md", b"x" * 2000).text
    monkeypatch.setattr(form, "_FORM", 1000)
    assert "上限" in desk.upload("大.md", b"x" * 4000).text


def test_nothing_in_a_report_its_name_or_a_reason_is_run(desk: Desk) -> None:
    evil = "<img src=x onerror=alert(2)>"
    reply = desk.upload(f"{evil}.txt")
    assert "&lt;script&gt;alert(1)" in reply.text
    desk.post("/decide", data={"finding": "1", "verdict": "dismissed", "reason": evil})
    page = desk.get("/findings").text
    assert page.count("&lt;img src=x") >= 3  # the name, the reason said and the reason to be changed
    failed = desk.upload(f"{evil}.exe", b"MZ").text
    assert "&lt;img src=x" in failed
    assert not [text for text in (reply.text, page, failed) if "<script>alert" in text or "<img" in text]


def test_a_decision_with_its_reason_is_kept_and_comes_in_the_csv(desk: Desk) -> None:
    desk.upload()
    desk.post("/decide", data={"finding": "1", "verdict": "dismissed", "reason": "=口径不同"})
    desk.post("/decide", data={"finding": "2", "verdict": "accepted"})
    reply = desk.get("/findings.csv")
    assert reply.content.startswith(b"\xef\xbb\xbf")
    first, second, *_ = csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig")))
    assert (first["处理"], first["理由"]) == ("不采纳", "'=口径不同")
    assert (second["处理"], second["理由"]) == ("采纳", "")
    assert "%E6%9D%BE%E6%BA%AA%E9%95%87" in reply.headers["content-disposition"]


def test_a_decision_can_be_taken_back(desk: Desk) -> None:
    desk.upload()
    desk.post("/decide", data={"finding": "1", "verdict": "accepted"})
    assert "已处理 1/" in desk.get("/findings").text
    desk.post("/decide", data={"finding": "1", "verdict": ""})
    assert "已处理 0/" in desk.get("/findings").text


def test_a_dismissal_needs_a_reason(desk: Desk) -> None:
    desk.upload()
    reply = desk.post("/decide", data={"finding": "1", "verdict": "dismissed", "reason": " "})
    assert "请写明理由" in reply.text
    assert "已处理 0/" in reply.text


@pytest.mark.parametrize("number", ["0", "999", "-1", "x", "²"])
def test_a_finding_that_does_not_exist_cannot_be_decided_or_shown(desk: Desk, number: str) -> None:
    desk.upload()
    assert desk.post("/decide", data={"finding": number, "verdict": "accepted"}).status_code == 404
    assert "aria-current" not in desk.get(f"/findings?finding={number}").text


def test_the_word_document_holds_every_finding_with_its_decision(desk: Desk) -> None:
    desk.upload("松溪镇2022.md", REPORT.replace("全面", "全面\x0b"))
    desk.post("/decide", data={"finding": "1", "verdict": "dismissed", "reason": "口径不同"})
    table = Document(io.BytesIO(desk.get("/findings.docx").content)).tables[0]
    count = desk.get("/findings").text.count('id="finding-')
    assert len(table.rows) == count + 1
    assert [cell.text for cell in table.rows[1].cells][-2:] == ["不采纳", "口径不同"]


@pytest.mark.parametrize("path", ["/done", "/logout"])
def test_being_done_or_logged_out_deletes_the_report(desk: Desk, path: str) -> None:
    desk.upload()
    desk.post(path)
    desk.log_in()
    assert desk.get("/findings").url.path == "/office/"
    assert desk.get("/findings.csv").status_code == 404


def test_another_official_sees_nothing_of_a_report(desk: Desk) -> None:
    desk.upload()
    desk.client.cookies.clear()
    desk.log_in()
    assert desk.get("/findings").url.path == "/office/"


def test_the_page_tells_what_becomes_of_a_report(desk: Desk) -> None:
    assert "公众查不到" in desk.get("/").text
    assert "删除" in desk.upload().text


def test_suggestions_of_a_model_are_asked_for_and_marked() -> None:
    lines = "\n".join(
        f'{{"n": {n}, "wrong": "公开内容不够全面", "right": "公开内容还不全面"}}' for n in range(1, 21)
    )
    desk = Desk(door=Door(FakeChat(replies={("proofread", ""): lines}, seen=[])))
    desk.log_in()
    assert "语言模型" in desk.get("/").text
    desk.upload()
    assert "AI 建议" not in desk.get("/findings").text
    desk.get("/")
    desk.post("/upload", data={"advice": "1"}, files={"report": ("松溪镇2022.md", REPORT.encode())})
    page = desk.get("/findings").text
    assert page.count('<span class="badge warning">AI 建议') == 1
    assert "仅供参考" in page
    assert "语言模型的建议" in desk.get("/findings.csv").content.decode("utf-8-sig")


def test_without_a_model_nothing_is_said_of_one() -> None:
    desk = Desk()
    desk.log_in()
    assert "语言模型" not in desk.get("/").text
