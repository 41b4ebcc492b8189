"""Contexts: each a reason why a risky word is harmless, or less risky, where it stands.

Each is defined once, here in this package, and cites the provision that grants it. Rules name the contexts
they accept; ``compliance.exemptions`` applies them.
"""

from __future__ import annotations

from compliance.contexts.types import Context, Verdict

CONTEXTS: dict[str, Context] = {}
"""Every context by its key, as rules name it."""

__all__ = ["CONTEXTS", "Context", "Verdict"]
