"""What kind of text it is as a whole."""

from __future__ import annotations

from compliance.contexts.types import Context, Verdict
from compliance.scene import Scene


def not_marketing(scene: Scene) -> Verdict | None:
    """The whole text is news, documentation, chat or a review with no sign of a sale."""
    if scene.facts.marketing:
        return None
    why = scene.facts.why or "没有营销信号"
    return Verdict("info", f"全文不像营销内容：{why}")


NOT_MARKETING = Context(
    key="not_marketing",
    title="不是营销内容",
    basis="《〈广告法〉适用问题执法指南（一）》第三、四条（不推销商品或服务的内容不是广告）",
    judge=not_marketing,
)
