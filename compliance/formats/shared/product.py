"""What this program calls itself in reports."""

from __future__ import annotations

from compliance import __version__

NAME = "yushen-compliance"
VERSION = __version__
