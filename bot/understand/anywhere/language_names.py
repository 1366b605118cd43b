"""Hears the name of a language that the bot speaks: "Deutsch", "日本語", "español please"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale

from bot.understand.intents import Intent
from bot.understand.phrases import Phrases, every_phrases, languages
from bot.understand.plain_line import LIMIT, Typed, plain, typed_line, unaccented

# Other names that people use; CLDR has one name for each.
ALSO = {
    "castellano": "es",
    "nihongo": "ja",
    "nhật ngữ": "ja",
    "việt ngữ": "vi",
    "tiếng việt nam": "vi",
    "tiếng tây ban nha": "es",
    "português brasileiro": "pt",
    "português do brasil": "pt",
    "anh ngữ": "en",
    "pháp ngữ": "fr",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A language (BCP 47) that was named. `sure`: by its own name, or in words that ask for it."""

    language: str
    sure: bool


def language_named(text: str | Typed) -> Named | None:
    """The language that is the whole line, polite words aside. None without one. Never raises."""
    typed = typed_line(text)
    if len(typed.text) > LIMIT:
        return None
    letters = typed.shaped(accented=False, spaced=False)
    if not any(name in letters for name in _names_as_letters()):
        return None
    for table in every_phrases():
        found = _in(typed, table)
        if found is not None:
            return found
    return None


def _in(typed: Typed, table: Phrases) -> Named | None:
    line = table.plain(typed)
    for shorter in table.strip(line, table.before, table.after):
        key = unaccented(shorter)
        language = _names().get(key)
        if language is not None:
            return Named(language, sure=key in _own_names() or shorter != line)
        if table.intent_of(shorter) is Intent.LANGUAGE:
            return _asked_for(shorter)
    return None


def _asked_for(line: str) -> Named | None:
    """The one language inside a line that asks for a language: "sprich bitte deutsch"."""
    bare = f" {unaccented(line)} "
    found = {
        language
        for name, language in _names().items()
        if (f" {name} " in bare if name.isascii() else name in bare)
    }
    return Named(found.pop(), sure=True) if len(found) == 1 else None


@cache
def _names() -> Mapping[str, str]:
    """The names of our languages in each of them, as typed lines without accents."""
    spoken = sorted(languages())
    found = {unaccented(plain(name)): code for name, code in ALSO.items()}
    for speaker in spoken:
        names = Locale.parse(speaker).languages
        for code in spoken:
            name = unaccented(plain(names[code]))
            found |= {name: code, name.replace(" ", ""): code}
    return found


@cache
def _names_as_letters() -> frozenset[str]:
    """The names without spaces. Nearly every line has none of them, and needs no closer look."""
    return frozenset(name.replace(" ", "") for name in _names())


@cache
def _own_names() -> frozenset[str]:
    own = (Locale.parse(code).languages[code] for code in languages())
    also = (name for name, code in ALSO.items() if code != "en" and name.split()[0] != "anh")
    return frozenset(unaccented(plain(name)) for name in (*own, *also))
