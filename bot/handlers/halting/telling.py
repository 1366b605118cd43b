"""Tells a person who reads what will come that the organisation has paused it."""

from __future__ import annotations

from bot.handlers.conversation import Conversation, Reply
from bot.messages.halting.halted import ABOUT_WHAT_COMES, halted_now


async def is_halted(talk: Conversation) -> bool:
    halt = await talk.tx.halt()
    return halt is not None and halt.in_force


async def tell_of_halt(talk: Conversation, reply: Reply) -> Reply:
    """Returns what to say above `reply`: once, and only above what says what will come.

    Nothing beside a stop or an erase: after these nothing comes anyway.
    """
    says_so = any(one.template in ABOUT_WHAT_COMES for one in reply)
    if not says_so or talk.closes or talk.erase_planned or not await is_halted(talk):
        return []
    return [halted_now(talk.say)]
