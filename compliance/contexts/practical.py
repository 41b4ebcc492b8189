"""Practical information: how to use a thing, how much at most, in what order."""

from __future__ import annotations

from compliance.contexts.clue import Clue, any_of, stretch_before
from compliance.contexts.types import Context, Verdict
from compliance.scene import Scene

_USES = (
    "食用|饮用|赏味|品尝|品鉴|使用|保质|观赏|观看|观测|观影|拍摄|打卡|旅行|旅游|出行|出游|种植|"
    "播种|采摘|采收|移栽|定植|冲泡|烹饪|烹调|储存|储藏|保存|贮藏|存放|阅读|入睡|睡眠|"
    "运动|锻炼|健身|施肥|浇水|用药|施药|收听|佩戴|安装|摆放|充电|工作|更换|发布|就诊|冲煮|训练|"
    "发酵|醒酒|腌制|烘烤|浸泡|涂抹|敷|上妆|登山|露营|赏花|试驾|试听|护理|清洁|洗护|"
    "学习|记忆|复习|治疗|手术|检查|接种|补水|泡脚|洗澡|送达|回访|沟通|口感|风味|状态|适用"
)
_MEASURES = (
    "时间|时机|时期|时节|时段|时刻|时候|期限|期|季节|日期|温度|湿度|水温|酒温|距离|角度|位置|姿势|"
    "比例|浓度|用量|剂量|方法|方式|方案实践|月份|窗口期?|视角|机位|路线|实践|状态|年龄|高度|间距|"
    "音量|亮度|坐姿|睡姿|转速|海拔"
)
BEST_TIME = Clue(
    f"(?:最佳|最好的?|最优|最适宜的?|最适合的?|最合适的?|最理想的?|最美|最香)(?:{_USES})?的?(?:{_MEASURES})"
)
PRESSURE = Clue("(?:投资|入手|购买|抄底|买入|置业|下单|加盟|创业|入市|上车|购房|买房|建仓|囤货|入场)")
_ADVICE_VERBS = (
    "先|在|是(?:在|先|能|提前|每|用|选|先)|别|不要|不|勿|能|可以|提前|搭配|配合|饭[前后]|空腹|"
    "睡前|早晚|每[天周日次隔]|咨询|问|去|到|放|选(?!择[,。!]|择$)|控制|保持|戴|带|穿|避开|做好|"
    "自己|亲自|趁|等|留|让|把|将|再|由|有(?!效)|从|按|根据|也|还是|于|事先|尽快|尽早|及时|当天|"
    "隔|避免|多[备准带穿喝]|少|随身|准备|定期|请|连续|坚持|冷藏|密封|手洗|反面|阴干|平铺|一次|"
    "两[个天人]|分|同时|给|"
    "晚上|早上|上午|下午|中午|晚饭|早餐|换|购买(?:前|时)|选购|搅拌|静置|晾|单独|倒|加|喷|涂|敷|洗|泡"
)
BETTER_TO = Clue(
    any_of(
        f"最好(?:还是|就|也|都)?(?:{_ADVICE_VERBS})",
        "最好用(?=[^,。的]{0,8}(?:水|毛巾|布|手|刀|锅|壶|刷|筷|杯|碗|瓶|盒|袋|纸|清洗|冲|擦|泡|"
        "煮|洗|装|盛|包|蒸|涂|按|搅|保存|蘸|拌))",
        "最好吃(?:完|热|清淡|点|些|一[口个])|最好喝(?:温|热|点|完|些|一[口杯])|最好看(?:说明|"
        "一下|清|看|懂|着|完|医生)|最好听(?:医生|从|取|一下)",
    )
)
_HOW = (
    "冷藏|冰镇|冰箱|加热|冲泡|水温|温水|热水|凉水|饭后|饭前|餐后|餐前|睡前|早晚|早上|晨起|空腹|"
    "搭配|配上|开封|蒸|煮|烤|炸|煎|静置|醒酒|室温|常温|解冻|趁热|切片|隔水|回温|浸泡|发酵|"
    "\\d+\\s*(?:度|℃|°c|分钟|秒|天|日|小时|个月|毫升|ml|克|g|次)|"
    "[一二两三四五六七八九十半]+(?:分钟|天|日|小时|个月)"
)
BEST_WHEN = Clue(
    f"(?:{_HOW})[^,。!]{{0,12}}(?:口感|风味|味道|香气|食用|饮用|使用|服用|品尝|享用|效果)?(?:为|"
    f"会)?(?:最佳(?=$|[,。!;:、)\n了哦呢啦])|最好(?!用|的)|最优|最香|最浓|最适宜|最合适)"
)
TO_GET = Clue(
    "(?:达到|获得|取得|保持|呈现|打理出|处于|发挥|享受|还原)(?:出)?(?:到|至)?最佳的?(?:状态|效果|"
    "口感|风味|性能|使用效果|体验|音质|观感)"
)


def consumer_tip(scene: Scene) -> Verdict | None:
    """A hint on use, time or storage."""
    tip = BEST_TIME.covering(scene)
    if tip and (PRESSURE.find(tip) or PRESSURE.find(stretch_before(scene)[-6:])):
        return None
    tip = tip or BETTER_TO.covering(scene) or BEST_WHEN.covering(scene) or TO_GET.covering(scene)
    if tip is None:
        return None
    return Verdict("drop", f"“{tip}”是使用方法、时间、保存等消费提示")


_NUMBER = "(?:\\d|[一二两三四五六七八九十百千万半几]|[a-z]\\b)"
LIMIT = Clue(
    any_of(
        f"最(?:多|少|高|低|大|小|长|短|慢|早|晚|迟|远|近|久|重|轻|厚|薄|深|宽|窄)(?!的|价|性价比|"
        f"档|端|级|品质|标准|水准|配)[^,。;!的最价]{{0,10}}?{_NUMBER}",
        "最(?:多|少|高|低|大|小|长|短)(?:可|能|只能|不超过|不得|不低于|限额|限购|限速|限度|限制|"
        "支持|允许|化|程度|值|公约数|承重|载重|载荷|功率|电流|电压|风速|时速|转速|气温|温度|水位|"
        "处|点|层|学历|人民)",
        f"最快(?:明天|次日|当天|当日|今日|隔天|{_NUMBER}{{1,3}}(?:分钟|小时|天|日|"
        f"个?工作日)[内]?)(?:即?可)?(?:送?达|发货|到账|办结|送到|上门|出结果|取件|响应|收到)",
        "最低(?:消费|起订|工资|生活保障|保障|还款|额度|气温|温度|限度|配置要求|投保|起投)|"
        "最短路径|最大限度|最小(?:起订|订购|单位|化)",
    )
)
RETURNS = Clue(
    "收益|回报|利率|年化|治愈|有效率|疗效|功效|提分|涨分|通过率|就业率|利润|盈利|赚|瘦|减重|见效|降价"
)


def quantity_limit(scene: Scene) -> Verdict | None:
    """An upper or lower bound on an amount, not a rank."""
    limit = LIMIT.covering(scene)
    if limit is None or RETURNS.find(scene.clause_text) or _MARKET.find(stretch_before(scene)):
        return None
    return Verdict("drop", f"“{limit}”说的是数量的上下限，不是名次")


_MARKET = Clue(
    "全网|全国|全球|世界|史上|历史|行业|同行|同类|市场|业内|国内|亚洲|全城|全市|全省|本市|天津|北京|上海"
)
ORDER = Clue(
    any_of(
        "最近|最终|最初|最先(?:由|是|从|出现|到达|完成|报名)|最早的?(?=一|的时候|是|由|在|起源|出现|"
        "追溯|见于|可|于|发现|提出|\\d|[一二三四五六七八九十])|最[早晚迟]\\s*(?:\\d|"
        "[一二三四五六七八九十周明今后]|不)|最晚|最迟",
        "最后(?!(?:一|1)?个?(?:天|日|批|套|席|件|波|机会|名额|\\d|[两二三四五六七八九十]))",
        "最后(?:一|1)(?:步|口|页|课|个|章|集|行|句|排|名|班|次|位|遍|段|关|场|棒|公里)",
        "第一(?:次|步|天|时间|季|期|章|节|课|集|页|行|排|列|条|项|部分|阶段|轮|遍|眼|口|印象|"
        "感觉|感受|反应|现场|手|视角|人称|线|季度|学期|志愿|性原理|桶金|届|代(?!理)|件事|颗|份|"
        "杯|双|"
        "个(?!品牌|做到|通过|获得|拥有|把|推出|采用|实现|将|研发|攻克|拿)|位(?:客人|嘉宾|同学|是|"
        "顾客)|百|千|万|产业|语言|场|站|幕|堂|顿|枪|点|阶梯|方队|层|组|队)",
        "第一批(?!获得|通过|认证)",
        "首(?:先|页|屏|次|日|周|月|年|付|单|映|播|轮|尾|都|饰|字母|图|行|段|届|要|批(?!获得|通过|"
        "认证)|席(?:执行官|技术官|财务官|运营官|代表|科学家|专家|记者|分析师|设计师|信息官)|选项)",
        "首个(?:孩子|周末|工作日|月|问题|任务|节目|步骤|假期)|首款(?:项|到账)|首发(?:阵容|名单|于|站)",
    )
)
COMPETED = Clue(
    "(?:考试|期中|期末|小组赛|预赛|决赛|联赛|积分榜|全班|班级|年级|全校|运动会|接力|比赛)[^,。]{0,8}"
    "(?:第一|榜首|冠军)(?!品牌|的(?:秘诀|方法|老师))"
)
ENUMERATES = Clue("^(?:是|要|就是|,|、|:|看|得)")
RANK_WORDS = Clue("第一(?:品牌|名牌|选择|口碑|大牌)|最(?:好|佳|强|大|优|高|低价)")


def order_of_time(scene: Scene) -> Verdict | None:
    """First, last, recent: place in time or in a row."""
    order = ORDER.covering(scene) or _enumerated(scene) or _placed(scene)
    if order is None or RANK_WORDS.find(scene.phrase):
        return None
    return Verdict("drop", f"“{order}”说的是时间或次序，不是名次")


def _placed(scene: Scene) -> str | None:
    """A place in a match or an exam; where something is for sale, it may be a promise."""
    return None if scene.facts.commercial else COMPETED.covering(scene)


def _enumerated(scene: Scene) -> str | None:
    """第一 that counts points: 第一是…，第二是…"""
    counts = scene.phrase == "第一" and "第二" in scene.after + scene.next_sentence
    return ENUMERATES.find(scene.after) and "第一……第二" if counts else None


CONSUMER_TIP = Context(
    key="consumer_tip",
    title="消费提示",
    basis="《广告绝对化用语执法指南》第六条第二项",
    judge=consumer_tip,
)
QUANTITY_LIMIT = Context(
    key="quantity_limit",
    title="数量上下限",
    basis="非宣称：《广告绝对化用语执法指南》第五条第三项（与商品性能质量无直接关联且不误导）",
    judge=quantity_limit,
)
ORDER_OF_TIME = Context(
    key="order_of_time",
    title="时间与次序",
    basis="非宣称：《广告绝对化用语执法指南》第六条第六项（表述时空顺序客观情况）",
    judge=order_of_time,
)
