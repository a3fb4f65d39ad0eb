"""The statutory tables of the three formats, filled in: cells with their spans, and what each figure means.

Rows and columns as in 国办发〔2014〕32号 (统计表), 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号 (表二 to 表四).
"""

from __future__ import annotations

from index.indicators import DISPUTES, OUTCOMES, indicators
from index.samples.cells import Cell, Figures, Rows, printed
from index.samples.requests_table import requests

_DOCUMENTS: dict[int, tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]] = {
    2019: (
        ("（一）", ("本年新制作数量", "本年新公开数量", "对外公开总数量"), ("rules", "normative_documents")),
        ("（五）", ("上一年项目数量", "本年增/减", "处理决定数量"), ("permits", "other_services")),
        ("（六）", ("上一年项目数量", "本年增/减", "处理决定数量"), ("penalties", "coercion")),
        ("（八）", ("上一年项目数量", "本年增/减"), ("charges",)),
        ("（九）", ("采购项目数量", "采购总金额"), ("procurement",)),
    ),
    2021: (
        ("（一）", ("本年制发件数", "本年废止件数", "现行有效件数"), ("rules", "normative_documents")),
        ("（五）", ("本年处理决定数量",), ("permits",)),
        ("（六）", ("本年处理决定数量",), ("penalties", "coercion")),
        ("（八）", ("本年收费金额（单位：万元）",), ("charges",)),
    ),
}
_STATISTICS = (
    ("一、主动公开情况", "disclosed disclosed_normative normative_issued"),
    (
        "（二）通过不同渠道和方式公开政府信息的情况",
        "disclosed_gazette disclosed_website disclosed_weibo disclosed_wechat disclosed_other",
    ),
    ("二、回应解读情况", "responses"),
    (
        "（二）通过不同渠道和方式回应解读的情况",
        (
            "press_conferences press_conferences_led online_interviews online_interviews_led interpretations"
            " responses_weibo responses_other"
        ),
    ),
    (
        "三、依申请公开情况",
        (
            "requests_new received_in_person received_fax received_online received_letter requests_handled closed_on_time"
            " closed_extended replied replied_already_public granted partial refused replied_state_secret"
            " replied_trade_secret replied_privacy replied_stability replied_not_information replied_other_law"
            " replied_elsewhere replied_not_exist replied_amend replied_other_way"
        ),
    ),
    ("", "review review_upheld review_corrected review_other"),
    ("", "litigation litigation_upheld litigation_corrected litigation_other complaints request_fees"),
    ("八、机构建设和保障经费情况", "offices reading_points staff staff_full_time staff_part_time budget"),
    ("九、政府信息公开会议和培训情况", "meetings trainings trainees"),
)
_NOTES = {
    "disclosed": "（不同渠道和方式公开相同信息计1条）",
    "responses": "（不同方式回应同一热点或舆情计1次）",
}


def documents(year: int, figures: Figures) -> Rows:
    """表二: each item a block of its own, all on a grid of four columns."""
    rows: Rows = []
    for item, columns, ids in _DOCUMENTS[2021 if year >= 2021 else 2019]:
        rows.append([Cell(f"第二十条第{item}项", columns=4)])
        spans = _spans(len(columns))
        rows.append(
            [Cell("信息内容"), *(Cell(name, columns=n) for name, n in zip(columns, spans, strict=True))]
        )
        for indicator in ids:
            values = zip(columns, figures[indicator], spans, strict=True)
            label = Cell(indicators()[indicator].label(year))
            rows.append(
                [label, *(Cell(printed(v), columns=n, indicator=indicator, column=c) for c, v, n in values)]
            )
    return rows


def _spans(count: int) -> tuple[int, ...]:
    return {3: (1, 1, 1), 2: (1, 2), 1: (3,)}[count]


def disputes(figures: Figures) -> Rows:
    """表四: three blocks of four outcomes and their total, in one row."""
    heads = [Cell(name, rows=2) for name in OUTCOMES]
    row = []
    for block in DISPUTES:
        values = [*figures.get(block, [0] * 4)]
        texts = [str(v) for v in (*values, figures.get("totals", {}).get(block, sum(values)))]
        row += [Cell(text, indicator=block, column=c) for c, text in zip(OUTCOMES, texts, strict=True)]
    return [
        [Cell("行政复议", columns=5), Cell("行政诉讼", columns=10)],
        [*heads, Cell("未经复议直接起诉", columns=5), Cell("复议后起诉", columns=5)],
        [Cell(name) for _ in range(2) for name in OUTCOMES],
        row,
    ]


def statistics(figures: Figures) -> Rows:
    """The 统计表 of 2014 to 2018; nothing given is zero, ``""`` stays blank."""
    rows: Rows = [[Cell("统计指标"), Cell("单位"), Cell("统计数")]]
    for heading, ids in _STATISTICS:
        if heading:
            rows.append([Cell(heading), Cell("——"), Cell("")])
        for indicator in ids.split():
            known = indicators()[indicator]
            label = known.label(2014) + _NOTES.get(indicator, "")
            value = Cell(printed(figures.get(indicator, 0)), indicator=indicator, column="统计数")
            rows.append([Cell(label), Cell(known.unit), value])
    return rows


def table(kind: str, year: int, figures: Figures) -> Rows:
    """The table that ``kind`` names in a source."""
    if kind == "disputes":
        return disputes(figures)
    if kind == "statistics":
        return statistics(figures)
    return {"documents": documents, "requests": requests}[kind](year, figures)
