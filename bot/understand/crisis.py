"""Words of crisis, by tables. They are incomplete by nature, and say nothing about a person."""

from __future__ import annotations

from bot.understand.tables import in_any


def speaks_of_crisis(text: str, language: str) -> bool:
    """Whether a text has words of one who may be in danger, in this language or in English.

    Once too often is better than once too seldom: "I am not suicidal" counts too. Never raises.
    """
    return in_any(text, "crisis.toml", language)
