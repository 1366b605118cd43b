"""Answers one event: a button, a form, a typed line, an edit or a deletion.

A typed line is tried in this order: a choice that was on offer, words of crisis, a command, the
answer that was awaited, times, and at last the client's own words.
"""

from __future__ import annotations

from bot.chat import Deleted, Edited, Pressed, Submitted, Wrote
from bot.domain.action_row import Word
from bot.domain.actions import read_action
from bot.domain.words import Words
from bot.handlers import (
    check_ins,
    crisis,
    edits,
    hours,
    joining,
    notes,
    pausing,
    questions,
    sessions,
    steps,
    stopping,
)
from bot.handlers.asking_again import ask_again
from bot.handlers.conversation import Conversation, Reply
from bot.inbound.routes import COMMANDS, act
from bot.plain import chosen
from bot.understand import Intent, Understood, read_day, speaks_of_crisis, understand

WORDS_LIMIT = 4000
MOST_ACTIONS = 3


async def listen(talk: Conversation) -> Reply:
    """Answers one event, and then runs the actions that it leads to (`Conversation.then`)."""
    match talk.event.what:
        case Wrote(text, message):
            reply = await _wrote(talk, text, message)
        case Pressed(action):
            reply = await act(talk, action)
        case Submitted(action):
            reply = await act(talk, action, form=True)
        case Edited(message, text):
            reply = await _edited(talk, message, text)
        case Deleted(message):
            reply = await edits.deleted(talk, message)
    for _ in range(MOST_ACTIONS):
        if talk.then is None:
            break
        following, talk.then = talk.then, None
        reply = reply + await act(talk, following)
    asked = await ask_again(talk, reply)
    if not asked and not talk.closes:
        asked = await hours.notice_travel(talk)
    return reply + asked


async def _wrote(talk: Conversation, text: Words, message: str | None) -> Reply:
    line = text.text
    if not line.strip():
        return talk.note("empty")
    if len(line) > WORDS_LIMIT:
        return talk.note("too-long", limit=WORDS_LIMIT)
    action = chosen(line, talk.person.dialogue.offered)
    if action is not None:
        return await act(talk, action)
    if speaks_of_crisis(line, talk.person.language):
        return await crisis.answer(talk)
    meant = understand(line, talk.person.language, talk.today)
    if meant.intent is not None:
        reply = await _command(talk, meant)
        if reply is not None:
            return reply
    return await _answered(talk, text, message)


async def _command(talk: Conversation, meant: Understood) -> Reply | None:
    """Does what the line asks for. None where it was no command here, only words."""
    match meant.intent:
        case Intent.CODE if meant.code is not None:
            return await joining.enter_code(talk, meant.code)
        case Intent.PAUSE:
            return await pausing.pause(talk, meant.until, meant.reason)
        case Intent.HELP:
            return await _help(talk)
        case Intent.YES:
            return await _offered(talk, "yes")
        case Intent.NO:
            return await _offered(talk, "no")
        case Intent.PASS:
            return await _offered(talk, "pass")
        case Intent.STOP if not meant.sure:
            return await stopping.ask_if_stop(talk)
        case _ if not meant.sure:
            return None
        case Intent() as intent if intent in COMMANDS:
            return await COMMANDS[intent](talk)
    return None


async def _offered(talk: Conversation, word: Word) -> Reply | None:
    """Presses the one button on offer that a yes, a no or a pass chooses; None if not just one."""
    offered = [(text, read_action(text)) for _, text in talk.person.dialogue.offered]
    fitting = [text for text, found in offered if found and found.is_meant_by(word)]
    return await act(talk, fitting[0]) if len(fitting) == 1 else None


async def _answered(talk: Conversation, text: Words, message: str | None) -> Reply:
    """Takes the line as what was awaited, or else as times, or else as the client's own words."""
    awaited = await _awaited(talk, text, message)
    if awaited is not None:
        return awaited
    unfinished = await joining.unfinished(talk)
    if unfinished is not None:
        return await joining.carry_on(talk, unfinished)
    times = await hours.typed(talk, text.text)
    if times is not None:
        return times
    if await talk.engagements():
        return await check_ins.wrote(talk, text, message)
    return await _help(talk)


async def _awaited(talk: Conversation, text: Words, message: str | None) -> Reply | None:
    """Answers what was awaited. None where nothing was, or the line does not read like it."""
    dialogue = talk.person.dialogue
    match dialogue.awaiting, dialogue.subject:
        case "pause", _:
            until, reason = read_day(text.text, talk.person.language, talk.today)
            return await pausing.pause(talk, until, reason)
        case "questions", _:
            return await questions.written(talk, text)
        case "step", str() as engagement_id:
            return await steps.typed(talk, engagement_id, text.text)
        case "note", str() as engagement_id:
            return await notes.wrote(talk, engagement_id, text)
        case "feedback", str() as engagement_id:
            return await sessions.feedback_written(talk, engagement_id, text, message)
    return None


async def _edited(talk: Conversation, message: str, text: Words) -> Reply:
    """Follows an edit. Where the message itself never arrived, its edit is taken as the message."""
    if await edits.is_the_first_of(talk, message):
        return await _wrote(talk, text, message)
    return await edits.edited(talk, message, text)


async def _help(talk: Conversation) -> Reply:
    reply: Reply = []
    if await talk.engagements():
        reply += talk.note("help-client")
    if await talk.tx.has_invited(talk.person.id):
        reply += talk.note("help-coach") + talk.note("help-coach-more")
    return reply or await joining.over_here(talk) or talk.note("hello")
