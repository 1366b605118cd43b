"""Brings a typed line into the form in which words for times are compared."""

from __future__ import annotations

import html
import re
import unicodedata

from bot.understand.plain_line import visible

_DASHES = re.compile(r"[‐‑‒–—―−〜~-]")
_COMMAS = re.compile(r"[,、，・+]|(?<![0-9])/|/(?![0-9])")
_BREAKS = re.compile(r"[;。\r\n]")


def simple(text: str) -> str:
    """Lower case without apostrophes and marks.

    Each separator becomes a sign with spaces around it.
    """
    line = html.unescape(visible(text)).casefold()
    line = re.sub(r"['’ʼ‘`´]", "", line)
    line = re.sub(r"(?<=[0-9])-(?=[0-9]{1,2}-[0-9])|(?<=[0-9]-[0-9][0-9])-(?=[0-9])", "\0", line)
    line = _BREAKS.sub(" ; ", _COMMAS.sub(" , ", _DASHES.sub(" - ", line))).replace("&", " & ")
    line = re.sub(r"(?<![0-9])[.:]|[.:](?![0-9])", " ", line.replace("\0", "-"))
    return " ".join("".join(sign if _kept(sign) else " " for sign in line).split())


def fold(line: str) -> str:
    """Removes the accents of a line."""
    bare = unicodedata.normalize("NFD", line.replace("đ", "d"))
    return "".join(sign for sign in bare if unicodedata.category(sign) != "Mn")


def _kept(sign: str) -> bool:
    return (
        sign in "./:-,;&"
        or unicodedata.category(sign)[0] in "LN"
        or unicodedata.combining(sign) > 0
    )
