"""Building blocks of all messages."""

from __future__ import annotations

from bot.chat import Block, Button, Buttons, Message, Text
from bot.domain.action_row import Action
from bot.text import Catalogue


def message(say: Catalogue, template: str, *blocks: Block) -> Message:
    """Makes a message from `template`. Its summary reveals nothing on a lock screen."""
    return Message(template, say("summary"), blocks)


def note(say: Catalogue, key: str, **values: str | int) -> Message:
    """Makes a message from one catalogue entry, one text per line."""
    return message(say, key, *lines(say, key, **values))


def lines(say: Catalogue, key: str, **values: str | int) -> tuple[Text, ...]:
    return tuple(Text(line) for line in say(key, **values).splitlines())


def buttons(*pairs: tuple[str, Action]) -> Buttons:
    """Makes buttons of equal weight from (label, action) pairs."""
    return Buttons(tuple(Button(label, action) for label, action in pairs))
