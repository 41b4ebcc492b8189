"""Other senses of medical words: things that are not diseases, advice to see a doctor, required warnings."""

from __future__ import annotations

import re
from functools import lru_cache

from compliance.contexts.clue import Clue, any_of
from compliance.contexts.types import Context, Verdict
from compliance.scene import Scene

OBJECT_REACH = 8  # code points between the verb and the thing it acts on

BODY = Clue(
    "皮肤|肌肤|皮损|伤口|肠|胃|肝|肾|肺|血管|关节|颈椎|腰椎|头皮|毛囊|细胞|疾病|患者|病人|病症|"
    "症状|癌|炎症|炎|糖尿|高血压|血压|血糖|痘|雀斑|色斑|黄褐斑|疤|痔|湿疹|失眠|疼痛|"
    "受损(?:发|皮|肌)|屏障|体内|人体|身体|免疫力|脂肪|掉秤|燃脂|减肥|代谢|斤"
)
IDIOM = Clue(
    any_of(
        "治(?:理|安|沙|水|污|霾|超|堵|装|学|国|党|愈系|愈感|愈风)|整治|法治|自治|惩治|政治|统治|"
        "长治|文治|防治(?:荒漠化|沙漠化|污染|水土流失|火灾|腐败|病虫害|害虫)",
        "治愈(?:系|感|力|风|向|人心|心灵|我的(?:心|一天|生活)|你的(?:心|一天)|了(?:我|你|整个|"
        "一整|所有的?(?:疲惫|不开心|烦恼)))|(?:被|太|好|超|很|真|莫名|瞬间|"
        "满满的?)[^,。病]{0,10}治愈(?!率|了?[^,]{0,4}病)|"
        "治愈的(?:风景|画面|笑容|歌|音乐|瞬间|时刻|味道|力量|颜色|配色|色彩|电影|文字|故事|小|声音|猫|一天)",
        "疗愈(?:歌单|音乐|心灵|之旅|空间|时光|系|感|角落|风景)|疗伤情歌",
        "对抗炎热|抵抗炎热|抗炎热",
        "(?:电脑|计算机|手机|勒索|木马|网络|宏)病毒|病毒(?:式|营销|库|视频|查杀|木马|软件)|杀毒软件",
        "懒癌|直男癌|尴尬癌|选择困难症|拖延症|强迫症(?:福音|患者(?:表示|福音|的福音|看))|"
        "晚期(?=颜控|拖延)|相思病|公主病|红眼病(?=的?同行)",
        "火药|炸药|弹药|农药|山药|芍药|后悔药|狗皮膏药|药水哥|药丸(?=了)|灵丹妙药|良药苦口|解药",
        "对[^,。]{1,8}不感冒|不感冒|发烧(?:友|级|音响|耳机)|上火的(?:比赛|球)|中风(?=格)|打鸡血|"
        "回血(?=技能|药|装备)|血拼|热血|心血|吐血(?=整理|推荐|价)|一针见血",
        "对症下药|头痛医头|不治之症(?=般)",
        "(?:巴氏|超高温|瞬时|高温)(?:瞬时)?(?:杀菌|灭菌)|(?:杀菌|灭菌|消毒)(?:乳|奶|柜|锅|釜|灯|"
        "车|机|盒|温度|工艺)",
        "抗氧化(?:剂|膜|涂层|镀层|处理)|防氧化包装",
        "(?:显示器|电脑|笔记本|手机|键盘)?[^,。]{0,2}增高(?:鞋垫?|垫|架|器|台|底座|脚垫|板|凳|款|鞋)|内增高",
        "(?:机身|代码|文件|安装包|预算|机构|资产|内存|钱包|衣柜|库存|app)(?:的)?(?:瘦身|减肥)|"
        "给[^,。]{1,8}(?:瘦身|减肥)(?=$|[,。])",
        "修复(?:工程|工作|师|技艺|版|画质)|画质修复|4k修复",
        "医生包|护士鞋|病号服|药箱|药盒|药店|药王山|药师佛|诊断书",
    )
)
VERB_OBJECTS: tuple[tuple[str, str], ...] = (
    (
        "根治|治|医治|整治",
        "腐败|拖延|欠薪|拖欠|乱象|内卷|违停|扬尘|垃圾|污染|噪声|噪音|漏水|渗水|水患|黄河|淮河|"
        "河道|沙|堵|顽疾|老大难|重复建设|问题(?!肌|性)|陋习|形式主义|通病|懒|套路|卡顿|焦虑式|"
        "超载|"
        "餐饮浪费|异味|甲醛|返潮|地区|结构",
    ),
    (
        "修复|修护|修补|复原",
        "车漆|划痕|文件|漏洞|bug|系统|软件|文物|关系|老照片|照片|图片|画面|家具|墙面|墙体|地板|"
        "瓷砖|皮具|皮包|屏幕|数据|数据库|磁盘|硬盘|引导|索引|mbr|程序|代码|问题|故障|错误|缺陷|"
        "生态|环境|"
        "湿地|古[建籍画城]|壁画|佛像|雕|瓷器|道路|路面|桥|堤|电器|电路|网络|链接|插件|版本|游戏|"
        "角色|任务|玩家|友谊|感情|信任|信用|漆面|木|金属|轮胎|轮毂|手机|像|座|寺|庙|塔",
    ),
    (
        "杀菌|灭菌|抑菌|抗菌|除菌|消毒",
        "餐具|消毒柜|奶|紫外|洗碗机|砧板|菜板|奶瓶|筷|刀|饮水机|净水|衣物|内筒|滚筒|空调|冰箱|"
        "门封|面料|袜|鞋柜|马桶|水箱|水质|罐头",
    ),
    (
        "抗氧化|防锈|抗腐蚀",
        "机油|涂层|镀|金属|铜|铝|银|铁|钢|包装|材料|橡胶|塑料|油墨|油漆|线材|触点|电极|电池",
    ),
    (
        "诊断",
        "故障|汽车|车辆|电脑|网络|系统|日志|sql|性能|学情|教学|企业|管理|设备|代码|集群|查询|财务|经营|漏水",
    ),
    (
        "缓解|改善|消除|治理",
        "拥堵|尴尬|交通|就业|库存|矛盾|紧张局势|局势|误会|噪音|静电|异味|顾虑|bug|隐患|偏见|差距|"
        "民生|环境|居住|营商|贫困|债务|资金|供需|画质|手感|延迟|空气质量|水质|生活条件|伙食|关系",
    ),
    (
        "预防|防止|防治|避免",
        "火灾|诈骗|事故|犯罪|溺水|沉迷|踩踏|腐败|网络|触电|地震|洪|沙漠|荒漠|水土|变形|起球|褪色|"
        "滑|摔|刮|漏|锈|短路|误触|泄露|丢失|冲突|死锁|虫害|倾倒|串味",
    ),
    (
        "恢复|康复",
        "系统|数据|出厂|营业|交通|供电|生产|秩序|通车|供水|原状|弹性|默认|备份|节点|账号|航班|开放",
    ),
    ("疏通|清理|排毒|清肠", "管道|下水|河道|交通|渠道|马桶|地漏|机箱|缓存|内存|垃圾文件"),
    ("再生", "资源|纸|塑料|水|能源|纤维|棉|混凝土|铝|材料|涤纶"),
    ("去火|灭火|消炎", "灭火器|山火|火灾|消防"),
    ("免疫", "套路|诱惑|甜言蜜语|攻击|控制(?:效果)?|伤害(?:加深)?|广告"),
)
WORN = Clue(
    "版型|剪裁|裁剪|领口|领子|[vV]领|裙|裤|衫|外套|毛衣|卫衣|穿搭|上身|腰线|视觉|撞色|条纹|廓形|"
    "鞋|靴|袜|帽|发型|刘海|衣"
)
LOOKS = Clue("瘦身|瘦脸|瘦腿|瘦腰|瘦|增高|显高|长高|减龄|提臀|收腹|修身|丰胸|遮肚|功效|拉长")


def non_disease(scene: Scene) -> Verdict | None:
    """The word treats, repairs or cleans a thing, or is used as a figure of speech."""
    if idiom := IDIOM.covering(scene):
        return Verdict("drop", f"“{idiom}”是习用语或比喻，不指疾病治疗")
    around = scene.clause_text
    if BODY.find(_without_phrase(scene)):
        return None
    for verbs, objects in VERB_OBJECTS:
        thing = _acts_on(verbs, objects, scene)
        if thing:
            return Verdict("drop", f"“{scene.phrase}”的对象是“{thing}”，不是疾病或人体")
    if LOOKS.find(scene.phrase) and (worn := WORN.find(around)):
        return Verdict("drop", f"说的是穿着的视觉效果（“{worn}”），不是人体的变化")
    return None


def _without_phrase(scene: Scene) -> str:
    return scene.text[scene.clause.start : scene.start] + " " + scene.text[scene.end : scene.clause.end]


def _acts_on(verbs: str, objects: str, scene: Scene) -> str | None:
    verb = _expression(verbs).search(scene.phrase)
    if verb is None:
        return None
    after = scene.text[scene.start + verb.end() : min(scene.clause.end, scene.end + OBJECT_REACH)]
    before = scene.text[max(scene.clause.start, scene.start - OBJECT_REACH) : scene.start]
    found = _expression(objects).search(after) or _expression(objects).search(before)
    return found.group() if found else None


@lru_cache(maxsize=64)
def _expression(source: str) -> re.Pattern[str]:
    return re.compile(source)


SEE_DOCTOR = Clue(
    "(?:请|应当?|需要?|建议|尽[快早]|及时|立即|马上|遵照?|谨遵|咨询|去|前往|到|寻求|听从|务必|"
    "赶紧|按照?|在)[^,。;]{0,8}"
    "(?:就医(?!好)|就诊|医嘱|医生|医师|药师|营养师|专业人士|医院(?:检查|就诊|看|治疗)|看病|专科检查|"
    "医务人员|医疗机构)"
)
CAUTION = Clue(
    "(?:过敏(?:者|体质|史)?|孕妇|孕期|哺乳期|患者|病人|婴幼儿|儿童|未成年人|老年人|体质|不适|"
    "人群|慢性病)[^。]{0,16}(?:慎用|禁用|禁止|慎食|不宜|忌用|请勿|停止使用|停用|勿用|避免使用|"
    "在医生指导下)|"
    "(?:如有|如果|一旦|若|如)[^。]{0,10}(?:不适|过敏|红肿|瘙痒|刺痛|异常)[^。]{0,10}(?:停|就医|冲洗|咨询)"
)
TREATS = Clue("治|愈|疗|缓解|改善|消|抗|祛|去|降|调理|预防|根除|修复|杀|排|补|止|克星|逆转")
PROPER_CARE = Clue(
    "(?:规范|接受|积极|及时|正规|遵医嘱|到医院|早期?|对症|继续|停止|自行|延误|耽误|配合|"
    "定期)[^,。]{0,4}(?:治疗|诊断|检查|用药|服药|康复|就诊|停药|换药)"
)
SELLS_CARE = Clue(
    "在线|微信|私信|免费|一对一|扫码|预约|我们|本院|点击|热线|电话|老中医|客服|本品|这款|咱|加我|"
    "添加|吃了它|使用本|服用本|名医|坐诊"
)


def advice(scene: Scene) -> Verdict | None:
    """Advice to see a doctor, or a health caution; the seller's own consultation is not advice."""
    sentence = scene.sentence_text
    if SELLS_CARE.find(sentence):
        return None
    if caution := CAUTION.find(sentence):
        return Verdict("drop", f"健康提示（“{caution}”），不是功效宣称")
    doctor = SEE_DOCTOR.find(sentence)
    if doctor is None:
        return None
    if TREATS.find(scene.phrase) and not PROPER_CARE.covering(scene):
        return None
    return Verdict("drop", f"劝人就医或咨询专业人士（“{doctor}”），不是功效宣称")


STATEMENT = Clue(
    any_of(
        "(?:本品|保健食品|本产品|该产品|产品)?(?:不能|不可|不得|无法|并非|不是|不)(?:以)?(?:代替|"
        "替代|取代)[^,。;!]{0,6}(?:药物|药品|药|治疗|医疗|正餐|"
        "母乳)[^,。;!]{0,6}(?:治疗)?(?:疾病)?",
        "保健食品(?:不是|不属于)药物?[^。]{0,20}治疗(?:疾病)?|保健食品不是药(?:物|品)?",
        "(?:不具有|没有|无|不具备)疾病(?:的)?预防[、和]?治疗(?:功能|作用)|不(?:具有|涉及|"
        "以)[^,。]{0,6}(?:预防|治疗)(?:疾病)?(?:的)?(?:功能|作用|目的)",
        "请?按(?:照)?(?:药品)?说明书或者?(?:在)?(?:药师|医师|医生)(?:的)?指导下购买和使用|"
        "禁忌(?:内容)?或者?注意事项详见说明书|"
        "请?仔细阅读产品说明书或者?在医务人员的?指导下(?:购买和)?使用",
        "(?:本广告)?仅供医学(?:、|和)?药学专业人士阅读|请?凭?(?:医师)?处方(?:销售、)?购买和使用|"
        "处方药(?:须|应当?|需)凭(?:医师)?处方",
        "请?在医生(?:或者?临床营养师|或营养师)?(?:的)?指导下使用|不适用于非目标人群使用|适宜人群|不适宜人群",
        "(?:投资|市场|理财|基金|股市|期货|借款|贷款|加盟|创业)有风险[^。]{0,16}(?:谨慎|须谨慎|"
        "需谨慎)|理财非存款|过往(?:业绩|收益)[^。]{0,20}(?:不代表|不预示|不构成)[^。]{0,16}|"
        "不构成(?:任何)?(?:投资建议|收益承诺|承诺|保证|要约)",
        "吸烟有害健康|(?:过量|过度)饮酒(?:有害|伤害|影响)健康|(?:未成年人|孕妇|儿童)(?:请)?(?:勿|"
        "禁止|不宜)(?:饮酒|吸烟|使用|购买)|酒后(?:请勿|不要|勿)(?:驾车|开车)|尽早戒烟",
        "抵制不良游戏[^。]{0,10}拒绝盗版游戏|适度游戏益脑[^。]{0,6}沉迷游戏伤身|健康游戏忠告",
        "(?:效果|疗效|结果|成绩)因人而异|以(?:实际|实物|合同|医生诊断|临床)[^,。]{0,6}为准|"
        "(?:医疗|手术)(?:美容)?有风险",
        "母乳(?:喂养)?是(?:婴儿|宝宝)?最(?:好|理想)的(?:食[物品]|天然食品)|"
        "对于0-6月[^。]{0,6}的婴儿最理想的食品是母乳",
    )
)


def statutory(scene: Scene) -> Verdict | None:
    """The match lies inside a statement or warning that the law itself requires or invites."""
    statement = STATEMENT.covering(scene, reach=60)
    if statement is None:
        return None
    return Verdict("drop", f"“{statement}”是法定声明、警示语或免责提示本身")


NON_DISEASE = Context(
    key="non_disease",
    title="非疾病义",
    basis="非宣称：词义不指疾病、人体，不属于《广告法》第十七条所称医疗用语",
    judge=non_disease,
)
ADVICE = Context(
    key="advice",
    title="劝就医与健康提示",
    basis="非宣称：劝人就医、提示禁忌没有宣称功效（《广告法》第十七条针对的是功效宣称）",
    judge=advice,
)
STATUTORY = Context(
    key="statutory",
    title="法定声明与警示语",
    basis="《广告法》第十六条第二款、第十八条第二款、第二十五条等要求显著标明的内容",
    judge=statutory,
)
