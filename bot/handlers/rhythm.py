"""Days, hours and zone: the client chooses them, sees them, and confirms them with a yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from bot.chat import Submitted, Text
from bot.domain.actions import RhythmAnswer
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.pause import in_pause
from bot.domain.rhythm import Rhythm, RhythmError, check
from bot.domain.wall_time import local_date
from bot.domain.weekly import counted_as, weekly
from bot.handlers.conversation import Conversation, Reply
from bot.messages import hours as say_hours
from bot.messages import joining as say_joining
from bot.messages.common import note
from bot.rules.plan_again import plan_anew
from bot.rules.planning import coming_three
from bot.understand import read_clock, read_place


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The rhythm is now in force. `first` is True if there was none before."""

    first: bool


async def ask(talk: Conversation, engagement: Engagement) -> Reply:
    """Asks for days and hours, with the coach's suggestion if there is one."""
    current = await talk.tx.rhythm(engagement.id)
    card = await talk.tx.profile(engagement.coach_id)
    by = None
    if card is not None and card.days:
        by = say_joining.Suggested(await talk.coach_name(engagement), card.days, card.every)
    return [say_joining.ask_rhythm(talk.say, engagement.id, current, talk.zone, by)]


async def change(talk: Conversation) -> Reply:
    """Shows the client's times, so that they can change them."""
    answers: Reply = []
    for engagement in await talk.engagements():
        if await talk.grant(engagement.id, Purpose.CHECK_INS):
            answers += await ask(talk, engagement)
    return answers or talk.note("rhythm-no-check-ins")


async def submit(talk: Conversation, engagement_id: str) -> Reply:
    """Handles the form: shows the result, and plans nothing yet."""
    engagement = await talk.engagement(engagement_id)
    if engagement is None or not await talk.grant(engagement_id, Purpose.CHECK_INS):
        return talk.stale()
    try:
        drafted = _read(talk, engagement.id, await talk.tx.rhythm(engagement.id))
    except RhythmError as problem:
        kind = say_joining.rhythm_problem(talk.say, problem.reason)
        return [kind, *await ask(talk, engagement)]
    return await show_back(talk, engagement, drafted)


async def show_back(
    talk: Conversation, engagement: Engagement, drafted: Rhythm, understood: Sequence[Text] = ()
) -> Reply:
    """Saves a draft and shows what it would mean. It counts only after a yes."""
    pause = talk.person.pause
    resting = pause is not None and pause.until is None
    drafted = replace(drafted, confirmed=False)
    shown = drafted if resting else in_pause(drafted, pause)
    coming = await coming_three(talk.tx, shown, talk.now, engagement.ends_on)
    if not coming:
        until = talk.say.full_day(engagement.ends_on)
        return [note(talk.say, "rhythm-none", until=until), *await ask(talk, engagement)]
    await talk.tx.save_rhythm(drafted)
    preview = say_joining.rhythm_preview(talk.say, drafted, coming, understood)
    return [*(talk.note("rested") if resting else []), preview]


async def confirm(
    talk: Conversation, engagement_id: str, answer: RhythmAnswer
) -> Reply | Confirmed:
    """Handles the buttons under the preview of the next three messages."""
    engagement = await talk.engagement(engagement_id)
    drafted = await talk.tx.rhythm(engagement_id, confirmed=False) if engagement else None
    if engagement is None or not await talk.grant(engagement_id, Purpose.CHECK_INS):
        return talk.stale()
    if answer == "change":
        return await ask(talk, engagement)
    if answer == "more":
        shown = drafted or await talk.tx.rhythm(engagement_id)
        return [say_hours.ask(talk.say, shown)] if shown else talk.stale()
    current = await talk.tx.rhythm(engagement_id)
    if drafted is None:
        return talk.note("already-done") if current else talk.stale()
    # Only "resume" ends a pause. New times do not: it stands with the person, not with the times.
    chosen = replace(drafted, confirmed=True)
    await talk.tx.save_rhythm(chosen)
    await plan_anew(talk.tx, talk.chance, engagement, chosen, talk.now)
    talk.person = replace(talk.person, zone=chosen.zone)
    return Confirmed(first=current is None)


def _read(talk: Conversation, owner: str, current: Rhythm | None) -> Rhythm:
    values = _values(talk)
    zone = read_place(values.get("zone", ""))
    if zone is None:
        raise RhythmError("zone")
    every = values.get("every", "1")
    if every not in say_joining.EVERY:
        raise RhythmError("rule")
    window = (_hour(talk, values.get("from", "")), _hour(talk, values.get("to", "")))
    days = [day for day in values.get("days", "").split(",") if day]
    starts_on = local_date(talk.now, zone)
    drafted = weekly(owner, days, int(every), window, zone, starts_on)
    kept = counted_as(drafted, current).resting_as(current)
    check(kept)
    return kept


def _values(talk: Conversation) -> dict[str, str]:
    what = talk.event.what
    return dict(what.values) if isinstance(what, Submitted) else {}


def _hour(talk: Conversation, text: str) -> time:
    clock = read_clock(text, talk.person.language)
    if clock is None:
        raise RhythmError("window")
    return clock
