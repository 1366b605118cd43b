"""Answers a typed line that asks for the person's own words: "what did I write last week"."""

from __future__ import annotations

from bot.handlers.conversation import Conversation, Reply
from bot.handlers.rereading import finding
from bot.inbound.awaited import is_open
from bot.inbound.line import Line
from bot.understand import Intent, Sought, Understood, read_search


async def search(talk: Conversation, line: Line) -> Reply | None:
    """Finds what was asked for. None where the line is something else, or more likely words.

    A coach who writes questions or a note looks for nothing.
    """
    if talk.person.dialogue.awaiting in ("questions", "note"):
        return None
    sought = read_search(line.typed, talk.person.language, talk.today)
    if sought is None or not _may_be(line.heard.command, sought):
        return None
    if not await talk.tx.engagements_of(talk.person.id):
        return None
    return await finding.find(talk, sought, is_open=await is_open(talk))


def _may_be(command: Understood, sought: Sought) -> bool:
    """False for a command. "What did I write last week" is both: the search says which words."""
    if command.intent is Intent.RECALL:
        return not sought.terms
    return command.intent is None or (sought.sure and not command.sure)
