"""Clean reports of invented places, drawn at random: nothing in them is wrong, so no rule may call anything an error.

``draw`` gives a ``Source`` whose parts a test may spoil one at a time.
The texts hold what looks wrong and is not: both readings of 收到, plans, horizons, lists within lists, old years compared.
"""

from __future__ import annotations

from random import Random

from report_source import Row, Source

from index.indicators import GROUPS, form, indicators

PLACES = ("青岚", "柳溪", "澄浦", "石桥湾", "云麓", "东屏", "禾川", "雁泽")


def draw(year: int, seed: int, *, place: str = "") -> Source:
    """A clean report of a year; the same seed draws the same report."""
    chance = Random(seed)  # noqa: S311 - no secret
    place = place or chance.choice(PLACES) + chance.choice(("镇", "乡", "县"))
    return _statute_2007(year, place, chance) if year <= 2018 else _six_chapters(year, place, chance)


def _numbers(chance: Random, count: int, most: int) -> list[int]:
    return [chance.choice((0, 0, 1, chance.randint(0, most))) for _ in range(count)]


def _request_rows(year: int, chance: Random) -> dict[str, list[int]]:
    eras = {"2019", "2021"} if year >= 2021 else {"2019"}
    leaf = [i.id for i in form("requests") if i.parent and i.id not in GROUPS and eras & set(i.labels)]
    if year < 2021:
        leaf.append("other_handling")
    rows = {row: _numbers(chance, 6, 9) for row in leaf}
    handled = [sum(cells) for cells in zip(*rows.values(), strict=True)]
    out = _numbers(chance, 6, 3)
    brought = [chance.randint(0, min(3, handled[i] + out[i])) for i in range(6)]
    new = [handled[i] + out[i] - brought[i] for i in range(6)]
    ordered = {"requests_new": new, "requests_carried_in": brought, **rows, "requests_handled": handled}
    return {row: [*cells, sum(cells)] for row, cells in {**ordered, "requests_carried_out": out}.items()}


def _six_chapters(year: int, place: str, chance: Random) -> Source:
    rows = _request_rows(year, chance)
    disputes = [_numbers(chance, 4, 6) for _ in range(3)]
    source = Source(
        year,
        f"{place}人民政府{year}年政府信息公开工作年度报告",
        [_preamble(place, year, chance)],
        {},
        [f"{place}人民政府", f"{year + 1}年1月{chance.randint(5, 30)}日"],
        requests={row: list(map(str, cells)) for row, cells in rows.items()},
        disputes=[str(value) for block in disputes for value in (*block, sum(block))],
    )
    source.documents = _document_rows(year, chance)
    source.chapters = _six_texts(source, place, chance.randint(0, 90) * 10, chance)
    return source


def _document_rows(year: int, chance: Random) -> dict[str, Row]:
    rows = ["rules", "normative_documents", "permits", "penalties", "coercion", "charges"]
    rows += ["other_services", "procurement"] if year < 2021 else []
    era = "2019" if year < 2021 else "2021"
    found = {row: [str(chance.randint(0, 40)) for _ in indicators()[row].columns[era]] for row in rows}
    if year < 2021:
        for row in ("rules", "normative_documents"):
            found[row] = ["1", "2", str(chance.randint(2, 30))]
    return found


def _preamble(place: str, year: int, chance: Random) -> str:
    period = chance.choice(
        (f"统计期限自{year}年1月1日起至{year}年12月31日止", f"所列数据统计时间为{year}年1月1日至12月31日")
    )
    phone = f"0{chance.randint(500, 999)}-{chance.randint(2_000_000, 8_999_999)}"
    return (
        f"本报告依据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制，{period}。"
        f"如有疑问，请与{place}党政办公室联系（地址：{place}中心街1号，电话：{phone}）。"
    )


def _six_texts(source: Source, place: str, fee: int, chance: Random) -> dict[str, list[str]]:
    year = source.year
    rows = ("requests_new", "requests_carried_in", "requests_handled", "requests_carried_out")
    new, brought, done, out = (int(source.requests[row][-1]) for row in rows)
    received = chance.choice(
        (
            f"全年新收政府信息公开申请{new}件，上年结转{brought}件",
            f"全年收到政府信息公开申请{new + brought}件（含上年结转）",
        )
    )
    review, direct, after = (int(source.disputes[place]) for place in (4, 9, 14))
    website, wechat = chance.randint(10, 400), chance.randint(10, 300)
    return {
        "一、总体情况": [
            f"{year}年，{place}坚持以公开为常态、不公开为例外，认真落实《条例》，做到“三个更加”：公开内容更加充实、公开时间更加及时、公开重点更加突出。",
            f"（一）主动公开。全年主动公开政府信息{website + wechat}条，其中网站{website}条、微信公众号{wechat}条。到{year + 2}年建成标准化目录。",
            f"（二）依申请公开。{received}，办结{done}件，结转下年度{out}件，均在20个工作日内答复申请人。公民、法人可以依法申请公开政府信息。",
            "（三）政府信息管理。一是明确审核责任；二是定期清理文件；三是规范发布流程。"
            + _aside(year, chance),
            "（四）平台建设。重点做好以下三个方面工作：一是改版栏目。二是更新指南。三是畅通渠道。",
            "（五）监督保障。把政务公开纳入工作考核，开展社会评议1次，未发生责任追究情形。",
        ],
        "二、主动公开政府信息情况": ["{documents}"],
        "三、收到和处理政府信息公开申请情况": ["{requests}"],
        "四、政府信息公开行政复议、行政诉讼情况": [
            f"被申请行政复议{review}件，被提起行政诉讼{direct + after}件，其中未经复议直接起诉{direct}件、复议后起诉{after}件。",
            "{disputes}",
        ],
        "五、存在的主要问题及改进情况": _problems(year, chance),
        "六、其他需要报告的事项": [
            f"{year}年收取政府信息公开信息处理费{fee}元。"
            if fee and year > 2020
            else "本年度未收取信息处理费，没有其他需要报告的事项。"
        ],
    }


def _aside(year: int, chance: Random) -> str:
    """Two sentences that look wrong and are right."""
    return "".join(chance.sample(_asides(year), 2))


def _asides(year: int) -> list[str]:
    return [
        f"对照{year - 1}年查出的问题逐项整改。",
        f"落实《{year}年政务公开工作要点》，比{year - 1}年更加注重实效。",
        f"根据{year - 1}年12月制定的方案，{year}年起每季度通报一次。",
        f"{year - 1}年度考核结果已经通报，{year - 1}年查出的3个问题全部整改。",
        f"按照《{year - 1}—{year + 4}年法治建设规划》推进。",
        f"力争到{year + 3}年底实现全覆盖，{year + 1}年底前完成试点。",
        f"截至{year}年底，开设政务新媒体5个。",
        f"自{year - 3}年以来，累计培训专职人员12人次。",
        "研究和了解群众需求，进行了解读，也作了了断。",
        "把“应公开、尽公开”落到实处，一件一件办、一步一步改。",
        "申请人可以依法申请公开有关信息，也可以申请行政复议或者提起行政诉讼。",
        "征求第三方意见的，第三方应当自收到征求意见书之日起15个工作日内提出意见。",
        "主动公开的信息，应当自形成或者变更之日起20个工作日内公开。",
        "接听政务热线12345转办电话，截止日期前全部回复。",
        "推行“互联网+政务服务”，升级APP和Word模板，开放PDF下载，网址www.example.cn。",
        "做到“四到位”：机构到位、人员到位、经费到位、制度到位。",
        "抓好两个提升，开展政策解读（含图解）3篇。",
        "申请表下载120次，申请平台访问300次，接受咨询15次。",
        "坚持公开与保密并重，对是否涉密逐条审查，确保不泄密。",
        "公开渠道畅通，受理渠道进一步拓宽，形成“一张网”。",
        "处理信访3件次，其中电话2件次、来访1件次。",
        "宣传栏占地20平方米，占用公共空间的30%以下。",
        "依据《中华人民共和国行政处罚法》《中华人民共和国行政许可法》等法律法规履职。",
        "组织学习《中华人民共和国政府信息公开条例》《优化营商环境条例》等行政法规。",
        "对领导干部、村（居）民代表、企业负责人等进行宣传，人人知晓、层层落实。",
    ]


def _problems(year: int, chance: Random) -> list[str]:
    plan = chance.choice(
        (f"{year + 1}年，我们将重点做好以下工作", f"下一步，在{year + 1}年继续改进", "今后将从三个方面改进")
    )
    return [
        f"{year}年工作还存在不足：一是主动性不够强；二是时效性不够强；三是队伍不稳定。",
        f"{plan}：一是加强培训；二是严格审核；三是稳定人员。",
    ]


def _statute_2007(year: int, place: str, chance: Random) -> Source:
    table = _statistics_rows(chance)
    said = {row: int(value) for row, value in table.items() if value}
    chapters = {
        "一、概述": [
            f"{year}年，{place}认真贯彻《条例》，加强组织领导，推进公开工作。一是健全制度；二是加强培训；三是强化督查。{_aside(year, chance)}"
        ],
        "二、主动公开政府信息情况": [
            f"截至{year}年12月31日，共主动公开政府信息{said['disclosed']}条。{_channels(said)}"
        ],
        "三、依申请公开政府信息和不予公开政府信息情况": [
            f"全年收到政府信息公开申请{said['requests_new']}件，办结{said['requests_handled']}件，不予公开{said['refused']}件，均在15个工作日内答复申请人。"
        ],
        "四、政府信息公开的收费及减免情况": ["本年度未收取费用，没有减免。"],
        "五、因政府信息公开申请行政复议、提起行政诉讼的情况": [
            f"发生行政复议{said['review']}件、行政诉讼{said['litigation']}件。"
        ],
        "六、机构人员和培训情况": [
            f"工作人员{said['staff']}人，其中专职{said['staff_full_time']}人、兼职{said['staff_part_time']}人。",
            f"召开会议{said['meetings']}次，举办培训班{said['trainings']}次。",
        ],
        "七、存在的主要问题及改进措施": _problems(year, chance),
        "附件：政府信息公开情况统计表": ["{statistics}"],
    }
    names = "、".join(heading.split("、", 1)[1] for heading in list(chapters)[:7])
    preamble = f"{_preamble(place, year, chance)}全文由{names}七部分组成。"
    signature = [f"{place}人民政府", f"{year + 1}年{chance.randint(1, 3)}月{chance.randint(5, 28)}日"]
    title = f"{place}人民政府{year}年政府信息公开工作年度报告"
    return Source(year, title, [preamble], chapters, signature, statistics=table)


def _channels(said: dict[str, int]) -> str:
    return f"其中，政府网站{said['disclosed_website']}条、政务微信{said['disclosed_wechat']}条。"


def _statistics_rows(chance: Random) -> dict[str, str]:
    """The 统计表 filled so that its identities hold."""
    value = {row.id: 0 for row in form("statistics")}
    drawn = (
        i.id
        for i in form("statistics")
        if i.id.startswith(("received_", "closed_", "replied_", "review_", "litigation_", "staff_"))
    )
    value |= {row: chance.randint(0, 5) for row in drawn}
    value |= {row: chance.randint(0, 5) for row in ("granted", "partial", "meetings", "trainings")}
    value["disclosed_website"], value["disclosed_wechat"] = chance.randint(5, 300), chance.randint(5, 300)
    value["disclosed"] = value["disclosed_website"] + value["disclosed_wechat"]
    refused = ("state_secret", "trade_secret", "privacy", "stability", "not_information", "other_law")
    value["refused"] = sum(value[f"replied_{name}"] for name in refused)
    value["requests_new"] = sum(v for row, v in value.items() if row.startswith("received_"))
    replies = ("already_public", "elsewhere", "not_exist", "amend", "other_way")
    value["replied"] = (
        value["granted"] + value["partial"] + value["refused"] + sum(value[f"replied_{r}"] for r in replies)
    )
    value["closed_on_time"] = value["replied"] - min(value["closed_extended"], value["replied"])
    value["closed_extended"] = value["replied"] - value["closed_on_time"]
    value["requests_handled"] = value["replied"]
    for total in ("review", "litigation", "staff"):
        value[total] = sum(v for row, v in value.items() if row.startswith(f"{total}_"))
    return {row: "" if row.startswith("heading_") else str(number) for row, number in value.items()}
