"""Pause, rest and resume, and when the next messages would leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.chat import Message
from bot.domain.consent import Purpose
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.pause import Pause
from bot.domain.rhythm import Rhythm
from bot.handlers import joining
from bot.handlers.allowed import form
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.hearing import restored, stopping
from bot.messages import privacy as say_privacy
from bot.messages.common import note
from bot.messages.overview import coming as say_coming
from bot.rules.coming import Coming
from bot.rules.coming import coming as coming_of
from bot.rules.planning import plan_next, replan
from bot.understand import read_day

FAR = timedelta(days=366)


async def pause(
    talk: Conversation,
    until: date | None,
    reason: str | None = None,
    starts: date | None = None,
) -> Reply:
    """Rests until a day of the person's own; `reason` says what was wrong with the date.

    `starts` is the first day of the pause, or None if it begins now. A person who rests until they
    type "resume" was promised just that: no date ends it.
    """
    starts = starts or awaited_start(talk)
    rhythms = await _rhythms(talk)
    if not rhythms:
        return talk.note("pause-nothing")
    current = talk.person.pause
    if current is not None and current.until is None:
        return talk.note("rested")
    if reason is None and until is not None:
        reason = _problem_with(talk, until, starts)
    if reason is not None or until is None:
        return [_ask_until(talk, until, reason, starts)]
    talk.person = replace(talk.person, pause=Pause(until, starts=starts))
    return _told(talk, until, starts)


def read_end(talk: Conversation, text: str) -> tuple[date | None, str | None]:
    """Reads the answer to "Until when?" as `read_day` does, counted from the pause's first day.

    The fault is "before" for a day that is not after that one.
    """
    starts = awaited_start(talk)
    until, fault = read_day(text, talk.person.language, starts or talk.today)
    return until, "before" if starts is not None and fault == "past" else fault


def awaited_start(talk: Conversation) -> date | None:
    """The first day of the pause whose end the bot asked for last. None if it begins now."""
    dialogue = talk.person.dialogue
    if dialogue.awaiting != "pause" or dialogue.subject is None:
        return None
    starts = date.fromisoformat(dialogue.subject)
    return starts if starts > talk.today else None


def _ask_until(
    talk: Conversation, until: date | None, reason: str | None, starts: date | None
) -> Message:
    talk.awaits("pause", starts.isoformat() if starts else None)
    first = talk.say.named_day(starts, talk.today) if starts else ""
    problem = None
    if reason is not None:
        days = {"day": talk.say.full_day(until or talk.today), "first": first}
        named = {"past": ("day",), "before": ("day", "first")}.get(reason, ())
        problem = note(talk.say, f"pause-{reason}", **{name: days[name] for name in named})
    elif starts is not None:
        problem = note(talk.say, "pause-ask-from", first=first)
    return say_privacy.pause_until(talk.say, starts or talk.today, problem)


def _told(talk: Conversation, until: date, starts: date | None) -> Reply:
    day = talk.say.named_day(until, talk.today)
    if starts is None:
        return talk.note("paused", day=day)
    return talk.note("paused-from", first=talk.say.named_day(starts, talk.today), day=day)


async def rest(talk: Conversation) -> Reply:
    """Pauses without a date, until the person types "resume"."""
    current = talk.person.pause
    talk.person = replace(talk.person, pause=current.resting() if current else Pause(None))
    return talk.note("rested")


async def pause_button(talk: Conversation, day: date | None = None) -> Reply:
    """Pauses until a day; without one it is asked for."""
    return await pause(talk, day)


async def resume(talk: Conversation) -> Reply:
    """Ends a pause. After a stop nothing turns itself on again: one press may, or the switches.

    After a restore nobody resumes unread times, and a pause until a date goes on.
    """
    if restored.unread(talk):
        return restored.tell(talk)
    paused, talk.person = talk.person.pause, replace(talk.person, pause=None)
    if paused is not None and paused.backup_of is not None:
        before = paused.before(talk.today)
        if before is not None and before.until is not None:
            talk.person = replace(talk.person, pause=before)
            return _told(talk, before.until, before.starts)
    stopped = [e for e in await talk.engagements() if e.stopped]
    for engagement in stopped:
        await talk.tx.save_engagement(_revived(engagement))
    unfinished = await joining.unfinished(talk)
    if unfinished is not None:
        return await joining.carry_on(talk, unfinished)
    if stopped:
        offered: Reply = []
        for engagement in stopped:
            offered += await stopping.offer_as_it_was(talk, _revived(engagement))
        return talk.note("resume-ask") + offered + await form.show(talk)
    if paused is None or not await _rhythms(talk):
        return talk.note("resume-nothing")
    await _plan_missing(talk)
    return await coming(talk, "resumed")


async def go_on(talk: Conversation) -> Reply:
    """Ends the rest after words of distress: everything is as it was before them.

    That can be a pause until a date, or a stop.
    """
    rest = talk.person.pause
    if restored.unread(talk):
        return restored.tell(talk)
    before = rest.before(talk.today) if rest is not None and rest.until is None else rest
    if before is None or before.until is None:
        return await resume(talk)
    talk.person = replace(talk.person, pause=before)
    return _told(talk, before.until, before.starts)


async def coming(talk: Conversation, heading: str = "next-heading") -> Reply:
    """Shows when the next messages would leave."""
    shown: Reply = []
    for engagement in await talk.engagements():
        rhythm = await talk.rhythm(engagement.id)
        if rhythm and await talk.grant(engagement.id, Purpose.CHECK_INS):
            planned = await coming_in(talk, engagement)
            shown += await talk.told_not_delivered(
                engagement.id, Kind.CHECK_IN, "next-not-delivered"
            )
            if planned:
                shown.append(say_coming.coming(talk.say, heading, rhythm.zone, planned))
    quiet = "next-no-check-in" if heading == "next-heading" else "resumed-quiet"
    return restored.still(talk) + (shown or talk.note(quiet))


async def coming_in(talk: Conversation, engagement: Engagement) -> list[Coming]:
    """Returns the next three messages that will come by themselves in one engagement."""
    rhythm = await talk.rhythm(engagement.id)
    return await coming_of(talk.tx, engagement, rhythm, talk.now)


async def _rhythms(talk: Conversation) -> list[tuple[Rhythm, Engagement | None]]:
    """Returns every rhythm by which this person is written to: as a client, and as a coach."""
    found: list[tuple[Rhythm, Engagement | None]] = []
    for engagement in await talk.engagements():
        rhythm = await talk.tx.rhythm(engagement.id)
        if rhythm and not engagement.stopped:
            found.append((rhythm, engagement))
    own = await talk.tx.rhythm(talk.person.id)
    return [*found, (own, None)] if own else found


async def _plan_missing(talk: Conversation) -> None:
    """Plans what a pause of an older version had left unplanned."""
    for rhythm, engagement in await _rhythms(talk):
        kind = Kind.CHECK_IN if engagement else Kind.DIGEST
        before = await talk.tx.deliveries(rhythm.owner, kind)
        if any(one.state is DeliveryState.PLANNED for one in before):
            continue
        if engagement is None and await talk.grant(talk.person.id, Purpose.DIGEST) is not None:
            await plan_next(talk.tx, talk.chance, kind, talk.person.id, rhythm, talk.now)
        elif engagement is not None and await talk.grant(engagement.id, Purpose.CHECK_INS):
            await replan(talk.tx, talk.chance, engagement, rhythm, talk.now)


def _revived(engagement: Engagement) -> Engagement:
    offered = engagement.state is EngagementState.OFFERED
    state = EngagementState.OFFERED if offered else EngagementState.ACTIVE
    return replace(engagement, state=state, stopped=False)


def _problem_with(talk: Conversation, until: date, starts: date | None) -> str | None:
    if until <= talk.today:
        return "past"
    if starts is not None and until <= starts:
        return "before"
    return "far" if until - talk.today > FAR else None
