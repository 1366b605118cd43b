"""Pure: the few things that are said because this is Teams. Every sentence is the catalogue's."""

from __future__ import annotations

from bot.chat import Block, Document, Message, Quote, Text
from bot.text import DEFAULT, catalogue


def elsewhere(locale: str) -> Message:
    return _note(locale, "teams-elsewhere")


def no_files(locale: str) -> Message:
    return _note(locale, "teams-no-files")


def file_gone(locale: str) -> Message:
    return _note(locale, "teams-file-gone")


def file_failed(locale: str, document: Document) -> Message:
    """The text itself, in place of the file that Teams did not take."""
    return _note(locale, "teams-file-failed", Quote(document.content))


def ways_on(locale: str) -> tuple[str, str]:
    """Words that can be typed in any chat, as the person's language has them."""
    say = catalogue(locale or DEFAULT)
    return say("teams-home"), say("teams-help")


def _note(locale: str, key: str, *more: Block) -> Message:
    say = catalogue(locale or DEFAULT)
    return Message(key, say("summary"), (Text(say(key)), *more))
