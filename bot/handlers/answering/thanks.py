"""Chooses the line that acknowledges an answer in words. A person wrote each of them."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers.conversation import Conversation

# How many lines there are in each language, for anything and after a loss. They share no divisor,
# so that a number counted round both is never the same line twice running.
LINES, SOBER_LINES = 7, 4
ROUND = LINES * SOBER_LINES


def next_line(talk: Conversation, *, sober: bool) -> str:
    """The key of the next line, never the one before. Notes its number in the dialogue."""
    before = talk.person.dialogue.thanked
    number = 0 if before is None else (before + 1) % ROUND
    talk.dialogue = replace(talk.dialogue, thanked=number)
    return line(number, sober=sober)


def line(number: int, *, sober: bool) -> str:
    """The key of the sentence with this number."""
    if sober:
        return f"thanks-sober-{number % SOBER_LINES + 1}"
    return f"thanks-{number % LINES + 1}"
