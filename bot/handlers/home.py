"""The home page for the person who opens it. It reads, and changes nothing."""

from __future__ import annotations

from datetime import date

from bot.chat import Message
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.consent import Purpose
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement
from bot.domain.rhythm import Occurrence, Rhythm, occurrences
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.handlers import check_ins, clients, joining, looking_back, pausing
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.halting.telling import is_halted
from bot.handlers.hearing import restored
from bot.handlers.mine import curve
from bot.messages import guests as say_guests
from bot.messages import home as say_home
from bot.rules.guest_links import link_of
from bot.rules.open_steps import open_steps
from bot.rules.policy.reach import spoken
from bot.rules.question_choice import question_named, wording_of


async def show(talk: Conversation) -> Reply:
    return [await page(talk)]


async def page(talk: Conversation) -> Message:
    """Shows the page of a client, a coach, or both. A stranger reads who the bot is."""
    own = await _coaching(talk) if await talk.coaches() else None
    shown = say_home.Home(
        mine=[await _mine(talk, one) for one in await talk.engagements()],
        over=await joining.over_here(talk),
        done=(await looking_back.done(talk))[: say_home.FEW] if talk.known else [],
        curve=await curve.has_line(talk),
        coaching=own,
        zone=talk.zone,
        halted=await is_halted(talk),
        backup_of=restored.backup_of(talk),
    )
    if not shown.mine and not shown.over and own is None:
        return await _stranger(talk)
    return say_home.home(talk.say, shown)


async def _stranger(talk: Conversation) -> Message:
    """Welcomes whoever came by a guest link, and tells anybody else who the bot is."""
    if not talk.known and await link_of(talk.tx, talk.person.address, talk.now) is not None:
        return say_guests.welcome(talk.say)
    return say_home.stranger(talk.say, outside=talk.guest_door is not None)


async def _mine(talk: Conversation, engagement: Engagement) -> say_home.Mine:
    steps = await open_steps(talk.tx, engagement.id)
    shares = await talk.tx.shares(engagement.id)
    rhythm = await talk.rhythm(engagement.id)
    allowed = await talk.grant(engagement.id, Purpose.CHECK_INS) is not None
    asks = rhythm is not None and allowed
    return say_home.Mine(
        engagement=engagement,
        coach=await talk.coach_name(engagement),
        agreed=await talk.grant(engagement.id, Purpose.AGREEMENT) is not None,
        rhythm=rhythm,
        paused_until=_pause(talk, rhythm),
        coming=await pausing.coming_in(talk, engagement),
        lost=await _lost(talk, engagement) if asks else [],
        shared=len(shares),
        waiting=sum(one.seen_at is None for one in shares),
        question=await _open_question(talk, engagement),
        form=await _form_for_it(talk, engagement),
        steps=steps[: say_home.FEW],
        more_steps=len(steps) > say_home.FEW,
    )


async def _open_question(talk: Conversation, engagement: Engagement) -> Words | None:
    """The words of the question that is open in this engagement, or None."""
    asked = await check_ins.open_question(talk)
    if asked is None or asked.engagement.id != engagement.id:
        return None
    given = talk.tx, engagement, talk.say, talk.settings
    return wording_of(talk.say, asked.question, await question_named(*given, asked.question))


async def _form_for_it(talk: Conversation, engagement: Engagement) -> Action | None:
    """The action that opens the form for the open question of this engagement, or None."""
    asked = await check_ins.open_question(talk)
    if asked is None or asked.engagement.id != engagement.id or asked.delivery is None:
        return None
    return actions.ANSWER_FORM(asked.delivery.id, asked.question) if asked.question else None


async def _coaching(talk: Conversation) -> say_home.Coaching:
    """Shows the coach's own settings, and of clients only those from `clients.allowed`.

    The next digest is computed from the coach's own rhythm, never from planned deliveries, because
    clients' shares leave traces there.
    """
    granted = await talk.grant(talk.person.id, Purpose.DIGEST)
    rhythm = await talk.rhythm(talk.person.id) if granted is not None else None
    return say_home.Coaching(
        listed=await clients.allowed(talk),
        rhythm=rhythm,
        paused_until=_pause(talk, rhythm),
        digest=next_digest(talk, rhythm),
    )


async def _lost(talk: Conversation, engagement: Engagement) -> Reply:
    return await talk.told_not_delivered(engagement.id, Kind.CHECK_IN, "next-not-delivered")


def _pause(talk: Conversation, rhythm: Rhythm | None) -> date | None:
    """The end of the pause. None if today, in the rhythm's zone, is not in a pause."""
    if rhythm is None or rhythm.paused_until is None:
        return None
    today = local_date(talk.now, rhythm.zone)
    begun = rhythm.paused_from is None or rhythm.paused_from <= today
    return rhythm.paused_until if begun and rhythm.paused_until > today else None


def next_digest(talk: Conversation, rhythm: Rhythm | None) -> Occurrence | None:
    """When a digest by this rhythm could next come. It says nothing about shares."""
    if rhythm is None:
        return None
    ahead = (one for one in occurrences(rhythm, talk.now) if one.not_before > talk.now)
    return next(ahead, None)


async def ask_language(talk: Conversation) -> Reply:
    return [say_home.choose_language(talk.say, spoken(talk.settings))]
