"""Who speaks, and how: real questions, reports of what others say, lists of what may not be said."""

from __future__ import annotations

from compliance.contexts.clue import Clue, any_of, stretch_before
from compliance.contexts.types import Context, Verdict
from compliance.scene import Scene

ASKS = Clue(
    any_of(
        "哪(?:个|款|种|家|些|里|儿|边|一|天|位|类|只|台|瓶|支|国)?",
        "什么",
        "怎么(?!做到|还|这么|能|会)",
        "怎样",
        "如何(?!做到|成为)",
        "谁",
        "多少",
        "几[个天次号点月年]",
        "啥",
        "(?:是不是|能不能|会不会|可不可以|有没有|该不该|靠不靠谱)(?!想)",
        "吗$",
        "呢$",
        "么$",
        "真的假的",
        "是否",
    )
)
PRESUPPOSES = Clue("为什么|为啥|为何|凭什么|怎么做到|如何做到|如何成为|怎么成为|何以")
HOOK = Clue(
    any_of(
        "想(?:要|不想|拥有|让|变|在|找|瘦|白)",
        "你想|您想",
        "是否(?:想|在|还|渴望)",
        "还在",
        "还不",
        "还(?:有比|用|需要|怕|愁)",
        "要不要",
        "难道",
        "岂",
        "何不",
        "何必",
        "谁不|哪个不",
        "谁能(?:拒绝|抵|不)",
        "怎能|怎么能|怎会",
        "心动",
        "渴望",
        "知道吗|听说过吗|听过吗|试过吗|见过吗|体验过|用过吗",
        "不.{0,8}吗$",
    )
)
HOW_TO = Clue(
    "^[^哪谁吗]*(?:怎么|怎样|如何)(?!选|挑|买|看|判断|分辨|辨别|办|算|去|走|评价|理解|说|定义)[^哪谁吗]*$"
)
TAKES_CREDIT = Clue(
    '^[“"「(\\s]*'
    + any_of(
        "答案(?:就|只|当然|是肯定)",
        "当然(?!不|没)",
        "(?:那|它)?(?:就|肯定|必须|一定|必然|无疑)(?:是|选|它|来|在|找|认准)",
        "就(?:这|它|选|用|买)",
        "必(?:须|选)",
        "非.{1,12}莫属",
        "首选",
        "认准",
        "选(?:择)?(?:我们|它|这|本|.{1,8}就对)",
        "我们",
        "咱",
        "本(?:品|店|公司|款|产品|院|机构)",
        "这[款瓶一]",
        "它",
        "没错",
        "有(?:了|它|我们)",
        "来.{0,10}(?:就|吧|啊)",
        "找.{0,10}(?:就|吧|啊)",
        "交给",
        "试试",
        "用它",
        "买它",
        "(?:能|可以|会|有效|有用|是的|是|对|肯定|必须|行|yes)(?:的|啊|呀|哦)*(?:$|[,!])",
        ".{0,14}(?:告诉你|帮你|帮您|搞定|给你答案|来帮|满足你|你值得|值得拥有|就够了|就对了)",
    )
)
_OPEN_ENDS = frozenset("\n\r")


def question(scene: Scene) -> Verdict | None:
    """A question that really asks; one that the seller answers with its own product does not count."""
    sentence = scene.sentence_text
    asked = ASKS.find(sentence)
    if asked is None or PRESUPPOSES.find(sentence) or HOOK.find(sentence):
        return None
    if not _is_asked(scene, sentence) or TAKES_CREDIT.find(scene.next_sentence):
        return None
    if HOW_TO.find(sentence) and (scene.facts.commercial or scene.end_mark != "?"):
        return None
    return Verdict("info", f"疑问句（“{asked}”），是提问而非宣称；下文没有用自己的商品作答")


def _is_asked(scene: Scene, sentence: str) -> bool:
    if scene.end_mark == "?":
        return True
    title = scene.end_mark == "" or scene.end_mark in _OPEN_ENDS
    return title and "," not in sentence and ";" not in sentence


OWN = Clue("我们|本店|本品|本公司|本院|本产品|我家|咱家|咱们|这款|此款|认准|我司|自家")
ADMIRERS = Clue(
    "顾客|客户|用户|网友|粉丝|学员|患者|病人|家长|宝妈|姐妹|买家|会员|老客|回头客|亲测|邻居|同事|"
    "朋友|闺蜜|好评|留言|反馈|"
    "口碑|大家都|人人都|都说|医生|专家|教授|院士|老师|明星|达人|妈妈"
)
OTHERS = Clue(
    any_of(
        "某(?:些|个|家)?(?:商家|品牌|店|主播|机构|产品|公司|平台|博主|品|人)",
        "(?:一些|有的|有些|部分|个别|不少|很多|许多|不良|不法|无良|黑心|其他|别的)(?:商家|品牌|"
        "店铺?|主播|机构|产品|公司|平台|博主|商贩|人|广告|中介)",
        "同行|竞品|竞争对手|对方|骗子|当事人|涉案|该(?:店|公司|产品|企业|账号|直播间|商品)|商家|"
        "卖家|推销员|销售员|中介",
        "广告(?:里|中|上|语)?(?:说|称|宣称|写)|媒体|报道|记者|通报|传言|网传|谣传|据传|坊间",
    )
)
CLAIMS = Clue(
    "号称|自称|声称|宣称|谎称|自诩|自封|吹嘘|吹成|吹捧成|鼓吹|标榜|打着|冒充|假冒|伪称|妄称|网传|"
    "谣传|据传|所谓的?|鼓吹|宣传(?:自己|其)?(?:是|为|能)?|说是|说自己|说能|写着|被曝|打出|使用"
)
SO_CALLED = Clue(
    "(?:所谓的?|号称|自称|声称|宣称|谎称|自诩|自封|吹嘘|吹成|标榜|打着|妄称|网传|谣传)[^,;]{0,10}$"
)
QUOTE_OPENS = '“「『"‘'
QUOTE_CLOSES = '”」』"’'
QUOTE_REACH = 24
TALKED_ABOUT = Clue(
    "^[^“”「」,。]{0,8}"
    + any_of(
        "等?(?:字样|用语|字眼|词语|词汇|词句|话术|宣传语|表述|极限词|违禁词)",
        "[这一二两三四](?:个|几个|类|种|些)?(?:词|字|说法|话)",
        "的?(?:说法|谣言|噱头|幌子|套路|谎言|陷阱|骗局|误区|传言|旗号|名义)",
        "是什么意思|到底(?:是|指)|怎么读|的意思|的定义|的英文",
        "等?(?:内容)?(?:属于|涉嫌|违反|构成|不实|夸大|误导)",
    )
)


def quoted(scene: Scene) -> Verdict | None:
    """Others' words, or a word under discussion; the seller's testimonials and customers' praise are not."""
    before = scene.before
    if inside_quotes(scene) and (about := TALKED_ABOUT.find(_after_quote(scene))):
        return Verdict("info", f"打引号讨论该词（引号后为“{about.strip()}”），不是用它形容商品")
    if OWN.find(scene.sentence_text):
        return None
    if ADMIRERS.find(before):
        return None
    if claim := SO_CALLED.find(stretch_before(scene)):
        return Verdict("info", f"转述他人的说法（“{claim}…”），不是发布者自己的宣称")
    others = OTHERS.find(before)
    if others and (CLAIMS.find(before) or inside_quotes(scene)):
        return Verdict("info", f"转述“{others}”的说法，不是发布者自己的宣称")
    return None


def inside_quotes(scene: Scene) -> bool:
    """Whether quotation marks open before the match and close after it, on the same line and near it."""
    left = scene.text[max(0, scene.start - QUOTE_REACH) : scene.start]
    right = scene.text[scene.end : scene.end + QUOTE_REACH]
    opened = max(left.rfind(mark) for mark in QUOTE_OPENS)
    closed = max(left.rfind(mark) for mark in "”」』’")
    return opened > closed and any(mark in right for mark in QUOTE_CLOSES)


def _after_quote(scene: Scene) -> str:
    right = scene.text[scene.end : scene.end + 2 * QUOTE_REACH]
    closings = [at for at in (right.find(mark) for mark in QUOTE_CLOSES) if at >= 0]
    return right[min(closings) + 1 :] if closings else right


QUOTED = Context(
    key="quoted",
    title="引述他人或讨论词语",
    basis="非宣称：转述、讨论他人说法；《广告法》第二条（推销自己的商品或服务才是广告）",
    judge=quoted,
)
QUESTION = Context(
    key="question",
    title="提问",
    basis="非宣称：疑问句没有断言；是否变相宣称由人判断",
    judge=question,
)
