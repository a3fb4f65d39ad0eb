"""What the departments of Chinese governments are called, in full and for short.

The full names are those that the institutional reforms of 2018 and 2023 gave to the departments of the
State Council and that provinces, cities and counties repeat with 厅 and 局; the short names are the usual
ones of official texts (市场监督管理局: 市场监管局).
"""

from __future__ import annotations

from functools import cache

_PLAIN = {
    "人民政府办公厅": ("政府办公厅", "政府办", "府办公厅"),
    "人民政府办公室": ("政府办公室", "政府办", "府办公室", "府办"),
    "发展和改革委员会": ("发改委", "发展改革委"),
    "发展和改革局": ("发改局", "发展改革局"),
    "卫生健康委员会": ("卫健委", "卫生健康委"),
    "民族宗教事务委员会": ("民宗委", "民族宗教委"),
    "国有资产监督管理委员会": ("国资委",),
    "卫生和计划生育委员会": ("卫计委", "卫生计生委"),
    "经济和信息化委员会": ("经信委", "经济信息化委"),
    "住房和城乡建设委员会": ("住建委", "住房城乡建设委"),
    "机关事务管理局": ("机关事务局",),
    "地方金融监督管理局": ("地方金融监管局", "金融监管局"),
    "城市管理行政执法局": ("城管执法局", "城管局"),
    "综合行政执法局": ("综合执法局", "执法局"),
    "政务服务数据管理局": ("政务数据局",),
}
_BUREAUS = {
    "教育体育": ("教体",),
    "教育和体育": ("教体", "教育体育"),
    "科学技术": ("科技",),
    "工业和信息化": ("工信", "工业信息化"),
    "经济和信息化": ("经信", "经济信息化"),
    "人力资源和社会保障": ("人社", "人力资源社会保障"),
    "人力资源社会保障": ("人社",),
    "自然资源和规划": ("资规", "自然资源规划"),
    "生态环境": ("生态环境", "环保"),
    "住房和城乡建设": ("住建", "住房城乡建设"),
    "住房城乡建设": ("住建",),
    "交通运输": ("交通运输", "交通"),
    "农业农村": ("农业",),
    "文化和旅游": ("文旅", "文化旅游"),
    "文化广电和旅游": ("文旅", "文广旅", "文化广电旅游"),
    "文化广电旅游": ("文旅", "文广旅"),
    "文化体育和旅游": ("文体旅", "文化体育旅游"),
    "卫生健康": ("卫健",),
    "卫生和计划生育": ("卫计", "卫生计生"),
    "退役军人事务": ("退役军人",),
    "应急管理": ("应急管理", "应急"),
    "市场监督管理": ("市场监管", "市监"),
    "医疗保障": ("医保",),
    "城市管理": ("城管",),
    "城市管理和综合执法": ("城管", "城市管理综合执法"),
    "行政审批服务": ("审批", "行政审批"),
    "政务服务管理": ("政务服务",),
    "国有资产监督管理": ("国资",),
    "林业和草原": ("林草", "林业草原"),
    "民族宗教事务": ("民宗", "民族宗教"),
    "食品药品监督管理": ("食药监", "食品药品监管"),
    "安全生产监督管理": ("安监", "安全生产监管"),
    "质量技术监督": ("质监",),
    "工商行政管理": ("工商",),
    "国土资源": ("国土",),
    "环境保护": ("环保",),
    "乡村振兴": (),
    "大数据管理": ("大数据",),
}


@cache
def short_forms(organ: str) -> tuple[str, ...]:
    """The usual short names of a department's full name, the best known first; empty where none is usual."""
    if organ in _PLAIN:
        return _PLAIN[organ]
    for full, shorts in _BUREAUS.items():
        for suffix in ("局", "厅"):
            if organ == full + suffix:
                return tuple(short + suffix for short in shorts)
    if organ.endswith("管理委员会"):
        return (organ.removesuffix("管理委员会") + "管委会",)
    return (organ.removesuffix("员会"),) if organ.endswith("委员会") else ()


@cache
def _long_forms() -> dict[str, str]:
    """The full name for each short one that has only one; the first listed wins."""
    bureaus = [full + suffix for full in _BUREAUS for suffix in ("局", "厅")]
    longs: dict[str, str] = {}
    for organ in (*_PLAIN, *bureaus):
        for short in short_forms(organ):
            longs.setdefault(short, organ)
    return longs


def long_form(organ: str) -> str:
    """A department's full name from a short one (卫健委: 卫生健康委员会), else ``organ`` itself."""
    return _long_forms().get(organ, organ)
