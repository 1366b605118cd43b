"""Shows a client what they did and wrote. Nobody else sees it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.documents.weeks import leaves_drawn, weeks_png
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.check_in import Answer, AnswerState
from bot.domain.engagement import Engagement
from bot.domain.foreign import without_quotes
from bot.domain.question import Question
from bot.domain.step import Step, StepState
from bot.domain.wall_time import local_date
from bot.domain.words import Words
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
    """This client's done steps, newest first."""
    found = [
        step
        for engagement in await talk.tx.engagements_of(talk.person.id)
        for step in await talk.tx.steps(engagement.id)
        if step.state is StepState.DONE
    ]
    return sorted(found, key=lambda step: step.done_at or step.at, reverse=True)


async def recall(talk: Conversation, start: int | None = None) -> Reply:
    """Shows the client's kept words, newest first, word for word."""
    first = start or 0
    words = await kept_words(talk)
    page = words[first : first + SHOWN]
    if not page:
        return talk.note("recall-none")
    later = first + SHOWN
    more = actions.RECALL(later) if later < len(words) else None
    return await as_page(talk, page, more)


async def kept_words(talk: Conversation) -> list[tuple[Engagement, Answer]]:
    """This client's answers in words that are kept, newest first, also of what has ended."""
    words: list[tuple[Engagement, Answer]] = []
    for engagement in await talk.tx.engagements_of(talk.person.id):
        kept = await talk.tx.answers(engagement.id)
        words += [
            (engagement, answer)
            for answer in kept
            if answer.words is not None and answer.state is AnswerState.KEPT
        ]
    return sorted(words, key=lambda found: found[1].at, reverse=True)


async def as_page(
    talk: Conversation,
    found: Sequence[tuple[Engagement, Answer]],
    more: Action | None,
    heading: str = "recall-heading",
) -> Reply:
    """Shows these answers, each with its day and the question that it is to."""
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
    answers = [answer for _, answer in found]
    return [say_looking_back.recall(talk.say, answers, page, talk.zone, talk.today)]


def _by_week(talk: Conversation, done: Sequence[Step]) -> list[int]:
    """Counts done steps per week, oldest first, without empty weeks."""
    weeks: dict[date, int] = {}
    for step in done:
        day = local_date(step.done_at or step.at, talk.zone)
        monday = day - timedelta(days=day.weekday())
        weeks[monday] = weeks.get(monday, 0) + 1
    return [weeks[monday] for monday in sorted(weeks)]
