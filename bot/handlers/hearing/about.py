"""Answers a question to the bot from one fixed table. The question itself is stored nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.contacts import contacts_of, country_of, emergency_number
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.purposes import Purpose, asked_of_client
from bot.domain.rhythm import Occurrence, Rhythm
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.handlers import home, pausing
from bot.handlers.conversation import Conversation, Reply
from bot.messages import about as say_about
from bot.messages.about_rows import ABOUT
from bot.messages.joining import when_sent
from bot.messages.privacy import kept_chat
from bot.messages.who import platform_name
from bot.messages.who_asks import Facts, WhoAsks, WithCoach
from bot.rules.grants import live
from bot.rules.policy.reach import spoken
from bot.understand.heard import BotQuestion, BotTopic


async def answer(talk: Conversation, question: BotQuestion) -> Reply:
    """Answers with what is true for this person, on this installation, now.

    It changes nothing: an open question stays open, with its choices.
    """
    talk.stays = True
    row, facts = ABOUT[question.topic], await _facts(talk)
    return [say_about.answer(talk.say, row, facts)]


async def pressed(talk: Conversation, topic: str) -> Reply:
    """Answers a question that was chosen with a button."""
    if topic not in list(BotTopic):
        return talk.stale()
    return await answer(talk, BotQuestion(BotTopic(topic)))


async def _facts(talk: Conversation) -> Facts:
    every = list(await talk.tx.engagements_of(talk.person.id)) if talk.known else []
    going = await talk.engagements() if talk.known else []
    left = [one for one in every if one not in going and one.keeps_until > talk.now]
    coaches = await talk.tx.has_invited(talk.person.id)
    mine = [await _with_coach(talk, one) for one in going or left[:1]]
    rhythms = [await talk.rhythm(one.id) for one in going if not one.stopped]
    return Facts(
        who=_who_asks(going, mine, over=bool(left), coaches=coaches),
        mine=mine,
        coaches=coaches,
        next=await _next(talk, going),
        digest=await _digest(talk) if coaches else None,
        rests=any(_pauses(talk, rhythm) for rhythm in rhythms),
        times=any(rhythm is not None for rhythm in rhythms),
        most_days=talk.settings.keep_days,
        run_by=talk.settings.run_by,
        contacts=contacts_of(talk.settings),
        emergency=emergency_number(country_of(talk.zone)),
        platform=platform_name(talk.say, talk.person.address),
        chat=kept_chat(talk.say, talk.person.address),
        languages=spoken(talk.settings),
    )


def _who_asks(
    going: Sequence[Engagement], mine: Sequence[WithCoach], *, over: bool, coaches: bool
) -> WhoAsks:
    """How the person stands with the bot. Who was a client has data left, so that comes first."""
    if any(one.allows(Purpose.AGREEMENT) and not one.stopped for one in mine) and going:
        return WhoAsks.CLIENT
    if any(one.stopped or one.state is not EngagementState.OFFERED for one in going):
        return WhoAsks.STOPPED
    if going:
        return WhoAsks.JOINING
    if over:
        return WhoAsks.OVER
    return WhoAsks.COACH if coaches else WhoAsks.STRANGER


async def _with_coach(talk: Conversation, engagement: Engagement) -> WithCoach:
    ledger = await talk.tx.ledger(engagement.id)
    on = [one for one in asked_of_client() if live(ledger, one, talk.now, engagement)]
    card = await talk.tx.profile(engagement.coach_id)
    most = talk.settings.keep_days
    days = min(most, engagement.keep_days or most)
    whole = engagement.started_at + timedelta(days=days) >= engagement.keeps_until
    return WithCoach(
        coach=await talk.coach_name(engagement),
        stopped=engagement.stopped,
        erased=engagement.erased_on,
        keep_days=None if whole else days,
        on=frozenset(on),
        shared=len(await talk.tx.shares(engagement.id)),
        fees=card.fees if card else Words(""),
    )


async def _next(talk: Conversation, going: Sequence[Engagement]) -> str | None:
    """When the bot next writes to this client by itself, as far as that is planned."""
    planned: list[tuple[Occurrence, str]] = []
    for engagement in going:
        rhythm = await talk.rhythm(engagement.id)
        if rhythm is None or engagement.stopped:
            continue
        planned += [(when, rhythm.zone) for _, when in await pausing.coming_in(talk, engagement)]
    if not planned:
        return None
    first, zone = min(planned, key=lambda pair: pair[0].not_before)
    return when_sent(talk.say, zone, first)


async def _digest(talk: Conversation) -> str | None:
    """When a coach's next digest could come, from the coach's own times and nothing else."""
    if await talk.grant(talk.person.id, Purpose.DIGEST) is None:
        return None
    rhythm = await talk.rhythm(talk.person.id)
    coming = home.next_digest(talk, rhythm)
    if rhythm is None or coming is None:
        return None
    return when_sent(talk.say, rhythm.zone, coming)


def _pauses(talk: Conversation, rhythm: Rhythm | None) -> bool:
    if rhythm is None or rhythm.paused_until is None:
        return False
    return rhythm.paused_until > local_date(talk.now, rhythm.zone)
