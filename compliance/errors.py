"""What can go wrong, and for whom.

ComplianceError
  PackError             a rule pack cannot be used
    PackSyntaxError       not valid YAML, or YAML we refuse
    PackSchemaError       a key is missing, unknown or wrong
    PackExampleError      a rule contradicts its own example
  InputError            a script cannot be read
    UnsupportedInput      no reader for this kind of file
    InputTooLarge         over a stated limit
    UnsafeInput           bomb, traversal, forbidden XML
  ConfigError           settings cannot be used (also: an unknown industry, platform, channel)

Finding violations is not an error. Every message names the thing, the place and the next step.
"""

from __future__ import annotations


class ComplianceError(Exception):
    """Base of every error this library raises on purpose."""


class PackError(ComplianceError):
    """A rule pack cannot be used.

    Attributes:
        path: the pack file, as shown to the person.
        line: 1-based line, or 0 where the whole file is meant.
        column: 1-based column, or 0.
        problem: what is wrong and what to do, without the place.
        snippet: the offending line of the file, or "".
    """

    def __init__(
        self, path: str, problem: str, *, line: int = 0, column: int = 0, snippet: str = "", width: int = 1
    ) -> None:
        self.path, self.problem, self.line, self.column = path, problem, line, column
        self.snippet, self.width = snippet, width
        super().__init__(self.describe())

    def describe(self) -> str:
        """The error as printed: file:line:column, the problem, the line and a caret."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        if not self.snippet:
            return f"{place}: {self.problem}"
        gutter = f"{self.line:>5} | "
        caret = " " * 5 + " | " + caret_indent(self.snippet, self.column - 1) + "^" * max(1, self.width)
        return f"{place}: {self.problem}\n{gutter}{self.snippet}\n{caret}"


class PackSyntaxError(PackError):
    """Not valid YAML, or YAML with a feature that rule packs may not use."""


class PackSchemaError(PackError):
    """A key is missing, unknown or has a wrong value."""


class PackExampleError(PackError):
    """A rule does not do what its own example says."""


class InputError(ComplianceError):
    """A script cannot be read; ``path`` names it, the message says why and what to do."""

    def __init__(self, path: str, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(f"{path}: {problem}")


class UnsupportedInput(InputError):
    """No reader knows this kind of file."""


class InputTooLarge(InputError):
    """The file is over a stated limit."""


class UnsafeInput(InputError):
    """The file would harm the machine that opens it."""


class ConfigError(ComplianceError):
    """Settings cannot be used."""


def caret_indent(line: str, column: int) -> str:
    """White space as wide as the first ``column`` characters of ``line`` in a terminal.

    Han characters are two cells wide, so a caret under them needs an ideographic space.
    """
    return "".join("\t" if c == "\t" else "　" if ord(c) > 0x2E7F else " " for c in line[:column])


def did_you_mean(word: str, known: list[str]) -> str:
    """“; did you mean …?” for the nearest known word, or an empty string."""
    import difflib  # only on the way to an error

    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"；是不是想写 “{near[0]}”？ did you mean “{near[0]}”?" if near else ""
