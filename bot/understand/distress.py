"""Hears words of distress, in all languages at once."""

from __future__ import annotations

from bot.understand.heard import Distress, Level
from bot.understand.tables import speaks_of_crisis

LANGUAGES = ("en", "de", "es", "fr", "ja", "pt", "vi")


def hear_distress(text: str) -> Distress | None:
    """The distress that a text of any length speaks of, whatever its language. Never raises."""
    if any(speaks_of_crisis(text, language) for language in LANGUAGES):
        return Distress(Level.CERTAIN)
    return None
