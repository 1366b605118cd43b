"""Takes a line as the answer to the open question, or else as the person's own words."""

from __future__ import annotations

from dataclasses import replace

from bot.chat import Block, Button, Buttons, Text
from bot.domain import actions
from bot.handlers import check_ins, notes, pausing, sessions
from bot.handlers.answering import correcting
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.hearing import later
from bot.handlers.mine import building, what_helped
from bot.handlers.question_sets import typed_sets
from bot.inbound.line import Line
from bot.understand import Intent, asks_when, read_later, read_times

# The kinds of answer that a line of words can be.
OF_WORDS = ("feedback", "step", "helped", "note", "questions", "pause", "correct")
FEW_WORDS, FEW_SIGNS = 3, 24


async def is_open(talk: Conversation) -> bool:
    """True while a question is open, so that a line is its answer."""
    if talk.person.dialogue.awaiting in OF_WORDS:
        return True
    return check_ins.first_is_open(talk) or await check_ins.open_question(talk) is not None


async def answer_awaited(talk: Conversation, line: Line) -> Reply | None:
    """Answers what was awaited. None where nothing was, or the line is plainly something else."""
    dialogue = talk.person.dialogue
    match dialogue.awaiting, dialogue.subject:
        case "pause", _:
            until, reason = pausing.read_end(talk, line.text.text)
            if reason == "unreadable" and not _is_short(line.text.text):
                return None
            return await pausing.pause(talk, until, reason)
        case "questions", _:
            return await typed_sets.written(talk, line.text)
        case "step", str() as engagement_id:
            return await building.typed(talk, engagement_id, line.text.text)
        case "helped", str() as subject:
            return await what_helped.wrote(talk, subject, line.text, line.message)
        case "note", str() as engagement_id:
            return await notes.wrote(talk, engagement_id, line.text)
        case "feedback", str() as engagement_id:
            return await sessions.feedback_written(talk, engagement_id, line.text, line.message)
        case "correct", str() as answer_id:
            return await correcting.written(talk, answer_id, line.text, line.message)
    return None


async def take_words(talk: Conversation, line: Line) -> Reply | None:
    """Quotes the words, and puts a button beside them for each other meaning they may have.

    None for somebody who is no client.
    """
    mine = await talk.engagements()
    if not mine:
        return None
    stopped = all(one.stopped for one in mine)
    back = (Button(talk.say("home-resume"), actions.RESUME()),)
    others = back if stopped else await _other_meanings(talk, line)
    reply = await check_ins.wrote(talk, line.text, line.message, doubtful=bool(others))
    if not others or not reply:
        return reply
    beside: tuple[Block, ...] = (Text(talk.say("or-instead"), quiet=True), Buttons(others))
    at = next((n for n, one in enumerate(reply) if one.template == "you-wrote"), len(reply) - 1)
    reply[at] = replace(reply[at], blocks=(*reply[at].blocks, *beside))
    return reply


async def _other_meanings(talk: Conversation, line: Line) -> tuple[Button, ...]:
    found: list[Button] = []
    if line.heard.command.intent is Intent.STOP or line.heard.stop_in_doubt:
        found.append(Button(talk.say("stop-instead"), actions.STOP(None)))
    if line.heard.command.intent is Intent.PAUSE:
        found.append(Button(talk.say("home-pause"), actions.PAUSE(line.heard.command.until)))
    if is_about_times(talk, line) and await is_open(talk):
        found.append(Button(talk.say("times-instead"), actions.RHYTHM()))
    again = read_later(line.typed, talk.person.language, talk.today)
    if again is not None and await check_ins.open_question(talk) is not None:
        moment = later.written(later.moment_of(talk, again, None))
        found.append(Button(talk.say("later-instead"), actions.LATER(moment)))
    match talk.person.dialogue.awaiting, talk.person.dialogue.subject:
        case "pause", _:
            found.append(Button(talk.say("home-pause"), actions.PAUSE(None)))
        case "step", str() as engagement_id:
            found.append(Button(talk.say("step-instead"), actions.STEP(engagement_id)))
    return tuple(found)


async def is_put_off_by(talk: Conversation) -> bool:
    """True while a check-in's question is open that a moment alone does not answer."""
    open_now = await check_ins.open_question(talk)
    if open_now is None:
        return False
    asked = await check_ins.wording_of_open(talk, open_now)
    return asked is None or not asks_when(asked.text, talk.person.language)


def is_about_times(talk: Conversation, line: Line) -> bool:
    """True for a line that can be read as times, whatever is open."""
    return read_times(line.typed, talk.person.language, talk.today) is not None


def _is_short(text: str) -> bool:
    """True for a line so short, or with such numbers, that it was meant as a date."""
    short = len(text.split()) <= FEW_WORDS and len(text.strip()) <= FEW_SIGNS
    return short or any(sign.isdigit() for sign in text)
