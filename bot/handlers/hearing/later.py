"""Asks the open question again later, once, inside the client's hours."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.wall_time import resolve
from bot.handlers import check_ins
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.hearing import doubt
from bot.rules.planning import plan_again
from bot.understand import LaterAsked

# "Later" without a time means this long from now.
A_WHILE = timedelta(hours=3)
# How a button carries a moment: UTC, without colons.
WRITTEN = "%Y%m%dT%H%M"


async def again(talk: Conversation, at: datetime | None = None) -> Reply:
    """Plans the open question again at the first moment of the client's hours from `at` (UTC).

    Without `at`: in a while. Without an open question, nothing is planned.
    """
    asked = await check_ins.open_question(talk)
    if asked is None or asked.delivery is None:
        return await doubt.leave_it(talk) or talk.note("later-nothing")
    rhythm = await talk.rhythm(asked.engagement.id)
    not_before = max(at or talk.now + A_WHILE, talk.now)
    planned = None
    if rhythm is not None:
        planned = await plan_again(
            talk.tx, talk.chance, asked.engagement, rhythm, asked.delivery.id, not_before
        )
    talk.answered = True
    if planned is None or rhythm is None:
        return talk.note("later-not-again")
    return _told(talk, planned, rhythm.zone)


def _told(talk: Conversation, at: datetime, zone: str) -> Reply:
    """Says when the question comes again."""
    local = at.astimezone(ZoneInfo(zone))
    if local.date() == talk.today:
        hour = talk.say.hour(local.time())
        return talk.note("later-today", hour=hour, hours=local.hour)
    return talk.note("later-planned", day=talk.say.moment(at, zone, talk.today))


async def pressed(talk: Conversation, at: str) -> Reply:
    """Handles the button beside an answer that also read like a wish to be asked again."""
    try:
        moment = datetime.strptime(at, WRITTEN).replace(tzinfo=UTC)
    except ValueError:
        return talk.stale()
    return await again(talk, moment)


def moment_of(talk: Conversation, asked: LaterAsked) -> datetime:
    """The moment (UTC) that a line asked for, in the person's zone."""
    if asked.after is not None:
        return talk.now + asked.after
    clock = asked.at or (asked.part[0] if asked.part else None)
    if clock is None and asked.on == talk.today:
        return talk.now + A_WHILE
    return resolve(asked.on, clock or time(0), talk.zone)


def written(moment: datetime) -> str:
    """The moment as a button carries it."""
    return moment.astimezone(UTC).strftime(WRITTEN)
