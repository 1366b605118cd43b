"""Answers, at any moment and in any wording: stop, pause, resume, what do you hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.documents.everything_stored import stored_papers
from bot.domain.actions import YesNo
from bot.domain.consent import Act, Purpose
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.rhythm import UNTIL_ASKED, Occurrence, Rhythm
from bot.handlers import coaching, consent, joining
from bot.handlers.conversation import Conversation, Reply
from bot.messages import privacy as say_privacy
from bot.messages.common import note
from bot.rules.planning import coming_three, plan_next, replan

FAR = timedelta(days=366)


async def stop(talk: Conversation, answer: YesNo | None = None) -> Reply:
    """Turns everything off at once. The confirmation returned here is the last message."""
    if answer == "no":
        return talk.note("carry-on") + talk.note("not-stopped-answer")
    mine = await talk.engagements()
    coaches = not mine and await talk.tx.has_invited(talk.person.id)
    told = say_privacy.stopped(talk.say, client=not coaches)
    for engagement in mine:
        await consent.withdraw_all(talk, engagement)
    if await talk.grant(talk.person.id, Purpose.DIGEST) is not None:
        await talk.record(talk.person.id, Act.WITHDRAWN, Purpose.DIGEST)
    await coaching.digest_off(talk)
    talk.closes = True
    return [told]


async def ask_if_stop(talk: Conversation) -> Reply:
    """Asks whether it was a stop or an answer. Nothing is kept meanwhile."""
    return [say_privacy.stop_sure(talk.say)]


async def pause(talk: Conversation, until: date | None, reason: str | None = None) -> Reply:
    """Rests until a day of the person's own; `reason` says what was wrong with the date.

    A person who rests until they type "resume" was promised just that: no date ends it.
    """
    rhythms = await _rhythms(talk)
    if not rhythms:
        return talk.note("pause-nothing")
    if any(rhythm.paused_until == UNTIL_ASKED for rhythm, _ in rhythms):
        return talk.note("rested")
    if reason is None and until is not None:
        reason = _problem_with(talk, until)
    if reason is not None or until is None:
        talk.awaits("pause")
        problem = None
        if reason is not None:
            day = talk.say.full_day(until or talk.today)
            values = {"day": day} if reason == "past" else {}
            problem = note(talk.say, f"pause-{reason}", **values)
        return [say_privacy.pause_until(talk.say, talk.today, problem)]
    for rhythm, owner in rhythms:
        await _set_pause(talk, rhythm, owner, until)
    return talk.note("paused", day=talk.say.day(until))


async def rest(talk: Conversation) -> Reply:
    """Pauses without a date, until the person types "resume"."""
    for rhythm, owner in await _rhythms(talk):
        await _set_pause(talk, rhythm, owner, UNTIL_ASKED)
    return talk.note("rested")


async def pause_button(talk: Conversation, day: date | None = None) -> Reply:
    """Pauses until a day; without one it is asked for."""
    return await pause(talk, day)


async def resume(talk: Conversation) -> Reply:
    """Ends a pause. After a stop nothing turns itself on again: the switches are shown."""
    stopped = [e for e in await talk.engagements() if e.stopped]
    for engagement in stopped:
        await talk.tx.save_engagement(_revived(engagement))
    unfinished = await joining.unfinished(talk)
    if unfinished is not None:
        return await joining.carry_on(talk, unfinished)
    if stopped:
        return talk.note("resume-ask") + await consent.show(talk)
    paused = [pair for pair in await _rhythms(talk) if pair[0].paused_until is not None]
    for rhythm, owner in paused:
        await _set_pause(talk, rhythm, owner, None)
    if not paused:
        return talk.note("resume-nothing")
    return await coming(talk, "resumed")


async def coming(talk: Conversation, heading: str = "next-heading") -> Reply:
    """Shows when the next messages would leave."""
    shown: Reply = []
    for engagement in await talk.engagements():
        rhythm = await talk.tx.rhythm(engagement.id)
        if rhythm and await talk.grant(engagement.id, Purpose.CHECK_INS):
            sends = await coming_in(talk, engagement)
            shown += await talk.not_delivered(engagement.id, Kind.CHECK_IN, "next-not-delivered")
            if sends:
                shown.append(say_privacy.coming_sends(talk.say, heading, rhythm, sends))
    quiet = "next-none" if heading == "next-heading" else "resumed-quiet"
    return shown or talk.note(quiet)


async def coming_in(talk: Conversation, engagement: Engagement) -> list[Occurrence]:
    """Returns the next three check-ins of one engagement; none where they are not allowed."""
    rhythm = await talk.tx.rhythm(engagement.id)
    if rhythm is None or await talk.grant(engagement.id, Purpose.CHECK_INS) is None:
        return []
    return await coming_three(talk.tx, rhythm, talk.now, engagement.ends_on)


async def hold(talk: Conversation) -> Reply:
    """Shows everything that is held, in plain words."""
    held = [await _holding(talk, engagement) for engagement in await _all(talk)]
    coaches = await talk.tx.has_invited(talk.person.id)
    return [say_privacy.holding(talk.say, talk.person, held, coaches=coaches)]


async def hold_file(talk: Conversation) -> Reply:
    """Hands everything that is held over as files, in this chat; they are stored nowhere else."""
    if not talk.known:
        return await hold(talk)
    held = await talk.tx.stored_about(talk.person.id)
    papers = stored_papers(talk.say, held, talk.zone, talk.now)
    return [say_privacy.hold_file(talk.say, papers)]


async def _holding(talk: Conversation, engagement: Engagement) -> say_privacy.Holding:
    rhythm = await talk.tx.rhythm(engagement.id)
    coming: list[Occurrence] = []
    if rhythm is not None:
        coming = await coming_three(talk.tx, rhythm, talk.now, engagement.ends_on)
    return say_privacy.Holding(
        engagement=engagement,
        coach=await talk.coach_name(engagement),
        switches=await consent.states(talk, engagement),
        rhythm=rhythm,
        coming=coming,
        answers=await talk.tx.answers(engagement.id),
        steps=await talk.tx.steps(engagement.id),
        shares=await talk.tx.shares(engagement.id),
        ledger_entries=len(await talk.tx.ledger(engagement.id)),
        deliveries=sum([len(await talk.tx.deliveries(engagement.id, kind)) for kind in Kind]),
    )


async def _all(talk: Conversation) -> list[Engagement]:
    return list(await talk.tx.engagements_of(talk.person.id)) if talk.known else []


async def _rhythms(talk: Conversation) -> list[tuple[Rhythm, Engagement | None]]:
    """Returns every rhythm by which this person is written to: as a client, and as a coach."""
    found: list[tuple[Rhythm, Engagement | None]] = []
    for engagement in await talk.engagements():
        rhythm = await talk.tx.rhythm(engagement.id)
        if rhythm and not engagement.stopped:
            found.append((rhythm, engagement))
    own = await talk.tx.rhythm(talk.person.id)
    return [*found, (own, None)] if own else found


async def _set_pause(
    talk: Conversation, rhythm: Rhythm, engagement: Engagement | None, until: date | None
) -> None:
    changed = replace(rhythm, paused_until=until)
    await talk.tx.save_rhythm(changed)
    if engagement is not None:
        await talk.tx.unplan(engagement.id, Kind.STEP_PROMPT)
        if await talk.grant(engagement.id, Purpose.CHECK_INS):
            await replan(talk.tx, talk.chance, engagement, changed, talk.now)
        return
    await talk.tx.unplan(talk.person.id, Kind.DIGEST)
    await plan_next(talk.tx, talk.chance, Kind.DIGEST, talk.person.id, changed, talk.now)


def _revived(engagement: Engagement) -> Engagement:
    offered = engagement.state is EngagementState.OFFERED
    state = EngagementState.OFFERED if offered else EngagementState.ACTIVE
    return replace(engagement, state=state, stopped=False)


def _problem_with(talk: Conversation, until: date) -> str | None:
    if until <= talk.today:
        return "past"
    return "far" if until - talk.today > FAR else None
