"""``python -m compliance.cli``."""

from __future__ import annotations

from compliance.cli.main import entry

entry()
