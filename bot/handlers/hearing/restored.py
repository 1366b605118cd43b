"""Tells a person once that they rest since a restore, because their newest wishes may be lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.handlers.conversation import Conversation, Reply
from bot.messages.halting import restored as say_restored


def backup_of(talk: Conversation) -> date | None:
    """The date of the backup (UTC) while the person rests since a restore, or None."""
    return talk.person.pause.backup_of if talk.person.pause else None


def unread(talk: Conversation) -> bool:
    """True while they rest since a restore, and have not been told so."""
    pause = talk.person.pause
    return pause is not None and pause.backup_of is not None and not pause.told


def tell(talk: Conversation) -> Reply:
    """Tells them, and notes that they were told."""
    if talk.person.pause is not None:
        talk.person = replace(talk.person, pause=replace(talk.person.pause, told=True))
    return still(talk)


def still(talk: Conversation) -> Reply:
    """Says it again to those who have been told; to the others it is said above the answer."""
    day = backup_of(talk)
    return [] if day is None or unread(talk) else [say_restored.restored(talk.say, day)]


def tell_of_restore(talk: Conversation, reply: Reply) -> Reply:
    """Returns what to say above `reply`, once. Nothing beside a stop or an erase."""
    if not reply or not unread(talk) or talk.closes or talk.erase_planned or talk.destroys_keys:
        return []
    return tell(talk)
