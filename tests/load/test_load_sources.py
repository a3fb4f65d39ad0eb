from __future__ import annotations

from pathlib import Path

from index.load.sources import is_wanted, sources


def made(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("文字。", encoding="utf-8")
    return root


def test_names_are_relative_to_the_folder_given(tmp_path: Path) -> None:
    folder = made(tmp_path / "reports", "b.txt", "2020/a.md")
    assert [source.name for source in sources([folder])] == ["b.txt", "2020/a.md"]


def test_a_file_is_called_by_its_own_name(tmp_path: Path) -> None:
    file = made(tmp_path, "x/a.txt") / "x/a.txt"
    assert [(source.name, source.root) for source in sources([file])] == [("a.txt", file)]


def test_equal_names_get_the_shortest_parent_that_tells_them_apart(tmp_path: Path) -> None:
    made(tmp_path, "north/2020/a.txt", "south/2020/a.txt", "south/2020/b.txt")
    folders = [tmp_path / "north/2020", tmp_path / "south/2020"]
    assert [source.name for source in sources(folders)] == ["north/2020/a.txt", "south/2020/a.txt", "b.txt"]


def test_a_file_reached_twice_is_listed_once(tmp_path: Path) -> None:
    folder = made(tmp_path, "a.txt")
    assert [source.name for source in sources([folder, folder / "a.txt"])] == ["a.txt"]


def test_hidden_files_lock_files_and_other_types_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", ".b.txt", "~$c.docx", "d.jpg", ".git/e.txt", "__MACOSX/f.txt", "G.PDF")
    assert [source.name for source in sources([tmp_path])] == ["G.PDF", "a.txt"]


def test_a_file_named_by_the_user_stays_whatever_it_is(tmp_path: Path) -> None:
    paths = [made(tmp_path, "a.jpg") / "a.jpg", tmp_path / "missing.pdf"]
    assert [source.path for source in sources(paths)] == paths


def test_the_folder_a_browser_saves_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    made(tmp_path, "年报.html", "年报_files/frame.html", "b.files/x.htm")
    assert [source.name for source in sources([tmp_path])] == ["年报.html"]


def test_members_that_cannot_be_reports_are_not_wanted() -> None:
    assert is_wanted("年报/2020.docx")
    assert not any(map(is_wanted, ["__MACOSX/._a.docx", "a/.b.txt", "~$a.docx", "a.exe", "../"]))
