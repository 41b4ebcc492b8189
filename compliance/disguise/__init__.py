"""Risky foldings: readings of a text in which a disguise is undone.

A view rewrites the sentences that look disguised and remembers, for every character, where it came from and
which stretches were rewritten by which technique. A match in a view counts only where it rests on a rewritten
stretch and the disguise is evident there. Known ways of writing are data (``rules/disguises``), everything
else is worked out from the vocabulary.
"""

from __future__ import annotations

from compliance.disguise.lexicon import Vocabulary
from compliance.disguise.reading import Mark, View
from compliance.disguise.tables import Tables, tables_from
from compliance.disguise.views import evident, views

__all__ = ["Mark", "Tables", "View", "Vocabulary", "evident", "tables_from", "views"]
