"""Answers a typed line. `READINGS` holds the order in which its meanings are tried.

While a question is open, a line is its answer, unless the whole line is a stop, a question to the
bot, a command or small talk. Any other meaning becomes a button beside the answer.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence

from bot.domain import actions
from bot.domain.action_row import Found, Word
from bot.domain.actions import AnyRow, read_action
from bot.handlers import joining, pausing
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.hearing import about, addressed, crisis, doubt, later, stopping
from bot.handlers.mine import steps_at_hand
from bot.inbound import naming, talking
from bot.inbound.awaited import (
    OF_WORDS,
    answer_awaited,
    is_open,
    is_put_off_by,
)
from bot.inbound.line import Line
from bot.inbound.replying import to_a_digest
from bot.inbound.routes import COMMANDS, act
from bot.inbound.searching import search
from bot.inbound.talking import writes_to_others
from bot.plain import chosen
from bot.understand import (
    Addressed,
    Intent,
    meant_for_bot,
    progress_in,
    read_later,
)

# The buttons whose labels hold words that somebody else chose: a coach's options, a name.
WORDED_BY_OTHERS: Collection[AnyRow] = (
    actions.TAP,
    actions.SET,
    actions.SUGGEST,
    actions.SUGGEST_TO,
    actions.UNWRITE,
    actions.CLIENT,
    actions.NOTE,
    actions.SHARE,
    actions.STEP,
    actions.STEP_MARK,
)
# The buttons that say how something goes.
SAYING_HOW: Collection[AnyRow] = (actions.MARK, actions.TAP, actions.STEP_MARK)
WORDS: Mapping[Intent, Word] = {Intent.YES: "yes", Intent.NO: "no", Intent.PASS: "pass"}

Reading = Callable[[Conversation, Line], Awaitable[Reply | None]]


async def answer(talk: Conversation, line: Line) -> Reply:
    """Answers a line by the first reading that takes it; the person's own words are the last."""
    quiet = talk.person.dialogue.is_quiet(talk.today)
    for reading in WHILE_QUIET if quiet else READINGS:
        reply = await reading(talk, line)
        if reply is not None:
            return reply
    return []


async def instead_of_words(talk: Conversation, line: Line) -> Reply | None:
    """Answers an edited line that is no answer any more: a stop, a question to the bot, a command.

    None where it is the person's words. A yes or a no in an edit presses nothing.
    """
    for reading in (_sure_stop, search, _command, _question):
        reply = await reading(talk, line)
        if reply is not None:
            return reply
    return None


async def _choice(talk: Conversation, line: Line) -> Reply | None:
    """Presses the button whose label was typed. No label that others worded hides a command."""
    action = chosen(line.text.text, talk.person.dialogue.offered)
    if action is None or (_is_a_command(line) and _is_worded_by_others(action)):
        return None
    return await _press(talk, action)


async def _press(talk: Conversation, action: str) -> Reply:
    """Presses a button for a typed line. A consent that was asked long ago is asked once more."""
    again = await doubt.asked_long_ago(talk, action)
    return again if again is not None else await act(talk, action)


def _is_sure_stop(line: Line) -> bool:
    return line.heard.command.intent is Intent.STOP and line.heard.command.sure


def _is_a_command(line: Line) -> bool:
    """True if the whole line is a command. A yes, a no and a pass are answers, and no commands."""
    command = line.heard.command
    return command.intent is not None and command.sure and command.intent not in WORDS


def _is_worded_by_others(action: str) -> bool:
    found = read_action(action)
    return found is not None and found.row in WORDED_BY_OTHERS


async def _sure_stop(talk: Conversation, line: Line) -> Reply | None:
    return await stopping.stop(talk) if _is_sure_stop(line) else None


async def _progress(talk: Conversation, line: Line) -> Reply | None:
    """Takes "done", "half of it" or "not yet" as about a step: by the button on offer that says
    it, or else about the open step. A yes or a no that was asked for stays one.
    """
    mark = progress_in(line.typed, talk.person.language)
    if mark is None or _is_another_command(line) or _is_asked_for(talk, line):
        return None
    found = [(text, read_action(text)) for _, text in talk.person.dialogue.offered]
    fitting = [text for text, one in found if one and one.row in SAYING_HOW and mark in one.values]
    if len(fitting) == 1:
        return await _press(talk, fitting[0])
    return await steps_at_hand.progress(talk, mark)


def _is_another_command(line: Line) -> bool:
    """True for a line that is perhaps a stop, or a command that is not about steps."""
    intent = line.heard.command.intent
    return intent is Intent.STOP or (_is_a_command(line) and intent is not Intent.STEP)


def _is_asked_for(talk: Conversation, line: Line) -> bool:
    """True for a yes, a no or a pass that a button on offer asks for."""
    word = WORDS.get(line.heard.command.intent) if line.heard.command.intent else None
    found = [read_action(text) for _, text in talk.person.dialogue.offered]
    return word is not None and any(one and one.is_meant_by(word) for one in found)


async def _later(talk: Conversation, line: Line) -> Reply | None:
    """Asks the open question again: "remind me tomorrow at 9", or only "tomorrow at 9".

    Where a question asks when something is, a moment alone is its answer. Where nothing is open, a
    moment alone is nobody's diary: it hears that there is nothing to put off.
    """
    asked = read_later(line.typed, talk.person.language, talk.today)
    if asked is None or not (asked.asked or await is_put_off_by(talk) or not await is_open(talk)):
        return None
    return await later.again(talk, asked)


async def _perhaps_stop(talk: Conversation, line: Line) -> Reply | None:
    """Asks about a stop. Under an open question it becomes a button beside the answer."""
    if line.heard.command.intent is not Intent.STOP or await is_open(talk):
        return None
    return await stopping.ask_if_stop(talk)


async def _question(talk: Conversation, line: Line) -> Reply | None:
    """Answers a question to the bot. A coach who writes questions or a note asks nothing."""
    question = line.heard.question
    if question is None or writes_to_others(talk):
        return None
    if not question.sure and await is_open(talk):
        return None
    return await about.answer(talk, question)


async def _has_a_list(talk: Conversation, intent: Intent | None) -> bool:
    """True for a client's "who can see this?": the list of what was shared, and who saw it."""
    return intent is Intent.SEEN and bool(await talk.engagements())


async def _command(talk: Conversation, line: Line) -> Reply | None:
    command = line.heard.command
    if line.heard.asks_more_than_a_command and not await _has_a_list(talk, command.intent):
        return None
    if command.intent is Intent.STEP and progress_in(line.typed, talk.person.language):
        return None  # "pas encore" names a "pas", and is no wish for one
    match command.intent:
        case Intent.CODE if command.code is not None:
            return await joining.enter_code(talk, command.code)
        case Intent.SNOOZE if command.sure:
            asked = read_later(line.typed, talk.person.language, talk.today)
            return await later.again(talk, asked)
        case Intent.PAUSE if command.sure or not await is_open(talk):
            return await pausing.pause(talk, command.until, command.reason, command.starts)
        case Intent() as intent if command.sure and intent in COMMANDS:
            return await COMMANDS[intent](talk)
    return None


async def _yes_or_no(talk: Conversation, line: Line) -> Reply | None:
    """Presses the one button on offer that a yes, a no or a pass chooses."""
    word = WORDS.get(line.heard.command.intent) if line.heard.command.intent else None
    if word is None:
        return None
    offered = [(text, read_action(text)) for _, text in talk.person.dialogue.offered]
    asks = {found.row for _, found in offered if found and found.is_meant_by("no")}
    fitting = [
        text
        for text, found in offered
        if found and found.is_meant_by(word) and _is_asked(found, asks)
    ]
    return await _press(talk, fitting[0]) if len(fitting) == 1 else None


def _is_asked(found: Found, asks: Collection[AnyRow]) -> bool:
    """True if a yes or no is what the button asks for: where a no is possible, it is on offer too.

    Without this, a "yeah" under four ways to change the check-ins would press the one that stops.
    """
    return "no" not in found.row.typed or found.row in asks


async def _doubtful(talk: Conversation, line: Line) -> Reply | None:
    """Asks once more where a consent was asked for and the line is no clear yes or no.

    A line that names a loss is not asked about: it is heard as words.
    """
    if talk.heavy:
        return None
    return await doubt.ask_once_more(talk, line.text)


async def _to_bot(talk: Conversation, line: Line) -> Reply | None:
    """Answers a complaint about the bot, or a request to it. It is nobody's diary.

    While a question is open, a request is its answer: "help me find a new job" is a hope.
    """
    wanted = meant_for_bot(line.typed, talk.person.language)
    if wanted is None or not await talk.engagements() or _is_written_for(talk):
        return None
    if wanted is Addressed.REQUEST and await is_open(talk):
        return None
    return await addressed.answer(talk, wanted)


def _is_written_for(talk: Conversation) -> bool:
    """True while the next line is a text of its own: a note, a step, feedback, a correction."""
    return talk.person.dialogue.awaiting in OF_WORDS


async def _awaited(talk: Conversation, line: Line) -> Reply | None:
    return await answer_awaited(talk, line)


async def _joining(talk: Conversation, line: Line) -> Reply | None:
    unfinished = await joining.unfinished(talk)
    return await joining.carry_on(talk, unfinished) if unfinished is not None else None


async def _contacts(talk: Conversation, line: Line) -> Reply | None:
    talk.stays = True
    return await crisis.still(talk)


READINGS: Sequence[Reading] = (
    _choice,
    _sure_stop,
    talking.language,
    search,
    _progress,
    _command,
    naming.named,
    naming.unknown,
    _question,
    _yes_or_no,
    _later,
    talking.greeting,
    _doubtful,
    talking.small,
    _perhaps_stop,
    _to_bot,
    to_a_digest,
    _awaited,
    _joining,
    talking.mistyped,
    talking.times,
    talking.words,
)
# After words of distress, what is written is never quoted, kept or shared.
WHILE_QUIET: Sequence[Reading] = (
    _choice,
    _sure_stop,
    talking.language,
    search,
    _command,
    _question,
    _yes_or_no,
    _perhaps_stop,
    _contacts,
)
