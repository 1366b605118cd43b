"""A person's text: wrapped, so that it cannot slip into a log, and made comparable."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

import regex

# No language writes so many marks on one letter. Unicode's own stream-safe form (UAX 15) has the
# same bound, because sorting the marks of one letter takes the square of their number.
MOST_MARKS = 30
SPARE = 64
_MANY_MARKS = regex.compile(rf"(\p{{M}}{{{MOST_MARKS}}})\p{{M}}+")
_LONG_NUMBER = re.compile(r"&#[xX]?0*[0-9a-fA-F]{9,}")


@dataclass(frozen=True, slots=True, repr=False)
class Words:
    """A person's own text, verbatim. Only `.text` reads it: printing shows nothing."""

    text: str

    def __repr__(self) -> str:
        return "Words(…)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)


def normal(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """The text in a normal form of Unicode, to compare it in linear time. Never store the result.

    Marks beyond the thirtieth on one letter are left out. One sign can stand for a whole sentence,
    so the result is cut where it is more than twice as long.
    """
    if text.isascii():
        return text
    return normalize(form, _MANY_MARKS.sub(r"\1", text))[: 2 * len(text) + SPARE]


def unescaped(text: str) -> str:
    """The text without HTML's escapes. A number that no sign has stays as it is written.

    `html.unescape` raises ValueError for a number of more than 4,300 digits.
    """
    return html.unescape(_LONG_NUMBER.sub(lambda found: f"&amp;{found[0][1:]}", text))
