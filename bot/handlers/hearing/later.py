"""Asks the open question again later, once: when the person said, but not in their quiet hours."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat import Text
from bot.domain import actions
from bot.domain.rhythm import Obeys, Rhythm, next_waking, open_on
from bot.domain.wall_time import local_date, resolve
from bot.handlers import check_ins
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.hearing import doubt
from bot.messages.check_ins import LATER_TODAY
from bot.messages.common import buttons, message
from bot.rules.plan_again import put_off, was_put_off
from bot.understand import LaterAsked

# "Later" without a time means this long from now, or less if the day is over before.
A_WHILE, A_MOMENT = timedelta(hours=3), timedelta(minutes=30)
# How a button carries a moment: UTC, without colons.
WRITTEN = "%Y%m%dT%H%M"


async def again(talk: Conversation, asked_for: LaterAsked | datetime | None = None) -> Reply:
    """Plans the open question again at the moment that was asked for; without one, later today.

    Where that falls into quiet hours or on a day off, nothing is planned: the next moment that is
    left is offered. Without an open question there is nothing to plan.
    """
    asked = await check_ins.open_question(talk)
    if asked is None or asked.delivery is None:
        return await doubt.leave_it(talk) or talk.note("later-nothing")
    engagement, rhythm = asked.engagement, await talk.rhythm(asked.engagement.id)
    if rhythm is None or await was_put_off(talk.tx, engagement, asked.delivery.id):
        talk.answered = True
        return talk.note("later-not-again")
    wished = max(_moment(talk, rhythm, asked_for), talk.now)
    found = next_waking(rhythm, wished, engagement.ends_on)
    if found is None:
        talk.answered = True
        return talk.note("later-no-room")
    if found.not_before > wished:
        return _offer(talk, found.not_before, rhythm.zone)
    await put_off(talk.tx, talk.chance, engagement, asked.delivery.id, found)
    talk.answered = True
    return _told(talk, found.not_before, rhythm.zone)


async def pressed(talk: Conversation, at: str) -> Reply:
    """Handles "Later today", and the button beside another moment."""
    if at == LATER_TODAY:
        return await again(talk)
    try:
        moment = datetime.strptime(at, WRITTEN).replace(tzinfo=UTC)
    except ValueError:
        return talk.stale()
    return await again(talk, moment)


def moment_of(talk: Conversation, asked: LaterAsked, rhythm: Rhythm | None) -> datetime:
    """The moment (UTC) that a line asked for, in the person's zone. It is never past.

    A day without an hour means the person's own hours.
    """
    if asked.after is not None:
        return talk.now + asked.after
    begins = asked.at or (asked.part[0] if asked.part else None)
    if begins is None and asked.on == talk.today:
        return _later_today(talk, rhythm)
    at = resolve(asked.on, begins or (rhythm.window_from if rhythm else time(9)), talk.zone)
    if at > talk.now:
        return at
    if asked.part is not None and talk.now < resolve(asked.on, asked.part[1], talk.zone) - A_MOMENT:
        return talk.now + A_MOMENT
    return resolve(asked.on + timedelta(days=1), begins or time(9), talk.zone)


def written(moment: datetime) -> str:
    """The moment as a button carries it."""
    return moment.astimezone(UTC).strftime(WRITTEN)


def _moment(
    talk: Conversation, rhythm: Rhythm, asked_for: LaterAsked | datetime | None
) -> datetime:
    if isinstance(asked_for, LaterAsked):
        return moment_of(talk, asked_for, rhythm)
    return asked_for or _later_today(talk, rhythm)


def _later_today(talk: Conversation, rhythm: Rhythm | None) -> datetime:
    """In a while, or a little before the quiet hours begin if there is not so much time left."""
    later = talk.now + A_WHILE
    if rhythm is None:
        return later
    parts = open_on(rhythm, local_date(talk.now, rhythm.zone), Obeys.WAKING)
    now = next((one for one in parts if one.not_before <= talk.now < one.not_after), None)
    if now is None or now.not_after - talk.now <= 2 * A_MOMENT:
        return later
    return min(later, now.not_after - A_MOMENT)


def _told(talk: Conversation, at: datetime, zone: str) -> Reply:
    """Says when the question comes again."""
    local = at.astimezone(ZoneInfo(zone))
    if local.date() == talk.today:
        return talk.note("later-today", hour=talk.say.at_hour(local.time()))
    return talk.note("later-planned", day=talk.say.moment(at, zone, talk.today))


def _offer(talk: Conversation, at: datetime, zone: str) -> Reply:
    """Says that the moment is in quiet hours or on a day off, and offers the next one."""
    told = Text(talk.say("later-quiet", day=talk.say.moment(at, zone, talk.today)))
    then = buttons((talk.say("later-instead"), actions.LATER(written(at))))
    return [message(talk.say, "later-quiet", told, then)]
