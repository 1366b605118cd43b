"""Pure: a card's own text in short form, which its buttons carry, to draw it again after a press.

Teams says which button was pressed, but nothing about the card, and Handrail stores no message. So
the buttons carry the card's text and Teams hands it back. It comes from the person's own device:
it is shown to that person alone and decides nothing.
"""

from __future__ import annotations

from typing import Any

from adapters.teams.outbound.layout import carrying, laid_out
from adapters.teams.outbound.markup import CARD_BYTES, weight
from bot.chat import Block, Button, Buttons, Heading, Message, Quote, Text
from bot.domain.words import Words
from bot.text import languages

# For all copies together, one in each button and one for the refresh.
ROOM = CARD_BYTES * 2 // 3
MOST_BLOCKS = 200
LANGUAGES = frozenset(languages())


def to_echo(message: Message) -> list[Any] | None:
    """None for a message with a form, a file or a picture, or with very much text."""
    rows = [_row(block) for block in message.blocks]
    if None in rows:
        return None
    echo = [message.summary, message.language, *rows]
    copies = 1 + carrying(laid_out(message.blocks))
    return echo if copies > 1 and copies * weight(echo) <= ROOM else None


def from_echo(echo: object) -> Message | None:
    """The message to draw; None for anything that `to_echo` does not make."""
    match echo:
        case [str() as summary, str() as language, *rows]:
            pass
        case [str() as summary, *rows]:
            # A card of an earlier release, which did not name its language.
            language = ""
        case _:
            return None
    if len(rows) > MOST_BLOCKS:
        return None
    blocks = tuple(block for row in rows if (block := _block(row)) is not None)
    whole = len(blocks) == len(rows)
    spoken = language if language in LANGUAGES else ""
    return Message("echo", summary, blocks, language=spoken) if whole else None


def _row(block: Block) -> list[Any] | None:
    match block:
        case Text(text, quiet):
            return ["s" if quiet else "t", text]
        case Heading(text):
            return ["h", text]
        case Quote(words):
            return ["q", words.text]
        case Buttons(buttons):
            return ["b", *([button.label, button.action] for button in buttons)]
    return None


def _block(row: object) -> Block | None:
    match row:
        case ["t" | "s" as kind, str() as text]:
            return Text(text, quiet=kind == "s")
        case ["h", str() as text]:
            return Heading(text)
        case ["q", str() as text]:
            return Quote(Words(text))
        case ["b", *pairs]:
            buttons = tuple(
                Button(pair[0], pair[1])
                for pair in pairs
                if isinstance(pair, list) and len(pair) == 2 and all(_is_text(p) for p in pair)
            )
            return Buttons(buttons) if len(buttons) == len(pairs) else None
    return None


def _is_text(part: object) -> bool:
    return isinstance(part, str)
