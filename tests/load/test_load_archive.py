from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable
from io import BytesIO

import pytest

from index.load.dispatch import load_bytes
from index.load.limits import Limits
from index.schema import Document, Failure

TEXT = "青禾镇2021年政府信息公开工作年度报告\n一、总体情况\n全年公开126条。".encode()


def packed(*files: tuple[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return buffer.getvalue()


def with_raw_name(name: bytes) -> bytes:
    """An archive whose only member has these bytes for a name, without the flag that they are UTF-8."""
    return packed(("x" * len(name) + ".txt", TEXT)).replace(b"x" * len(name), name)


def loaded(data: bytes, limits: Limits = Limits()) -> list[Document | Failure]:  # noqa: B008  a frozen value
    return list(load_bytes(data, "a.zip", limits))


def names(found: Iterable[Document | Failure]) -> list[str]:
    return [item.name for item in found if isinstance(item, Document)]


def error(found: list[Document | Failure]) -> str:
    (failure,) = [item for item in found if isinstance(item, Failure)]
    return failure.error


def test_members_are_named_by_their_path_in_the_archive() -> None:
    assert names(loaded(packed(("2021/b.txt", TEXT), ("a.md", TEXT)))) == ["a.zip/2021/b.txt", "a.zip/a.md"]


@pytest.mark.parametrize("name", ["青禾镇年报", "目录"])
@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_without_the_flag_are_read_as_chinese(encoding: str, name: str) -> None:
    assert names(loaded(with_raw_name(name.encode(encoding)))) == [f"a.zip/{name}.txt"]


def test_clutter_in_an_archive_is_passed_over() -> None:
    files = [
        ("__MACOSX/._a.txt", b"x"),
        (".DS_Store", b"x"),
        ("a.jpg", b"x"),
        ("~$a.docx", b"x"),
        ("a.txt", TEXT),
    ]
    assert names(loaded(packed(*files))) == ["a.zip/a.txt"]


def test_a_bad_member_does_not_stop_the_others() -> None:
    found = loaded(packed(("a.txt", TEXT), ("b.docx", b""), ("c.txt", TEXT)))
    assert names(found) == ["a.zip/a.txt", "a.zip/c.txt"]
    assert "a.zip/b.docx：文件是空的" in error(found)


def test_an_archive_in_an_archive_is_read_but_no_deeper() -> None:
    inner = packed(("b.txt", TEXT))
    assert names(loaded(packed(("in.zip", inner)))) == ["a.zip/in.zip/b.txt"]
    assert "嵌套过深" in error(loaded(packed(("in.zip", packed(("deep.zip", inner))))))


def test_paths_that_lead_out_of_the_archive_are_only_names() -> None:
    assert names(loaded(packed(("../../etc/a.txt", TEXT), ("/b.txt", TEXT), ("c:\\d.txt", TEXT)))) == [
        "a.zip/b.txt",
        "a.zip/d.txt",
        "a.zip/etc/a.txt",
    ]


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (Limits(archive_members=1), "超过 1 个的上限"),
        (Limits(archive_bytes=100), "超过 0 MB 的上限"),
        (Limits(archive_ratio=50), "压缩比异常"),
    ],
)
def test_archives_beyond_the_limits_are_refused(limits: Limits, message: str) -> None:
    assert message in error(loaded(packed(("a.txt", b"0" * 3_000_000), ("b.jpg", b"")), limits))


def test_a_member_larger_than_a_file_may_be_is_refused() -> None:
    found = loaded(packed(("a.txt", b"0" * 5000), ("b.txt", TEXT)), Limits(file_bytes=4000))
    assert names(found) == ["a.zip/b.txt"]
    assert "a.zip/a.txt：文件有" in error(found)


def test_an_encrypted_member_is_named() -> None:
    data = bytearray(packed(("a.txt", TEXT)))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        data[at : at + 2] = struct.pack("<H", 1)
    assert "设有密码" in error(loaded(bytes(data)))


def test_a_cut_archive_is_refused() -> None:
    assert "已损坏" in error(loaded(packed(("a.txt", TEXT))[:-30]))


def test_a_member_with_damaged_content_is_refused() -> None:
    data = bytearray(packed(("a.txt", TEXT)))
    data[45:60] = b"\xff" * 15
    assert "已损坏" in error(loaded(bytes(data)))


def test_an_archive_without_reports_says_so() -> None:
    assert "没有可读取的文件" in error(loaded(packed(("a.jpg", b"x"))))
