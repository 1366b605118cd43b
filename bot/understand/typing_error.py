"""Finds the command that was nearly typed."""

from __future__ import annotations

from bot.understand.phrases import Intent


def nearly(text: str, language: str) -> Intent | None:
    return None


def canonical(intent: Intent, language: str) -> str:
    return intent.value
