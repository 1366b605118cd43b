"""Finds invitation codes as people type them: "KXPT-4M7Q", "kxpt 4m7q", "my code is kxpt4m7q"."""

from __future__ import annotations

import re

from bot.understand.phrases import Phrases
from bot.understand.plain_line import plain, strip, visible

ALPHABET = frozenset("ABCDEFGHJKMNPQRSTUVWXYZ23456789")

_DASHES = re.compile(r"\s*[-‐‑‒–—−_]\s*")
_DASHED = re.compile(r"(?<![\w-])([a-z0-9]{4})-([a-z0-9]{4})(?![\w-])", re.I | re.A)
_ALONE = re.compile(r"([a-z0-9]{4})([- ]?)([a-z0-9]{4})", re.I | re.A)
_SPELT = re.compile(r"(?:[a-z0-9][ -]+){7}[a-z0-9]", re.I | re.A)


def find_code(text: str, table: Phrases) -> str | None:
    """Finds a code in a line, as "ABCD-EFGH", also a wrong one that looks like a code.

    Common words look like codes ("part-time", "answered"). So a code without an announcement ("my
    code is") needs a digit, capitals, or no vowels.
    """
    line = _DASHES.sub("-", " ".join(visible(text).split()))
    line = line.strip("*_`'\"“”«»<>()[]{}.,;:!?~ ")
    alone, announced = _unannounced(line, table)
    whole = _ALONE.fullmatch(alone)
    if whole is not None and _is_code(whole[1] + whole[3], whole[2] == "-", announced):
        return _written(whole[1] + whole[3])
    if _SPELT.fullmatch(alone):
        letters = re.sub(r"[ -]", "", alone)
        return _written(letters) if _known(letters) else None
    for inside in _DASHED.finditer(line):
        letters = inside[1] + inside[2]
        if _known(letters) and _looks_random(letters):
            return _written(letters)
    return None


def _unannounced(line: str, table: Phrases) -> tuple[str, bool]:
    """Removes "my code is" from the line. Also returns whether it was there."""
    words = line.split(" ")
    for size in (1, 2, 8):
        front = plain(" ".join(words[:-size]))
        polite = table.before | table.code
        if front and list(strip(front, polite))[-1] == "":
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


def _known(letters: str) -> bool:
    return ALPHABET.issuperset(letters.upper())


def _looks_random(letters: str) -> bool:
    if letters.isdigit():
        return False
    mixed = any(sign.isdigit() for sign in letters)
    return mixed or letters.isupper() or not set(letters.lower()) & set("aeiouy")


def _written(letters: str) -> str:
    return f"{letters[:4]}-{letters[4:]}".upper()
