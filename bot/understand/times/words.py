"""Cuts a typed line into the words that one language has for times."""

from __future__ import annotations

import re

from bot.understand.numeric_dates import days_of, year_of
from bot.understand.times.hours import ClockTime
from bot.understand.times.table import NotTimesError, TimeWords, Token
from bot.understand.times.text import simple

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])")
_KANJI = re.compile(r"(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日?(?![0-9時])")
_SLASHED = re.compile(r"([0-9]{1,2})[./]([0-9]{1,2})(?:[./]([0-9]{4}|[0-9]{2}))?(?![0-9./:])")
_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-5][0-9])(?![0-9])")
_NUMBER = re.compile(r"([0-9]{1,4})(?:日(?!曜)|(?:st|nd|rd|th|er|ero|o|a)(?!\w))?(?![0-9])")


def cut(text: str, words: TimeWords) -> list[Token]:
    """Turns a line into tokens. Raises NotTimesError at the first unknown word."""
    line = simple(text)
    tokens: list[Token] = []
    place = 0
    while place < len(line):
        if line[place] == " ":
            place += 1
            continue
        found, place = _next(line, place, words)
        tokens += found
    return tokens


def _next(line: str, place: int, words: TimeWords) -> tuple[tuple[Token, ...], int]:
    for read in (_date, _clock):
        token, end = read(line, place, words)
        if token is not None:
            return (token,), end
    for end in range(min(len(line), place + words.longest), place, -1):
        if words.spaced and not _ends(line, end):
            continue
        found = words.exact.get(line[place:end])
        if found is None and words.spaced:
            found = words.folded.get(line[place:end])
        if found is not None:
            return found, end
    return _number(line, place)


def _ends(line: str, end: int) -> bool:
    """True if a word may end here: no letter follows a letter, and no digit a digit."""
    if end == len(line):
        return True
    last, after = line[end - 1], line[end]
    return not any(kind(last) and kind(after) for kind in (str.isalpha, str.isdigit))


def _date(line: str, place: int, words: TimeWords) -> tuple[Token | None, int]:
    for pattern in (_ISO, _KANJI):
        if match := pattern.match(line, place):
            year, month, day = (int(part) if part else None for part in match.groups())
            return Token("y", (day, month, year)), match.end()
    match = _SLASHED.match(line, place)
    if match is None or _is_clock(line, match):
        return None, place
    dotted = "." in match[0]
    found = days_of(int(match[1]), int(match[2]), words.order, dotted=dotted)
    if len(found) > 1:
        raise NotTimesError
    day, month = found.pop()
    return Token("y", (day, month, year_of(match[3]))), match.end()


def _is_clock(line: str, match: re.Match[str]) -> bool:
    """Tells times from dates: 9.30 and 8.00 are times, 24.12 is a day. 3.10 is a day unless the
    word for hours follows.
    """
    if match[3] or "." not in match[0] or len(match[2]) != 2 or int(match[1]) > 23:
        return False
    hours = line[match.end() :].lstrip().startswith(("uhr", "h", "am", "pm", "giờ", "時"))
    return hours or match[2] == "00" or int(match[2]) > 12


def _clock(line: str, place: int, words: TimeWords) -> tuple[Token | None, int]:
    match = _CLOCK.match(line, place)
    if match is None:
        return None, place
    fixed = match[1].startswith("0")
    return Token("c", ClockTime.at(int(match[1]), int(match[2]), fixed=fixed)), match.end()


def _number(line: str, place: int) -> tuple[tuple[Token, ...], int]:
    match = _NUMBER.match(line, place)
    if match is None:
        raise NotTimesError
    kind = "Y" if len(match[1]) == 4 else "n"
    return (Token(kind, match[1]),), match.end()
