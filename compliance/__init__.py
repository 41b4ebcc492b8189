"""预审 Yushen: pre-publication review of marketing content.

from compliance import check
for v in check("全网最低价，根治失眠").violations:
    print(v.line, v.column, v.severity, v.excerpt, v.basis[0])
"""

from __future__ import annotations

from compliance.api import check, check_file
from compliance.engine import Checker
from compliance.errors import ComplianceError, ConfigError, InputError, PackError
from compliance.report import Report, Violation
from compliance.rule import Severity
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
