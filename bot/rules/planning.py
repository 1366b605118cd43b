"""Plans deliveries from a rhythm: always one ahead, never several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice

from bot.domain.consent import Decided, Purpose
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement
from bot.domain.rhythm import Occurrence, Rhythm, next_three, occurrences, window_on
from bot.domain.wall_time import local_date
from bot.ports import Chance, Transaction
from bot.rules.grants import allowed

AHEAD = 400
# The first notice of the end comes so long before it.
ENDS_SOON = timedelta(days=7)
AMEND_WITHIN = timedelta(days=60)
# A session has no known end: after this time it counts as over, and the question is asked.
SESSION_TAKES = timedelta(hours=1)


async def plan_next(
    tx: Transaction,
    chance: Chance,
    kind: Kind,
    to: str,
    rhythm: Rhythm,
    after: datetime,
    last_day: date | None = None,
) -> Occurrence | None:
    """Plans the first occurrence after `after` that was not planned before, if there is one."""
    for occurrence in ahead(rhythm, after, last_day):
        if await tx.plan(at_occurrence(chance, kind, to, rhythm.owner, occurrence)):
            return occurrence
    return None


def ahead(rhythm: Rhythm, after: datetime, last_day: date | None) -> Iterator[Occurrence]:
    """Yields at most `AHEAD` occurrences after `after`, soonest first, none after `last_day`.

    `last_day` is a date in the rhythm's zone. A rhythm that is not confirmed yields nothing.
    """
    if not rhythm.confirmed:
        return iter(())
    return islice(occurrences(rhythm, after, last_day), AHEAD)


async def coming_three(
    tx: Transaction, rhythm: Rhythm, now: datetime, last_day: date
) -> list[Occurrence]:
    """Returns the next three occurrences to show, without those whose check-in was claimed."""
    past = await tx.deliveries(rhythm.owner, Kind.CHECK_IN)
    dealt_with = {d.slot for d in past if d.state is not DeliveryState.PLANNED}
    return next_three(rhythm, now, last_day, dealt_with)


async def replan(
    tx: Transaction, chance: Chance, engagement: Engagement, rhythm: Rhythm, now: datetime
) -> None:
    """Unplans what the old rhythm planned, and plans the next occurrence of the new one."""
    await unplan_rhythm(tx, engagement.id)
    await plan_next(
        tx, chance, Kind.CHECK_IN, engagement.client_id, rhythm, now, engagement.ends_on
    )
    await plan_ending(tx, chance, engagement, rhythm, now)


async def unplan_rhythm(tx: Transaction, owner: str) -> None:
    for kind in (Kind.CHECK_IN, Kind.ENDING):
        await tx.unplan(owner, kind)


async def plan_ending(
    tx: Transaction, chance: Chance, engagement: Engagement, rhythm: Rhythm, now: datetime
) -> None:
    """Plans the two notices of the end: a week before it, and on the last day.

    Where the client rests on that day, the notice comes on the last day before it, and the second
    one never on the day of the first.
    """
    if not rhythm.confirmed:
        return
    said_on = date.min
    for slot, before in (("week", ENDS_SOON), ("day", timedelta(0))):
        wished = engagement.ends_on - before
        days = (wished - timedelta(days=back) for back in range(ENDS_SOON.days))
        windows = (window_on(rhythm, day) for day in days if day > said_on)
        found = next((one for one in windows if one is not None and one.not_after > now), None)
        if found is not None:
            said_on = found.on
            to = engagement.client_id
            await tx.plan(at_occurrence(chance, Kind.ENDING, to, rhythm.owner, found, slot))


async def plan_step_prompt(
    tx: Transaction,
    chance: Chance,
    engagement: Engagement,
    rhythm: Rhythm,
    step_id: str,
    day: date,
) -> bool:
    """Brings a step back once, on `day`, inside the client's window. False if it cannot be."""
    occurrence = window_on(rhythm, day)
    if occurrence is None or day > engagement.ends_on:
        return False
    slot = f"{day.isoformat()}:{step_id}"
    return await tx.plan(
        at_occurrence(
            chance, Kind.STEP_PROMPT, engagement.client_id, engagement.id, occurrence, slot, step_id
        )
    )


def reminder_of(
    chance: Chance,
    decided: Sequence[Decided],
    engagement: Engagement,
    rhythm: Rhythm,
    check_in: Delivery,
) -> Delivery | None:
    """Makes the reminder of a check-in, on the day after it; None where it is not allowed."""
    if not allowed(decided, Purpose.REMINDER, check_in.due_at, engagement):
        return None
    asked_on = local_date(check_in.not_before, rhythm.zone)
    day = asked_on + timedelta(days=1)
    occurrence = window_on(rhythm, day)
    if occurrence is None or day > engagement.ends_on:
        return None
    client, slot = engagement.client_id, check_in.slot
    return at_occurrence(
        chance, Kind.REMINDER, client, engagement.id, occurrence, slot, check_in.id
    )


async def plan_session(
    tx: Transaction, chance: Chance, engagement: Engagement, rhythm: Rhythm | None, now: datetime
) -> None:
    """Plans the questions before and after the next session; unplans those of the last one."""
    for kind in (Kind.SESSION_PREP, Kind.SESSION_AFTER):
        await tx.unplan(engagement.id, kind)
    at = engagement.session_at
    if at is None or rhythm is None or not rhythm.confirmed:
        return
    day = local_date(at, rhythm.zone)
    before = window_on(rhythm, day - timedelta(days=1))
    same, next_day = window_on(rhythm, day), window_on(rhythm, day + timedelta(days=1))
    ended = at + SESSION_TAKES
    after = same if same and same.not_after - ended > SESSION_TAKES else next_day
    planned = ((Kind.SESSION_PREP, before, now), (Kind.SESSION_AFTER, after, ended))
    for kind, occurrence, earliest in planned:
        if occurrence is None or occurrence.not_after <= earliest:
            continue
        begins = max(occurrence.not_before, earliest)
        part = replace(occurrence, not_before=begins)
        client, slot = engagement.client_id, at.isoformat()
        await tx.plan(at_occurrence(chance, kind, client, engagement.id, part, slot))


async def plan_amends(
    tx: Transaction, chance: Chance, coach_id: str, digests: Iterable[str], now: datetime
) -> int:
    """Plans an edit of each digest that showed what was taken back; returns how many."""
    count = 0
    for digest in sorted(set(digests)):
        reference = chance.new_id()
        count += await tx.plan(
            Delivery(
                id=reference,
                kind=Kind.AMEND,
                to=coach_id,
                owner=coach_id,
                slot=reference,
                not_before=now,
                not_after=now + AMEND_WITHIN,
                due_at=now,
                subject=digest,
            )
        )
    return count


def at_occurrence(
    chance: Chance,
    kind: Kind,
    to: str,
    owner: str,
    occurrence: Occurrence,
    slot: str | None = None,
    subject: str | None = None,
) -> Delivery:
    """Makes a delivery in the window of an occurrence; its date is the slot unless one is given."""
    begins, ends = occurrence.not_before, occurrence.not_after
    slot = slot or occurrence.on.isoformat()
    return Delivery(chance.new_id(), kind, to, owner, slot, begins, ends, begins, subject)
