"""Reads a time of day, days off and a country, as people type them."""

from __future__ import annotations

import re
from datetime import date, time

from babel import Locale

from bot.domain.days_off import WEEKDAYS
from bot.understand.days import weekdays_of
from bot.understand.phrases import phrases
from bot.understand.tables import fold
from bot.understand.times import read_days_off

_CLOCK = re.compile(r"(?:[a-z]{1,6} )??([0-9]{1,2})(?:[:.h時]([0-9]{2})分?|h|時)?(半)?")
_MORNING = ("am", "a m", "a", "午前", "sang", "matin", "manha", "manana", "morgens", "vormittags")
_EVENING = (
    *("pm", "p m", "p", "午後", "夜", "chieu", "toi", "soir", "apres midi", "tarde", "noite"),
    *("noche", "nachmittags", "abends", "in the afternoon", "in the evening"),
)
_FILLING = (
    *("uhr", "o clock", "oclock", "heures", "heure", "h", "horas", "hora", "gio"),
    *("に", "から"),
)
_LEADING = ("at", "um", "a las", "a la", "as", "a", "luc", "vao luc")
_BETWEEN = re.compile(r"\s*[,;、\n]\s*")
_MOST = 40
LONGEST = 300

DayOff = str | tuple[date, date]


def read_clock(text: str, language: str) -> time | None:
    """Reads "10:00", "10h30", "14 Uhr", "9 am", "午後3時半" as a time of day. Else None."""
    line = fold(text[:40])
    half = 0
    for word in _MORNING:
        line = _cut(line, word)
    shorter = line
    for word in _EVENING:
        shorter = _cut(shorter, word)
    half = 12 if shorter != line else 0
    for word in _FILLING:
        shorter = _cut(shorter, word)
    for word in _LEADING:
        if shorter.startswith(f"{word} "):
            shorter = shorter[len(word) + 1 :]
    match = _CLOCK.fullmatch(shorter)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or (30 if match[3] else 0))
    if half and hour < 12:
        hour += half
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_rest_days(text: str, language: str, today: date) -> tuple[DayOff, ...] | None:
    """Reads "24 December, 27 December to 3 January, Sundays". None if one part is unreadable.

    It returns a weekday as "SU", and anything else as first and last day.
    """
    found: list[DayOff] = []
    for part in [part for part in _BETWEEN.split(text[:LONGEST].strip()) if part][:_MOST]:
        weekday = _weekday(part, language)
        spans = (weekday,) if weekday else read_days_off(part, language, today)
        if not spans:
            return None
        found += spans
    return tuple(found) or None


def read_country(text: str, language: str) -> str | None:
    """Reads a country by its name, in this language or English, or by its code: "DE", "DE-BY"."""
    typed = text.strip()
    code, _, region = typed.upper().partition("-")
    if re.fullmatch("[A-Z]{2}", code) and re.fullmatch("[A-Z0-9]{0,3}", region):
        return f"{code}-{region}" if region else code
    name, wanted = typed.partition("(")[0], ""
    inside = re.search(r"\(([A-Za-z0-9]{1,3})\)", typed)
    wanted = f"-{inside[1].upper()}" if inside else ""
    for one in dict.fromkeys((language.split("-")[0], "en")):
        for found, told in Locale.parse(one).territories.items():
            if len(found) == 2 and found.isalpha() and fold(str(told)) == fold(name):
                return f"{found}{wanted}"
    return None


def _weekday(part: str, language: str) -> str | None:
    names = weekdays_of(phrases(language).language)
    line = phrases(language).plain(part)
    number = names.get(line, names.get(line.removesuffix("s")))
    return None if number is None else WEEKDAYS[number]


def _cut(line: str, word: str) -> str:
    """Removes a word from the end of the line, or from its start, where some languages put it."""
    for cut in (line.removesuffix(word), line.removeprefix(word)):
        apart = cut != cut.strip() or not word.isascii() or not cut[-1:].isalpha()
        if cut != line and apart:
            return cut.strip()
    return line
