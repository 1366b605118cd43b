"""From "share" to the exact preview, to approval; and back again for as long as it can be."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from bot.domain.check_in import Answer
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.share import Share, Sighting
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.handlers import consent
from bot.handlers.check_ins import make_kept, own_answer, settled
from bot.handlers.conversation import Reply, Scene
from bot.messages import check_ins as say_check_ins
from bot.messages import shares as say_shares
from bot.messages.common import note
from bot.rules.planning import plan_amends
from bot.rules.question_choice import question_named, wording_of

BRING, FEEDBACK = "session.bring", "session.feedback"
# Fewer clients than this, and whoever reads "someone you coach" could guess who it is.
ENOUGH_COMPANY = 5


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
    return await _approve(scene, answer_id, seal, unnamed=False)


async def approve_unnamed(scene: Scene, answer_id: str, seal: str) -> Reply:
    """The same without a name, where that still means something."""
    return await _approve(scene, answer_id, seal, unnamed=True)


async def _approve(scene: Scene, answer_id: str, seal: str, *, unnamed: bool) -> Reply:
    found = await own_answer(scene, answer_id)
    if found is None:
        return scene.stale()
    engagement, answer = found
    if await _share_of(scene, engagement, answer) is not None:
        return scene.note("already-done")
    if await scene.grant(engagement.id, _purpose(answer)) is None:
        return await share(scene, answer_id)
    if unnamed and not await can_be_unnamed(scene, engagement, answer):
        return await _preview(scene, engagement, answer, changed=True)
    form = await _form(scene, engagement, answer, unnamed=unnamed)
    if _seal(scene, form) != seal:
        return await _preview(scene, engagement, answer, changed=True, unnamed=unnamed)
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
        brings=answer.question == BRING,
        unnamed=unnamed,
    )
    await scene.tx.save_share(approved)
    coach = await scene.coach_name(engagement)
    done = [say_check_ins.shared(scene.say, approved, coach)]
    return done + await settled(scene, engagement, answer)


async def share_unnamed(scene: Scene, answer_id: str) -> Reply:
    """Feedback without a name: only where enough clients make that mean something."""
    found = await own_answer(scene, answer_id)
    if found is None:
        return scene.stale()
    engagement, answer = found
    if engagement.stopped:
        return scene.note("resume-first")
    if await _share_of(scene, engagement, answer) is not None:
        return scene.note("already-done")
    if await scene.grant(engagement.id, _purpose(answer)) is None:
        then = f"share-unnamed:{answer.id}"
        return await consent.ask(scene, engagement, _purpose(answer), then)
    if not await can_be_unnamed(scene, engagement, answer):
        coach = await scene.coach_name(engagement)
        too_few = scene.note("feedback-too-few", coach=coach.text)
        return too_few + await _preview(scene, engagement, answer)
    return await _preview(scene, engagement, answer, unnamed=True)


async def can_be_unnamed(scene: Scene, engagement: Engagement, answer: Answer) -> bool:
    if answer.question != FEEDBACK:
        return False
    return await scene.tx.company(engagement.coach_id, scene.now) >= ENOUGH_COMPANY


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
    scene: Scene,
    engagement: Engagement,
    answer: Answer,
    *,
    changed: bool = False,
    unnamed: bool = False,
) -> Reply:
    form = await _form(scene, engagement, answer, unnamed=unnamed)
    coach = await scene.coach_name(engagement)
    seal = _seal(scene, form)
    client = None if unnamed else scene.person.name
    return [say_check_ins.preview(scene.say, answer, form, seal, coach, client, changed=changed)]


async def _form(
    scene: Scene, engagement: Engagement, answer: Answer, *, unnamed: bool = False
) -> tuple[Words, Words]:
    if unnamed:
        return say_check_ins.unnamed_form(scene.say, answer)
    step = await scene.tx.step(engagement.id, answer.step_id) if answer.step_id else None
    question = await question_named(
        scene.tx, engagement, scene.say, scene.settings, answer.question
    )
    asked = wording_of(scene.say, answer.question, question)
    session_at = engagement.session_at
    session_on = local_date(session_at, scene.zone) if session_at else None
    about = say_check_ins.About(_day(scene, answer), step, question, asked, session_on)
    return say_check_ins.form_of(scene.say, answer, about)


def _day(scene: Scene, answer: Answer) -> date:
    return local_date(answer.at, scene.zone)


def _seal(scene: Scene, form: tuple[Words, Words]) -> str:
    heading, body = form
    return scene.tx.digest("form", f"{len(heading.text)}:{heading.text}{body.text}")[:24]


async def _share_of(scene: Scene, engagement: Engagement, answer: Answer) -> Share | None:
    shares = await scene.tx.shares(engagement.id)
    return next((share for share in shares if share.answer_id == answer.id), None)


def _purpose(answer: Answer) -> Purpose:
    return Purpose.SHARE_WORDS if answer.words is not None else Purpose.SHARE_MARKS
