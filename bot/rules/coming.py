"""What will come to a client by itself next, with the moments that are planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from bot.domain.delivery import DeliveryState, Kind
from bot.domain.engagement import Engagement
from bot.domain.purposes import PURPOSES, Purpose, covered_by, switches
from bot.domain.rhythm import Occurrence, Rhythm
from bot.domain.wall_time import local_date
from bot.ports import Transaction
from bot.rules.grants import live
from bot.rules.planning import coming_three

MOST = 3
# Every kind that a client allows, but a coach's notes, which are the coach's to announce, and what
# is mailed to whoever pays.
KINDS = tuple(
    kind
    for purpose in switches()
    for kind in PURPOSES[purpose].covers
    if purpose not in (Purpose.NOTES, Purpose.SPONSOR)
)


# A message that will leave by itself inside that time, if nothing changes until then.
Coming = tuple[Kind, Occurrence]


async def coming(
    tx: Transaction, engagement: Engagement, rhythm: Rhythm | None, now: datetime
) -> list[Coming]:
    """The next three messages of one engagement, in the order of their time.

    `rhythm` is as it counts in the client's pause. Nothing that is not allowed now is named.
    """
    if rhythm is None or engagement.stopped:
        return []
    ledger = await tx.ledger(engagement.id)
    allowed = {
        kind
        for kind in KINDS
        if (purpose := covered_by(kind)) and live(ledger, purpose, now, engagement) is not None
    }
    found: list[Coming] = []
    if Kind.CHECK_IN in allowed:
        check_ins = await coming_three(tx, rhythm, now, engagement.ends_on)
        found += [(Kind.CHECK_IN, one) for one in check_ins]
    for kind in allowed - {Kind.CHECK_IN}:
        found += await _planned(tx, engagement, rhythm, kind, now)
    return list(islice(sorted(found, key=lambda one: one[1].not_before), MOST))


async def _planned(
    tx: Transaction, engagement: Engagement, rhythm: Rhythm, kind: Kind, now: datetime
) -> Sequence[Coming]:
    planned = await tx.deliveries(engagement.id, kind)
    whens = [
        Occurrence(local_date(one.not_before, rhythm.zone), one.not_before, one.not_after)
        for one in planned
        if one.state is DeliveryState.PLANNED and one.not_after > now
    ]
    return [(kind, when) for when in whens if not _pauses(rhythm, when)]


def _pauses(rhythm: Rhythm, when: Occurrence) -> bool:
    if rhythm.paused_until is None or when.on >= rhythm.paused_until:
        return False
    return rhythm.paused_from is None or rhythm.paused_from <= when.on
