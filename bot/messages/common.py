"""Building blocks of every message, and the answers that can follow anything."""

from __future__ import annotations

from bot.chat import Block, Button, Buttons, Message, Text
from bot.domain.action_row import Action
from bot.text import Catalogue


def message(say: Catalogue, template: str, *blocks: Block) -> Message:
    """A message made from `template`; its summary gives nothing away on a lock screen."""
    return Message(template, say("summary"), blocks)


def note(say: Catalogue, key: str, **values: str | int) -> Message:
    """A message of one catalogue entry, one text per line."""
    return message(say, key, *lines(say, key, **values))


def lines(say: Catalogue, key: str, **values: str | int) -> tuple[Text, ...]:
    return tuple(Text(line) for line in say(key, **values).splitlines())


def buttons(*pairs: tuple[str, Action]) -> Buttons:
    """(label, action) pairs, all of equal weight."""
    return Buttons(tuple(Button(label, action) for label, action in pairs))
