"""The readings of a greeting, a language's name, small talk, times and a person's own words."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers import hours
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.hearing import asking_back, helping, small_talk, speaking
from bot.handlers.replying.nobody import reached_nobody
from bot.inbound.awaited import is_about_times, is_open, take_words
from bot.inbound.line import Line
from bot.understand import Small, nearly
from bot.understand.anywhere.greetings import Greeted


async def language(talk: Conversation, line: Line) -> Reply | None:
    """Speaks the language that was named. While a question is open, its plain name may answer."""
    named = line.heard.language
    if named is None or writes_to_others(talk):
        return None
    changes = named.language != talk.person.language
    if not (named.sure and changes) and await is_open(talk):
        return None
    return await speaking.choose(talk, named.language)


async def greeting(talk: Conversation, line: Line) -> Reply | None:
    if line.heard.small is not Small.HELLO or writes_to_others(talk):
        return None
    return await small_talk.greet(talk, line.heard.greeted)


async def small(talk: Conversation, line: Line) -> Reply | None:
    heard = line.heard.small
    if heard is None or writes_to_others(talk):
        return None
    return await small_talk.answer(talk, heard)


async def mistyped(talk: Conversation, line: Line) -> Reply | None:
    """Asks back about a command that was nearly typed. It is never acted on."""
    intent = nearly(line.typed, talk.person.language)
    return asking_back.did_you_mean(talk, intent) if intent is not None else None


async def times(talk: Conversation, line: Line) -> Reply | None:
    if not is_about_times(talk, line) or await is_open(talk):
        return None
    return await hours.typed(talk, line.text.text)


async def words(talk: Conversation, line: Line) -> Reply | None:
    """Takes the person's own words. A greeting in front of them is answered with one."""
    greeted = line.heard.greeted
    taken = await take_words(talk, line)
    if taken is None:
        return await _nobodys_words(talk, line.text.text, greeted)
    if greeted is None or not taken:
        return taken
    first = taken[0]
    hello = small_talk.greeting(talk)
    return [replace(first, blocks=(hello, *first.blocks)), *taken[1:]]


async def _nobodys_words(talk: Conversation, said: str, greeted: Greeted | None) -> Reply:
    """Answers somebody who is no client. A coach reads that it went nowhere, anyone else the help.

    A stranger's greeting decides the language of the first message.
    """
    if greeted is not None and await speaking.is_stranger(talk):
        return small_talk.first_message(talk, greeted)
    return await reached_nobody(talk, said) or await helping.show(talk)


def writes_to_others(talk: Conversation) -> bool:
    """True while a coach writes questions or a note: whatever they write is meant for a client."""
    return talk.person.dialogue.awaiting in ("questions", "note")
