"""Comparisons that put down nobody: with one's own goods, or among the parts of one article."""

from __future__ import annotations

from compliance.contexts.clue import Clue, any_of, stretch_before
from compliance.contexts.types import Context, Verdict
from compliance.scene import Scene

COMPARES = Clue("最|第一|首|之最|冠军|榜首|top|no\\.?1|之王|销冠|唯一")
OWN_RANGE = Clue(
    any_of(
        "(?:本店|我店|小店|店铺|店里|店内|我们店|我们?家|咱们?家|自家|家里|馆里|本馆|本品牌|"
        "该?品牌|旗下|本公司|我司|厂里|我们)"
        "(?:的)?(?:全部|所有|全线|今年|去年|本季|这季|本月|上半年|入夏以来|开业以来|开店以来|"
        "历年|历来|一直|目前|里|中|内|卖得|卖的|卖|销量|回购|点单|点击|复购|众多|几款|"
        "[^,是]{0,4}款)?",
        "全系|该系列|本系列|同系列|系列(?:里|中|内|之中)|历代|历年|历届|上一代|上代|前代|前作|"
        "旧款|老款|往期|往年(?:的)?|建店以来|开店以来|开业以来|创立以来|成立以来|菜单(?:上|里)|"
        "家族(?:中|里)|同门|自身",
    )
    + "[^,;]{0,10}$"
)
WHOLE_MARKET = Clue(
    "全网|全国|全球|全世界|世界|行业|业内|业界|同行|同类|市面|市场|国内|国际|中国|亚洲|全城|全市|"
    "全省|本地|史上|历史上|宇宙|天下|平台|类目|别家|其他家|其它|任何"
)
CLAIMS_RANK = Clue(
    "(?:我们?家?|咱们?家?|本店|品牌|我司|本公司)(?:的)?[^,里中内]{0,4}(?:是|就是|才是|永远是|"
    "做的是|有着?)[^,里中内款]{0,8}$"
)
OWN_NARROWED = Clue(
    "今年|去年|本季|这季|本月|上个?月|半年|历|往|以来|目前|里|中|内|卖|点单|点击|回购|复购|众多|几款|[^,是]款|系列|代|旧|老|菜单|家族|同门|自身"
)
ENDS_CLAUSE = Clue("^的?(?:$|[,。!?;~、\\s])")
BANNED_TITLE = Clue("国家级|最高级|最佳|顶级|极品|第一品牌|最先进|最权威|最安全|最有效|最专业|最低价|最便宜")
OWN_RECORDS = ("本店（本品牌）内部的销售、版本或检测记录，注明比较范围与期间",)


def self_comparison(scene: Scene) -> Verdict | None:
    """The seller ranks its own goods against each other, or against its own earlier ones."""
    if not COMPARES.find(scene.phrase) or BANNED_TITLE.find(scene.phrase):
        return None
    before = stretch_before(scene)
    own = OWN_RANGE.find(before)
    if own is None or _praises_own_goods(own, scene):
        return None
    if WHOLE_MARKET.find(before + scene.phrase) or CLAIMS_RANK.find(before):
        return None
    return Verdict("info", f"与自己比（“{own.strip()}”），没有同别家比；须能拿出内部数据", OWN_RECORDS)


def _praises_own_goods(own: str, scene: Scene) -> bool:
    """“我们的箱子质量最好” names no range among the seller's own goods: it ranks them above everybody's."""
    return not OWN_NARROWED.find(own) and ENDS_CLAUSE.find(scene.after) is not None


STRIKING = (
    "大|明显|突出|特别|特殊|特色|吸睛|吸引(?:人|眼球|你|目光)|亮眼|出彩|抢眼|夺目|显眼|引人注目|"
    "值得一[提说看]|值得称[赞道]|让人[^,的]{1,6}|令人[^,的]{1,6}|让我[^,的]{1,6}|"
    "打动(?:人|我|你)|戳(?:人|我|心)|有(?:特色|意思|趣|特点|爱|看点|质感|设计感)|巧妙|精彩|惊艳|"
    "惊喜|喜欢|喜爱|满意|点睛|关键|重要|主要|贴心|用心|难得|与众不同|特立独行|妙|美|"
    "实用|暖心|不同|独特|别致|时髦|出众|出挑|个性|直观|直接|常见|可爱|迷人|动人|基本|本质|根本"
)
PART = Clue(
    any_of(
        "最大的?(?:亮点|特点|特色|卖点|不同|优点|优势|区别|惊喜|变化|改动|看点|缺点|不足|遗憾|"
        "好处|设计|心机|升级|魅力|改变)",
        f"最(?:为)?(?:{STRIKING})(?:的)?(?:便|就|还|无疑|当然)?(?:是|要数|莫过于|当属|当数|之处|"
        f"地方|部分|部位|一点|一处|一环|点|设计|细节|特点|亮点|元素|在于|特色|卖点|还数|特征|"
        f"优点|区别)",
        f"最(?:为)?(?:{STRIKING})的(?:就|便|当然|无疑|还|莫过)",
        "唯一的?(?:一个|一处|那)?(?:的)?(?:设计点|装饰|点缀|亮点|缺点|不足|遗憾|色彩|颜色|花纹|"
        "图案|配饰|口袋|纽扣|小?瑕疵|美中不足|问题|槽点)",
        "最(?:上|下|里|外|左|右|内|底|顶|前|后|中间|末)(?:层|面|端|侧|边|部|排|方|头|圈|围|一[层排圈])",
        "最(?:粗|细|宽|窄|厚|薄|高|低|深|浅|长|短|大|小)(?:的)?(?:处|部位|部分|地方|一端|位置|直径|截面)",
    )
)
ARTICLE_REACH = Clue(
    "(?:整(?:条|件|款|套|体|个|双)|全身|裙身|衣身|鞋身|包身|机身|杯身|(?:这|该|此)(?:款|件|条|双|"
    "套|个|台)[^,]{0,8}(?:上|里|中|身上))[^,]{0,4}最[^,]{1,6}(?:地方|部分|部位|细节|设计|一处|"
    "之处)"
)


def part_comparison(scene: Scene) -> Verdict | None:
    """One part, trait or variant of the article against the others of the same article."""
    part = PART.covering(scene) or ARTICLE_REACH.covering(scene)
    if part is None or WHOLE_MARKET.find(stretch_before(scene)):
        return None
    return Verdict("drop", f"“{part}”比的是同一件商品的各部分或各特点，不与他人的商品比")


SELF_COMPARISON = Context(
    key="self_comparison",
    title="自我比较",
    basis="《广告绝对化用语执法指南》第六条第一项；第七条（须能证明真实）",
    judge=self_comparison,
)
PART_COMPARISON = Context(
    key="part_comparison",
    title="商品自身各部分比较",
    basis="《广告绝对化用语执法指南》第五条第三项、第六条第一项",
    judge=part_comparison,
)
