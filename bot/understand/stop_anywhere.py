"""Hears a stop in every language, whatever the language of the chat."""

from __future__ import annotations

from bot.understand.phrases import Phrases, every_phrases
from bot.understand.plain_line import Typed

# The longest stop, with its polite words. A longer line is a person's own words.
MOST_LETTERS = 80


def stops_anywhere(typed: Typed, chat: Phrases) -> bool:
    """True if the whole line is a stop in any language, and is no ordinary word of the chat's."""
    line = chat.plain(typed)
    if not line or len(line) > MOST_LETTERS or line in chat.ordinary:
        return False
    return any(_stops(typed, table) for table in every_phrases())


def _stops(typed: Typed, table: Phrases) -> bool:
    """True if the line is a stop of this language. Accents that were typed must be the right ones.

    "Détente" is a word of one language, and "detente" a stop of another.
    """
    if typed.has_accents:
        table = table.as_written
    shorter = table.strip(table.plain(typed), table.before, table.after)
    return any(table.stops.key_of(line) for line in shorter)
