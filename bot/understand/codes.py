"""Finds invitation codes as people type them: "KXPT-4M7Q-9RTW", "my code is kxpt 4m7q 9rtw".

A code has twelve letters; codes of older versions have eight.
"""

from __future__ import annotations

import re

from bot.understand.phrases import Phrases
from bot.understand.plain_line import plain, strip, visible

ALPHABET = frozenset("ABCDEFGHJKMNPQRSTUVWXYZ23456789")

_DASHES = re.compile(r"\s*[-‐‑‒–—−_]\s*")
_DASHED = re.compile(r"(?<![\w-])[a-z0-9]{4}(?:-[a-z0-9]{4}){1,2}(?![\w-])", re.I | re.A)
_ALONE = re.compile(r"[a-z0-9]{4}([- ]?)[a-z0-9]{4}(?:\1[a-z0-9]{4})?", re.I | re.A)
_SPELT = re.compile(r"(?:[a-z0-9][ -]+){7}(?:(?:[a-z0-9][ -]+){4})?[a-z0-9]", re.I | re.A)
_SHORT = 8
# In how many words a code is written behind what announces it.
SIZES = (1, 2, 3, 8, 12)


def find_code(text: str, table: Phrases) -> str | None:
    """Finds a code in a line, as "ABCD-EFGH-JKMN", also a wrong one that looks like a code.

    Common words look like codes ("part-time", "answered"). So a code without an announcement ("my
    code is") needs a digit, capitals, or no vowels.
    """
    line = _DASHES.sub("-", " ".join(visible(text).split()))
    line = line.strip("*_`'\"“”«»<>()[]{}.,;:!?~ ")
    alone, announced = _unannounced(line, table) if _ends_like_one(line) else (line, False)
    whole = _ALONE.fullmatch(alone)
    if whole is not None and _is_code(_letters(alone), whole[1] == "-", announced):
        return _written(_letters(alone))
    if _SPELT.fullmatch(alone):
        letters = _letters(alone)
        return _written(letters) if _known(letters) else None
    for inside in _DASHED.finditer(line):
        letters = _letters(inside[0])
        if _known(letters) and _looks_random(letters):
            return _written(letters)
    return None


def _ends_like_one(line: str) -> bool:
    """True if the line, or its end, has the form of a code. Nearly no line has."""
    words = line.split(" ")
    ends = (line, *(" ".join(words[-size:]) for size in SIZES if size < len(words)))
    return any(_ALONE.fullmatch(end) or _SPELT.fullmatch(end) for end in ends)


def _unannounced(line: str, table: Phrases) -> tuple[str, bool]:
    """Removes "my code is" from the line. Also returns whether it was there."""
    words = line.split(" ")
    for size in SIZES:
        front = plain(" ".join(words[:-size]))
        if front and list(strip(front, table.before_code))[-1] == "":
            return " ".join(words[-size:]), any(
                shorter in table.code for shorter in strip(front, table.before)
            )
    return line, False


def _is_code(letters: str, dashed: bool, announced: bool) -> bool:
    if announced:
        return dashed or _known(letters)
    if dashed and _known(letters):
        return not letters.isdigit()
    return (dashed or _known(letters)) and _looks_random(letters)


def _letters(text: str) -> str:
    return re.sub(r"[ -]", "", text)


def _known(letters: str) -> bool:
    return ALPHABET.issuperset(letters.upper())


def _looks_random(letters: str) -> bool:
    if letters.isdigit():
        return False
    if any(sign.isdigit() for sign in letters):
        return True
    # Three common words in capitals would pass as a long code ("THEY JUST KEEP"), so it needs more.
    shouted = letters.isupper() and len(letters) == _SHORT
    return shouted or not set(letters.lower()) & set("aeiouy")


def _written(letters: str) -> str:
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4)).upper()
