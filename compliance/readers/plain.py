"""Plain text: what stands in the file is what the reader sees."""

from __future__ import annotations

from compliance.readers.decoding import decode
from compliance.text import Document


def read(content: bytes, name: str) -> Document:
    """The text as it stands; line breaks are kept, a byte order mark is not part of it.

    Raises:
        InputError: not text, or an encoding we do not know.
    """
    text = decode(content, name)
    return Document(name=name, source=text, visible=text, kind="text")
