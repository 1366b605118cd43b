"""From "share" to the exact preview, to approval; and back again for as long as it can be."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.check_in import Answer
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.share import Share, Sighting
from bot.domain.words import Words
from bot.handlers import consent, steps
from bot.handlers.check_ins import make_kept, own_answer
from bot.handlers.planning import plan_amends
from bot.handlers.scene import Reply, Scene
from bot.messages import check_ins as say_check_ins
from bot.messages import shares as say_shares
from bot.messages.common import note


async def share(scene: Scene, answer_id: str) -> Reply:
    """Shows what the coach would read; asks for the purpose first where it is off."""
    found = await own_answer(scene, answer_id)
    if found is None:
        return scene.stale()
    engagement, answer = found
    if engagement.stopped:
        return scene.note("resume-first")
    if await _share_of(scene, engagement, answer) is not None:
        return scene.note("already-done")
    purpose = _purpose(answer)
    if await scene.grant(engagement.id, purpose) is None:
        return await consent.ask(scene, engagement, purpose, f"share:{answer.id}")
    return await _preview(scene, engagement, answer)


async def approve(scene: Scene, answer_id: str, seal: str) -> Reply:
    """Freezes exactly the previewed form. If it changed meanwhile, it is shown again instead."""
    found = await own_answer(scene, answer_id)
    if found is None:
        return scene.stale()
    engagement, answer = found
    if await _share_of(scene, engagement, answer) is not None:
        return scene.note("already-done")
    if await scene.grant(engagement.id, _purpose(answer)) is None:
        return await share(scene, answer_id)
    form = await _form(scene, engagement, answer)
    if _seal(scene, form) != seal:
        return await _preview(scene, engagement, answer, changed=True)
    await make_kept(scene, engagement, answer)
    heading, body = form
    approved = Share(
        id=scene.chance.new_id(),
        engagement_id=engagement.id,
        client_id=scene.person.id,
        coach_id=engagement.coach_id,
        answer_id=answer.id,
        heading=heading,
        body=body,
        approved_at=scene.now,
        until=scene.kept_until(engagement, answer.at),
        purpose=_purpose(answer),
    )
    await scene.tx.save_share(approved)
    coach = await scene.coach_name(engagement)
    done = [say_check_ins.shared(scene.say, approved, coach)]
    return done + await steps.offer(scene, engagement)


async def take_back(scene: Scene, share_id: str) -> Reply:
    """Before a digest showed it, it is simply not in it; afterwards the truth is told, and my own
    messages to the coach are edited.
    """
    for engagement in await scene.engagements():
        found = await scene.tx.share(engagement.id, share_id)
        if found is not None:
            seen = await sightings_of(scene, engagement, {share_id})
            await scene.erase([share_id])
            await take_out(scene, engagement, seen)
            coach = (await scene.coach_name(engagement)).text
            if not seen:
                return [note(scene.say, "taken-back", coach=coach)]
            day = scene.say.moment(seen[0].at, scene.zone)
            return [note(scene.say, "taken-back-late", coach=coach, day=day)]
    return scene.stale()


async def who_saw(scene: Scene) -> Reply:
    """Everything that is shared, with each time that its coach got to read it."""
    shown: list[say_shares.Seen] = []
    for engagement in await scene.tx.engagements_of(scene.person.id):
        coach = await scene.coach_name(engagement)
        sightings = await scene.tx.sightings(engagement.id)
        for share in await scene.tx.shares(engagement.id):
            times = tuple(s.at for s in sightings if s.share_id == share.id)
            shown.append(say_shares.Seen(share, coach, times))
    return [say_shares.who_saw(scene.say, shown, scene.zone)]


async def sightings_of(
    scene: Scene, engagement: Engagement, share_ids: Collection[str]
) -> list[Sighting]:
    seen = await scene.tx.sightings(engagement.id)
    return [sighting for sighting in seen if sighting.share_id in share_ids]


async def take_out(scene: Scene, engagement: Engagement, seen: Iterable[Sighting]) -> int:
    """Has the words taken out of every message in which they were shown; returns how many."""
    digests = {sighting.digest for sighting in seen}
    return await plan_amends(scene.tx, scene.chance, engagement.coach_id, digests, scene.now)


async def _preview(
    scene: Scene, engagement: Engagement, answer: Answer, *, changed: bool = False
) -> Reply:
    form = await _form(scene, engagement, answer)
    coach = await scene.coach_name(engagement)
    seal = _seal(scene, form)
    client = scene.person.name
    return [say_check_ins.preview(scene.say, answer, form, seal, coach, client, changed=changed)]


async def _form(scene: Scene, engagement: Engagement, answer: Answer) -> tuple[Words, Words]:
    step = await scene.tx.step(engagement.id, answer.step_id) if answer.step_id else None
    return say_check_ins.form_of(scene.say, answer, step, _day(scene, answer))


def _day(scene: Scene, answer: Answer) -> date:
    return answer.at.astimezone(ZoneInfo(scene.zone)).date()


def _seal(scene: Scene, form: tuple[Words, Words]) -> str:
    heading, body = form
    return scene.tx.digest("form", f"{len(heading.text)}:{heading.text}{body.text}")[:24]


async def _share_of(scene: Scene, engagement: Engagement, answer: Answer) -> Share | None:
    shares = await scene.tx.shares(engagement.id)
    return next((share for share in shares if share.answer_id == answer.id), None)


def _purpose(answer: Answer) -> Purpose:
    return Purpose.SHARE_WORDS if answer.words is not None else Purpose.SHARE_MARKS
