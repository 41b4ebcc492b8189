"""Goals, feelings and tastes: what a speaker wants or feels, not what the goods are."""

from __future__ import annotations

from compliance.contexts.clue import Clue, any_of, stretch_after, stretch_before
from compliance.contexts.types import Context, Verdict
from compliance.scene import Scene

GOAL_REACH = 16  # code points between the word of purpose and the match
AIMS = Clue(
    any_of(
        "力求|力争|争取|争做|争当|争创|争先|勇争|勇夺|冲刺(?!班|课|营|提分)|冲击|瞄准|志在|立志|"
        "誓做|誓要|誓言|矢志|旨在|奔着|朝着|向着|迈向|剑指|不懈追求|"
        "努力|致力于|致力|追求|梦想|愿景|使命|理念|宗旨|初心|信念|决心|理想是",
        "目标(?!人群|客户|用户|市场|受众|群体)",
        "(?:我们?|公司|团队|品牌|企业|一直|始终|永远|只)[^,]{0,6}(?:希望|想|愿意?|渴望|坚持|"
        "立足)(?:把|能|将|给|为|做|要|于)?",
        "(?:希望|愿|要|将|立志|早日|未来|有朝一日)[^,]{0,6}(?:打造|成为|做到|做成|做出|建成|建设|跻身|进入)",
        "(?:五|三|十|\\d+)年内",
        "(?:用|以|献上|带着|怀着|秉持|秉承|坚持)(?=最)",
    )
    + f"[^,;]{{0,{GOAL_REACH}}}$"
)
GOAL_AFTER = Clue(
    "^[^,;]{0,4}(?:是|为|乃|就是)(?:我们?|公司|团队|品牌|大家|企业)?(?:一直|永远|不变|一贯|共同|"
    "始终)?的?[^,]{0,4}"
    "(?:目标|追求|梦想|愿景|使命|方向|理想|初心|宗旨|理念|信念|承诺不变的方向)"
)
SERVICE_FIRST = Clue(
    "(?:安全|健康|友谊|质量|品质|信誉|诚信|客户|用户|顾客|患者|服务|生命|学生|消费者|孩子|"
    "口味)第一(?!名|品牌|的|位的|[家款个])"
)
SINCERE = Clue(
    "(?:用|以|献上|带着|怀着|拿出|送上|致以|秉持)最[^,的]{1,4}的(?:服务|态度|心|心意|诚意|祝福|"
    "状态|热情|敬意|问候|谢意|感谢|姿态|面貌|精神)"
)
ACHIEVED = Clue(
    any_of(
        "(?:已|已经|终于|成功|如今|现已|早已|一举|连续|真正|稳稳|顺利)(?:经)?(?:成为|做到|做成|"
        "是|成|达到|达成|实现|跻身|拿下|夺得|荣获|获得|位居|问鼎)",
        "做到了|实现了|达到了|成为了|拿下了|打造(?:出|了|而成|的)|就是|当之无愧|实至名归|"
        "名副其实|我们是|获得了|赢得",
    )
)
BUYERS_AIM = Clue(
    "(?:你|您|大家|姐妹们?|宝妈|消费者|女性|男人|女人|人们|妈妈)(?:们)?(?:都)?[^,]{0,4}(?:想|"
    "希望|追求|梦想|渴望)|想要"
)


def goal(scene: Scene) -> Verdict | None:
    """A purpose, an attitude or a wish of the speaker; what is said to be reached already is a claim."""
    if motto := SERVICE_FIRST.covering(scene) or SINCERE.covering(scene):
        return Verdict("drop", f"“{motto}”表明服务态度或经营理念，不指向商品")
    before, after = stretch_before(scene), stretch_after(scene)
    aim = AIMS.find(before)
    wish = aim or GOAL_AFTER.find(after)
    if wish is None or ACHIEVED.find(aim or "") or ACHIEVED.find(scene.after) or BUYERS_AIM.find(before):
        return None
    return Verdict("drop", f"表明目标追求或主观愿望（“{wish.strip()}”），没有说已经达到")


I_LIKE = Clue(
    any_of(
        "我们?",
        "本人",
        "个人",
        "俺",
        "咱",
        "笔者",
        "小编",
        "宝宝",
        "孩子",
        "小朋友",
        "闺女",
        "女儿",
        "儿子",
        "老公",
        "老婆",
        "爸",
        "妈",
        "家人",
        "闺蜜",
        "他",
        "她",
        "你们?",
        "大家",
        "朋友",
    )
    + "[^,;]{0,8}$"
)
LIKING = Clue(
    "最(?:为)?(?:喜欢|喜爱|爱|钟爱|期待|怕|想|讨厌|惦记|怀念|舍不得|看重|在意|关心|担心|在乎|常|"
    "满意|需要|羡慕|佩服|后悔|受不了|馋|盼)"
)
OPINION = Clue(
    "(?:我|本人|个人|自己|俺|笔者)(?:们)?(?:自己)?(?:觉得|认为|感觉|心[里中目]|来说|而言|来讲|"
    "吃过|喝过|用过|看过|见过|听过|住过|去过|玩过|读过)|对我(?:来说|而言)|在我(?:看来|"
    "心[里中目])|我(?:这辈子|长这么大|人生)"
)
PROMOTES = Clue("推荐|安利|种草|回购|入手|囤|冲|链接|下单|同款|闭眼")


def preference(scene: Scene) -> Verdict | None:
    """What the speaker likes or thinks, where nothing is for sale."""
    before = stretch_before(scene)
    liking = LIKING.covering(scene)
    liker = I_LIKE.find(before)
    opinion = OPINION.find(scene.before)
    if not (liking and liker) and not opinion:
        return None
    said = f"{liker}{liking}" if liking and liker else opinion
    if scene.facts.commercial or PROMOTES.find(scene.sentence_text):
        return (
            Verdict("info", f"个人喜好（“{said}”），但文中有推荐或营销信号，需核对有无商业合作")
            if liking
            else None
        )
    return Verdict("drop" if liking else "info", f"没有营销信号的个人喜好或感受（“{said}”）")


BELOVED = (
    "朋友|伙伴|安排|自己|你|您|我|年纪|年华|时光|时代|岁月|青春|结果|遇见|相遇|爱|爱情|陪伴|告别|"
    "我们|证明|回报|祝福|祝愿|回答|妈妈|爸爸|父亲|母亲|父母|开始|例子|"
    "人(?!才|气|力资|工|体|造|脉|流|参)|一天|日子|春天|夏天|秋天|冬天|季节|年龄|礼物|心意|笑容|风景|风景线|瞬间|模样|样子|时刻|"
    "记忆|回忆|童年|故事|梦|夜晚|邂逅|逆行者|夕阳|人间|中国|乡村|教师|新娘|女神|"
    "女人|女孩|妈咪|男人|仔|主角|宝贝|公主|王子|星|她|他|状态(?:迎接|出现|面对)"
)
FELT = Clue(
    any_of(
        f"最[^,。的最]{{1,4}}的(?:那个|那颗|那片|一个)?(?:{BELOVED})(?!霜|膏|水)",
        "最(?:亲爱|真挚|诚挚|衷心|美好|亲密|开心|幸福|快乐|难忘|感动|温暖|温柔|浪漫|思念|牵挂|"
        "心疼|遗憾|怀念|想念|伟大|可爱|纯真|深情|懂你?|长情)的",
        "最美逆行者|最美(?:的样子|时光|年华|人间|瞬间|中国|乡村教师|风景线|夕阳|遇见)|最好的年华",
        "(?:你|您|她|他|宝贝|女神)(?:就|永远|依然|依旧|都|才|便|将)?(?:会)?(?:是|做|成为|"
        "当)[^,]{0,6}最[^,。]{1,4}",
        "(?:你|您|她)最(?:亮眼|耀眼|闪亮|美|靓|帅|飒|酷|迷人|漂亮|可爱|好看)(?=$|[,。!~])",
        "世界上?最(?:远的距离|好的(?:妈妈|爸爸|爱|你)|大的(?:幸福|乐趣|快乐))",
        "(?:每|任何)[^,。]{0,10}都?是[^,。]{0,6}(?:独一无二|唯一)",
        "(?:独一无二|最好|最美|最棒)的(?:你|自己|她|他|我)",
        "(?:你|她|他|自己|孩子|宝宝|妈妈|生命)(?!们)[^,。]{0,6}(?:独一无二|无可替代)",
        "唯一的?(?:女儿|儿子|孩子|亲人|爱好|愿望|念想|臣民|玩伴)",
        "最(?:怕|担心|忙|累|难过|后悔|尴尬|无奈)(?!您|你|的人)",
        "(?:愿|祝|祝愿|祝福)[^,。]{0,14}最[^,。]{1,4}",
    )
)
OF_GOODS = Clue(
    "(?:产品|商品|品牌|面霜|精华|配方|技术|工艺|价格?|价|服务|疗效|效果|课程|楼盘|户型|手机|"
    "机器)(?:都)?(?:是|的)?[^,]{0,4}$"
)


def feeling(scene: Scene) -> Verdict | None:
    """Tenderness, good wishes and stories: the superlative speaks of people and moments, not of goods."""
    felt = FELT.covering(scene)
    if felt is None or OF_GOODS.find(stretch_before(scene)):
        return None
    return Verdict("drop", f"“{felt}”写人、情感或时刻，与商品的性能质量没有直接关联")


GOAL = Context(
    key="goal",
    title="目标、理念与愿望",
    basis="《广告绝对化用语执法指南》第五条第一、二项",
    judge=goal,
)
PREFERENCE = Context(
    key="preference",
    title="个人喜好",
    basis="《〈广告法〉适用问题执法指南（一）》第四条（自费真实分享）；《广告绝对化用语执法指南》第五条第三项",
    judge=preference,
)
FEELING = Context(
    key="feeling",
    title="情感与叙事",
    basis="《广告绝对化用语执法指南》第五条第三项（与商品性能质量无直接关联且不误导）",
    judge=feeling,
)
