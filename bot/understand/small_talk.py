"""Hears small talk: thanks, a greeting, "ok", a laugh, a farewell."""

from __future__ import annotations

import unicodedata

from bot.understand.anywhere.greetings import greeting_in
from bot.understand.heard import Small
from bot.understand.phrases import DEFAULT, Phrases, phrases
from bot.understand.plain_line import LIMIT, Typed, typed_line

# More small talk than this in one line is a sentence of its own.
MOST_PIECES = 4


def small_talk(text: str | Typed, language: str) -> Small | None:
    """The small talk that is the whole line, in the chat's language (BCP 47) or in English.

    A greeting is heard in every language; before a real sentence it is none. Signs count where
    they stand alone.
    """
    typed = typed_line(text)
    if len(typed.text) > LIMIT:
        return None
    return typed.once(("small", language), lambda: _small_talk(typed, language))


def _small_talk(typed: Typed, language: str) -> Small | None:
    for table in dict.fromkeys((phrases(language), phrases(DEFAULT))):
        line = table.plain(typed)
        found = _of_line(line, table) if line else _of_signs(typed, table)
        if found is not None:
            return found
    greeted = greeting_in(typed)
    return Small.HELLO if greeted is not None and not greeted.rest else None


def _of_line(line: str, table: Phrases) -> Small | None:
    """The small talk of a line of up to four pieces, each of which is small talk or polite."""
    whole = table.small.key_of(line)
    if whole is not None:
        return Small(whole)
    for shorter in table.strip(line, table.before, table.after):
        key = table.small.key_of(shorter)
        if key is not None:
            return Small(key)
    return None


def _of_signs(typed: Typed, table: Phrases) -> Small | None:
    """The small talk of a line of signs. With a sign that is none, the line is none either."""
    signs = [sign for sign in typed.visible if unicodedata.category(sign)[0] == "S"]
    keys = {table.small_signs.get(sign) for sign in signs if not _is_skin(sign)}
    if None in keys or not keys:
        return None
    order = (small for small in Small if small in keys)
    return next(order, None)


def _is_skin(sign: str) -> bool:
    return unicodedata.category(sign) == "Sk"
