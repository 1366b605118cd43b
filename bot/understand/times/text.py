"""Brings a typed line into the form in which words for times are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from bot.domain.words import normal, unescaped
from bot.understand.plain_line import visible, without

_DASHES = re.compile(r"[‐‑‒–—―−〜~-]")
_COMMAS = re.compile(r"[,、，・+]|(?<![0-9])/|/(?![0-9])")
_APOSTROPHES = re.compile(r"['’ʼ‘`´]")
_DAY_DASHES = re.compile(r"(?<=[0-9])-(?=[0-9]{1,2}-[0-9])|(?<=[0-9]-[0-9][0-9])-(?=[0-9])")
_NO_NUMBER = re.compile(r"(?<![0-9])[.:]|[.:](?![0-9])")
# Most phrases of a table are simple already.
_SIMPLE = re.compile(r"[a-z]+(?: [a-z]+)*")
_BREAKS = re.compile(r"[;。\r\n]")


# A letter that no language has, between phrases.
_APART = "\ua66e"


def simple(text: str) -> str:
    """Lower case without apostrophes and marks.

    Each separator becomes a sign with spaces around it.
    """
    return text if _SIMPLE.fullmatch(text) else _simplified(visible(text))


def simple_all(phrases: Sequence[str]) -> list[str]:
    """Does so for many phrases at once, which is much faster. None of them may be empty."""
    joined = normal("NFKC", f" {_APART} ".join(phrases))
    return _simplified(joined).split(f" {_APART} ")


def fold_all(lines: Sequence[str]) -> list[str]:
    """Removes the accents of many lines at once."""
    return fold("\n".join(lines)).split("\n")


def _simplified(text: str) -> str:
    line = unescaped(text).casefold()
    line = _DAY_DASHES.sub("\0", _APOSTROPHES.sub("", line))
    line = _BREAKS.sub(" ; ", _COMMAS.sub(" , ", _DASHES.sub(" - ", line))).replace("&", " & ")
    line = _NO_NUMBER.sub(" ", line.replace("\0", "-"))
    return " ".join(without(line, lambda sign: not _kept(sign), " ").split())


def fold(line: str) -> str:
    """Removes the accents of a line."""
    if line.isascii():
        return line
    bare = normal("NFD", line.replace("đ", "d"))
    return without(bare, lambda sign: unicodedata.category(sign) == "Mn")


def _kept(sign: str) -> bool:
    return (
        sign in "./:-,;&"
        or unicodedata.category(sign)[0] in "LN"
        or unicodedata.combining(sign) > 0
    )
