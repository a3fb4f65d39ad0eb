from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import DocumentError
from index.load.encoding import decode

TEXT = "青禾镇2021年主动公开政府信息126条，收到申请5件，均已按期答复。未发生行政复议、行政诉讼。"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be", "big5hkscs"])
def test_the_encodings_of_chinese_text_are_told_apart(encoding: str) -> None:
    text = TEXT if encoding != "big5hkscs" else "青禾鎮主動公開政府資訊，均已按期答覆，未發生行政訴訟。"
    assert decode(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding), "a.txt").text == TEXT


@given(st.text(alphabet=sorted(set(TEXT)), min_size=6))
def test_gbk_never_comes_out_as_other_text(text: str) -> None:
    data = text.encode("gbk")
    try:
        assert decode(data, "a.txt").text == text
    except DocumentError:
        assert not any("\u4e00" <= char <= "\u9fff" for char in text)


def test_a_damaged_place_is_read_but_reported() -> None:
    data = (TEXT * 20).encode()
    decoded = decode(data[:300] + b"\xff" + data[300:], "a.txt")
    assert "\ufffd" in decoded.text
    assert "损坏" in decoded.notices[0]


def test_text_ruined_before_is_reported() -> None:
    assert "锟斤拷" in decode((TEXT + "锟斤拷").encode(), "a.txt").notices[0]


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x89\x00\x01\x02" * 50, b"\xfe\xdc\xba\x98" * 40])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match="编码无法识别"):
        decode(data, "a.txt")


def test_a_false_byte_order_mark_is_refused() -> None:
    with pytest.raises(DocumentError, match="标明"):
        decode(codecs.BOM_UTF8 + TEXT.encode("gbk"), "a.txt")


def test_gbk_that_is_also_valid_utf8_is_read_as_chinese() -> None:
    assert decode("目录".encode("gbk"), "a.txt").text == "目录"


def test_text_without_chinese_is_read() -> None:
    assert decode(b"report 2021", "a.txt").text == "report 2021"
