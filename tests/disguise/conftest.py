"""A small vocabulary, the shipped tables, and a reader that tells which words a text hides and where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from compliance.disguise import Tables, Vocabulary, tables_from
from tests.disguise.cases import places

FOLDER = Path(__file__).parent.parent.parent / "rules" / "disguises"
WORDS = """
最好 最佳 最强 最低价 最便宜 最有效 最优惠 最先进 最安全 最新 最好用 最高级 最专业 第一 第一品牌
全网第一 销量第一 行业第一 国家级 世界级 顶级 极品 唯一 独一无二 独一 独家 首创 首家 全国首家 绝对
绝对有效 百分百 百分百有效 百分之百 100% 100%有效 no.1 top1 零风险 零添加 零副作用 永久 治疗 根治 专治
治愈 治愈率 疗效 痊愈 根除 药到病除 包治百病 肥胖 祛湿 祖传秘方 秘方 糖尿病 高血压 高血糖 高血脂 癌症
抗癌 防癌 失眠 消炎 抗炎 消肿 水肿 排毒 杀菌 止痛 健脾 脾胃 养胃 壮阳 补肾 强肾 风湿 激素 医生推荐
专家推荐 减肥 瘦身 美白 祛斑 丰胸 玻尿酸 肉毒素 处方药 特效药 电子烟 保过 包过 保过班 保本 保本保息
稳赚 稳赚不赔 日赚 返现 好评返现 好评 红包 福利 秒杀 加微信 微信 微信号 加qq qq qq群 公众号 主页 私信
朋友圈 加群 进群 入群 扫码 二维码 联系我 联系方式 下单 驰名商标 驰名 高科技 授权 b站 淘宝 京东 拼多多
抖音 小红书 视频号 赚钱 刷单 胖 抗老 万无一失 一劳永逸 立竿见影 关节炎 颈椎病 前列腺炎 心脏病 骨质疏松
免疫力 抑制肿瘤 延缓衰老 抗衰老 国家专利 专利技术 永不复发 当天见效 病 药
"""


@pytest.fixture(scope="session")
def tables() -> Tables:
    return tables_from({path.name: parsed(path) for path in sorted(FOLDER.glob("*.yaml"))})


@pytest.fixture(scope="session")
def vocabulary(tables: Tables) -> Vocabulary:
    return Vocabulary(frozenset(WORDS.split()), tables)


@pytest.fixture(scope="session")
def hidden(vocabulary: Vocabulary) -> Callable[[str], set[tuple[str, str]]]:
    """The words of the vocabulary that a text hides, each with the stretch of the text that hides it."""

    def hidden(text: str) -> set[tuple[str, str]]:
        return {(word, text[start:end]) for word, start, end in places(text, vocabulary)}

    return hidden


def parsed(path: Path) -> dict[str, object]:
    """A disguise file with every scalar a string, as the pack loader reads it."""
    return dict(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
