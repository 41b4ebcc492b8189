"""Statements the law requires in health advertising: absent, present, nearly right, in another line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pytest

from compliance import Checker
from compliance.report import Violation


@dataclass(frozen=True, slots=True)
class Duty:
    """A rule about a missing statement, a script that brings it about, and what fulfils it."""

    rule: str
    industry: str
    script: str
    fulfilled: str
    named: str
    """What the finding has to name, so that the reader knows what to add."""
    nearly: str = ""
    """A wording that does not fulfil the duty."""


DUTIES = (
    Duty(
        "health-food.statement-short", "health_food",
        "今天聊聊这瓶鱼油软胶囊\n一天两粒，饭后温水\n左下角下单，到手价九十九",
        "本品不能代替药物", "本品不能代替药物", "本品不可替代药品",
    ),
    Duty(
        "health-food.statement-long", "health_food",
        "钙片上新，两瓶包邮\n每片含钙 300 毫克\n点购物车下单",
        "保健食品不是药物，不能代替药物治疗疾病", "不能代替药物治疗疾病", "保健食品不是药，不能替代药品治病",
    ),
    Duty(
        "health-food.people", "health_food",
        "蛋白粉香草味\n一勺二十五克\n下单送摇杯",
        "适宜人群：成人；不适宜人群：婴幼儿", "适宜人群", "适宜人群：成人",
    ),
    Duty(
        "health-food.ad-number", "health_food",
        "维生素片橙子味\n嚼着吃\n下单立减十元",
        "京食健广审（文）第260101-00001号", "食健广审", "国食健注G20210031",
    ),
    Duty(
        "drug.otc-advice", "drug",
        "感冒灵颗粒，十袋一盒\n家里备一点\n到手价二十，点链接下单",
        "请按药品说明书或者在药师指导下购买和使用", "请按药品说明书或者在药师指导下购买和使用",
        "请在医生或药师指导下购买使用",
    ),
    Duty(
        "drug.contraindication", "drug",
        "止咳糖浆，玻璃瓶装\n今天下单送量杯\n请按药品说明书或者在药师指导下购买和使用",
        "禁忌、不良反应详见说明书", "禁忌", "禁忌详见说明书",
    ),
    Duty(
        "drug.ad-number", "drug",
        "滴眼液两支装\n随身带\n下单见链接",
        "粤药广审（文）第261101-00012号", "药广审", "国药准字H20190001",
    ),
    Duty(
        "device.self-use-statement", "medical_device",
        "血压计大屏显示\n袖带柔软\n下单送电池",
        "请仔细阅读产品说明书或者在医务人员的指导下购买和使用",
        "请仔细阅读产品说明书或者在医务人员的指导下购买和使用", "请仔细阅读产品说明书后使用",
    ),
    Duty(
        "device.contraindication", "medical_device",
        "雾化器静音款\n两档风量\n购物车自取",
        "禁忌内容或者注意事项详见说明书", "禁忌内容或者注意事项详见说明书", "使用方法详见说明书",
    ),
    Duty(
        "device.ad-number", "medical_device",
        "制氧机租售\n押金可退\n电话下单",
        "粤械广审（文）第261211-00031号", "械广审", "粤械注准20202080001",
    ),
    Duty(
        "device.registration-number", "medical_device",
        "家用血氧仪\n夹式设计\n到手价六十",
        "粤械注准20202070001", "注册证", "产品已注册",
    ),
    Duty(
        "special-food.target", "special_food",
        "某特医食品全营养粉\n原味，四百克\n下单见链接",
        "适用人群：吞咽困难的成人\n不适用于非目标人群使用", "不适用于非目标人群使用",
        "适用人群：吞咽困难的成人",
    ),
    Duty(
        "special-food.guidance", "special_food",
        "某特医食品全营养粉\n香草味\n下单见链接",
        "请在医生或者临床营养师指导下使用", "请在医生或者临床营养师指导下使用", "请在医生指导下使用",
    ),
    Duty(
        "special-food.ad-number", "special_food",
        "特医食品，术后营养支持\n开罐冷藏\n下单见链接",
        "沪食特广审（文）第261203-00017号", "食特广审", "国食注字TY20220011",
    ),
    Duty(
        "medical.certificate-number", "medical",
        "康宁门诊部，内科、中医科\n接诊 8:00—17:00\n预约电话 010-66668888",
        "（京）医广〔2026〕第01-02-00001号", "医疗广告审查证明文号", "已取得医疗机构执业许可证",
    ),
    Duty(
        "aesthetics.certificate-number", "medical_aesthetics",
        "美容皮肤科新店开业\n周末到店面诊\n地址在解放路",
        "（粤）医广【2026】第09-11-203号", "医疗广告审查证明文号", "正规机构，证照齐全",
    ),
    Duty(
        "cosmetics.special-registration", "cosmetics",
        "防晒霜清爽不黏\n四十毫升\n到手价五十九",
        "国妆特字20250001", "国妆特字", "粤G妆网备字2020000001",
    ),
    Duty(
        "food.solid-drink", "food",
        "蓝莓固体饮料\n一袋十克\n下单见链接",
        "本产品不能代替特殊医学用途配方食品、婴幼儿配方食品、保健食品等特殊食品",
        "不能代替特殊医学用途配方食品", "本产品不能代替婴幼儿食品",
    ),
    Duty(
        "alcohol.warning-statement", "alcohol",
        "酱香白酒一箱六瓶\n高粱酿造\n到手价三百",
        "过量饮酒有害健康", "过量饮酒有害健康", "好酒慢慢喝",
    ),
    Duty(
        "maternity.child-note", "maternity",
        "婴儿床可变书桌\n榉木材质\n下单包邮",
        "请在成人看护下使用", "注意事项", "结实耐用",
    ),
)  # fmt: skip
IDS = [d.rule for d in DUTIES]
WORDED = [d for d in DUTIES if d.rule.endswith(("short", "advice", "guidance"))]
"""Duties fulfilled by one fixed sentence."""


@lru_cache(maxsize=16)
def _checker(industry: str) -> Checker:
    return Checker(industries=[industry])


def _found(duty: Duty, text: str) -> Violation | None:
    report = _checker(duty.industry).check(text)
    return next((v for v in report.violations if v.rule_id == duty.rule), None)


@pytest.mark.parametrize("duty", DUTIES, ids=IDS)
def test_an_absent_statement_is_reported_and_named(duty: Duty) -> None:
    found = _found(duty, duty.script)
    assert found is not None
    assert found.category == "missing-disclosure"
    assert duty.named in " ".join([found.title, found.message, *map(str, found.suggestions)])


@pytest.mark.parametrize("duty", DUTIES, ids=IDS)
def test_a_statement_in_the_last_line_fulfils_the_duty(duty: Duty) -> None:
    assert _found(duty, f"{duty.script}\n{duty.fulfilled}") is None


@pytest.mark.parametrize("duty", DUTIES, ids=IDS)
def test_a_statement_in_the_first_line_fulfils_the_duty(duty: Duty) -> None:
    assert _found(duty, f"{duty.fulfilled}\n{duty.script}") is None


@pytest.mark.parametrize("duty", DUTIES, ids=IDS)
def test_a_nearly_right_wording_does_not_fulfil_the_duty(duty: Duty) -> None:
    assert _found(duty, f"{duty.script}\n{duty.nearly}") is not None


@pytest.mark.parametrize("duty", WORDED, ids=[d.rule for d in WORDED])
def test_spaces_and_punctuation_inside_a_statement_do_not_matter(duty: Duty) -> None:
    spaced = " ".join(duty.fulfilled)
    assert _found(duty, f"{duty.script}\n{spaced}") is None


def test_every_rule_about_a_missing_statement_is_tested_here() -> None:
    from compliance.packs import library
    from compliance.rule import MissingCondition

    packs = {
        "health_food", "drug", "medical_device", "special_food", "medical", "medical_aesthetics", "cosmetics",
        "food", "alcohol", "tobacco", "maternity", "regulated_health", "medical_efficacy",
    }  # fmt: skip
    rules = {
        rule.id
        for rule in library().rules()
        if rule.pack in packs and any(isinstance(c, MissingCondition) for c in rule.conditions)
    }
    assert rules == set(IDS)
