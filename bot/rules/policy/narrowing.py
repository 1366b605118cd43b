"""Makes what is stored obey the policy: only ever less than before, and at once.

It ends what is not allowed any more, and shortens what is kept for too long. A policy that is
loosened later finds nothing here to bring back: the person is asked anew when they reach for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.consent import Act, Entry, Terms, extend, yes_ever
from bot.domain.engagement import Engagement
from bot.domain.purposes import PURPOSES, Purpose
from bot.ports import Chance, Transaction
from bot.rules.briefs import plan_briefs
from bot.rules.plan_notes import let_go_of_notes
from bot.rules.policy.shortening import end_kept_under, shorten, within_ceilings
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Ceilings:
    """What no grant and no end date may go beyond."""

    forbidden: frozenset[Purpose]
    keep_days: int
    grace_days: int

    @classmethod
    def of(cls, settings: Settings) -> Ceilings:
        return cls(settings.forbidden, settings.keep_days, settings.grace_days)


def goes_beyond(ledger: Sequence[Entry], engagement: Engagement | None, ceilings: Ceilings) -> bool:
    """Tells whether a chain holds a grant that is not allowed any more, or keeps for too long."""
    if _ending(ledger, ceilings):
        return True
    if engagement is None:
        return False
    return engagement != _lowered(engagement, ceilings)


async def narrow_client(
    tx: Transaction, chance: Chance, engagement: Engagement, ceilings: Ceilings, now: datetime
) -> None:
    """Makes one engagement obey. Call it with its client locked. It may be repeated."""
    for purpose in await _revoke(tx, engagement.id, ceilings, now):
        await _stop(tx, engagement, purpose, now)
    found = await tx.engagement(engagement.id)
    if found is None:
        return
    delisted = found.listed and Purpose.LISTED in ceilings.forbidden
    lower = _lowered(found, ceilings)
    if delisted:
        lower = replace(lower, listed=False)
    if lower != found:
        await tx.save_engagement(lower)
        await shorten(tx, lower, ceilings.keep_days)
    if delisted:
        await plan_briefs(tx, chance, found.coach_id, now)


async def narrow_coach(tx: Transaction, coach_id: str, ceilings: Ceilings, now: datetime) -> None:
    """Makes a coach's own grants obey. Call it with the coach locked. It may be repeated."""
    for purpose in await _revoke(tx, coach_id, ceilings, now):
        for kind in PURPOSES[purpose].covers:
            await tx.unplan(coach_id, kind)


async def _revoke(
    tx: Transaction, chain: str, ceilings: Ceilings, now: datetime
) -> Sequence[Purpose]:
    """Notes in the ledger what ends, each with the wording that the person said yes to."""
    ledger = list(await tx.ledger(chain))
    ending = _ending(ledger, ceilings)
    for given in ending:
        terms = Terms(given.readers, given.kept_until) if given.readers else None
        what = given.purpose, given.wording
        ledger.append(extend(ledger, chain, Act.REVOKED, *what, now, terms=terms))
        await tx.append(ledger[-1])
    return [given.purpose for given in ending]


def _ending(ledger: Sequence[Entry], ceilings: Ceilings) -> list[Entry]:
    """Every grant that is forbidden, also one that has run out: no clock decides what ends."""
    every = (yes_ever(ledger, one) for one in Purpose if one in ceilings.forbidden)
    return [given for given in every if given is not None]


async def _stop(tx: Transaction, engagement: Engagement, purpose: Purpose, now: datetime) -> None:
    """Does what the person's own withdrawal would do. Nothing of it is sent to anyone."""
    if purpose is Purpose.NOTES:
        await let_go_of_notes(tx, engagement)
    for kind in PURPOSES[purpose].covers:
        await tx.unplan(engagement.id, kind)
    if purpose in (Purpose.SHARE_WORDS, Purpose.SHARE_MARKS):
        await tx.withhold(engagement.id, (purpose,))
    await end_kept_under(tx, engagement, purpose, now)


def _lowered(engagement: Engagement, ceilings: Ceilings) -> Engagement:
    return within_ceilings(engagement, ceilings.keep_days, ceilings.grace_days)
