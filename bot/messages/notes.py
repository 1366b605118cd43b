"""Messages about a coach's notes to one client."""

from __future__ import annotations

from collections.abc import Mapping

from bot.chat import Message, Quote, Text
from bot.domain import actions
from bot.domain.foreign import lines_of
from bot.domain.words import Words
from bot.messages.common import buttons, message
from bot.text import Catalogue


def arrived(say: Catalogue, coach: Words, words: Words) -> Message:
    return message(
        say,
        "note-from",
        Text(say("note-from", coach=coach)),
        Quote(Words(lines_of(words.text))),
        Text(say("note-off"), quiet=True),
    )


def thanked(say: Catalogue, coach: Words) -> Message:
    """The fixed line by which a coach tells a client that they have read what was shared."""
    told = Text(say("read-from", coach=coach))
    return message(say, "read-from", told, Text(say("note-off"), quiet=True))


def preview(
    say: Catalogue, client: Words, note_id: str, engagement_id: str, words: Words
) -> Message:
    return message(
        say,
        "note-preview",
        Text(say("note-preview", client=client)),
        Quote(Words(lines_of(words.text))),
        buttons(
            (say("note-send"), actions.NOTE_SEND(engagement_id, note_id)),
            (say("note-discard"), actions.NOTE_DROP(engagement_id, note_id)),
        ),
    )


def reached_nobody(
    say: Catalogue, accepting: Mapping[str, Words], meant: Mapping[str, Words]
) -> Message:
    """What a coach reads who wrote outside a note. It went nowhere.

    `accepting` are the names of those who accept notes, and `meant` of those whose page may be
    meant, both by engagement.
    """
    key = "digest-replied" if accepting else "digest-replied-only"
    notes = [(say("note-write", client=name), actions.NOTE(one)) for one, name in accepting.items()]
    pages = [(say("clients-open", client=n), actions.CLIENT(one, None)) for one, n in meant.items()]
    everything = (say("help-everything"), actions.HELP_ALL())
    return message(say, key, Text(say(key)), buttons(*notes, *pages, everything))
