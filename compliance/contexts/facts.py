"""Statements of fact: ranks with time, place, measure and source; official titles; proper names."""

from __future__ import annotations

from compliance.contexts.clue import Clue, any_of
from compliance.contexts.types import Context, Verdict
from compliance.scene import Scene

RANKS = Clue("第[一1]|首|之最|冠军|榜首|top\\s?1|no\\.?\\s?1|唯一|最|领先|前[三十]|独家|魁首|销冠")
TIME = Clue(
    any_of(
        "(?:19|20)\\d\\d\\s*年?",
        "截[至止]",
        "近?\\d+\\s*(?:年|个月|天)(?:来|间|内)?",
        "(?:连续|近|过去)[一二两三四五六七八九十]+(?:年|个月|个季度)",
        "(?:去年|上年度?|本年度|上半年|下半年|[一二三四]季度|双11|双十一|618)",
        "\\d{1,2}月\\d{0,2}",
    )
)
REGION = Clue(
    "全国|中国(?!风)|国内|我国|大陆|全球|世界|亚洲|全省|省内|[一-龥]{2,3}省|自治区|北京市?|"
    "上海市?|天津市?|重庆市?|香港|澳门|台湾|"
    "(?:广东|浙江|江苏|山东|河南|四川|湖北|湖南|河北|福建|安徽|辽宁|江西|陕西|山西|云南|贵州|"
    "广西|黑龙江|吉林|甘肃|海南|内蒙古|新疆|西藏|青海|宁夏)"
)
SMALL_REGION = Clue(
    "全市|本市|全城|全县|全区|本地|本区|商圈|街道|镇上|华东|华南|华北|华中|西南|西北|东北|县域"
)
MEASURE = Clue(
    "销量|销售[额量]|出货量|成交[额量]|市场份额|市占率|市场占有率|营业额|营收|用户数|下载量|产量|"
    "装机量|门店数|播放量|交付量|签约量|零售[额量]|按[^,。]{1,10}(?:计|统计|口径)|"
    "(?:通过|获得|取得|入选|开设|投产|上市|推出|建成|获批)"
)
SOURCE = Clue(
    any_of(
        "(?:数据)?来源",
        "据[^,。]{2,24}(?:报告|统计|数据|显示|公布|发布|调查|监测|名单|榜)",
        "根据[^,。]{2,24}(?:报告|统计|数据|显示|公布|发布|调查|监测|名单)",
        "《[^》]{2,40}》(?:数据|显示|统计|报告)?",
        "(?:欧睿|弗若斯特沙利文|沙利文|尼尔森|艾媒|奥维云网|中怡康|赛诺|凯度|益普索|idc|gfk|"
        "统计局|行业协会|商会)[^,。]{0,10}(?:报告|统计|数据|认证|显示|发布|证明|调研)",
    )
)
FOOTNOTE = "数据来源"
NARROW = Clue(
    "细分|中高端|高客单|新中式|轻奢|超薄|小分子|超纯|同价位|同规格|单品|单店|z世代|\\d+元(?:以上|"
    "以下|价位)|\\d+\\s*(?:-|~|至|到)\\s*\\d+元"
)
BEYOND = Clue(
    "治愈率|有效率|收益率|回报率|安全性|通过率|上岸率|录取率|疗效|最好|最佳|顶级|国家级|最高级|第一品牌"
)
ELEMENTS = (("时间", TIME), ("地域（省级以上）", REGION), ("统计口径", MEASURE), ("出处", SOURCE))
RANK_EVIDENCE = ("统计报告原件（机构、报告名、期间、地域、口径）", "平台后台或销售数据截图")


def time_place_order(scene: Scene) -> Verdict | None:
    """A rank limited by time, region and measure, with its source; what is lacking is named."""
    if not RANKS.find(scene.phrase) or BEYOND.find(scene.clause_text):
        return None
    around = scene.previous_sentence + "\n" + scene.sentence_text + "\n" + scene.next_sentence
    lacking = [name for name, clue in ELEMENTS if not _shows(name, clue, scene, around)]
    if not _limited(lacking):
        return None
    flaws = ["缺" + "、".join(lacking)] if lacking else []
    if small := SMALL_REGION.find(scene.sentence_text):
        flaws.append(f"地域“{small}”小于省级")
    if narrow := NARROW.find(scene.sentence_text):
        flaws.append(f"品类限定过细（“{narrow}”）")
    if flaws:
        return Verdict("warning", f"限定条件下的排序事实，但{'；'.join(flaws)}", RANK_EVIDENCE)
    return Verdict("info", "时间、地域、口径、出处都写明的排序事实；须能证明真实", RANK_EVIDENCE)


def _shows(name: str, clue: Clue, scene: Scene, around: str) -> bool:
    if name == "出处" and FOOTNOTE in scene.text:
        return True
    return bool(clue.find(around if name == "出处" else scene.sentence_text + scene.phrase))


def _limited(lacking: list[str]) -> bool:
    """Whether the rank is limited at all: a bare “行业第一” or “全国销量第一” is a claim like any other."""
    dated_or_sourced = "时间" not in lacking or "出处" not in lacking
    scoped = "统计口径" not in lacking or "地域（省级以上）" not in lacking
    return dated_or_sourced and scoped


_STATE_TITLES = (
    "非物质文化遗产|非遗|代表性(?:传承人|项目)|传承人|高新技术(?:企业|产业开发区)|高新区|经开区|"
    "经济(?:技术)?开发区|新区|自然保护区|森林公园|地质公园|湿地公园|海洋公园|风景名胜区|"
    "水利风景区|"
    "(?:旅游)?度假区|旅游(?:景区|风景区)|历史文化名(?:城|镇|村)|重点实验室|工程(?:技术)?(?:研究|"
    '开发)中心|企业技术中心|工业设计中心|技术创新(?:中心|示范)|绿色工厂|专精特新|[“"]?小巨人|'
    "制造业单项冠军|"
    "一流(?:本科)?(?:专业|课程)|精品课程?|教学成果奖|科(?:学)?技(?:术)?(?:进步)?奖|"
    "科普(?:教育)?基地|裁判|教练员?|运动健将|运动员|演员|期刊|刊物|出版社|博物馆|文物|示范|"
    "(?:农业产业化)?(?:重点)?龙头企业|检测中心|质检中心|检验中心|审定|课题|项目|人才|(?:贫困|"
    "脱贫)县|媒体|赛事|职业资格|考试|考古|良种|原种场|种质|众创空间|孵化器|星火计划|火炬计划|"
    "特色小镇"
)
TITLE = Clue(
    any_of(
        f'(?:国家|省|市|部)级[“"]?(?:{_STATE_TITLES})',
        "国家(?:级)?\\s?[1-5a]+级?(?:旅游)?(?:风?景区|风景区|旅游区)|[345]a级?(?:旅游)?(?:风?景区|风景区)",
        "国家[一二三]级(?:能效|保护|文物|演员|运动员|建筑师|建造师|美术师|博物馆|图书馆|"
        "心理咨询师|医师)|(?:[1-5一二三四五]级|新国标[一1]级)(?:能效|水效)",
        "(?:国家|世界|全国)(?:地理标志|文化遗产|自然遗产|非物质文化遗产|地质公园|记忆名录)|"
        "世界级(?:非遗|遗产)",
        "(?:特级|一级|优级)(?:初榨橄榄油|大豆油|菜籽油|压榨|建造师|建筑师|教师|资质|"
        "品(?=[,。(]))|优等品|甲级(?:写字楼|资质|设计院)",
        "中华老字号|绿色食品|有机(?:产品|食品)认证|国家地理标志(?:产品|保护产品)|"
        "国家高新技术企业|国家(?:科学)?技术(?:进步|发明)奖|国家自然科学奖|茅盾文学奖|鲁班奖",
        "三级甲等|三甲(?=医院)|二级甲等",
    )
    + "(?!同款|品质|工艺|配方|级|标准的|技术|水准)"
)
CERTIFICATE = ("认定文件或证书（编号、授予机关、年度）",)


def legal_title(scene: Scene) -> Verdict | None:
    """A grade, title or award given under law or standard."""
    title = TITLE.covering(scene)
    if title is None:
        return None
    return Verdict("info", f"“{title}”是依法认定或按标准评定的等级、称号；须能拿出证书", CERTIFICATE)


_INSTITUTIONS = (
    "医院|诊所|卫生院|门诊部|卫生所|医学院|研究所|研究院|研究中心|防治(?:所|院|中心)|大学|学院|中学|"
    "小学|幼儿园|附属|派出所|法院|检察院|控股|股份有限|有限公司|有限责任"
)
NAME = Clue(
    any_of(
        "《[^》\n]{1,40}》",
        "第[一二三四五六七八九十\\d]+(?:人民)?(?:附属)?(?:医院|中学|小学|高级中学|医科|师范|实验|"
        "军医|机床|拖拉机|汽车|重型机械|历史档案馆|百货|食品(?:商店|公司)|医药|创业|大街|大道|"
        "教育集团|建筑|工程局|公路)",
        "第一(?:财经|创业证券|生产力|太平)|中国第一(?:汽车|重型机械|历史档案馆|拖拉机)|一汽",
        "最高(?:人民)?(?:法院?|检察院?|检)|最强大脑|最强蜗牛|最终幻想|最好的我们|最游记|最右",
        "极品飞车|王中王(?:火腿肠?|电锯)?|永久(?:牌)?自行车|万能青年旅店|独家记忆|唯一视觉|"
        "唯品会|绝味鸭脖|绝地求生|王者荣耀|小霸王|霸王茶姬|帝王蟹|极米|极兔|顶呱呱|首创(?:置业|"
        "股份|集团|证券|环境|环保)|"
        "首钢|首旅|首汽|首农|国药集团|冠军赛|锦标赛冠军",
        "顶级(?:域名|目录|父级|节点|类目|菜单|父类|作用域|域)|一级(?:目录|标题|菜单|域名|市场)",
    )
)
NAMED_AFTER = Clue(f"^(?:专科|科|病|中西医结合|防治|肿瘤|专业)?(?:{_INSTITUTIONS})")
BRAND_MARK = Clue("^(?:牌(?!子|匾|照|坊)|®|™|\\(r\\)|\\(tm\\)|注册商标)")
CLAIM_WORDS = Clue(
    "^(?:最|顶|国家级|全[国网球]|唯一|极|第一$|首[家选席创]|一流|领先|权威)|推荐|指定|认证|治愈|根治|疗效|包治"
)


def proper_name(scene: Scene) -> Verdict | None:
    """The words are part of the name of an institution, a brand, a work or a place."""
    if name := NAME.covering(scene):
        return Verdict("drop", f"“{name}”是名称，用来指代，不是形容商品")
    if CLAIM_WORDS.find(scene.phrase):
        return None
    tail = NAMED_AFTER.find(scene.after) or BRAND_MARK.find(scene.after)
    if tail is None:
        return None
    return Verdict("drop", f"“{scene.phrase}{tail}”是机构、品牌等名称的一部分")


TIME_PLACE_ORDER = Context(
    key="time_place_order",
    title="限定时间、地域、口径、出处的排序事实",
    basis="《广告绝对化用语执法指南》第六条第六项、第七条；《广告引证内容执法指南》（2026）",
    judge=time_place_order,
)
LEGAL_TITLE = Context(
    key="legal_title",
    title="依法认定的等级、称号",
    basis="《广告绝对化用语执法指南》第六条第三、五项；第七条（须能证明真实）",
    judge=legal_title,
)
PROPER_NAME = Context(
    key="proper_name",
    title="名称",
    basis="《广告绝对化用语执法指南》第六条第四项（商品名称、商标等，用来指代商品）、第四条",
    judge=proper_name,
)
