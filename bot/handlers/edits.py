"""Applies a platform's edit or deletion of a message to what is stored of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.chat import Deleted, Edited, Message
from bot.domain.check_in import Answer
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.limits import TooMuch
from bot.domain.words import Words
from bot.handlers.answering.correcting import reworded
from bot.handlers.answers import (
    edited_at,
    ending_of_answer,
    ending_of_shares,
    source_of,
)
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.replying.nobody import reached_nobody
from bot.messages import endings as say_endings
from bot.messages.endings import Ended
from bot.ports import Own
from bot.rules.endings import SKEW, Ending, ending_of
from bot.rules.erase_scope import EraseScope
from bot.rules.grants import waits_for_answer
from bot.text import Catalogue

# An edit of a message that never arrived counts as the message for so long after it was written.
# It is a day less than the store remembers seen messages (docs/decisions/0025), so that a message
# which was handled and then forgotten is never taken again.
TAKEN_WITHIN = timedelta(days=6)


async def is_the_first_of(talk: Conversation, message: str) -> bool:
    """True if an edit should be taken as the message itself, because the message never arrived.

    That holds only where nothing of it is stored, where it was not seen, and where the platform
    says that it was written within `TAKEN_WITHIN`. An older one may have been seen and forgotten.
    """
    if await _stored(talk, message) is not None:
        return False
    what = talk.event.what
    born = what.born if isinstance(what, Edited) else None
    if born is None or talk.now - born >= TAKEN_WITHIN:
        return False
    return await talk.tx.first_time(talk.person.address, f"message:{message}", talk.now)


async def edited(talk: Conversation, message: str, text: Words) -> Reply:
    """Replaces the answer with the newest words, however old it is. Ends what shows the old ones.

    An older edit that arrives late changes nothing. If nothing of the message is stored, it says
    so. While only an answer to what has changed is missing, nothing new is stored and the old words
    stay; what was shared of them goes, because the message says otherwise now.
    """
    found = await _stored(talk, message)
    if found is None:
        return await _nothing_stored(talk)
    engagement, answer = found
    at = edited_at(talk)
    if _is_outdated(talk, answer):
        return []
    if text == answer.words:
        return []
    if not text.text.strip() or _is_over(talk, answer):
        return await ended(talk, message)
    waits = await _only_waits(talk, engagement)
    if not waits and await talk.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        return await ended(talk, message)
    if waits:
        ending = await ending_of_shares(talk, engagement, answer.id)
        gone = say_endings.readers(talk.say, await talk.what_ends(ending), talk.zone)
        told = say_endings.stays(talk.say, gone)
        await talk.end(ending)
        return [told]
    now_says = replace(answer, words=text, edited_at=at)
    return await reworded(talk, engagement, answer, now_says, own_message_stays=False)


async def deleted(talk: Conversation, message: str) -> Reply:
    """Ends what is stored of a message that its author deleted, and the bot's quotes of it."""
    return await _end(talk, message, say_endings.deleted)


async def ended(talk: Conversation, message: str) -> Reply:
    """Ends what is stored of the words of a message, and stores nothing instead.

    For an edit whose new words are not an answer: distress, a stop, a question to the bot.
    Returns what is true to say about the old words; nothing if none are stored.
    """
    return await _end(talk, message, say_endings.edited_away)


async def too_long(talk: Conversation, message: str, too_much: TooMuch) -> Reply:
    """Says that an edit is beyond the limit. The words from before stay stored, and it says so."""
    if await _stored(talk, message) is None:
        _clear_quotes(talk)
        return talk.note("too-long", **too_much.told)
    return talk.note("edit-too-long", **too_much.told)


async def _end(
    talk: Conversation, message: str, say: Callable[[Catalogue, Ended, str], Message]
) -> Reply:
    found = await _stored(talk, message)
    if found is None:
        _clear_quotes(talk)
        ending = await _shares_left_of_it(talk)
        return await _ended_with(talk, ending, say) if ending.ids else []
    if _is_outdated(talk, found[1]):
        return []
    return await _ended_with(talk, await ending_of_answer(talk, *found), say)


async def _ended_with(
    talk: Conversation, ending: Ending, say: Callable[[Catalogue, Ended, str], Message]
) -> Reply:
    told = say(talk.say, await talk.what_ends(ending), talk.zone)
    await talk.end(ending)
    return [told]


async def _shares_left_of_it(talk: Conversation) -> Ending:
    """The shares of a message whose answer is gone: a withdrawal leaves what a coach was shown.

    It finds them by what the message said, where the platform tells that. What was shared before
    the message was written is of another message.
    """
    what = talk.event.what
    was = what.was if isinstance(what, Edited | Deleted) else None
    born = what.born if isinstance(what, Edited | Deleted) else None
    since = born - SKEW if born is not None else None
    scopes = []
    for engagement in await talk.tx.engagements_of(talk.person.id) if was is not None else ():
        known = {answer.id for answer in await talk.tx.answers(engagement.id)}
        shares = await talk.tx.shares(engagement.id)
        alike = [one for one in shares if one.body == was and one.answer_id not in known]
        left = [one for one in alike if since is None or one.approved_at >= since]
        scopes.append(EraseScope(engagement, shares=left))
    return await ending_of(talk.tx, talk.say, scopes)


def _is_over(talk: Conversation, answer: Answer) -> bool:
    return answer.until <= talk.now


async def _only_waits(talk: Conversation, engagement: Engagement) -> bool:
    """True if words could be kept but for an answer that the client has not given yet."""
    ledger = await talk.tx.ledger(engagement.id)
    return waits_for_answer(ledger, Purpose.KEEP_WORDS, talk.now, engagement)


def _is_outdated(talk: Conversation, answer: Answer) -> bool:
    """True for an edit that was made before the newest one that was seen."""
    at = edited_at(talk)
    return at is not None and answer.edited_at is not None and at <= answer.edited_at


async def _nothing_stored(talk: Conversation) -> Reply:
    _clear_quotes(talk)
    ending = await _shares_left_of_it(talk)
    if ending.ids:
        return await _ended_with(talk, ending, say_endings.edited_away)
    what = talk.event.what
    undone = isinstance(what, Edited) and what.undone
    unknown = "undeleted-unknown" if undone else "edited-unknown"
    if await talk.engagements():
        return talk.note(unknown)
    said = what.text.text if isinstance(what, Edited) else ""
    return [] if undone else await reached_nobody(talk, said) or []


def _clear_quotes(talk: Conversation) -> None:
    """Deletes the bot's quotes of words that were never stored.

    Where the platform does not tell what the message said, it noted which of the bot's messages
    quote it.
    """
    what = talk.event.what
    if not isinstance(what, Edited | Deleted):
        return
    if what.was is None:
        talk.clearing.append(Own(quoting=(), answering=what.message))
    elif what.was.text.strip():
        since = what.born - SKEW if what.born is not None else None
        talk.clearing.append(Own(since=since, quoting=(what.was,)))


async def _stored(talk: Conversation, message: str) -> tuple[Engagement, Answer] | None:
    """The answer that a message became, also in an engagement that is over."""
    source = source_of(talk, message)
    for engagement in await talk.tx.engagements_of(talk.person.id):
        answer = await talk.tx.answer_from(engagement.id, source)
        if answer is not None:
            return engagement, answer
    return None
