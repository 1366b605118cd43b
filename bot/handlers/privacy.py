"""At any moment, in any wording: stop, pause, resume, what do you hold, erase."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.documents.everything_held import holding_papers
from bot.domain.consent import Act, Purpose
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.rhythm import UNTIL_ASKED, Occurrence, Rhythm
from bot.handlers import coaching, consent, joining
from bot.handlers.conversation import Reply, Scene
from bot.handlers.undelivered import told_of
from bot.messages import privacy as say_privacy
from bot.messages.common import note
from bot.rules.planning import coming_three, plan_next, replan

FAR = timedelta(days=366)


async def stop(scene: Scene, answer: str = "yes") -> Reply:
    """Everything off at once. The confirmation returned here is the last message."""
    if answer != "yes":
        return scene.note("carry-on") + scene.note("not-stopped-answer")
    mine = await scene.engagements()
    for engagement in mine:
        await consent.withdraw_all(scene, engagement)
    if await scene.grant(scene.person.id, Purpose.DIGEST) is not None:
        await scene.record(scene.person.id, Act.WITHDRAWN, Purpose.DIGEST)
    await coaching.digest_off(scene)
    scene.quiet = True
    coaches = not mine and await scene.tx.has_invited(scene.person.id)
    return [say_privacy.stopped(scene.say, client=not coaches)]


async def ask_if_stop(scene: Scene) -> Reply:
    """It may have been a stop, or an answer: the person says which. Nothing is kept meanwhile."""
    return [say_privacy.stop_sure(scene.say)]


async def pause(scene: Scene, until: date | None, reason: str | None = None) -> Reply:
    """Rests until a day of the person's own; `reason` says what was wrong with the date.

    Whoever rests until they type "resume" was promised just that, and no date ends it.
    """
    rhythms = await _rhythms(scene)
    if not rhythms:
        return scene.note("pause-nothing")
    if any(rhythm.paused_until == UNTIL_ASKED for rhythm, _ in rhythms):
        return scene.note("rested")
    if reason is None and until is not None:
        reason = _problem_with(scene, until)
    if reason is not None or until is None:
        scene.awaits("pause")
        problem = None
        if reason is not None:
            day = scene.say.full_day(until or scene.today)
            values = {"day": day} if reason == "past" else {}
            problem = note(scene.say, f"pause-{reason}", **values)
        return [say_privacy.pause_until(scene.say, scene.today, problem)]
    for rhythm, owner in rhythms:
        await _set_pause(scene, rhythm, owner, until)
    return scene.note("paused", day=scene.say.day(until))


async def rest(scene: Scene) -> Reply:
    """A pause without a date: until the person types "resume"."""
    for rhythm, owner in await _rhythms(scene):
        await _set_pause(scene, rhythm, owner, UNTIL_ASKED)
    return scene.note("rested")


async def pause_button(scene: Scene, day: str | None = None) -> Reply:
    """Until a day; without one it is asked for."""
    try:
        return await pause(scene, date.fromisoformat(day) if day else None)
    except ValueError:
        return scene.stale()


async def resume(scene: Scene) -> Reply:
    """Ends a pause. After a stop nothing turns itself on again: the switches are shown."""
    stopped = [e for e in await scene.engagements() if e.stopped]
    for engagement in stopped:
        await scene.tx.save_engagement(_revived(engagement))
    unfinished = await joining.unfinished(scene)
    if unfinished is not None:
        return await joining.carry_on(scene, unfinished)
    if stopped:
        return scene.note("resume-ask") + await consent.show(scene)
    paused = [pair for pair in await _rhythms(scene) if pair[0].paused_until is not None]
    for rhythm, owner in paused:
        await _set_pause(scene, rhythm, owner, None)
    if not paused:
        return scene.note("resume-nothing")
    return await coming(scene, "resumed")


async def coming(scene: Scene, heading: str = "next-heading") -> Reply:
    """When the next messages would leave."""
    shown: Reply = []
    for engagement in await scene.engagements():
        rhythm = await scene.tx.rhythm(engagement.id)
        if rhythm and await scene.grant(engagement.id, Purpose.CHECK_INS):
            sends = await coming_in(scene, engagement)
            shown += await told_of(scene, engagement.id, Kind.CHECK_IN, "next-not-delivered")
            if sends:
                shown.append(say_privacy.coming_sends(scene.say, heading, rhythm, sends))
    quiet = "next-none" if heading == "next-heading" else "resumed-quiet"
    return shown or scene.note(quiet)


async def coming_in(scene: Scene, engagement: Engagement) -> list[Occurrence]:
    """The next three check-ins of one engagement; none where they are not allowed."""
    rhythm = await scene.tx.rhythm(engagement.id)
    if rhythm is None or await scene.grant(engagement.id, Purpose.CHECK_INS) is None:
        return []
    return await coming_three(scene.tx, rhythm, scene.now, engagement.ends_on)


async def hold(scene: Scene) -> Reply:
    """All of it, in plain words."""
    held = [await _holding(scene, engagement) for engagement in await _all(scene)]
    coaches = await scene.tx.has_invited(scene.person.id)
    return [say_privacy.holding(scene.say, scene.person, held, coaches=coaches)]


async def hold_file(scene: Scene) -> Reply:
    """All of it as files, handed over in this chat and stored nowhere else."""
    if not scene.known:
        return await hold(scene)
    held = await scene.tx.held(scene.person.id)
    papers = holding_papers(scene.say, held, scene.zone, scene.now)
    return [say_privacy.hold_file(scene.say, papers)]


async def _holding(scene: Scene, engagement: Engagement) -> say_privacy.Holding:
    rhythm = await scene.tx.rhythm(engagement.id)
    coming: list[Occurrence] = []
    if rhythm is not None:
        coming = await coming_three(scene.tx, rhythm, scene.now, engagement.ends_on)
    return say_privacy.Holding(
        engagement=engagement,
        coach=await scene.coach_name(engagement),
        switches=await consent.states(scene, engagement),
        rhythm=rhythm,
        coming=coming,
        answers=await scene.tx.answers(engagement.id),
        steps=await scene.tx.steps(engagement.id),
        shares=await scene.tx.shares(engagement.id),
        ledger_entries=len(await scene.tx.ledger(engagement.id)),
        deliveries=sum([len(await scene.tx.deliveries(engagement.id, kind)) for kind in Kind]),
    )


async def _all(scene: Scene) -> list[Engagement]:
    return list(await scene.tx.engagements_of(scene.person.id)) if scene.known else []


async def _rhythms(scene: Scene) -> list[tuple[Rhythm, Engagement | None]]:
    """Every rhythm by which this person is written to: as a client, and as a coach."""
    found: list[tuple[Rhythm, Engagement | None]] = []
    for engagement in await scene.engagements():
        rhythm = await scene.tx.rhythm(engagement.id)
        if rhythm and not engagement.stopped:
            found.append((rhythm, engagement))
    own = await scene.tx.rhythm(scene.person.id)
    return [*found, (own, None)] if own else found


async def _set_pause(
    scene: Scene, rhythm: Rhythm, engagement: Engagement | None, until: date | None
) -> None:
    changed = replace(rhythm, paused_until=until)
    await scene.tx.save_rhythm(changed)
    if engagement is not None:
        await scene.tx.unplan(engagement.id, Kind.STEP_PROMPT)
        if await scene.grant(engagement.id, Purpose.CHECK_INS):
            await replan(scene.tx, scene.chance, engagement, changed, scene.now)
        return
    await scene.tx.unplan(scene.person.id, Kind.DIGEST)
    await plan_next(scene.tx, scene.chance, Kind.DIGEST, scene.person.id, changed, scene.now)


def _revived(engagement: Engagement) -> Engagement:
    offered = engagement.state is EngagementState.OFFERED
    state = EngagementState.OFFERED if offered else EngagementState.ACTIVE
    return replace(engagement, state=state, stopped=False)


def _problem_with(scene: Scene, until: date) -> str | None:
    if until <= scene.today:
        return "past"
    return "far" if until - scene.today > FAR else None
