"""Works on a whole claim at once, in a few statements.

In the claim's own transaction it plans the next occurrences, and settles deliveries that certainly
may not leave. The gate checks the rest again at the moment of sending.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.delivery.gate import GateFacts, halted, may_give_place, may_not_leave, tell_operator
from bot.delivery.kinds import KINDS
from bot.delivery.verdict import HALTED, Withheld
from bot.domain.consent import Decided, Purpose
from bot.domain.delivery import Delivery, Kind
from bot.domain.engagement import Engagement
from bot.domain.halting.halt import WhileHalted
from bot.domain.reasons import REASONS, Reason
from bot.domain.rhythm import Rhythm, RhythmError
from bot.metrics import METRICS
from bot.ports import Chance, Transaction
from bot.rules.planning import ahead, at_occurrence, reminder_of

# After this many, other tasks may run: a claim must not delay people who write.
BREATH = 100
AT_ONCE = 1_000

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class FactsByOwner:
    """The facts for the gate, by owner."""

    engagements: Mapping[str, Engagement]
    rhythms: Mapping[str, Rhythm]
    decisions: Mapping[str, Sequence[Decided]]

    def of(self, owner: str) -> GateFacts:
        return GateFacts(
            self.engagements.get(owner), self.rhythms.get(owner), self.decisions.get(owner, ())
        )


async def plan_next_and_filter(
    tx: Transaction, chance: Chance, claimed: Sequence[Delivery], now: datetime
) -> list[Delivery]:
    """Plans the next occurrences, and filters out the deliveries that certainly may not leave.

    Returns the others, oldest first, and in their turn where they are due together. Run it in the
    transaction that claimed them. A delivery with a `reason` was claimed before, and its next
    occurrence was planned then.
    """
    if not claimed:
        return []
    facts = await _facts(tx, claimed)
    first = [one for one in claimed if KINDS[one.kind].repeats and one.reason is None]
    followed = [one for one in first if one.owner in facts.rhythms]
    reminders = [one for one in (_reminder(chance, d, facts) for d in followed) if one]
    await asyncio.sleep(0)
    await _plan(tx, reminders, [_coming(chance, one, facts, now) for one in followed])
    going = await _without_halted(tx, claimed, now)
    waiting = await _without_withheld(tx, going, facts, now)
    return sorted(waiting, key=lambda one: (one.due_at, KINDS[one.kind].turn))


async def _facts(tx: Transaction, claimed: Sequence[Delivery]) -> FactsByOwner:
    owners = {one.owner for one in claimed}
    judged = {one.kind for one in claimed if KINDS[one.kind].ends_in_claim}
    purposes = {one for kind in (*judged, Kind.REMINDER) for one in _needed_for(kind)}
    engagements, rhythms = await tx.engagements(owners), await tx.rhythms(owners)
    await asyncio.sleep(0)
    decisions = await tx.decisions(owners, purposes)
    await asyncio.sleep(0)
    return FactsByOwner(engagements, rhythms, decisions)


def _needed_for(kind: Kind) -> set[Purpose]:
    """The purposes that a delivery of this kind needs."""
    purpose = KINDS[kind].purpose
    return {purpose, Purpose.AGREEMENT} if purpose else set()


async def _plan(
    tx: Transaction, reminders: Sequence[Delivery], waiting: Sequence[Iterator[Delivery]]
) -> None:
    """Plans the reminders, and from each iterator the first delivery that was not planned
    before.
    """
    also = list(reminders)
    while True:
        candidates = []
        for number, one in enumerate(waiting, start=1):
            found = next(one, None)
            if found is not None:
                candidates.append((one, found))
            if number % BREATH == 0:
                await asyncio.sleep(0)
        if not also and not candidates:
            return
        wanted = [*also, *(found for _, found in candidates)]
        planned: set[str] = set()
        for start in range(0, len(wanted), AT_ONCE):
            planned |= set(await tx.plan_many(wanted[start : start + AT_ONCE]))
        waiting = [one for one, found in candidates if found.id not in planned]
        also = []


def _coming(
    chance: Chance, claimed: Delivery, facts: FactsByOwner, now: datetime
) -> Iterator[Delivery]:
    """Yields the occurrences that could follow one delivery, soonest first."""
    rhythm, engagement = facts.rhythms[claimed.owner], facts.engagements.get(claimed.owner)
    last_day = engagement.ends_on if engagement else None
    try:
        for occurrence in ahead(rhythm, max(now, claimed.not_after), last_day):
            yield at_occurrence(chance, claimed.kind, claimed.to, claimed.owner, occurrence)
    except RhythmError as problem:
        _not_followed(claimed, problem.reason)


def _reminder(chance: Chance, claimed: Delivery, facts: FactsByOwner) -> Delivery | None:
    engagement = facts.engagements.get(claimed.owner)
    if engagement is None or claimed.kind is not Kind.CHECK_IN:
        return None
    decided = facts.decisions.get(claimed.owner, ())
    return reminder_of(chance, decided, engagement, facts.rhythms[claimed.owner], claimed)


async def _without_halted(
    tx: Transaction, claimed: Sequence[Delivery], now: datetime
) -> Sequence[Delivery]:
    """Settles or puts off what the organisation's halt keeps back, and returns the rest.

    What has waited for a whole window is left to the gate, which moves it to the next day.
    """
    halt = await tx.halt()
    if halt is None:
        return claimed
    answers = [(one, halted(one, halt, now)) for one in claimed]
    dropped = [one.id for one, found in answers if found == HALTED and not _waits(one)]
    later = [(one.id, found.until) for one, found in answers if found is not None and found.until]
    if dropped:
        await tx.settle_many(dropped, REASONS[Reason.HALTED].state, now, Reason.HALTED)
    if later:
        await tx.release([one for one, _ in later])
    for one, until in later:
        await tx.put_off(one, until)
    settled = {*dropped, *(one for one, _ in later)}
    return [one for one in claimed if one.id not in settled]


def _waits(one: Delivery) -> bool:
    return KINDS[one.kind].while_halted is WhileHalted.WAITS


async def _without_withheld(
    tx: Transaction, claimed: Sequence[Delivery], facts: FactsByOwner, now: datetime
) -> list[Delivery]:
    """Settles deliveries that may not leave, and returns the rest."""
    withheld: defaultdict[Reason, list[str]] = defaultdict(list)
    waiting: list[Delivery] = []
    for number, one in enumerate(claimed, start=1):
        if number % BREATH == 0:
            await asyncio.sleep(0)
        answer = _withheld_for_good(one, facts, now)
        if answer is None:
            waiting.append(one)
        else:
            withheld[answer.reason].append(one.id)
            tell_operator(one, answer.reason)
    for reason, ids in withheld.items():
        await tx.settle_many(ids, REASONS[reason].state, now, reason)
    return waiting


def _withheld_for_good(one: Delivery, facts: FactsByOwner, now: datetime) -> Withheld | None:
    """Returns why a delivery may never leave. None if it may leave now or later.

    None also where a question about what has changed may take its place: only the whole ledger
    tells.
    """
    if not KINDS[one.kind].ends_in_claim:
        return None
    answer = may_not_leave(one, facts.of(one.owner), now)
    if answer is None or may_give_place(one, answer):
        return None
    return answer if answer.until is None else None


def _not_followed(claimed: Delivery, reason: str) -> None:
    """Logs a rhythm that can no longer be followed (its zone is gone, for example).

    Other deliveries go on.
    """
    METRICS.failed("delivery")
    log.error("not_followed", kind=claimed.kind.value, reason=reason)
