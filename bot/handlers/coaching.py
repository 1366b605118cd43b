"""The coach's road: codes to hand over, and the shares. It has no other door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time, timedelta

from bot.chat import Submitted
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.consent import Act, Purpose
from bot.domain.delivery import SHOWING_SHARES, Kind
from bot.domain.engagement import Invitation
from bot.domain.rhythm import Rhythm
from bot.domain.share import SharedItem
from bot.domain.wall_time import to_the_hour
from bot.domain.weekly import weekly
from bot.handlers.allowed import briefs
from bot.handlers.conversation import Conversation, Reply
from bot.messages import coaching as say_coaching
from bot.messages import consent as say_consent
from bot.ports import CoachSide
from bot.rules.briefs import plan_briefs
from bot.rules.digest import (
    DIGEST_DAY,
    DIGEST_HOURS,
    LOOK_BACK,
    open_to_notes,
    undelivered_notes,
)
from bot.rules.grants import still_allowed
from bot.rules.planning import plan_next
from bot.understand import read_clock


async def invite(talk: Conversation, weeks: int | None = None) -> Reply:
    """Makes a code, and words to hand it over with. Sends nothing to anyone."""
    if await _made_enough(talk):
        return talk.note("invite-enough", count=talk.settings.codes_a_day)
    length = talk.settings.engagement_weeks if weeks is None else weeks
    talk.known = True
    await talk.tx.save_person(talk.person, talk.now)
    code = talk.chance.new_code()
    invitation = Invitation(
        id=talk.chance.new_id(),
        code_hash=talk.tx.keyed_hash("code", code),
        coach_id=talk.person.id,
        ends_on=talk.today + timedelta(weeks=length),
        expires_at=to_the_hour(talk.now + timedelta(days=talk.settings.code_days)),
    )
    await talk.tx.save_invitation(invitation)
    expires_at, ends_on = invitation.expires_at, invitation.ends_on
    shown = say_coaching.invitation(
        talk.say, code, expires_at, ends_on, length, profile_first=await _has_no_card(talk)
    )
    return [shown, *await ask_digest_once(talk)]


async def _has_no_card(talk: Conversation) -> bool:
    """True with the first code of a coach who has not written their card."""
    first = not await talk.tx.ledger(talk.person.id)
    return first and await talk.tx.profile(talk.person.id) is None


async def _made_enough(talk: Conversation) -> bool:
    """True if this coach made the most codes of a day within the last 24 hours."""
    made_since = talk.now - timedelta(days=1)
    ends_since = made_since + timedelta(days=talk.settings.code_days)
    made = await talk.tx.codes_made(talk.person.id, ends_since)
    return made >= talk.settings.codes_a_day


async def digest_switch(talk: Conversation, answer: actions.YesNo) -> Reply:
    """Handles the coach's yes or no to the digest. Without a yes, no digest is sent."""
    coach_id = talk.person.id
    if not await talk.tx.has_invited(coach_id):
        return talk.stale()
    granted = await talk.grant(coach_id, Purpose.DIGEST)
    if answer == "no":
        told = talk.note("digest-off")
        await talk.record(coach_id, Act.WITHDRAWN if granted else Act.REFUSED, Purpose.DIGEST)
        await digest_off(talk)
        return told
    if granted is not None:
        return talk.note("already-done")
    if Purpose.DIGEST in talk.settings.forbidden:
        return talk.note("policy-off")
    await talk.record(coach_id, Act.GIVEN, Purpose.DIGEST)
    rhythm = await plan_digest(talk, DIGEST_DAY, DIGEST_HOURS)
    return [say_consent.digest_on(talk.say, rhythm)]


async def digest_when(talk: Conversation) -> Reply:
    """Shows the form for the coach's digest day and hours."""
    rhythm = await talk.tx.rhythm(talk.person.id)
    if rhythm is None or await talk.grant(talk.person.id, Purpose.DIGEST) is None:
        return talk.stale()
    return [say_consent.digest_when(talk.say, rhythm)]


async def digest_set(talk: Conversation) -> Reply:
    what = talk.event.what
    rhythm = await talk.tx.rhythm(talk.person.id)
    granted = await talk.grant(talk.person.id, Purpose.DIGEST)
    if not isinstance(what, Submitted) or rhythm is None or granted is None:
        return talk.stale()
    day = what.values.get("day", "")
    try:
        window = (_hour(talk, what.values.get("from", "")), _hour(talk, what.values.get("to", "")))
        planned = await plan_digest(talk, day, window)
    except ValueError:
        return talk.note("rhythm-bad-window") + await digest_when(talk)
    return [say_consent.digest_on(talk.say, planned)]


async def plan_digest(talk: Conversation, day: str, window: tuple[time, time]) -> Rhythm:
    """Plans a weekly digest on one day (MO to SU). Raises RhythmError, a ValueError."""
    drafted = weekly(talk.person.id, [day], 1, window, talk.zone, talk.today)
    rhythm = replace(drafted, confirmed=True)
    await talk.tx.save_rhythm(rhythm)
    await talk.tx.unplan(talk.person.id, Kind.DIGEST)
    await plan_next(talk.tx, talk.chance, Kind.DIGEST, talk.person.id, rhythm, talk.now)
    await plan_briefs(talk.tx, talk.chance, talk.person.id, talk.now)
    return rhythm


async def digest_off(talk: Conversation) -> None:
    """Plans no digest any more. The hours stay for briefs, if the coach wants those."""
    await talk.tx.unplan(talk.person.id, Kind.DIGEST)
    if await talk.grant(talk.person.id, Purpose.BRIEF) is None:
        await talk.tx.remove_rhythm(talk.person.id)


async def digest_now(talk: Conversation) -> Reply:
    """Shows shares at the coach's request: new ones first, then earlier ones."""
    if not await talk.tx.has_invited(talk.person.id):
        return talk.note("coach-only", command="digest")
    items = await _readable(talk)
    new = [item for item in items if item.new]
    earlier = [item for item in items if not item.new]
    lost = await talk.told_not_delivered(talk.person.id, Kind.DIGEST, "digest-not-delivered")
    reply = lost + (await _shown(talk, new) if new else await _nothing_new(talk))
    return [*reply, *await _shown_earlier(talk, earlier)] if earlier else reply


async def digest_more(talk: Conversation) -> Reply:
    """Shows the new shares that did not fit into the message before."""
    new = [item for item in await _readable(talk) if item.new]
    return await _shown(talk, new) if new else talk.note("digest-gone")


async def digest_earlier(talk: Conversation, after: str | None = None) -> Reply:
    """Shows the next page of shares that the coach has read before."""
    earlier = [item for item in await _readable(talk) if not item.new]
    return await _shown_earlier(talk, earlier, after) if earlier else talk.note("digest-gone")


async def _readable(talk: Conversation) -> list[SharedItem]:
    door: CoachSide = talk.tx
    found = await door.shared_with(talk.person.id, talk.now, since=talk.now - LOOK_BACK)
    return await still_allowed(talk.tx, found, talk.now)


async def _nothing_new(talk: Conversation) -> Reply:
    lost = await undelivered_notes(talk.tx, talk.person.id, talk.now)
    if not lost:
        return talk.note("digest-empty")
    beside = say_coaching.DigestExtras("", lost=lost, zone=talk.zone)
    return [say_coaching.digest(talk.say, [], beside)]


async def open_digest(talk: Conversation, delivery_id: str, after: str | None = None) -> Reply:
    """Opens a digest by reference: shows what it announced, if it may be read now."""
    delivery = await talk.tx.delivery(delivery_id)
    if delivery is None or delivery.to != talk.person.id or delivery.kind not in SHOWING_SHARES:
        return talk.stale()
    if delivery.kind is Kind.BRIEF:
        return await briefs.open_brief(talk, delivery.slot)
    door: CoachSide = talk.tx
    found = await door.shared_with(talk.person.id, talk.now, carried_in=delivery_id)
    unseen = [replace(item, new=True) for item in found]
    items = await still_allowed(talk.tx, unseen, talk.now)
    if not items:
        return talk.note("digest-gone")
    return await _shown(talk, items, after, more=lambda last: actions.OPEN(delivery_id, last))


async def _shown(
    talk: Conversation,
    items: Sequence[SharedItem],
    after: str | None = None,
    *,
    template: str = "digest",
    more: Callable[[str | None], Action] = lambda _: say_coaching.MORE,
) -> Reply:
    """Shows shares, and stores in which message, so that it can be edited later.

    `more` makes the action of the button that shows the next page, from the page's last share id
    with a name: what has none is not there a second time, so no page can begin after it.
    """
    door: CoachSide = talk.tx
    reference = talk.chance.new_id()
    page, rest = say_coaching.page(items, after)
    await door.shared_in([item.share_id for item in page], reference, talk.now)
    beside = say_coaching.DigestExtras(
        reference,
        await open_to_notes(talk.tx, page, talk.now),
        len(rest),
        more(next((item.share_id for item in reversed(page) if not item.unnamed), after)),
        await undelivered_notes(talk.tx, talk.person.id, talk.now) if template == "digest" else (),
        talk.zone,
    )
    return [replace(say_coaching.digest(talk.say, page, beside, template), reference=reference)]


async def _shown_earlier(
    talk: Conversation, items: Sequence[SharedItem], after: str | None = None
) -> Reply:
    return await _shown(talk, items, after, template="digest-earlier", more=actions.DIGEST_EARLIER)


def _hour(talk: Conversation, text: str) -> time:
    """Reads the hour of a field. Raises ValueError if it is none."""
    clock = read_clock(text, talk.person.language)
    if clock is None:
        raise ValueError("no hour")
    return clock


async def ask_digest_once(talk: Conversation) -> Reply:
    """Asks for the digest with a coach's first code or card. With that they are a coach here."""
    if await talk.tx.ledger(talk.person.id):
        return []
    if Purpose.DIGEST in talk.settings.forbidden:
        await talk.record(talk.person.id, Act.REVOKED, Purpose.DIGEST)
        return []
    await talk.record(talk.person.id, Act.ASKED, Purpose.DIGEST)
    return [say_consent.ask_digest(talk.say)]
