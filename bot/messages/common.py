"""Building blocks of all messages."""

from __future__ import annotations

from contextlib import suppress

from babel import Locale

from bot.chat import Block, Button, Buttons, Message, Text
from bot.domain.action_row import Action
from bot.text import DEFAULT, Catalogue, Value, catalogue

# Said in English, and from here, where no catalogue can say anything.
NOTHING_SAVED = "Something went wrong on my side, and nothing was saved. Please try once more."
LOST_FOR_WORDS = "Something went wrong on my side. Please write to me again in a while."


def message(say: Catalogue, template: str, *blocks: Block) -> Message:
    """Makes a message from `template`. Its summary reveals nothing on a lock screen."""
    return Message(template, say("summary"), blocks, language=say.language)


def note(say: Catalogue, key: str, **values: Value) -> Message:
    """Makes a message from one catalogue entry, one text per line."""
    return message(say, key, *lines(say, key, **values))


def trouble(language: str | None, key: str = "trouble") -> Message:
    """Says that something failed, in `language` or else in English.

    Never raises: the catalogue may be the very thing that failed.
    """
    for spoken in (language or DEFAULT, DEFAULT):
        with suppress(Exception):
            return note(catalogue(spoken), key)
    last = NOTHING_SAVED if key == "trouble" else LOST_FOR_WORDS
    return Message(key, last, (Text(last),))


def lines(say: Catalogue, key: str, **values: Value) -> tuple[Text, ...]:
    return tuple(Text(line) for line in say(key, **values).splitlines())


def buttons(*pairs: tuple[str, Action]) -> Buttons:
    """Makes buttons of equal weight from (label, action) pairs."""
    return Buttons(tuple(Button(label, action) for label, action in pairs))


def organisation_may_read(say: Catalogue) -> Text:
    """The sentence that stands in every view of who can read, in the same words everywhere."""
    return Text(say("organisation-may-read"))


def own_name(code: str) -> str:
    """The name of a language (BCP 47) in that language, as a label begins."""
    name = Locale.parse(code).get_language_name(code) or code
    return name[:1].upper() + name[1:]
