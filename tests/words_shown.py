"""Counts the words that the bot gives a person to read."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Buttons, Form, Heading, Message, Quote, Text


def words_shown(messages: Sequence[Message]) -> int:
    """Counts the bot's words that a person must read: texts, headings, labels, no option lists."""
    total = 0
    for message in messages:
        for block in message.blocks:
            match block:
                case Text(text) | Heading(text):
                    total += len(text.split())
                case Quote(words):
                    total += len(words.text.split())
                case Buttons(buttons):
                    total += sum(len(b.label.split()) for b in buttons)
                case Form(_, fields, submit):
                    total += len(submit.split()) + sum(len(f.label.split()) for f in fields)
    return total
