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


async def stop(conversation: Conversation, answer: YesNo | None = None) -> Reply:
    """Turns everything off at once. The confirmation returned here is the last message."""
    if answer == "no":
        return conversation.note("carry-on") + conversation.note("not-stopped-answer")
    mine = await conversation.engagements()
    coaches = not mine and await conversation.tx.has_invited(conversation.person.id)
    told = say_privacy.stopped(conversation.say, client=not coaches)
    for engagement in mine:
        await consent.withdraw_all(conversation, engagement)
    if await conversation.grant(conversation.person.id, Purpose.DIGEST) is not None:
        await conversation.record(conversation.person.id, Act.WITHDRAWN, Purpose.DIGEST)
    await coaching.digest_off(conversation)
    conversation.closes = True
    return [told]


async def ask_if_stop(conversation: Conversation) -> Reply:
    """Asks whether it was a stop or an answer. Nothing is kept meanwhile."""
    return [say_privacy.stop_sure(conversation.say)]


async def pause(conversation: Conversation, until: date | None, reason: str | None = None) -> Reply:
    """Rests until a day of the person's own; `reason` says what was wrong with the date.

    A person who rests until they type "resume" was promised just that: no date ends it.
    """
    rhythms = await _rhythms(conversation)
    if not rhythms:
        return conversation.note("pause-nothing")
    if any(rhythm.paused_until == UNTIL_ASKED for rhythm, _ in rhythms):
        return conversation.note("rested")
    if reason is None and until is not None:
        reason = _problem_with(conversation, until)
    if reason is not None or until is None:
        conversation.awaits("pause")
        problem = None
        if reason is not None:
            day = conversation.say.full_day(until or conversation.today)
            values = {"day": day} if reason == "past" else {}
            problem = note(conversation.say, f"pause-{reason}", **values)
        return [say_privacy.pause_until(conversation.say, conversation.today, problem)]
    for rhythm, owner in rhythms:
        await _set_pause(conversation, rhythm, owner, until)
    return conversation.note("paused", day=conversation.say.day(until))


async def rest(conversation: Conversation) -> Reply:
    """Pauses without a date, until the person types "resume"."""
    for rhythm, owner in await _rhythms(conversation):
        await _set_pause(conversation, rhythm, owner, UNTIL_ASKED)
    return conversation.note("rested")


async def pause_button(conversation: Conversation, day: date | None = None) -> Reply:
    """Pauses until a day; without one it is asked for."""
    return await pause(conversation, day)


async def resume(conversation: Conversation) -> Reply:
    """Ends a pause. After a stop nothing turns itself on again: the switches are shown."""
    stopped = [e for e in await conversation.engagements() if e.stopped]
    for engagement in stopped:
        await conversation.tx.save_engagement(_revived(engagement))
    unfinished = await joining.unfinished(conversation)
    if unfinished is not None:
        return await joining.carry_on(conversation, unfinished)
    if stopped:
        return conversation.note("resume-ask") + await consent.show(conversation)
    paused = [pair for pair in await _rhythms(conversation) if pair[0].paused_until is not None]
    for rhythm, owner in paused:
        await _set_pause(conversation, rhythm, owner, None)
    if not paused:
        return conversation.note("resume-nothing")
    return await coming(conversation, "resumed")


async def coming(conversation: Conversation, heading: str = "next-heading") -> Reply:
    """Shows when the next messages would leave."""
    shown: Reply = []
    for engagement in await conversation.engagements():
        rhythm = await conversation.tx.rhythm(engagement.id)
        if rhythm and await conversation.grant(engagement.id, Purpose.CHECK_INS):
            sends = await coming_in(conversation, engagement)
            shown += await conversation.not_delivered(
                engagement.id, Kind.CHECK_IN, "next-not-delivered"
            )
            if sends:
                shown.append(say_privacy.coming_sends(conversation.say, heading, rhythm, sends))
    quiet = "next-none" if heading == "next-heading" else "resumed-quiet"
    return shown or conversation.note(quiet)


async def coming_in(conversation: Conversation, engagement: Engagement) -> list[Occurrence]:
    """Returns the next three check-ins of one engagement; none where they are not allowed."""
    rhythm = await conversation.tx.rhythm(engagement.id)
    if rhythm is None or await conversation.grant(engagement.id, Purpose.CHECK_INS) is None:
        return []
    return await coming_three(conversation.tx, rhythm, conversation.now, engagement.ends_on)


async def hold(conversation: Conversation) -> Reply:
    """Shows everything that is held, in plain words."""
    held = [await _holding(conversation, engagement) for engagement in await _all(conversation)]
    coaches = await conversation.tx.has_invited(conversation.person.id)
    return [say_privacy.holding(conversation.say, conversation.person, held, coaches=coaches)]


async def hold_file(conversation: Conversation) -> Reply:
    """Hands everything that is held over as files, in this chat; they are stored nowhere else."""
    if not conversation.known:
        return await hold(conversation)
    held = await conversation.tx.stored_about(conversation.person.id)
    papers = stored_papers(conversation.say, held, conversation.zone, conversation.now)
    return [say_privacy.hold_file(conversation.say, papers)]


async def _holding(conversation: Conversation, engagement: Engagement) -> say_privacy.Holding:
    rhythm = await conversation.tx.rhythm(engagement.id)
    coming: list[Occurrence] = []
    if rhythm is not None:
        coming = await coming_three(conversation.tx, rhythm, conversation.now, engagement.ends_on)
    return say_privacy.Holding(
        engagement=engagement,
        coach=await conversation.coach_name(engagement),
        switches=await consent.states(conversation, engagement),
        rhythm=rhythm,
        coming=coming,
        answers=await conversation.tx.answers(engagement.id),
        steps=await conversation.tx.steps(engagement.id),
        shares=await conversation.tx.shares(engagement.id),
        ledger_entries=len(await conversation.tx.ledger(engagement.id)),
        deliveries=sum(
            [len(await conversation.tx.deliveries(engagement.id, kind)) for kind in Kind]
        ),
    )


async def _all(conversation: Conversation) -> list[Engagement]:
    return (
        list(await conversation.tx.engagements_of(conversation.person.id))
        if conversation.known
        else []
    )


async def _rhythms(conversation: Conversation) -> list[tuple[Rhythm, Engagement | None]]:
    """Returns every rhythm by which this person is written to: as a client, and as a coach."""
    found: list[tuple[Rhythm, Engagement | None]] = []
    for engagement in await conversation.engagements():
        rhythm = await conversation.tx.rhythm(engagement.id)
        if rhythm and not engagement.stopped:
            found.append((rhythm, engagement))
    own = await conversation.tx.rhythm(conversation.person.id)
    return [*found, (own, None)] if own else found


async def _set_pause(
    conversation: Conversation, rhythm: Rhythm, engagement: Engagement | None, until: date | None
) -> None:
    changed = replace(rhythm, paused_until=until)
    await conversation.tx.save_rhythm(changed)
    if engagement is not None:
        await conversation.tx.unplan(engagement.id, Kind.STEP_PROMPT)
        if await conversation.grant(engagement.id, Purpose.CHECK_INS):
            await replan(
                conversation.tx, conversation.chance, engagement, changed, conversation.now
            )
        return
    await conversation.tx.unplan(conversation.person.id, Kind.DIGEST)
    await plan_next(
        conversation.tx,
        conversation.chance,
        Kind.DIGEST,
        conversation.person.id,
        changed,
        conversation.now,
    )


def _revived(engagement: Engagement) -> Engagement:
    offered = engagement.state is EngagementState.OFFERED
    state = EngagementState.OFFERED if offered else EngagementState.ACTIVE
    return replace(engagement, state=state, stopped=False)


def _problem_with(conversation: Conversation, until: date) -> str | None:
    if until <= conversation.today:
        return "past"
    return "far" if until - conversation.today > FAR else None
