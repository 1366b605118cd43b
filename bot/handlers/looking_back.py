"""Shows a client what they did and wrote. Nobody else sees it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.documents.weeks import leaves_drawn, weeks_png
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.check_in import Answer
from bot.domain.engagement import Engagement
from bot.domain.foreign import without_quotes
from bot.domain.question import Question
from bot.domain.step import Step
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.handlers.answering.quoting import looked_back_at
from bot.handlers.conversation import Conversation, Reply
from bot.messages import looking_back as say_looking_back
from bot.rules.question_choice import all_questions, wording_of

SHOWN = 10


async def wins(talk: Conversation) -> Reply:
    """Shows the steps that are done, in the client's own words, with a picture of the weeks."""
    ordered = await done(talk)
    if not ordered:
        return talk.note("wins-none")
    weeks = _by_week(talk, ordered)
    drawn = await asyncio.to_thread(weeks_png, weeks)
    leaves = leaves_drawn(weeks)
    return [say_looking_back.wins(talk.say, ordered, drawn, leaves, talk.zone)]


async def done(talk: Conversation) -> list[Step]:
    """This client's done steps, newest first. One that repeats is there each time."""
    found = [
        done
        for engagement in await talk.tx.engagements_of(talk.person.id)
        for step in await talk.tx.steps(engagement.id)
        for done in step.each_done()
    ]
    return sorted(found, key=lambda step: step.done_at or step.at, reverse=True)


async def recall(talk: Conversation, start: int | None = None) -> Reply:
    """Shows the client's kept words, newest first, word for word.

    They are all that is stored of the client's words. Each can be shared, corrected or deleted.
    """
    first = start or 0
    words = await kept_words(talk)
    page = words[first : first + SHOWN]
    if not page:
        return talk.note("recall-none")
    later = first + SHOWN
    more = actions.RECALL(later) if later < len(words) else None
    return await as_page(talk, page, more)


async def kept_words(talk: Conversation) -> list[tuple[Engagement, Answer]]:
    """This client's answers in words that are stored, newest first, also of what has ended."""
    words: list[tuple[Engagement, Answer]] = []
    for engagement in await talk.tx.engagements_of(talk.person.id):
        kept = await talk.tx.answers(engagement.id)
        words += [(engagement, answer) for answer in kept if answer.words is not None]
    return sorted(words, key=lambda found: found[1].at, reverse=True)


async def as_page(
    talk: Conversation,
    found: Sequence[tuple[Engagement, Answer]],
    more: Action | None,
    heading: str = "recall-heading",
) -> Reply:
    """Shows these answers, each with its day, the question that it is to, and what can be done."""
    asked: dict[str, Words] = {}
    of_each: dict[str, Mapping[str, Question]] = {}
    for engagement, answer in found:
        if engagement.id not in of_each:
            of_each[engagement.id] = await all_questions(
                talk.tx, engagement, talk.say, talk.settings
            )
        question = of_each[engagement.id].get(answer.question or "")
        words = wording_of(talk.say, answer.question, question)
        if words is not None:
            asked[answer.id] = Words(without_quotes(words.text))
    page = say_looking_back.WordsPage(asked, more, heading)
    kept = [await looked_back_at(talk, engagement, answer) for engagement, answer in found]
    return [say_looking_back.recall(talk.say, kept, page, talk.today)]


def _by_week(talk: Conversation, done: Sequence[Step]) -> list[int]:
    """Counts done steps per week, oldest first, without empty weeks."""
    weeks: dict[date, int] = {}
    for step in done:
        day = local_date(step.done_at or step.at, talk.zone)
        monday = day - timedelta(days=day.weekday())
        weeks[monday] = weeks.get(monday, 0) + 1
    return [weeks[monday] for monday in sorted(weeks)]
