"""Scripts made by chance: ordinary lines, risky phrases of many packs, disguises, emoji, odd line ends."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Final, NamedTuple

RISKY: Final = (
    *("全网最低价", "国家级", "顶级", "第一品牌", "史上最强", "百分百有效", "绝对安全", "无效退款"),
    *("治愈湿疹", "三天祛斑", "根治失眠", "一个疗程见效", "药妆", "抗癌", "降血糖", "零副作用"),
    *("稳赚不赔", "年化收益10%", "保本保息", "包过", "押中原题", "零风险", "日入过千", "躺赚"),
    *("加微信领取", "私信发链接", "扫码进群", "最后三天恢复原价", "原价999元现价99元", "驰名商标"),
    *("学区房", "升值潜力巨大", "月瘦二十斤", "特供", "专供", "开光转运", "增强免疫力", "祖传秘方"),
)
FRAMES: Final = (
    *(
        "这款面霜{}，姐妹们放心入。",
        "今晚直播间{}，错过再等一年！",
        "家人们，我们家的茶{}，点击下方链接购买。",
    ),
    *("{}，说的就是这台净水器。", "老板娘说：“{}，你试试就知道。”", "这门课{}，限时 99 元。", "选我们，{}！"),
    *("这个基金{}，开户就送礼。", "新品上架：{}；数量不多。", "{}的好东西，直接拍"),
)
PLAIN: Final = (
    *("今天天气不错，我们去公园走走。", "先把水烧开，再放面条。", "这张桌子是爸爸做的", "猫在窗台上睡着了。"),
    *("面料是棉麻，洗之前先泡十分钟。", "Vlog 第 12 期 & 碎碎念，记录一下。", '他说"好"，然后就走了。'),
    *("1 < 2，3 > 2，大家都懂。", "收货地址别写错，改址找客服。", "背景音乐是我自己弹的", "明天见。"),
    *("𠮷野家旁边那家店，排队二十分钟。", "图 a/b 对比，左边是旧的", "周三更新，周五答疑。"),
)
EMOJI: Final = ("😀", "🇨🇳", "👩‍👩‍👧", "❤️", "🈶", "𠮷", "é", "\U00020bb7", "✨", "①")
INSERTED: Final = ("·", ".", "丨", "-", "/", "\u200b", " ", "😀", "+")
ALIKE: Final = str.maketrans(
    {"最": "朂", "信": "❤", "国": "囯", "价": "价\u200d", "1": "１", "0": "〇", "金": "釒", "群": "裙"}
)


class Script(NamedTuple):
    """Lines of text and what ends them in files that are text."""

    lines: tuple[str, ...]
    newline: str


def script(chance: Random) -> Script:
    """One script of one to six lines."""
    lines = [_line(chance) for _ in range(chance.randint(1, 6))]
    return Script(tuple(lines), chance.choice(("\n", "\r\n")))


def _line(chance: Random) -> str:
    if chance.random() < 0.4:
        line = chance.choice(PLAIN)
    else:
        line = chance.choice(FRAMES).format(_disguised(chance, chance.choice(RISKY)))
    if chance.random() < 0.3:
        at = chance.randint(1, len(line))
        line = line[:at] + chance.choice(EMOJI) + line[at:]
    return line


def _disguised(chance: Random, phrase: str) -> str:
    """The phrase as it is, or hidden: signs put in, letters exchanged for others that look alike."""
    kind = chance.random()
    if kind < 0.6:
        return phrase
    if kind < 0.8:
        sign = chance.choice(INSERTED)
        return sign.join(phrase)
    if kind < 0.9:
        at = chance.randint(1, len(phrase) - 1)
        return phrase[:at] + chance.choice(INSERTED) + phrase[at:]
    return phrase.translate(ALIKE)


def scripts(count: int, seed: int) -> Sequence[Script]:
    """The same scripts for the same seed."""
    chance = Random(seed)
    return [script(chance) for _ in range(count)]
