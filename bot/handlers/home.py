"""The home page for the person who opens it. It reads, and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.chat import Message
from bot.domain.consent import Purpose
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement
from bot.domain.rhythm import Occurrence, Rhythm, occurrences
from bot.domain.step import StepState
from bot.domain.wall_time import local_date
from bot.handlers import clients, consent, joining, looking_back, privacy
from bot.handlers.conversation import Conversation, Reply
from bot.messages import home as say_home
from bot.text import languages


async def show(conversation: Conversation) -> Reply:
    return [await page(conversation)]


async def page(conversation: Conversation) -> Message:
    """Shows the page of a client, a coach, or both. A stranger reads who the bot is."""
    own = (
        await _coaching(conversation)
        if await conversation.tx.has_invited(conversation.person.id)
        else None
    )
    shown = say_home.Home(
        mine=[await _mine(conversation, one) for one in await conversation.engagements()],
        over=await joining.over_here(conversation),
        done=(await looking_back.done(conversation))[: say_home.FEW] if conversation.known else [],
        coaching=own,
        zone=conversation.zone,
    )
    if not shown.mine and not shown.over and own is None:
        return say_home.stranger(conversation.say)
    return say_home.home(conversation.say, shown)


async def _mine(conversation: Conversation, engagement: Engagement) -> say_home.Mine:
    steps = await conversation.tx.steps(engagement.id)
    rhythm = await conversation.tx.rhythm(engagement.id)
    switches = await consent.states(conversation, engagement)
    asks = rhythm is not None and dict(switches)[Purpose.CHECK_INS] is not None
    return say_home.Mine(
        engagement=engagement,
        coach=await conversation.coach_name(engagement),
        agreed=await conversation.grant(engagement.id, Purpose.AGREEMENT) is not None,
        switches=switches,
        rhythm=rhythm,
        paused_until=_pause(conversation, rhythm),
        coming=await privacy.coming_in(conversation, engagement),
        lost=await _lost(conversation, engagement) if asks else [],
        steps=[step for step in steps if step.state is StepState.TAKEN][: say_home.FEW],
    )


async def _coaching(conversation: Conversation) -> say_home.Coaching:
    """Shows the coach's own settings, and of clients only those from `clients.allowed`.

    The next digest is computed from the coach's own rhythm, never from planned deliveries, because
    clients' shares leave traces there.
    """
    granted = await conversation.grant(conversation.person.id, Purpose.DIGEST)
    rhythm = await conversation.tx.rhythm(conversation.person.id) if granted is not None else None
    return say_home.Coaching(
        listed=await clients.allowed(conversation),
        rhythm=rhythm,
        paused_until=_pause(conversation, rhythm),
        digest=_next_digest(conversation, rhythm),
    )


async def _lost(conversation: Conversation, engagement: Engagement) -> Reply:
    return await conversation.not_delivered(engagement.id, Kind.CHECK_IN, "next-not-delivered")


def _pause(conversation: Conversation, rhythm: Rhythm | None) -> date | None:
    """The end of the pause. None if there is no pause, or it is over in the rhythm's zone."""
    if rhythm is None or rhythm.paused_until is None:
        return None
    today = local_date(conversation.now, rhythm.zone)
    return rhythm.paused_until if rhythm.paused_until > today else None


def _next_digest(conversation: Conversation, rhythm: Rhythm | None) -> Occurrence | None:
    if rhythm is None:
        return None
    ahead = (
        one for one in occurrences(rhythm, conversation.now) if one.not_before > conversation.now
    )
    return next(ahead, None)


async def ask_language(conversation: Conversation) -> Reply:
    return [say_home.choose_language(conversation.say, languages())]


async def choose_language(conversation: Conversation, language: str) -> Reply:
    if language not in languages():
        return conversation.stale()
    conversation.person = replace(conversation.person, language=language)
    return conversation.note("language-set")
