"""``compliance rules new``: a commented pack to start from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from compliance.cli.adoption_pages import RULES_NEW
from compliance.cli.arguments import parse
from compliance.errors import ConfigError
from compliance.formats.shared.width import clean
from compliance.messages import say

NAME = "team.yaml"
SKELETON = """\
# 团队自己的规则包。格式说明：docs/rule-format.md；改完运行 compliance rules test 这个文件夹
# 使用：compliance check 文案/ --packs 这个文件夹，或在 compliance.toml 里写 packs = ["这个文件夹"]
pack: team                      # 包名，全库唯一
title: 团队规则
version: "1"

rules:
  - id: team.retired-slogan     # 编号定了就不改；小写英文、点和短横
    title: 已停用的口号          # 给人看的一句话
    category: unverifiable-fact # 15 个类别之一：compliance rules list
    severity: warning           # error 明令禁止 | warning 取决于证明 | info 请人看
    match:
      terms: [安心一整年, 放心一整年]   # 变体（插符号、谐音、拆字）自动识别
    unless:                     # 什么情况不算
      - context: [negated]      # 否定：不再说“安心一整年”
    message: “{excerpt}”是已停用的口号。
    why: 口号里的期限没有依据；质量部 2026 年起停用。
    suggest: [写明质保的期限和范围]     # 改写；本身也会被全部规则检查
    # fix: {安心一整年: 质保一年}       # 可选：compliance check --fix 时直接替换
    basis:                      # 依据；法规简称见 rules/laws.yaml，也可在本文件夹另写 laws.yaml
      - {law: 广告法, article: 第二十八条第二款第二项}
    examples:                   # ⟦⟧ 标出应报告的范围；compliance rules test 会逐条核对
      flag:
        - 选我们的净水器，⟦安心一整年⟧，现在下单
        - 选我们的净水器，⟦安*心一整年⟧，现在下单
      pass:
        - 我们不再说安心一整年
        - 选我们的净水器，整机质保十二个月，现在下单

# 也可以调整已有规则的级别，或关掉，都要写理由：
# override:
#   absolute.lowest-price: {severity: info, reason: 由价格部另行核对}
"""


def run(words: Sequence[str], lang: str) -> int:
    """Write the pack into a folder; nothing that exists is overwritten.

    Raises:
        ConfigError: there is such a pack already, or the folder cannot be written.
    """
    given = parse(RULES_NEW, words, lang)
    target = Path(given.folder) / NAME
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(SKELETON)
    except FileExistsError:
        raise ConfigError(say(lang, "rules.new.exists", path=target)) from None
    except OSError as error:
        raise ConfigError(say(lang, "cli.cannot_write", path=target, problem=error.strerror)) from None
    print(say(lang, "rules.new.written", path=clean(str(target))))
    return 0
