"""Texts that warn, forbid, teach or punish: they name a claim in order to keep people from it."""

from __future__ import annotations

from compliance.contexts.clue import Clue, any_of
from compliance.contexts.speech import CLAIMS, inside_quotes
from compliance.contexts.types import Context, Verdict
from compliance.scene import Scene

HEADING_REACH = 700  # code points: a heading rules the list or table below it, not a whole handbook
OPENING = 400  # code points: where a document says what it is

FORBIDS = Clue(
    any_of(
        "禁用(?:词|语|话术|表述)|违禁(?:词|语|话术)|敏感词|极限词|红线(?:词|清单|话术)?|屏蔽词|黑名单",
        "(?:不得(?!不)|不能|不可以?|不准|不许|不允许|不应|禁止|严禁|切勿|请勿|避免|杜绝|"
        "一律不)[^。,;]{0,10}(?:使用|出现|含有|宣称|声称|写|用|说|提|讲|称|宣传|带有|包含|标注|"
        "承诺|暗示)",
        "(?:错误|反面|违规|不合规|踩雷)(?:示例|示范|案例|例子|例句|话术|写法|表述|用语)|反例",
        '(?:✗|❌|×|✘|🚫)\\s*[“"「]?',
        '(?:删掉|删除|去掉|替换|换掉|改掉)[^。,;]{0,4}[“"「]',
        "(?:会被|容易|直接|一律)(?:判|限流|下架|封|退回|驳回|扣分)",
        '(?:不要|别(?![家人处])|莫)(?:再)?(?:写|出现|使用|用上?|带上?|标)[^。;,]{0,12}[“"「]',
    )
)
SENT_BACK = Clue(
    "^[^。;]{0,40}?(?:等(?:词|字眼|说法|用语|字样|表述|话术|内容)?|的)[^。;]{0,8}?"
    "(?:退回|打回|删除|删掉|删去|改掉|修改|替换|禁用|不予(?:通过|发布)|不过审|不能过审|下架)"
)
"""What follows a list of words that a script may not have."""
DEBUNKS = Clue(
    "(?:没有?|毫无|缺乏|无)(?:任何|科学|医学)?(?:依据|根据)|不可信|信不得|不靠谱|骗人的?|大?家?别(?:再)?信|"
    "不要(?:轻)?信|(?:什么|一点|丝毫)?(?:变化|效果|作用|用处)(?:都|也)?没有"
)
HEARSAY = Clue("说(?:是|能|那个?|这个?|它|吃了|用了)[^。;]{0,12}$")
WINKS = Clue(
    "懂的都懂|你懂的|你们懂|懂得都懂|不让(?:我们?)?说|限制.{0,4}不能|只能(?:说|用谐音)|偷偷|悄悄|"
    "心里(?:清楚|明白)|我就不(?:说|多说)"
)
LIST_HEADING = Clue(
    "(?:禁用|违禁|敏感|极限|禁止(?:使用|出现)|不能(?:说|写|用|出现)|不得(?:使用|出现)|红线|反面|"
    "错误|违规|踩雷)[^。\n]{0,12}"
    "(?:词|话术|用语|说法|表述|清单|示例|示范|案例|列表|对照|内容)"
)
LIST_ENDS = Clue(
    "(?:推荐|建议|正确|合规|可以|允许)(?:的)?(?:说法|写法|话术|用语|示例|示范|表述|使用的)|"
    "以下(?:为|是)?(?:正文|脚本|口播)|正文[::]|口播[::]|脚本[::]"
)
LAW = Clue(
    "《[^》]{1,30}(?:法|条例|办法|规定|规则|指南|准则|细则|规范|通知|公告|意见|标准)》|"
    "第[一二三四五六七八九十百零\\d]{1,5}条"
)
NORM = Clue("不得|禁止|严禁|应当|规定|违反|违背|构成|属于|涉嫌|处罚|罚款|责令|不准|明确")
CLAIMS_APPROVAL = Clue(
    "依据[^,]{0,20}(?:批准|认证|生产|检测)|经[^,]{0,20}(?:批准|认证|认定)|符合[^,]{0,20}(?:标准|规定|要求)"
)
PUNISHES = Clue(
    any_of(
        "(?:被|依法|处以?|处罚款?|作出|开出|下达|合计|共计|累计)[^。]{0,8}(?:罚款|处罚|罚没|查处|罚单)",
        "行政处罚|顶格处罚|立案(?:调查|查处|侦查)?|涉嫌(?:违法|虚假|违反|发布|诈骗|传销|欺诈|"
        "夸大|构成|误导)|责令(?:停止|改正|整改|下架)",
        "虚假(?:宣传|广告|承诺)(?:的?(?:行为|内容|案|嫌疑|,|。|$))|(?:构成|属于|系|属)(?:虚假|"
        "违法|欺诈|诈骗|误导|夸大)",
        "当事人|典型案例|执法(?:人员|部门)|消(?:费者)?协(?:会)?(?:提醒|提示|发布)",
        "市场监(?:督管理|管)(?:总局|部门|局)[^。]{0,12}(?:提醒|提示|通报|查处|公布|发布|检查|抽检|认定|指出|"
        "约谈|责令|调查|处罚|立案|获悉|表示)",
        "骗局|骗子|诈骗|传销|受骗|被骗|上当|谣言|辟谣|伪科学",
    )
)
ALERTS = Clue(
    "警惕|谨防|当心|小心|提防|切勿(?:轻信|相信|听信)|(?:不要|别|勿)(?:轻信|相信|听信|被)|避坑|"
    "消费(?:提示|提醒|警示)|反诈|识破|揭秘|曝光|凡是"
)
TALKS_OF_CLAIMS = Clue(
    "承诺|宣传|广告|陷阱|套路|幌子|诱导|话术|字样|凡是|噱头|名义|推销|诱惑|忽悠|声称|宣称|自称|号称|打着|所谓"
)
OWN_SALE = Clue("本品|我们|我家|本店|咱家|咱们|认准|这款|我司|正品|假一(?:罚|赔)|本院")
MANUAL = Clue(
    any_of(
        "(?:禁用|违禁|敏感|极限)(?:词|话术|用语)[^。\n]{0,10}(?:培训|清单|手册|汇总|大全|对照|"
        "列表|自查|学习)",
        "(?:合规|法务|审核|广告法|反诈|话术)[^。\n]{0,10}(?:培训|手册|指引|规范|学习|考试|讲义|"
        "解读|科普|自查)",
        "(?:典型|处罚|违法|警示)[^。\n]{0,6}案例",
        "消费(?:提示|提醒|警示)|行政处罚(?:决定|公示|信息)|执法指南|辟谣",
    )
)


def prohibition(scene: Scene) -> Verdict | None:
    """The match is named in a list of forbidden words, a lesson, a law, a warning or a penalty report."""
    sentence = scene.sentence_text
    if WINKS.find(sentence):
        return None
    return _forbidden(scene) or _regulated(sentence) or _warned(scene, sentence) or _taught(scene)


def _forbidden(scene: Scene) -> Verdict | None:
    if OWN_SALE.find(scene.after):
        return None
    if found := FORBIDS.find(scene.before):
        return Verdict("drop", f"命中前写明“{found.strip()}”，是列举不许使用的说法")
    if inside_quotes(scene) and SENT_BACK.find(scene.after):
        return Verdict("drop", "命中后写明退回或修改，是列举不许使用的说法")
    return None


def _regulated(sentence: str) -> Verdict | None:
    law = LAW.find(sentence)
    if law is None or not NORM.find(sentence) or CLAIMS_APPROVAL.find(sentence):
        return None
    return Verdict("info", f"引用或解释法规（{law}），不是对商品的宣称")


def _warned(scene: Scene, sentence: str) -> Verdict | None:
    if OWN_SALE.find(sentence):
        return None
    if found := PUNISHES.find(sentence) or PUNISHES.find(scene.next_sentence):
        return Verdict("info", f"处罚、案例或揭露（“{found.strip()}”），提到该词是为了制止它")
    if not scene.facts.commercial and (CLAIMS.find(scene.before) or HEARSAY.find(scene.before)):
        doubt = DEBUNKS.find(scene.after) or DEBUNKS.find(scene.next_sentence)
        if doubt and not OWN_SALE.find(scene.next_sentence):
            return Verdict("info", f"转述之后予以否定（“{doubt}”）")
    alert = ALERTS.find(scene.before) or ALERTS.find(scene.next_sentence)
    if alert is None or scene.facts.commercial:
        return None
    if TALKS_OF_CLAIMS.find(sentence) or CLAIMS.find(scene.before) or inside_quotes(scene):
        return Verdict("info", f"消费警示（“{alert}”），提到该说法是为了提醒防范")
    return None


def _taught(scene: Scene) -> Verdict | None:
    if scene.facts.commercial:
        return None
    above = scene.text[max(0, scene.start - HEADING_REACH) : scene.start]
    heading = _last(LIST_HEADING, above)
    if heading and not LIST_ENDS.find(above[heading[1] :]):
        return Verdict("drop", f"列在“{heading[0].strip()}”之下，是不许使用的说法")
    if manual := MANUAL.find(scene.text[:OPENING]):
        return Verdict("info", f"全文是培训、警示或案例材料（“{manual.strip()}”）")
    return None


def _last(clue: Clue, text: str) -> tuple[str, int] | None:
    found = list(clue.compiled.finditer(text))
    return (found[-1].group(), found[-1].end()) if found else None


PROHIBITION = Context(
    key="prohibition",
    title="禁用清单、法规、培训与警示",
    basis="非宣称：《〈广告法〉适用问题执法指南（一）》第四条（普法、科普、警示不是推销商品）",
    judge=prohibition,
)
