"""Quiet hours, days off, holidays, typed times, and a clock that has moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.chat import Submitted
from bot.domain.actions import Travel
from bot.domain.consent import Purpose
from bot.domain.days_off import is_over
from bot.domain.engagement import Engagement
from bot.domain.limits import MOST_DAYS_OFF
from bot.domain.pause import in_pause
from bot.domain.rhythm import Rhythm, RhythmError, check
from bot.domain.wall_time import is_zone, local_date
from bot.domain.weekly import counted_as, weekly
from bot.handlers import rhythm
from bot.handlers.conversation import Conversation, Reply
from bot.messages import hours as say_hours
from bot.messages import joining as say_joining
from bot.messages.common import note
from bot.rules.plan_again import plan_anew
from bot.rules.planning import coming_three
from bot.understand import Times, read_clock, read_country, read_rest_days, read_times

TYPICAL = (time(9), time(11))
TYPICAL_DAYS = ("MO", "TH")


async def submit(talk: Conversation, engagement_id: str) -> Reply:
    """Handles the form for quiet hours, days off and holidays.

    The bot shows the change and asks for a yes.
    """
    engagement = await talk.engagement(engagement_id)
    what = talk.event.what
    if engagement is None or not isinstance(what, Submitted):
        return talk.stale()
    draft = await talk.tx.rhythm(engagement_id, confirmed=False)
    drafted = draft or await talk.tx.rhythm(engagement_id)
    if drafted is None or not await talk.grant(engagement_id, Purpose.CHECK_INS):
        return talk.stale()
    try:
        changed = _with_rest(talk, drafted, dict(what.values))
        check(changed)
    except RhythmError as problem:
        return [
            say_joining.rhythm_problem(talk.say, problem.reason),
            say_hours.ask(talk.say, drafted),
        ]
    return await rhythm.show_back(talk, engagement, changed, say_hours.told(talk.say, changed))


async def typed(talk: Conversation, line: str) -> Reply | None:
    """Handles typed times such as "Every other Tue after lunch" or "not on Fridays", and asks for a
    yes.

    None if the line is about something else.
    """
    granted = [e for e in await talk.joined() if await talk.grant(e.id, Purpose.CHECK_INS)]
    times = read_times(line, talk.person.language, talk.today) if granted else None
    if times is None or _may_be_words(line, times, asked=_is_asked(talk)):
        return None
    engagement = granted[0]
    current = await talk.tx.rhythm(engagement.id)
    try:
        changed = _changed(talk, engagement.id, current, times)
        check(changed)
    except RhythmError as problem:
        if problem.reason == "days":
            return talk.note("rhythm-none-left")
        return [say_joining.rhythm_problem(talk.say, problem.reason)]
    return await rhythm.show_back(talk, engagement, changed, say_hours.told(talk.say, changed))


async def notice_travel(talk: Conversation) -> Reply:
    """Asks once for each new zone that the platform reports. It never changes the zone unasked."""
    zone = talk.event.zone
    home = talk.person.zone
    if not talk.known or not zone or not home or not is_zone(zone):
        return []
    if _same_clock(zone, home, talk.now) or talk.person.dialogue.zone_asked == zone:
        return []
    mine = [e for e in await talk.engagements() if await talk.tx.rhythm(e.id)]
    if not mine or any(e.stopped for e in mine):
        return []
    talk.dialogue = replace(talk.dialogue, zone_asked=zone)
    return [say_hours.ask_travel(talk.say, zone, home)]


async def travel(talk: Conversation, answer: Travel) -> Reply:
    """Moves every rhythm to the zone that the bot asked about, or leaves them."""
    zone = talk.person.dialogue.zone_asked
    home = talk.person.zone
    if zone is None or home is None:
        return talk.stale()
    if answer == "stay":
        places = {"home": say_hours.place(home), "place": say_hours.place(zone)}
        return talk.note("travel-stayed", **places)
    shown: Reply = []
    for engagement in await talk.engagements():
        current = await talk.tx.rhythm(engagement.id)
        if current is not None and not engagement.stopped:
            shown += await _move(talk, engagement, replace(current, zone=zone))
    talk.person = replace(talk.person, zone=zone)
    return shown or talk.note("next-no-check-in")


async def _move(talk: Conversation, engagement: Engagement, moved: Rhythm) -> Reply:
    await talk.tx.save_rhythm(moved)
    if not await talk.grant(engagement.id, Purpose.CHECK_INS):
        return []
    await plan_anew(talk.tx, talk.chance, engagement, moved, talk.now)
    shown = in_pause(moved, talk.person.pause)
    coming = await coming_three(talk.tx, shown, talk.now, engagement.ends_on)
    if not coming:
        return [note(talk.say, "next-no-check-in")]
    return [say_joining.next_sends(talk.say, "travel-moved", moved, coming)]


def _is_asked(talk: Conversation) -> bool:
    return talk.person.dialogue.awaiting in ("answer", "first")


def _may_be_words(line: str, times: Times, *, asked: bool) -> bool:
    """True if the line may be the client's own words.

    "After lunch" answers many questions, and "every other Tuesday after lunch" hardly any.
    """
    said = [part for part in (times.days, times.every, times.window) if part is not None]
    if len(said) > 1 or times.not_on or times.off:
        return False
    return asked or (not any(sign.isdigit() for sign in line) and times.days is None)


def _changed(talk: Conversation, owner: str, current: Rhythm | None, times: Times) -> Rhythm:
    """Applies what the line says to the rhythm. The rest stays. Raises RhythmError."""
    before = say_joining.days_of(current) or TYPICAL_DAYS
    days = [day for day in times.days or before if day not in times.not_on]
    every = times.every or say_joining.every_of(current)
    window = times.window or ((current.window_from, current.window_to) if current else TYPICAL)
    zone = current.zone if current else talk.zone
    starts_on = local_date(talk.now, zone)
    drafted = weekly(owner, days, every, window, zone, starts_on)
    changed = counted_as(drafted, current).resting_as(current)
    if times.quiet is not None:
        changed = replace(changed, quiet_from=times.quiet[0], quiet_to=times.quiet[1])
    off = tuple(_span(first, last) for first, last in times.off)
    return replace(changed, days_off=_few_enough((*changed.days_off, *off), talk.today))


def _few_enough(days_off: Sequence[str], today: date) -> tuple[str, ...]:
    """The days off without those that are over and those named twice.

    Raises RhythmError where there are still too many: every coming date is held against each.
    """
    coming = tuple(one for one in dict.fromkeys(days_off) if not is_over(one, today))
    if len(coming) > MOST_DAYS_OFF:
        raise RhythmError("off")
    return coming


def _with_rest(talk: Conversation, drafted: Rhythm, values: dict[str, str]) -> Rhythm:
    language = talk.person.language
    typed = values.get("off", "").strip()
    off = read_rest_days(typed, language, talk.today) if typed else ()
    country_typed = values.get("holidays", "").strip()
    country = read_country(country_typed, language) if country_typed else None
    if off is None:
        raise RhythmError("off")
    if country_typed and country is None:
        raise RhythmError("holidays")
    return replace(
        drafted,
        quiet_from=_hour(talk, values.get("quiet-from", "")),
        quiet_to=_hour(talk, values.get("quiet-to", "")),
        days_off=tuple(one if isinstance(one, str) else _span(*one) for one in off),
        holidays=country,
    )


def _hour(talk: Conversation, text: str) -> time | None:
    """The hour of a field. None where it is empty or says that there are no quiet hours."""
    if text in ("", say_hours.NO_HOUR):
        return None
    clock = read_clock(text, talk.person.language)
    if clock is None:
        raise RhythmError("quiet")
    return clock


def _span(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _same_clock(zone: str, other: str, now: datetime) -> bool:
    return now.astimezone(ZoneInfo(zone)).utcoffset() == now.astimezone(ZoneInfo(other)).utcoffset()
