"""Shows a client what they did and wrote. Nobody else sees it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta

from bot.documents.weeks import leaves_drawn, weeks_png
from bot.domain.check_in import Answer, AnswerState
from bot.domain.step import Step, StepState
from bot.domain.wall_time import local_date
from bot.handlers.conversation import Conversation, Reply
from bot.messages import looking_back as say_looking_back

SHOWN = 10


async def wins(conversation: Conversation) -> Reply:
    """Shows the steps that are done, in the client's own words, with a picture of the weeks."""
    ordered = await done(conversation)
    if not ordered:
        return conversation.note("wins-none")
    weeks = _by_week(conversation, ordered)
    drawn = await asyncio.to_thread(weeks_png, weeks)
    leaves = leaves_drawn(weeks)
    return [say_looking_back.wins(conversation.say, ordered, drawn, leaves, conversation.zone)]


async def done(conversation: Conversation) -> list[Step]:
    """This client's done steps, newest first."""
    found = [
        step
        for engagement in await conversation.tx.engagements_of(conversation.person.id)
        for step in await conversation.tx.steps(engagement.id)
        if step.state is StepState.DONE
    ]
    return sorted(found, key=lambda step: step.done_at or step.at, reverse=True)


async def recall(conversation: Conversation, start: int | None = None) -> Reply:
    """Shows the client's kept words, newest first, word for word."""
    first = start or 0
    words: list[Answer] = []
    for engagement in await conversation.tx.engagements_of(conversation.person.id):
        kept = await conversation.tx.answers(engagement.id)
        words += [a for a in kept if a.words is not None and a.state is AnswerState.KEPT]
    words.sort(key=lambda answer: answer.at, reverse=True)
    page = words[first : first + SHOWN]
    if not page:
        return conversation.note("recall-none")
    later = first + SHOWN
    older = later if later < len(words) else None
    return [say_looking_back.recall(conversation.say, page, older, conversation.zone)]


def _by_week(conversation: Conversation, done: Sequence[Step]) -> list[int]:
    """Counts done steps per week, oldest first, without empty weeks."""
    weeks: dict[date, int] = {}
    for step in done:
        day = local_date(step.done_at or step.at, conversation.zone)
        monday = day - timedelta(days=day.weekday())
        weeks[monday] = weeks.get(monday, 0) + 1
    return [weeks[monday] for monday in sorted(weeks)]
