"""Hands a client a letter to themselves: everything that they kept, week by week, as a file."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from bot.documents.letter import LetterEntry, letter_to_oneself
from bot.domain.check_in import Answer
from bot.domain.engagement import Engagement
from bot.domain.question import Question
from bot.domain.step import Step, StepState
from bot.domain.words import Words
from bot.handlers.conversation import Conversation, Reply
from bot.messages import looking_back as say_looking_back
from bot.messages.check_ins import body_of
from bot.messages.steps import as_words
from bot.rules.question_choice import all_questions, wording_of


async def write(talk: Conversation) -> Reply:
    """Makes the letter, also of engagements that are over. It is stored nowhere else."""
    entries: list[LetterEntry] = []
    for engagement in await talk.tx.engagements_of(talk.person.id):
        entries += await _answers(talk, engagement)
        for step in await talk.tx.steps(engagement.id):
            entries += _step(talk, step)
    if not entries:
        return talk.note("letter-none")
    paper = await asyncio.to_thread(letter_to_oneself, talk.say, entries, talk.zone, talk.now)
    return [say_looking_back.letter(talk.say, paper)]


async def _answers(talk: Conversation, engagement: Engagement) -> list[LetterEntry]:
    kept = await talk.tx.answers(engagement.id)
    if not kept:
        return []
    questions = await all_questions(talk.tx, engagement, talk.say, talk.settings)
    steps = {step.id: step for step in await talk.tx.steps(engagement.id)}
    return [_answer(talk, answer, questions, steps.get(answer.step_id or "")) for answer in kept]


def _answer(
    talk: Conversation, answer: Answer, questions: Mapping[str, Question], step: Step | None
) -> LetterEntry:
    question = questions.get(answer.question or "")
    asked = wording_of(talk.say, answer.question, question)
    return LetterEntry(
        answer.at, asked.text if asked else "", body_of(talk.say, answer, step, question)
    )


def _step(talk: Conversation, step: Step) -> list[LetterEntry]:
    """A step when it was taken, and once more each time it was done, with what helped."""
    if step.state is StepState.LET_GO:
        return []
    say, words = talk.say, as_words(talk.say, step)
    helped = f"\n{say('step-done-strength')}\n{step.strength.text}" if step.strength else ""
    with_help = Words(f"{words.text}{helped}")
    done = [
        LetterEntry(one.done_at or one.at, say("letter-step-done"), with_help)
        for one in step.each_done()
    ]
    return [LetterEntry(step.at, say("letter-step"), words), *done]
