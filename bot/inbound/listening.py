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
    privacy,
    questions,
    sessions,
    steps,
)
from bot.handlers.asking_again import ask_again
from bot.handlers.conversation import Conversation, Reply
from bot.inbound.routes import COMMANDS, act
from bot.plain import chosen
from bot.understand import Intent, Understood, read_day, speaks_of_crisis, understand

WORDS_LIMIT = 4000
FOLLOWED = 3


async def listen(conversation: Conversation) -> Reply:
    """Answers one event, and then what it leads on to (`Conversation.follow`)."""
    match conversation.event.what:
        case Wrote(text, message):
            reply = await _wrote(conversation, text, message)
        case Pressed(action):
            reply = await act(conversation, action)
        case Submitted(action):
            reply = await act(conversation, action, form=True)
        case Edited(message, text):
            reply = await _edited(conversation, message, text)
        case Deleted(message):
            reply = await edits.deleted(conversation, message)
    for _ in range(FOLLOWED):
        if conversation.follow is None:
            break
        following, conversation.follow = conversation.follow, None
        reply = reply + await act(conversation, following)
    asked = await ask_again(conversation, reply)
    if not asked and not conversation.closes:
        asked = await hours.notice_travel(conversation)
    return reply + asked


async def _wrote(conversation: Conversation, text: Words, message: str | None) -> Reply:
    line = text.text
    if not line.strip():
        return conversation.note("empty")
    if len(line) > WORDS_LIMIT:
        return conversation.note("too-long", limit=WORDS_LIMIT)
    action = chosen(line, conversation.person.dialogue.offered)
    if action is not None:
        return await act(conversation, action)
    if speaks_of_crisis(line, conversation.person.language):
        return await crisis.answer(conversation)
    meant = understand(line, conversation.person.language, conversation.today)
    if meant.intent is not None:
        reply = await _command(conversation, meant)
        if reply is not None:
            return reply
    return await _answered(conversation, text, message)


async def _command(conversation: Conversation, meant: Understood) -> Reply | None:
    """Does what the line asks for. None where it was no command here, only words."""
    match meant.intent:
        case Intent.CODE if meant.code is not None:
            return await joining.enter_code(conversation, meant.code)
        case Intent.PAUSE:
            return await privacy.pause(conversation, meant.until, meant.reason)
        case Intent.HELP:
            return await _help(conversation)
        case Intent.YES:
            return await _offered(conversation, "yes")
        case Intent.NO:
            return await _offered(conversation, "no")
        case Intent.PASS:
            return await _offered(conversation, "pass")
        case Intent.STOP if not meant.sure:
            return await privacy.ask_if_stop(conversation)
        case _ if not meant.sure:
            return None
        case Intent() as intent if intent in COMMANDS:
            return await COMMANDS[intent](conversation)
    return None


async def _offered(conversation: Conversation, word: Word) -> Reply | None:
    """Presses the one button on offer that a yes, a no or a pass chooses; None if not just one."""
    offered = [(text, read_action(text)) for _, text in conversation.person.dialogue.offered]
    fitting = [text for text, found in offered if found and found.is_meant_by(word)]
    return await act(conversation, fitting[0]) if len(fitting) == 1 else None


async def _answered(conversation: Conversation, text: Words, message: str | None) -> Reply:
    """Takes the line as what was awaited, or else as times, or else as the client's own words."""
    awaited = await _awaited(conversation, text, message)
    if awaited is not None:
        return awaited
    unfinished = await joining.unfinished(conversation)
    if unfinished is not None:
        return await joining.carry_on(conversation, unfinished)
    times = await hours.typed(conversation, text.text)
    if times is not None:
        return times
    if await conversation.engagements():
        return await check_ins.wrote(conversation, text, message)
    return await _help(conversation)


async def _awaited(conversation: Conversation, text: Words, message: str | None) -> Reply | None:
    """Answers what was awaited. None where nothing was, or the line does not read like it."""
    dialogue = conversation.person.dialogue
    match dialogue.awaiting, dialogue.subject:
        case "pause", _:
            until, reason = read_day(text.text, conversation.person.language, conversation.today)
            return await privacy.pause(conversation, until, reason)
        case "questions", _:
            return await questions.written(conversation, text)
        case "step", str() as engagement_id:
            return await steps.typed(conversation, engagement_id, text.text)
        case "note", str() as engagement_id:
            return await notes.wrote(conversation, engagement_id, text)
        case "feedback", str() as engagement_id:
            return await sessions.feedback_written(conversation, engagement_id, text, message)
    return None


async def _edited(conversation: Conversation, message: str, text: Words) -> Reply:
    """Follows an edit. Where the message itself never arrived, its edit is taken as the message."""
    if await conversation.tx.first_time(
        conversation.person.address, f"message:{message}", conversation.now
    ):
        return await _wrote(conversation, text, message)
    return await edits.edited(conversation, message, text)


async def _help(conversation: Conversation) -> Reply:
    reply: Reply = []
    if await conversation.engagements():
        reply += conversation.note("help-client")
    if await conversation.tx.has_invited(conversation.person.id):
        reply += conversation.note("help-coach") + conversation.note("help-coach-more")
    return reply or await joining.over_here(conversation) or conversation.note("hello")
