"""The coach's road: codes to hand over, and what was shared. It has no other door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta

from bot.chat import Message
from bot.domain.consent import Act, Purpose
from bot.domain.delivery import Kind
from bot.domain.engagement import Invitation
from bot.domain.rhythm import Rhythm
from bot.domain.share import SharedItem
from bot.handlers.grants import still_allowed
from bot.handlers.planning import plan_next
from bot.handlers.scene import Reply, Scene
from bot.messages import coaching as say_coaching
from bot.messages import consent as say_consent
from bot.ports import CoachSide

DIGEST_RULE = "FREQ=WEEKLY;BYDAY=FR"
DIGEST_FROM, DIGEST_TO = time(9), time(17)
LOOK_BACK = timedelta(days=28)


async def invite(scene: Scene, weeks: str | None = None) -> Reply:
    """A new code, and words to hand it over with. Sends nothing to anyone."""
    length = scene.settings.engagement_weeks
    if weeks is not None:
        if weeks not in {str(w) for w in say_coaching.OFFERED_WEEKS}:
            return scene.stale()
        length = int(weeks)
    scene.known = True
    await scene.tx.save_person(scene.person, scene.now)
    code = scene.chance.new_code()
    invitation = Invitation(
        id=scene.chance.new_id(),
        code_digest=scene.tx.digest("code", code),
        coach_id=scene.person.id,
        ends_on=scene.today + timedelta(weeks=length),
        expires_at=scene.now + timedelta(days=scene.settings.code_days),
    )
    await scene.tx.save_invitation(invitation)
    expires_at, ends_on = invitation.expires_at, invitation.ends_on
    shown = say_coaching.invitation(scene.say, code, expires_at, ends_on, length)
    return [shown, *await _ask_digest_once(scene)]


async def digest_switch(scene: Scene, answer: str) -> Reply:
    """A coach, too, gets nothing unasked: the digest comes only after this yes."""
    coach_id = scene.person.id
    if answer not in ("yes", "no") or not await scene.tx.has_invited(coach_id):
        return scene.stale()
    granted = await scene.grant(coach_id, Purpose.DIGEST)
    if answer == "no":
        await scene.record(coach_id, Act.WITHDRAWN if granted else Act.REFUSED, Purpose.DIGEST)
        await digest_off(scene)
        return scene.note("digest-off")
    if granted is not None:
        return scene.note("already-done")
    await scene.record(coach_id, Act.GIVEN, Purpose.DIGEST)
    await plan_digest(scene)
    return scene.note("digest-on")


async def plan_digest(scene: Scene) -> None:
    rhythm = Rhythm(
        owner=scene.person.id,
        rrule=DIGEST_RULE,
        starts_on=scene.today,
        window_from=DIGEST_FROM,
        window_to=DIGEST_TO,
        zone=scene.zone,
        confirmed=True,
    )
    await scene.tx.save_rhythm(rhythm)
    await scene.tx.unplan(scene.person.id, Kind.DIGEST)
    await plan_next(scene.tx, scene.chance, Kind.DIGEST, scene.person.id, rhythm, scene.now)


async def digest_off(scene: Scene) -> None:
    await scene.tx.unplan(scene.person.id, Kind.DIGEST)
    await scene.tx.remove_rhythm(scene.person.id)


async def digest_now(scene: Scene) -> Reply:
    """What was shared, on the coach's own request: new things first, then earlier ones."""
    if not await scene.tx.has_invited(scene.person.id):
        return scene.note("coach-only", command="digest")
    door: CoachSide = scene.tx
    found = await door.shared_with(scene.person.id, scene.now - LOOK_BACK, scene.now)
    items = await still_allowed(scene.tx, found, scene.now)
    new = [item for item in items if item.new]
    earlier = [item for item in items if not item.new]
    reply = [await _shown(scene, "digest", new)] if new else scene.note("digest-empty")
    return [*reply, await _shown(scene, "digest-earlier", earlier)] if earlier else reply


async def open_digest(scene: Scene, delivery_id: str) -> Reply:
    """A digest by reference: what it announced and may be read at this moment."""
    delivery = await scene.tx.delivery(delivery_id)
    if delivery is None or delivery.to != scene.person.id or delivery.kind is not Kind.DIGEST:
        return scene.stale()
    door: CoachSide = scene.tx
    found = await door.carried_in(scene.person.id, delivery_id, scene.now)
    unseen = [replace(item, new=True) for item in found]
    items = await still_allowed(scene.tx, unseen, scene.now)
    return [await _shown(scene, "digest", items)] if items else scene.note("digest-gone")


async def _shown(scene: Scene, template: str, items: Sequence[SharedItem]) -> Message:
    """Each answer that shows shares is remembered, so that it can be edited later."""
    door: CoachSide = scene.tx
    reference = scene.chance.new_id()
    await door.shared_in([item.share_id for item in items], reference, scene.now)
    return replace(say_coaching.digest(scene.say, items, template), reference=reference)


async def _ask_digest_once(scene: Scene) -> Reply:
    if await scene.tx.ledger(scene.person.id):
        return []
    await scene.record(scene.person.id, Act.ASKED, Purpose.DIGEST)
    return [say_consent.ask_digest(scene.say)]
