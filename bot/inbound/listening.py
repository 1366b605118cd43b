"""Answers one event: a button, a form, a typed line, an edit or a deletion.

Every free text is heard first, by whatever door it comes (`bot.inbound.doors`): words of distress,
then a stop. A text beyond its limit is answered kindly, and changes nothing. `bot.inbound.typed`
says in which order a typed line is tried after that.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Deleted, Edited, Pressed, Reacted, Submitted, Wrote
from bot.domain.action_row import verb_of
from bot.domain.actions import STEP_FROM, read_action
from bot.domain.limits import TooMuch
from bot.handlers import edits, hours
from bot.handlers.asking_again import ask_again
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.halting.telling import tell_of_halt
from bot.handlers.hearing import crisis, reactions, stopping
from bot.handlers.hearing.restored import tell_of_restore
from bot.handlers.hearing.unsent import asked_since, tell_unsent
from bot.handlers.one_client.told import tell_of_end
from bot.inbound import typed
from bot.inbound.doors import heard_in, too_much_in, worst
from bot.inbound.line import Line
from bot.inbound.replying import open_what_is_replied_to
from bot.inbound.routes import act
from bot.understand import Distress, FirstHearing, Heard, Intent, Level, names_a_loss

MOST_ACTIONS = 3


async def listen(talk: Conversation, first: Sequence[FirstHearing]) -> Reply:
    """Answers one event, and then runs the actions that it leads to (`Conversation.then`).

    `first` is what was heard in its texts before the transaction began.
    """
    await open_what_is_replied_to(talk)
    if isinstance(talk.event.what, Reacted):
        return await reactions.met(talk)
    heard = heard_in(talk, first)
    distress = worst(heard)
    talk.heavy = distress is not None or any(names_a_loss(one.typed) for one in first)
    talk.heard = frozenset(one.typed.text for one in first)
    if distress is not None and distress.level is Level.CERTAIN:
        return await _contacts_first(talk, distress, heard)
    await _foresee(talk)
    reply = await _happened(talk, heard, first)
    for _ in range(MOST_ACTIONS):
        if talk.then is None:
            break
        following, talk.then = talk.then, None
        reply = reply + await act(talk, following)
    if distress is not None:
        return reply + crisis.beside(talk)
    if talk.heavy or talk.person.dialogue.is_quiet(talk.today):
        return reply
    told = await tell_of_halt(talk, reply) + tell_of_restore(talk, reply)
    reply = told + await tell_unsent(talk, reply) + await tell_of_end(talk, reply) + reply
    asked = await ask_again(talk, reply)
    if not asked and not talk.closes:
        asked = await hours.notice_travel(talk)
    return reply + asked


async def _foresee(talk: Conversation) -> None:
    """Reads at once what a line asks for that answers a check-in, where there is more than one."""
    since, chat = asked_since(talk), talk.person.dialogue
    if not isinstance(talk.event.what, Wrote) or chat.awaiting != "answer" or since is None:
        return
    if chat.subject:
        delivery_id = chat.subject.partition("|")[0]
        await talk.tx.foresee_answer(delivery_id, talk.person.id, since)


async def _contacts_first(talk: Conversation, distress: Distress, heard: Sequence[Heard]) -> Reply:
    """Shows contacts, and does nothing else that the event asks for, except a sure stop."""
    what = talk.event.what
    ended = await edits.ended(talk, what.message) if isinstance(what, Edited) else []
    reply = ended + await crisis.answer(talk, distress)
    return reply + await _stop(talk, heard)


async def _stop(talk: Conversation, heard: Sequence[Heard]) -> Reply:
    """Stops where a text surely says so, and asks where only one of its sentences does.

    Other words that may be a stop ("I don't want any more") get the contacts, and no question.
    """
    if any(one.command.intent is Intent.STOP and one.command.sure for one in heard):
        return await stopping.stop(talk)
    return await stopping.ask_if_stop(talk) if any(one.a_sentence_stops for one in heard) else []


async def _happened(
    talk: Conversation, heard: Sequence[Heard], first: Sequence[FirstHearing]
) -> Reply:
    too_much = too_much_in(talk.event.what)
    if too_much is not None:
        return await _refused(talk, too_much)
    match talk.event.what:
        case Wrote(text, message):
            return await _wrote(talk, Line(text, message, heard[0], first[0].typed))
        case Edited(message, text):
            return await _edited(talk, Line(text, message, heard[0], first[0].typed))
        case Pressed(action):
            return await act(talk, action)
        case Submitted(action):
            return await _submitted(talk, action, heard)
        case Deleted(message):
            return await edits.deleted(talk, message)
        case Reacted():
            return []


async def _refused(talk: Conversation, too_much: TooMuch) -> Reply:
    """Answers a text beyond its limit. What is stored and what is open stay as they are."""
    talk.stays = True
    match talk.event.what:
        case Edited(message):
            return await edits.too_long(talk, message, too_much)
        case Submitted(action) if verb_of(action) != STEP_FROM.verb:
            return talk.note("field-too-long", **too_much.told)
    return talk.note("too-long", **too_much.told)


async def _wrote(talk: Conversation, line: Line) -> Reply:
    if not line.text.text.strip():
        return talk.note("empty")
    return await typed.answer(talk, line)


async def _edited(talk: Conversation, line: Line) -> Reply:
    """Follows an edit. Where the message itself never arrived, its edit is taken as the message.

    An edit into a stop, a question to the bot or a command is that, and no answer any more.
    """
    message = line.message or ""
    if await edits.is_the_first_of(talk, message):
        return await _wrote(talk, line)
    instead = await typed.instead_of_words(talk, line)
    if instead is not None:
        return await edits.ended(talk, message) + instead
    if talk.person.dialogue.is_quiet(talk.today):
        return await edits.ended(talk, message) + await crisis.still(talk)
    return await edits.edited(talk, message, line.text)


async def _submitted(talk: Conversation, action: str, heard: Sequence[Heard]) -> Reply:
    """Does what a form asks. A stop in one of its fields is asked about beside it."""
    found = read_action(action, form=True)
    if found is not None and found.row.words and talk.person.dialogue.is_quiet(talk.today):
        return await crisis.still(talk)
    reply = await act(talk, action, form=True)
    if any(one.command.intent is Intent.STOP and one.command.sure for one in heard):
        return reply + await stopping.ask_if_stop(talk)
    return reply
