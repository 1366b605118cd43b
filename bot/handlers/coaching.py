"""The coach's road: codes to hand over, and the shares. It has no other door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time, timedelta

from bot.chat import Submitted
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.consent import Act, Purpose
from bot.domain.delivery import Kind
from bot.domain.engagement import Invitation
from bot.domain.rhythm import Rhythm
from bot.domain.share import SharedItem
from bot.domain.weekly import weekly
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.notes import open_to_notes, undelivered_notes
from bot.messages import coaching as say_coaching
from bot.messages import consent as say_consent
from bot.ports import CoachSide
from bot.rules.grants import still_allowed
from bot.rules.planning import plan_next

DIGEST_DAY = "FR"
DIGEST_FROM, DIGEST_TO = time(9), time(17)
LOOK_BACK = timedelta(days=28)


async def invite(conversation: Conversation, weeks: int | None = None) -> Reply:
    """Makes a code, and words to hand it over with. Sends nothing to anyone."""
    length = conversation.settings.engagement_weeks if weeks is None else weeks
    conversation.known = True
    await conversation.tx.save_person(conversation.person, conversation.now)
    code = conversation.chance.new_code()
    invitation = Invitation(
        id=conversation.chance.new_id(),
        code_hash=conversation.tx.keyed_hash("code", code),
        coach_id=conversation.person.id,
        ends_on=conversation.today + timedelta(weeks=length),
        expires_at=conversation.now + timedelta(days=conversation.settings.code_days),
    )
    await conversation.tx.save_invitation(invitation)
    expires_at, ends_on = invitation.expires_at, invitation.ends_on
    shown = say_coaching.invitation(conversation.say, code, expires_at, ends_on, length)
    return [shown, *await _ask_digest_once(conversation)]


async def digest_switch(conversation: Conversation, answer: actions.YesNo) -> Reply:
    """Handles the coach's yes or no to the digest. Without a yes, no digest is sent."""
    coach_id = conversation.person.id
    if not await conversation.tx.has_invited(coach_id):
        return conversation.stale()
    granted = await conversation.grant(coach_id, Purpose.DIGEST)
    if answer == "no":
        await conversation.record(
            coach_id, Act.WITHDRAWN if granted else Act.REFUSED, Purpose.DIGEST
        )
        await digest_off(conversation)
        return conversation.note("digest-off")
    if granted is not None:
        return conversation.note("already-done")
    await conversation.record(coach_id, Act.GIVEN, Purpose.DIGEST)
    rhythm = await plan_digest(conversation, DIGEST_DAY, (DIGEST_FROM, DIGEST_TO))
    return [say_consent.digest_on(conversation.say, rhythm)]


async def digest_when(conversation: Conversation) -> Reply:
    """Shows the form for the coach's digest day and hours."""
    rhythm = await conversation.tx.rhythm(conversation.person.id)
    if rhythm is None or await conversation.grant(conversation.person.id, Purpose.DIGEST) is None:
        return conversation.stale()
    return [say_consent.digest_when(conversation.say, rhythm)]


async def digest_set(conversation: Conversation) -> Reply:
    what = conversation.event.what
    rhythm = await conversation.tx.rhythm(conversation.person.id)
    granted = await conversation.grant(conversation.person.id, Purpose.DIGEST)
    if not isinstance(what, Submitted) or rhythm is None or granted is None:
        return conversation.stale()
    day = what.values.get("day", "")
    try:
        window = (_hour(what.values.get("from", "")), _hour(what.values.get("to", "")))
        planned = await plan_digest(conversation, day, window)
    except ValueError:
        return conversation.note("rhythm-bad-window") + await digest_when(conversation)
    return [say_consent.digest_on(conversation.say, planned)]


async def plan_digest(conversation: Conversation, day: str, window: tuple[time, time]) -> Rhythm:
    """Plans a weekly digest on one day (MO to SU). Raises RhythmError, a ValueError."""
    drafted = weekly(
        conversation.person.id, [day], 1, window, conversation.zone, conversation.today
    )
    rhythm = replace(drafted, confirmed=True)
    await conversation.tx.save_rhythm(rhythm)
    await conversation.tx.unplan(conversation.person.id, Kind.DIGEST)
    await plan_next(
        conversation.tx,
        conversation.chance,
        Kind.DIGEST,
        conversation.person.id,
        rhythm,
        conversation.now,
    )
    return rhythm


async def digest_off(conversation: Conversation) -> None:
    await conversation.tx.unplan(conversation.person.id, Kind.DIGEST)
    await conversation.tx.remove_rhythm(conversation.person.id)


async def digest_now(conversation: Conversation) -> Reply:
    """Shows shares at the coach's request: new ones first, then earlier ones."""
    if not await conversation.tx.has_invited(conversation.person.id):
        return conversation.note("coach-only", command="digest")
    items = await _readable(conversation)
    new = [item for item in items if item.new]
    earlier = [item for item in items if not item.new]
    lost = await conversation.not_delivered(
        conversation.person.id, Kind.DIGEST, "digest-not-delivered"
    )
    reply = lost + (await _shown(conversation, new) if new else await _nothing_new(conversation))
    return [*reply, *await _shown_earlier(conversation, earlier)] if earlier else reply


async def digest_more(conversation: Conversation) -> Reply:
    """Shows the new shares that did not fit into the message before."""
    new = [item for item in await _readable(conversation) if item.new]
    return await _shown(conversation, new) if new else conversation.note("digest-gone")


async def digest_earlier(conversation: Conversation, after: str) -> Reply:
    """Shows the next page of shares that the coach has read before."""
    earlier = [item for item in await _readable(conversation) if not item.new]
    return (
        await _shown_earlier(conversation, earlier, after)
        if earlier
        else conversation.note("digest-gone")
    )


async def _readable(conversation: Conversation) -> list[SharedItem]:
    door: CoachSide = conversation.tx
    found = await door.shared_with(
        conversation.person.id, conversation.now, since=conversation.now - LOOK_BACK
    )
    return await still_allowed(conversation.tx, found, conversation.now)


async def _nothing_new(conversation: Conversation) -> Reply:
    lost = await undelivered_notes(conversation.tx, conversation.person.id, conversation.now)
    if not lost:
        return conversation.note("digest-empty")
    beside = say_coaching.DigestExtras("", lost=lost, zone=conversation.zone)
    return [say_coaching.digest(conversation.say, [], beside)]


async def open_digest(
    conversation: Conversation, delivery_id: str, after: str | None = None
) -> Reply:
    """Opens a digest by reference: shows what it announced, if it may be read now."""
    delivery = await conversation.tx.delivery(delivery_id)
    if (
        delivery is None
        or delivery.to != conversation.person.id
        or delivery.kind is not Kind.DIGEST
    ):
        return conversation.stale()
    door: CoachSide = conversation.tx
    found = await door.shared_with(conversation.person.id, conversation.now, carried_in=delivery_id)
    unseen = [replace(item, new=True) for item in found]
    items = await still_allowed(conversation.tx, unseen, conversation.now)
    if not items:
        return conversation.note("digest-gone")
    return await _shown(
        conversation, items, after, more=lambda last: actions.OPEN(delivery_id, last)
    )


async def _shown(
    conversation: Conversation,
    items: Sequence[SharedItem],
    after: str | None = None,
    *,
    template: str = "digest",
    more: Callable[[str], Action] = lambda _: say_coaching.MORE,
) -> Reply:
    """Shows shares, and stores in which message, so that it can be edited later.

    `more` makes the action of the button that shows the next page, from the page's last share id.
    """
    door: CoachSide = conversation.tx
    reference = conversation.chance.new_id()
    page, rest = say_coaching.page(items, after)
    await door.shared_in([item.share_id for item in page], reference, conversation.now)
    beside = say_coaching.DigestExtras(
        reference,
        await open_to_notes(conversation.tx, page, conversation.now),
        len(rest),
        more(page[-1].share_id) if page else say_coaching.MORE,
        await undelivered_notes(conversation.tx, conversation.person.id, conversation.now)
        if template == "digest"
        else (),
        conversation.zone,
    )
    return [
        replace(say_coaching.digest(conversation.say, page, beside, template), reference=reference)
    ]


async def _shown_earlier(
    conversation: Conversation, items: Sequence[SharedItem], after: str | None = None
) -> Reply:
    return await _shown(
        conversation, items, after, template="digest-earlier", more=actions.DIGEST_EARLIER
    )


def _hour(text: str) -> time:
    return time.fromisoformat(text).replace(tzinfo=None)


async def _ask_digest_once(conversation: Conversation) -> Reply:
    if await conversation.tx.ledger(conversation.person.id):
        return []
    await conversation.record(conversation.person.id, Act.ASKED, Purpose.DIGEST)
    return [say_consent.ask_digest(conversation.say)]
