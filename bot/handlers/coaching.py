"""The coach's road: codes to hand over, and what was shared. It has no other door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta

from bot.chat import Submitted
from bot.domain.consent import Act, Purpose
from bot.domain.delivery import Kind
from bot.domain.engagement import Invitation
from bot.domain.rhythm import Rhythm, weekly
from bot.domain.share import SharedItem
from bot.handlers.conversation import Reply, Scene
from bot.handlers.notes import open_to_notes, undelivered_notes
from bot.handlers.undelivered import told_of
from bot.messages import coaching as say_coaching
from bot.messages import consent as say_consent
from bot.ports import CoachSide
from bot.rules.grants import still_allowed
from bot.rules.planning import plan_next

DIGEST_DAY = "FR"
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
    rhythm = await plan_digest(scene, DIGEST_DAY, (DIGEST_FROM, DIGEST_TO))
    return [say_consent.digest_on(scene.say, rhythm)]


async def digest_when(scene: Scene) -> Reply:
    """The coach's own day and hours."""
    rhythm = await scene.tx.rhythm(scene.person.id)
    if rhythm is None or await scene.grant(scene.person.id, Purpose.DIGEST) is None:
        return scene.stale()
    return [say_consent.digest_when(scene.say, rhythm)]


async def digest_set(scene: Scene) -> Reply:
    what = scene.event.what
    rhythm = await scene.tx.rhythm(scene.person.id)
    granted = await scene.grant(scene.person.id, Purpose.DIGEST)
    if not isinstance(what, Submitted) or rhythm is None or granted is None:
        return scene.stale()
    day = what.values.get("day", "")
    try:
        window = (_hour(what.values.get("from", "")), _hour(what.values.get("to", "")))
        planned = await plan_digest(scene, day, window)
    except ValueError:
        return scene.note("rhythm-bad-window") + await digest_when(scene)
    return [say_consent.digest_on(scene.say, planned)]


async def plan_digest(scene: Scene, day: str, window: tuple[time, time]) -> Rhythm:
    """Weekly on one day (MO to SU). Raises RhythmError, a ValueError, for what cannot be."""
    drafted = weekly(scene.person.id, [day], 1, window, scene.zone, scene.today)
    rhythm = replace(drafted, confirmed=True)
    await scene.tx.save_rhythm(rhythm)
    await scene.tx.unplan(scene.person.id, Kind.DIGEST)
    await plan_next(scene.tx, scene.chance, Kind.DIGEST, scene.person.id, rhythm, scene.now)
    return rhythm


async def digest_off(scene: Scene) -> None:
    await scene.tx.unplan(scene.person.id, Kind.DIGEST)
    await scene.tx.remove_rhythm(scene.person.id)


async def digest_now(scene: Scene) -> Reply:
    """What was shared, on the coach's own request: new things first, then earlier ones."""
    if not await scene.tx.has_invited(scene.person.id):
        return scene.note("coach-only", command="digest")
    items = await _readable(scene)
    new = [item for item in items if item.new]
    earlier = [item for item in items if not item.new]
    lost = await told_of(scene, scene.person.id, Kind.DIGEST, "digest-not-delivered")
    reply = lost + (await _shown(scene, new) if new else await _nothing_new(scene))
    return [*reply, *await _shown_earlier(scene, earlier)] if earlier else reply


async def digest_more(scene: Scene) -> Reply:
    """What did not fit: it is still new."""
    new = [item for item in await _readable(scene) if item.new]
    return await _shown(scene, new) if new else scene.note("digest-gone")


async def digest_earlier(scene: Scene, after: str) -> Reply:
    """The next page of what the coach has had before."""
    earlier = [item for item in await _readable(scene) if not item.new]
    return await _shown_earlier(scene, earlier, after) if earlier else scene.note("digest-gone")


async def _readable(scene: Scene) -> list[SharedItem]:
    door: CoachSide = scene.tx
    found = await door.shared_with(scene.person.id, scene.now - LOOK_BACK, scene.now)
    return await still_allowed(scene.tx, found, scene.now)


async def _nothing_new(scene: Scene) -> Reply:
    lost = await undelivered_notes(scene.tx, scene.person.id, scene.now)
    if not lost:
        return scene.note("digest-empty")
    beside = say_coaching.Beside("", lost=lost, zone=scene.zone)
    return [say_coaching.digest(scene.say, [], beside)]


async def open_digest(scene: Scene, delivery_id: str, after: str | None = None) -> Reply:
    """A digest by reference: what it announced and may be read at this moment."""
    delivery = await scene.tx.delivery(delivery_id)
    if delivery is None or delivery.to != scene.person.id or delivery.kind is not Kind.DIGEST:
        return scene.stale()
    door: CoachSide = scene.tx
    found = await door.carried_in(scene.person.id, delivery_id, scene.now)
    unseen = [replace(item, new=True) for item in found]
    items = await still_allowed(scene.tx, unseen, scene.now)
    if not items:
        return scene.note("digest-gone")
    return await _shown(scene, items, after, more=f"open:{delivery_id}:")


async def _shown(
    scene: Scene,
    items: Sequence[SharedItem],
    after: str | None = None,
    *,
    template: str = "digest",
    more: str = "digest-more",
) -> Reply:
    """Each answer that shows shares is remembered, so that it can be edited later."""
    door: CoachSide = scene.tx
    reference = scene.chance.new_id()
    page, rest = say_coaching.page(items, after)
    await door.shared_in([item.share_id for item in page], reference, scene.now)
    beside = say_coaching.Beside(
        reference,
        await open_to_notes(scene.tx, page, scene.now),
        len(rest),
        more + page[-1].share_id if page and more.endswith(":") else more,
        await undelivered_notes(scene.tx, scene.person.id, scene.now)
        if template == "digest"
        else (),
        scene.zone,
    )
    return [replace(say_coaching.digest(scene.say, page, beside, template), reference=reference)]


async def _shown_earlier(
    scene: Scene, items: Sequence[SharedItem], after: str | None = None
) -> Reply:
    return await _shown(scene, items, after, template="digest-earlier", more="digest-earlier:")


def _hour(text: str) -> time:
    return time.fromisoformat(text).replace(tzinfo=None)


async def _ask_digest_once(scene: Scene) -> Reply:
    if await scene.tx.ledger(scene.person.id):
        return []
    await scene.record(scene.person.id, Act.ASKED, Purpose.DIGEST)
    return [say_consent.ask_digest(scene.say)]
