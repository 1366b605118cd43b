"""Whether a worry is about who reads what."""

from __future__ import annotations

from bot.understand.tables import in_any


def worries_about_privacy(text: str, language: str) -> bool:
    """Only decides whether a plain answer is shown at once; generous therefore. Never raises."""
    return in_any(text, "worries.toml", language)
