"""Is it marketing, and is something for sale?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.folding import fold
from compliance.marketing import HEAD_CHARS, TAIL_CHARS, excerpt, judge_text

ADS = [
    "老街坊都认的酱肉铺，三十年火候就藏在这一口里",
    "本所代理各类商标注册，当日受理",
    "滨江一线现房，阳台看得见江鸥",
    "三个月拿下教师资格证，跟着陈老师就对了",
    "糖友的福音，血糖稳稳降",
    "每天两粒，关节不再喊疼",
    "喝了半个月，夜里不起了，腰也直了",
    "我婆婆用了两盒，灰指甲长出了新的",
    "学校旁边的房子，孩子多睡半小时",
    "开一家小店，一年回本不是梦",
    "年化百分之八，随存随取",
    "加入我们，底薪八千加提成",
    "云南双飞六日，全程不进店",
    "纯粮酿造，喝了不上头",
    "这台车百公里只要六个油",
    "国家领导人都喝过的茶",
    "政府重点扶持的加盟项目",
    "院士团队研发的牙膏",
    "德国进口净水滤芯，能滤掉重金属",
    "足球少年都在穿的护腿板",
    "世界杯同款啤酒，看球就喝它",
    "老兵亲手种的苹果，脆甜",
    "农民朋友的好帮手，一亩增产三百斤",
    "免开刀治疗静脉曲张",
    "美国医学博士配方，告别失眠",
    "开过光的手串，转运招财",
    "中老年人的第二个春天",
    "同事都问我最近怎么白了",
    "大学教授推荐的读书灯",
    "银行员工内部理财，保本保息",
    "一针下去，法令纹没了",
    "拍照修图一键出片，会员买一年送一年",
    "登录就送满级坐骑",
    "空气里的病毒，它一夜清零",
    "比美国货还好用的吸尘器",
    "祖传三代的膏药，专攻颈椎",
    "没有差评的火锅底料",
    "别家会掉色，我们不会",
    "城市中央，院子里的家",
    "把大自然搬回客厅",
    "冠军教练带你练",
    "历史最低，仅此一天",
    "孩子成绩上不去？问题出在方法",
    "专家说，九成脱发能逆转",
    "住一晚，山里的星星都是你的",
    "零噪音的风扇，宝宝睡得香",
    "皇帝喝的贡酒",
    "让世界看见东方美",
    "联合利华同厂生产",
    "两小时送达的鲜花",
]
OTHERS = [
    "本报讯 昨天下午，市排球队的集训在体育馆开始。",
    "据当地媒体报道，台风造成两座村庄停电。",
    "主教练赛后承认，队员的体能在下半场出现了下降。",
    "总理在会谈中强调，两国的贸易仍有很大空间。",
    "该县下岗职工通过再就业培训，大多找到了新工作。",
    "把 `max_retry` 参数调到 5 可以减少超时报错。",
    "升级前请先备份数据库，并停止所有写入节点。",
    "这个函数返回的索引从零开始，文档里没有写。",
    "房间很小，前台说没有热水，早餐也凉了，下次不会再住。",
    "快递三天才到，箱子压扁了，客服一直不回，差评。",
    "送餐太慢，面都坨了，味道一般。",
    "买了两次，第二次明显偷工减料，很失望。",
    "你那个副本打完没有，等会我们去打首杀。",
    "我这个号满级了，你们上号叫我一声。",
    "消费提示：春节前后谨防低价游骗局，遇到问题可拨打12315。",
    "当事人因虚假宣传被市场监管局处以罚款三万元。",
    "主播合规培训材料：违禁词清单与替换写法。",
    "球迷在决赛现场等了三个小时。",
    "这篇文章的作者认为，人工智能不会取代程序员。",
    "新华社记者在灾区看到，官兵们连夜加固堤坝。",
    "离车站近，在这一带算最好的宾馆，但离商场有一些差距。",
    "快递员让我自己去站里翻，真是土鳖。",
    "上次在网上订了三晚，价格两百八十元，房间够大，窗外能看见整条江，拍照很出片。早餐八点开始，"
    "种类和口味都不错，服务员帮我们把行李搬上楼，水果免费续。退房那天下雨，前台借了伞给我们，"
    "说下次再还就行。下一次路过，我们一家人还住这里，唯一的遗憾是没赶上江边的灯会。",
]
FOR_SALE = [
    "点击下方链接下单",
    "原价三百，现价只要99元",
    "到手价59，左下角小黄车",
    "扫码领优惠券，满200减30",
    "招商热线见主页",
    "记者从某诊所获悉一款理疗仪，咨询电话见文末，点击链接下单",
]
NOT_FOR_SALE = [
    "今天风大，把窗户关好",
    "该厂去年创利八百万元，职工增收。据本报记者统计",
    "这个价格住这样的房间不值，前台态度差，花了300元",
    "春天适合去河边走走",
]


def facts(text: str):
    return judge_text(fold(text).text)


@pytest.mark.parametrize("text", ADS)
def test_sellers_copy_is_marketing_even_without_a_price(text):
    assert facts(text).marketing


@pytest.mark.parametrize("text", OTHERS)
def test_news_manuals_reviews_chat_and_warnings_are_not_marketing(text):
    judged = facts(text)
    assert not judged.marketing
    assert judged.why


@pytest.mark.parametrize("text", FOR_SALE)
def test_ways_to_buy_are_a_commercial_sign(text):
    judged = facts(text)
    assert judged.commercial
    assert judged.marketing


@pytest.mark.parametrize("text", NOT_FOR_SALE)
def test_prices_in_news_and_reviews_are_no_offer(text):
    assert not facts(text).commercial


def test_a_full_trail_of_a_purchase_names_a_review_unless_something_is_offered():
    told = "上次预订时还犹豫，到店发现服务员很热情，房间不错，退房也快，希望以后还有机会来。" * 8
    assert not facts(told).marketing
    assert facts(told + "点击下方链接下单，领优惠券，现价包邮").marketing


def test_an_offer_outweighs_a_newspaper_costume():
    dressed = "本报讯 专家指出，这款茶受到市民欢迎。立即扫码领取试用装，咨询热线在左下角。"
    assert facts(dressed).marketing


@pytest.mark.parametrize("slogan", ["市场监管局祝贺本店开业", "人民日报力荐的床垫", "总理题词的老茶庄"])
def test_a_state_organ_or_newspaper_praising_goods_is_marketing(slogan):
    assert facts(slogan).marketing


def test_praise_by_an_organ_that_is_reported_stays_news():
    assert not facts("据新华社记者报道，国务院指定的调查组今日抵达，警方已经立案。").marketing


def test_offers_quoted_in_a_lesson_are_not_offers():
    lesson = "合规培训材料。禁用话术：加微信、立即下单、到手价。法务负责解释。"
    assert not facts(lesson).commercial
    assert not facts(lesson).marketing


def test_a_warning_does_not_hide_the_offer_that_follows_it():
    bait = "谨防骗局，市场监管部门提醒消费者。我们家这款放心，扫码领券，立即下单。"
    assert facts(bait).commercial


def test_a_long_sales_talk_full_of_small_talk_stays_marketing():
    talk = "哎呀今天风大，我刚才还在说呢。这茶是我们自己山上的，你们喝了就知道。" * 8 + "客服那边问就行。"
    assert facts(talk).marketing


def test_reason_names_the_wordings_that_decided():
    assert "主教练" in facts("主教练赛后承认，队员的体能下降了。").why


def test_channel_is_carried_into_the_facts():
    assert judge_text("今天上新", channel="group").channel == "group"


def test_a_news_channel_needs_less_evidence():
    text = "某地举行春季招聘"
    assert judge_text(text).marketing
    assert not judge_text(text, channel="news").marketing


def test_long_text_is_read_at_head_and_tail_only():
    text = "甲" * 50_000 + "乙" * 50_000
    assert len(excerpt(text)) <= HEAD_CHARS + TAIL_CHARS + 1
    assert excerpt(text).startswith("甲")
    assert excerpt(text).endswith("乙")


def test_an_offer_at_the_end_of_a_long_text_is_seen():
    assert facts("随便聊聊天气。" * 2000 + "点击链接下单").commercial


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_is_judged_and_judged_alike_twice(text):
    assert judge_text(text) == judge_text(text)


@pytest.mark.parametrize(
    "slogan",
    [
        "入住酒店即享江景早餐",
        "老板亲自熬汤，骨头现敲",
        "大学教授授课，三个月开口说英语",
        "送货上门，坏一赔三",
        "再也不怕夏天，一片睡到天亮",
        "用了就见效的去渍笔",
        "查看活动页，今晚直降",
        "两所大学的教授、研究员联合研制",
        "登录就送紫霞坐骑，直接抽到满级武将",
        "别上当，认准这家老铺",
    ],
)
def test_a_slogan_with_one_word_of_a_review_or_a_campus_stays_marketing(slogan):
    assert facts(slogan).marketing


@pytest.mark.parametrize(
    "text",
    [
        "前台很慢，酒店早餐凉了，房间也小。",
        "储能电站近日并网，县里的装机容量翻了一番。",
        "本文介绍两种测量方法，最后比较两者的区别。",
        "无愧于老字号，这家酒店还不错。",
    ],
)
def test_several_such_words_or_a_report_of_progress_are_no_marketing(text):
    assert not facts(text).marketing


@pytest.mark.parametrize("boast", ["农业农村部战略合作单位", "国家市场监管总局认证产品"])
def test_who_names_the_trade_means_to_publish_for_it(boast: str) -> None:
    assert not judge_text(boast).marketing
    assert judge_text(boast, trade="food").marketing


def test_a_news_report_stays_a_report_whoever_names_the_trade() -> None:
    report = fold(
        "据新华社北京3月1日电（记者 王某）市场监管部门通报，一家企业因虚假宣传被立案调查，案件正在审理"
    ).text
    assert not judge_text(report, trade="food").marketing
