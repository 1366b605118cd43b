"""Shows a client their own answers from 1 to 5, as a line with words beside it."""

from __future__ import annotations

import asyncio
from collections import defaultdict

from bot.documents.curve import curve_png
from bot.domain.check_in import Answer, AnswerState
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.question import STEADY
from bot.domain.words import Words
from bot.handlers.conversation import Conversation, Reply
from bot.messages.mine import curve as say_curve
from bot.rules.question_choice import question_named, wording_of

# So many questions have a line, those answered last first; and a line needs so many answers.
MOST_LINES, FEWEST = 3, 2


async def show(talk: Conversation) -> Reply:
    """One line for each question that has two answers or more; it is private to the client."""
    lines = [
        line for engagement in await talk.engagements() for line in await _lines(talk, engagement)
    ]
    if lines:
        lines.sort(key=lambda line: line.points[-1].at, reverse=True)
        return [say_curve.curve(talk.say, lines[:MOST_LINES], talk.zone)]
    keeps = [await talk.grant(one.id, Purpose.KEEP_MARKS) for one in await talk.joined()]
    return [say_curve.none(talk.say, may_ask=bool(keeps) and not any(keeps))]


async def has_line(talk: Conversation) -> bool:
    """True if there is a line to show."""
    return any([_by_question(await _kept(talk, one)) for one in await talk.engagements()])


async def _kept(talk: Conversation, engagement: Engagement) -> list[Answer]:
    """The kept answers, oldest first."""
    answers = [a for a in await talk.tx.answers(engagement.id) if a.state is AnswerState.KEPT]
    return sorted(answers, key=lambda answer: answer.at)


def _by_question(answers: list[Answer]) -> dict[str, list[Answer]]:
    """The answers from 1 to 5 of each question that has enough of them."""
    found: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.mark in STEADY and answer.question:
            found[answer.question].append(answer)
    return {name: several for name, several in found.items() if len(several) >= FEWEST}


async def _lines(talk: Conversation, engagement: Engagement) -> list[say_curve.CurveLine]:
    answers = await _kept(talk, engagement)
    words = {a.check_in: a.words for a in answers if a.words is not None}
    return [
        await _line(talk, engagement, name, several, words)
        for name, several in _by_question(answers).items()
    ]


async def _line(
    talk: Conversation,
    engagement: Engagement,
    name: str,
    answers: list[Answer],
    words: dict[str | None, Words],
) -> say_curve.CurveLine:
    question = await question_named(talk.tx, engagement, talk.say, talk.settings, name)
    points = [
        say_curve.Point(one.at, STEADY.index(one.mark) + 1, words.get(one.check_in))
        for one in answers
        if one.mark in STEADY
    ]
    drawn = await asyncio.to_thread(curve_png, [point.value for point in points])
    asked = wording_of(talk.say, name, question)
    until = max(one.until for one in answers)
    return say_curve.CurveLine(asked, question, tuple(points), drawn, until)
