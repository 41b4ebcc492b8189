"""Contexts: each a reason why a risky word is harmless, or less risky, where it stands.

Each is defined once, here in this package, and cites the provision that grants it. Rules name the contexts
they accept; ``compliance.exemptions`` applies them.
"""

from __future__ import annotations

from compliance.contexts.attitude import FEELING, GOAL, PREFERENCE
from compliance.contexts.comparison import PART_COMPARISON, SELF_COMPARISON
from compliance.contexts.facts import LEGAL_TITLE, PROPER_NAME, TIME_PLACE_ORDER
from compliance.contexts.genre import NOT_MARKETING
from compliance.contexts.negation import NEGATED
from compliance.contexts.practical import CONSUMER_TIP, ORDER_OF_TIME, QUANTITY_LIMIT
from compliance.contexts.prohibition import PROHIBITION
from compliance.contexts.senses import ADVICE, NON_DISEASE, STATUTORY
from compliance.contexts.speech import QUESTION, QUOTED
from compliance.contexts.types import Context, Verdict

_ALL = (
    NEGATED,
    QUESTION,
    QUOTED,
    PROHIBITION,
    GOAL,
    SELF_COMPARISON,
    PART_COMPARISON,
    CONSUMER_TIP,
    QUANTITY_LIMIT,
    ORDER_OF_TIME,
    TIME_PLACE_ORDER,
    LEGAL_TITLE,
    PROPER_NAME,
    PREFERENCE,
    FEELING,
    NON_DISEASE,
    ADVICE,
    STATUTORY,
    NOT_MARKETING,
)

CONTEXTS: dict[str, Context] = {context.key: context for context in _ALL}
"""Every context by its key, as rules name it."""

__all__ = ["CONTEXTS", "Context", "Verdict"]
