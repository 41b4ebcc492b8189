"""Rule packs: found, read strictly, validated, compiled, cached, selected."""

from __future__ import annotations

from compliance.packs.library import Library, Pack, builtin_rules, library

__all__ = ["Library", "Pack", "builtin_rules", "library"]
