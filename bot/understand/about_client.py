"""Reads what a coach types about one client: a name, "what did Mara share", "brief Mara"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.domain.words import normal
from bot.understand.choices import Templates
from bot.understand.phrases import DEFAULT, phrases
from bot.understand.plain_line import LIMIT, Typed, typed_line, unaccented

NAME = "{name}"
# Longer than any name that is kept, with a title before it.
MOST_LETTERS = 100


class AboutClient(StrEnum):
    """What a coach wants to know: what one client shared, or the brief. `ALONE` is a mere name."""

    ALONE = "alone"
    SHARED = "shared"
    BRIEF = "brief"


@dataclass(frozen=True, slots=True, repr=False)
class AskedAbout:
    """A name as it was typed, made comparable (`comparable`), and what is asked about it."""

    name: str
    what: AboutClient


def read_about_client(text: str | Typed, language: str) -> Iterator[AskedAbout]:
    """Yields the readings of a line, in the person's language or in English, surest first.

    Any short line may be a mere name. Never raises.
    """
    typed = typed_line(text)
    if not typed.text.strip() or len(typed.text) > min(LIMIT, MOST_LETTERS):
        return
    for table in (phrases(one) for one in dict.fromkeys((phrases(language).language, DEFAULT))):
        line = table.plain(typed)
        for what in (AboutClient.SHARED, AboutClient.BRIEF, AboutClient.ALONE):
            for shorter in table.strip(line, table.before, table.after):
                for name in _templates(table.language, what).opened(shorter):
                    found = comparable(name)
                    if found and found not in _nobody(table.language):
                        yield AskedAbout(found, what)


def names_of(name: str) -> frozenset[str]:
    """Every form in which somebody may type a client's name: whole, or one word of it."""
    whole = comparable(name)
    words = {comparable(word) for word in name.split()}
    return frozenset({whole, *words} - {""})


def mentions(text: str, name: str) -> bool:
    """Tells whether a line has a client's whole name in it, or one word of it, as words.

    A name in a script without spaces between words counts wherever it stands.
    """
    said = {comparable(word) for word in re.findall(r"\w+", text)}
    if said & names_of(name):
        return True
    whole = comparable(name)
    return len(whole) > 1 and not whole.isascii() and whole in comparable(text)


def comparable(name: str) -> str:
    """The letters and digits of a name, without capitals, accents and spaces."""
    spread = normal("NFKD", unaccented(name.casefold()))
    return "".join(sign for sign in spread if unicodedata.category(sign)[0] in "LN")


@cache
def _nobody(language: str) -> frozenset[str]:
    return frozenset(comparable(one) for one in phrases(language).of_client("nobody"))


@cache
def _templates(language: str, what: AboutClient) -> Templates:
    return Templates(phrases(language).of_client(what), NAME)
