"""Invented organs of every kind that reports, with the kind and level that their names prove."""

import random
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Organ:
    """An organ: its name, its kind and level as the standard words them, and how large its figures are."""

    name: str
    kind: str
    level: str
    most: int  # the largest figure of table three
    density: int  # of a hundred cells, so many are not 0

    @property
    def makes_rules(self) -> bool:
        """The organ has the power to make 规章: only governments of provinces and of cities with districts."""
        return self.kind == "government" and self.level in ("province", "city")

    @property
    def deadline(self) -> str:
        """The day by which it must publish, without the year: departments in January, governments in March."""
        return "03-31" if self.kind == "government" else "01-31"


_PROVINCES = ("云岭省", "青江省", "东渚省")
_CITIES = ("临江市", "青河市", "东岭市", "平川市", "海曲市", "宁塬市")
_COUNTIES = ("云溪县", "南浦县", "长宁县", "石湾区", "白沙区", "北屏区", "河清县")
_TOWNS = ("东山镇", "柳林镇", "双桥乡", "河包镇", "新安街道", "大坪乡")
_BUREAUS = (
    "人力资源和社会保障局",
    "自然资源和规划局",
    "市场监督管理局",
    "住房和城乡建设局",
    "卫生健康委员会",
    "教育局",
    "城市管理局",
    "林业局",
    "应急管理局",
    "交通运输局",
    "医疗保障局",
    "统计局",
)


def draw(choose: random.Random) -> Organ:
    """Return an organ; towns and departments of counties are most of those that report."""
    kinds = (_town, _town, _county_bureau, _county_bureau, _county, _city_bureau, _city, _province, _zone)
    return choose.choice(kinds)(choose)


def _town(choose: random.Random) -> Organ:
    town = choose.choice(_TOWNS)
    body = "办事处" if town.endswith("街道") else "人民政府"
    kind = "other" if town.endswith("街道") else "government"
    return Organ(name=choose.choice(_COUNTIES) + town + body, kind=kind, level="township", most=4, density=6)


def _county_bureau(choose: random.Random) -> Organ:
    name = choose.choice(_COUNTIES) + choose.choice(_BUREAUS)
    return Organ(name=name, kind="department", level="county", most=40, density=16)


def _county(choose: random.Random) -> Organ:
    name = choose.choice(_COUNTIES) + "人民政府"
    return Organ(name=name, kind="government", level="county", most=180, density=35)


def _city_bureau(choose: random.Random) -> Organ:
    name = choose.choice(_CITIES) + choose.choice(_BUREAUS)
    return Organ(name=name, kind="department", level="city", most=120, density=30)


def _city(choose: random.Random) -> Organ:
    name = choose.choice(_CITIES) + "人民政府"
    return Organ(name=name, kind="government", level="city", most=1400, density=60)


def _province(choose: random.Random) -> Organ:
    name = choose.choice(_PROVINCES) + "人民政府"
    return Organ(name=name, kind="government", level="province", most=52000, density=80)


def _zone(choose: random.Random) -> Organ:
    name = choose.choice(_CITIES) + "经济技术开发区管理委员会"
    return Organ(name=name, kind="other", level="city", most=15, density=12)
