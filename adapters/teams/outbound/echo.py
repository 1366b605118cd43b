"""Pure: a card that carries itself, so that it can be drawn again after a press.

Teams tells the bot which button was pressed, and nothing of the card it stood on; and Handrail
keeps no message. So a card's buttons carry its own text, in the shortest form, and hand it back. It
comes from the person's own device: whatever it says is shown to that person alone, and decides
nothing.
"""

from __future__ import annotations

from typing import Any

from adapters.teams.outbound.markup import CARD_BYTES, weight
from bot.chat import Block, Button, Buttons, Heading, Message, Quote, Text
from bot.domain.words import Words

Json = dict[str, Any]
# A copy in each button and one for the refresh: with those the card stays well under its limit.
ROOM = CARD_BYTES * 2 // 3
MOST_BLOCKS = 200


def to_echo(message: Message) -> list[Any] | None:
    """None for what is better not repeated: a form, a file, a picture, or very much text."""
    rows = [_row(block) for block in message.blocks]
    if None in rows:
        return None
    echo = [message.summary, *rows]
    copies = 1 + sum(len(b.buttons) for b in message.blocks if isinstance(b, Buttons))
    return echo if copies > 1 and copies * weight(echo) <= ROOM else None


def from_echo(echo: object) -> Message | None:
    """None for anything that `to_echo` does not make."""
    match echo:
        case [str() as summary, *rows] if len(rows) <= MOST_BLOCKS:
            blocks = [_block(row) for row in rows]
            known = tuple(block for block in blocks if block is not None)
            return Message("echo", summary, known) if len(known) == len(rows) else None
    return None


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
