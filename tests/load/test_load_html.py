from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.load.html import read_html, read_mhtml
from index.schema import Block

TITLE = "青禾县2023年政府信息公开工作年度报告"
PARAGRAPHS = [
    "根据《中华人民共和国政府信息公开条例》，现公布本县年度报告。",
    "一、总体情况",
    "2023年，全县主动公开政府信息1,204条，其中政策解读28条。",
    "（一）依申请公开。收到申请12件，均已按期办结。",
    "青禾县人民政府",
    "2024年1月20日",
]
BODY = "".join(f"<p>　　{text}</p>" for text in PARAGRAPHS)
TABLE = (
    "<table><tr><td colspan='3'><p>第二十条第（五）项</p></td></tr><tr><td rowspan='2'>信息<br>内容</td><td>&nbsp;</td>"
    "<td><p>本年处理</p><p>决定数量</p></td></tr><tr><td>行政许可</td><td>12</td></tr></table>"
)
MENU = "<div class='nav'><ul><li><a href='/'>首页</a></li><li><a href='/zw'>政务公开</a></li><li><a href='/bs'>办事服务</a></li></ul></div>"
PATH = "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/x'>年报</a> &gt; 正文</div>"
INFO = (
    "<div>发布日期：2024-01-25 10:20 来源：县政府办 浏览次数：<span>128</span>次 【字号：<a href='#'>大</a> <a href='#'>中</a> "
    "<a href='#'>小</a>】 <a href='#'>打印</a> <a href='#'>关闭</a></div>"
)
RELATED = "<div>分享到：<a href='#'>微信</a></div><div>上一篇：<a href='1'>没有了</a></div><h3>相关链接</h3><ul><li><a href='2'>青禾县2022年政府信息公开工作年度报告</a></li></ul>"
FOOT = (
    "<div><p>主办单位：青禾县人民政府办公室　承办：青禾县大数据中心</p><p>网站标识码：3700000001 鲁ICP备05000000号</p>"
    "<p>版权所有：青禾县人民政府</p></div>"
)
SKINS = {
    "known container": f"<body>{MENU}{PATH}<h1>{TITLE}</h1>{INFO}<div id='zoom'>{{}}</div>{RELATED}{FOOT}</body>",
    "plain divs": f"<body><div>{MENU}<div>{PATH}<div><h2>{TITLE}</h2>{INFO}<div class='c'>{{}}</div></div>{RELATED}</div></div>{FOOT}</body>",
    "nested tables": (
        f"<body><table><tr><td><a href='1'>首页</a>|<a href='2'>政务</a></td></tr><tr><td><table><tr><td><a href='3'>机构</a><br>"
        f"<a href='4'>法规</a></td><td><b>{TITLE}</b><br>{INFO}{{}}</td></tr></table></td></tr><tr><td>版权所有：青禾县</td></tr></table></body>"
    ),
    "no skin": f"<p>{TITLE}</p>{{}}",
    "custom tag": f"<body>{MENU}<div><h1>{TITLE}</h1>{INFO}<ucapcontent>{{}}</ucapcontent></div>{FOOT}</body>",
}


def blocks(html: str) -> tuple[Block, ...]:
    return read_html(html.encode(), "a.html").blocks


def texts(html: str) -> list[str]:
    return [block.text for block in blocks(html)]


@pytest.mark.parametrize("skin", SKINS)
def test_the_report_is_found_in_the_page_around_it(skin: str) -> None:
    page = f"<html><head><title>{TITLE}_青禾县人民政府</title></head>{SKINS[skin].format(BODY)}</html>"
    found = [text for text in texts(page) if not text.startswith("发布日期")]
    assert found == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize("skin", sorted(SKINS.keys() - {"no skin"}))
def test_the_date_of_publication_stands_by_itself_without_buttons(skin: str) -> None:
    assert "发布日期：2024-01-25 10:20 来源：县政府办" in texts(SKINS[skin].format(BODY))


def test_a_title_outside_the_body_comes_from_the_pages_name() -> None:
    assert (
        texts(
            f"<html><head><title>{TITLE}-青禾县人民政府网</title></head><body><div>{BODY}</div></body></html>"
        )[0]
        == TITLE
    )


def test_spans_are_laid_out_and_cells_hold_no_line_breaks() -> None:
    (block,) = [block for block in blocks(f"<p>前文。</p>{TABLE}<p>后文。</p>") if block.grid]
    assert block.grid is not None
    assert [[cell.text if cell else None for cell in row] for row in block.grid.rows] == [
        ["第二十条第（五）项", None, None],
        ["信息内容", "", "本年处理决定数量"],
        [None, "行政许可", "12"],
    ]
    assert block.grid.printed[2] == "行政许可 12"


def test_a_rowspan_beyond_the_table_and_a_bad_span_are_tamed() -> None:
    (block,) = blocks(
        "<table><tr><td rowspan='99'>甲项</td><td colspan='x'>1</td></tr><tr><td>2</td></tr></table>"
    )
    assert block.grid is not None
    assert block.grid.rows[0][0] is not None
    assert block.grid.rows[0][0].row_span == 2


def test_line_breaks_divide_paragraphs_but_not_sentences_nor_titles() -> None:
    page = "<h1>青禾县人民政府<br>2023年年度报告</h1><p>　　一、总体情况<br>　　全年公开政府信息，<br>共126条。<br/>　　收到申请5件。</p>"
    assert texts(page) == [
        "青禾县人民政府2023年年度报告",
        "一、总体情况",
        "全年公开政府信息，共126条。",
        "收到申请5件。",
    ]


def test_what_a_reader_does_not_see_is_no_text() -> None:
    page = "<p>正文。</p><script>var a='脚本，文字。'</script><div style='display: none'>隐藏，文字。</div><p hidden>也隐藏。</p><!-- 注释 -->"
    assert texts(page) == ["正文。"]


def test_numbers_of_an_ordered_list_are_restored() -> None:
    assert texts("<ol><li>加强领导。</li><li>完善制度。</li></ol>") == ["1.加强领导。", "2.完善制度。"]


def test_a_link_inside_a_sentence_and_an_address_stay() -> None:
    page = "<p>详见<a href='x'>县政府网站公开专栏和年报栏目</a>。</p><p>网址：<a href='x'>http://www.qinghe.gov.cn</a></p><p><a href='y'>附件：统计表.xls</a></p>"
    assert texts(page) == [
        "详见县政府网站公开专栏和年报栏目。",
        "网址：http://www.qinghe.gov.cn",
        "附件：统计表.xls",
    ]


@pytest.mark.parametrize(
    ("declared", "actual"),
    [("gb2312", "gbk"), ("gbk", "gb18030"), ("gb2312", "utf-8"), ("utf-8", "gbk"), ("", "gbk")],
)
def test_the_encoding_is_found_whatever_the_page_declares(declared: str, actual: str) -> None:
    page = f"<html><head><meta charset='{declared}'></head><body>{BODY}</body></html>"
    found = read_html(page.encode(actual), "a.html").blocks
    assert [block.text for block in found] == PARAGRAPHS


def test_a_page_saved_as_one_file_is_read() -> None:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    part = b'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    data = head + part + f"<html><body>{BODY}</body></html>".encode("gbk") + b"\r\n--b--\r\n"
    assert [block.text for block in read_mhtml(data, "a.doc").blocks] == PARAGRAPHS


def test_html_without_tags_is_read_as_text() -> None:
    assert texts("\n".join(PARAGRAPHS)) == PARAGRAPHS


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.text(alphabet="政府信息公开条例年度报告，", min_size=14, max_size=40).map(
            lambda text: f"在{text}完成。"
        ),
        min_size=2,
        max_size=8,
    ),
    st.sampled_from(sorted(SKINS)),
)
def test_no_paragraph_is_lost_in_any_skin(paragraphs: list[str], skin: str) -> None:
    page = SKINS[skin].format("".join(f"<p>{text}</p>" for text in paragraphs))
    found = texts(page)
    assert [text for text in found if text in paragraphs] == paragraphs


def test_a_line_between_breaks_may_be_bold_by_itself() -> None:
    found = blocks(
        "<table><tr><td>\u3000\u3000<strong>一、概述</strong><br>\u3000\u3000全年公开政府信息35条。<br></td></tr></table>"
    )
    assert [(block.text, block.bold) for block in found] == [
        ("一、概述", True),
        ("全年公开政府信息35条。", False),
    ]
