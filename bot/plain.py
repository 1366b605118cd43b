"""Shows any message as plain text, and finds the choice that a typed line names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from bot.chat import (
    Block,
    Button,
    Buttons,
    Document,
    Field,
    Form,
    Heading,
    ManyField,
    Message,
    Picture,
    Quote,
    Text,
    TextField,
)
from bot.domain.words import normal

# Choices that are longer stand one on a line.
SHORT_CHOICE = 40


def to_plain(message: Message) -> str:
    """The whole message as text, for transcripts. Its numbers press nothing (see `chosen`)."""
    lines: list[str] = []
    number = 0
    for block in message.blocks:
        if isinstance(block, Buttons):
            for button in block.buttons:
                number += 1
                lines.append(f"  {number}. {button.label}")
        else:
            lines.extend(_lines(block))
    return "\n".join(lines)


def without_words(message: Message) -> str:
    """The message as text that holds nobody's own words, for where only a bare text can be shown.

    A quote becomes “…”. A button is its label, which can be typed. A form cannot be filled there.
    """
    return "\n".join(line for block in message.blocks for line in _wordless(block))


def _wordless(block: Block) -> Iterator[str]:
    match block:
        case Quote():
            yield "“…”"
        case Buttons(buttons):
            yield from (f"• {button.label}" for button in buttons)
        case Form():
            yield "…"
        case Heading(text):
            yield text
        case _:
            yield from _lines(block)


def offered(messages: Iterable[Message]) -> tuple[tuple[str, str], ...]:
    """The (label, action) pairs of the last message that has buttons."""
    choices: tuple[tuple[str, str], ...] = ()
    for message in messages:
        found = tuple((b.label, b.action) for b in _buttons(message))
        choices = found or choices
    return choices


def chosen(text: str, choices: Sequence[tuple[str, str]]) -> str | None:
    """The action of the one button whose label was typed. None if it is not clear.

    A number presses only the button that has it as its label: no chat platform draws numbers, and
    "2" may be the answer to a question.
    """
    typed = _fold(text)
    labels = [action for label, action in choices if typed and _fold(label) == typed]
    return labels[0] if len(labels) == 1 else None


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Text(text):
            yield text
        case Heading(text):
            yield text.upper()
        case Quote(words):
            yield from (f"  > {line}" for line in words.text.splitlines() or [""])
        case Form(_, fields, submit):
            yield from (f"  {line}" for field in fields for line in _field(field))
            yield f"  [{submit}]"
        case Document(name, label):
            yield f"  {label} ({name})"
        case Picture(alt=alt):
            yield alt
        case Buttons():
            raise TypeError("buttons are numbered by to_plain")


def _field(field: Field) -> list[str]:
    if isinstance(field, TextField):
        return [f"{field.label} {field.initial.text or field.placeholder}".rstrip()]
    if isinstance(field, ManyField):
        boxes = ("[x]" if one.value in field.initial else "[ ]" for one in field.options)
        shown = [f"{box} {one.label}" for box, one in zip(boxes, field.options, strict=True)]
        if any(len(one) > SHORT_CHOICE for one in shown):
            return [f"{field.label}:", *(f"  {one}" for one in shown)]
        return [f"{field.label}: " + "  ".join(shown)]
    return [f"{field.label}: " + " / ".join(option.label for option in field.options)]


def _buttons(message: Message) -> Iterator[Button]:
    for block in message.blocks:
        if isinstance(block, Buttons):
            yield from block.buttons


def _fold(text: str) -> str:
    plain = normal("NFKC", text[:200]).casefold().replace("’", "'")
    shown = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    return " ".join(shown.split()).strip(" .!?,;:\"'“”()[]")
