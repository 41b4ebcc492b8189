"""Negation and its scope: a claim that is denied is not made."""

from __future__ import annotations

from compliance.contexts.clue import Clue, any_of, stretch_after, stretch_before
from compliance.contexts.types import Context, Verdict
from compliance.scene import Scene

SCOPE = 8  # code points a negation reaches forward inside its clause

LOOKS_NEGATIVE = Clue(
    any_of(
        "不(?:仅|但|愧|只|止|限|光|单|断|同|错|如|过|用(?![于作])|看|查|凡|少|妨|失|亚于|禁|俗|"
        "输|逊|愁|负|等式)",
        "不可(?:思议|或缺|多得|错过|抗拒|小觑|估量|比拟)",
        "不容(?:错过|小觑|置疑)",
        "不得了",
        "(?:毫)?不(?:夸张|吹牛?|骗|开玩笑|客气|谦虚|瞒|忽悠)",
        "不是(?:我)?(?:吹|盖的|开玩笑|骗)",
        "(?:不要|不能|别|不容|切勿|勿)(?:再)?(?:错过|犹豫|忘|担心|怕|怀疑|小看|等|浪费)",
        "别(?:家|人|的|处|致|样|具|墅|名|称|提|看|开生面|出心裁)",
        "(?<=[特分级类性个区识辨鉴告])别",
        "(?:是不是|要不要|能不能|会不会|好不好|可不可以|有没有|行不行|信不信)",
        "没(?:错|的说|得说|话说|想到|毛病|问题|准)",
        "没有(?:之一|套路|中间商|对手)",
        "无(?:非|论|限|敌|双|疑|比|与伦比|可挑剔|添加|需|须|副作用|痛|创|忧)",
        "非(?:常|凡|洲|遗|物质|处方|同|要|此|但|特|转基因|买不可)",
        "未(?:来|成年|婚)",
        "勿忘",
    )
)

DOUBLE = Clue(
    any_of(
        "不得不|不能不|不会不|无不|莫不|无一不|没有不|没有一[个款家样]不|没人不|不是不|不无",
        "难道不|岂不|何尝不|还不是|可不就?是|这不就是|谁(?:说|敢说)不是|哪[个款]不",
        "没有?(?:谁|人|哪家|别家|别人|任何|其他|同行|第二).{0,8}(?:比|更|像我们|做得?到|做不到)",
        "没有?比",
        "第二.{0,8}没(?:有)?人?敢",
        "非.{1,12}(?:不可|莫属|不[买用选卖])",
        "不(?:醉|见|达|破|疯|嗨|浪|打|到[一-龥]{1,3})不",
    )
)

MODAL = any_of(
    "(?:并|绝|决|从|更|也|都|可|还|又|就|亦)?不(?:是|能|得|会|可|可以|敢|想|说|讲|称|谈|写|提|做|"
    "搞|必|应|该|应该|宜|准|许|允许|再|要|需要|存在|具备|具有|具|追求|"
    "建议|提倡|鼓励|支持|承诺|保证|确保|代表|意味着?|等于|等同于?|属于|属|涉及|用于|替代|代替|"
    "宣传|宣称|声称|自称|提供|推荐|含|构成)",
    "不一定|不见得|未必|谈不上|称不上|算不上|说不上|够不上|配不上|并非|绝非|而非|决非|无法|无权|"
    "无从|难以|从未|从不|尚未|未曾|未能|未(?:经|获|达|取得|使用|添加|做|说|承诺|宣称|宣传|涉及|包含|检出|出现|发现|见|作出|通过|得到|加|含|用过?|有)",
    "请勿|切勿|切忌|勿|禁止|严禁|谢绝|≠|谁说|哪有|哪来|何来|别(?:再)?(?:说|信|买|追求|指望|想|"
    "以为|用|拿|乱|迷信|被|轻信|当)?",
    "(?:避免|防止|杜绝|拒绝|抵制)(?:使用|出现|宣传|宣称|追求|盲目|一味|过度|误|说|用|写|以|被)",
)
MODIFIER = any_of(
    "任何",
    "所谓的?",
    "什么",
    "绝对的?",
    "一[种款个家]",
    "哪[个款种家]",
    "获得?过?",
    "取得",
    "宣称",
    "说过?",
    "敢说",
    "声称",
    "达到",
    "做到",
    "追求",
    "使用",
    "出现",
    "必要",
    "人(?:能|敢)?(?:说|承诺|保证)?",
    "产品能",
    "东西能",
    "能",
    "直接",
    "明显的?",
    "证据(?:表明|证明)?",
    "研究(?:表明|证明)",
)
DENIES = Clue(f"{MODAL}(?P<gap>(?:[^,;:、的]{{0,{SCOPE}}}、){{0,4}}[^,;:、]{{0,{SCOPE}}})$")
LACKS = Clue(f'(?:没有?|毫无|并无|无|不|非)(?P<gap>(?:{MODIFIER}){{0,3}}[“「『"]?)$')
DENIED_AFTER = Clue(
    '^[”」』"]?(?:的?(?:说法|宣传|广告|承诺|效果|功效))?(?:都|也|是|就|更|还|根本|并|其实|完全)?'
    + any_of(
        "不了(?!解|起|了之)",
        "≠",
        "(?:谈不上|算不上|称不上|不敢当|不敢说|不可能|不存在|假的|谣言|骗人|不可信|不靠谱|不成立|"
        "不科学|伪科学|无稽之谈)(?=$|[的啊呢吧了嘛”」])",
    )
)

SCOPE_ENDS = Clue("而是|但|却|就能|也能|便能|即可|就可以|也可以|照样|立马|马上|只有|全靠|的同时|之后")
RELATIVE = Clue(
    "^(?!说|称|是|成|叫|算|宣|自|承|保|代|替|作|被|使|用|出|任|所|有|具|盲|一|绝|追|达|做)[^的]{1,6}的[^的]*$"
)
RHETORICAL_AFTER = Clue("^[^,]{0,10}(?:吗|么|是什么|是啥)$")


def _stands(gap: str) -> bool:
    return not SCOPE_ENDS.find(gap) and not RELATIVE.find(gap)


ANSWERED_NO = Clue(
    '^[”"」\\s]*[“"「]?(?:(?:这个?|这样|那)?(?:我们?|咱们?|我们店)?(?:没法|无法|不能|不敢|不会|没人能)'
    "(?:承诺|保证|打包票|说|断定)|(?:不能|不行|不可以|不会|不是|没有|当然不(?:能|会)|并不)(?:的|哦|呀|啊|呢)*(?:[,。!”]|$))"
)
"""The answer to the question in which the match stands."""


def denial_before(stretch: str) -> str | None:
    """The negation that governs the end of ``stretch``, or None."""
    if DOUBLE.find(stretch):
        return None
    plain = LOOKS_NEGATIVE.compiled.sub(lambda found: "□" * len(found.group()), stretch)
    for clue in (LACKS, DENIES):
        found = clue.compiled.search(plain)
        if found and _stands(found["gap"]):
            return plain[found.start() :]
    return None


def negated(scene: Scene) -> Verdict | None:
    """The match is denied in its own clause; double negations and rhetorical questions deny nothing."""
    after = stretch_after(scene)
    if denied := DENIED_AFTER.find(after):
        return Verdict("drop", f"命中后紧接否定“{denied.strip('”」』')}”，没有作出该项宣称")
    if scene.end_mark == "?" and (answer := ANSWERED_NO.find(scene.next_sentence)):
        return Verdict("drop", f"提问之后答“{answer.strip(' ”“,。!')}”，没有作出该项宣称")
    before = stretch_before(scene)
    denial = denial_before(before)
    if denial is None or DOUBLE.find(before + scene.phrase) or _rhetorical(scene, after):
        return None
    return Verdict("drop", f"命中前有否定词“{denial}”，同一分句内没有转折，没有作出该项宣称")


def _rhetorical(scene: Scene, after: str) -> bool:
    return bool(RHETORICAL_AFTER.find(after)) and scene.end_mark in ("?", "!", "")


NEGATED = Context(
    key="negated",
    title="否定",
    basis="非宣称：否定句没有作出该项宣称；绝对化用语另见《广告绝对化用语执法指南》第五条第三项",
    judge=negated,
)
