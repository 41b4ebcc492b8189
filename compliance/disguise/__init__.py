"""Risky foldings: readings of a text in which a disguise is undone.

A view rewrites the sentences that look disguised and remembers, for every character, where it came from and
which stretches were rewritten by which technique. A match in a view counts only where it rests on a rewritten
stretch and the disguise is evident there.
"""

from __future__ import annotations

from compliance.disguise.views import Mark, View, Vocabulary, evident, views

__all__ = ["Mark", "View", "Vocabulary", "evident", "views"]
