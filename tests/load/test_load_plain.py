from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.load.plain import read_markdown, read_text, text_blocks

TITLE = "青禾镇2021年政府信息公开工作年度报告"
FIRST = (
    "2021年，青禾镇坚持以公开为常态、不公开为例外，不断完善公开制度，拓宽公开渠道，"
    "全年主动公开政府信息126条，其中通过政府网站公开98条，通过微信公众号公开28条。"
)
SECOND = "全年共收到政府信息公开申请5件，均为自然人通过网络提出，已全部按期答复，其中予以公开3件、部分公开1件、无法提供1件。"
PARAGRAPHS = [
    TITLE,
    "一、总体情况",
    FIRST,
    SECOND,
    "（一）主动公开情况",
    SECOND + FIRST,
    "二、存在的主要问题及改进情况",
    "1.公开意识有待加强；",
    "2.公开形式不够丰富，" + SECOND,
    "三、其他需要报告的事项",
    "无其他需要报告的事项。",
    "青禾镇人民政府",
    "2022年1月18日",
]


def texts(text: str, *, marked: bool = False) -> list[str]:
    return [block.text for block in text_blocks(text, marked=marked)]


def wrapped(paragraph: str, width: int, indent: str) -> str:
    line = indent + paragraph
    return "\n".join(line[at : at + width] for at in range(0, len(line), width))


def test_one_paragraph_a_line_stays_so() -> None:
    assert texts("\n".join(PARAGRAPHS)) == PARAGRAPHS


def test_blank_lines_between_paragraphs_change_nothing() -> None:
    assert texts("\n\n".join(PARAGRAPHS)) == PARAGRAPHS


@settings(max_examples=60, deadline=None)
@given(
    width=st.integers(24, 60),
    indent=st.sampled_from(["　　", "    ", ""]),
    blank=st.booleans(),
    page=st.integers(6, 14),
    number=st.sampled_from(["", "— {} —", "- {} -", "第{}页", "第 {} 页 共 9 页", "{}"]),
)
def test_hard_wrapped_text_is_made_whole(
    width: int, indent: str, blank: bool, page: int, number: str
) -> None:
    body = [
        paragraph if at in {0, 11, 12} else wrapped(paragraph, width, indent)
        for at, paragraph in enumerate(PARAGRAPHS)
    ]
    lines = ("\n\n" if blank or not indent else "\n").join(body).split("\n")
    pages = [
        "\n".join([*lines[at : at + page], "", number.format(at // page + 1)])
        for at in range(0, len(lines), page)
    ]
    found = texts("\f".join(pages))
    assert [text for text in found if text not in PARAGRAPHS] == []
    assert found == PARAGRAPHS


@settings(max_examples=60, deadline=None)
@given(st.integers(60, len(FIRST) - 8))
def test_a_page_break_inside_a_sentence_is_healed_wherever_it_falls(at: int) -> None:
    whole = SECOND + FIRST
    at += len(SECOND)
    broken = "\n\n".join([TITLE, "一、总体情况", whole[:at] + "\n\n" + whole[at:], "二、其他事项", "无。"])
    assert texts(broken) == [TITLE, "一、总体情况", whole, "二、其他事项", "无。"]


def test_windows_line_ends_and_gbk_read_as_any_other() -> None:
    data = "\r\n".join(PARAGRAPHS).encode("gbk")
    assert [block.text for block in read_text(data, "a.txt").blocks] == PARAGRAPHS


def test_blocks_count_from_zero() -> None:
    blocks = read_text("\n".join(PARAGRAPHS).encode(), "a.txt").blocks
    assert [block.order for block in blocks] == list(range(len(PARAGRAPHS)))


def test_a_running_head_on_every_page_is_kept_once() -> None:
    pages = "\f".join(f"青禾镇政府信息公开年报\n{FIRST}\n{SECOND}" for _ in range(4))
    assert texts(pages).count("青禾镇政府信息公开年报") == 1


def test_a_bare_number_among_cells_is_no_page_number() -> None:
    assert "12" in texts("项目\n数量\n12\n自定事项\n13\n")


def test_markdown_marks_become_hints_and_leave_the_text() -> None:
    source = (
        "# **青禾镇年报**\n\n#### 一、总体\n\n**（一）公开。**全年公开*126*条，见[网站](http://a.cn/b_(c))。\n\n"
        "- 一是加强。\n- 二是完善。\n\n> 引文。\n\n1\\. 事项；\n\n![图](a.png)\n\n---\n\n青禾镇\\\n2022年1月8日\n"
    )
    blocks = read_markdown(source.encode(), "a.md").blocks
    assert [(block.text, block.heading, block.bold) for block in blocks] == [
        ("青禾镇年报", 1, True),
        ("一、总体", 4, False),
        ("（一）公开。全年公开126条，见网站。", 0, False),
        ("一是加强。", 0, False),
        ("二是完善。", 0, False),
        ("引文。", 0, False),
        ("1. 事项；", 0, False),
        ("青禾镇", 0, False),
        ("2022年1月8日", 0, False),
    ]


def test_the_title_of_a_yaml_head_is_kept() -> None:
    assert texts("---\ntitle: '青禾镇年报'\nlang: zh\n---\n\n正文。\n", marked=True) == [
        "青禾镇年报",
        "正文。",
    ]


def test_bare_page_numbers_between_paragraphs_are_dropped_when_they_count_up() -> None:
    source = f"{FIRST}\n\n1\n\n{SECOND}\n\n2\n\n{FIRST}\n\n3\n\n{SECOND}"
    assert texts(source) == [FIRST, SECOND, FIRST, SECOND]


def test_a_link_set_on_lines_of_its_own_is_part_of_the_sentence() -> None:
    lines = [
        TITLE,
        "根据《",
        "中华人民共和国政府信息公开条例",
        "》（以下简称《条例》），编制本报告。",
        "一、总体情况",
    ]
    assert texts("\n".join(lines)) == [TITLE, "".join(lines[1:4]), "一、总体情况"]


def test_a_bold_heading_glued_to_its_paragraph_is_set_apart() -> None:
    source = f"**一、主动公开情况**{FIRST}\n\n**（一）公开内容。**{SECOND}\n\n**二、主动公开**政府信息情况\n"
    found = [(block.text, block.bold) for block in text_blocks(source, marked=True)]
    assert found == [
        ("一、主动公开情况", True),
        (FIRST, False),
        (f"（一）公开内容。{SECOND}", False),
        ("二、主动公开政府信息情况", False),
    ]


def test_where_paragraphs_are_indented_a_line_that_is_not_goes_on() -> None:
    whole = f"{FIRST}完善制度、健全机制，推动全镇各村共同做好公开工作。"
    at = whole.index("全镇")
    lines = [
        TITLE,
        "　　一、总体情况",
        f"　　{whole[:at]}",
        whole[at:],
        f"　　{SECOND}",
        f"　　{FIRST}",
        "青禾镇人民政府",
        "2022年1月18日",
    ]
    assert texts("\n".join(lines)) == [
        TITLE,
        "一、总体情况",
        whole,
        SECOND,
        FIRST,
        "青禾镇人民政府",
        "2022年1月18日",
    ]
