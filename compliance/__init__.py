"""预审 Yushen: pre-publication review of marketing content.

from compliance import check
for v in check("全网最低价，根治失眠").violations:
    print(v.line, v.column, v.severity, v.excerpt, v.basis[0])
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compliance.api import check, check_file
    from compliance.engine import Checker
    from compliance.errors import ComplianceError, ConfigError, InputError, PackError
    from compliance.keys import Severity
    from compliance.report import Report, Violation
    from compliance.text import Document

__version__ = "0.1.0"

__all__ = [
    "Checker",
    "ComplianceError",
    "ConfigError",
    "Document",
    "InputError",
    "PackError",
    "Report",
    "Severity",
    "Violation",
    "check",
    "check_file",
]

_HOME = {
    "Checker": "engine",
    "ComplianceError": "errors",
    "ConfigError": "errors",
    "Document": "text",
    "InputError": "errors",
    "PackError": "errors",
    "Report": "report",
    "Severity": "keys",
    "Violation": "report",
    "check": "api",
    "check_file": "api",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is asked for: ``compliance --help`` needs no engine."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'compliance' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"compliance.{home}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
