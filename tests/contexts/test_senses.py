"""Non-disease senses, advice, statutory wording."""

from __future__ import annotations

import pytest

THINGS = [
    "⟦根治⟧拖欠工资",
    "划痕用补漆笔⟦修复⟧车漆",
    "数据⟦修复⟧完成",
    "⟦治愈⟧系插画",
    "这首歌太⟦治愈⟧了",
    "餐具⟦杀菌⟧",
    "巴氏⟦杀菌⟧乳",
    "⟦增高⟧鞋垫",
    "显示器⟦增高⟧架",
    "机油⟦抗氧化⟧",
    "给安装包⟦瘦身⟧",
    "汽车故障⟦诊断⟧",
    "⟦缓解⟧交通拥堵",
    "⟦预防⟧火灾",
    "懒⟦癌⟧发作",
    "疏通下水道".replace("疏通", "⟦疏通⟧"),
    "v领在视觉上⟦瘦脸⟧",
    "沙漠⟦治理⟧",
    "河道⟦整治⟧",
]
BODIES = [
    "⟦根治⟧鼻炎",
    "⟦修复⟧受损肌肤",
    "⟦治愈⟧率高",
    "喝茶⟦杀菌⟧",
    "⟦增高⟧十厘米",
    "精华⟦抗氧化⟧",
    "七天⟦瘦身⟧",
    "⟦诊断⟧脾虚",
    "⟦缓解⟧颈椎疼痛",
    "⟦预防⟧感冒",
    "⟦排毒⟧养颜",
    "吃着就能⟦减肥⟧",
    "⟦修复⟧肠道",
    "塑身裤穿着⟦瘦身⟧燃脂",
    "⟦根治⟧",
    "⟦消炎⟧止痛",
]
ADVISED = [
    "出现⟦胸闷⟧请及时就医",
    "⟦高血压⟧患者请遵医嘱",
    "⟦过敏⟧者慎用",
    "⟦哮喘⟧发作应立即去医院就诊",
    "如有⟦红肿⟧请停用",
    "孕妇及⟦糖尿病⟧患者不宜食用",
    "持续⟦咳嗽⟧建议尽快就医",
    "⟦失眠⟧超过一个月请咨询医生",
    "请到医院接受⟦治疗⟧，及时就医",
    "⟦发热⟧时请先咨询医生",
]
SOLD = [
    "跑了三家医院没治好，在这里没花钱就医好了⟦风湿⟧",
    "⟦高血压⟧喝它就好",
    "⟦根治⟧鼻炎，请咨询医生",
    "在线咨询医生，⟦失眠⟧不再来",
    "⟦痛风⟧加微信咨询老中医",
    "⟦鼻炎⟧预约本院专家就诊",
    "⟦降血压⟧，建议咨询医生",
    "⟦湿疹⟧就用这款",
    "⟦咳嗽⟧贴一贴",
    "⟦缓解⟧咳嗽，如无效请就医",
    "⟦糖尿病⟧人也能吃",
]
REQUIRED = [
    "本品不能代替药物⟦治疗⟧疾病",
    "保健食品不具有⟦疾病⟧预防、治疗功能",
    "请仔细阅读产品说明书或者在⟦医务人员⟧的指导下购买和使用",
    "投资有风险，入市需⟦谨慎⟧",
    "过量⟦饮酒⟧有害健康",
    "效果⟦因人而异⟧",
    "不构成任何收益⟦承诺⟧".replace("收益⟦承诺⟧", "⟦承诺⟧"),
    "理财非⟦存款⟧",
    "母乳是婴儿⟦最好⟧的食物",
    "请凭⟦处方⟧购买和使用",
]
NOT_REQUIRED = [
    "⟦治疗⟧失眠",
    "本品代替药物⟦治疗⟧高血压",
    "零风险⟦投资⟧",
    "⟦最好⟧的奶粉",
    "饮酒⟦有益健康⟧",
    "人人⟦有效⟧",
    "稳赚，⟦保本⟧",
    "不用吃药，它能⟦治疗⟧",
    "⟦承诺⟧收益",
    "⟦处方级⟧面霜",
]


@pytest.mark.parametrize("sentence", THINGS)
def test_medical_words_about_things_are_not_medical(judge, sentence):
    assert judge("non_disease", sentence).then == "drop"


@pytest.mark.parametrize("sentence", BODIES)
def test_medical_words_about_the_body_stay(judge, sentence):
    assert judge("non_disease", sentence) is None


@pytest.mark.parametrize("sentence", ADVISED)
def test_sending_people_to_a_doctor_is_not_a_claim(judge, sentence):
    assert judge("advice", sentence).then == "drop"


@pytest.mark.parametrize("sentence", SOLD)
def test_efficacy_and_own_consultations_are_no_advice(judge, sentence):
    assert judge("advice", sentence) is None


@pytest.mark.parametrize("sentence", REQUIRED)
def test_statements_the_law_requires_are_not_claims(judge, sentence):
    assert judge("statutory", sentence).then == "drop"


@pytest.mark.parametrize("sentence", NOT_REQUIRED)
def test_other_wordings_are_not_statutory(judge, sentence):
    assert judge("statutory", sentence) is None
