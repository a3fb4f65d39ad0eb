"""For each rule of the checker the one fault that it is there to find: a report year and how to spoil a clean report.

``SPOILED`` maps a rule to the report year and the spoiler, a function that changes a ``Source`` in place.
"""

from __future__ import annotations

from collections.abc import Callable

from clean_reports import Source

Spoiler = Callable[[Source], None]


def say(text: str, chapter: int = 0) -> Spoiler:
    """Add a paragraph to a chapter."""

    def spoil(source: Source) -> None:
        list(source.chapters.values())[chapter].append(text)

    return spoil


def put(old: str, new: str) -> Spoiler:
    """Put other words for some, wherever they stand outside the tables."""

    def spoil(source: Source) -> None:
        source.title = source.title.replace(old, new)
        source.preamble = [text.replace(old, new) for text in source.preamble]
        source.signature = [text.replace(old, new) for text in source.signature]
        source.chapters = {
            heading.replace(old, new): [text.replace(old, new) for text in texts]
            for heading, texts in source.chapters.items()
        }

    return spoil


def drop(chapter: int) -> Spoiler:
    """Leave a chapter out."""

    def spoil(source: Source) -> None:
        del source.chapters[list(source.chapters)[chapter]]

    return spoil


def fill(chapter: int, *texts: str) -> Spoiler:
    """Put other paragraphs into a chapter."""

    def spoil(source: Source) -> None:
        source.chapters[list(source.chapters)[chapter]] = list(texts)

    return spoil


def cell(table: str, row: str, value: str, column: int = -1) -> Spoiler:
    """Put another figure into a cell of 表二 or 表三."""

    def spoil(source: Source) -> None:
        getattr(source, table)[row][column] = value

    return spoil


def statistic(**values: str) -> Spoiler:
    """Put other figures into the 统计表."""

    def spoil(source: Source) -> None:
        source.statistics.update(values)

    return spoil


def outcome(place: int, value: str) -> Spoiler:
    """Put another figure into 表四."""

    def spoil(source: Source) -> None:
        source.disputes[place] = value

    return spoil


def signed(*lines: str) -> Spoiler:
    """Sign otherwise."""

    def spoil(source: Source) -> None:
        source.signature = list(lines)

    return spoil


def swap(one: int, other: int) -> Spoiler:
    """Let two chapters change places."""

    def spoil(source: Source) -> None:
        pairs = list(source.chapters.items())
        pairs[one], pairs[other] = pairs[other], pairs[one]
        source.chapters = dict(pairs)

    return spoil


def both(*spoilers: Spoiler) -> Spoiler:
    """One after the other."""

    def spoil(source: Source) -> None:
        for each in spoilers:
            each(source)

    return spoil


def _as_2019(source: Source) -> None:
    """表二 with the columns of 2019."""
    source.chapters["二、主动公开政府信息情况"] = [
        "| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n|---|---|---|---|\n| 规章 | 0 | 0 | 0 |\n| 规范性文件 | 1 | 1 | 4 |"
    ]


def _as_2021(source: Source) -> None:
    """表二 with the columns of 2021."""
    source.chapters["二、主动公开政府信息情况"] = [
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 1 | 1 | 4 |"
    ]


def _single_row(source: Source) -> None:
    rows = [source.requests.pop(row) for row in ("other_no_correction", "other_no_payment", "other_rest")]
    one = [str(sum(map(int, cells))) for cells in zip(*rows, strict=True)]
    items = list(source.requests.items())
    source.requests = dict([*items[:-2], ("other_handling", one), *items[-2:]])


def _other_name(source: Source) -> None:
    """The preamble calls a chapter by another name."""
    source.preamble[0] = source.preamble[0].replace("机构人员和培训", "网站建设")


def opening(text: str) -> Spoiler:
    """Put another preamble."""

    def spoil(source: Source) -> None:
        source.preamble = [text]

    return spoil


SPOILED: dict[str, tuple[int, Spoiler]] = {
    "table3-balance": (2023, cell("requests", "requests_carried_out", "999")),
    "table3-results": (2020, cell("requests", "granted", "999", 0)),
    "table3-row-total": (2023, cell("requests", "requests_new", "9999")),
    "table4-total": (2023, outcome(4, "999")),
    "table-figure-kind": (2023, cell("documents", "permits", "12.5")),
    "table2-new-in-stock": (2020, cell("documents", "rules", "99", 1)),
    "statistics-sums": (2016, statistic(staff="99")),
    "statistics-part-of": (2016, statistic(press_conferences="1", press_conferences_led="2")),
    "statistics-channels": (2016, statistic(disclosed="9999")),
    "statistics-responses": (2016, statistic(responses="1", responses_weibo="3")),
    "statistics-replies": (2016, statistic(requests_handled="99", closed_on_time="99", closed_extended="0")),
    "statistics-heading-row": (2016, statistic(heading_disclosed="397")),
    "text-against-table": (2023, put("办结", "办结9")),
    "text-against-blank": (2016, statistic(disclosed_website="")),
    "table-not-told": (2016, fill(5, "由专人负责。")),
    "text-against-outcomes": (2023, both(outcome(1, "2"), say("上述行政复议案件均获维持。", 3))),
    "sentence-parts": (2023, say("全镇公开政府信息100条，其中镇政府60条、镇直单位50条、各村40条。")),
    "sentence-kinds": (2016, put("其中专职", "其中专职1")),
    "sentence-channels": (2023, put("微信公众号", "微信公众号9")),
    "sentence-results": (
        2023,
        say("办结申请50件，其中予以公开10件、部分公开5件、不予公开3件、无法提供2件、不予处理1件。"),
    ),
    "bracket-sum": (2023, say("开展现场咨询30次（集市12次、学校10次、村部9次）。")),
    "sentence-share": (2023, say("收到网上留言80件，其中咨询类20件，占35.0%。")),
    "sentence-growth": (2023, say("2022年编印政府公报10期，2023年编印政府公报15期，同比增长30%。")),
    "contents-2007": (2016, drop(3)),
    "contents-2019": (2023, both(drop(4), put("问题", "情形"), put("改进", "推进"), put("整改", "办理"))),
    "contents-supervision": (2023, put("社会评议", "活动")),
    "fee-statement": (2023, fill(5, "没有其他需要报告的事项。")),
    "fee-amount": (2023, fill(5, "本年度收取政府信息公开信息处理费123元。")),
    "period-and-contact": (2023, opening("根据条例编制本报告。")),
    "period": (2023, opening("疑问请联系党政办公室，电话：0512-6660001。")),
    "contact": (2023, opening("统计期限为2023年1月1日至12月31日。")),
    "signature": (2023, signed()),
    "table-missing": (2023, fill(2, "本章从略。")),
    "table-blank": (2023, cell("documents", "permits", "")),
    "table-stroke": (2023, cell("documents", "permits", "/")),
    "form-2019-in-2021": (2023, _as_2019),
    "form-other-handling": (2023, _single_row),
    "form-2021-in-2019": (2020, _as_2021),
    "table-rows": (2023, lambda source: source.requests.__delitem__("refused_query")),
    "chapter-count": (2016, put("七部分", "六部分")),
    "chapter-names": (2016, _other_name),
    "chapter-missing": (2023, drop(0)),
    "chapter-order": (2023, swap(4, 5)),
    "chapter-empty": (2023, fill(4)),
    "heading-promise": (2016, fill(4, "全年行政复议0件。")),
    "annex-missing": (2016, both(drop(7), put("七、存在的主要问题及改进措施", "七、改进措施与附表"))),
    "heading-number": (2016, put("三、依申请公开", "二、依申请公开")),
    "item-nested": (
        2023,
        say("一是平台建设情况。一是改版网站。二是更新栏目。二是监督情况。一是开展考核。二是组织评议。"),
    ),
    "item-sequence": (2023, say("一是加强学习；二是加强审核；二是加强督查。")),
    "declared-items": (2023, say("重点做好以下三个方面工作：一是公开。二是解读。三是回应。四是互动。")),
    "declared-repeats": (2023, say("做到“三个坚持”：坚持为民、坚持务实、坚持依法、坚持高效。")),
    "short-title": (2023, say("严格按照《暂行规定》要求公开。")),
    "own-title": (2023, say("编成《柳溪镇2023年信息公开年度报告》并向社会发布。")),
    "title-repeats": (2023, put("2023年政府信息公开工作年度报告", "2023年度政府信息公开年度报告")),
    "law-name": (2023, say("学习《中华人民共和国信息公开条例》。")),
    "old-regulation": (2023, say("依据条例（国务院令第492号）开展工作。")),
    "format-number": (2023, say("按照国办发〔2021〕30号规定的年度报告格式编制。")),
    "time-limit": (2023, say("收到的申请都在15个工作日内答复申请人。")),
    "annex-number": (2016, put("附件：", "附件1：")),
    "phone-misprint": (2023, both(say("联系电话：0512-6660012。"), say("咨询电话：0512-6660021。"))),
    "phone-form": (2023, both(say("联系电话：0512-6660012。"), say("咨询电话：05126660012。"))),
    "signature-body": (2023, signed("禾泽市水务局", "2024年1月20日")),
    "plan-year": (2018, say("2018年，将重点从以下几个方面改进。", 6)),
    "period-year": (2023, put("2023年1月1日", "2022年1月1日")),
    "until-year": (2016, put("截至2016年12月31日", "截至2087年底")),
    "year-after": (2014, say("各项工作纳入2016年绩效考评。")),
    "year-of-sentence": (2018, say("2016年，我镇举办活动两场。")),
    "next-year-done": (2018, say("2019年，我镇共公开信息30条。")),
    "signed-before-end": (2018, signed("某某镇人民政府", "2018年1月20日")),
    "signed-late": (2018, signed("某某镇人民政府", "2019年5月20日")),
    "padded-date": (2018, signed("某某镇人民政府", "2019年01月05日")),
    "vague-figure": (2018, say("全年主动公开政府信息百余条。")),
    "exact-and-about": (2018, say("走访企业21余人次，发放手册35余份。")),
    "measure-word": (2018, say("全年收到政府信息公开申请3次。")),
    "term": (2018, say("抓好主动公开和依法申请公开工作。")),
    "misspelt": (2018, say("畅通受理渠。")),
    "variant-character": (2018, say("建立工作台帐。")),
    "review-and-litigation": (2018, say("没有发生提起行政复议的情形。")),
    "until-word": (2018, say("截止目前没有发现泄密。")),
    "old-principle": (2018, say("坚持以公开为原则、不公开为特例。")),
    "doubled-word": (2018, say("进一步进一步加强管理。")),
    "foreign-word": (2018, say("提升服务质量 and 效率。")),
    "mark-before-word": (2018, say("按照省、市、关于公开工作的要求办理。")),
    "mark-before-etc": (2018, say("公开预算、决算、等信息。")),
    "unpaired-mark": (2018, say("学习《政府信息公开条例，掌握要求。")),
}
