"""What the page accepts, in one place."""

from __future__ import annotations

MAX_BODY_BYTES = 10 * 1024 * 1024  # a Word file full of pictures; more is not a script
MAX_TEXT_CHARS = 200_000  # about eleven hours of speech at 300 characters a minute
MAX_FORM_BYTES = 2 * 1024 * 1024  # room to send a text over the limit back with its message
MAX_FORM_PARTS = 100  # the form has about 40, checkboxes included
MAX_FILE_NAME_CHARS = 200  # longer names are cut: they are only shown
MAX_CHECKERS = 16  # settings kept compiled; a compiled checker takes some ten megabytes
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")  # names under which only this machine answers
