"""Rules changed by settings, as a pack: what settings say about rules goes the way every rule goes."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from compliance.config_values import RuleChange
from compliance.errors import ConfigError, did_you_mean
from compliance.packs.library import library
from compliance.packs.store import cache_folder


def known_rules(packs: Sequence[str]) -> frozenset[str]:
    """The ids of all rules, of the built-in packs and of these.

    Raises:
        PackError: a pack cannot be used.
    """
    rules = library(packs)
    numbers = (n for p in rules.packs for n in range(p.first_rule, p.first_rule + p.rule_count))
    return frozenset(rules.spec(number)["id"] for number in numbers)


def pack_of(changes: Sequence[RuleChange], packs: Sequence[str]) -> str:
    """The path of a pack that makes these changes; ``packs`` are the other packs of the check.

    It is kept in the cache folder under the digest of what it says.

    Raises:
        ConfigError: a rule does not exist, or the cache folder cannot be written.
        PackError: a pack cannot be used.
    """
    known = known_rules(packs)
    for change in changes:
        if change.rule_id not in known:
            hint = did_you_mean(change.rule_id, sorted(known))
            raise ConfigError(f"{change.place}: 没有这条规则（no such rule）“{change.rule_id}”{hint}")
    text = _written(changes)
    name = f"settings-{hashlib.sha256(text.encode()).hexdigest()[:20]}.yaml"
    path = Path(cache_folder()) / name
    if not path.exists():
        _keep(path, text)
    return str(path)


def _written(changes: Sequence[RuleChange]) -> str:
    # A JSON string is a double-quoted YAML string, whatever it holds.
    lines = ["pack: project-settings", "title: 项目设置", 'version: "1"', "rules: []", "override:"]
    for change in sorted(changes):
        reason = json.dumps(f"{change.reason}（{change.place}）", ensure_ascii=True)
        lines.append(
            f"  {json.dumps(change.rule_id)}: {{severity: {json.dumps(change.severity)}, reason: {reason}}}"
        )
    return "\n".join(lines) + "\n"


def _keep(path: Path, text: str) -> None:
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        advice = "请设置环境变量 COMPLIANCE_CACHE_DIR，指向一个可写的文件夹"
        problem = f"[rules] 要用到缓存文件夹，但写不了（cannot write）：{error.strerror}；{advice}"
        raise ConfigError(f"{path.parent}: {problem}") from None
