"""Answers a coach's line about one client: a name alone, "what did Mara share", "brief Mara"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bot.handlers.conversation import Conversation, Reply
from bot.handlers.one_client import briefing, page
from bot.inbound.awaited import is_open
from bot.inbound.line import Line
from bot.inbound.talking import writes_to_others
from bot.messages.overview.one_client import NamedClient, labels
from bot.text import Catalogue
from bot.understand.about_client import (
    AboutClient,
    AskedAbout,
    comparable,
    names_of,
    read_about_client,
)


async def named(talk: Conversation, line: Line) -> Reply | None:
    """Shows the client who is named. None for anybody whom the coach may not name.

    A mere name is no answer to an open question, so it is none of these while one is open.
    """
    asked = await _asked(talk, line)
    if not asked:
        return None
    clients = await page.named(talk)
    for one in asked:
        found = _called(talk.say, clients, one.name)
        if found:
            return await _answer(talk, found, one.what)
    return None


async def unknown(talk: Conversation, line: Line) -> Reply | None:
    """Says that there is nothing to show under a name, whoever has it and whatever they did."""
    asked = await _asked(talk, line)
    if not any(one.what is not AboutClient.ALONE for one in asked):
        return None
    return talk.note("client-unknown")


async def _asked(talk: Conversation, line: Line) -> Sequence[AskedAbout]:
    """What a coach asks about somebody; nothing for anybody else, or in a text for a client."""
    spoken = talk.person.language
    read = partial(_read, line, spoken)
    asked = line.typed.once(("about a client", spoken), read)
    if not asked or writes_to_others(talk) or not await talk.coaches():
        return ()
    if await is_open(talk):
        return [one for one in asked if one.what is not AboutClient.ALONE]
    return asked


def _read(line: Line, language: str) -> Sequence[AskedAbout]:
    return list(read_about_client(line.typed, language))


def _called(say: Catalogue, clients: Sequence[NamedClient], name: str) -> list[NamedClient]:
    """Those who have the whole name; else those of whose name it is a word."""
    numbered = [one for label, one in labels(say, clients) if comparable(label) == name]
    whole = [one for one in clients if comparable(one.name.text) == name]
    parts = [one for one in clients if name in names_of(one.name.text)]
    return numbered if len(numbered) == 1 else whole or parts


async def _answer(talk: Conversation, found: Sequence[NamedClient], what: AboutClient) -> Reply:
    if len(found) > 1:
        return await page.which(talk, found)
    if what is AboutClient.BRIEF:
        return await briefing.of(talk, found[0])
    return await page.show(talk, found[0])
