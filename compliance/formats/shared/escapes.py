"""Text made harmless for the file it goes into."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""A spreadsheet may run a cell that starts so (full-width signs too, in East Asian locales)."""
CELL_LIMIT = 32_767  # characters a spreadsheet cell holds


def xml_safe(text: str) -> str:
    """Without characters that XML 1.0 cannot hold; each becomes U+FFFD."""
    return _NOT_XML.sub("�", text)


def formula_safe(text: str) -> str:
    """A CSV cell no spreadsheet takes for a formula: an apostrophe goes before the sign."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def one_line(text: str) -> str:
    """Line breaks as spaces."""
    return " ".join(text.split())
