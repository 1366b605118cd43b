"""Makes text from elsewhere safe to print: nothing in it moves the cursor or begins a line.

Files, rows and a machine's own names are written by others. A terminal obeys what they hold, and a
log that a machine reads takes a line break for a new entry.
"""

from __future__ import annotations

import unicodedata

INSTEAD = "\N{REPLACEMENT CHARACTER}"


def clean(text: str) -> str:
    """Returns the text as one printable line, as long as it was: any other space becomes a plain
    one, and each sign that cannot be printed becomes a mark that stands for it.
    """
    return "".join(sign if sign.isprintable() else _instead(sign) for sign in text)


def clean_lines(text: str) -> str:
    """The same for a text of our own that has several lines: each of them is one line."""
    return "\n".join(map(clean, text.split("\n")))


def _instead(sign: str) -> str:
    return " " if unicodedata.category(sign) == "Zs" else INSTEAD
