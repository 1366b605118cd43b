"""Shows a client what made their steps possible, in their own words. Nobody else sees it."""

from __future__ import annotations

from bot.domain.check_in import Answer
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.mine.what_helped import HELPED
from bot.messages.mine import strengths as say_strengths


async def show(talk: Conversation) -> Reply:
    """The words after steps that were done, newest first, and what was named when setting one."""
    words: list[Answer] = []
    named: dict[str, say_strengths.Strength] = {}
    for engagement in await talk.tx.engagements_of(talk.person.id):
        kept = await talk.tx.answers(engagement.id)
        words += [one for one in kept if one.question == HELPED and one.words is not None]
        for step in await talk.tx.steps(engagement.id):
            if step.strength is not None:
                known = say_strengths.Strength(step.at, step.until, step.strength)
                named.setdefault(step.strength.text.casefold(), known)
    found = [say_strengths.Strength(one.at, one.until, one.words) for one in words if one.words]
    found = sorted([*found, *named.values()], key=lambda one: one.at, reverse=True)
    if not found:
        return talk.note("strengths-none")
    return [say_strengths.shown(talk.say, found, talk.zone)]
