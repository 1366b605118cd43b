"""Undo: "cancel", "never mind" and "back" let the open question go, and touch no consent."""

from __future__ import annotations

from bot.handlers.conversation import Conversation, Reply


async def undo(talk: Conversation) -> Reply:
    """Closes the open question, whatever it was about. What was allowed or stopped stays so."""
    before = talk.person.dialogue
    talk.closes = True
    open_now = before.awaiting is not None or bool(before.offered)
    return talk.note("undone" if open_now else "undone-nothing")
