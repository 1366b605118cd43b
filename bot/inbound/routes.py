"""Who answers what. Read this first.

A button or form carries "verb:argument:…"; a typed line is, in this order: a code, a choice that
was on offer, a command, the answer that was awaited, or the client's own words.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from inspect import signature

from bot.chat import Deleted, Edited, Pressed, Submitted, Wrote
from bot.domain.words import Words
from bot.handlers import (
    check_ins,
    clients,
    coaching,
    comfort,
    consent,
    crisis,
    edits,
    erasing,
    first,
    home,
    hours,
    joining,
    keeping,
    looking_back,
    notes,
    privacy,
    questions,
    rhythm,
    sessions,
    sharing,
    step_from,
    steps,
)
from bot.handlers.asking_again import ask_again
from bot.handlers.conversation import Conversation, Reply
from bot.plain import chosen
from bot.understand import Intent, Understood, read_day, speaks_of_crisis, understand

WORDS_LIMIT = 4000
FOLLOWED = 3

Handler = Callable[..., Awaitable[Reply]]

PRESSES: Mapping[str, Handler] = {
    "agree": joining.agree,
    "allow": joining.allow,
    "rhythm-ok": joining.finish_rhythm,
    "switch": consent.switch,
    "ask": consent.ask_about_keeping,
    "mark": check_ins.marked,
    "tap": check_ins.tapped,
    "another": check_ins.another,
    "pass": check_ins.passed,
    "keep": check_ins.keep,
    "drop": check_ins.drop,
    "share": sharing.share,
    "approve": sharing.approve,
    "share-unnamed": sharing.share_unnamed,
    "approve-unnamed": sharing.approve_unnamed,
    "take-back": sharing.take_back,
    "step": steps.begin,
    "step-later": steps.later,
    "step-change": steps.change,
    "step-prompt": steps.prompt,
    "switches": consent.show,
    "rhythm": rhythm.change,
    "agreement": joining.show_agreement,
    "receipt": consent.receipts,
    "wins": looking_back.wins,
    "stop": privacy.stop,
    "resume": privacy.resume,
    "hold": privacy.hold,
    "pause": privacy.pause_button,
    "erase": erasing.erase,
    "erase-part": erasing.part,
    "erase-span": erasing.days_confirmed,
    "erase-one": erasing.one,
    "erase-answer": erasing.one_confirmed,
    "keep-for": keeping.choose,
    "invite": coaching.invite,
    "profile": clients.profile,
    "digest": coaching.digest_switch,
    "digest-now": coaching.digest_now,
    "hold-file": privacy.hold_file,
    "open": coaching.open_digest,
    "digest-when": coaching.digest_when,
    "digest-more": coaching.digest_more,
    "digest-earlier": coaching.digest_earlier,
    "note": notes.begin,
    "note-send": notes.send,
    "note-drop": notes.discard,
    "bring-up": notes.bring_up,
    "brought-up": notes.brought_up,
    "clients": clients.show,
    "client": clients.one,
    "end": clients.end,
    "end-all": clients.end_all,
    "who": clients.who,
    "questions": questions.show_one,
    "strike": questions.strike,
    "topics": questions.topics,
    "topic": questions.topic,
    "depth": questions.depth,
    "sets": questions.others,
    "set": questions.choose,
    "suggest": questions.suggest,
    "write-questions": questions.write,
    "unwrite": questions.remove,
    "first": first.begin,
    "first-pass": first.passed,
    "comfort": comfort.answered,
    "travel": hours.travel,
    "session": sessions.act,
    "feedback": sessions.feedback,
    "recall": looking_back.recall,
    "language": home.choose_language,
    "crisis": crisis.write_to_coach,
}

FORMS: Mapping[str, Handler] = {
    "rhythm": rhythm.submit,
    "step-set": steps.submit,
    "step-from": step_from.begin,
    "erase-days": erasing.days,
    "hours": hours.submit,
    "digest-set": coaching.digest_set,
    "profile": clients.save_profile,
    "session-set": sessions.submit,
}

COMMANDS: Mapping[Intent, Handler] = {
    Intent.HOME: home.show,
    Intent.STOP: privacy.stop,
    Intent.RESUME: privacy.resume,
    Intent.HOLD: privacy.hold,
    Intent.ERASE: erasing.ask,
    Intent.RECEIPT: consent.receipts,
    Intent.SEEN: sharing.who_saw,
    Intent.KEEPING: keeping.show,
    Intent.SWITCHES: consent.show,
    Intent.RHYTHM: rhythm.change,
    Intent.AGREEMENT: joining.show_agreement,
    Intent.NEXT: privacy.coming,
    Intent.STEP: steps.begin,
    Intent.INVITE: coaching.invite,
    Intent.DIGEST: coaching.digest_now,
    Intent.WINS: looking_back.wins,
    Intent.RECALL: looking_back.recall,
    Intent.QUESTIONS: questions.show,
    Intent.COMFORT: comfort.ask,
    Intent.TOO_OFTEN: comfort.too_often,
    Intent.TOO_PERSONAL: comfort.too_personal,
    Intent.WRONG_TIME: comfort.wrong_time,
    Intent.SESSION: sessions.show,
    Intent.CALENDAR: sessions.calendar,
    Intent.FEEDBACK: sessions.feedback,
    Intent.LANGUAGE: home.ask_language,
    Intent.PROFILE: clients.profile,
    Intent.CLIENTS: clients.show,
}


async def route(conversation: Conversation) -> Reply:
    """The answer to one event, and to what it leads on to (`Conversation.follow`)."""
    match conversation.event.what:
        case Wrote(text, message):
            reply = await _wrote(conversation, text, message)
        case Pressed(action):
            reply = await _act(conversation, PRESSES, action)
        case Submitted(action):
            reply = await _act(conversation, FORMS, action)
        case Edited(message, text):
            reply = await _edited(conversation, message, text)
        case Deleted(message):
            reply = await edits.deleted(conversation, message)
    for _ in range(FOLLOWED):
        if conversation.follow is None:
            break
        action, conversation.follow = conversation.follow, None
        reply = reply + await _act(conversation, PRESSES, action)
    asked = await ask_again(conversation, reply)
    if not asked and not conversation.closes:
        asked = await hours.notice_travel(conversation)
    return reply + asked


async def _act(conversation: Conversation, table: Mapping[str, Handler], action: str) -> Reply:
    verb, *arguments = action.split(":")
    handler = table.get(verb)
    if handler is None or not action.isprintable():
        return conversation.stale()
    try:
        signature(handler).bind(conversation, *arguments)
    except TypeError:
        return conversation.stale()
    return await handler(conversation, *arguments)


async def _wrote(conversation: Conversation, text: Words, message: str | None) -> Reply:
    line = text.text
    if not line.strip():
        return conversation.note("empty")
    if len(line) > WORDS_LIMIT:
        return conversation.note("too-long", limit=WORDS_LIMIT)
    action = chosen(line, conversation.person.dialogue.offered)
    if action is not None:
        return await _act(conversation, PRESSES, action)
    if speaks_of_crisis(line, conversation.person.language):
        return await crisis.answer(conversation)
    meant = understand(line, conversation.person.language, conversation.today)
    if meant.intent is not None:
        reply = await _command(conversation, meant)
        if reply is not None:
            return reply
    return await _answered(conversation, text, message)


async def _command(conversation: Conversation, meant: Understood) -> Reply | None:
    """None where the line was no command here, only words."""
    match meant.intent:
        case Intent.CODE if meant.code is not None:
            return await joining.enter_code(conversation, meant.code)
        case Intent.PAUSE:
            return await privacy.pause(conversation, meant.until, meant.reason)
        case Intent.HELP:
            return await _help(conversation)
        case Intent.YES:
            return await _offered(conversation, ":yes")
        case Intent.NO:
            return await _offered(conversation, ":no")
        case Intent.PASS:
            return await _offered(conversation, "pass:")
        case Intent.STOP if not meant.sure:
            return await privacy.ask_if_stop(conversation)
        case _ if not meant.sure:
            return None
        case Intent() as intent if intent in COMMANDS:
            return await COMMANDS[intent](conversation)
    return None


async def _offered(conversation: Conversation, part: str) -> Reply | None:
    """A yes, a no or a pass in other words than the button's own."""
    fitting = [action for _, action in conversation.person.dialogue.offered if part in action]
    return await _act(conversation, PRESSES, fitting[0]) if len(fitting) == 1 else None


async def _answered(conversation: Conversation, text: Words, message: str | None) -> Reply:
    """What was awaited comes first; then times, in whatever words; then they are words."""
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
    """None where nothing was, or this does not read like it."""
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
    """An edit of a message that never arrived is that message, arriving."""
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
