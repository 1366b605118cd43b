"""From a rhythm to the deliveries it plans: always one ahead, never a pile."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import islice, takewhile

from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement
from bot.domain.rhythm import Occurrence, Rhythm, occurrences, window_on
from bot.ports import Chance, Transaction

AHEAD = 400
AMEND_WITHIN = timedelta(days=60)


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
    if not rhythm.confirmed:
        return None
    for occurrence in islice(occurrences(rhythm, after), AHEAD):
        if last_day is not None and occurrence.on > last_day:
            return None
        if await tx.plan(_delivery(chance, kind, to, rhythm.owner, occurrence)):
            return occurrence
    return None


async def coming_three(
    tx: Transaction, rhythm: Rhythm, now: datetime, last_day: date
) -> list[Occurrence]:
    """The next three dates to show, without those whose check-in is already dealt with."""
    past = await tx.deliveries(rhythm.owner, Kind.CHECK_IN)
    dealt_with = {d.slot for d in past if d.state is not DeliveryState.PLANNED}
    ahead = takewhile(lambda one: one.on <= last_day, occurrences(rhythm, now))
    return list(islice((one for one in ahead if one.on.isoformat() not in dealt_with), 3))


async def replan(
    tx: Transaction, chance: Chance, engagement: Engagement, rhythm: Rhythm, now: datetime
) -> None:
    """The rhythm changed: what was planned by the old one goes, the next one comes."""
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
    """One notice, in the last window of the rhythm that lies within the last week or so."""
    if not rhythm.confirmed:
        return
    last: Occurrence | None = None
    for occurrence in occurrences(rhythm, max(now, engagement.ends_at - timedelta(days=35))):
        if occurrence.on > engagement.ends_on:
            break
        last = occurrence
    if last is not None:
        await tx.plan(_delivery(chance, Kind.ENDING, engagement.client_id, rhythm.owner, last))


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
        _delivery(
            chance, Kind.STEP_PROMPT, engagement.client_id, engagement.id, occurrence, slot, step_id
        )
    )


async def plan_amends(
    tx: Transaction, chance: Chance, coach_id: str, digests: Iterable[str], now: datetime
) -> int:
    """Every digest that showed what was just taken back is to be edited; returns how many."""
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


def _delivery(
    chance: Chance,
    kind: Kind,
    to: str,
    owner: str,
    occurrence: Occurrence,
    slot: str | None = None,
    subject: str | None = None,
) -> Delivery:
    return Delivery(
        id=chance.new_id(),
        kind=kind,
        to=to,
        owner=owner,
        slot=slot or occurrence.on.isoformat(),
        not_before=occurrence.not_before,
        not_after=occurrence.not_after,
        due_at=occurrence.not_before,
        subject=subject,
    )
