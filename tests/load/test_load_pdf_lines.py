"""Text as a PDF stores it -> text as it is read."""

from __future__ import annotations

import pytest

from index.load.pdf_glyphs import written
from index.load.pdf_join import close_names, glue, join
from index.load.pdf_lines import font_name, is_bold
from index.load.pdf_marks import continues, has_mark, is_value


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("⼈⺠政府⼯作", "人民政府工作"),
        ("ﬁle", "file"),
        ("⸺", "——"),
        ("“三安全一稳定”（①）：１", "“三安全一稳定”（①）：１"),
    ],
)
def test_glyphs_are_read_as_the_characters_they_show(stored: str, read: str) -> None:
    assert written(stored) == read


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("政府信", "息公开", ""),
        ("2023", "年", ""),
        ("邮箱：yunqi", "@example.cn", ""),
        ("yunqi@example.", "cn", ""),
        ("https://www.example.cn/zw", "gk/index.html", ""),
        ("Open", "Government", " "),
        ("0770-123", "4567", ""),
    ],
)
def test_only_latin_words_are_parted_at_a_line_break(before: str, after: str, between: str) -> None:
    assert glue(before, after) == between


def test_a_vertical_label_reads_as_one_word() -> None:
    assert join(["三", "、", "本", "年", "度"]) == "三、本年度"


def test_names_set_apart_are_closed() -> None:
    assert close_names("审核人：张 三 填报人：李 小 明") == "审核人：张三 填报人：李小明"


@pytest.mark.parametrize(
    ("stored", "name", "bold"),
    [
        ("ABCDEF+SimHei", "SimHei", True),
        ("ABCDEF+黑体", "黑体", True),
        ("ABCDEF+" + "黑体".encode("gbk").decode("latin-1"), "黑体", True),
        ("ABCDEF+微软雅黑-Bold", "微软雅黑-Bold", True),
        ("ABCDEF+微软雅黑", "微软雅黑", False),
        ("ABCDEF+FZFSK--GBK1-0", "FZFSK--GBK1-0", False),
    ],
)
def test_bold_is_told_from_the_name_of_the_font(stored: str, name: str, bold: bool) -> None:
    assert font_name({"fontname": stored}) == name
    assert is_bold(name) is bold


@pytest.mark.parametrize(
    "text", ["一、总体情况", "（一）主动公开", "(二) 依申请", "1.属于", "3、其他", "（1）网站", "①"]
)
def test_marks_of_sections_and_lists_are_known(text: str) -> None:
    assert has_mark(text)


@pytest.mark.parametrize("text", ["1.5万元", "2023年", "一是", "第二十条", "十二件"])
def test_figures_and_words_are_no_marks(text: str) -> None:
    assert not has_mark(text)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [("（四）无", "法提供"), ("三、本年", "度办理结果"), ("5.要求行政机关确认或重新", "出具已获取信息")],
)
def test_a_label_cut_in_two_goes_on(upper: str, lower: str) -> None:
    assert continues(upper, lower)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("规章", "行政规范性文件"),
        ("（六）其他处理", "（七）总计"),
        ("行政处罚", "行政强制"),
        ("行政许可", "12"),
    ],
)
def test_a_label_after_a_label_begins_anew(upper: str, lower: str) -> None:
    assert not continues(upper, lower)


@pytest.mark.parametrize("text", ["0", "1,234", "96171.6", "-3", "/", "——", "+12", "12.5%"])
def test_figures_and_marks_for_none_are_values(text: str) -> None:
    assert is_value(text)


@pytest.mark.parametrize("text", ["", "规章", "1.属于国家秘密", "3件以上"])
def test_labels_are_no_values(text: str) -> None:
    assert not is_value(text)
