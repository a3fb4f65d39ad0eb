"""Sample reports as web pages saved from government sites: a portal of today, and one of ten years ago."""

from __future__ import annotations

from html import escape

from index.samples.cells import Cell, Rows
from index.samples.source import PAGE_BREAK, TABLES, Line, Source
from index.samples.statutory import table

_PORTAL = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}_青垣县人民政府</title>
<meta name="SiteName" content="青垣县人民政府">
<meta name="ColumnName" content="政府信息公开年报">
<meta name="PubDate" content="{published}">
<style>
body {{ font-family: "Noto Serif CJK SC", serif; margin: 0; }}
.head {{ background: #1a5fa8; color: #fff; padding: 12px 40px; }} .head a {{ color: #fff; margin-right: 24px; }}
.crumb, .main, .foot {{ width: 960px; margin: 12px auto; }} .main h1 {{ text-align: center; font-size: 24px; }}
.info {{ text-align: center; color: #888; border-bottom: 1px solid #ddd; }}
.main p {{ text-indent: 2em; line-height: 2; }} table {{ border-collapse: collapse; width: 100%; }}
td {{ border: 1px solid #333; padding: 4px; text-align: center; font-size: 14px; }}
.foot {{ border-top: 3px solid #1a5fa8; color: #666; text-align: center; font-size: 13px; }}
</style>
<script>var siteId = "qyx"; function zoom(n) {{ document.getElementById("zoom").style.fontSize = n + "px"; }}</script>
</head>
<body>
<div class="head"><div class="logo">青垣县人民政府</div>
<ul class="nav"><a href="/">首页</a><a href="/zwgk/">政府信息公开</a><a href="/zwfw/">政务服务</a><a href="/hd/">互动交流</a>
<a href="/zjqy/">走进青垣</a></ul>
<form action="/search"><input name="q" placeholder="请输入关键字"><button>搜索</button></form></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政府信息公开</a> &gt; <a href="/zwgk/nb/">政府信息公开年报</a></div>
<div class="main">
<h1>{title}</h1>
<div class="info">发布日期：{published} 来源：{issuer} 浏览次数：<span id="hits">{hits}</span> 字体：[<a href="javascript:zoom(18)">大</a>
<a href="javascript:zoom(16)">中</a> <a href="javascript:zoom(14)">小</a>] <a href="javascript:print()">打印本页</a></div>
<div class="content" id="zoom">
{content}
</div>
<div class="share">分享到：微信 微博 <a href="javascript:close()">关闭窗口</a></div>
<div class="prev">上一篇：<a href="/zwgk/nb/1.html">政府信息公开指南</a></div>
</div>
<div class="foot"><p>主办：青垣县人民政府办公室　承办：青垣县大数据中心</p>
<p>网站标识码：0000000000　云ICP备00000000号　<a href="/map.html">网站地图</a> | <a href="/about.html">联系我们</a></p></div>
</body>
</html>
"""
_OLD = """<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>{title}-青垣县政府信息公开网</title>
</head>
<body bgcolor="#ffffff">
<table width="980" align="center" border="0"><tr><td><img src="images/top.jpg" alt="青垣县政府信息公开网"></td></tr>
<tr><td><a href="index.asp">网站首页</a> | <a href="zn.asp">公开指南</a> | <a href="ml.asp">公开目录</a> | <a href="sq.asp">依申请公开</a></td></tr>
</table>
<table width="980" align="center" border="0"><tr><td width="200" valign="top">
<ul><li><a href="list.asp?id=1">机构职能</a></li><li><a href="list.asp?id=2">政策法规</a></li><li><a href="list.asp?id=3">年度报告</a></li></ul>
</td><td>
<p align="center"><b><font size="5">{title}</font></b></p>
<p align="center">时间：{published}　点击：{hits}</p>
{content}
</td></tr></table>
<p align="center">版权所有：青垣县人民政府　技术支持：青垣县信息中心　您是第 183,206 位访问者</p>
</body>
</html>
"""
_PUBLISHED = {2015: "2016-3-16", 2023: "2024-01-29 09:12", 2024: "2025-03-19 15:40"}


def html(source: Source) -> bytes:
    """The page: UTF-8 with divisions (``portal``), or GB 18030 declared as gb2312 with layout tables (``old``)."""
    old = source.style == "old"
    pieces = [_element(line, source, old=old) for line in source.lines]
    pieces += [
        f'<p style="text-align:right">{part}</p>' for part in (source.signature, source.dateline) if part
    ]
    page = (_OLD if old else _PORTAL).format(
        title="".join(source.title),
        issuer=source.issuer,
        published=_PUBLISHED[source.year],
        hits=len(pieces) * 7,
        content="\n".join(pieces),
    )
    return page.encode("gb18030" if old else "utf-8")


def _element(line: Line, source: Source, *, old: bool) -> str:
    if line.kind in TABLES:
        return _table(table(line.kind, source.year, source.tables[line.kind]))
    text = escape(line.text.replace(PAGE_BREAK, ""), quote=False)
    if old:
        indent = "" if line.kind == "note" else "&nbsp;&nbsp;&nbsp;&nbsp;"
        return f"<p class=MsoNormal>{indent}<span lang=EN-US>{text}</span></p>"
    if line.kind in {"heading", "subheading"}:
        return f"<p><strong>{text}</strong></p>"
    return f"<p>&emsp;&emsp;{text}</p>"


def _table(rows: Rows) -> str:
    body = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f'<table border="1" cellspacing="0"><tbody>\n{body}\n</tbody></table>'


def _cell(cell: Cell) -> str:
    spans = (f' rowspan="{cell.rows}"' if cell.rows > 1 else "") + (
        f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    )
    return f"<td{spans}><p>{escape(cell.text, quote=False) or '&nbsp;'}</p></td>"
